//! FEEL values from the JSON that cases are written in.

use rules::feel::{Decimal, Value};
use serde_json::Value as Json;

/// The value that a case writes: plain truths, texts, lists and null; all else in an object
/// with one tag, such as `{"number": "1.5"}`.
pub fn value(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(value) => Value::Bool(*value),
        Json::String(text) => Value::from(text.as_str()),
        Json::Array(items) => Value::List(items.iter().map(value).collect()),
        Json::Number(number) => Value::from_tagged("number", &number.to_string()).unwrap(),
        Json::Object(object) => {
            let (tag, inner) = object.iter().next().unwrap();
            match inner {
                Json::Object(_) if tag == "context" => Value::Context(entries(inner)),
                inner => Value::from_tagged(tag, inner.as_str().unwrap()).unwrap(),
            }
        }
    }
}

/// The named values of an object.
pub fn entries(json: &Json) -> Vec<(String, Value)> {
    let object = json.as_object().into_iter().flatten();
    object
        .map(|(key, inner)| (key.clone(), value(inner)))
        .collect()
}

/// Whether a value is the expected one. A number that the case rounded to 14 digits or more
/// may differ in the last of them.
pub fn same(found: &Value, expected: &Value) -> bool {
    match (found, expected) {
        (Value::Number(a), Value::Number(b)) => a == b || (digits(*b) >= 14 && near(*a, *b)),
        (Value::List(a), Value::List(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Context(a), Value::Context(b)) => {
            a.len() == b.len()
                && a.iter().all(|(key, value)| {
                    b.iter()
                        .any(|(other, expected)| key == other && same(value, expected))
                })
        }
        _ => found == expected,
    }
}

fn digits(number: Decimal) -> usize {
    number
        .abs()
        .to_string()
        .bytes()
        .filter(u8::is_ascii_digit)
        .skip_while(|digit| *digit == b'0')
        .count()
}

fn near(a: Decimal, b: Decimal) -> bool {
    let tolerance = b.abs().checked_mul("1e-12".parse().unwrap()).unwrap();
    a.checked_sub(b).unwrap().abs() <= tolerance
}
