//! A table: a header that is known, rows, and cells that are read as what they stand for.

use pack::facts::parse_date;
use pack::source::{At, Fault, Faults, File, Str, nearest, rows};
use rules::date::Day;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// By path within the pack.
pub(crate) type Files = BTreeMap<String, Arc<File>>;

/// The rows of a table, each with a cell for every column, or none where the table is missing or
/// its header is wrong.
pub(crate) fn table(
    files: &Files,
    name: &str,
    columns: &'static [&'static str],
    faults: &mut Faults,
) -> Vec<Row> {
    let path = format!("{}/{name}.csv", super::FOLDER);
    let Some(file) = files.get(&path) else {
        let file = Arc::new(File {
            path: path.clone(),
            text: String::new(),
        });
        let fault = faults.error(
            "missing-file",
            &At::new(&file, 0..0),
            format!("the catalogue has no `{path}`"),
        );
        fault.help(format!("begin it with the line `{}`", columns.join(",")));
        return Vec::new();
    };
    let mut rows = rows(file, faults).into_iter();
    let Some(header) = rows.next() else {
        let fault = faults.error("header", &At::new(file, 0..0), "the table is empty");
        fault.help(format!("begin it with the line `{}`", columns.join(",")));
        return Vec::new();
    };
    if !check_header(&header, columns, faults) {
        return Vec::new();
    }
    let mut table = Vec::new();
    for cells in rows {
        controls(&cells, faults);
        if cells.len() == columns.len() {
            table.push(Row { cells, columns });
        } else if let Some(at) = whole(&cells) {
            let message = format!(
                "this row has {} cells, the header {}",
                cells.len(),
                columns.len()
            );
            faults.error("cells", &at, message);
        }
    }
    table
}

fn check_header(header: &[Str], columns: &[&str], faults: &mut Faults) -> bool {
    let given: Vec<&str> = header.iter().map(|cell| cell.value.trim()).collect();
    if given == columns {
        return true;
    }
    for (at, cell) in header.iter().enumerate() {
        let name = cell.value.trim();
        if !columns.contains(&name) {
            let fault = faults.error("header", &cell.at, format!("there is no column `{name}`"));
            let missing = columns.iter().copied().filter(|it| !given.contains(it));
            if let Some(near) = nearest(name, missing) {
                fault.help(format!("did you mean `{near}`?"));
            }
        } else if given.iter().take(at).any(|it| *it == name) {
            faults.error(
                "header",
                &cell.at,
                format!("the column `{name}` is there twice"),
            );
        }
    }
    let missing: Vec<&str> = columns
        .iter()
        .copied()
        .filter(|it| !given.contains(it))
        .collect();
    if let Some(at) = whole(header) {
        let message = if missing.is_empty() {
            "the columns are not in their order".to_owned()
        } else {
            format!("the header lacks `{}`", missing.join("`, `"))
        };
        let fault = faults.error("header", &at, message);
        fault.help(format!("the header is `{}`", columns.join(",")));
    }
    false
}

/// A row's place, from its first cell to its last.
fn whole(cells: &[Str]) -> Option<At> {
    let (first, last) = (cells.first()?, cells.last()?);
    Some(At::new(&first.at.file, first.at.span.start..last.at.span.end).first_line())
}

fn controls(cells: &[Str], faults: &mut Faults) {
    for cell in cells {
        if let Some(c) = cell.value.chars().find(|c| is_control(*c)) {
            let message = format!(
                "this cell holds the control character U+{:04X}",
                u32::from(c)
            );
            faults
                .error("control", &cell.at, message)
                .help("type the text again");
        }
    }
}

/// What no cell may hold: control characters, and those that turn the direction of writing.
pub fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffd}')
}

/// A row of a table.
pub(crate) struct Row {
    cells: Vec<Str>,
    columns: &'static [&'static str],
}

impl Row {
    /// The cell of a column.
    pub fn cell(&self, column: &str) -> Option<&Str> {
        let at = self.columns.iter().position(|it| *it == column)?;
        self.cells.get(at)
    }

    /// The place of a cell, or of the row.
    pub fn at(&self, column: &str) -> At {
        let cell = self.cell(column).or_else(|| self.cells.first());
        match cell {
            Some(cell) => cell.at.clone(),
            None => At::new(
                &Arc::new(File {
                    path: String::new(),
                    text: String::new(),
                }),
                0..0,
            ),
        }
    }

    /// A text that may be empty.
    pub fn opt(&self, column: &str) -> &str {
        self.cell(column).map_or("", |cell| cell.value.trim())
    }

    /// A text that must be there.
    pub fn text(&self, column: &str, faults: &mut Faults) -> String {
        let text = self.opt(column);
        if text.is_empty() {
            let message = format!("`{column}` is empty");
            faults.error("empty", &self.at(column), message);
        }
        text.to_owned()
    }

