//! Rounding: from an exact number of any length to 34 digits or to decimal places.

use super::big::Big;
use super::{DIGITS, Decimal, MAX_EXPONENT, MIN_EXPONENT};
use crate::program::Rounding;
use std::cmp::Ordering;

/// Digits that a power's intermediate results keep: enough that 34 are right.
const WORKING_DIGITS: u32 = 90;

/// A number on its way to a [`Decimal`].
pub(super) struct Exact {
    pub(super) negative: bool,
    pub(super) magnitude: Big,
    pub(super) exponent: i64,
    /// Something below one unit of the magnitude was cut off.
    pub(super) sticky: bool,
}

impl Exact {
    pub(super) fn new(negative: bool, magnitude: Big, exponent: i64) -> Self {
        Exact {
            negative,
            magnitude,
            exponent,
            sticky: false,
        }
    }

    /// Rounded to 34 digits, halves to even; `None` where it is too large.
    pub(super) fn to_decimal(&self) -> Option<Decimal> {
        let digits = i64::from(self.magnitude.digits());
        let excess = (digits - i64::from(DIGITS))
            .max(i64::from(MIN_EXPONENT) - self.exponent)
            .max(0);
        let (magnitude, exponent) = if excess > digits + 1 {
            // Far below the smallest number.
            (Big::from_u128(0), self.exponent)
        } else {
            let excess_digits = u32::try_from(excess).ok()?;
            (
                self.drop_digits(excess_digits, Rounding::HalfEven),
                self.exponent + excess,
            )
        };
        finish(self.negative, &magnitude, exponent)
    }

    /// The number as it is; `None` where it needs more than 34 digits or is out of range.
    pub(super) fn to_decimal_unrounded(&self) -> Option<Decimal> {
        let mut magnitude = self.magnitude.clone();
        let mut exponent = self.exponent;
        while magnitude.digits() > DIGITS {
            let (shorter, digit) = magnitude.div_rem_small(10);
            if digit != 0 {
                return None;
            }
            magnitude = shorter;
            exponent += 1;
        }
        finish(self.negative, &magnitude, exponent).filter(|_| !self.sticky)
    }

    /// The magnitude without its last `count` digits, rounded.
    fn drop_digits(&self, count: u32, rounding: Rounding) -> Big {
        let (kept, lost) = self.magnitude.shift_down(count);
        if lost.is_zero() && !self.sticky {
            return kept;
        }
        let half = if count == 0 {
            Ordering::Less
        } else {
            let half = Big::from_u128(5).shift_up(count - 1);
            match lost.cmp(&half) {
                Ordering::Equal if self.sticky => Ordering::Greater,
                order => order,
            }
        };
        let away = match rounding {
            Rounding::Floor => self.negative,
            Rounding::Ceiling => !self.negative,
            Rounding::Up => true,
            Rounding::Down => false,
            Rounding::HalfUp => half != Ordering::Less,
            Rounding::HalfDown => half == Ordering::Greater,
            Rounding::HalfEven => {
                half == Ordering::Greater || (half == Ordering::Equal && kept.is_odd())
            }
        };
        if away {
            kept.add(&Big::from_u128(1))
        } else {
            kept
        }
    }

    /// A product, cut to [`WORKING_DIGITS`]; `None` where it is far out of range.
    pub(super) fn times(&self, other: &Self) -> Option<Self> {
        let mut product = Exact::new(
            self.negative != other.negative,
            self.magnitude.mul(&other.magnitude),
            0,
        );
        product.exponent = self.exponent.checked_add(other.exponent)?;
        product.sticky = self.sticky || other.sticky;
        if product.exponent.abs() > 1_000_000 {
            return None;
        }
        let digits = product.magnitude.digits();
        if digits > WORKING_DIGITS {
            let (kept, lost) = product.magnitude.shift_down(digits - WORKING_DIGITS);
            product.sticky |= !lost.is_zero();
            product.magnitude = kept;
            product.exponent += i64::from(digits - WORKING_DIGITS);
        }
        Some(product)
    }

    /// `1 / self`, rounded to 34 digits.
    pub(super) fn reciprocal(&self) -> Option<Decimal> {
        let shift = self.magnitude.digits() + DIGITS + 2;
        let (quotient, rest) = Big::from_u128(1).shift_up(shift).div_rem(&self.magnitude)?;
        let mut result = Exact::new(self.negative, quotient, -self.exponent - i64::from(shift));
        result.sticky = !rest.is_zero() || self.sticky;
        result.to_decimal()
    }
}

fn finish(negative: bool, magnitude: &Big, exponent: i64) -> Option<Decimal> {
    let mantissa = i128::try_from(magnitude.to_u128()?).ok()?;
    let signed = if negative { -mantissa } else { mantissa };
    if signed == 0 {
        return Some(Decimal::ZERO);
    }
    let exponent = i32::try_from(exponent).ok()?;
    let result = Decimal {
        mantissa: signed,
        exponent,
    }
    .lowest();
    let first = i64::from(result.exponent) + i64::from(result.magnitude().digits()) - 1;
    let in_range = first <= i64::from(MAX_EXPONENT) && result.exponent >= MIN_EXPONENT;
    in_range.then_some(result)
}

impl Decimal {
    /// Rounded to `scale` decimal places (negative: to tens, hundreds, …).
    /// `None` where the result is out of range.
    pub fn round(self, scale: i32, rounding: Rounding) -> Option<Self> {
        let excess = -i64::from(scale) - i64::from(self.exponent);
        if excess <= 0 || self.is_zero() {
            return Some(self);
        }
        let digits = i64::from(self.magnitude().digits());
        let exact = Exact::new(
            self.is_negative(),
            self.magnitude(),
            i64::from(self.exponent),
        );
        // Beyond all digits nothing changes any more.
        let dropped = u32::try_from(excess.min(digits + 1)).ok()?;
        finish(
            self.is_negative(),
            &exact.drop_digits(dropped, rounding),
            -i64::from(scale),
        )
    }
}
