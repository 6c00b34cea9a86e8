//! `+ - * / **` and the sign, over every kind of value. Wrong kinds come to null.
//!
//! `Err` refuses what is outside the range, inexact or left open by the standard.

use super::Outcome;
use super::ast::BinaryOp;
use super::decimal::Decimal;
use super::temporal::{self, DAY, DateTime};
use super::value::Value;
use crate::program::Rounding;

/// The longest text, in bytes.
const MAX_TEXT: usize = 64 * 1024;

/// `a op b` for an arithmetic operator.
pub(super) fn apply(op: BinaryOp, a: &Value, b: &Value) -> Outcome<Value> {
    match op {
        BinaryOp::Add => add(a, b),
        BinaryOp::Subtract => subtract(a, b),
        BinaryOp::Multiply => multiply(a, b),
        BinaryOp::Divide => divide(a, b),
        _ => power(a, b),
    }
}

fn number(result: Option<Decimal>) -> Outcome<Value> {
    result
        .map(Value::Number)
        .ok_or_else(|| "the number is out of range".to_owned())
}

fn months(result: Option<i64>) -> Outcome<Value> {
    result
        .map(Value::Months)
        .ok_or_else(|| "the duration is too long".to_owned())
}

fn nanos(result: Option<i128>) -> Outcome<Value> {
    result
        .filter(|nanos| temporal::is_bounded(*nanos))
        .map(Value::Nanos)
        .ok_or_else(|| "the duration is too long".to_owned())
}

fn add(a: &Value, b: &Value) -> Outcome<Value> {
    Ok(match (a, b) {
        (Value::Number(a), Value::Number(b)) => return number(a.checked_add(*b)),
        (Value::String(a), Value::String(b)) => {
            if a.len() + b.len() > MAX_TEXT {
                return Err(format!("the text has more than {MAX_TEXT} bytes"));
            }
            Value::String(format!("{a}{b}"))
        }
        (Value::Months(a), Value::Months(b)) => return months(a.checked_add(*b)),
        (Value::Nanos(a), Value::Nanos(b)) => return nanos(a.checked_add(*b)),
        (Value::Months(by), moved) | (moved, Value::Months(by)) => return shift_months(moved, *by),
        (Value::Nanos(by), moved) | (moved, Value::Nanos(by)) => return shift_nanos(moved, *by),
        _ => Value::Null,
    })
}

/// A date or a date with time, later by months.
fn shift_months(moved: &Value, by: i64) -> Outcome<Value> {
    Ok(match moved {
        Value::Date(day) => Value::Date(temporal::add_months(*day, by)?),
        Value::DateTime(date_time) => Value::DateTime(date_time.plus_months(by)?),
        _ => Value::Null,
    })
}

/// A date, time or date with time, later by nanoseconds.
fn shift_nanos(moved: &Value, by: i128) -> Outcome<Value> {
    Ok(match moved {
        // From midnight; what the clock then shows is dropped.
        Value::Date(day) => Value::Date(temporal::checked_day(
            i128::from(*day) + by.div_euclid(DAY),
        )?),
        Value::Time(time) => Value::Time(time.plus(by)),
        Value::DateTime(date_time) => Value::DateTime(date_time.plus(by)?),
        _ => Value::Null,
    })
}

fn subtract(a: &Value, b: &Value) -> Outcome<Value> {
    let difference = match (a, b) {
        (Value::Number(a), Value::Number(b)) => return number(a.checked_sub(*b)),
        (Value::Months(a), Value::Months(b)) => return months(a.checked_sub(*b)),
        (Value::Nanos(a), Value::Nanos(b)) => return nanos(a.checked_sub(*b)),
        (moved, Value::Months(by)) => match by.checked_neg() {
            Some(by) => return shift_months(moved, by),
            None => return months(None),
        },
        (moved, Value::Nanos(by)) => match by.checked_neg() {
            Some(by) => return shift_nanos(moved, by),
            None => return nanos(None),
        },
        (Value::Date(a), Value::Date(b)) => Some((i128::from(*a) - i128::from(*b)) * DAY),
        (Value::Time(a), Value::Time(b)) => a.minus(b)?,
        (Value::DateTime(a), Value::DateTime(b)) => a.minus(b)?,
        (Value::Date(a), Value::DateTime(b)) => DateTime::midnight_utc(*a).minus(b)?,
        (Value::DateTime(a), Value::Date(b)) => a.minus(&DateTime::midnight_utc(*b))?,
        _ => None,
    };
    Ok(difference.map_or(Value::Null, Value::Nanos))
}

