//! From a syntax tree to values whose types, units and bounds are checked.

use super::Error;
use super::draft::Draft;
use super::names::{Named, Names};
use super::range::Fault;
use super::suggest;
use super::value::{End, Item, Number, Value};
use crate::feel::Decimal;
use crate::feel::{BinaryOp, Expr, ExprKind, Span};
use crate::program::{Op, Reg};

/// The most entries that the lists of one expression may unroll to.
const MAX_UNROLLED: usize = 20_000;

/// The most expressions that one expression may unroll to.
const MAX_STEPS: usize = 500_000;

/// The most errors that one expression reports.
const MAX_ERRORS: usize = 20;

/// The place of a table's input, which stands outside the cell at hand.
pub(super) const SUBJECT: Span = Span {
    start: u32::MAX,
    end: u32::MAX,
};

/// One expression on its way.
pub(super) struct Lowering<'a> {
    pub(super) text: &'a str,
    pub(super) draft: &'a mut Draft,
    pub(super) names: &'a Names,
    /// Names that iterators and filters give.
    pub(super) scope: Vec<(String, Value)>,
    /// Bounds that the enclosing conditions give to registers.
    pub(super) assumed: Vec<(Reg, i64, i64)>,
    pub(super) errors: Vec<Error>,
    /// What the place [`SUBJECT`] quotes.
    pub(super) subject: String,
    unrolled: usize,
    steps: usize,
}

impl<'a> Lowering<'a> {
    /// A fresh start on the expression `text`.
    pub(super) fn new(text: &'a str, draft: &'a mut Draft, names: &'a Names) -> Self {
        Self {
            text,
            draft,
            names,
            scope: Vec::new(),
            assumed: Vec::new(),
            errors: Vec::new(),
            subject: String::new(),
            unrolled: 0,
            steps: 0,
        }
    }

    /// The source text of a place, in backticks.
    pub(super) fn quote(&self, span: Span) -> String {
        if span == SUBJECT {
            return format!("`{}`", self.subject);
        }
        let range =
            usize::try_from(span.start).unwrap_or(0)..usize::try_from(span.end).unwrap_or(0);
        format!("`{}`", self.text.get(range).unwrap_or_default().trim())
    }

