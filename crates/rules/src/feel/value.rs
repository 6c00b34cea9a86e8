//! What an expression can come to.

use super::ast::BinaryOp;
use super::decimal::Decimal;
use super::temporal::{DateTime, Time, duration};
use crate::date::Day;

/// A value of FEEL.
///
/// `==` compares structure, not meaning: use [`equal`](super::equal) for FEEL's `=`.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing; also what a faulty operation comes to.
    Null,
    /// A truth.
    Bool(bool),
    /// A number.
    Number(Decimal),
    /// A text.
    String(String),
    /// A calendar date.
    Date(Day),
    /// A time of day.
    Time(Time),
    /// A date and a time of day.
    DateTime(DateTime),
    /// A years and months duration, in months.
    Months(i64),
    /// A days and time duration, in nanoseconds.
    Nanos(i128),
    /// A list.
    List(Vec<Value>),
    /// A context: names are unique, their order is kept.
    Context(Vec<(String, Value)>),
    /// A range.
    Range(Box<Range>),
    /// A function literal: opaque, nothing can be done with it.
    Function,
}

/// A range of values.
#[derive(Clone, Debug, PartialEq)]
pub enum Range {
    /// `[low..high)`; an end may be null.
    Interval {
        /// Lower end.
        low: Value,
        /// Upper end.
        high: Value,
        /// The lower end belongs to it.
        low_closed: bool,
        /// The upper end belongs to it.
        high_closed: bool,
    },
    /// `(< 10)`, `(= 10)` and so on.
    Compare(BinaryOp, Value),
}

impl Value {
    /// What its kind is called in messages.
    pub fn kind(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(_) => "number",
            Value::String(_) => "string",
            Value::Date(_) => "date",
            Value::Time(_) => "time",
            Value::DateTime(_) => "date and time",
            Value::Months(_) => "years and months duration",
            Value::Nanos(_) => "days and time duration",
            Value::List(_) => "list",
            Value::Context(_) => "context",
            Value::Range(_) => "range",
            Value::Function => "function",
        }
    }

    /// How many values it consists of, itself included; long texts count more than once.
    pub(super) fn size(&self) -> u64 {
        match self {
            Value::String(text) => 1 + text.len() as u64 / 64,
            Value::List(items) => 1 + items.iter().map(Value::size).sum::<u64>(),
            Value::Context(entries) => {
                1 + entries.iter().map(|(_, value)| value.size()).sum::<u64>()
            }
            Value::Range(range) => match &**range {
                Range::Interval { low, high, .. } => 1 + low.size() + high.size(),
                Range::Compare(_, value) => 1 + value.size(),
            },
            _ => 1,
        }
    }

    /// The value of a tag and its text, as FEEL cases write them: `number`, `date`, `time`,
    /// `dateTime` and `duration`. `None` for other tags and texts.
    pub fn from_tagged(tag: &str, text: &str) -> Option<Self> {
        use super::temporal::read;
        match tag {
            "number" => text.parse().ok().map(Value::Number),
            "date" => read::date(text).ok()?.map(Value::Date),
            "time" => read::time(text).ok()?.map(Value::Time),
            "dateTime" => read::date_time(text).ok()?.map(Value::DateTime),
            "duration" => duration::read(text).ok()?,
            _ => None,
        }
    }

    /// The tag and text of a value that has them: the reverse of [`Value::from_tagged`].
    pub fn tagged(&self) -> Option<(&'static str, String)> {
        let tag = match self {
            Value::Number(_) => "number",
            Value::Date(_) => "date",
            Value::Time(_) => "time",
            Value::DateTime(_) => "dateTime",
            Value::Months(_) | Value::Nanos(_) => "duration",
            _ => return None,
        };
        Some((tag, self.text()?))
    }

    /// As FEEL's `string()` writes a value that is no list, context, range or function;
    /// a text is itself.
    pub(super) fn text(&self) -> Option<String> {
        Some(match self {
            Value::Bool(value) => value.to_string(),
            Value::Number(number) => number.to_string(),
            Value::String(text) => text.clone(),
            Value::Date(day) => super::temporal::DateText(*day).to_string(),
            Value::Time(time) => time.to_string(),
            Value::DateTime(date_time) => date_time.to_string(),
            Value::Months(months) => duration::months_text(*months),
            Value::Nanos(nanos) => duration::nanos_text(*nanos),
            Value::Null
            | Value::List(_)
            | Value::Context(_)
            | Value::Range(_)
            | Value::Function => {
                return None;
            }
        })
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Value::Bool(value)
    }
}

impl From<Option<bool>> for Value {
    /// `None` is null.
    fn from(value: Option<bool>) -> Self {
        value.map_or(Value::Null, Value::Bool)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Value::Number(value.into())
    }
}

impl From<Decimal> for Value {
    fn from(value: Decimal) -> Self {
        Value::Number(value)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Value::String(value.to_owned())
    }
}
