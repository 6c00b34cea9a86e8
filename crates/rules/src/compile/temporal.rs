//! Dates and durations as literals.

use super::lower::Lowering;
use super::value::{Number, Value};
use crate::date::{self, Day, FIRST_DAY, LAST_DAY};
use crate::feel::{self, Expr, Span};

/// The longest duration, in its months or days.
const MAX_LENGTH: i64 = 3_000_000;

const NANOS_A_DAY: i128 = 86_400_000_000_000;

/// A duration that is whole in one of its two kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Duration {
    Months(i64),
    Days(i64),
}

impl Lowering<'_> {
    /// `@"2026-01-01"`, `@"P12M"`
    pub(super) fn temporal(&mut self, span: Span, text: &str) -> Option<Value> {
        if text.trim_start_matches('-').starts_with('P') {
            return self.duration_of(span, text);
        }
        self.day_of(span, text)
    }

    /// `date("2026-01-01")`, `date(2026, 1, 1)`, `date(applied_on)`
    pub(super) fn date(&mut self, span: Span, args: &[&Expr]) -> Option<Value> {
        if let [only] = args {
            return match self.expr(only)? {
                Value::Text(text) => self.day_of(span, &text),
                value @ Value::Date(_) => Some(value),
                other => self.fail(
                    only.span,
                    format!(
                        "{} is {}, but `date` needs a text such as \"2026-01-01\"",
                        self.quote(only.span),
                        other.describe()
                    ),
                    "",
                ),
            };
        }
        let mut parts = Vec::with_capacity(3);
        for arg in args {
            let number = self.number(arg, "`date`")?;
            match self.draft.single(number.reg).filter(|_| number.scale == 0) {
                Some(part) => parts.push(part),
                None => {
                    return self.fail(
                        arg.span,
                        format!("{} is not a constant whole number", self.quote(arg.span)),
                        "write the date as `date(\"2026-01-01\")`",
                    );
                }
            }
        }
        let day = match parts.as_slice() {
            [year @ 1..=9999, month, day] => {
                let (month, day) = (u8::try_from(*month), u8::try_from(*day));
                month
                    .ok()
                    .zip(day.ok())
                    .and_then(|(month, day)| date::from_ymd(*year, month, day))
            }
            _ => None,
        };
        match day {
            Some(day) => self.constant_day(span, day),
            None => self.fail(
                span,
                format!("{} is no day of the calendar", self.quote(span)),
                "give year, month and day",
            ),
        }
    }

    /// `duration("P12M")`
    pub(super) fn duration(&mut self, span: Span, arg: &Expr) -> Option<Value> {
        match self.expr(arg)? {
            Value::Text(text) => self.duration_of(span, &text),
            value @ (Value::Months(_) | Value::Days(_)) => Some(value),
            Value::Number(Number { .. }) => self.fail(
                arg.span,
                format!(
                    "{} is a number, but `duration` needs a text such as \"P12M\"",
                    self.quote(arg.span)
                ),
                "for a number of months write `duration(\"P1M\") * n`",
            ),
            other => self.fail(
                arg.span,
                format!(
                    "{} is {}, but `duration` needs a text such as \"P12M\"",
                    self.quote(arg.span),
                    other.describe()
                ),
                "",
            ),
        }
    }

    fn day_of(&mut self, span: Span, text: &str) -> Option<Value> {
        match day(text) {
            Some(day) => self.constant_day(span, day),
            None => self.fail(
                span,
                format!("`{text}` is no day of the calendar"),
                "write year, month and day: `2026-01-31`",
            ),
        }
    }

    fn constant_day(&mut self, span: Span, day: Day) -> Option<Value> {
        let reg = self.draft.number(day);
        self.done(span, reg).map(Value::Date)
    }

    fn duration_of(&mut self, span: Span, text: &str) -> Option<Value> {
        match duration(text) {
            Some(Duration::Months(months)) => {
                let reg = self.draft.number(months);
                self.done(span, reg).map(Value::Months)
            }
            Some(Duration::Days(days)) => {
                let reg = self.draft.number(days);
                self.done(span, reg).map(Value::Days)
            }
            None => self.fail(
                span,
                format!("`{text}` is no duration of whole months or whole days"),
                "write `P2Y`, `P18M` or `P30D`",
            ),
        }
    }
}

/// `2026-01-31`
fn day(text: &str) -> Option<Day> {
    match feel::Value::from_tagged("date", text)? {
        feel::Value::Date(day) if (FIRST_DAY..=LAST_DAY).contains(&day) => Some(day),
        _ => None,
    }
}

/// `P1Y6M`, `-P30D`, `PT48H`
fn duration(text: &str) -> Option<Duration> {
    match feel::Value::from_tagged("duration", text)? {
        feel::Value::Months(months) if months.abs() <= MAX_LENGTH => Some(Duration::Months(months)),
        feel::Value::Nanos(nanos) if nanos % NANOS_A_DAY == 0 => {
            let days = i64::try_from(nanos / NANOS_A_DAY).ok()?;
            (days.abs() <= MAX_LENGTH).then_some(Duration::Days(days))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_durations_of_whole_months_or_days() {
        for (text, expected) in [
            ("P12M", Some(Duration::Months(12))),
            ("P1Y", Some(Duration::Months(12))),
            ("P1Y6M", Some(Duration::Months(18))),
            ("-P1M", Some(Duration::Months(-1))),
            ("P30D", Some(Duration::Days(30))),
            ("PT48H", Some(Duration::Days(2))),
            ("P1DT24H", Some(Duration::Days(2))),
            ("PT1H", None),
            ("P1M1D", None),
            ("P", None),
            ("PT", None),
            ("P1", None),
            ("P1M1Y", None),
            ("P1.5M", None),
            ("P99999999999999999999M", None),
        ] {
            assert_eq!(duration(text), expected, "{text}");
        }
    }

    #[test]
    fn reads_only_days_of_the_calendar() {
        assert_eq!(day("1970-01-02"), Some(1));
        for text in [
            "2026-02-29",
            "2026-1-1",
            "26-01-01",
            "2026-01-01T00:00:00",
            "0000-01-01",
            "+026-01-01",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
