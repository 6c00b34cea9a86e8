//! Exact decimals: 34 significant digits, halves to even, as in IEEE 754 decimal128.

mod big;
mod round;
mod text;

use big::Big;
use round::Exact;
use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

pub use text::ParseDecimalError;

/// Significant digits of a [`Decimal`].
pub const DIGITS: u32 = 34;

/// The smallest power of ten that a mantissa may stand for.
pub const MIN_EXPONENT: i32 = -6176;

/// The largest power of ten that a number's first digit may stand for.
pub const MAX_EXPONENT: i32 = 6144;

/// A decimal number of at most 34 significant digits.
///
/// Always in lowest form: the mantissa ends in no zero. `-0` and `0` are one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// Fewer than 34 digits plus one, no trailing zero; 0 only with exponent 0.
    mantissa: i128,
    /// The mantissa counts `10^exponent`.
    exponent: i32,
}

impl Decimal {
    /// 0
    pub const ZERO: Decimal = Decimal {
        mantissa: 0,
        exponent: 0,
    };
    /// 1
    pub const ONE: Decimal = Decimal {
        mantissa: 1,
        exponent: 0,
    };

    /// `mantissa / 10^scale`; `None` where that needs more than 34 digits or is out of range.
    pub fn from_mantissa(mantissa: i128, scale: u32) -> Option<Self> {
        let exponent = -i64::from(scale);
        let exact = Exact::new(
            mantissa < 0,
            Big::from_u128(mantissa.unsigned_abs()),
            exponent,
        );
        exact.to_decimal_unrounded()
    }

    /// The whole mantissa of `self` at `scale` decimal places: `self * 10^scale`.
    /// `None` where `self` has more places or the mantissa does not fit.
    pub fn mantissa_at(self, scale: u32) -> Option<i64> {
        i64::try_from(self.mantissa_at_wide(scale)?).ok()
    }

    /// As [`Decimal::mantissa_at`], with 128 bits.
    pub fn mantissa_at_wide(self, scale: u32) -> Option<i128> {
        let shift = u32::try_from(i64::from(self.exponent) + i64::from(scale)).ok()?;
        if self.mantissa == 0 {
            return Some(0);
        }
        self.mantissa.checked_mul(10i128.checked_pow(shift)?)
    }

    /// The number as a whole number; `None` where it has decimal places or does not fit.
    pub fn to_i64(self) -> Option<i64> {
        self.mantissa_at(0)
    }

    /// The fewest decimal places that hold the number exactly.
    pub fn scale(self) -> u32 {
        u32::try_from(-self.exponent).unwrap_or(0)
    }

    /// Whether it is a whole number.
    pub fn is_integer(self) -> bool {
        self.exponent >= 0
    }

    /// Whether it is 0.
    pub fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// Whether it is below 0.
    pub fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// Its distance from 0.
    #[must_use]
    pub fn abs(self) -> Self {
        Decimal {
            mantissa: self.mantissa.abs(),
            ..self
        }
    }

    /// `-self`
    #[must_use]
    pub fn negate(self) -> Self {
        Decimal {
            mantissa: -self.mantissa,
            ..self
        }
    }

    fn magnitude(self) -> Big {
        Big::from_u128(self.mantissa.unsigned_abs())
    }

