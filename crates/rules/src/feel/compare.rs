//! `=`, `<` and their like, with three truth values: `None` is null.
//!
//! `Err` refuses what the standard leaves open.

use super::Outcome;
use super::ast::BinaryOp;
use super::temporal::{DAY, Time};
use super::value::{Range, Value};
use std::cmp::Ordering;

/// FEEL's `a = b`. `None` is null: the two are of different kinds.
///
/// # Errors
/// Why it is refused, where the standard leaves the result open or a zone's rules decide.
pub fn equal(a: &Value, b: &Value) -> Result<Option<bool>, String> {
    Ok(match (a, b) {
        (Value::Null, Value::Null) => Some(true),
        (Value::Null, _) | (_, Value::Null) => Some(false),
        (Value::Bool(a), Value::Bool(b)) => Some(a == b),
        (Value::Range(a), Value::Range(b)) => Some(same_range(a, b)?),
        (Value::List(a), Value::List(b)) => {
            if a.len() != b.len() {
                return Ok(Some(false));
            }
            all_equal(a.iter().zip(b))?
        }
        (Value::Context(a), Value::Context(b)) => {
            let find = |key: &String| {
                b.iter()
                    .find(|(other, _)| other == key)
                    .map(|(_, value)| value)
            };
            let pairs: Option<Vec<_>> = a
                .iter()
                .map(|(key, value)| Some((value, find(key)?)))
                .collect();
            match pairs {
                Some(pairs) if a.len() == b.len() => all_equal(pairs.into_iter())?,
                _ => Some(false),
            }
        }
        (Value::List(items), other) | (other, Value::List(items)) => {
            if items.len() == 1 && !matches!(other, Value::Context(_)) {
                return Err(format!(
                    "whether a list with one item equals a {} is open in the standard",
                    other.kind()
                ));
            }
            None
        }
        (Value::Function, _) | (_, Value::Function) => {
            return Err("comparing functions is outside the subset".to_owned());
        }
        (Value::Date(_), Value::DateTime(_)) | (Value::DateTime(_), Value::Date(_)) => {
            return Err(mixed(a, b));
        }
        (Value::Months(_), Value::Nanos(_)) | (Value::Nanos(_), Value::Months(_)) => {
            return Err(mixed(a, b));
        }
        (Value::Time(a), Value::Time(b)) => time_order(a, b, true)?.map(Ordering::is_eq),
        (Value::DateTime(x), Value::DateTime(y)) => match x.order(y)? {
            None => {
                return Err(
                    "whether a time with a zone equals one without is open in the standard"
                        .to_owned(),
                );
            }
            order => order.map(Ordering::is_eq),
        },
        _ => order(a, b)?.map(Ordering::is_eq),
    })
}

fn mixed(a: &Value, b: &Value) -> String {
    format!(
        "comparing a {} with a {} is outside the subset",
        a.kind(),
        b.kind()
    )
}

fn all_equal<'v>(pairs: impl Iterator<Item = (&'v Value, &'v Value)>) -> Outcome<Option<bool>> {
    let mut open = false;
    for (a, b) in pairs {
        match equal(a, b)? {
            Some(false) => return Ok(Some(false)),
            Some(true) => {}
            None => open = true,
        }
    }
    if open {
        return Err(
            "comparing lists or contexts with items of different kinds is outside the subset"
                .to_owned(),
        );
    }
    Ok(Some(true))
}

/// Ranges are equal where they are written alike: `(< 10)` is not `(null..10)`.
fn same_range(a: &Range, b: &Range) -> Outcome<bool> {
    match (a, b) {
        (Range::Compare(op, a), Range::Compare(other, b)) if op == other => same(a, b),
        (Range::Interval { .. }, Range::Interval { .. }) => {
            let (Some((a, closed)), Some((b, other_closed))) = (ends(a), ends(b)) else {
                return Ok(false);
            };
            let [low, high] = a;
            let [other_low, other_high] = b;
            Ok(closed == other_closed && same(low, other_low)? && same(high, other_high)?)
        }
        (Range::Compare(BinaryOp::Equal | BinaryOp::NotEqual, _), _)
        | (_, Range::Compare(BinaryOp::Equal | BinaryOp::NotEqual, _)) => {
            Err("whether these two ranges are equal is open in the standard".to_owned())
        }
        _ => Ok(false),
    }
}

fn ends(range: &Range) -> Option<([&Value; 2], [bool; 2])> {
    match range {
        Range::Interval {
            low,
            high,
            low_closed,
            high_closed,
        } => Some(([low, high], [*low_closed, *high_closed])),
        Range::Compare(..) => None,
    }
}

fn same(a: &Value, b: &Value) -> Outcome<bool> {
    Ok(equal(a, b)? == Some(true))
}

