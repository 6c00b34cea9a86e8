//! One FEEL expression over plain values: what `bazhu feel` gives.

use rules::feel::{self, Refused, Span, Value};
use serde_json::{Map, Value as Json, json};

/// Evaluates an expression with the names of `context`, a JSON object.
///
/// Truths, texts, lists and null are plain JSON; other values are objects with one tag:
/// `{"number": "1.5"}`, `{"date": "2026-11-22"}`, `{"time": …}`, `{"dateTime": …}`,
/// `{"duration": "P1Y"}`, `{"context": {…}}`. Plain JSON numbers are
/// read too.
///
/// Gives `{"value": …}`, or `{"refused": "why (line:column)"}` for what is outside the
/// subset, is no FEEL, or whose value the standard leaves open.
pub fn evaluate_line(expression: &str, context: &Json) -> Json {
    match evaluate(expression, context) {
        Ok(value) => json!({ "value": value }),
        Err(reason) => json!({ "refused": reason }),
    }
}

fn evaluate(expression: &str, context: &Json) -> Result<Json, String> {
    let expr = feel::parse(expression)
        .map_err(|error| format!("{error} ({})", place(expression, error.span)))?;
    let refused =
        |refused: Refused| format!("{} ({})", refused.message, place(expression, refused.span));
    feel::refuse_bare(&expr).map_err(refused)?;
    feel::refuse(&expr).map_err(refused)?;
    let entries = match context {
        Json::Null => Vec::new(),
        Json::Object(object) => {
            read_entries(object).map_err(|why| format!("the context: {why}"))?
        }
        _ => return Err("the context is not a JSON object".to_owned()),
    };
    let value = feel::interpret(&expr, &entries).map_err(refused)?;
    write_value(&value)
}

/// Line and column of a place, both from 1; columns count characters.
fn place(text: &str, span: Span) -> String {
    let start = usize::try_from(span.start).unwrap_or(usize::MAX);
    let before = text.get(..start.min(text.len())).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    format!("{line}:{column}")
}

fn read_entries(object: &Map<String, Json>) -> Result<Vec<(String, Value)>, String> {
    object
        .iter()
        .map(|(key, inner)| Ok((key.clone(), read_value(inner)?)))
        .collect()
}

fn read_value(json: &Json) -> Result<Value, String> {
    Ok(match json {
        Json::Null => Value::Null,
        Json::Bool(value) => Value::Bool(*value),
        Json::String(text) => Value::String(text.clone()),
        Json::Array(items) => Value::List(items.iter().map(read_value).collect::<Result<_, _>>()?),
        Json::Number(number) => tagged("number", &number.to_string())?,
        Json::Object(object) => match object.iter().next() {
            Some((tag, inner)) if object.len() == 1 => match (tag.as_str(), inner) {
                ("context", Json::Object(entries)) => Value::Context(read_entries(entries)?),
                (tag, Json::String(text)) => tagged(tag, text)?,
                (tag, _) => return Err(format!("`{tag}` with that is not a value")),
            },
            _ => {
                return Err(
                    "an object has one tag; a context is written {\"context\": {…}}".to_owned(),
                );
            }
        },
    })
}

fn tagged(tag: &str, text: &str) -> Result<Value, String> {
    Value::from_tagged(tag, text).ok_or_else(|| format!("`{text}` is not a `{tag}`"))
}

fn write_value(value: &Value) -> Result<Json, String> {
    Ok(match value {
        Value::Null => Json::Null,
        Value::Bool(value) => Json::Bool(*value),
        Value::String(text) => Json::String(text.clone()),
        Value::List(items) => Json::Array(items.iter().map(write_value).collect::<Result<_, _>>()?),
        Value::Context(entries) => {
            let mut object = Map::new();
            for (key, inner) in entries {
                object.insert(key.clone(), write_value(inner)?);
            }
            json!({ "context": object })
        }
        other => match other.tagged() {
            Some((tag, text)) => json!({ tag: text }),
            None => return Err(format!("a {} cannot be shown as a result", other.kind())),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_as_cases_write_them() {
        let context = json!({
            "n": {"number": "12345678901234567890.5"},
            "plain": 0.1,
            "day": {"date": "2026-11-22"},
            "who": {"context": {"name": "林", "ages": [{"number": "1"}, null, true]}},
        });
        for (text, expected) in [
            ("n + plain", json!({"number": "12345678901234567890.6"})),
            ("day + duration(\"P1M\")", json!({"date": "2026-12-22"})),
            ("who.name + \"!\"", json!("林!")),
            ("who.ages[1] = 1", json!(true)),
            (
                "[day - @\"2026-11-21\", null]",
                json!([{"duration": "P1D"}, null]),
            ),
            ("{a: plain}", json!({"context": {"a": {"number": "0.1"}}})),
            ("time(\"10:30:00\")", json!({"time": "10:30:00"})),
            (
                "date and time(day, @\"10:30:00Z\")",
                json!({"dateTime": "2026-11-22T10:30:00Z"}),
            ),
            ("1 / 0", json!(null)),
        ] {
            assert_eq!(
                evaluate_line(text, &context),
                json!({"value": expected}),
                "{text}"
            );
        }
    }

    #[test]
    fn refusals_name_the_place() {
        for (text, context, expected) in [
            (
                "1 +\n  today()",
                json!({}),
                "the function `today` is left out: there is no clock; the date of application is `applied_on` (2:3)",
            ),
            (
                "\"林\" + (",
                json!({}),
                "expected a value, found the end (1:8)",
            ),
            (
                "a + b",
                json!({"a": 1}),
                "the name `b` is not known here (1:5)",
            ),
            (
                "a + 1",
                json!({"a": {"number": "x"}}),
                "the context: `x` is not a `number`",
            ),
            ("a + 1", json!([1]), "the context is not a JSON object"),
            ("[1..3]", json!({}), "a range cannot be shown as a result"),
        ] {
            assert_eq!(
                evaluate_line(text, &context),
                json!({"refused": expected}),
                "{text}"
            );
        }
    }
}
