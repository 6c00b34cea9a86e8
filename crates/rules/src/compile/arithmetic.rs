//! Numbers, days and durations: plus, minus, times, divided by, rounded.

use super::lower::{Lowering, ten_to};
use super::range::Fault;
use super::value::{self, Number, Value};
use crate::feel::ast::{BinaryOp, Expr, ExprKind, Span};
use crate::program::{Op, Reg, Rounding};

/// A dividend or divisor that is not a number has been refused by then.
type Side<'e> = (Number, &'e Expr);

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

    /// `a / b` where nothing says how it is rounded: it must come out exactly.
    pub(super) fn quotient(&mut self, span: Span, a: &Expr, b: &Expr) -> Option<Value> {
        let (x, y) = (self.number(a, "`/`"), self.number(b, "`/`"));
        let (x, y) = ((x?, a), (y?, b));
        if let Some(value) = self.exact_quotient(span, x, y)? {
            return Some(value);
        }
        let rounded = format!(
            "`round half up({} / {}, 2)`",
            self.quote(a.span).trim_matches('`'),
            self.quote(b.span).trim_matches('`')
        );
        self.fail(
            span,
            format!(
                "{} has no exact decimal value in every case",
                self.quote(span)
            ),
            format!(
                "say how it is rounded, for example {rounded}, with nothing but the division inside"
            ),
        )
    }

    /// `a / b` if it comes out exactly: `Some(None)` if it does not.
    fn exact_quotient(&mut self, span: Span, (x, a): Side, (y, b): Side) -> Option<Option<Value>> {
        let unit = self.quotient_unit(span, (x, a), (y, b))?;
        let Some(divisor) = self.draft.single(y.reg) else {
            return Some(None);
        };
        if divisor == 0 {
            return self.fail(span, format!("{} divides by zero", self.quote(span)), "");
        }
        for places in 0..=18u8 {
            let Some(power) = ten_to(places) else { break };
            let reg = match self.draft.single(x.reg) {
                Some(dividend) => {
                    let wide = i128::from(dividend) * i128::from(power);
                    let Ok(quotient) = i64::try_from(wide / i128::from(divisor)) else {
                        break;
                    };
                    if wide % i128::from(divisor) != 0 {
                        continue;
                    }
                    self.draft.number(quotient)
                }
                None if power % divisor == 0 => self.draft.multiply_by(x.reg, power / divisor),
                None => continue,
            };
            let reg = self.done(span, reg)?;
            // x / 10^sx / (y / 10^sy) = x * 10^places / y at scale sx + places - sy.
            let (up, down) = (x.scale.saturating_add(places), y.scale);
            let number = Number {
                reg,
                scale: up.saturating_sub(down),
                unit,
            };
            let number = match down.checked_sub(up) {
                Some(more) => Number {
                    reg: self.at_scale(span, number, more)?,
                    ..number
                },
                None => number,
            };
            return self.trimmed(span, number).map(Some);
        }
        Some(None)
    }

    fn quotient_unit(
        &mut self,
        span: Span,
        (x, a): Side,
        (y, b): Side,
    ) -> Option<Option<crate::program::Unit>> {
        match value::over(x.unit, y.unit) {
            Some(unit) => Some(unit),
            None => self.fail(
                span,
                format!(
                    "{} can't be divided by {}, which counts money or points",
                    self.quote(a.span),
                    self.quote(b.span)
                ),
                "",
            ),
        }
    }

    /// `round(x, places)`. A division directly inside is rounded only once.
    pub(super) fn rounded(
        &mut self,
        span: Span,
        x: &Expr,
        places: i8,
        rounding: Rounding,
    ) -> Option<Value> {
        let ExprKind::Binary(BinaryOp::Divide, a, b) = &x.kind else {
            let number = self.number(x, "rounding")?;
            return self.round(span, number, places, rounding);
        };
        let (p, q) = (self.number(a, "`/`"), self.number(b, "`/`"));
        let (p, q) = ((p?, a.as_ref()), (q?, b.as_ref()));
        if let Some(Value::Number(number)) = self.exact_quotient(x.span, p, q)? {
            return self.round(span, number, places, rounding);
        }
        let unit = self.quotient_unit(x.span, p, q)?;
        let (dividend, divisor) = (p.0, q.0);
        // The quotient's mantissa at scale `places` is a * 10^power / b.
        let power = i32::from(divisor.scale) + i32::from(places) - i32::from(dividend.scale);
        let by = u8::try_from(power.unsigned_abs())
            .ok()
            .and_then(ten_to)
            .ok_or(Fault::Overflow(i128::MAX));
        let by = self.done(span, by)?;
        let (times, over) = if power >= 0 { (by, 1) } else { (1, by) };
        let reg = match self.draft.single(divisor.reg) {
            Some(value) => self.divide_by_constant(dividend.reg, value, (times, over), rounding),
            None => {
                let kept = self.kept(divisor.reg);
                let kept = self.done(x.span, kept)?;
                let divisor = self.draft.multiply_by(kept, over);
                divisor.and_then(|b| {
                    self.draft.push(Op::Divide {
                        a: dividend.reg,
                        b,
                        times,
                        rounding,
                    })
                })
            }
        };
        let reg = self.done(x.span, reg)?;
        self.at_places(span, reg, places, unit)
    }

    fn divide_by_constant(
        &mut self,
        a: Reg,
        value: i64,
        (times, over): (i64, i64),
        rounding: Rounding,
    ) -> Result<Reg, Fault> {
        let a = self
            .draft
            .multiply_by(a, if value < 0 { -times } else { times })?;
        match value
            .checked_abs()
            .and_then(|value| value.checked_mul(over))
        {
            Some(by) => self.draft.push(Op::Round(a, by, rounding)),
            None => Err(Fault::Overflow(i128::from(value) * i128::from(over))),
        }
    }

    fn round(
        &mut self,
        span: Span,
        number: Number,
        places: i8,
        rounding: Rounding,
    ) -> Option<Value> {
        let drop = i32::from(number.scale) - i32::from(places);
        let Some(drop) = u8::try_from(drop).ok().filter(|drop| *drop > 0) else {
            return Some(Value::Number(number));
        };
        let by = ten_to(drop).ok_or(Fault::Overflow(i128::MAX));
        let reg = by.and_then(|by| self.draft.push(Op::Round(number.reg, by, rounding)));
        let reg = self.done(span, reg)?;
        self.at_places(span, reg, places, number.unit)
    }

    /// A mantissa at a scale that may be below zero, as a number.
    fn at_places(
        &mut self,
        span: Span,
        reg: Reg,
        places: i8,
        unit: Option<crate::program::Unit>,
    ) -> Option<Value> {
        let number = Number {
            reg,
            scale: u8::try_from(places).unwrap_or(0),
            unit,
        };
        let number = match u8::try_from(-i32::from(places)) {
            Ok(more) => Number {
                reg: self.at_scale(span, number, more)?,
                ..number
            },
            Err(_) => number,
        };
        self.trimmed(span, number)
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
        if x.unit
            .is_some_and(|unit| unit != crate::program::Unit::None)
            && power != 1
        {
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
