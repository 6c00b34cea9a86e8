//! Going through a tree.

use super::ast::{Args, Expr, ExprKind};

/// Calls `visit` for an expression and everything in it, from the outside in.
pub(super) fn walk<'e>(expr: &'e Expr, visit: &mut impl FnMut(&'e Expr)) {
    visit(expr);
    for child in children(expr) {
        walk(child, visit);
    }
}

/// The expressions directly inside.
pub(super) fn children(expr: &Expr) -> Vec<&Expr> {
    match &expr.kind {
        ExprKind::Null
        | ExprKind::Bool(_)
        | ExprKind::Number(_)
        | ExprKind::String(_)
        | ExprKind::At(_)
        | ExprKind::Name(_)
        | ExprKind::Any => Vec::new(),
        ExprKind::Negate(a) | ExprKind::UnaryTest(_, a) | ExprKind::Path(a, _) => vec![a],
        ExprKind::Function(_, a) | ExprKind::InstanceOf(a, _) => vec![a],
        ExprKind::Binary(_, a, b) | ExprKind::Filter(a, b) => vec![a, b],
        ExprKind::Between(a, b, c) | ExprKind::If(a, b, c) => vec![a, b, c],
        ExprKind::In(value, tests) => std::iter::once(&**value).chain(tests).collect(),
        ExprKind::Interval { low, high, .. } => [low, high]
            .into_iter()
            .flatten()
            .map(|end| &**end)
            .collect(),
        ExprKind::For(bindings, body)
        | ExprKind::Quantified {
            bindings,
            satisfies: body,
            ..
        } => bindings
            .iter()
            .flat_map(|binding| std::iter::once(&binding.domain).chain(&binding.until))
            .chain(std::iter::once(&**body))
            .collect(),
        ExprKind::List(items) => items.iter().collect(),
        ExprKind::Context(entries) => entries.iter().map(|(_, value)| value).collect(),
        ExprKind::Call(_, Args::Positional(args)) => args.iter().collect(),
        ExprKind::Call(_, Args::Named(args)) => args.iter().map(|(_, value)| value).collect(),
    }
}
