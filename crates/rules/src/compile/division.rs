//! Division and rounding.

use super::lower::Lowering;
use super::range::Fault;
use super::scale::ten_to;
use super::value::{self, Number, Value};
use crate::feel::{BinaryOp, Expr, ExprKind, Span};
use crate::program::{Op, Reg, Rounding, Unit};

/// A dividend or divisor and where it stands.
type Side<'e> = (Number, &'e Expr);

impl Lowering<'_> {
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
    pub(super) fn exact_quotient(
        &mut self,
        span: Span,
        (x, a): Side,
        (y, b): Side,
    ) -> Option<Option<Value>> {
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

    pub(super) fn quotient_unit(
        &mut self,
        span: Span,
        (x, a): Side,
        (y, b): Side,
    ) -> Option<Option<Unit>> {
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

    pub(super) fn divide_by_constant(
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

    pub(super) fn round(
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
    pub(super) fn at_places(
        &mut self,
        span: Span,
        reg: Reg,
        places: i8,
        unit: Option<Unit>,
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
}
