//! Decimals from text and to text.

use super::Decimal;
use super::big::Big;
use super::round::Exact;
use std::fmt;
use std::str::FromStr;

/// Why a text is no [`Decimal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseDecimalError {
    /// Not digits with at most one dot, perhaps a sign and an exponent.
    Malformed,
    /// More than 34 significant digits: it could only be rounded.
    TooManyDigits,
    /// Larger than 10^6145 or finer than 10^-6176.
    OutOfRange,
}

impl fmt::Display for ParseDecimalError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            ParseDecimalError::Malformed => "this is not a number",
            ParseDecimalError::TooManyDigits => "a number has at most 34 significant digits",
            ParseDecimalError::OutOfRange => "the number is too large or too fine",
        })
    }
}

impl std::error::Error for ParseDecimalError {}

/// The longest text of digits that is looked at.
const MAX_TEXT: usize = 7_000;

impl FromStr for Decimal {
    type Err = ParseDecimalError;

    /// Reads `-12.50`, `.5`, `1.2e-3`. Nothing is rounded.
    fn from_str(text: &str) -> Result<Self, ParseDecimalError> {
        use ParseDecimalError::{Malformed, OutOfRange, TooManyDigits};
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (digits, exponent) = match digits.split_once(['e', 'E']) {
            None => (digits, 0i64),
            Some((digits, exponent)) => {
                let bare = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
                if bare.is_empty() || !bare.bytes().all(|byte| byte.is_ascii_digit()) {
                    return Err(Malformed);
                }
                (digits, exponent.parse().map_err(|_| OutOfRange)?)
            }
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = whole
            .bytes()
            .chain(fraction.bytes())
            .all(|byte| byte.is_ascii_digit());
        if !all_digits || whole.len() + fraction.len() == 0 {
            return Err(Malformed);
        }
        if whole.len() + fraction.len() > MAX_TEXT {
            return Err(TooManyDigits);
        }
        let mut magnitude = Big::from_u128(0);
        for digit in whole.bytes().chain(fraction.bytes()) {
            magnitude = magnitude
                .mul_small(10)
                .add(&Big::from_u128(u128::from(digit - b'0')));
        }
        let places = i64::try_from(fraction.len()).map_err(|_| OutOfRange)?;
        let exponent = exponent.checked_sub(places).ok_or(OutOfRange)?;
        let exact = Exact::new(negative, magnitude, exponent);
        exact.to_decimal_unrounded().ok_or(if exact.is_short() {
            OutOfRange
        } else {
            TooManyDigits
        })
    }
}

impl Exact {
    fn is_short(&self) -> bool {
        let mut magnitude = self.magnitude.clone();
        while !magnitude.is_zero() {
            let (shorter, digit) = magnitude.div_rem_small(10);
            if digit != 0 {
                break;
            }
            magnitude = shorter;
        }
        magnitude.digits() <= super::DIGITS
    }
}

impl fmt::Display for Decimal {
    /// Canonical: no exponent, no trailing zeros, no dot without digits after it.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.mantissa.unsigned_abs().to_string();
        let text = match usize::try_from(self.exponent) {
            Ok(zeros) => format!("{digits}{}", "0".repeat(zeros)),
            Err(_) => {
                let places = usize::try_from(self.scale()).unwrap_or(0);
                let padded = format!("{digits:0>width$}", width = places + 1);
                let (whole, fraction) = padded
                    .split_at_checked(padded.len() - places)
                    .unwrap_or((&padded, ""));
                format!("{whole}.{fraction}")
            }
        };
        out.pad_integral(!self.is_negative(), "", &text)
    }
}
