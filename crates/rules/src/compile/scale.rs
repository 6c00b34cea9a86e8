//! Units and decimal places of numbers that are used together.

use super::lower::{Lowering, SUBJECT};
use super::range::Fault;
use super::value::{Number, Value, unit_name};
use crate::feel::Span;
use crate::program::{Reg, Unit};

impl Lowering<'_> {
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
                match a.1 == SUBJECT || b.1 == SUBJECT {
                    true => SUBJECT,
                    false => Span {
                        start: a.1.start.min(b.1.start),
                        end: a.1.end.max(b.1.end),
                    },
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
}

/// `10 ** power`, if it is a 64-bit number.
pub(super) fn ten_to(power: u8) -> Option<i64> {
    10i64.checked_pow(u32::from(power))
}