/// The order of two values of one kind that has an order. `None` is null.
pub(super) fn order(a: &Value, b: &Value) -> Outcome<Option<Ordering>> {
    Ok(match (a, b) {
        (Value::Number(a), Value::Number(b)) => Some(a.cmp(b)),
        // Rust compares texts by their characters' code points, as FEEL does.
        (Value::String(a), Value::String(b)) => Some(a.cmp(b)),
        (Value::Date(a), Value::Date(b)) => Some(a.cmp(b)),
        (Value::Months(a), Value::Months(b)) => Some(a.cmp(b)),
        (Value::Nanos(a), Value::Nanos(b)) => Some(a.cmp(b)),
        (Value::Time(a), Value::Time(b)) => time_order(a, b, false)?,
        (Value::DateTime(a), Value::DateTime(b)) => a.order(b)?,
        (Value::Date(_), Value::DateTime(_)) | (Value::DateTime(_), Value::Date(_)) => {
            return Err(mixed(a, b));
        }
        _ => None,
    })
}

fn time_order(a: &Time, b: &Time, for_equality: bool) -> Outcome<Option<Ordering>> {
    match a.minus(b)? {
        None if for_equality => {
            Err("whether a time with a zone equals one without is open in the standard".to_owned())
        }
        Some(nanos) if nanos != 0 && nanos % DAY == 0 => Err(
            "whether times whose zones are a day apart are equal is open in the standard"
                .to_owned(),
        ),
        difference => Ok(difference.map(|nanos| nanos.cmp(&0))),
    }
}

/// `a op b` for a comparison.
pub(super) fn compare(op: BinaryOp, a: &Value, b: &Value) -> Outcome<Option<bool>> {
    let holds: fn(Ordering) -> bool = match op {
        BinaryOp::Equal => return equal(a, b),
        BinaryOp::NotEqual => return Ok(equal(a, b)?.map(|equal| !equal)),
        BinaryOp::Less => Ordering::is_lt,
        BinaryOp::LessEqual => Ordering::is_le,
        BinaryOp::Greater => Ordering::is_gt,
        _ => Ordering::is_ge,
    };
    Ok(order(a, b)?.map(holds))
}

/// `low <= value and value <= high`, each end open or closed.
pub(super) fn between(
    value: &Value,
    low: (&Value, bool),
    high: (&Value, bool),
) -> Outcome<Option<bool>> {
    let below = compare(
        if low.1 {
            BinaryOp::GreaterEqual
        } else {
            BinaryOp::Greater
        },
        value,
        low.0,
    )?;
    let above = compare(
        if high.1 {
            BinaryOp::LessEqual
        } else {
            BinaryOp::Less
        },
        value,
        high.0,
    )?;
    match (below, above) {
        (Some(a), Some(b)) => Ok(Some(a && b)),
        (Some(false), None) | (None, Some(false)) => Err(
            "whether this is false or null is open in the standard: one end cannot be compared"
                .to_owned(),
        ),
        _ => Ok(None),
    }
}

/// Whether a range contains a value.
pub(super) fn contains(range: &Range, value: &Value) -> Outcome<Option<bool>> {
    match range {
        Range::Compare(op, limit) => compare(*op, value, limit),
        Range::Interval {
            low,
            high,
            low_closed,
            high_closed,
        } => {
            if order(low, high)?.is_some_and(Ordering::is_gt) {
                return Err("the range's low end is above its high end".to_owned());
            }
            between(value, (low, *low_closed), (high, *high_closed))
        }
    }
}

/// `value in test`, for a test's value: equal to it, an item of it, or inside it.
pub(super) fn is_in(value: &Value, test: &Value) -> Outcome<Option<bool>> {
    match test {
        Value::Range(range) if !matches!(value, Value::Range(_)) => contains(range, value),
        Value::List(items) => {
            if matches!(value, Value::List(_)) && equal(value, test)? == Some(true) {
                return Ok(Some(true));
            }
            let mut refused = None;
            for item in items {
                let found = match item {
                    Value::Range(range) if !matches!(value, Value::Range(_)) => {
                        contains(range, value).and_then(|found| {
                            found.map(Some).ok_or_else(|| {
                                "a range in the list cannot be compared with the value".to_owned()
                            })
                        })
                    }
                    item => equal(value, item),
                };
                match found {
                    Ok(Some(true)) => return Ok(Some(true)),
                    Ok(_) => {}
                    Err(reason) => refused = Some(reason),
                }
            }
            refused.map_or(Ok(Some(false)), Err)
        }
        _ => equal(value, test),
    }
}

/// The first of `tests` that holds decides; `None` where none does and one is null.
pub(super) fn any_of(results: &[Option<bool>]) -> Outcome<Option<bool>> {
    if results.contains(&Some(true)) {
        return Ok(Some(true));
    }
    match results {
        [only] => Ok(*only),
        _ if results.contains(&None) => Err(
            "whether this is false or null is open in the standard: one test cannot be compared"
                .to_owned(),
        ),
        _ => Ok(Some(false)),
    }
}
