//! Results as CSV: a row for each person and programme.

use super::lines::{COLUMNS, Teller};
use crate::check::Check;
use crate::list::List;
use crate::words::Lang;
use pack::Pack;
use pack::facts::format_date;
use sheets::{BOM, push_text};

/// Writes what was computed, for spreadsheets: UTF-8 with a mark, and nothing that they would run.
pub fn csv(pack: &Pack, list: &List, check: &Check<'_>, lang: Lang) -> Vec<u8> {
    let teller = Teller {
        pack,
        list,
        check,
        lang,
    };
    let mut out = BOM.to_vec();
    let mut row = |cells: &[&str]| {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                out.push(b',');
            }
            push_text(&mut out, cell);
        }
        out.extend(b"\r\n");
    };
    row(&COLUMNS.map(|(zh, en)| lang.of(zh, en)));
    for person in 0..check.done() {
        let Some(who) = list.people.get(person) else {
            continue;
        };
        let line = who.line.to_string();
        for it in teller.lines(person) {
            let day = it.apply_by.map(format_date).unwrap_or_default();
            row(&[
                &line,
                &who.id,
                &who.name,
                &it.programme,
                &it.result,
                &it.amount.0,
                &it.amount.1,
                it.unit,
                &it.due,
                &day,
                &it.failed,
                &it.open,
                &it.missing,
                &it.note,
            ]);
        }
    }
    out
}
