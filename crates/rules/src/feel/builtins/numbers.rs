//! Functions of numbers and truths.

use super::{Arguments, number, whole};
use crate::feel::Outcome;
use crate::feel::arithmetic;
use crate::feel::compare;
use crate::feel::value::Value;
use crate::program::Rounding;

/// The decimal places that may be asked for: those of the standard's numbers.
const SCALES: std::ops::RangeInclusive<i64> = -6111..=6176;

fn round(args: &mut Arguments, rounding: Rounding) -> Outcome<Value> {
    let n = number(&args.take())?;
    let scale = if args.is_empty() {
        Some(0)
    } else {
        whole(&args.take())?
    };
    let (Some(n), Some(scale)) = (n, scale) else {
        return Ok(Value::Null);
    };
    let Some(scale) = i32::try_from(scale)
        .ok()
        .filter(|_| SCALES.contains(&scale))
    else {
        return Ok(Value::Null);
    };
    n.round(scale, rounding)
        .map(Value::Number)
        .ok_or_else(|| "the number is out of range".to_owned())
}

pub(super) fn floor(args: &mut Arguments) -> Outcome<Value> {
    round(args, Rounding::Floor)
}

pub(super) fn ceiling(args: &mut Arguments) -> Outcome<Value> {
    round(args, Rounding::Ceiling)
}

pub(super) fn round_up(args: &mut Arguments) -> Outcome<Value> {
    round(args, Rounding::Up)
}

pub(super) fn round_down(args: &mut Arguments) -> Outcome<Value> {
    round(args, Rounding::Down)
}

pub(super) fn round_half_up(args: &mut Arguments) -> Outcome<Value> {
    round(args, Rounding::HalfUp)
}

pub(super) fn round_half_down(args: &mut Arguments) -> Outcome<Value> {
    round(args, Rounding::HalfDown)
}

pub(super) fn decimal(args: &mut Arguments) -> Outcome<Value> {
    round(args, Rounding::HalfEven)
}

pub(super) fn abs(args: &mut Arguments) -> Outcome<Value> {
    match args.take() {
        Value::Number(n) => Ok(Value::Number(n.abs())),
        Value::Months(n) if n < 0 => arithmetic::negate(&Value::Months(n)),
        Value::Nanos(n) if n < 0 => arithmetic::negate(&Value::Nanos(n)),
        duration @ (Value::Months(_) | Value::Nanos(_)) => Ok(duration),
        other => super::none(&other).map(|none: Option<Value>| none.unwrap_or(Value::Null)),
    }
}

pub(super) fn modulo(args: &mut Arguments) -> Outcome<Value> {
    let (dividend, divisor) = (number(&args.take())?, number(&args.take())?);
    let (Some(dividend), Some(divisor)) = (dividend, divisor) else {
        return Ok(Value::Null);
    };
    if divisor.is_zero() {
        return Ok(Value::Null);
    }
    let rest = dividend.checked_modulo(divisor).map(Value::Number);
    rest.ok_or_else(|| "the rest has more than 34 digits".to_owned())
}

pub(super) fn not(args: &mut Arguments) -> Outcome<Value> {
    match args.take() {
        Value::Bool(value) => Ok(Value::Bool(!value)),
        other => super::none(&other).map(|none: Option<Value>| none.unwrap_or(Value::Null)),
    }
}

/// The same kind and the same value; times also with the same zone.
pub(super) fn is(args: &mut Arguments) -> Outcome<Value> {
    let (a, b) = (args.take(), args.take());
    match (&a, &b) {
        (Value::Time(_), Value::Time(_)) | (Value::DateTime(_), Value::DateTime(_)) => {
            Ok(Value::Bool(a == b))
        }
        (Value::List(_) | Value::Context(_) | Value::Range(_), _)
        | (_, Value::List(_) | Value::Context(_) | Value::Range(_)) => {
            Err("`is` of lists, contexts and ranges is outside the subset".to_owned())
        }
        _ if a.kind() != b.kind() => Ok(Value::Bool(false)),
        _ => Ok(compare::equal(&a, &b)?.into()),
    }
}
