//! What lies outside the subset whatever the values are.

use super::ast::{BinaryOp, Expr, ExprKind, Span};
use super::interpret::TYPES;
use super::walk::{children, walk};
use super::{builtins, temporal};
use std::fmt;

/// Why an expression is not evaluated, and the part of it that is to blame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The part.
    pub span: Span,
    /// The reason, without a full stop.
    pub message: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for Refused {}

/// Functions of the standard that are left out, and why.
const LEFT_OUT: &[(&[&str], &str)] = &[
    (
        &["now", "today"],
        "there is no clock; the date of application is `applied_on`",
    ),
    (&["sqrt", "exp", "log", "stddev"], "its result is not exact"),
    (
        &["matches", "replace", "split"],
        "regular expressions are outside the subset",
    ),
    (
        &[
            "sort",
            "get value",
            "get entries",
            "context",
            "context put",
            "context merge",
        ],
        "it is outside the subset",
    ),
];

/// Finds what is outside the subset before anything is run.
///
/// # Errors
/// The first part that is outside, and why.
pub fn refuse(expr: &Expr) -> Result<(), Refused> {
    let mut first = None;
    walk(expr, &mut |part| {
        if first.is_none() {
            first = fault(part).map(|message| Refused {
                span: part.span,
                message,
            });
        }
        if first.is_none() {
            first = misplaced_function(part);
        }
    });
    if let ExprKind::Function(..) = expr.kind {
        first.get_or_insert_with(|| outside_function(expr));
    }
    first.map_or(Ok(()), Err)
}

/// Refuses an expression that computes nothing: a text, list, context or name alone.
///
/// Where a decision declares a type, the standard converts its result (a text to null, a
/// list with one item to the item); the type is not given beside an expression alone, and
/// such an expression shows nothing of it.
///
/// # Errors
/// The whole expression.
pub fn refuse_bare(expr: &Expr) -> Result<(), Refused> {
    fn is_constant(expr: &Expr) -> bool {
        let literal = matches!(
            expr.kind,
            ExprKind::Null
                | ExprKind::Bool(_)
                | ExprKind::Number(_)
                | ExprKind::String(_)
                | ExprKind::At(_)
                | ExprKind::Negate(_)
                | ExprKind::List(_)
                | ExprKind::Context(_)
        );
        literal && children(expr).into_iter().all(is_constant)
    }
    let what = match &expr.kind {
        ExprKind::String(_) => "a text",
        ExprKind::Name(_) => "a name",
        ExprKind::List(items) if !items.is_empty() && is_constant(expr) => "a list of constants",
        ExprKind::Context(entries) if !entries.is_empty() && is_constant(expr) => {
            "a context of constants"
        }
        _ => return Ok(()),
    };
    let message = format!(
        "{what} alone computes nothing, and what it comes to depends on the type that is declared for it"
    );
    Err(Refused {
        span: expr.span,
        message,
    })
}

fn outside_function(expr: &Expr) -> Refused {
    Refused {
        span: expr.span,
        message: "functions of one's own are outside the subset".to_owned(),
    }
}

/// A function may only stand where the standard makes null of it: beside `+ - * / **`.
fn misplaced_function(expr: &Expr) -> Option<Refused> {
    use BinaryOp::{Add, Divide, Multiply, Power, Subtract};
    if matches!(
        expr.kind,
        ExprKind::Binary(Add | Subtract | Multiply | Divide | Power, ..) | ExprKind::Negate(_)
    ) {
        return None;
    }
    let inner = children(expr)
        .into_iter()
        .find(|child| matches!(child.kind, ExprKind::Function(..)))?;
    Some(outside_function(inner))
}

fn fault(expr: &Expr) -> Option<String> {
    match &expr.kind {
        ExprKind::Call(name, _)
            if !builtins::FUNCTIONS
                .iter()
                .any(|function| function.name == name) =>
        {
            let known = LEFT_OUT
                .iter()
                .find(|(names, _)| names.contains(&name.as_str()));
            Some(match known {
                Some((_, why)) => format!("the function `{name}` is left out: {why}"),
                None => format!("there is no function `{name}` in the subset"),
            })
        }
        ExprKind::At(text) => match temporal::read::any(text) {
            Ok(Some(_)) => None,
            Ok(None) => Some(format!("`{text}` is no date, time or duration")),
            Err(reason) => Some(reason),
        },
        ExprKind::InstanceOf(_, name) => {
            let mut inner = name.as_str();
            while let Some(item) = inner
                .strip_prefix("list<")
                .and_then(|rest| rest.strip_suffix('>'))
            {
                inner = item;
            }
            let known = TYPES.contains(&inner);
            (!known).then(|| format!("the type `{name}` is outside the subset of `instance of`"))
        }
        ExprKind::Filter(_, filter) if filter.kind == ExprKind::Null => {
            Some("a filter that is null is outside the subset".to_owned())
        }
        ExprKind::In(_, tests) => tests
            .iter()
            .any(|test| matches!(&test.kind, ExprKind::Call(name, _) if name == "not"))
            .then(|| "`in not(…)` is outside the subset; write `not(x in …)`".to_owned()),
        _ => None,
    }
}
