//! Dates and times from text, in the forms of XML Schema with FEEL's zones.
//!
//! `Ok(None)` is FEEL's null: the text is none. `Err` refuses what the standard leaves open.

use super::super::Outcome;
use super::super::value::Value;
use super::{DateTime, MAX_YEAR, SECOND, Time, Zone, checked_day, duration};
use crate::date::{self, Day};

/// What an `@"…"` literal or a text stands for, tried in turn.
pub(in super::super) fn any(text: &str) -> Outcome<Option<Value>> {
    if text.starts_with(['P', '-']) && text.contains('P') {
        return duration::read(text);
    }
    if text.contains('T') {
        return Ok(date_time(text)?.map(Value::DateTime));
    }
    if text.contains(':') {
        return Ok(time(text)?.map(Value::Time));
    }
    Ok(date(text)?.map(Value::Date))
}

fn digits(text: &str, count: usize) -> Option<u8> {
    if text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit()) {
        text.parse().ok()
    } else {
        None
    }
}

/// `2026-11-22`, `-0044-03-15`
pub(in super::super) fn date(text: &str) -> Outcome<Option<Day>> {
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let mut parts = rest.splitn(3, '-');
    let (Some(year_text), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next())
    else {
        return Ok(None);
    };
    let is_year = year_text.len() >= 4
        && year_text.bytes().all(|byte| byte.is_ascii_digit())
        && (year_text.len() == 4 || !year_text.starts_with('0'));
    let Some(month) = digits(month, 2).filter(|_| is_year) else {
        return Ok(None);
    };
    let Ok(year) = year_text.parse::<i64>() else {
        return Ok(None);
    };
    if year > MAX_YEAR {
        return Ok(None);
    }
    let year = if negative { -year } else { year };
    if let Some(zone) = day.get(2..)
        && !zone.is_empty()
    {
        let is_zoned = day.get(..2).is_some_and(|day| digits(day, 2).is_some())
            && !matches!(Zone::read(zone), Ok(None));
        return if is_zoned {
            Err("a date with a zone is outside the subset".to_owned())
        } else {
            Ok(None)
        };
    }
    let Some(day) = digits(day, 2).and_then(|day| date::from_ymd(year, month, day)) else {
        return Ok(None);
    };
    if year == 0 {
        return Err("whether there is a year 0 is open in the standard".to_owned());
    }
    Ok(Some(day))
}

/// `10:30:00`, `10:30:00.5+08:00`, `10:30:00@Asia/Shanghai`
pub(in super::super) fn time(text: &str) -> Outcome<Option<Time>> {
    match clock(text)? {
        Some((_, true)) => Err("the time 24:00:00 without a date is outside the subset".to_owned()),
        other => Ok(other.map(|(time, _)| time)),
    }
}

/// A time, and whether it is the end of the day (24:00:00).
fn clock(text: &str) -> Outcome<Option<(Time, bool)>> {
    let clock_end = text.find(['Z', '+', '-', '@']).unwrap_or(text.len());
    let (clock, zone) = text.split_at_checked(clock_end).unwrap_or((text, ""));
    let mut parts = clock.split(':');
    let (Some(hour), Some(minute)) = (parts.next(), parts.next()) else {
        return Ok(None);
    };
    let (Some(hour), Some(minute)) = (digits(hour, 2), digits(minute, 2)) else {
        return Ok(None);
    };
    let Some(seconds) = parts.next() else {
        return Err("a time without seconds is outside the subset".to_owned());
    };
    if parts.next().is_some() {
        return Ok(None);
    }
    let (second, fraction) = seconds
        .split_once('.')
        .map_or((seconds, None), |(s, f)| (s, Some(f)));
    let Some(second) = digits(second, 2) else {
        return Ok(None);
    };
    let Some(fraction) = fraction.map_or(Ok(Some(0)), nanos)? else {
        return Ok(None);
    };
    let end = hour == 24 && minute == 0 && second == 0 && fraction == 0;
    if (hour > 23 && !end) || minute > 59 || second > 59 {
        return Ok(None);
    }
    let Some(zone) = Zone::read(zone)? else {
        return Ok(None);
    };
    let whole = i128::from(hour % 24) * 3_600 + i128::from(minute) * 60 + i128::from(second);
    Ok(Some((
        Time {
            nanos: whole * SECOND + fraction,
            zone,
        },
        end,
    )))
}

/// The nanoseconds that decimal places of a second write. Places beyond nine are refused
/// unless they are zeros.
pub(super) fn nanos(places: &str) -> Outcome<Option<i128>> {
    if places.is_empty() || !places.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(None);
    }
    let places = places.trim_end_matches('0');
    if places.len() > 9 {
        return Err("seconds have at most nine decimal places here".to_owned());
    }
    Ok(format!("{places:0<9}").parse().ok())
}

/// `2026-11-22T10:30:00+08:00`, or a date for its midnight.
pub(in super::super) fn date_time(text: &str) -> Outcome<Option<DateTime>> {
    let Some((day, clock_text)) = text.split_once('T') else {
        return Ok(date(text)?.map(|day| DateTime {
            day,
            time: Time {
                nanos: 0,
                zone: Zone::Local,
            },
        }));
    };
    let Some((time, end)) = clock(clock_text)? else {
        return Ok(None);
    };
    let Some(day) = date(day)? else {
        return Ok(None);
    };
    let day = if end {
        checked_day(i128::from(day) + 1)?
    } else {
        day
    };
    Ok(Some(DateTime { day, time }))
}
