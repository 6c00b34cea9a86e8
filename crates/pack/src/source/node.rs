//! Values of a file whose shape has been checked, with their places.

use super::fault::{At, File};
use super::shape::{day, whole};
use crate::facts::parse_decimal;
use std::ops::Range;
use std::sync::Arc;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A table of a file whose shape has been checked: a field that is missing or wrong
/// has been reported, so what is read here in its place does not matter.
#[derive(Clone, Debug)]
pub(crate) struct Node<'a> {
    pub file: &'a Arc<File>,
    pub(super) table: DeTable<'a>,
    pub at: At,
}

/// A string and where it stands (quotes included).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Str {
    /// The text.
    pub value: String,
    /// Its place.
    pub at: At,
}

impl<'a> Node<'a> {
    fn get(&self, key: &str) -> Option<&Spanned<DeValue<'a>>> {
        self.table.get(key)
    }

    /// The place of a field's value, else the table's.
    pub fn at(&self, key: &str) -> At {
        self.get(key)
            .map_or_else(|| self.at.clone(), |value| At::new(self.file, value.span()))
    }

    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    pub fn opt(&self, key: &str) -> Option<Str> {
        let value = self.get(key)?;
        value.get_ref().as_str().map(|s| Str {
            value: s.to_owned(),
            at: At::new(self.file, value.span()),
        })
    }

    pub fn str(&self, key: &str) -> Str {
        self.opt(key).unwrap_or_else(|| Str {
            value: String::new(),
            at: self.at.clone(),
        })
    }

    pub fn text(&self, key: &str) -> crate::model::Text {
        let table = self.get(key).and_then(|value| value.get_ref().as_table());
        let get = |key: &str| {
            table
                .and_then(|t| t.get(key))
                .and_then(|v| v.get_ref().as_str())
                .unwrap_or_default()
                .to_owned()
        };
        crate::model::Text {
            zh: get("zh"),
            en: get("en"),
        }
    }

    pub fn day(&self, key: &str) -> Option<rules::date::Day> {
        self.get(key).and_then(|value| day(value.get_ref()))
    }

    pub fn is_true(&self, key: &str) -> bool {
        let value = self.get(key).and_then(|value| value.get_ref().as_bool());
        value == Some(true)
    }

    pub fn whole(&self, key: &str) -> Option<i64> {
        self.get(key).and_then(|value| whole(value.get_ref()))
    }

    /// Whether a field is there and true.
    pub fn flag(&self, key: &str) -> bool {
        let value = self.get(key).and_then(|value| value.get_ref().as_bool());
        value.unwrap_or(false)
    }

    /// A bound's decimal as a mantissa of `scale` places; `Err` with its text where it is none.
    pub fn decimal(&self, key: &str, scale: u8) -> Option<Result<i64, String>> {
        let text = match self.get(key)?.get_ref() {
            DeValue::Integer(i) => i.as_str().to_owned(),
            DeValue::Float(f) => f.as_str().to_owned(),
            _ => return Some(Err("another type".to_owned())),
        };
        Some(parse_decimal(&text, scale).map_err(|_| text))
    }

    pub fn table(&self, key: &str) -> Option<Node<'a>> {
        self.get(key).and_then(|value| self.node(value))
    }

    pub fn tables(&self, key: &str) -> Vec<Node<'a>> {
        let array = self.get(key).and_then(|value| value.get_ref().as_array());
        array
            .into_iter()
            .flat_map(|array| array.iter())
            .filter_map(|value| self.node(value))
            .collect()
    }

    fn node(&self, value: &Spanned<DeValue<'a>>) -> Option<Node<'a>> {
        let table = value.get_ref().as_table()?.clone();
        Some(Node {
            file: self.file,
            table,
            at: At::new(self.file, value.span()).first_line(),
        })
    }

    /// An array of strings.
    pub fn strs(&self, key: &str) -> Vec<Str> {
        let array = self.get(key).and_then(|value| value.get_ref().as_array());
        let item = |value: &Spanned<DeValue<'a>>| {
            let s = value.get_ref().as_str()?;
            Some(Str {
                value: s.to_owned(),
                at: At::new(self.file, value.span()),
            })
        };
        array
            .into_iter()
            .flat_map(|array| array.iter())
            .filter_map(item)
            .collect()
    }

    /// The keys, with their places, in the order of the file.
    pub fn keys(&self) -> Vec<Str> {
        let key = |key: &Spanned<std::borrow::Cow<'a, str>>| Str {
            value: key.get_ref().to_string(),
            at: At::new(self.file, key.span()),
        };
        let mut keys: Vec<Str> = self.table.keys().map(key).collect();
        keys.sort_by_key(|key| key.at.span.start);
        keys
    }
}

/// Where a part of a TOML string's value stands in the file.
///
/// `token` is the string's place with its quotes; `part` counts bytes of its value.
pub(crate) fn within(token: &At, part: Range<usize>) -> At {
    let raw = token.file.text.get(token.span.clone()).unwrap_or_default();
    let offsets = super::strings::offsets(raw);
    let end_of_all = offsets.last().copied().unwrap_or(0);
    let find = |at: usize| token.span.start + offsets.get(at).copied().unwrap_or(end_of_all);
    let start = find(part.start);
    At::new(&token.file, start..find(part.end).max(start))
}
