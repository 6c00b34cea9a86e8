//! Decision tables: rules whose cells test the inputs, and a policy for several hits.

mod cases;
mod lower;

use std::fmt;
use std::str::FromStr;

use super::Error;
use super::compiler::Compiler;
use crate::program::Unit;

/// What a table gives where several rules hold. DMN's letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitPolicy {
    /// `U`: exactly one rule holds in every case; that is proved.
    Unique,
    /// `A`: rules that hold at once give the same output; that is proved.
    Any,
    /// `P`: the output that comes first in [`Table::priority`].
    Priority,
    /// `F`: the first rule that holds.
    First,
    /// `C`: the list of all outputs, for `count`, `sum`, `min` and `max`.
    Collect,
    /// `C+`: the sum of all outputs.
    Sum,
    /// `C<`: the smallest output.
    Min,
    /// `C>`: the largest output.
    Max,
    /// `C#`: how many rules hold.
    Count,
}

const LETTERS: [(&str, HitPolicy); 9] = [
    ("U", HitPolicy::Unique),
    ("A", HitPolicy::Any),
    ("P", HitPolicy::Priority),
    ("F", HitPolicy::First),
    ("C", HitPolicy::Collect),
    ("C+", HitPolicy::Sum),
    ("C<", HitPolicy::Min),
    ("C>", HitPolicy::Max),
    ("C#", HitPolicy::Count),
];

impl FromStr for HitPolicy {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let found = LETTERS.iter().find(|(letters, _)| *letters == text);
        found.map(|(_, policy)| *policy).ok_or_else(|| {
            Error::whole(
                text,
                format!("`{text}` is not a hit policy"),
                "write one of `U`, `A`, `P`, `F`, `C`, `C+`, `C<`, `C>`, `C#`",
            )
        })
    }
}

impl fmt::Display for HitPolicy {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letters = LETTERS.iter().find(|(_, policy)| policy == self);
        out.write_str(letters.map_or("", |(letters, _)| letters))
    }
}

/// A decision table as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What several hits give.
    pub hit_policy: HitPolicy,
    /// One expression for each column.
    pub inputs: Vec<String>,
    /// In their order.
    pub rules: Vec<TableRule>,
    /// For [`HitPolicy::Priority`]: the outputs, the most important first.
    pub priority: Vec<String>,
}

/// One line of a [`Table`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRule {
    /// Unary tests, one cell for each input: `-`, `< 5`, `[1..3]`, `"a", "b"`.
    pub when: Vec<String>,
    /// The output, an expression.
    pub then: String,
}

/// What is wrong with a table, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableError {
    /// The rule's index; `None` for the inputs and the table as a whole.
    pub rule: Option<usize>,
    /// The input's index, or the number of inputs for the output; `None` for the rule
    /// (or the table) as a whole. With both, the error's span lies in that cell's text,
    /// with a column alone in that input's text.
    pub column: Option<usize>,
    /// What is wrong.
    pub error: Error,
}

impl TableError {
    /// Errors about the table as a whole.
    fn table(errors: Vec<Error>) -> Vec<Self> {
        let whole = |error| Self {
            rule: None,
            column: None,
            error,
        };
        errors.into_iter().map(whole).collect()
    }
}

impl Compiler {
    /// Adds a definition given by a table; otherwise as [`Self::define`].
    ///
    /// # Errors
    ///
    /// As [`Self::define`]; a case that the table misses or answers twice against its
    /// hit policy, with an example.
    pub fn define_table(
        &mut self,
        id: &str,
        table: &Table,
        unit: Option<Unit>,
    ) -> Result<(), Vec<TableError>> {
        self.check_definition(id).map_err(TableError::table)?;
        let lowered = lower::lower(&mut self.draft, &self.names, table);
        let (value, errors) = split(lowered);
        let value = value.and_then(|value| super::compiler::as_unit("", value, unit));
        let result = self.add_definition(id, "", value);
        joined(result, errors)
    }

    /// Adds a step given by a table; otherwise as [`Self::step`].
    ///
    /// # Errors
    ///
    /// As [`Self::step`] and [`Self::define_table`].
    pub fn step_table(
        &mut self,
        id: &str,
        table: &Table,
        unit: Unit,
    ) -> Result<(), Vec<TableError>> {
        self.check_name(id)
            .map_err(|error| TableError::table(vec![error]))?;
        let lowered = lower::lower(&mut self.draft, &self.names, table);
        let (value, errors) = split(lowered);
        let result = self.add_step(id, "", value, unit);
        joined(result, errors)
    }
}

type Lowered = Result<super::value::Value, Vec<TableError>>;

/// The value for the compiler, and the table's errors kept aside.
fn split(lowered: Lowered) -> (Result<super::value::Value, Vec<Error>>, Vec<TableError>) {
    match lowered {
        Ok(value) => (Ok(value), Vec::new()),
        Err(errors) => (Err(Vec::new()), errors),
    }
}

fn joined(
    result: Result<(), Vec<Error>>,
    mut errors: Vec<TableError>,
) -> Result<(), Vec<TableError>> {
    match result {
        Ok(()) => Ok(()),
        Err(more) => {
            errors.extend(TableError::table(more));
            Err(errors)
        }
    }
}
