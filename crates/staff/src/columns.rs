//! Which column of a list is what, by the names in its header.

use pack::Pack;
use rules::program::Slot;
use sheets::cells::plain;
use sheets::{Problem, Row, Table, Words};
use std::collections::HashMap;

/// The header is looked for in so many rows: a title may stand above it.
const MOST_TITLES: usize = 20;

/// Names of the column that says who a person is.
const IDS: &[&str] = &[
    "工号",
    "编号",
    "员工编号",
    "员工工号",
    "人员编号",
    "员工号",
    "职工号",
    "职工编号",
    "id",
    "staff_id",
    "staff_number",
    "employee_id",
    "employee_number",
    "number",
];

/// Names of the column with people's names.
const NAMES: &[&str] = &[
    "姓名",
    "名字",
    "员工姓名",
    "职工姓名",
    "name",
    "full_name",
    "staff_name",
    "employee_name",
];

/// The columns of a list.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    /// The header's place among the rows.
    pub header: usize,
    /// How many cells it has.
    pub count: usize,
    /// Where the people's numbers are.
    pub id: Option<usize>,
    /// Where the people's names are.
    pub name: Option<usize>,
    /// Questions and their places, in the order of the columns.
    pub questions: Vec<(Slot, usize)>,
    /// Names of those that are not read.
    pub unread: Vec<String>,
    /// All names as written.
    names: Vec<String>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    Id,
    Name,
    Question(Slot),
}

/// Every name of a column, without what does not matter, and what it holds. A question goes by its
/// id, by its short name and by its full wording, in both languages; a name that two questions
/// have stands for neither.
struct Known {
    names: HashMap<String, Option<Holds>>,
}

impl Known {
    fn of(pack: &Pack) -> Known {
        let mut known = Known {
            names: HashMap::new(),
        };
        for (slot, (fact, question)) in (0..).zip(pack.program.facts.iter().zip(&pack.questions)) {
            let texts = [&question.label, &question.ask];
            let texts = texts.into_iter().flat_map(|text| [&text.zh, &text.en]);
            for name in texts.chain([&fact.id]) {
                known.add(name, Holds::Question(slot));
            }
        }
        for (names, holds) in [(IDS, Holds::Id), (NAMES, Holds::Name)] {
            for name in names {
                known.names.insert(plain(name), Some(holds));
            }
        }
        known
    }

    fn add(&mut self, name: &str, holds: Holds) {
        let place = self.names.entry(plain(name)).or_insert(Some(holds));
        if *place != Some(holds) {
            *place = None;
        }
    }

    fn find(&self, name: &str) -> Option<Holds> {
        self.names.get(&plain(name)).copied().flatten()
    }
}

impl Columns {
    /// Finds the header and the columns in it; notes those whose name is almost one.
    ///
    /// # Errors
    /// Columns that are there twice, or that there is none.
    pub fn read(
        pack: &Pack,
        table: &Table,
        notes: &mut Vec<Problem>,
    ) -> Result<Columns, Vec<Problem>> {
        let known = Known::of(pack);
        let questions = |row: Row<'_>| {
            let holds = row.cells().filter_map(|name| known.find(name));
            holds.filter(|it| matches!(it, Holds::Question(_))).count()
        };
        let heads = table.rows().take(MOST_TITLES).enumerate();
        let best = heads
            .map(|(at, row)| (questions(row), at))
            // The first of equal ones.
            .max_by_key(|(count, at)| (*count, usize::MAX - at));
        let Some((1.., header)) = best else {
            return Err(vec![no_column(table)]);
        };
        let Some(row) = table.row(header) else {
            return Err(vec![no_column(table)]);
        };
        let mut columns = Columns {
            header,
            names: row.cells().map(str::to_owned).collect(),
            ..Columns::default()
        };
        while columns.names.last().is_some_and(String::is_empty) {
            columns.names.pop();
        }
        columns.count = columns.names.len();
        let mut problems = Vec::new();
        let names = std::mem::take(&mut columns.names);
        for (at, name) in names.iter().enumerate() {
            let before = match known.find(name) {
                Some(Holds::Id) => columns.id.replace(at),
                Some(Holds::Name) => columns.name.replace(at),
                Some(Holds::Question(slot)) => {
                    let before = columns.questions.iter().find(|(it, _)| *it == slot);
                    let before = before.map(|(_, at)| *at);
                    columns.questions.push((slot, at));
                    before
                }
                None => {
                    columns.pass_over(&known, row, at, name, notes);
                    None
                }
            };
            if let Some(before) = before {
                let first = names.get(before).map_or("", String::as_str);
                let words = (
                    format!(
                        "`{first}` and `{name}` are the same column: take one away or rename it"
                    ),
                    format!("「{first}」和「{name}」是同一项：请去掉一列，或改掉一个表头"),
                );
                problems.push(Problem::new(row.place(Some((at, name))), words));
            }
        }
        columns.names = names;
        match problems.is_empty() {
            true => Ok(columns),
            false => Err(problems),
        }
    }

    /// Notes a column that is not read: with what may be meant, where a question's name is near.
    fn pass_over(
        &mut self,
        known: &Known,
        row: Row<'_>,
        at: usize,
        name: &str,
        notes: &mut Vec<Problem>,
    ) {
        if name.is_empty() {
            return;
        }
        let short: String = name.chars().take(40).collect();
        let questions = known.names.iter().filter_map(|(name, holds)| {
            matches!(holds, Some(Holds::Question(_))).then_some(name.as_str())
        });
        if let Some(near) = pack::similar::closest(&plain(&short), sorted(questions)) {
            let words = (
                format!("the column `{short}` is not read: is it `{near}`? then rename it"),
                format!("「{short}」这一列没有读取：如果是「{near}」，请改表头"),
            );
            notes.push(Problem::new(row.place(Some((at, &short))), words));
        }
        self.unread.push(short);
    }

    /// A column's name as written.
    pub fn name_at(&self, at: usize) -> &str {
        self.names.get(at).map_or("", String::as_str)
    }
}

/// Names in an order that does not change from run to run.
fn sorted<'n>(names: impl Iterator<Item = &'n str>) -> Vec<&'n str> {
    let mut names: Vec<&str> = names.collect();
    names.sort_unstable();
    names
}

fn no_column(table: &Table) -> Problem {
    let place = table.row(0).map(|row| row.place(None)).unwrap_or_default();
    let words: Words = match table.is_empty() {
        true => (
            "the table is empty: fill in the template".to_owned(),
            "表是空的：请用模板填写".to_owned(),
        ),
        false => (
            "no column was recognised: use the headers of the template; in a workbook the first sheet with content is read"
                .to_owned(),
            "没有认出任何一列：请用模板里的表头；工作簿只读第一张有内容的工作表".to_owned(),
        ),
    };
    Problem::new(place, words)
}
