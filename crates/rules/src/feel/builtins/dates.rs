//! Functions that make dates, times and durations.

use super::{Arguments, none, number, whole};
use crate::date;
use crate::feel::Outcome;
use crate::feel::temporal::{DateTime, MAX_YEAR, SECOND, Time, Zone, duration as durations, read};
use crate::feel::value::Value;

/// Null where the value is of none of the kinds that are wanted.
fn null_for(value: &Value) -> Outcome<Value> {
    none(value).map(|none: Option<Value>| none.unwrap_or(Value::Null))
}

pub(super) fn date(args: &mut Arguments) -> Outcome<Value> {
    let first = args.take();
    if args.is_empty() {
        return match first {
            Value::String(text) => Ok(read::date(&text)?.map_or(Value::Null, Value::Date)),
            Value::Date(day) => Ok(Value::Date(day)),
            Value::DateTime(date_time) => Ok(Value::Date(date_time.day)),
            other => null_for(&other),
        };
    }
    let (year, month, day) = (whole(&first)?, whole(&args.take())?, whole(&args.take())?);
    let (Some(year), Some(month), Some(day)) = (year, month, day) else {
        return Ok(Value::Null);
    };
    let day = u8::try_from(month)
        .ok()
        .zip(u8::try_from(day).ok())
        .and_then(|(m, d)| date::from_ymd(year, m, d));
    if year == 0 && day.is_some() {
        return Err("whether there is a year 0 is open in the standard".to_owned());
    }
    Ok(day
        .filter(|_| year.checked_abs().is_some_and(|year| year <= MAX_YEAR))
        .map_or(Value::Null, Value::Date))
}

pub(super) fn time(args: &mut Arguments) -> Outcome<Value> {
    let first = args.take();
    if args.is_empty() {
        return match first {
            Value::String(text) => Ok(read::time(&text)?.map_or(Value::Null, Value::Time)),
            Value::Time(time) => Ok(Value::Time(time)),
            Value::DateTime(date_time) => Ok(Value::Time(date_time.time)),
            Value::Date(_) => {
                Err("the time of a date without a time is open in the standard".to_owned())
            }
            other => null_for(&other),
        };
    }
    let (hour, minute, second) = (whole(&first)?, whole(&args.take())?, number(&args.take())?);
    let (Some(hour), Some(minute), Some(second)) = (hour, minute, second) else {
        return Ok(Value::Null);
    };
    let zone = match args.take() {
        Value::Null => Zone::Local,
        Value::Nanos(offset) if offset % SECOND == 0 && offset.abs() <= 14 * 3_600 * SECOND => {
            Zone::Offset(i32::try_from(offset / SECOND).unwrap_or(0))
        }
        Value::Nanos(_) => {
            return Err("the offset is larger than 14 hours or has parts of a second".to_owned());
        }
        other => return null_for(&other),
    };
    let in_range = (0..24).contains(&hour)
        && (0..60).contains(&minute)
        && !second.is_negative()
        && second < 60i64.into();
    if !in_range {
        return Ok(Value::Null);
    }
    let Some(nanos) = second.mantissa_at_wide(9) else {
        return Err("seconds have at most nine decimal places here".to_owned());
    };
    let nanos = (i128::from(hour) * 3_600 + i128::from(minute) * 60) * SECOND + nanos;
    Ok(Value::Time(Time { nanos, zone }))
}

pub(super) fn date_and_time(args: &mut Arguments) -> Outcome<Value> {
    let first = args.take();
    if args.is_empty() {
        return match first {
            Value::String(text) => Ok(read::date_time(&text)?.map_or(Value::Null, Value::DateTime)),
            Value::DateTime(date_time) => Ok(Value::DateTime(date_time)),
            Value::Date(_) => {
                Err("the time of a date without a time is open in the standard".to_owned())
            }
            other => null_for(&other),
        };
    }
    let day = match first {
        Value::Date(day) => day,
        Value::DateTime(date_time) => date_time.day,
        other => return null_for(&other),
    };
    match args.take() {
        Value::Time(time) => Ok(Value::DateTime(DateTime { day, time })),
        other => null_for(&other),
    }
}

pub(super) fn duration(args: &mut Arguments) -> Outcome<Value> {
    match args.take() {
        Value::String(text) => Ok(durations::read(&text)?.unwrap_or(Value::Null)),
        same @ (Value::Months(_) | Value::Nanos(_)) => Ok(same),
        other => null_for(&other),
    }
}

/// Whole months between the dates; the times do not count.
pub(super) fn months_between(args: &mut Arguments) -> Outcome<Value> {
    let day = |value: Value| match value {
        Value::Date(day) => Ok(Some(day)),
        Value::DateTime(date_time) => Ok(Some(date_time.day)),
        other => none(&other),
    };
    let (from, to): (Option<date::Day>, Option<date::Day>) = (day(args.take())?, day(args.take())?);
    Ok(from.zip(to).map_or(Value::Null, |(from, to)| {
        Value::Months(date::months_between(from, to))
    }))
}
