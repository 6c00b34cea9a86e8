//! The shapes of the source files: one description that reads them, refuses what
//! does not fit, and gives the JSON Schema for editors.

use super::fault::{At, Fault, Faults, File, nearest};
use super::language;
use super::node::Node;
use crate::check::is_id;
use std::sync::Arc;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What may stand at a place.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape {
    /// Any string, also an empty one.
    String,
    /// A string that is not empty.
    Name,
    /// ASCII snake_case.
    Id,
    /// A FEEL expression.
    Expression,
    /// A whole number from the first to the second.
    Whole(i64, i64),
    /// A whole number, a decimal number or a date: a bound of a question's answers.
    Bound,
    /// A date without quotes and without time.
    Date,
    /// `true` or `false`.
    Bool,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// `{ zh = "…", en = "…" }`, neither empty.
    Text,
    /// `{ zh = "…", en = "…" }`, perhaps empty.
    MaybeText,
    /// An array of this.
    List(&'static Shape),
    /// A table with these fields.
    Table(&'static TableShape),
    /// A table from ids to this.
    Map(&'static Shape),
    /// One of the first's words, or the second.
    Either(&'static [&'static str], &'static Shape),
}

/// A table's fields.
#[derive(Debug)]
pub(crate) struct TableShape {
    /// What it is called in messages: `version`.
    pub name: &'static str,
    /// What it describes.
    pub doc: &'static str,
    /// Its fields.
    pub fields: &'static [Field],
}

/// A field of a table.
#[derive(Debug)]
pub(crate) struct Field {
    pub key: &'static str,
    pub shape: Shape,
    pub required: bool,
    pub doc: &'static str,
}

/// A field that must be there.
pub(crate) const fn must(key: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field {
        key,
        shape,
        required: true,
        doc,
    }
}

/// A field that may be left out.
pub(crate) const fn may(key: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field {
        key,
        shape,
        required: false,
        doc,
    }
}

/// Reads a TOML file and checks its shape; `None` where it is no TOML at all.
pub(crate) fn parse<'a>(
    file: &'a Arc<File>,
    shape: &'static TableShape,
    faults: &mut Faults,
) -> Option<Node<'a>> {
    let (table, errors) = DeTable::parse_recoverable(&file.text);
    for error in &errors {
        let at = At::new(file, error.span().unwrap_or(0..0));
        faults.error(
            "toml",
            &at,
            error.message().trim().to_lowercase().replace('\n', ", "),
        );
    }
    if !errors.is_empty() {
        return None;
    }
    let at = At::new(file, 0..file.text.len()).first_line();
    let table = table.into_inner();
    check_table(file, &table, &at, shape, faults);
    Some(Node { file, table, at })
}

pub(super) fn day(value: &DeValue<'_>) -> Option<rules::date::Day> {
    match value {
        DeValue::Datetime(toml::value::Datetime {
            date: Some(date),
            time: None,
            offset: None,
        }) => rules::date::from_ymd(i64::from(date.year), date.month, date.day),
        _ => None,
    }
}

pub(super) fn whole(value: &DeValue<'_>) -> Option<i64> {
    value
        .as_integer()
        .and_then(|i| i64::from_str_radix(i.as_str(), i.radix()).ok())
}

fn check_table(
    file: &Arc<File>,
    table: &DeTable<'_>,
    at: &At,
    shape: &TableShape,
    faults: &mut Faults,
) {
    for (key, value) in table {
        let name = key.get_ref().as_ref();
        if let Some(field) = shape.fields.iter().find(|field| field.key == name) {
            check_value(file, value, field.key, field.shape, faults);
            continue;
        }
        let message = format!("a {} has no field `{name}`", shape.name);
        let fault = faults.error("unknown-field", &At::new(file, key.span()), message);
        let known: Vec<&str> = shape.fields.iter().map(|field| field.key).collect();
        suggest(fault, name, &known);
    }
    for field in shape
        .fields
        .iter()
        .filter(|field| field.required && !table.contains_key(field.key))
    {
        let message = format!("this {} has no `{}`", shape.name, field.key);
        faults.error("missing-field", at, message).help(format!(
            "add `{} = {}`: {}",
            field.key,
            field.shape.example(),
            field.doc
        ));
    }
}

/// "did you mean", or else the list of what is known.
pub(crate) fn suggest(fault: &mut Fault, name: &str, known: &[&str]) {
    let list = || {
        known
            .iter()
            .map(|k| format!("`{k}`"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    match nearest(name, known.iter().copied()) {
        Some(near) => fault.help(format!("did you mean `{near}`?")),
        None if known.is_empty() => fault,
        None if known.len() > 20 => fault,
        None => fault.help(format!("known are {}", list())),
    };
}

fn check_value(
    file: &Arc<File>,
    value: &Spanned<DeValue<'_>>,
    key: &str,
    shape: Shape,
    faults: &mut Faults,
) {
    let at = At::new(file, value.span());
    let found = value.get_ref();
    let wrong = |faults: &mut Faults, expected: &str| {
        let given = type_name(found);
        let fault = faults.error(
            "wrong-type",
            &at.first_line(),
            format!("`{key}` must be {expected}, not {given}"),
        );
        fault.help(format!("write `{key} = {}`", shape.example()));
    };
    match shape {
        Shape::String if found.as_str().is_none() => wrong(faults, "a string"),
        Shape::String => {}
        Shape::Name | Shape::Expression => match found.as_str() {
            None => wrong(faults, "a string"),
            Some(text) if text.trim().is_empty() => {
                faults.error("empty", &at, format!("`{key}` is empty"));
            }
            Some(_) => {}
        },
        Shape::Id => {
            match found.as_str() {
                None => wrong(faults, "a string"),
                Some(text) if !is_id(text) => {
                    faults
                    .error("bad-id", &at, format!("`{text}` is not an id"))
                    .help("an id has only the letters a-z, digits and `_`, and begins with a letter");
                }
                Some(_) => {}
            }
        }
        Shape::Choice(words) => match found.as_str() {
            None => wrong(faults, "a string"),
            Some(text) if !words.contains(&text) => {
                suggest(
                    faults.error("unknown-word", &at, format!("`{key}` can't be `{text}`")),
                    text,
                    words,
                );
            }
            Some(_) => {}
        },
        Shape::Whole(min, max) => match whole(found) {
            None => wrong(faults, "a whole number"),
            Some(n) if n < min || n > max => {
                faults.error(
                    "out-of-range",
                    &at,
                    format!("`{key}` must be from {min} to {max}"),
                );
            }
            Some(_) => {}
        },
        Shape::Bound
            if whole(found).is_none() && found.as_float().is_none() && day(found).is_none() =>
        {
            wrong(faults, "a number or a date");
        }
        Shape::Bound => {}
        Shape::Bool if found.as_bool().is_none() => wrong(faults, "`true` or `false`"),
        Shape::Bool => {}
        Shape::Date if day(found).is_none() => wrong(faults, "a date"),
        Shape::Date => {}
        Shape::Text | Shape::MaybeText => check_text(file, value, key, shape, faults),
        Shape::List(item) => match found.as_array() {
            None => wrong(faults, "an array"),
            Some(items) => items
                .iter()
                .for_each(|value| check_value(file, value, key, *item, faults)),
        },
        Shape::Map(item) => match found.as_table() {
            None => wrong(faults, "a table"),
            Some(table) => table
                .values()
                .for_each(|value| check_value(file, value, key, *item, faults)),
        },
        Shape::Table(shape) => match found.as_table() {
            None => wrong(faults, "a table"),
            Some(table) => check_table(file, table, &at.first_line(), shape, faults),
        },
        Shape::Either(words, other) => match found {
            DeValue::String(_) => check_value(file, value, key, Shape::Choice(words), faults),
            _ => check_value(file, value, key, *other, faults),
        },
    }
}

fn check_text(
    file: &Arc<File>,
    value: &Spanned<DeValue<'_>>,
    key: &str,
    shape: Shape,
    faults: &mut Faults,
) {
    let at = At::new(file, value.span()).first_line();
    let Some(table) = value.get_ref().as_table() else {
        let given = type_name(value.get_ref());
        let message = format!("`{key}` must be a text in both languages, not {given}");
        faults
            .error("wrong-type", &at, message)
            .help(format!("write `{key} = {}`", shape.example()));
        return;
    };
    for (name, _) in table
        .iter()
        .filter(|(name, _)| !["zh", "en"].contains(&name.get_ref().as_ref()))
    {
        let place = At::new(file, name.span());
        let message = format!("a text has no field `{}`", name.get_ref());
        faults
            .error("unknown-field", &place, message)
            .help("a text has `zh` and `en`");
    }
    for (language, english) in [("zh", false), ("en", true)] {
        let Some(value) = table.get(language) else {
            let message = format!("`{key}` has no `{language}`");
            faults
                .error("no-translation", &at, message)
                .help(format!("write `{key} = {}`", shape.example()));
            continue;
        };
        let place = At::new(file, value.span());
        match value.get_ref().as_str() {
            None => {
                faults.error(
                    "wrong-type",
                    &place,
                    format!("`{language}` must be a string"),
                );
            }
            Some(text) if text.trim().is_empty() && matches!(shape, Shape::Text) => {
                faults
                    .error(
                        "no-translation",
                        &place,
                        format!("`{key}` is empty in `{language}`"),
                    )
                    .help("every text stands in Chinese and in English");
            }
            Some(text) => language::check(text, english, &place, faults),
        }
    }
    let empty = |language: &str| {
        table
            .get(language)
            .and_then(|value| value.get_ref().as_str())
            .is_some_and(|text| text.trim().is_empty())
    };
    if matches!(shape, Shape::MaybeText) && empty("zh") != empty("en") {
        let message = format!("`{key}` is there in one language only");
        faults
            .error("no-translation", &at, message)
            .help("write it in both languages, or leave both empty");
    }
}

fn type_name(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a decimal number",
        DeValue::Boolean(_) => "`true` or `false`",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "an array",
        DeValue::Table(_) => "a table",
    }
}

impl Shape {
    /// How such a value is written.
    fn example(self) -> String {
        match self {
            Shape::String | Shape::Name => "\"…\"".to_owned(),
            Shape::Id => "\"some_id\"".to_owned(),
            Shape::Expression => "'certificate_level <= 3'".to_owned(),
            Shape::Whole(min, _) => min.to_string(),
            Shape::Bound => "12".to_owned(),
            Shape::Bool => "true".to_owned(),
            Shape::Date => "2026-11-22".to_owned(),
            Shape::Choice(words) | Shape::Either(words, _) => {
                format!("\"{}\"", words.first().unwrap_or(&"…"))
            }
            Shape::Text | Shape::MaybeText => "{ zh = \"…\", en = \"…\" }".to_owned(),
            Shape::List(Shape::Table(_)) => "[{ … }]".to_owned(),
            Shape::List(item) => format!("[{}]", item.example()),
            Shape::Table(_) | Shape::Map(_) => "{ … }".to_owned(),
        }
    }
}
