//! `value.part` and `value instance of type`.

use crate::date;
use crate::feel::Outcome;
use crate::feel::temporal::{DAY, SECOND, Time, Zone};
use crate::feel::value::{Range, Value};

/// A part of a value; of a list, the part of every item. Null where it has none.
pub(super) fn part(base: Value, name: &str) -> Outcome<Value> {
    Ok(match base {
        Value::Context(entries) => entries
            .into_iter()
            .find(|(key, _)| key == name)
            .map_or(Value::Null, |(_, value)| value),
        Value::List(items) => Value::List(
            items
                .into_iter()
                .map(|item| part_of_item(item, name))
                .collect::<Result<_, _>>()?,
        ),
        Value::Date(day) => date_part(day, name),
        Value::DateTime(date_time) => match date_part(date_time.day, name) {
            Value::Null => time_part(&date_time.time, name)?,
            found => found,
        },
        Value::Time(time) => time_part(&time, name)?,
        Value::Months(months) => match name {
            "years" => (months / 12).into(),
            "months" => (months % 12).into(),
            _ => Value::Null,
        },
        Value::Nanos(nanos) => nanos_part(nanos, name)?,
        Value::Range(range) => range_part(*range, name)?,
        _ => Value::Null,
    })
}

/// As [`part`]; refused where an item has no such part, which the standard leaves open.
fn part_of_item(item: Value, name: &str) -> Outcome<Value> {
    let lacks = match &item {
        Value::Context(entries) => !entries.iter().any(|(key, _)| key == name),
        Value::Null | Value::List(_) => true,
        _ => false,
    };
    if lacks {
        Err(format!("an item of the list has no part `{name}`"))
    } else {
        part(item, name)
    }
}

fn date_part(day: date::Day, name: &str) -> Value {
    let (year, month, of_month) = date::to_ymd(day);
    match name {
        "year" => year.into(),
        "month" => i64::from(month).into(),
        "day" => i64::from(of_month).into(),
        // 1970-01-01 was a Thursday; Monday is 1.
        "weekday" => ((day + 3).rem_euclid(7) + 1).into(),
        _ => Value::Null,
    }
}

fn whole(nanos: i128) -> Outcome<Value> {
    let whole = i64::try_from(nanos).map_err(|_| "the number is out of range".to_owned())?;
    Ok(whole.into())
}

fn time_part(time: &Time, name: &str) -> Outcome<Value> {
    let seconds = time.nanos / SECOND;
    match name {
        "hour" => whole(seconds / 3_600),
        "minute" => whole(seconds / 60 % 60),
        "second" if time.nanos % SECOND != 0 => {
            Err("the second has decimal places: this is open in the standard".to_owned())
        }
        "second" => whole(seconds % 60),
        "time offset" => match (&time.zone, time.zone.offset()) {
            (_, Some(offset)) => Ok(Value::Nanos(i128::from(offset) * SECOND)),
            (Zone::Local, None) => Ok(Value::Null),
            _ => Err("the rules of time zones are not known here".to_owned()),
        },
        "timezone" => match &time.zone {
            Zone::Named(name) => Ok(Value::String(name.clone())),
            _ => Ok(Value::Null),
        },
        _ => Ok(Value::Null),
    }
}

fn nanos_part(nanos: i128, name: &str) -> Outcome<Value> {
    let seconds = nanos / SECOND;
    match name {
        "days" => whole(nanos / DAY),
        "hours" => whole(seconds / 3_600 % 24),
        "minutes" => whole(seconds / 60 % 60),
        "seconds" if nanos % SECOND != 0 => {
            Err("the seconds have decimal places: this is open in the standard".to_owned())
        }
        "seconds" => whole(seconds % 60),
        _ => Ok(Value::Null),
    }
}

fn range_part(range: Range, name: &str) -> Outcome<Value> {
    match range {
        Range::Interval {
            low,
            high,
            low_closed,
            high_closed,
        } => Ok(match name {
            "start" => low,
            "end" => high,
            "start included" => Value::Bool(low_closed),
            "end included" => Value::Bool(high_closed),
            _ => Value::Null,
        }),
        Range::Compare(..) => {
            Err("parts of a range such as (< 10) are outside the subset".to_owned())
        }
    }
}

/// Types that `instance of` knows, apart from `list<…>` of them.
pub(in super::super) const TYPES: &[&str] = &[
    "number",
    "string",
    "boolean",
    "date",
    "time",
    "date and time",
    "years and months duration",
    "days and time duration",
];

/// Whether a value is of a type. Null is of none.
pub(super) fn instance_of(value: &Value, name: &str) -> Outcome<bool> {
    if let Some(item_type) = name
        .strip_prefix("list<")
        .and_then(|rest| rest.strip_suffix('>'))
    {
        let Value::List(items) = value else {
            return Ok(false);
        };
        for item in items {
            if *item == Value::Null {
                return Err(
                    "whether null is of a list's item type is open in the standard".to_owned(),
                );
            }
            if !instance_of(item, item_type)? {
                return Ok(false);
            }
        }
        return Ok(true);
    }
    Ok(value.kind() == name)
}
