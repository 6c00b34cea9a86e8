//! From expressions to the compact form: types, units and bounds are checked here,
//! once, so that the machine in the browser needs to check nothing.
//!
//! What the compiler proves of every expression it lets through: it has one type and
//! one unit, it is never null, no operation on the way overflows, no divisor is zero,
//! no index leaves its list, whatever the answers. What it can't prove is an
//! [`Error`] with its place and what to write instead.
//!
//! Units: what is added, compared or chosen between counts the same; a literal takes
//! any unit. A product counts what its money or points side counts, and at most one
//! side may count those; a share leaves the other side's unit; count times count has
//! no unit; a literal times a count takes any unit again, as 5000 times so many people
//! may be yuan.
//!
//! ```
//! use rules::compile::Compiler;
//! use rules::program::{Change, Domain, Fact, Kind, Unit};
//!
//! let mut compiler = Compiler::new();
//! let level = Fact {
//!     id: "certificate_level".to_owned(),
//!     domain: Domain::Number { min: 1, max: 5, scale: 0 },
//!     change: Change::Fixed,
//!     order: 0,
//! };
//! compiler.fact(level, Unit::None, &[]).unwrap();
//! compiler.begin_programme("grant", Kind::Grant);
//! compiler.begin_version("v2026", None, None);
//! compiler.condition("level", "certificate_level >= 3").unwrap();
//! let wrong = compiler.condition("typo", "certificate_levle >= 3").unwrap_err();
//! assert_eq!(wrong[0].help.as_deref(), Some("did you mean `certificate_level`?"));
//! compiler.end_version();
//! assert_eq!(compiler.finish().programmes[0].versions[0].conditions.len(), 1);
//! ```

mod aggregate;
mod arithmetic;
mod assume;
mod calls;
mod compare;
mod compiler;
mod division;
mod draft;
mod emit;
mod fold;
mod list_calls;
mod lists;
mod lower;
mod names;
mod parts;
mod range;
mod scale;
mod select;
mod shortest;
mod suggest;
mod table;
mod temporal;
mod value;
mod version;

pub use compiler::Compiler;
pub use table::{HitPolicy, Table, TableError, TableRule};

use crate::feel::{Span, SyntaxError};

/// What is wrong with an expression, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The faulty place in the expression's text.
    pub span: Span,
    /// What is wrong: lower case, no full stop, what was given in backticks.
    pub message: String,
    /// What to write instead, where that can be said.
    pub help: Option<String>,
}

impl std::fmt::Display for Error {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.message)?;
        match &self.help {
            Some(help) => write!(out, "; {help}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Error {}

impl From<SyntaxError> for Error {
    fn from(error: SyntaxError) -> Self {
        Self {
            span: error.span,
            message: error.message,
            help: error.help,
        }
    }
}

impl Error {
    /// An error about the whole of what was given.
    fn whole(text: &str, message: impl Into<String>, help: impl Into<String>) -> Self {
        let help = help.into();
        let end = u32::try_from(text.len()).unwrap_or(u32::MAX);
        Self {
            span: Span { start: 0, end },
            message: message.into(),
            help: (!help.is_empty()).then_some(help),
        }
    }
}
