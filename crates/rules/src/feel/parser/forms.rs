//! Unary tests, intervals, and the forms that begin with a keyword.

use super::{Level, Parser, Sub, comparison};
use crate::feel::ast::{Binding, Expr, ExprKind};
use crate::feel::lexer::Token;
use crate::feel::parser::SyntaxError;

/// The most iterators of one `for`, `some` or `every`.
const MAX_ITERATORS: usize = 16;

impl Parser {
    /// Tests separated by commas, up to `end` (which is not taken).
    pub(super) fn tests(&mut self, end: &Token) -> Result<Vec<Expr>, SyntaxError> {
        let mut tests = vec![self.test(Level::Or)?.0];
        while self.take_sign(",") {
            tests.push(self.test(Level::Or)?.0);
        }
        if self.peek() != end {
            return self.unexpected("`,` or the end of the tests");
        }
        Ok(tests)
    }

    /// `not(…)` around tests, as a whole cell.
    pub(super) fn negated_tests(&mut self) -> Result<Vec<Expr>, SyntaxError> {
        let start = self.span();
        self.advance();
        self.advance();
        let tests = self.tests(&Token::Sign(")"))?;
        self.advance();
        let kind = ExprKind::Call("not".to_owned(), crate::feel::ast::Args::Positional(tests));
        Ok(vec![self.node(start, 0, kind)?.0])
    }

    /// Whether a comparison without its left side is ahead.
    fn begins_comparison(&self) -> bool {
        matches!(self.peek(), Token::Sign(sign) if comparison(sign).is_some())
    }

    /// One test: a comparison without its left side, or an expression.
    fn test(&mut self, level: Level) -> Result<Sub, SyntaxError> {
        let start = self.span();
        let Token::Sign(sign) = self.peek() else {
            return self.operators(level);
        };
        let Some(op) = comparison(sign) else {
            return self.operators(level);
        };
        self.advance();
        let (operand, depth) = self.operators(Level::Additive)?;
        self.node(start, depth, ExprKind::UnaryTest(op, Box::new(operand)))
    }

    /// What `in` tests against: one test, or several in brackets.
    pub(super) fn tests_after_in(&mut self) -> Result<(Vec<Expr>, u32), SyntaxError> {
        if !self.is_sign("(") {
            let (test, depth) = self.test(Level::Additive)?;
            return Ok((vec![test], depth));
        }
        let start = self.span();
        self.advance();
        let is_comparison = self.begins_comparison();
        let (mut tests, depth) = self.nested(|parser| {
            let (first, mut depth) = parser.test(Level::Or)?;
            let mut tests = vec![first];
            while parser.take_sign(",") {
                let (test, test_depth) = parser.test(Level::Or)?;
                tests.push(test);
                depth = depth.max(test_depth);
            }
            Ok((tests, depth))
        })?;
        if tests.len() == 1
            && !is_comparison
            && let Some(low) = tests.pop()
        {
            if self.is_sign("..") {
                let (interval, depth) = self.interval(start, (low, depth), false)?;
                return Ok((vec![interval], depth));
            }
            self.expect_sign(")", "after the tests")?;
            // The brackets may have been an expression's: `x in (a + b) * c`.
            let first = self.parts_after(start, (low, depth))?;
            let (test, depth) = self.operators_after(start, first, Level::Additive)?;
            return Ok((vec![test], depth));
        }
        self.expect_sign(")", "after the tests")?;
        Ok((tests, depth))
    }

    /// `..high]` after the low end of an interval.
    pub(super) fn interval(
        &mut self,
        start: crate::feel::Span,
        low: Sub,
        low_closed: bool,
    ) -> Result<Sub, SyntaxError> {
        self.expect_sign("..", "after the low end of the interval")?;
        let high = self.operators(Level::Additive)?;
        let high_closed = self.is_sign("]");
        if !high_closed && !self.is_sign(")") && !self.is_sign("[") {
            return self.unexpected("`]` or `)` after the high end of the interval");
        }
        self.advance();
        let kind = ExprKind::Interval {
            low: Some(Box::new(low.0)),
            high: Some(Box::new(high.0)),
            low_closed,
            high_closed,
        };
        self.node(start, low.1.max(high.1), kind)
    }