    /// `self + other`, rounded to 34 digits; `None` out of range.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        if self.is_zero() {
            return Some(other);
        }
        if other.is_zero() {
            return Some(self);
        }
        let (high, low) = if self.exponent >= other.exponent {
            (self, other)
        } else {
            (other, self)
        };
        let distance = u32::try_from(high.exponent - low.exponent).ok()?;
        // 80 digits below the higher number's last one, what is left can only break a tie.
        const FAR: u32 = 80;
        let (a, b, exponent, sticky) = if distance <= FAR {
            (
                high.magnitude().shift_up(distance),
                low.magnitude(),
                low.exponent,
                false,
            )
        } else {
            let (kept, lost) = low.magnitude().shift_down(distance - FAR);
            (
                high.magnitude().shift_up(FAR),
                kept,
                high.exponent - FAR as i32,
                !lost.is_zero(),
            )
        };
        let mut exact = if high.is_negative() == low.is_negative() {
            Exact::new(high.is_negative(), a.add(&b), i64::from(exponent))
        } else if sticky {
            // a - (b + something below 1) = (a - b - 1) + something below 1.
            let rest = a.sub(&b)?.sub(&Big::from_u128(1))?;
            Exact::new(high.is_negative(), rest, i64::from(exponent))
        } else if let Some(rest) = a.sub(&b) {
            Exact::new(high.is_negative(), rest, i64::from(exponent))
        } else {
            Exact::new(low.is_negative(), b.sub(&a)?, i64::from(exponent))
        };
        exact.sticky = sticky;
        exact.to_decimal()
    }

    /// `self - other`, rounded to 34 digits; `None` out of range.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(other.negate())
    }

    /// `self * other`, rounded to 34 digits; `None` out of range.
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        let exponent = i64::from(self.exponent) + i64::from(other.exponent);
        let negative = self.is_negative() != other.is_negative();
        let product = self.magnitude().mul(&other.magnitude());
        Exact::new(negative, product, exponent).to_decimal()
    }

    /// `self / other`, halves to even at 34 digits; `None` for a zero divisor or out of range.
    pub fn checked_div(self, other: Self) -> Option<Self> {
        if other.is_zero() {
            return None;
        }
        // Two digits more than are kept, and whether anything is left.
        let (a, b) = (self.magnitude(), other.magnitude());
        let shift = (DIGITS + 2 + b.digits()).saturating_sub(a.digits());
        let (quotient, rest) = a.shift_up(shift).div_rem(&b)?;
        let exponent = i64::from(self.exponent) - i64::from(other.exponent) - i64::from(shift);
        let mut exact = Exact::new(
            self.is_negative() != other.is_negative(),
            quotient,
            exponent,
        );
        exact.sticky = !rest.is_zero();
        exact.to_decimal()
    }

    /// `self` to a whole power, rounded to 34 digits; `None` out of range, and for a
    /// negative power of 0.
    pub fn checked_pow(self, power: i64) -> Option<Self> {
        if power == 0 {
            return Some(Decimal::ONE);
        }
        if self.is_zero() {
            return (power > 0).then_some(Decimal::ZERO);
        }
        let mut result = Exact::new(false, Big::from_u128(1), 0);
        let mut base = Exact::new(
            self.is_negative(),
            self.magnitude(),
            i64::from(self.exponent),
        );
        let mut left = power.unsigned_abs();
        while left > 0 {
            if left & 1 == 1 {
                result = result.times(&base)?;
            }
            left >>= 1;
            if left > 0 {
                base = base.times(&base)?;
            }
        }
        if power > 0 {
            result.to_decimal()
        } else {
            result.reciprocal()
        }
    }

    /// `self - other * floor(self / other)`, exactly: it has the sign of `other`.
    /// `None` for a zero divisor, where the result needs more than 34 digits, and where the
    /// sizes of the two are so far apart that it would take long.
    pub fn checked_modulo(self, other: Self) -> Option<Self> {
        if other.is_zero() || self.exponent.abs_diff(other.exponent) > 200 {
            return None;
        }
        let exponent = self.exponent.min(other.exponent);
        let up = |number: Self| u32::try_from(number.exponent - exponent).ok();
        let divisor = other.magnitude().shift_up(up(other)?);
        let (_, rest) = self.magnitude().shift_up(up(self)?).div_rem(&divisor)?;
        let rest = if self.is_negative() == other.is_negative() || rest.is_zero() {
            rest
        } else {
            divisor.sub(&rest)?
        };
        Exact::new(other.is_negative(), rest, i64::from(exponent)).to_decimal_unrounded()
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Decimal {
            mantissa: i128::from(value),
            exponent: 0,
        }
        .lowest()
    }
}

impl Decimal {
    fn lowest(mut self) -> Self {
        if self.mantissa == 0 {
            return Decimal::ZERO;
        }
        while self.mantissa % 10 == 0 {
            self.mantissa /= 10;
            self.exponent += 1;
        }
        self
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_sign = self.mantissa.signum().cmp(&other.mantissa.signum());
        if by_sign != Ordering::Equal || self.is_zero() {
            return by_sign;
        }
        let first = |number: &Self| number.magnitude().digits() as i32 + number.exponent;
        let by_size = first(self).cmp(&first(other)).then_with(|| {
            // The same first digit's place: the exponents differ by 33 at most.
            let exponent = self.exponent.min(other.exponent);
            let up = |number: &Self| u32::try_from(number.exponent - exponent).unwrap_or(0);
            self.magnitude()
                .shift_up(up(self))
                .cmp(&other.magnitude().shift_up(up(other)))
        });
        if self.is_negative() {
            by_size.reverse()
        } else {
            by_size
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.mantissa.hash(state);
        self.exponent.hash(state);
    }
}
