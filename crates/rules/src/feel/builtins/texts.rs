//! Functions of texts. Lengths and places count characters (code points).

use super::{Arguments, text, whole};
use crate::feel::Outcome;
use crate::feel::value::Value;

/// Runs `f` on a text; null where it is none.
fn on_text(args: &mut Arguments, f: impl FnOnce(&str) -> Value) -> Outcome<Value> {
    Ok(text(args.take())?.map_or(Value::Null, |text| f(&text)))
}

/// Runs `f` on two texts; null where one is none.
fn on_texts(args: &mut Arguments, f: impl FnOnce(&str, &str) -> Value) -> Outcome<Value> {
    let (a, b) = (text(args.take())?, text(args.take())?);
    Ok(a.zip(b).map_or(Value::Null, |(a, b)| f(&a, &b)))
}

pub(super) fn string(args: &mut Arguments) -> Outcome<Value> {
    match args.take() {
        Value::Null => Ok(Value::Null),
        value => match value.text() {
            Some(text) => Ok(Value::String(text)),
            None => Err(format!(
                "how a {} is written as a text is outside the subset",
                value.kind()
            )),
        },
    }
}

pub(super) fn length(args: &mut Arguments) -> Outcome<Value> {
    on_text(args, |text| {
        i64::try_from(text.chars().count()).map_or(Value::Null, Value::from)
    })
}

pub(super) fn substring(args: &mut Arguments) -> Outcome<Value> {
    let (text, start) = (text(args.take())?, whole(&args.take())?);
    let length = if args.is_empty() {
        Some(i64::MAX)
    } else {
        whole(&args.take())?
    };
    let (Some(text), Some(start), Some(length)) = (text, start, length) else {
        return Ok(Value::Null);
    };
    let count = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
    let first = match start {
        0 => return Ok(Value::Null),
        1.. => start - 1,
        _ => count.saturating_add(start),
    };
    if !(0..count).contains(&first) {
        return Err(format!(
            "the text has {count} characters, so it has no place {start}"
        ));
    }
    if length < 1 {
        return Err("the length of a part is at least 1".to_owned());
    }
    let skip = usize::try_from(first).unwrap_or(usize::MAX);
    let take = usize::try_from(length).unwrap_or(usize::MAX);
    Ok(Value::String(text.chars().skip(skip).take(take).collect()))
}

pub(super) fn before(args: &mut Arguments) -> Outcome<Value> {
    on_texts(args, |text, found| {
        text.split_once(found)
            .map_or("", |(before, _)| before)
            .into()
    })
}

pub(super) fn after(args: &mut Arguments) -> Outcome<Value> {
    on_texts(args, |text, found| {
        text.split_once(found).map_or("", |(_, after)| after).into()
    })
}

pub(super) fn contains(args: &mut Arguments) -> Outcome<Value> {
    on_texts(args, |text, found| text.contains(found).into())
}

pub(super) fn starts_with(args: &mut Arguments) -> Outcome<Value> {
    on_texts(args, |text, found| text.starts_with(found).into())
}

pub(super) fn ends_with(args: &mut Arguments) -> Outcome<Value> {
    on_texts(args, |text, found| text.ends_with(found).into())
}

pub(super) fn upper_case(args: &mut Arguments) -> Outcome<Value> {
    on_text(args, |text| Value::String(text.to_uppercase()))
}

pub(super) fn lower_case(args: &mut Arguments) -> Outcome<Value> {
    on_text(args, |text| Value::String(text.to_lowercase()))
}

/// A separator: a text of one of these characters, or null for none. `None` where it is
/// neither.
fn separator(value: Value, known: &[&str]) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::String(text) if known.contains(&text.as_str()) => Some(text),
        _ => None,
    }
}

pub(super) fn number(args: &mut Arguments) -> Outcome<Value> {
    let Some(text) = text(args.take())? else {
        return Ok(Value::Null);
    };
    let grouping = separator(args.take(), &[" ", ",", "."]);
    let decimal = separator(args.take(), &[",", "."]);
    let (Some(grouping), Some(decimal)) = (grouping, decimal) else {
        return Ok(Value::Null);
    };
    if grouping == decimal && !grouping.is_empty() {
        return Ok(Value::Null);
    }
    let mut plain = if grouping.is_empty() {
        text
    } else {
        text.replace(&grouping, "")
    };
    if decimal == "," {
        if plain.contains('.') {
            return Ok(Value::Null);
        }
        plain = plain.replace(',', ".");
    }
    // FEEL's own numbers: no plus sign.
    let is_number = !plain.starts_with('+');
    Ok(plain
        .parse()
        .ok()
        .filter(|_| is_number)
        .map_or(Value::Null, Value::Number))
}
