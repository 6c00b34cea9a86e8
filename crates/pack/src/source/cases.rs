//! Worked cases: tables of people, dates and what must come out.

use super::fault::{At, Faults, File};
use super::node::Str;
use super::questions::unique;
use super::shape::suggest;
use crate::facts::{AnswerError, parse_answer, parse_date, parse_decimal, slot_of};
use crate::model::Pack;
use rules::date::Day;
use rules::eval::{Answers, Status};
use rules::program::Slot;
use std::sync::Arc;

/// The scale at which expected figures are compared.
pub(crate) const SCALE: u8 = 9;

/// Columns that are not questions.
const COLUMNS: [&str; 9] = [
    "name",
    "date",
    "expect_status",
    "expect_version",
    "expect_min",
    "expect_max",
    "expect_apply_by",
    "expect_due_now",
    "expect_levels",
];

/// One line of a table of cases.
#[derive(Debug)]
pub(crate) struct Case {
    pub name: Str,
    pub date: Day,
    pub answers: Answers,
    pub expected: Vec<(Expected, At)>,
}

/// What a case expects; only what the line says is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expected {
    Status(Status),
    Version(String),
    /// Mantissa of [`SCALE`] places; `None`: there must be no amount.
    Min(Option<i64>),
    Max(Option<i64>),
    ApplyBy(Option<Day>),
    DueNow(Option<i64>),
    /// The levels that can be sat, descending from 5.
    Levels(Vec<u8>),
}

