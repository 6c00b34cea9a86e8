//! Durations from text and to text.

use super::super::Outcome;
use super::super::value::Value;
use super::read::nanos;
use super::{SECOND, is_bounded, write_fraction};
use std::fmt::Write;

/// Reads `P1Y2M` as months and `P1DT2H3M4.5S` as nanoseconds. `Ok(None)` where it is no
/// duration; refused where it mixes the two kinds or is too long.
pub(in super::super) fn read(text: &str) -> Outcome<Option<Value>> {
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let Some(rest) = rest.strip_prefix('P') else {
        return Ok(None);
    };
    let (date_part, time_part) = match rest.split_once('T') {
        Some((date_part, time_part)) => (date_part, Some(time_part)),
        None => (rest, None),
    };
    let Some(dates) = parts(date_part, "YMD", false)? else {
        return Ok(None);
    };
    let Some(times) = parts(time_part.unwrap_or(""), "HMS", true)? else {
        return Ok(None);
    };
    let bare_time = time_part.is_some() && times.iter().all(Option::is_none);
    let nothing = dates.iter().chain(&times).all(Option::is_none);
    if bare_time || nothing {
        return Ok(None);
    }
    let [years, months, days] = dates;
    let [hours, minutes, seconds] = times;
    let has_months = years.is_some() || months.is_some();
    let has_nanos = days.is_some() || time_part.is_some();
    if has_months && has_nanos {
        return Err(
            "a duration of years and months together with days or times is outside the subset"
                .to_owned(),
        );
    }
    let too_long = || "the duration is too long".to_owned();
    let sign = if negative { -1 } else { 1 };
    // The parts count whole units in nanoseconds of "seconds" from `parts`.
    let count = |part: Option<i128>| part.unwrap_or(0) / SECOND;
    if has_months {
        let total = count(years)
            .checked_mul(12)
            .and_then(|total| total.checked_add(count(months)));
        let total = total
            .and_then(|total| i64::try_from(sign * total).ok())
            .ok_or_else(too_long)?;
        return Ok(Some(Value::Months(total)));
    }
    let mut total = 0i128;
    for (amount, unit) in [(days, 86_400), (hours, 3_600), (minutes, 60), (seconds, 1)] {
        let part = amount.unwrap_or(0).checked_mul(unit);
        total = part
            .and_then(|part| total.checked_add(part))
            .ok_or_else(too_long)?;
    }
    if !is_bounded(total) {
        return Err(too_long());
    }
    Ok(Some(Value::Nanos(sign * total)))
}

/// Three numbers, each followed by its letter, in order, each at most once; times 10^9.
/// Only the last may have decimal places, where `decimals` says so.
fn parts(text: &str, letters: &str, decimals: bool) -> Outcome<Option<[Option<i128>; 3]>> {
    let mut found = [None; 3];
    let mut rest = text;
    for (place, letter) in letters.chars().enumerate() {
        let Some((number, after)) = rest.split_once(letter) else {
            continue;
        };
        let (whole, fraction) = match number.split_once('.') {
            // `4.` is four seconds.
            Some((whole, "")) if decimals && place == 2 => (whole, Some(0)),
            Some((whole, places)) if decimals && place == 2 => (whole, nanos(places)?),
            _ => (number, Some(0)),
        };
        let is_number = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
        let Some(fraction) = fraction.filter(|_| is_number) else {
            return Ok(None);
        };
        let amount = whole
            .parse::<i128>()
            .ok()
            .and_then(|whole| whole.checked_mul(SECOND)?.checked_add(fraction));
        let Some(amount) = amount else {
            return Err("the duration is too long".to_owned());
        };
        if let Some(slot) = found.get_mut(place) {
            *slot = Some(amount);
        }
        rest = after;
    }
    Ok(rest.is_empty().then_some(found))
}

/// `P1Y2M`, `-P3M`, `P0M`
pub(in super::super) fn months_text(months: i64) -> String {
    let (years, rest) = (months.unsigned_abs() / 12, months.unsigned_abs() % 12);
    let mut text = if months < 0 {
        "-P".to_owned()
    } else {
        "P".to_owned()
    };
    if years > 0 {
        text.push_str(&format!("{years}Y"));
    }
    if rest > 0 || years == 0 {
        text.push_str(&format!("{rest}M"));
    }
    text
}

/// `P1DT2H3M4.5S`, `-PT1H`, `PT0S`
pub(in super::super) fn nanos_text(nanos: i128) -> String {
    let size = nanos.abs();
    let seconds = size / SECOND;
    let mut text = if nanos < 0 {
        "-P".to_owned()
    } else {
        "P".to_owned()
    };
    let (days, clock) = (seconds / 86_400, seconds % 86_400);
    if days > 0 {
        text.push_str(&format!("{days}D"));
    }
    if clock > 0 || size % SECOND > 0 || days == 0 {
        text.push('T');
    }
    for (amount, letter) in [(clock / 3_600, 'H'), (clock / 60 % 60, 'M')] {
        if amount > 0 {
            text.push_str(&format!("{amount}{letter}"));
        }
    }
    if clock % 60 > 0 || size % SECOND > 0 || size == 0 {
        text.push_str(&(clock % 60).to_string());
        // Writing to a string cannot fail.
        let _ = write_fraction(&mut text, size % SECOND);
        let _ = text.write_char('S');
    }
    text
}
