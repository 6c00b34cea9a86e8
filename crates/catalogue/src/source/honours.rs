//! `honour_editions.csv`, `honours.csv` and `honour_results.csv`.
//!
//! Of a row that is `withdrawn` nothing is kept but its id.

mod joined;
mod listed;

use super::sources::text;
use super::table::{Files, Row, Unique, table};
use super::words::{HONOURS, MEASURES, SCOPES, YES_NO};
use crate::model::{Count, Edition, Honour, Honours, Occupations, Scope, Source, Total};
use pack::source::Faults;
use rules::date;
use std::cmp::Reverse;
use std::collections::HashMap;

const EDITIONS: &[&str] = &[
    "id",
    "honour",
    "name_zh",
    "name_en",
    "place_zh",
    "place_en",
    "year",
    "first_day",
    "last_day",
    "complete",
    "source",
    "note_zh",
    "note_en",
];

const RESULTS: &[&str] = &[
    "edition", "scope", "measure", "value", "basis", "source", "note_zh", "note_en",
];

/// How a figure came about: whether it was counted from the source's list.
const BASES: [(&str, bool); 2] = [("stated", false), ("counted", true)];

/// Sources by id, and those that were cited so far, in the order in which they were.
struct Cited<'a> {
    all: &'a [Source],
    ids: HashMap<String, u16>,
    cited: Vec<u16>,
}

impl Cited<'_> {
    /// The place of a row's source among those that are cited. An empty cell is `otherwise`.
    fn of(&mut self, row: &Row, otherwise: Option<u16>, faults: &mut Faults) -> Option<u16> {
        if row.opt("source").is_empty() && otherwise.is_some() {
            return otherwise;
        }
        row.text("source", faults);
        let source = row.reference("source", &self.ids, "sources", faults)?;
        let at = self.cited.iter().position(|it| *it == source);
        let at = at.unwrap_or_else(|| {
            self.cited.push(source);
            self.cited.len() - 1
        });
        u16::try_from(at).ok()
    }

    /// The source at a place among those that are cited.
    fn get(&self, at: u16) -> Option<&Source> {
        let at = self.cited.get(usize::from(at))?;
        self.all.get(usize::from(*at))
    }

    fn finish(self) -> Vec<Source> {
        let cited = self.cited.iter();
        let cited = cited.filter_map(|at| self.all.get(usize::from(*at)));
        cited.cloned().collect()
    }
}

/// Editions, those in their lists, and their figures.
pub(crate) fn read(
    files: &Files,
    occupations: &Occupations,
    all: &[Source],
    faults: &mut Faults,
) -> Honours {
    let ids = all.iter().map(|it| it.id.clone());
    let mut cited = Cited {
        all,
        ids: ids.zip(0..=u16::MAX).collect(),
        cited: Vec::new(),
    };
    let mut it = Honours {
        editions: editions(files, &mut cited, faults),
        ..Honours::default()
    };
    let codes = it.editions.iter().map(|it| it.id.clone());
    let codes: HashMap<String, u16> = codes.zip(0..=u16::MAX).collect();
    figures(files, &codes, &mut it, &mut cited, faults);
    listed::read(files, &codes, occupations, &mut it, &mut cited, faults);
    it.sources = cited.finish();
    it
}

fn editions(files: &Files, cited: &mut Cited, faults: &mut Faults) -> Vec<Edition> {
    let mut ids = Unique::new("the edition");
    let mut editions = Vec::new();
    for row in table(files, "honour_editions", EDITIONS, faults) {
        let id = row.name("id", faults);
        let new = ids.add(&id, row.at("id"), faults);
        let honour = row.required_word("honour", &HONOURS, Honour::ShanghaiCraftsman, faults);
        let year = row.number("year", 1949..=2100, faults);
        let year = year.and_then(|year| u16::try_from(year).ok());
        let source = cited.of(&row, None, faults);
        let edition = Edition {
            id,
            honour,
            name: text(&row, "name_zh", "name_en", true, faults),
            place: text(&row, "place_zh", "place_en", false, faults),
            year,
            days: days(&row, year, faults),
            complete: row.word("complete", &YES_NO, faults),
            source: source.unwrap_or(0),
            note: text(&row, "note_zh", "note_en", false, faults),
        };
        if new {
            editions.push(edition);
        }
    }
    // Those of one year by the rank of their honour; the sort keeps the rest as it is written.
    editions.sort_by_key(|it| (Reverse(it.year), it.honour));
    editions
}

/// First and last day, both or neither, in the edition's year.
fn days(row: &Row, year: Option<u16>, faults: &mut Faults) -> Option<(i64, i64)> {
    let (first, last) = (row.day("first_day", faults), row.day("last_day", faults));
    for (column, other) in [("first_day", "last_day"), ("last_day", "first_day")] {
        if row.opt(column).is_empty() && !row.opt(other).is_empty() {
            let message = format!("`{column}` is empty, `{other}` is not");
            let fault = faults.error("empty", &row.at(column), message);
            fault.help("give both, or neither");
        }
    }
    let (first, last) = (first?, last?);
    let of_year = |day: i64| year.is_some_and(|year| date::to_ymd(day).0 == i64::from(year));
    if last < first || !of_year(first) || !of_year(last) {
        let message = "the days are not in order, or not in the edition's year";
        faults.error("days", &row.at("first_day"), message);
        return None;
    }
    Some((first, last))
}

fn figures(
    files: &Files,
    codes: &HashMap<String, u16>,
    it: &mut Honours,
    cited: &mut Cited,
    faults: &mut Faults,
) {
    let mut ids = Unique::new("the figure");
    for row in table(files, "honour_results", RESULTS, faults) {
        row.text("edition", faults);
        let edition = row.reference("edition", codes, "honour_editions", faults);
        let scope = row.required_word("scope", &SCOPES, Scope::Shanghai, faults);
        let measure = row.required_word("measure", &MEASURES, Count::Total, faults);
        row.text("value", faults);
        let value = row.number("value", 0..=100_000_000, faults);
        let counted = row.required_word("basis", &BASES, false, faults);
        let note = text(&row, "note_zh", "note_en", false, faults);
        let parts = ["edition", "scope", "measure"].map(|column| row.opt(column));
        let new = ids.add(&parts.join(" "), row.at("measure"), faults);
        // Without an edition there is no saying whose source an empty cell means.
        let otherwise = edition.and_then(|at| it.editions.get(usize::from(at)));
        let source = otherwise.and_then(|it| cited.of(&row, Some(it.source), faults));
        if let (Some(edition), Some(value), Some(source), true) = (edition, value, source, new) {
            it.figures.push(Total {
                edition,
                scope,
                measure,
                value,
                counted,
                source,
                note,
            });
        }
    }
    it.figures
        .sort_by_key(|it| (it.edition, it.scope, it.measure));
}
