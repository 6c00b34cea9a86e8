//! Tokens to a tree, by precedence climbing.
//!
//! From loose to tight: `or`, `and`, comparisons with `between` and `in`, `+ -`, `* /`,
//! `**` (from left to right), unary `-`, then paths, filters and `instance of`.

mod atoms;
mod forms;
#[cfg(test)]
mod tests;

use super::ast::{BinaryOp, Expr, ExprKind, Span};
use super::lexer::{self, Token};
use super::{MAX_DEPTH, MAX_LENGTH, MAX_NESTING};
use std::fmt;

/// Why a text is no expression, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The faulty place.
    pub span: Span,
    /// What is wrong, without a full stop.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)?;
        match &self.help {
            Some(help) => write!(out, " ({help})"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for SyntaxError {}

/// Reads one expression.
///
/// # Errors
/// The first fault, with its place. Texts over 16 KiB and trees that are too deep are faults.
pub fn parse(text: &str) -> Result<Expr, SyntaxError> {
    let mut parser = Parser::new(text)?;
    let (expr, _) = parser.expression()?;
    parser.expect_end()?;
    Ok(expr)
}

/// Reads a cell of a decision table: `-`, or tests of which one must hold.
///
/// `< 5, [10..20)` are two tests; `not("a", "b")` is one call of `not` whose arguments are
/// tests; `?` stands for the tested value.
///
/// # Errors
/// As [`parse`].
pub fn parse_unary_tests(text: &str) -> Result<Vec<Expr>, SyntaxError> {
    let mut parser = Parser::new(text)?;
    parser.in_unary_tests = true;
    let start = parser.span();
    if parser.is_sign("-") && parser.peek_at(1) == &Token::End {
        return Ok(vec![Expr {
            kind: ExprKind::Any,
            span: start,
        }]);
    }
    let tests = if parser.is_word("not") && parser.peek_at(1) == &Token::Sign("(") {
        parser.negated_tests()?
    } else {
        parser.tests(&Token::End)?
    };
    parser.expect_end()?;
    Ok(tests)
}

/// An expression and the depth of its tree.
type Sub = (Expr, u32);

/// How tightly operators bind; only operators at least this tight are taken.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Or,
    And,
    Comparison,
    Additive,
    Multiplicative,
    Power,
    Unary,
}

impl Level {
    /// The next tighter one.
    fn tighter(self) -> Self {
        match self {
            Level::Or => Level::And,
            Level::And => Level::Comparison,
            Level::Comparison => Level::Additive,
            Level::Additive => Level::Multiplicative,
            Level::Multiplicative => Level::Power,
            Level::Power | Level::Unary => Level::Unary,
        }
    }
}

struct Parser {
    tokens: Vec<(Token, Span)>,
    at: usize,
    nesting: u32,
    /// `?` has a meaning.
    in_unary_tests: bool,
}

impl Parser {
    fn new(text: &str) -> Result<Self, SyntaxError> {
        if text.len() > MAX_LENGTH {
            return Err(SyntaxError {
                span: Span { start: 0, end: 1 },
                message: format!(
                    "the expression has {} bytes, more than {MAX_LENGTH}",
                    text.len()
                ),
                help: Some("divide it into several named steps".to_owned()),
            });
        }
        Ok(Parser {
            tokens: lexer::tokens(text)?,
            at: 0,
            nesting: 0,
            in_unary_tests: false,
        })
    }

    fn peek(&self) -> &Token {
        self.peek_at(0)
    }

    fn peek_at(&self, ahead: usize) -> &Token {
        self.tokens
            .get(self.at + ahead)
            .map_or(&Token::End, |(token, _)| token)
    }

    /// Where the next token stands.
    fn span(&self) -> Span {
        self.tokens
            .get(self.at)
            .or(self.tokens.last())
            .map_or_else(Span::default, |(_, span)| *span)
    }

    /// From `start` to the end of the last token taken.
    fn since(&self, start: Span) -> Span {
        let last = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        Span {
            start: start.start,
            end: last
                .map_or(start.end, |(_, span)| span.end)
                .max(start.start),
        }
    }

    fn advance(&mut self) {
        if self.at < self.tokens.len() {
            self.at += 1;
        }
    }

    fn is_sign(&self, sign: &str) -> bool {
        matches!(self.peek(), Token::Sign(found) if *found == sign)
    }

    fn is_word(&self, word: &str) -> bool {
        matches!(self.peek(), Token::Word(found) if found == word)
    }

    fn take_sign(&mut self, sign: &str) -> bool {
        let found = self.is_sign(sign);
        if found {
            self.advance();
        }
        found
    }

    fn take_word(&mut self, word: &str) -> bool {
        let found = self.is_word(word);
        if found {
            self.advance();
        }
        found
    }

    fn expect_sign(&mut self, sign: &'static str, after: &str) -> Result<(), SyntaxError> {
        if self.take_sign(sign) {
            Ok(())
        } else {
            self.unexpected(&format!("`{sign}` {after}"))
        }
    }

    fn expect_word(&mut self, word: &'static str, after: &str) -> Result<(), SyntaxError> {
        if self.take_word(word) {
            Ok(())
        } else {
            self.unexpected(&format!("`{word}` {after}"))
        }
    }

    fn expect_end(&mut self) -> Result<(), SyntaxError> {
        if self.peek() == &Token::End {
            Ok(())
        } else {
            self.unexpected("the end or an operator")
        }
    }

    fn unexpected<T>(&self, wanted: &str) -> Result<T, SyntaxError> {
        let help = match self.peek() {
            Token::Sign("=") => Some("FEEL compares with one `=`"),
            Token::Word(word) if word == "div" || word == "mod" => {
                Some("write `/` or `modulo(a, b)`")
            }
            Token::Word(_) => Some("a name has no spaces; a text stands in double quotes"),
            _ => None,
        };
        let message = format!("expected {wanted}, found {}", self.peek().describe());
        Err(SyntaxError {
            span: self.span(),
            message,
            help: help.map(str::to_owned),
        })
    }

    fn fault<T>(
        &self,
        span: Span,
        message: impl Into<String>,
        help: &str,
    ) -> Result<T, SyntaxError> {
        let help = (!help.is_empty()).then(|| help.to_owned());
        Err(SyntaxError {
            span,
            message: message.into(),
            help,
        })
    }

    /// A node over children of the given depth.
    fn node(&self, start: Span, depth: u32, kind: ExprKind) -> Result<Sub, SyntaxError> {
        let span = self.since(start);
        if depth >= MAX_DEPTH {
            let message = format!("the expression's tree is deeper than {MAX_DEPTH}");
            return self.fault(
                span,
                message,
                "divide it into several named steps, or write `x in (a, b, …)`",
            );
        }
        Ok((Expr { kind, span }, depth + 1))
    }

    /// Runs `inner` one bracket (or the like) deeper.
    fn nested<T>(
        &mut self,
        inner: impl FnOnce(&mut Self) -> Result<T, SyntaxError>,
    ) -> Result<T, SyntaxError> {
        if self.nesting >= MAX_NESTING {
            let message = format!("brackets and the like are nested more than {MAX_NESTING} deep");
            return self.fault(
                self.span(),
                message,
                "divide the expression into several named steps",
            );
        }
        self.nesting += 1;
        let result = inner(self);
        self.nesting -= 1;
        result
    }

    fn expression(&mut self) -> Result<Sub, SyntaxError> {
        self.operators(Level::Or)
    }

    /// Operands joined by operators of at least this level.
    fn operators(&mut self, level: Level) -> Result<Sub, SyntaxError> {
        let start = self.span();
        let first = self.operand()?;
        self.operators_after(start, first, level)
    }

    /// As [`Parser::operators`], after the first operand.
    fn operators_after(
        &mut self,
        start: Span,
        first: Sub,
        level: Level,
    ) -> Result<Sub, SyntaxError> {
        let mut left = first;
        let mut compared = false;
        while let Some((found, op)) = self.operator() {
            if found < level {
                break;
            }
            if found == Level::Comparison {
                if compared {
                    return self.fault(
                        self.span(),
                        "comparisons cannot be chained",
                        "write `a < b and b < c`, or use brackets",
                    );
                }
                compared = true;
            } else {
                // `a = b and c = d` compares on both sides.
                compared = false;
            }
            self.advance();
            left = match op {
                Some(op) => {
                    let right = self.operators(found.tighter())?;
                    let depth = left.1.max(right.1);
                    self.node(
                        start,
                        depth,
                        ExprKind::Binary(op, Box::new(left.0), Box::new(right.0)),
                    )?
                }
                None => self.between_or_in(start, left)?,
            };
        }
        Ok(left)
    }

    /// The operator ahead and its level; `None` for the word operators with three parts.
    fn operator(&self) -> Option<(Level, Option<BinaryOp>)> {
        let (level, op) = match self.peek() {
            Token::Sign(sign) => match *sign {
                "+" => (Level::Additive, BinaryOp::Add),
                "-" => (Level::Additive, BinaryOp::Subtract),
                "*" => (Level::Multiplicative, BinaryOp::Multiply),
                "/" => (Level::Multiplicative, BinaryOp::Divide),
                "**" => (Level::Power, BinaryOp::Power),
                sign => (Level::Comparison, comparison(sign)?),
            },
            Token::Word(word) => match word.as_str() {
                "or" => (Level::Or, BinaryOp::Or),
                "and" => (Level::And, BinaryOp::And),
                "between" | "in" => return Some((Level::Comparison, None)),
                _ => return None,
            },
            _ => return None,
        };
        Some((level, Some(op)))
    }

    /// After `between` or `in`.
    fn between_or_in(&mut self, start: Span, left: Sub) -> Result<Sub, SyntaxError> {
        let is_in = matches!(self.tokens.get(self.at.wrapping_sub(1)), Some((Token::Word(word), _)) if word == "in");
        if is_in {
            let (tests, depth) = self.tests_after_in()?;
            return self.node(
                start,
                depth.max(left.1),
                ExprKind::In(Box::new(left.0), tests),
            );
        }
        let low = self.operators(Level::Additive)?;
        self.expect_word("and", "after the low end of `between`")?;
        let high = self.operators(Level::Additive)?;
        let depth = left.1.max(low.1).max(high.1);
        let kind = ExprKind::Between(Box::new(left.0), Box::new(low.0), Box::new(high.0));
        self.node(start, depth, kind)
    }
}

/// The comparison that a sign writes.
fn comparison(sign: &str) -> Option<BinaryOp> {
    Some(match sign {
        "=" => BinaryOp::Equal,
        "!=" => BinaryOp::NotEqual,
        "<" => BinaryOp::Less,
        "<=" => BinaryOp::LessEqual,
        ">" => BinaryOp::Greater,
        ">=" => BinaryOp::GreaterEqual,
        _ => return None,
    })
}
