//! Writes JSON in a fixed order of keys, numbers as exact decimals.

use pack::facts::format_decimal;
use rules::eval::Range;
use rules::program::Unit;

/// Appends a JSON string.
pub fn string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if (c as u32) < 0x20 => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// Appends `"name":`, with a comma before it unless it is the first of its object.
pub fn key(out: &mut String, name: &str) {
    comma(out);
    string(out, name);
    out.push(':');
}

/// Appends a comma unless an object or array has just begun.
pub fn comma(out: &mut String) {
    if !out.ends_with(['{', '[', ':']) && !out.is_empty() {
        out.push(',');
    }
}

/// Appends an array, each item by `write`.
pub fn array<T>(
    out: &mut String,
    items: impl IntoIterator<Item = T>,
    mut write: impl FnMut(&mut String, T),
) {
    out.push('[');
    for item in items {
        comma(out);
        write(out, item);
    }
    out.push(']');
}

/// Appends `{"unit":…,"min":…,"max":…}`, or `null`.
pub fn amount(out: &mut String, range: Option<&Range>) {
    let Some(range) = range else {
        out.push_str("null");
        return;
    };
    out.push_str("{\"unit\":");
    string(out, unit(range.unit));
    out.push_str(",\"min\":");
    out.push_str(&format_decimal(range.min, range.scale));
    out.push_str(",\"max\":");
    out.push_str(&format_decimal(range.max, range.scale));
    out.push('}');
}

/// The word for a unit.
pub fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::None => "none",
        Unit::Yuan => "yuan",
        Unit::Points => "points",
        Unit::Months => "months",
        Unit::Years => "years",
        Unit::Days => "days",
        Unit::People => "people",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_escaped_as_json_wants() {
        let mut out = String::new();
        string(&mut out, "a\"b\\c\n\u{1}中");
        assert_eq!(out, "\"a\\\"b\\\\c\\n\\u0001中\"");
        assert_eq!(
            serde_json::from_str::<String>(&out).unwrap(),
            "a\"b\\c\n\u{1}中"
        );
    }

    #[test]
    fn amounts_are_exact_numbers() {
        let mut out = String::new();
        amount(
            &mut out,
            Some(&Range {
                min: 160_000,
                max: 857_143,
                scale: 2,
                unit: Unit::Yuan,
            }),
        );
        assert_eq!(out, r#"{"unit":"yuan","min":1600,"max":8571.43}"#);
        out.clear();
        amount(&mut out, None);
        assert_eq!(out, "null");
    }
}
