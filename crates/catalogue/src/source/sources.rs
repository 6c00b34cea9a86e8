//! `sources.csv`.

use super::table::{Files, Row, Unique, table};
use super::words::{EVIDENCE, TABLES};
use crate::model::{Source, Table};
use pack::model::{Evidence, Text};
use pack::source::{At, Faults};
use std::collections::HashMap;

const COLUMNS: &[&str] = &[
    "id",
    "tables",
    "title_zh",
    "title_en",
    "publisher_zh",
    "publisher_en",
    "date",
    "evidence",
    "note_zh",
    "note_en",
];

/// All sources; a table that none covers is a fault.
pub(crate) fn read(files: &Files, faults: &mut Faults) -> Vec<Source> {
    let rows = table(files, "sources", COLUMNS, faults);
    let mut ids = Unique::new("the source");
    let mut sources = Vec::new();
    for row in &rows {
        let id = row.text("id", faults);
        ids.add(&id, row.at("id"), faults);
        let words = row.opt("tables").split_whitespace();
        let mut tables: Vec<Table> = words
            .filter_map(|word| row.known("tables", word, &TABLES, faults))
            .collect();
        tables.sort_unstable();
        tables.dedup();
        sources.push(Source {
            id,
            tables,
            title: text(row, "title_zh", "title_en", true, faults),
            publisher: text(row, "publisher_zh", "publisher_en", false, faults),
            date: row.opt("date").to_owned(),
            evidence: row.required_word("evidence", &EVIDENCE, Evidence::Unconfirmed, faults),
            note: text(row, "note_zh", "note_en", false, faults),
        });
    }
    let file = files.get(&format!("{}/sources.csv", super::FOLDER));
    for (word, table) in TABLES {
        if let Some(file) = file
            && !rows.is_empty()
            && !sources.iter().any(|source| source.tables.contains(&table))
        {
            let place = At::new(file, 0..0);
            let fault = faults.error("no-source", &place, format!("`{word}.csv` has no source"));
            fault.help(format!(
                "name `{word}` in the column `tables` of its source"
            ));
        }
    }
    sources
}

/// A text in both languages, or in none.
pub(crate) fn text(row: &Row, zh: &str, en: &str, required: bool, faults: &mut Faults) -> Text {
    let text = Text {
        zh: row.opt(zh).to_owned(),
        en: row.opt(en).to_owned(),
    };
    for (column, is, other) in [(zh, &text.zh, &text.en), (en, &text.en, &text.zh)] {
        if is.is_empty() && (required || !other.is_empty()) {
            let message = format!("`{column}` is empty");
            faults.error("empty", &row.at(column), message);
        }
    }
    text
}

/// The sources of some tables.
pub(crate) fn of(sources: &[Source], tables: &[Table]) -> Vec<Source> {
    let has = |source: &&Source| source.tables.iter().any(|it| tables.contains(it));
    sources.iter().filter(has).cloned().collect()
}

/// Sources that rows cite, each once, in the order in which they are first cited.
pub(crate) struct Cited<'a> {
    all: &'a [Source],
    codes: HashMap<String, u16>,
    used: Vec<u16>,
}

impl Cited<'_> {
    /// None is cited yet.
    pub fn of(all: &[Source]) -> Cited<'_> {
        let codes = all.iter().map(|it| it.id.clone()).zip(0..=u16::MAX);
        Cited {
            all,
            codes: codes.collect(),
            used: Vec::new(),
        }
    }

    /// The place of a row's source among those cited.
    pub fn place(&mut self, row: &Row, faults: &mut Faults) -> u16 {
        row.text("source", faults);
        let Some(source) = row.reference("source", &self.codes, "sources", faults) else {
            return 0;
        };
        let at = self.used.iter().position(|it| *it == source);
        let at = at.unwrap_or_else(|| {
            self.used.push(source);
            self.used.len() - 1
        });
        u16::try_from(at).unwrap_or(0)
    }

    /// Those cited.
    pub fn list(self) -> Vec<Source> {
        let cited = self.used.iter();
        let cited = cited.filter_map(|at| self.all.get(usize::from(*at)));
        cited.cloned().collect()
    }
}