    /// Reports an error; there is no value then.
    pub(super) fn fail<T>(
        &mut self,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Option<T> {
        let help = help.into();
        let whole = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        let span = match span {
            SUBJECT => Span {
                start: 0,
                end: whole,
            },
            inside => inside,
        };
        let error = Error {
            span,
            message: message.into(),
            help: (!help.is_empty()).then_some(help),
        };
        if self.errors.len() < MAX_ERRORS && !self.errors.contains(&error) {
            self.errors.push(error);
        }
        None
    }

    /// The result of a draft's operation; a fault is reported.
    pub(super) fn done<T>(&mut self, span: Span, result: Result<T, Fault>) -> Option<T> {
        let fault = match result {
            Ok(value) => return Some(value),
            Err(fault) => fault,
        };
        let what = self.quote(span);
        match fault {
            Fault::Overflow(_) => self.fail(
                span,
                format!("{what} can grow beyond the 18 digits that are computed exactly"),
                "give the questions that it reads narrower bounds, or round earlier",
            ),
            Fault::ZeroDivisor => self.fail(
                span,
                format!("the divisor of {what} can be zero"),
                "give the question a `min` above 0, or divide only where `if … > 0 then` holds",
            ),
            Fault::OutOfList(low, high, length) => self.fail(
                span,
                format!("the index of {what} runs from {low} to {high}, but the list has {length} entries"),
                "give the question bounds that stay in the list, or add the missing entries",
            ),
            Fault::Full => self.fail(
                span,
                "the rules need more than 65,535 operations",
                "shorten the lists that `for`, `some`, `every` and filters go through",
            ),
        }
    }

    /// Counts entries of unrolled lists; reports the one that is too many.
    pub(super) fn unroll(&mut self, span: Span, entries: usize) -> Option<()> {
        self.unrolled = self.unrolled.saturating_add(entries);
        if self.unrolled <= MAX_UNROLLED {
            return Some(());
        }
        self.fail(
            span,
            format!(
                "{} goes through more than {MAX_UNROLLED} entries",
                self.quote(span)
            ),
            "use shorter lists",
        )
    }

    /// What an expression stands for; `None` if that has been reported as an error.
    pub(super) fn expr(&mut self, e: &Expr) -> Option<Value> {
        self.steps += 1;
        if self.steps > MAX_STEPS {
            let whole = Span {
                start: 0,
                end: u32::try_from(self.text.len()).unwrap_or(u32::MAX),
            };
            let message = format!("this unrolls to more than {MAX_STEPS} expressions");
            return self.fail(
                whole,
                message,
                "use shorter lists, or a step for what is repeated",
            );
        }
        match &e.kind {
            ExprKind::Null => self.fail(
                e.span,
                "`null` has no place in a rule: every question has an answer",
                "leave the comparison out; what is not answered yet is treated as unknown",
            ),
            ExprKind::Bool(value) => {
                let reg = self.draft.truth(*value);
                self.done(e.span, reg).map(Value::Truth)
            }
            ExprKind::Number(digits) => self.literal(e.span, digits),
            ExprKind::String(text) => Some(Value::Text(text.clone())),
            ExprKind::At(text) => self.temporal(e.span, text),
            ExprKind::Name(name) => self.name(e.span, name),
            ExprKind::Negate(x) => self.negate(e.span, x),
            ExprKind::Binary(op, a, b) => self.binary(e, *op, a, b),
            ExprKind::Between(x, low, high) => self.between(e.span, x, low, high),
            ExprKind::In(x, tests) => {
                let value = self.expr(x)?;
                self.tests(e.span, (&value, x.span), tests)
                    .map(Value::Truth)
            }
            ExprKind::UnaryTest(..) | ExprKind::Any => self.fail(
                e.span,
                format!("{} tests nothing here", self.quote(e.span)),
                "say what is compared, or put it after `in` or into a decision table",
            ),
            ExprKind::Interval {
                low,
                high,
                low_closed,
                high_closed,
            } => {
                let places = [low, high].map(|end| end.as_ref().map_or(e.span, |end| end.span));
                let low = self.end(low.as_deref(), *low_closed);
                let high = self.end(high.as_deref(), *high_closed);
                self.range(e.span, low?, high?, places)
            }
            ExprKind::If(condition, then, otherwise) => {
                self.choose(e.span, condition, then, otherwise)
            }
            ExprKind::For(bindings, body) => self.for_each(e.span, bindings, body),
            ExprKind::Quantified {
                every,
                bindings,
                satisfies,
            } => self
                .quantified(e.span, *every, bindings, satisfies)
                .map(Value::Truth),
            ExprKind::List(entries) => {
                self.unroll(e.span, entries.len())?;
                let values: Vec<Option<Value>> =
                    entries.iter().map(|entry| self.expr(entry)).collect();
                let items = values.into_iter().map(|value| {
                    Some(Item {
                        guard: None,
                        value: value?,
                    })
                });
                items.collect::<Option<_>>().map(Value::List)
            }
            ExprKind::Context(entries) => self.context(entries),
            ExprKind::Filter(list, filter) => self.filter(e.span, list, filter),
            ExprKind::Path(base, name) => {
                let value = self.expr(base)?;
                self.path(e.span, base.span, value, name)
            }
            ExprKind::Call(name, args) => self.call(e.span, name, args),
            ExprKind::Function(..) => self.fail(
                e.span,
                "a rule defines no functions",
                "write the expression itself, or make it a definition or a step",
            ),
            ExprKind::InstanceOf(..) => self.fail(
                e.span,
                format!("{} is known when the rules are built", self.quote(e.span)),
                "leave `instance of` out",
            ),
        }
    }

    /// As [`Self::expr`], for what must be true or false. `whose` needs it: `` `if` ``.
    pub(super) fn truth(&mut self, e: &Expr, whose: &str) -> Option<Reg> {
        match self.expr(e)? {
            Value::Truth(reg) => Some(reg),
            other => self.fail(
                e.span,
                format!(
                    "{} is {}, but {whose} needs true or false",
                    self.quote(e.span),
                    other.describe()
                ),
                "",
            ),
        }
    }

    /// As [`Self::expr`], for what must be a number. `whose` needs it.
    pub(super) fn number(&mut self, e: &Expr, whose: &str) -> Option<Number> {
        match self.expr(e)? {
            Value::Number(number) => Some(number),
            other => self.fail(
                e.span,
                format!(
                    "{} is {}, but {whose} needs a number",
                    self.quote(e.span),
                    other.describe()
                ),
                "",
            ),
        }
    }

    fn literal(&mut self, span: Span, digits: &str) -> Option<Value> {
        let decimal: Option<Decimal> = digits.parse().ok();
        let exact = decimal.and_then(|decimal| {
            let scale = u8::try_from(decimal.scale()).ok()?;
            Some((decimal.mantissa_at(u32::from(scale))?, scale))
        });
        match exact {
            Some((mantissa, scale)) if scale <= 18 => {
                let reg = self.draft.number(mantissa);
                let reg = self.done(span, reg)?;
                Some(Value::Number(Number {
                    reg,
                    scale,
                    unit: None,
                }))
            }
            _ => self.fail(
                span,
                format!(
                    "{} has more than the 18 digits that are computed exactly",
                    self.quote(span)
                ),
                "",
            ),
        }
    }

    fn name(&mut self, span: Span, name: &str) -> Option<Value> {
        if let Some((_, value)) = self.scope.iter().rev().find(|(known, _)| known == name) {
            let value = value.clone();
            self.unroll(span, value.size())?;
            return Some(value);
        }
        if name == "applied_on" {
            let reg = self.draft.push(Op::AppliedOn);
            return self.done(span, reg).map(Value::Date);
        }
        match self.names.get(name) {
            Some(Named::Value(value)) => {
                let value = value.clone();
                self.unroll(span, value.size())?;
                Some(value)
            }
            Some(Named::Broken) => None,
            None => {
                let scope = self.scope.iter().map(|(name, _)| name.as_str());
                let near = suggest::nearest(name, scope.chain(self.names.all()));
                let help = near
                    .map(|near| format!("did you mean `{near}`?"))
                    .unwrap_or_default();
                self.fail(
                    span,
                    format!("there is no question, definition or step named `{name}`"),
                    help,
                )
            }
        }
    }

    fn binary(&mut self, e: &Expr, op: BinaryOp, a: &Expr, b: &Expr) -> Option<Value> {
        match op {
            BinaryOp::And | BinaryOp::Or => {
                let mut sides = Vec::new();
                chain(e, op, &mut sides);
                let whose = if op == BinaryOp::And { "`and`" } else { "`or`" };
                let regs: Vec<Option<Reg>> = sides
                    .into_iter()
                    .map(|side| self.truth(side, whose))
                    .collect();
                let regs = regs.into_iter().collect::<Option<Vec<_>>>()?;
                let reg = if op == BinaryOp::And {
                    self.draft.every(regs)
                } else {
                    self.draft.some(regs)
                };
                self.done(e.span, reg).map(Value::Truth)
            }
            BinaryOp::Equal
            | BinaryOp::NotEqual
            | BinaryOp::Less
            | BinaryOp::LessEqual
            | BinaryOp::Greater
            | BinaryOp::GreaterEqual => {
                let (x, y) = (self.expr(a), self.expr(b));
                self.compare(e.span, op, (&x?, a.span), (&y?, b.span))
                    .map(Value::Truth)
            }
            BinaryOp::Add | BinaryOp::Subtract | BinaryOp::Multiply => {
                let (x, y) = (self.expr(a), self.expr(b));
                self.arithmetic(e.span, op, (x?, a.span), (y?, b.span))
            }
            BinaryOp::Divide => self.quotient(e.span, a, b),
            BinaryOp::Power => self.power(e.span, a, b),
        }
    }

    fn between(&mut self, span: Span, x: &Expr, low: &Expr, high: &Expr) -> Option<Value> {
        let (value, from, to) = (self.expr(x), self.expr(low), self.expr(high));
        let (value, from, to) = (value?, from?, to?);
        let above = self.compare(
            span,
            BinaryOp::GreaterEqual,
            (&value, x.span),
            (&from, low.span),
        );
        let below = self.compare(
            span,
            BinaryOp::LessEqual,
            (&value, x.span),
            (&to, high.span),
        );
        let both = self.draft.and(above?, below?);
        self.done(span, both).map(Value::Truth)
    }

    /// A range, unless it is certainly empty.
    fn range(
        &mut self,
        span: Span,
        low: Option<Box<End>>,
        high: Option<Box<End>>,
        [low_place, high_place]: [Span; 2],
    ) -> Option<Value> {
        if let (Some(low), Some(high)) = (&low, &high) {
            let (from, to) = ((&low.value, low_place), (&high.value, high_place));
            let empty = self.compare(span, BinaryOp::Greater, from, to)?;
            if self.draft.single(empty) == Some(1) {
                let what = self.quote(span);
                let message = format!("the low end of {what} is above its high end");
                return self.fail(span, message, "put the smaller end first");
            }
        }
        Some(Value::Range(low, high))
    }

    fn end(&mut self, e: Option<&Expr>, closed: bool) -> Option<Option<Box<End>>> {
        match e {
            None => Some(None),
            Some(e) => Some(Some(Box::new(End {
                value: self.expr(e)?,
                closed,
            }))),
        }
    }
}

/// The sides of a chain of the same operator, left to right.
fn chain<'e>(e: &'e Expr, op: BinaryOp, sides: &mut Vec<&'e Expr>) {
    match &e.kind {
        ExprKind::Binary(other, a, b) if *other == op => {
            chain(a, op, sides);
            chain(b, op, sides);
        }
        _ => sides.push(e),
    }
}