enum Column {
    Name,
    Date,
    Expect(&'static str),
    Question(Slot),
    /// Reported already.
    Unknown,
}

/// Reads a table of cases. A line with a cell that can't be read is a fault and no
/// case; a table whose first line can't be read has none.
pub(crate) fn read(file: &Arc<File>, pack: &Pack, faults: &mut Faults) -> Vec<Case> {
    let mut rows = super::csv::rows(file, faults).into_iter();
    let before = faults.0.len();
    let Some(header) = rows.next() else {
        faults.error("csv", &At::new(file, 0..0), "the table is empty");
        return Vec::new();
    };
    let columns = columns(&header, pack, faults);
    if faults.0.len() > before {
        return Vec::new();
    }
    let mut cases: Vec<Case> = Vec::new();
    for row in rows {
        if let Some(case) = case(&row, &columns, pack, faults) {
            unique(
                &case.name,
                cases.iter().map(|case| &case.name),
                "case",
                faults,
            );
            cases.push(case);
        }
    }
    cases
}

fn columns(header: &[Str], pack: &Pack, faults: &mut Faults) -> Vec<Column> {
    let mut columns = Vec::new();
    for (index, cell) in header.iter().enumerate() {
        unique(cell, header.iter().take(index), "column", faults);
        columns.push(match cell.value.as_str() {
            "name" => Column::Name,
            "date" => Column::Date,
            name => match (
                COLUMNS.iter().find(|known| **known == name),
                slot_of(pack, name),
            ) {
                (Some(known), _) => Column::Expect(known),
                (None, Some(slot)) => Column::Question(slot),
                (None, None) => {
                    let questions = pack.program.facts.iter().map(|fact| fact.id.as_str());
                    let known: Vec<&str> = COLUMNS.into_iter().chain(questions).collect();
                    let message = format!("`{name}` is neither a question nor a result");
                    suggest(
                        faults.error("unknown-column", &cell.at, message),
                        name,
                        &known,
                    );
                    Column::Unknown
                }
            },
        });
    }
    for name in ["name", "date"] {
        if let Some(first) = header.first()
            && !header.iter().any(|cell| cell.value == name)
        {
            faults.error(
                "missing-field",
                &first.at,
                format!("the table has no column `{name}`"),
            );
        }
    }
    columns
}

fn case(row: &[Str], columns: &[Column], pack: &Pack, faults: &mut Faults) -> Option<Case> {
    let (first, last) = (row.first()?, row.last()?);
    let line = At::new(&first.at.file, first.at.span.start..last.at.span.end);
    if row.len() != columns.len() {
        let message = format!(
            "this line has {} cells, the first line has {}",
            row.len(),
            columns.len()
        );
        faults.error("csv", &line.first_line(), message);
        return None;
    }
    let before = faults.0.len();
    let mut name = None;
    let mut date = None;
    let mut values = vec![None; pack.program.facts.len()];
    let mut expected = Vec::new();
    for (cell, column) in row.iter().zip(columns) {
        match column {
            Column::Unknown => {}
            Column::Name => name = Some(cell.clone()),
            Column::Date => {
                date = parse_date(&cell.value);
                if date.is_none() {
                    let message = format!("`{}` is not a date", cell.value);
                    faults
                        .error("bad-cell", &cell.at, message)
                        .help("write it as 2026-11-22");
                }
            }
            _ if cell.value.is_empty() => {}
            Column::Question(slot) => match parse_answer(pack, *slot, &cell.value) {
                Ok(value) => {
                    if let Some(place) = values.get_mut(usize::from(*slot)) {
                        *place = Some(value);
                    }
                }
                Err(error) => bad_answer(&error, &cell.at, faults),
            },
            Column::Expect(name) => {
                expected.extend(expect(name, cell, pack, faults).map(|it| (it, cell.at.clone())));
            }
        }
    }
    let name = name.unwrap_or_else(|| first.clone());
    if faults.0.len() > before {
        return None;
    }
    if expected.is_empty() {
        faults.warning("empty", &name.at, "this case expects nothing");
    }
    let answers = Answers { values };
    date.map(|date| Case {
        name,
        date,
        answers,
        expected,
    })
}

fn bad_answer(error: &AnswerError, at: &At, faults: &mut Faults) {
    let message = error.to_string();
    let (message, help) = message
        .split_once(": allowed is ")
        .unwrap_or((&message, ""));
    let fault = faults.error("bad-cell", at, message);
    if !help.is_empty() {
        fault.help(format!(
            "allowed is {help}; an empty cell is a question not answered"
        ));
    }
}

fn expect(name: &str, cell: &Str, pack: &Pack, faults: &mut Faults) -> Option<Expected> {
    let text = cell.value.as_str();
    let figure = |faults: &mut Faults| match text {
        "none" => Some(None),
        _ => parse_decimal(text, SCALE)
            .map(Some)
            .map_err(|_| bad(cell, "a number or `none`", faults))
            .ok(),
    };
    match name {
        "expect_status" => {
            let known = ["eligible", "ineligible", "undetermined", "no_rule"];
            let values = [
                Status::Eligible,
                Status::Ineligible,
                Status::Undetermined,
                Status::NoRule,
            ];
            let found = known.iter().zip(values).find(|(word, _)| **word == text);
            if found.is_none() {
                let message = format!("`{text}` is not a status");
                suggest(faults.error("bad-cell", &cell.at, message), text, &known);
            }
            found.map(|(_, status)| Expected::Status(status))
        }
        "expect_version" => {
            let stem = cell.at.file.path.rsplit('/').next().unwrap_or_default();
            let code = pack
                .program
                .programmes
                .iter()
                .find(|p| stem.strip_suffix(".csv") == Some(p.id.as_str()));
            let known: Vec<&str> = code
                .into_iter()
                .flat_map(|p| &p.versions)
                .map(|v| v.id.as_str())
                .collect();
            if !known.contains(&text) {
                let message = format!("there is no version `{text}`");
                suggest(faults.error("bad-cell", &cell.at, message), text, &known);
                return None;
            }
            Some(Expected::Version(text.to_owned()))
        }
        "expect_min" => figure(faults).map(Expected::Min),
        "expect_max" => figure(faults).map(Expected::Max),
        "expect_due_now" => figure(faults).map(Expected::DueNow),
        "expect_apply_by" if text == "none" => Some(Expected::ApplyBy(None)),
        "expect_apply_by" => {
            let date = parse_date(text);
            if date.is_none() {
                bad(cell, "a date (2026-11-22) or `none`", faults);
            }
            date.map(|date| Expected::ApplyBy(Some(date)))
        }
        _ => {
            let levels: Option<Vec<u8>> = match text {
                "none" => Some(Vec::new()),
                _ => text
                    .split(' ')
                    .map(|level| level.parse().ok().filter(|n| (1..=5).contains(n)))
                    .collect(),
            };
            if levels.is_none() {
                bad(
                    cell,
                    "levels from 5 to 1 with blanks between them (`5 4`) or `none`",
                    faults,
                );
            }
            levels.map(|mut levels| {
                levels.sort_unstable_by(|a, b| b.cmp(a));
                Expected::Levels(levels)
            })
        }
    }
}

fn bad(cell: &Str, wanted: &str, faults: &mut Faults) {
    let message = format!("`{}` is not {wanted}", cell.value);
    faults.error("bad-cell", &cell.at, message);
}
