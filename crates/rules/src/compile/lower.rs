//! From a syntax tree to values whose types, units and bounds are checked.

use std::collections::BTreeMap;

use super::Error;
use super::draft::Draft;
use super::range::{Fault, Range};
use super::suggest;
use super::value::{End, Item, Number, Options, Value, unit_name};
use crate::feel::Decimal;
use crate::feel::ast::{BinaryOp, Expr, ExprKind, Span};
use crate::program::{Op, Reg, Unit};

/// The most entries that the lists of one expression may unroll to.
const MAX_UNROLLED: usize = 20_000;

/// The most errors that one expression reports.
const MAX_ERRORS: usize = 20;

/// What a name stands for.
#[derive(Clone, Debug)]
pub(super) enum Named {
    /// A value.
    Value(Value),
    /// Something whose own expression is in error, which has been said there.
    Broken,
}

/// The names that an expression may use.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Questions and definitions.
    pub(super) shared: BTreeMap<String, Named>,
    /// Steps of the version at hand.
    pub(super) steps: BTreeMap<String, Named>,
}

impl Names {
    /// What the name stands for.
    pub(super) fn get(&self, name: &str) -> Option<&Named> {
        self.steps.get(name).or_else(|| self.shared.get(name))
    }

    fn all(&self) -> impl Iterator<Item = &str> {
        self.steps
            .keys()
            .chain(self.shared.keys())
            .map(String::as_str)
            .chain(["applied_on"])
    }
}

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
    unrolled: usize,
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
            unrolled: 0,
        }
    }

    /// The source text of a place, in backticks.
    pub(super) fn quote(&self, span: Span) -> String {
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
                let low = self.end(low.as_deref(), *low_closed);
                let high = self.end(high.as_deref(), *high_closed);
                Some(Value::Range(low?, high?))
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
            return Some(value.clone());
        }
        if name == "applied_on" {
            let reg = self.draft.push(Op::AppliedOn);
            return self.done(span, reg).map(Value::Date);
        }
        match self.names.get(name) {
            Some(Named::Value(value)) => Some(value.clone()),
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

    fn end(&mut self, e: Option<&Expr>, closed: bool) -> Option<Option<Box<End>>> {
        match e {
            None => Some(None),
            Some(e) => Some(Some(Box::new(End {
                value: self.expr(e)?,
                closed,
            }))),
        }
    }

    fn choose(
        &mut self,
        span: Span,
        condition: &Expr,
        then: &Expr,
        otherwise: &Expr,
    ) -> Option<Value> {
        let c = self.truth(condition, "`if`");
        let mark = self.assumed.len();
        if let Some(c) = c {
            self.assume(c, true);
        }
        let a = self.expr(then);
        self.assumed.truncate(mark);
        if let Some(c) = c {
            self.assume(c, false);
        }
        let b = self.expr(otherwise);
        self.assumed.truncate(mark);
        self.select(span, c?, (a?, then.span), (b?, otherwise.span))
    }

    /// `if c then a else b` of values.
    pub(super) fn select(
        &mut self,
        span: Span,
        c: Reg,
        a: (Value, Span),
        b: (Value, Span),
    ) -> Option<Value> {
        use super::draft::Kind;
        let ((x, x_span), (y, y_span)) = (a, b);
        match (x, y) {
            (Value::Number(x), Value::Number(y)) => {
                let unit = self.same_unit((x, x_span), (y, y_span), "put side by side")?;
                let (p, q, scale) = self.same_scale(span, x, y)?;
                let reg = self.draft.select(c, p, q, Kind::Number);
                let reg = self.done(span, reg)?;
                self.trimmed(span, Number { reg, scale, unit })
            }
            (Value::Truth(x), Value::Truth(y)) => {
                let reg = self.draft.select(c, x, y, Kind::Truth);
                self.done(span, reg).map(Value::Truth)
            }
            (Value::Date(x), Value::Date(y)) => {
                let reg = self.draft.select(c, x, y, Kind::Number);
                self.done(span, reg).map(Value::Date)
            }
            (Value::Months(x), Value::Months(y)) => {
                let reg = self.draft.select(c, x, y, Kind::Number);
                self.done(span, reg).map(Value::Months)
            }
            (Value::Days(x), Value::Days(y)) => {
                let reg = self.draft.select(c, x, y, Kind::Number);
                self.done(span, reg).map(Value::Days)
            }
            (Value::Text(x), Value::Text(y)) if x == y => Some(Value::Text(x)),
            (
                x @ (Value::Text(_) | Value::Option(..)),
                y @ (Value::Text(_) | Value::Option(..)),
            ) => {
                let options = self.common_options((&x, x_span), (&y, y_span))?;
                let p = self.as_option(x_span, &x, &options)?;
                let q = self.as_option(y_span, &y, &options)?;
                let reg = self.draft.select(c, p, q, Kind::Options);
                self.done(span, reg).map(|reg| Value::Option(reg, options))
            }
            (Value::List(x), Value::List(y)) => {
                let not = self.draft.not(c);
                let not = self.done(span, not)?;
                let mut items = self.guarded(span, c, x)?;
                items.extend(self.guarded(span, not, y)?);
                Some(Value::List(items))
            }
            (Value::Context(x), Value::Context(y))
                if x.iter().map(|e| &e.0).eq(y.iter().map(|e| &e.0)) =>
            {
                let mut entries = Vec::with_capacity(x.len());
                for ((name, p), (_, q)) in x.into_iter().zip(y) {
                    entries.push((name, self.select(span, c, (p, x_span), (q, y_span))?));
                }
                Some(Value::Context(entries))
            }
            (x, y) => self.fail(
                y_span,
                format!(
                    "{} is {} and {} is {}, but both ways must give the same kind of value",
                    self.quote(x_span),
                    x.describe(),
                    self.quote(y_span),
                    y.describe()
                ),
                "",
            ),
        }
    }

    /// The list's entries, there only if `c` holds.
    pub(super) fn guarded(&mut self, span: Span, c: Reg, items: Vec<Item>) -> Option<Vec<Item>> {
        let mut kept = Vec::with_capacity(items.len());
        for item in items {
            let guard = match item.guard {
                None => c,
                Some(guard) => {
                    let both = self.draft.and(c, guard);
                    self.done(span, both)?
                }
            };
            match self.draft.single(guard) {
                Some(0) => {}
                Some(_) => kept.push(Item {
                    guard: None,
                    value: item.value,
                }),
                None => kept.push(Item {
                    guard: Some(guard),
                    value: item.value,
                }),
            }
        }
        Some(kept)
    }

    /// The options of which both values are one.
    fn common_options(
        &mut self,
        a: (&Value, Span),
        b: (&Value, Span),
    ) -> Option<std::rc::Rc<Options>> {
        match (a.0, b.0) {
            (Value::Option(_, x), Value::Option(_, y)) if x.ids != y.ids => self.fail(
                b.1,
                format!(
                    "{} is {} and {} is {}, but both ways must give the same options",
                    self.quote(a.1),
                    a.0.describe(),
                    self.quote(b.1),
                    b.0.describe()
                ),
                "",
            ),
            (Value::Option(_, options), Value::Text(text))
            | (Value::Text(text), Value::Option(_, options))
                if options.name.is_empty() && !options.ids.contains(text) =>
            {
                let mut ids = options.ids.clone();
                ids.push(text.clone());
                self.outputs(b.1, ids)
            }
            (Value::Option(_, options), _) | (_, Value::Option(_, options)) => {
                Some(std::rc::Rc::clone(options))
            }
            (Value::Text(x), Value::Text(y)) => self.outputs(b.1, vec![x.clone(), y.clone()]),
            _ => None,
        }
    }

    fn outputs(&mut self, span: Span, ids: Vec<String>) -> Option<std::rc::Rc<Options>> {
        if ids.len() > 63 {
            return self.fail(
                span,
                "there are more than 63 different texts to choose from",
                "",
            );
        }
        Some(std::rc::Rc::new(Options {
            name: String::new(),
            ids,
        }))
    }

    /// The register of an option, or of a text that names one.
    pub(super) fn as_option(
        &mut self,
        span: Span,
        value: &Value,
        options: &Options,
    ) -> Option<Reg> {
        let text = match value {
            Value::Option(reg, _) => return Some(*reg),
            Value::Text(text) => text,
            _ => return None,
        };
        let found = options
            .ids
            .iter()
            .position(|id| id == text)
            .and_then(|at| u8::try_from(at).ok());
        if let Some(index) = found {
            let reg = self.draft.option(index);
            return self.done(span, reg);
        }
        let ids = options.ids.iter().map(String::as_str);
        let help = match suggest::nearest(text, ids) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None => format!("its options are \"{}\"", options.ids.join("\", \"")),
        };
        let whose = if options.name.is_empty() {
            "the value".to_owned()
        } else {
            format!("`{}`", options.name)
        };
        self.fail(span, format!("{whose} has no option \"{text}\""), help)
    }

    /// The unit of two numbers that are `done` (added, compared, …) together.
    pub(super) fn same_unit(
        &mut self,
        a: (Number, Span),
        b: (Number, Span),
        done: &str,
    ) -> Option<Option<Unit>> {
        let say = |unit: Unit| match unit {
            Unit::None => "has no unit".to_owned(),
            unit => format!("counts {}", unit_name(unit)),
        };
        match (a.0.unit, b.0.unit) {
            (Some(x), Some(y)) if x != y => self.fail(
                Span {
                    start: a.1.start.min(b.1.start),
                    end: a.1.end.max(b.1.end),
                },
                format!(
                    "{} {} and {} {}: they can't be {done}",
                    self.quote(a.1),
                    say(x),
                    self.quote(b.1),
                    say(y)
                ),
                "",
            ),
            (Some(unit), _) | (_, Some(unit)) => Some(Some(unit)),
            (None, None) => Some(None),
        }
    }

    /// Both numbers' registers at the same scale.
    pub(super) fn same_scale(
        &mut self,
        span: Span,
        a: Number,
        b: Number,
    ) -> Option<(Reg, Reg, u8)> {
        let scale = a.scale.max(b.scale);
        Some((
            self.at_scale(span, a, scale)?,
            self.at_scale(span, b, scale)?,
            scale,
        ))
    }

    /// The register of the number's mantissa at a scale not below its own.
    pub(super) fn at_scale(&mut self, span: Span, number: Number, scale: u8) -> Option<Reg> {
        let result = match ten_to(scale.saturating_sub(number.scale)) {
            Some(by) => self.draft.multiply_by(number.reg, by),
            None => Err(Fault::Overflow(i128::MAX)),
        };
        self.done(span, result)
    }

    /// The number with no more decimal places than it needs, as far as is known.
    pub(super) fn trimmed(&mut self, span: Span, mut number: Number) -> Option<Value> {
        while number.scale > 0 {
            let result = match (self.draft.single(number.reg), self.draft.table(number.reg)) {
                (Some(value), _) if value % 10 == 0 => self.draft.number(value / 10),
                (None, Some(table))
                    if table.base != number.reg
                        && table.values.iter().all(|value| value % 10 == 0) =>
                {
                    let mut table = table.clone();
                    table.values = table.values.iter().map(|value| value / 10).collect();
                    self.draft.number_of_table(table)
                }
                _ => break,
            };
            number = Number {
                reg: self.done(span, result)?,
                scale: number.scale - 1,
                ..number
            };
        }
        if number.scale > 18 {
            return self.done(span, Err(Fault::Overflow(i128::MAX)));
        }
        Some(Value::Number(number))
    }

    /// Notes what a condition says of registers, where it holds (or fails).
    pub(super) fn assume(&mut self, condition: Reg, holds: bool) {
        if let Some(table) = self.draft.table(condition)
            && table.base != condition
        {
            if let Range::Number(low, _) = self.draft.range(table.base) {
                let places = || {
                    (low..)
                        .zip(table.values.iter())
                        .filter(|(_, v)| **v == i64::from(holds))
                        .map(|(at, _)| at)
                };
                if let (Some(first), Some(last)) = (places().next(), places().last()) {
                    self.assumed.push((table.base, first, last));
                }
            }
            return;
        }
        let bound = |reg: Reg| self.draft.single(reg);
        match (self.draft.op(condition).cloned(), holds) {
            (Some(Op::And(a, b)), true) | (Some(Op::Or(a, b)), false) => {
                self.assume(a, holds);
                self.assume(b, holds);
            }
            (Some(Op::Not(a)), _) => self.assume(a, !holds),
            (Some(Op::LessEqual(a, b)), true) => {
                let (low, high) = (bound(a), bound(b));
                self.assumed.extend(high.map(|high| (a, i64::MIN, high)));
                self.assumed.extend(low.map(|low| (b, low, i64::MAX)));
            }
            (Some(Op::LessEqual(a, b)), false) => {
                let (high, low) = (bound(a), bound(b));
                self.assumed
                    .extend(low.map(|low| (a, low.saturating_add(1), i64::MAX)));
                self.assumed
                    .extend(high.map(|high| (b, i64::MIN, high.saturating_sub(1))));
            }
            (Some(Op::Equal(a, b)), _) => {
                let (reg, Some(value)) = (
                    if bound(a).is_some() { b } else { a },
                    bound(a).or(bound(b)),
                ) else {
                    return;
                };
                let (low, high) = self.draft.range(reg).bounds();
                match holds {
                    true => self.assumed.push((reg, value, value)),
                    false if value == low => self.assumed.push((reg, low.saturating_add(1), high)),
                    false if value == high => self.assumed.push((reg, low, high.saturating_sub(1))),
                    false => {}
                }
            }
            _ => {}
        }
    }

    /// The register kept within what the enclosing conditions say of it: the machine
    /// also computes branches that are not taken, and their proofs must hold there too.
    pub(super) fn kept(&mut self, reg: Reg) -> Result<Reg, Fault> {
        let (mut low, mut high) = self.draft.range(reg).bounds();
        let before = (low, high);
        for (_, from, to) in self.assumed.iter().filter(|(of, ..)| *of == reg) {
            low = low.max(*from);
            high = high.min(*to);
        }
        if (low, high) == before || low > high {
            return Ok(reg);
        }
        let (low, high) = (self.draft.number(low)?, self.draft.number(high)?);
        let reg = self.draft.max(reg, low)?;
        self.draft.min(reg, high)
    }
}

/// `10 ** power`, if it is a 64-bit number.
pub(super) fn ten_to(power: u8) -> Option<i64> {
    10i64.checked_pow(u32::from(power))
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
