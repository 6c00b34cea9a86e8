//! A tree back to text that reads as the same tree.

use super::ast::{Args, BinaryOp, Binding, Expr, ExprKind};
use std::fmt::{self, Display, Formatter, Write};

impl Display for Expr {
    /// One line, with more brackets than people write; [`super::parse`] reads it as the same tree.
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ExprKind::Null => out.write_str("null"),
            ExprKind::Bool(value) => write!(out, "{value}"),
            ExprKind::Number(text) | ExprKind::Name(text) => out.write_str(text),
            ExprKind::String(text) => quoted(out, text),
            ExprKind::At(text) => {
                out.write_char('@')?;
                quoted(out, text)
            }
            ExprKind::Any => out.write_char('-'),
            ExprKind::Negate(inner) => write!(out, "-{}", Operand(inner)),
            ExprKind::Binary(op, left, right) => {
                write!(out, "{} {} {}", Operand(left), op.sign(), Operand(right))
            }
            ExprKind::Between(value, low, high) => {
                write!(
                    out,
                    "{} between {} and {}",
                    Operand(value),
                    Operand(low),
                    Operand(high)
                )
            }
            ExprKind::In(value, tests) => {
                write!(out, "{} in (", Operand(value))?;
                listed(out, tests)?;
                out.write_char(')')
            }
            ExprKind::UnaryTest(op, operand) => write!(out, "({} {})", op.sign(), Operand(operand)),
            ExprKind::Interval {
                low,
                high,
                low_closed,
                high_closed,
            } => {
                out.write_char(if *low_closed { '[' } else { '(' })?;
                if let Some(low) = low {
                    write!(out, "{}", Operand(low))?;
                }
                out.write_str("..")?;
                if let Some(high) = high {
                    write!(out, "{}", Operand(high))?;
                }
                out.write_char(if *high_closed { ']' } else { ')' })
            }
            ExprKind::If(condition, then, other) => {
                write!(out, "if {condition} then {then} else {other}")
            }
            ExprKind::For(bindings, body) => {
                out.write_str("for ")?;
                bound(out, bindings)?;
                write!(out, " return {body}")
            }
            ExprKind::Quantified {
                every,
                bindings,
                satisfies,
            } => {
                out.write_str(if *every { "every " } else { "some " })?;
                bound(out, bindings)?;
                write!(out, " satisfies {satisfies}")
            }
            ExprKind::List(items) => {
                out.write_char('[')?;
                listed(out, items)?;
                out.write_char(']')
            }
            ExprKind::Context(entries) => {
                out.write_char('{')?;
                for (place, (key, value)) in entries.iter().enumerate() {
                    out.write_str(if place > 0 { ", " } else { "" })?;
                    quoted(out, key)?;
                    write!(out, ": {value}")?;
                }
                out.write_char('}')
            }
            ExprKind::Filter(base, filter) => write!(out, "{}[{filter}]", Operand(base)),
            ExprKind::Path(base, part) => write!(out, "{}.{part}", Operand(base)),
            ExprKind::Call(name, args) => {
                write!(out, "{name}(")?;
                match args {
                    Args::Positional(args) => listed(out, args)?,
                    Args::Named(args) => {
                        for (place, (name, value)) in args.iter().enumerate() {
                            out.write_str(if place > 0 { ", " } else { "" })?;
                            write!(out, "{name}: {value}")?;
                        }
                    }
                }
                out.write_char(')')
            }
            ExprKind::Function(parameters, body) => {
                write!(out, "function({}) {body}", parameters.join(", "))
            }
            ExprKind::InstanceOf(value, name) => {
                write!(out, "{} instance of {name}", Operand(value))
            }
        }
    }
}

/// An expression where an operand stands: in brackets unless it holds together by itself.
struct Operand<'e>(&'e Expr);

impl Display for Operand<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        use ExprKind::*;
        let whole = matches!(
            self.0.kind,
            Null | Bool(_)
                | String(_)
                | At(_)
                | Name(_)
                | UnaryTest(..)
                | Interval { .. }
                | List(_)
                | Context(_)
                | Call(..)
        );
        if whole {
            write!(out, "{}", self.0)
        } else {
            write!(out, "({})", self.0)
        }
    }
}

fn listed(out: &mut Formatter<'_>, items: &[Expr]) -> fmt::Result {
    for (place, item) in items.iter().enumerate() {
        write!(out, "{}{item}", if place > 0 { ", " } else { "" })?;
    }
    Ok(())
}

fn bound(out: &mut Formatter<'_>, bindings: &[Binding]) -> fmt::Result {
    for (place, binding) in bindings.iter().enumerate() {
        write!(
            out,
            "{}{} in {}",
            if place > 0 { ", " } else { "" },
            binding.name,
            Operand(&binding.domain)
        )?;
        if let Some(until) = &binding.until {
            write!(out, "..{}", Operand(until))?;
        }
    }
    Ok(())
}

/// A text in double quotes.
pub(super) fn quoted(out: &mut impl Write, text: &str) -> fmt::Result {
    out.write_char('"')?;
    for c in text.chars() {
        match c {
            '"' => out.write_str("\\\"")?,
            '\\' => out.write_str("\\\\")?,
            '\n' => out.write_str("\\n")?,
            '\r' => out.write_str("\\r")?,
            '\t' => out.write_str("\\t")?,
            c => out.write_char(c)?,
        }
    }
    out.write_char('"')
}

impl BinaryOp {
    /// As it is written.
    pub fn sign(self) -> &'static str {
        match self {
            BinaryOp::Or => "or",
            BinaryOp::And => "and",
            BinaryOp::Equal => "=",
            BinaryOp::NotEqual => "!=",
            BinaryOp::Less => "<",
            BinaryOp::LessEqual => "<=",
            BinaryOp::Greater => ">",
            BinaryOp::GreaterEqual => ">=",
            BinaryOp::Add => "+",
            BinaryOp::Subtract => "-",
            BinaryOp::Multiply => "*",
            BinaryOp::Divide => "/",
            BinaryOp::Power => "**",
        }
    }
}
