//! A list as it was read: people and their answers, and the rows that could not be read.

use crate::columns::Columns;
use crate::template::EXAMPLE;
use crate::values::Answers;
use crate::view::{MAX_BYTES, MAX_PEOPLE};
use pack::Pack;
use rules::program::Slot;
use sheets::{Limits, Problem, Row, Table, Words};
use std::collections::HashMap;

/// How large a list may be.
pub const LIMITS: Limits = Limits {
    bytes: MAX_BYTES as usize,
    unpacked: 300 << 20,
    text: 64 << 20,
    // The header and an example or a title or two.
    rows: MAX_PEOPLE as usize + 10,
    columns: 500,
};

/// The longest name.
const MAX_NAME: usize = 100;

/// Kept in the place of an answer that is not known. No domain reaches so far down.
const OPEN: i64 = i64::MIN;

/// Somebody in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// The line, or the sheet's row, from 1.
    pub line: u32,
    /// The number, as written; may be empty.
    pub id: String,
    /// The name, as written; may be empty.
    pub name: String,
}

/// A list.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// In the order of the rows.
    pub people: Vec<Person>,
    /// Questions that have a column, in the order of the columns.
    pub questions: Vec<Slot>,
    /// Questions that somebody has answered.
    pub answered: Vec<Slot>,
    /// Whether people have a number or a name.
    pub named: bool,
    /// How many rows are examples and were passed over.
    pub examples: u32,
    /// How many rows could not be read.
    pub bad_rows: u32,
    /// What is wrong with them.
    pub problems: Vec<Problem>,
    /// What somebody should know.
    pub notes: Vec<Problem>,
    /// Names of columns that are not read.
    pub unread: Vec<String>,
    /// Everybody's answers to the questions, one person after the other.
    answers: Vec<i64>,
}

impl List {
    /// A person's answers to the questions of [`List::questions`].
    pub fn answers(&self, person: usize) -> impl Iterator<Item = (Slot, Option<i64>)> {
        let width = self.questions.len();
        let from = person.saturating_mul(width);
        let own = self.answers.get(from..from.saturating_add(width));
        let own = own.unwrap_or_default().iter();
        let known = |answer: &i64| Some(*answer).filter(|answer| *answer != OPEN);
        self.questions.iter().copied().zip(own.map(known))
    }
}

/// Reads a list.
///
/// # Errors
/// Why the file is no list, by place. A row that can't be read is no reason: it stands in
/// [`List::problems`], and the others are read.
pub fn read(pack: &Pack, bytes: &[u8]) -> Result<List, Vec<Problem>> {
    let alone = |words: Words| vec![Problem::new(sheets::Place::default(), words)];
    let table = sheets::read(bytes, None, &LIMITS).map_err(alone)?;
    rows(pack, &table)
}

