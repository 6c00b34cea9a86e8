//! FEEL, the expression language of DMN 1.5: the documented subset (`docs/feel.md`).
//!
//! - [`parse`] and [`parse_unary_tests`] read an expression into a tree with places.
//! - [`Decimal`] is its number: 34 significant digits, halves to even.
//! - [`refuse`] finds what is outside the subset before anything is run.
//! - [`interpret`] is the reference: one expression over plain [`Value`]s.

mod arithmetic;
pub mod ast;
mod builtins;
mod compare;
mod decimal;
mod interpret;
mod lexer;
mod names;
mod parser;
mod print;
mod refuse;
mod temporal;
mod value;
mod walk;

pub use ast::{Args, BinaryOp, Binding, Expr, ExprKind, Span};
pub use compare::equal;
pub use decimal::{Decimal, ParseDecimalError};
pub use interpret::{MAX_ITEMS, MAX_STEPS, interpret, matches};
pub use parser::{SyntaxError, parse, parse_unary_tests};
pub use refuse::{Refused, refuse, refuse_bare};
pub use temporal::{DateTime, Time, Zone};
pub use value::{Range, Value};

/// A result, or why it is refused.
type Outcome<T> = Result<T, String>;

/// The longest expression, in bytes.
pub const MAX_LENGTH: usize = 16 * 1024;

/// How deep brackets and the like may be nested.
pub const MAX_NESTING: u32 = 64;

/// How deep the tree of an expression may be: also the longest chain of `a + b + c …`.
pub const MAX_DEPTH: u32 = 200;
