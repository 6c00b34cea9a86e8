//! Numbers, days and durations: plus, minus, times, divided by, rounded.

use super::lower::Lowering;
use super::value::{self, Number, Value};
use crate::feel::{BinaryOp, Expr, Span};
use crate::program::{Op, Unit};

impl Lowering<'_> {
    /// `- x`
    pub(super) fn negate(&mut self, span: Span, x: &Expr) -> Option<Value> {
        match self.expr(x)? {
            Value::Number(number) => {
                let reg = self.draft.negate(number.reg);
                Some(Value::Number(Number {
                    reg: self.done(span, reg)?,
                    ..number
                }))
            }
            Value::Months(reg) => {
                let reg = self.draft.negate(reg);
                self.done(span, reg).map(Value::Months)
            }
            Value::Days(reg) => {
                let reg = self.draft.negate(reg);
                self.done(span, reg).map(Value::Days)
            }
            other => self.fail(
                x.span,
                format!(
                    "{} is {}, which has no negative",
                    self.quote(x.span),
                    other.describe()
                ),
                "",
            ),
        }
    }

    /// `a + b`, `a - b`, `a * b`
    pub(super) fn arithmetic(
        &mut self,
        span: Span,
        op: BinaryOp,
        a: (Value, Span),
        b: (Value, Span),
    ) -> Option<Value> {
        match (op, &a.0, &b.0) {
            (BinaryOp::Multiply, Value::Number(x), Value::Number(y)) => {
                let Some(unit) = value::times(x.unit, y.unit) else {
                    return self.fail(
                        span,
                        format!(
                            "{} and {} both count money or points: they can't be multiplied",
                            self.quote(a.1),
                            self.quote(b.1)
                        ),
                        "one side must be a share or a count",
                    );
                };
                let reg = self.draft.multiply(x.reg, y.reg);
                let reg = self.done(span, reg)?;
                self.trimmed(
                    span,
                    Number {
                        reg,
                        scale: x.scale.saturating_add(y.scale),
                        unit,
                    },
                )
            }
            (_, Value::Number(x), Value::Number(y)) => {
                let done = if op == BinaryOp::Add {
                    "added"
                } else {
                    "subtracted"
                };
                let unit = self.same_unit((*x, a.1), (*y, b.1), done)?;
                let (p, q, scale) = self.same_scale(span, *x, *y)?;
                let reg = if op == BinaryOp::Add {
                    self.draft.add(p, q)
                } else {
                    self.draft.subtract(p, q)
                };
                let reg = self.done(span, reg)?;
                self.trimmed(span, Number { reg, scale, unit })
            }
            (BinaryOp::Multiply, Value::Months(reg), Value::Number(by))
            | (BinaryOp::Multiply, Value::Number(by), Value::Months(reg))
                if by.scale == 0 =>
            {
                let reg = self.draft.multiply(*reg, by.reg);
                self.done(span, reg).map(Value::Months)
            }
            (BinaryOp::Multiply, Value::Days(reg), Value::Number(by))
            | (BinaryOp::Multiply, Value::Number(by), Value::Days(reg))
                if by.scale == 0 =>
            {
                let reg = self.draft.multiply(*reg, by.reg);
                self.done(span, reg).map(Value::Days)
            }
            (BinaryOp::Add, Value::Date(day), Value::Months(months))
            | (BinaryOp::Add, Value::Months(months), Value::Date(day)) => {
                let reg = self.draft.push(Op::AddMonths(*day, *months));
                self.done(span, reg).map(Value::Date)
            }
            (BinaryOp::Subtract, Value::Date(day), Value::Months(months)) => {
                let reg = self
                    .draft
                    .negate(*months)
                    .and_then(|months| self.draft.push(Op::AddMonths(*day, months)));
                self.done(span, reg).map(Value::Date)
            }
            (BinaryOp::Add, Value::Date(x), Value::Days(y))
            | (BinaryOp::Add, Value::Days(x), Value::Date(y)) => {
                let reg = self.draft.add(*x, *y);
                self.done(span, reg).map(Value::Date)
            }
            (BinaryOp::Subtract, Value::Date(x), Value::Days(y)) => {
                let reg = self.draft.subtract(*x, *y);
                self.done(span, reg).map(Value::Date)
            }
            (BinaryOp::Subtract, Value::Date(x), Value::Date(y)) => {
                let reg = self.draft.subtract(*x, *y);
                self.done(span, reg).map(Value::Days)
            }
            (BinaryOp::Add | BinaryOp::Subtract, Value::Months(x), Value::Months(y)) => {
                let reg = if op == BinaryOp::Add {
                    self.draft.add(*x, *y)
                } else {
                    self.draft.subtract(*x, *y)
                };
                self.done(span, reg).map(Value::Months)
            }
            (BinaryOp::Add | BinaryOp::Subtract, Value::Days(x), Value::Days(y)) => {
                let reg = if op == BinaryOp::Add {
                    self.draft.add(*x, *y)
                } else {
                    self.draft.subtract(*x, *y)
                };
                self.done(span, reg).map(Value::Days)
            }
            (_, x, y) => {
                let done = match op {
                    BinaryOp::Add => "added",
                    BinaryOp::Subtract => "subtracted",
                    _ => "multiplied",
                };
                let help = match (x, y) {
                    (Value::Date(_), Value::Number(_)) | (Value::Number(_), Value::Date(_)) => {
                        "write the number as a duration: `duration(\"P12M\")`, `duration(\"P30D\")`"
                    }
                    (Value::Text(_), _) | (_, Value::Text(_)) => {
                        "a text is only something to compare with"
                    }
                    _ => "",
                };
                let message = format!(
                    "{} is {} and {} is {}: they can't be {done}",
                    self.quote(a.1),
                    x.describe(),
                    self.quote(b.1),
                    y.describe()
                );
                self.fail(span, message, help)
            }
        }
    }

    /// `a ** b` with a constant whole power.
    pub(super) fn power(&mut self, span: Span, a: &Expr, b: &Expr) -> Option<Value> {
        let (x, y) = (self.number(a, "`**`"), self.number(b, "`**`"));
        let (x, y) = (x?, y?);
        let power = self
            .draft
            .single(y.reg)
            .filter(|power| y.scale == 0 && (0..=18).contains(power));
        let Some(power) = power else {
            return self.fail(
                b.span,
                format!("{} is not a whole number from 0 to 18", self.quote(b.span)),
                "",
            );
        };
        if x.unit.is_some_and(|unit| unit != Unit::None) && power != 1 {
            return self.fail(
                a.span,
                format!(
                    "{} has a unit, whose powers mean nothing",
                    self.quote(a.span)
                ),
                "",
            );
        }
        let one = self.draft.number(1);
        let mut result = Number {
            reg: self.done(span, one)?,
            scale: 0,
            unit: x.unit,
        };
        for _ in 0..power {
            let reg = self.draft.multiply(result.reg, x.reg);
            let product = Number {
                reg: self.done(span, reg)?,
                scale: result.scale.saturating_add(x.scale),
                unit: x.unit,
            };
            let Value::Number(product) = self.trimmed(span, product)? else {
                return None;
            };
            result = product;
        }
        Some(Value::Number(result))
    }
}