fn multiply(a: &Value, b: &Value) -> Outcome<Value> {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => number(a.checked_mul(*b)),
        (Value::Months(size), Value::Number(factor))
        | (Value::Number(factor), Value::Months(size)) => {
            whole_months(Decimal::from(*size).checked_mul(*factor))
        }
        (Value::Nanos(size), Value::Number(factor))
        | (Value::Number(factor), Value::Nanos(size)) => {
            whole_nanos(Decimal::from_mantissa(*size, 0).and_then(|size| size.checked_mul(*factor)))
        }
        _ => Ok(Value::Null),
    }
}

fn divide(a: &Value, b: &Value) -> Outcome<Value> {
    match (a, b) {
        (Value::Number(_) | Value::Months(_) | Value::Nanos(_), Value::Number(b))
            if b.is_zero() =>
        {
            Ok(Value::Null)
        }
        (Value::Number(a), Value::Number(b)) => number(a.checked_div(*b)),
        (Value::Months(a), Value::Number(b)) => whole_months(Decimal::from(*a).checked_div(*b)),
        (Value::Nanos(a), Value::Number(b)) => {
            whole_nanos(Decimal::from_mantissa(*a, 0).and_then(|a| a.checked_div(*b)))
        }
        (Value::Months(_), Value::Months(0)) | (Value::Nanos(_), Value::Nanos(0)) => {
            Ok(Value::Null)
        }
        (Value::Months(a), Value::Months(b)) => number(Decimal::from(*a).checked_div((*b).into())),
        (Value::Nanos(a), Value::Nanos(b)) => {
            let (a, b) = (Decimal::from_mantissa(*a, 0), Decimal::from_mantissa(*b, 0));
            number(a.zip(b).and_then(|(a, b)| a.checked_div(b)))
        }
        _ => Ok(Value::Null),
    }
}

/// Whole months; less than half a month is dropped, half a month and more is refused since
/// the standard does not say how it is rounded.
fn whole_months(size: Option<Decimal>) -> Outcome<Value> {
    let whole = size.and_then(|size| {
        let down = size.round(0, Rounding::Down)?;
        Some((down, size.round(0, Rounding::HalfUp)? == down))
    });
    match whole {
        Some((_, false)) => {
            Err("the standard does not say how part of a month is rounded".to_owned())
        }
        Some((whole, true)) => months(whole.to_i64()),
        None => months(None),
    }
}

/// Whole nanoseconds; refused where some are left.
fn whole_nanos(size: Option<Decimal>) -> Outcome<Value> {
    match size {
        Some(size) if !size.is_integer() => {
            Err("the duration is no whole number of nanoseconds".to_owned())
        }
        Some(size) => nanos(size.mantissa_at_wide(0)),
        None => nanos(None),
    }
}

fn power(a: &Value, b: &Value) -> Outcome<Value> {
    let (Value::Number(a), Value::Number(b)) = (a, b) else {
        return Ok(Value::Null);
    };
    let Some(exponent) = b.to_i64() else {
        return Err(
            "a power whose exponent is no whole number is not exact, so it is outside the subset"
                .to_owned(),
        );
    };
    number(a.checked_pow(exponent))
}

/// `-a`
pub(super) fn negate(a: &Value) -> Outcome<Value> {
    match a {
        Value::Number(a) => Ok(Value::Number(a.negate())),
        Value::Months(a) => months(a.checked_neg()),
        Value::Nanos(a) => nanos(a.checked_neg()),
        _ => Ok(Value::Null),
    }
}
