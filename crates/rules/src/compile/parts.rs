//! Contexts, and the parts of contexts, dates and durations.

use super::lower::Lowering;
use super::suggest;
use super::value::{Item, Number, Value};
use crate::feel::{Expr, Span};
use crate::program::{Op, Rounding, Unit};

impl Lowering<'_> {
    /// `{a: 1, b: a + 1}`
    pub(super) fn context(&mut self, entries: &[(String, Expr)]) -> Option<Value> {
        let mark = self.scope.len();
        let mut values = Some(Vec::new());
        for (name, e) in entries {
            match (self.expr(e), &mut values) {
                (Some(value), Some(values)) => {
                    self.scope.push((name.clone(), value.clone()));
                    values.push((name.clone(), value));
                }
                _ => values = None,
            }
        }
        self.scope.truncate(mark);
        values.map(Value::Context)
    }

    /// `base.name`
    pub(super) fn path(
        &mut self,
        span: Span,
        base: Span,
        value: Value,
        name: &str,
    ) -> Option<Value> {
        let counted = |reg, unit| {
            Value::Number(Number {
                reg,
                scale: 0,
                unit: Some(unit),
            })
        };
        match (value, name) {
            (Value::Date(day), "year") => {
                let reg = self.draft.push(Op::Year(day));
                self.done(span, reg).map(|reg| counted(reg, Unit::Years))
            }
            (Value::Months(months), "years" | "months") => {
                let years = self.draft.push(Op::Round(months, 12, Rounding::Down));
                if name == "years" {
                    return self.done(span, years).map(|reg| counted(reg, Unit::Years));
                }
                let whole = years.and_then(|years| self.draft.multiply_by(years, 12));
                let rest = whole.and_then(|whole| self.draft.subtract(months, whole));
                self.done(span, rest).map(|reg| counted(reg, Unit::Months))
            }
            (Value::Days(days), "days") => Some(counted(days, Unit::Days)),
            (Value::Context(entries), _) => match entries.iter().find(|(known, _)| known == name) {
                Some((_, value)) => Some(value.clone()),
                None => {
                    let near =
                        suggest::nearest(name, entries.iter().map(|(name, _)| name.as_str()));
                    let help = near
                        .map(|near| format!("did you mean `{near}`?"))
                        .unwrap_or_default();
                    self.fail(
                        span,
                        format!("{} has no entry `{name}`", self.quote(base)),
                        help,
                    )
                }
            },
            (Value::List(items), _)
                if items
                    .iter()
                    .all(|item| matches!(item.value, Value::Context(_))) =>
            {
                let mut picked = Vec::with_capacity(items.len());
                for item in items {
                    picked.push(Item {
                        guard: item.guard,
                        value: self.path(span, base, item.value, name)?,
                    });
                }
                Some(Value::List(picked))
            }
            (value, _) => {
                let help = match value {
                    Value::Date(_) => "of a date rules may use `.year`",
                    Value::Months(_) => {
                        "of a duration in months rules may use `.years` and `.months`"
                    }
                    Value::Days(_) => "of a duration in days rules may use `.days`",
                    _ => "",
                };
                self.fail(
                    span,
                    format!(
                        "{} is {}, which has no `.{name}`",
                        self.quote(base),
                        value.describe()
                    ),
                    help,
                )
            }
        }
    }
}