fn rows(pack: &Pack, table: &Table) -> Result<List, Vec<Problem>> {
    let mut list = List {
        notes: table.notes.clone(),
        ..List::default()
    };
    let columns = Columns::read(pack, table, &mut list.notes)?;
    list.named = columns.id.is_some() || columns.name.is_some();
    list.unread = columns.unread.clone();
    let mut readers = Vec::new();
    for (slot, at) in &columns.questions {
        if let Some(answers) = Answers::of(pack, *slot) {
            list.questions.push(*slot);
            readers.push((answers, *at));
        }
    }
    let mut answered = vec![false; readers.len()];
    let mut seen: HashMap<String, u32> = HashMap::new();
    let mut twice = 0u32;
    for row in table.rows().skip(columns.header + 1) {
        let person = person(row, &columns);
        if is_example(&person) {
            list.examples += 1;
            continue;
        }
        let before = list.problems.len();
        shape(row, &columns, &person, &mut list.problems);
        let start = list.answers.len();
        for (answers, at) in &readers {
            let answer = answers.read(row.cell(*at)).unwrap_or_else(|words| {
                let place = row.place(Some((*at, columns.name_at(*at))));
                list.problems.push(Problem::new(place, words));
                None
            });
            list.answers.push(answer.unwrap_or(OPEN));
        }
        if list.problems.len() > before {
            list.answers.truncate(start);
            list.bad_rows += 1;
            continue;
        }
        let own = list.answers.get(start..).unwrap_or_default();
        for (answer, answered) in own.iter().zip(&mut answered) {
            *answered |= *answer != OPEN;
        }
        if !person.id.is_empty()
            && let Some(first) = seen.insert(person.id.clone(), person.line)
        {
            twice += 1;
            if twice == 1 {
                list.notes.push(double(row, &columns, &person.id, first));
            }
        }
        list.people.push(person);
        if list.people.len() > MAX_PEOPLE as usize {
            let words = (
                format!("the list has more than {MAX_PEOPLE} people: take it apart"),
                format!("超过 {MAX_PEOPLE} 人：请分成几份"),
            );
            return Err(vec![Problem::new(row.place(None), words)]);
        }
    }
    if twice > 1 {
        let more = twice - 1;
        let words = (
            format!("{more} more rows repeat a number"),
            format!("另有 {more} 行编号重复"),
        );
        list.notes
            .push(Problem::new(sheets::Place::default(), words));
    }
    let pairs = list.questions.iter().zip(&answered);
    list.answered = pairs
        .filter(|(_, answered)| **answered)
        .map(|(slot, _)| *slot)
        .collect();
    if list.people.is_empty() && list.bad_rows == 0 {
        let place = table.row(columns.header).map(|row| row.place(None));
        let words = match list.examples {
            0 => (
                "there is a header and nobody below it".to_owned(),
                "只有表头，没有人员".to_owned(),
            ),
            _ => (
                "there is only the example: write people below it".to_owned(),
                "只有示例行：请在下面填写人员".to_owned(),
            ),
        };
        return Err(vec![Problem::new(place.unwrap_or_default(), words)]);
    }
    Ok(list)
}

fn person(row: Row<'_>, columns: &Columns) -> Person {
    let text = |at: Option<usize>| {
        let cell = at.map_or("", |at| row.cell(at));
        let seen = cell.chars().filter(|c| !c.is_control());
        seen.collect::<String>()
    };
    Person {
        line: u32::try_from(row.line).unwrap_or(u32::MAX),
        id: text(columns.id),
        name: text(columns.name),
    }
}

/// Whether a row is the template's example.
fn is_example(person: &Person) -> bool {
    let begins = |text: &str| {
        let text = text.to_lowercase();
        EXAMPLE.iter().any(|mark| text.starts_with(mark))
    };
    begins(&person.id) || begins(&person.name)
}

/// What is wrong with a row whatever its columns mean.
fn shape(row: Row<'_>, columns: &Columns, person: &Person, problems: &mut Vec<Problem>) {
    let (cells, header) = (row.count(), columns.count);
    if row.cells().skip(header).any(|cell| !cell.is_empty()) {
        let words = (
            format!(
                "the row has {cells} cells, the header {header}: put a cell that holds a separator in quotes"
            ),
            format!("本行有 {cells} 格，表头只有 {header} 格：内容里有分隔符的格子要加引号"),
        );
        problems.push(Problem::new(row.place(None), words));
    }
    for (at, text) in [(columns.id, &person.id), (columns.name, &person.name)] {
        let length = text.chars().count();
        if let Some(at) = at.filter(|_| length > MAX_NAME) {
            let words = (
                format!("the text has {length} characters: {MAX_NAME} are the most"),
                format!("有 {length} 个字：最多 {MAX_NAME} 个"),
            );
            problems.push(Problem::new(
                row.place(Some((at, columns.name_at(at)))),
                words,
            ));
        }
    }
}

fn double(row: Row<'_>, columns: &Columns, id: &str, first: u32) -> Problem {
    let place = columns.id.map(|at| (at, columns.name_at(at)));
    let words = (
        format!(
            "`{id}` is on line {first} as well: each row is computed by itself, as for two certificates of one person"
        ),
        format!("第 {first} 行也是「{id}」：每行分别测算，例如一个人有两本证书"),
    );
    Problem::new(row.place(place), words)
}