    /// A name that must be there, of at most 100 characters.
    pub fn name(&self, column: &str, faults: &mut Faults) -> String {
        let text = self.text(column, faults);
        let length = text.chars().count();
        if length > 100 {
            let message = format!("`{column}` has {length} characters");
            let fault = faults.error("long", &self.at(column), message);
            fault.help("100 are the most");
        }
        text
    }

    /// The members of a list, parted by `|`; none where the cell is empty.
    pub fn list(&self, column: &str) -> impl Iterator<Item = &str> {
        let text = self.opt(column);
        text.split('|')
            .map(str::trim)
            .filter(move |_| !text.is_empty())
    }

    /// A whole number within limits; `None` where the cell is empty or wrong.
    pub fn number(
        &self,
        column: &str,
        limits: std::ops::RangeInclusive<u32>,
        faults: &mut Faults,
    ) -> Option<u32> {
        let text = self.opt(column);
        if text.is_empty() {
            return None;
        }
        let digits = text.bytes().all(|b| b.is_ascii_digit());
        let value = text.parse().ok().filter(|n| digits && limits.contains(n));
        if value.is_none() {
            let message = format!(
                "`{text}` is not a whole number from {} to {}",
                limits.start(),
                limits.end()
            );
            faults.error("number", &self.at(column), message);
        }
        value
    }

    /// A number that must be there; a wrong one is the smallest.
    pub fn required(
        &self,
        column: &str,
        limits: std::ops::RangeInclusive<u32>,
        faults: &mut Faults,
    ) -> u32 {
        self.text(column, faults);
        let least = *limits.start();
        self.number(column, limits, faults).unwrap_or(least)
    }

    /// A day; `None` where the cell is empty or wrong.
    pub fn day(&self, column: &str, faults: &mut Faults) -> Option<Day> {
        let text = self.opt(column);
        if text.is_empty() {
            return None;
        }
        let day = parse_date(text);
        if day.is_none() {
            let fault = faults.error("date", &self.at(column), format!("`{text}` is not a day"));
            fault.help("write it as 2026-11-22");
        }
        day
    }

    /// One of some words; `None` where the cell is empty or wrong.
    pub fn word<T: Copy>(
        &self,
        column: &str,
        words: &[(&str, T)],
        faults: &mut Faults,
    ) -> Option<T> {
        let text = self.opt(column);
        if text.is_empty() {
            return None;
        }
        self.known(column, text, words, faults)
    }

    /// A word that was taken out of a cell.
    pub fn known<T: Copy>(
        &self,
        column: &str,
        text: &str,
        words: &[(&str, T)],
        faults: &mut Faults,
    ) -> Option<T> {
        let found = words
            .iter()
            .find(|(word, _)| *word == text)
            .map(|(_, it)| *it);
        if found.is_none() {
            let message = format!("`{text}` is no `{column}`");
            let fault = faults.error("word", &self.at(column), message);
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            fault.help(match nearest(text, known.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("it is one of {}", known.join(", ")),
            });
        }
        found
    }

    /// A word that must be there; a missing or wrong one is the first.
    pub fn required_word<T: Copy>(
        &self,
        column: &str,
        words: &[(&str, T)],
        otherwise: T,
        faults: &mut Faults,
    ) -> T {
        self.text(column, faults);
        self.word(column, words, faults).unwrap_or(otherwise)
    }

    /// The place of a code in another table's list; `None` where the cell is empty or dangles.
    pub fn reference<T: Copy>(
        &self,
        column: &str,
        codes: &HashMap<String, T>,
        of: &str,
        faults: &mut Faults,
    ) -> Option<T> {
        let text = self.opt(column);
        if text.is_empty() {
            return None;
        }
        let found = codes.get(text).copied();
        if found.is_none() {
            dangling(&self.at(column), of, text, faults);
        }
        found
    }
}

/// A code that another table lacks; nothing where that table itself could not be read.
pub(crate) fn dangling(at: &At, of: &str, code: &str, faults: &mut Faults) {
    let path = format!("{}/{of}.csv", super::FOLDER);
    let unread =
        |it: &Fault| it.file == path && matches!(it.code, "header" | "missing-file" | "unreadable");
    if !faults.0.iter().any(unread) {
        faults.error("dangling", at, format!("`{of}.csv` has no `{code}`"));
    }
}

/// Finds ids that stand twice.
pub(crate) struct Unique {
    what: &'static str,
    seen: HashMap<String, At>,
}

impl Unique {
    /// Of ids that are called so.
    pub fn new(what: &'static str) -> Unique {
        Unique {
            what,
            seen: HashMap::new(),
        }
    }

    /// Whether an id is new; a fault otherwise.
    pub fn add(&mut self, id: &str, at: At, faults: &mut Faults) -> bool {
        if id.is_empty() {
            return false;
        }
        if let Some(first) = self.seen.get(id) {
            let message = format!("{} `{id}` is there twice", self.what);
            faults
                .error("duplicate", &at, message)
                .also(first, "first here");
            return false;
        }
        self.seen.insert(id.to_owned(), at);
        true
    }
}
