//! FEEL, the expression language of DMN 1.5: the documented subset (`docs/feel.md`).
//!
//! - [`parse`] and [`parse_unary_tests`] read an expression into a tree with places.
//! - [`Decimal`] is its number: 34 significant digits, halves to even.

pub mod ast;
mod decimal;
mod lexer;
mod names;
mod parser;
mod print;

pub use ast::{Args, BinaryOp, Binding, Expr, ExprKind, Span};
pub use decimal::{Decimal, ParseDecimalError};
pub use parser::{SyntaxError, parse, parse_unary_tests};

/// The longest expression, in bytes.
pub const MAX_LENGTH: usize = 16 * 1024;

/// How deep brackets and the like may be nested.
pub const MAX_NESTING: u32 = 64;

/// How deep the tree of an expression may be: also the longest chain of `a + b + c …`.
pub const MAX_DEPTH: u32 = 200;
