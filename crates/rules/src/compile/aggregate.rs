//! One value of many: how many, how much, the least and the greatest.

use super::lower::Lowering;
use super::value::{Item, Number, Value};
use crate::feel::{BinaryOp, Span};
use crate::program::{Op, Reg};

impl Lowering<'_> {
    /// Proves that one entry is there in every case.
    pub(super) fn some_entry(&mut self, span: Span, items: &[Item], whose: &str) -> Option<()> {
        let mut guards = Vec::with_capacity(items.len());
        for item in items {
            match item.guard {
                None => return Some(()),
                Some(guard) => guards.push(guard),
            }
        }
        let any = self.draft.some(guards);
        let any = self.done(span, any)?;
        if self.draft.single(any) == Some(1) {
            return Some(());
        }
        self.fail(
            span,
            format!("the list can be empty, and then {whose} has no result"),
            "add an entry that is always there, such as `0`",
        )
    }

    /// `count(list)`
    pub(super) fn count(&mut self, span: Span, items: &[Item]) -> Option<Value> {
        let certain = items.iter().filter(|item| item.guard.is_none()).count();
        let total = self
            .draft
            .number(i64::try_from(certain).unwrap_or(i64::MAX));
        let mut total = self.done(span, total)?;
        for guard in items.iter().filter_map(|item| item.guard) {
            let one = self.draft.push(Op::LookupOption(guard, vec![0, 1]));
            let sum = one.and_then(|one| self.draft.add(total, one));
            total = self.done(span, sum)?;
        }
        Some(Value::Number(Number {
            reg: total,
            scale: 0,
            unit: None,
        }))
    }

    /// `sum(list)`
    pub(super) fn sum(&mut self, span: Span, items: &[Item]) -> Option<Value> {
        self.some_entry(span, items, "`sum`")?;
        self.sum_of(span, items)
    }

    /// The sum of a list of which one entry is known to be there in every case.
    pub(super) fn sum_of(&mut self, span: Span, items: &[Item]) -> Option<Value> {
        let zero = self.draft.number(0);
        let zero = self.done(span, zero)?;
        let mut total: Option<Value> = None;
        for item in items {
            let nothing = match item.value {
                Value::Number(number) => Value::Number(Number {
                    reg: zero,
                    scale: 0,
                    unit: number.unit,
                }),
                Value::Months(_) => Value::Months(zero),
                Value::Days(_) => Value::Days(zero),
                ref other => {
                    return self.fail(
                        span,
                        format!(
                            "{} holds {}, which can't be added up",
                            self.quote(span),
                            other.describe()
                        ),
                        "",
                    );
                }
            };
            let value = match item.guard {
                None => item.value.clone(),
                Some(guard) => {
                    self.select(span, guard, (item.value.clone(), span), (nothing, span))?
                }
            };
            total = Some(match total {
                None => value,
                Some(total) => {
                    self.arithmetic(span, BinaryOp::Add, (total, span), (value, span))?
                }
            });
        }
        total
    }

    /// `min(list)`, `max(list)`
    pub(super) fn extreme(&mut self, span: Span, items: &[Item], largest: bool) -> Option<Value> {
        self.some_entry(span, items, if largest { "`max`" } else { "`min`" })?;
        self.extreme_of(span, items, largest)
    }

    /// As [`Self::extreme`], of a list of which one entry is known to be there in every case.
    pub(super) fn extreme_of(
        &mut self,
        span: Span,
        items: &[Item],
        largest: bool,
    ) -> Option<Value> {
        // The best so far, and whether there is any (`None`: certainly).
        let mut best: Option<(Value, Option<Reg>)> = None;
        for item in items {
            let Some((so_far, there)) = best else {
                best = Some((item.value.clone(), item.guard));
                continue;
            };
            let mut value = self.better(span, so_far.clone(), item.value.clone(), largest)?;
            if let Some(there) = there {
                value = self.select(span, there, (value, span), (item.value.clone(), span))?;
            }
            if let Some(guard) = item.guard {
                value = self.select(span, guard, (value, span), (so_far, span))?;
            }
            let there = match (there, item.guard) {
                (Some(a), Some(b)) => {
                    let either = self.draft.or(a, b);
                    Some(self.done(span, either)?)
                }
                _ => None,
            };
            best = Some((value, there));
        }
        best.map(|(value, _)| value)
    }

    pub(super) fn better(
        &mut self,
        span: Span,
        a: Value,
        b: Value,
        largest: bool,
    ) -> Option<Value> {
        let pick = |this: &mut Self, x: Reg, y: Reg| {
            let reg = if largest {
                this.draft.max(x, y)
            } else {
                this.draft.min(x, y)
            };
            this.done(span, reg)
        };
        match (a, b) {
            (Value::Number(x), Value::Number(y)) => {
                let unit = self.same_unit((x, span), (y, span), "compared")?;
                let (p, q, scale) = self.same_scale(span, x, y)?;
                let reg = pick(self, p, q)?;
                self.trimmed(span, Number { reg, scale, unit })
            }
            (Value::Date(x), Value::Date(y)) => pick(self, x, y).map(Value::Date),
            (Value::Months(x), Value::Months(y)) => pick(self, x, y).map(Value::Months),
            (Value::Days(x), Value::Days(y)) => pick(self, x, y).map(Value::Days),
            (a, b) => self.fail(
                span,
                format!(
                    "{} holds {} and {}, which can't be compared",
                    self.quote(span),
                    a.describe(),
                    b.describe()
                ),
                "",
            ),
        }
    }
}
