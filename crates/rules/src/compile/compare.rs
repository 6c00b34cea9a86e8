//! Comparisons, and whether a value is among others.

use std::rc::Rc;

use super::draft::Kind;
use super::lower::Lowering;
use super::range::Fault;
use super::value::{End, Number, Value};
use crate::feel::{Args, BinaryOp, Expr, ExprKind, Span};
use crate::program::Reg;

impl Lowering<'_> {
    /// `a op b`, for the six comparisons.
    pub(super) fn compare(
        &mut self,
        span: Span,
        op: BinaryOp,
        a: (&Value, Span),
        b: (&Value, Span),
    ) -> Option<Reg> {
        let equality = matches!(op, BinaryOp::Equal | BinaryOp::NotEqual);
        let reg = match (a.0, b.0) {
            (Value::Number(x), Value::Number(y)) => {
                self.same_unit((*x, a.1), (*y, b.1), "compared")?;
                self.ordered(op, *x, *y)
            }
            (Value::Date(x), Value::Date(y))
            | (Value::Months(x), Value::Months(y))
            | (Value::Days(x), Value::Days(y)) => {
                let whole = |reg: Reg| Number {
                    reg,
                    scale: 0,
                    unit: None,
                };
                self.ordered(op, whole(*x), whole(*y))
            }
            (Value::Truth(x), Value::Truth(y)) if equality => {
                let same = self.draft.same(*x, *y, Kind::Truth);
                self.negated(op, same)
            }
            (Value::Text(x), Value::Text(y)) if equality => {
                self.draft.truth((x == y) == (op == BinaryOp::Equal))
            }
            (Value::Option(_, options), Value::Option(..) | Value::Text(_))
            | (Value::Text(_), Value::Option(_, options))
                if equality =>
            {
                if let (Value::Option(_, p), Value::Option(_, q)) = (a.0, b.0)
                    && p.ids != q.ids
                {
                    return self.unlike(span, a, b);
                }
                let options = Rc::clone(options);
                let x = self.as_option(a.1, a.0, &options)?;
                let y = self.as_option(b.1, b.0, &options)?;
                let same = self.draft.same(x, y, Kind::Options);
                self.negated(op, same)
            }
            _ => return self.unlike(span, a, b),
        };
        self.done(span, reg)
    }

    fn unlike(&mut self, span: Span, a: (&Value, Span), b: (&Value, Span)) -> Option<Reg> {
        let help = match (a.0, b.0) {
            (Value::Months(_), Value::Number(_)) | (Value::Number(_), Value::Months(_)) => {
                "write the number as a duration, `duration(\"P12M\")`, or take `.years`"
            }
            (Value::Days(_), Value::Number(_)) | (Value::Number(_), Value::Days(_)) => {
                "write the number as a duration, `duration(\"P30D\")`, or take `.days`"
            }
            (Value::Date(_), Value::Text(_)) | (Value::Text(_), Value::Date(_)) => {
                "write the date as `date(\"2026-01-01\")`"
            }
            (Value::Truth(_), Value::Text(_)) | (Value::Text(_), Value::Truth(_)) => {
                "write `true` and `false` without quotation marks"
            }
            (Value::List(_), _) | (_, Value::List(_)) => "use `in` or `list contains`",
            _ => "",
        };
        let message = format!(
            "{} is {} and {} is {}: they can't be compared",
            self.quote(a.1),
            a.0.describe(),
            self.quote(b.1),
            b.0.describe()
        );
        self.fail(span, message, help)
    }

    fn negated(&mut self, op: BinaryOp, same: Result<Reg, Fault>) -> Result<Reg, Fault> {
        if op == BinaryOp::NotEqual {
            self.draft.not(same?)
        } else {
            same
        }
    }

    fn ordered(&mut self, op: BinaryOp, a: Number, b: Number) -> Result<Reg, Fault> {
        match (self.draft.single(a.reg), self.draft.single(b.reg)) {
            (None, Some(value)) => return self.against(op, a, (value, b.scale)),
            (Some(value), None) => return self.against(mirrored(op), b, (value, a.scale)),
            _ => {}
        }
        let scale = a.scale.max(b.scale);
        let by = |from: u8| super::scale::ten_to(scale - from).ok_or(Fault::Overflow(i128::MAX));
        let x = self.draft.multiply_by(a.reg, by(a.scale)?)?;
        let y = self.draft.multiply_by(b.reg, by(b.scale)?)?;
        match op {
            BinaryOp::Less => self.draft.less(x, y),
            BinaryOp::Greater => self.draft.less(y, x),
            BinaryOp::LessEqual => self.draft.less_equal(x, y),
            BinaryOp::GreaterEqual => self.draft.less_equal(y, x),
            _ => {
                let same = self.draft.equal(x, y);
                self.negated(op, same)
            }
        }
    }

    /// A comparison with a constant, at the number's own scale, as `at most` or `at
    /// least`: so that the same threshold gives the same operation however it is put.
    fn against(
        &mut self,
        op: BinaryOp,
        a: Number,
        (mantissa, scale): (i64, u8),
    ) -> Result<Reg, Fault> {
        let wide = i128::from(mantissa);
        let (floor, exact) = if scale <= a.scale {
            // At most 18 places each: the product stays below 10^37.
            (wide * 10i128.pow(u32::from(a.scale - scale)), true)
        } else {
            let by = 10i128.pow(u32::from(scale - a.scale));
            (wide.div_euclid(by), wide.rem_euclid(by) == 0)
        };
        let ceiling = floor + i128::from(!exact);
        let (low, high) = self.draft.range(a.reg).bounds();
        let (low, high) = (i128::from(low), i128::from(high));
        let at_most = |this: &mut Self, most: i128| match i64::try_from(most) {
            _ if most >= high => this.draft.truth(true),
            Ok(most) if i128::from(most) >= low => {
                let most = this.draft.number(most)?;
                this.draft.less_equal(a.reg, most)
            }
            _ => this.draft.truth(false),
        };
        let at_least = |this: &mut Self, least: i128| match i64::try_from(least) {
            _ if least <= low => this.draft.truth(true),
            Ok(least) if i128::from(least) <= high => {
                let least = this.draft.number(least)?;
                this.draft.less_equal(least, a.reg)
            }
            _ => this.draft.truth(false),
        };
        match op {
            BinaryOp::Less => at_most(self, ceiling - 1),
            BinaryOp::LessEqual => at_most(self, floor),
            BinaryOp::Greater => at_least(self, floor + 1),
            BinaryOp::GreaterEqual => at_least(self, ceiling),
            _ => {
                let same = match i64::try_from(floor) {
                    Ok(value) if exact && low <= floor && floor <= high => {
                        let value = self.draft.number(value)?;
                        self.draft.equal(a.reg, value)
                    }
                    _ => self.draft.truth(false),
                };
                self.negated(op, same)
            }
        }
    }

    /// Whether one of the tests holds for the value.
    pub(super) fn tests(
        &mut self,
        span: Span,
        value: (&Value, Span),
        tests: &[Expr],
    ) -> Option<Reg> {
        let regs: Vec<Option<Reg>> = tests.iter().map(|test| self.test(value, test)).collect();
        let any = self.draft.some(regs.into_iter().collect::<Option<_>>()?);
        self.done(span, any)
    }

    fn test(&mut self, value: (&Value, Span), test: &Expr) -> Option<Reg> {
        match &test.kind {
            ExprKind::Any => {
                let reg = self.draft.truth(true);
                self.done(test.span, reg)
            }
            ExprKind::UnaryTest(op, e) => {
                let other = self.expr(e)?;
                self.compare(test.span, *op, value, (&other, e.span))
            }
            ExprKind::Call(name, Args::Positional(args)) if name == "not" => {
                let any = self.tests(test.span, value, args)?;
                let reg = self.draft.not(any);
                self.done(test.span, reg)
            }
            ExprKind::List(entries) => self.tests(test.span, value, entries),
            _ => {
                let other = self.expr(test)?;
                self.among(value, (&other, test.span))
            }
        }
    }

    /// Whether the value equals the other one, or is in it.
    pub(super) fn among(&mut self, value: (&Value, Span), other: (&Value, Span)) -> Option<Reg> {
        match other.0 {
            Value::Range(low, high) => {
                let end = |this: &mut Self, end: &Option<Box<End>>, closed, open| match end {
                    None => {
                        let reg = this.draft.truth(true);
                        this.done(other.1, reg)
                    }
                    Some(end) => {
                        let op = if end.closed { closed } else { open };
                        this.compare(other.1, op, value, (&end.value, other.1))
                    }
                };
                let above = end(self, low, BinaryOp::GreaterEqual, BinaryOp::Greater)?;
                let below = end(self, high, BinaryOp::LessEqual, BinaryOp::Less)?;
                let both = self.draft.and(above, below);
                self.done(other.1, both)
            }
            Value::List(items) => {
                let mut found = Vec::with_capacity(items.len());
                for item in items {
                    let same = self.among(value, (&item.value, other.1))?;
                    let same = match item.guard {
                        None => Ok(same),
                        Some(guard) => self.draft.and(guard, same),
                    };
                    found.push(self.done(other.1, same)?);
                }
                let any = self.draft.some(found);
                self.done(other.1, any)
            }
            single => self.compare(other.1, BinaryOp::Equal, value, (single, other.1)),
        }
    }
}

fn mirrored(op: BinaryOp) -> BinaryOp {
    match op {
        BinaryOp::Less => BinaryOp::Greater,
        BinaryOp::LessEqual => BinaryOp::GreaterEqual,
        BinaryOp::Greater => BinaryOp::Less,
        BinaryOp::GreaterEqual => BinaryOp::LessEqual,
        other => other,
    }
}
