//! Lists of courses as people keep them: tables with headers of their own, in Chinese or English.
//!
//! A list is read whole or not at all: every row that can't be read is a [`Problem`], and with one
//! of them nothing is written.

mod columns;
mod known;
mod values;
mod week;

pub use sheets::Problem;

use catalogue::Catalogue;
use catalogue::source::CourseRow;
use columns::{Column, Columns};
use known::Known;
use sheets::{Limits, Row, Table, Words};
use std::collections::HashMap;

/// A list that was read.
#[derive(Debug, Default)]
pub struct Imported {
    /// Its courses, if there is no problem.
    pub rows: Vec<CourseRow>,
    /// How many rows it has.
    pub count: usize,
    /// What stands in the way.
    pub problems: Vec<Problem>,
    /// What somebody should know.
    pub notes: Vec<Problem>,
}

/// Reads a file as a table; `sheet` names one of a workbook's sheets instead of the first with
/// content.
///
/// # Errors
/// Why the file is not a table.
pub fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Table, Words> {
    sheets::read(bytes, sheet, &Limits::default())
}

/// Reads a list's rows as courses of a catalogue, whose ids are none of those `taken`.
pub fn courses(sheet: &Table, catalogue: &Catalogue, taken: &[CourseRow]) -> Imported {
    let mut imported = Imported {
        notes: sheet.notes.clone(),
        ..Imported::default()
    };
    let mut rows = sheet.rows();
    let Some(header) = rows.next() else {
        let words = ("the table is empty".to_owned(), "表是空的".to_owned());
        imported
            .problems
            .push(Problem::new(sheets::Place::default(), words));
        return imported;
    };
    let columns = match Columns::read(header, &mut imported.notes) {
        Ok(columns) => columns,
        Err(problems) => {
            imported.problems = problems;
            return imported;
        }
    };
    let known = Known::of(catalogue);
    let mut seen: HashMap<String, usize> = HashMap::new();
    for row in rows {
        imported.count += 1;
        let mut reading = Reading {
            row,
            columns: &columns,
            problems: Vec::new(),
        };
        reading.shape();
        let course = reading.course(&known);
        if taken.iter().any(|it| it.id == course.id) {
            let words = (
                format!(
                    "the id `{}` is in the catalogue already: leave `--add` out to replace its courses",
                    course.id
                ),
                format!("目录里已有编号「{}」：要整体替换请不用 --add", course.id),
            );
            reading.problem(Column::Id, words);
        }
        let id = reading.columns.at(Column::Id);
        // What is wrong in itself is not told to be there twice as well.
        let comparable = match id {
            Some(_) => !course.id.is_empty(),
            None => reading.problems.is_empty(),
        };
        if comparable && let Some(first) = seen.insert(course.id.clone(), row.line) {
            let words = match id {
                Some(_) => (
                    format!(
                        "the id `{}` is on line {first} already: give each course its own",
                        course.id
                    ),
                    format!(
                        "编号「{}」在第 {first} 行已有：每门课程用自己的编号",
                        course.id
                    ),
                ),
                None => (
                    format!("the same course is on line {first} already"),
                    format!("与第 {first} 行是同一门课程"),
                ),
            };
            reading.problem(Column::Id, words);
        }
        if reading.problems.is_empty() {
            imported.rows.push(course);
        }
        imported.problems.append(&mut reading.problems);
    }
    if imported.count == 0 {
        let words = (
            "there is a header and no row".to_owned(),
            "只有表头，没有数据".to_owned(),
        );
        imported
            .problems
            .push(Problem::new(header.place(None), words));
    }
    imported
}

/// A row that is being read.
struct Reading<'s> {
    row: Row<'s>,
    columns: &'s Columns,
    problems: Vec<Problem>,
}

impl Reading<'_> {
    fn problem(&mut self, column: Column, words: Words) {
        let place = self.row.place(self.columns.at(column));
        self.problems.push(Problem::new(place, words));
    }

    /// What is wrong with a row whatever its columns mean.
    fn shape(&mut self) {
        let (cells, header) = (self.row.count(), self.columns.count);
        if self.row.cells().skip(header).any(|cell| !cell.is_empty()) {
            let words = (
                format!(
                    "the row has {cells} cells, the header {header}: put a cell that holds a separator in quotes"
                ),
                format!("本行有 {cells} 格，表头只有 {header} 格：内容里有分隔符的格子要加引号"),
            );
            self.problems
                .push(Problem::new(self.row.place(None), words));
        }
        for (at, cell) in self.row.cells().enumerate() {
            if let Some(c) = cell.chars().find(|c| catalogue::source::is_control(*c)) {
                let words = (
                    format!(
                        "the cell holds the control character U+{:04X}: type the text again",
                        u32::from(c)
                    ),
                    format!("格子里有控制字符 U+{:04X}：请重新输入", u32::from(c)),
                );
                let column = self.columns.name(at).map(|name| (at, name));
                self.problems
                    .push(Problem::new(self.row.place(column), words));
            }
        }
    }

    /// A cell, without spaces at its ends; empty where there is no such column.
    fn cell(&self, column: Column) -> &str {
        self.columns
            .at(column)
            .map_or("", |(at, _)| self.row.cell(at))
    }

    /// What a cell stands for; a wrong one is a problem and the type's default.
    fn value<T: Default>(&mut self, column: Column, read: impl Fn(&str) -> Result<T, Words>) -> T {
        match read(self.cell(column)) {
            Ok(value) => value,
            Err(words) => {
                self.problem(column, words);
                T::default()
            }
        }
    }

    fn course(&mut self, known: &Known) -> CourseRow {
        let level = self.value(Column::Level, values::level);
        let mut course = CourseRow {
            id: String::new(),
            title: self.value(Column::Title, values::name),
            occupation: self.value(Column::Occupation, |text| known.occupation(text)),
            level,
            provider: self.value(Column::Provider, values::provider),
            district: self.value(Column::District, |text| known.district(text)),
            hours: self.value(Column::Hours, values::hours),
            price_yuan: self.value(Column::Price, values::price),
            starts_on: self.value(Column::StartsOn, values::days),
            mode: self.value(Column::Mode, values::mode).0,
            slots: self.value(Column::Slots, week::slots),
            certificate: self
                .value(Column::Certificate, |text| values::certificate(text, level))
                .0,
            sample: false,
        };
        course.id = if self.columns.at(Column::Id).is_some() {
            self.value(Column::Id, values::name)
        } else {
            // Follows from what the course is, so that its address stays when the list comes again.
            let text = catalogue::source::write_courses(std::slice::from_ref(&course));
            let hash = pack::Hash::of(text.as_bytes()).to_string();
            format!("c-{}", hash.get(..10).unwrap_or(&hash))
        };
        course
    }
}
