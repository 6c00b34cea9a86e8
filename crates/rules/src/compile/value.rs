//! What an expression stands for while it is compiled.

use std::rc::Rc;

use super::draft::Kind;
use crate::program::{Reg, Unit};

/// A question's options, or the outputs of a table.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Options {
    /// Whose options they are: `situation`.
    pub(super) name: String,
    /// Their ids, by index.
    pub(super) ids: Vec<String>,
}

/// A number's register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// The register of its mantissa.
    pub(super) reg: Reg,
    /// Decimal places of the mantissa.
    pub(super) scale: u8,
    /// What it counts; `None` for a literal, which takes any unit.
    pub(super) unit: Option<Unit>,
}

/// An entry of a list; it is there only if its guard holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    /// A truth; `None` where the entry is always there.
    pub(super) guard: Option<Reg>,
    /// The entry.
    pub(super) value: Value,
}

/// One end of a range.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct End {
    /// Where it lies.
    pub(super) value: Value,
    /// It belongs to the range.
    pub(super) closed: bool,
}

/// What an expression stands for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// A number.
    Number(Number),
    /// True or false.
    Truth(Reg),
    /// One of several options.
    Option(Reg, Rc<Options>),
    /// A literal text: nothing but something to compare with.
    Text(String),
    /// A day.
    Date(Reg),
    /// A duration in whole months.
    Months(Reg),
    /// A duration in whole days.
    Days(Reg),
    /// A list whose length is known but for its guards.
    List(Vec<Item>),
    /// A range: only something to look for values in.
    Range(Option<Box<End>>, Option<Box<End>>),
    /// Named values.
    Context(Vec<(String, Value)>),
}

impl Value {
    /// A name for the type: `a number of months`.
    pub(super) fn describe(&self) -> String {
        match self {
            Self::Number(Number {
                unit: None | Some(Unit::None),
                ..
            }) => "a number".to_owned(),
            Self::Number(Number {
                unit: Some(unit), ..
            }) => format!("a number of {}", unit_name(*unit)),
            Self::Truth(_) => "true or false".to_owned(),
            Self::Option(_, options) => format!("an option of `{}`", options.name),
            Self::Text(text) => format!("the text \"{text}\""),
            Self::Date(_) => "a date".to_owned(),
            Self::Months(_) => "a duration in months".to_owned(),
            Self::Days(_) => "a duration in days".to_owned(),
            Self::List(_) => "a list".to_owned(),
            Self::Range(..) => "a range".to_owned(),
            Self::Context(_) => "a context".to_owned(),
        }
    }

    /// How many entries it has, those of its entries included.
    pub(super) fn size(&self) -> usize {
        match self {
            Self::List(items) => items.iter().map(|item| 1 + item.value.size()).sum(),
            Self::Context(entries) => entries.iter().map(|(_, value)| 1 + value.size()).sum(),
            _ => 0,
        }
    }

    /// The register and its kind, if the value is held in one.
    pub(super) fn register(&self) -> Option<(Reg, Kind)> {
        match self {
            Self::Number(number) => Some((number.reg, Kind::Number)),
            Self::Date(reg) | Self::Months(reg) | Self::Days(reg) => Some((*reg, Kind::Number)),
            Self::Truth(reg) => Some((*reg, Kind::Truth)),
            Self::Option(reg, _) => Some((*reg, Kind::Options)),
            Self::Text(_) | Self::List(_) | Self::Range(..) | Self::Context(_) => None,
        }
    }

    /// Every register in it.
    pub(super) fn registers(&self, all: &mut Vec<Reg>) {
        all.extend(self.register().map(|(reg, _)| reg));
        match self {
            Self::List(items) => {
                for item in items {
                    all.extend(item.guard);
                    item.value.registers(all);
                }
            }
            Self::Range(low, high) => {
                for end in [low, high].into_iter().flatten() {
                    end.value.registers(all);
                }
            }
            Self::Context(entries) => {
                for (_, value) in entries {
                    value.registers(all);
                }
            }
            _ => {}
        }
    }
}

/// A unit's name in a message: `yuan`.
pub(super) fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::None => "no unit",
        Unit::Yuan => "yuan",
        Unit::Points => "points",
        Unit::Months => "months",
        Unit::Years => "years",
        Unit::Days => "days",
        Unit::People => "people",
    }
}

/// The unit of a product, or `None` where there is no such thing. A literal times a
/// count may be a count or money per head: it takes any unit, as the literal does.
pub(super) fn times(a: Option<Unit>, b: Option<Unit>) -> Option<Option<Unit>> {
    let money = |unit: Option<Unit>| matches!(unit, Some(Unit::Yuan | Unit::Points));
    Some(match (a, b) {
        _ if money(a) && money(b) => return None,
        _ if money(a) => a,
        _ if money(b) => b,
        (None, _) | (_, None) => None,
        (Some(Unit::None), unit) | (unit, Some(Unit::None)) => unit,
        _ => Some(Unit::None),
    })
}

/// The unit of a quotient, or `None` where there is no such thing.
pub(super) fn over(a: Option<Unit>, b: Option<Unit>) -> Option<Option<Unit>> {
    let money = |unit: Option<Unit>| matches!(unit, Some(Unit::Yuan | Unit::Points));
    Some(match (a, b) {
        (Some(x), Some(y)) if x == y => Some(Unit::None),
        (None, _) if money(b) => None,
        _ if money(b) => return None,
        _ if money(a) => a,
        (None, _) | (_, None) => None,
        (unit, Some(Unit::None)) => unit,
        _ => Some(Unit::None),
    })
}