    /// `(…)`: brackets around an expression, an open interval, or a comparison that is a range.
    pub(super) fn round_bracket(&mut self) -> Result<Sub, SyntaxError> {
        let start = self.span();
        self.advance();
        let is_comparison = self.begins_comparison();
        let inner = self.test(Level::Or)?;
        if !is_comparison && self.is_sign("..") {
            return self.interval(start, inner, false);
        }
        if self.is_sign(",") {
            return self.fault(
                self.span(),
                "several values in round brackets",
                "a list is written [a, b]",
            );
        }
        self.expect_sign(")", "to close the bracket")?;
        Ok(inner)
    }

    /// `[…]`: a list or a closed interval.
    pub(super) fn square_bracket(&mut self) -> Result<Sub, SyntaxError> {
        let start = self.span();
        self.advance();
        if self.take_sign("]") {
            return self.node(start, 0, ExprKind::List(Vec::new()));
        }
        let first = self.expression()?;
        if self.is_sign("..") {
            return self.interval(start, first, true);
        }
        let mut depth = first.1;
        let mut items = vec![first.0];
        while self.take_sign(",") {
            let (item, item_depth) = self.expression()?;
            items.push(item);
            depth = depth.max(item_depth);
        }
        self.expect_sign("]", "or `,` in the list")?;
        self.node(start, depth, ExprKind::List(items))
    }

    /// `]low..high…`: an interval that is open below.
    pub(super) fn open_interval(&mut self) -> Result<Sub, SyntaxError> {
        let start = self.span();
        self.advance();
        let low = self.operators(Level::Additive)?;
        self.interval(start, low, false)
    }

    /// `if c then a else b`
    pub(super) fn conditional(&mut self) -> Result<Sub, SyntaxError> {
        let start = self.span();
        self.advance();
        let condition = self.expression()?;
        self.expect_word("then", "after the condition")?;
        let then = self.expression()?;
        self.expect_word("else", "after the `then` part")?;
        let other = self.expression()?;
        let depth = condition.1.max(then.1).max(other.1);
        let kind = ExprKind::If(Box::new(condition.0), Box::new(then.0), Box::new(other.0));
        self.node(start, depth, kind)
    }

    /// `for … return …`, `some … satisfies …`, `every … satisfies …`
    pub(super) fn iteration(&mut self) -> Result<Sub, SyntaxError> {
        let start = self.span();
        let is_for = self.is_word("for");
        let every = self.is_word("every");
        self.advance();
        let mut bindings = Vec::new();
        let mut depth = 0;
        loop {
            let (binding, binding_depth) = self.binding()?;
            bindings.push(binding);
            depth = depth.max(binding_depth);
            if !self.take_sign(",") {
                break;
            }
            if bindings.len() >= MAX_ITERATORS {
                let message = format!("there are more than {MAX_ITERATORS} iterators");
                return self.fault(self.span(), message, "");
            }
        }
        self.expect_word(
            if is_for { "return" } else { "satisfies" },
            "after the iterators",
        )?;
        let (body, body_depth) = self.expression()?;
        let body = Box::new(body);
        let kind = if is_for {
            ExprKind::For(bindings, body)
        } else {
            ExprKind::Quantified {
                every,
                bindings,
                satisfies: body,
            }
        };
        self.node(start, depth.max(body_depth), kind)
    }

    /// `name in domain` or `name in low..high`
    fn binding(&mut self) -> Result<(Binding, u32), SyntaxError> {
        let name = self.plain_name("a name for the items")?;
        self.expect_word("in", "after the iterator's name")?;
        let (domain, mut depth) = self.expression()?;
        let mut until = None;
        if self.take_sign("..") {
            let (high, high_depth) = self.expression()?;
            depth = depth.max(high_depth);
            until = Some(high);
        }
        Ok((
            Binding {
                name,
                domain,
                until,
            },
            depth,
        ))
    }

    /// `function(a, b: number) body`
    pub(super) fn function(&mut self) -> Result<Sub, SyntaxError> {
        let start = self.span();
        self.advance();
        self.expect_sign("(", "after `function`")?;
        let mut parameters = Vec::new();
        if !self.is_sign(")") {
            loop {
                parameters.push(self.plain_name("a parameter's name")?);
                if self.take_sign(":") {
                    self.type_name()?;
                }
                if !self.take_sign(",") {
                    break;
                }
            }
        }
        self.expect_sign(")", "after the parameters")?;
        if self.is_word("external") {
            return self.fault(self.span(), "external functions are outside the subset", "");
        }
        let (body, depth) = self.expression()?;
        self.node(start, depth, ExprKind::Function(parameters, Box::new(body)))
    }
}
