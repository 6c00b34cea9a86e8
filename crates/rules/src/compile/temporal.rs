//! Dates and durations as literals.

use super::lower::Lowering;
use super::value::{Number, Value};
use crate::date::{self, Day};
use crate::feel::{Expr, Span};

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
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str, length: usize| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if parts.next().is_some()
        || !digits(year, 4)
        || !digits(month, 2)
        || !digits(day, 2)
        || year == "0000"
    {
        return None;
    }
    date::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// `P1Y6M`, `-P30D`, `PT48H`
fn duration(text: &str) -> Option<Duration> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1i64, rest),
        None => (1, text),
    };
    let rest = rest.strip_prefix('P')?;
    let (date_part, time_part) = match rest.split_once('T') {
        Some((_, "")) => return None,
        Some((date_part, time_part)) => (date_part, time_part),
        None => (rest, ""),
    };
    let date_fields = fields(date_part, "YMD")?;
    let time_fields = fields(time_part, "HMS")?;
    let (months, days) = match (date_fields, time_fields) {
        ([None, None, None], [None, None, None]) => return None,
        ([years, months, None], [None, None, None]) => {
            let months = years
                .unwrap_or(0)
                .checked_mul(12)?
                .checked_add(months.unwrap_or(0))?;
            (Some(months), None)
        }
        ([None, None, days], [hours, minutes, seconds]) => {
            let hours = hours.unwrap_or(0).checked_mul(3_600)?;
            let minutes = minutes.unwrap_or(0).checked_mul(60)?;
            let seconds = hours
                .checked_add(minutes)?
                .checked_add(seconds.unwrap_or(0))?;
            (
                None,
                (seconds % 86_400 == 0).then_some(days.unwrap_or(0).checked_add(seconds / 86_400)?),
            )
        }
        _ => return None,
    };
    let limit = 3_000_000;
    match (months, days) {
        (Some(months), _) if months <= limit => Some(Duration::Months(sign * months)),
        (_, Some(days)) if days <= limit => Some(Duration::Days(sign * days)),
        _ => None,
    }
}

/// Whole numbers, each followed by its letter, the letters in order.
fn fields(mut text: &str, letters: &str) -> Option<[Option<i64>; 3]> {
    let mut found = [None; 3];
    for (field, letter) in found.iter_mut().zip(letters.chars()) {
        if let Some((digits, rest)) = text.split_once(letter)
            && !digits.is_empty()
            && digits.bytes().all(|byte| byte.is_ascii_digit())
        {
            *field = Some(digits.parse().ok()?);
            text = rest;
        }
    }
    text.is_empty().then_some(found)
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
