//! Division of whole numbers with every rounding that FEEL names.

use crate::program::Rounding;

/// `numerator / divisor`, rounded to a whole number.
///
/// A zero divisor gives 0: [`crate::validate`] proves that no program divides by zero.
pub(super) fn divide(numerator: i64, divisor: i64, rounding: Rounding) -> i64 {
    if divisor == 0 {
        return 0;
    }
    let quotient = numerator.wrapping_div(divisor);
    let rest = numerator.wrapping_rem(divisor).unsigned_abs();
    if rest == 0 {
        return quotient;
    }
    let negative = (numerator < 0) != (divisor < 0);
    // The rest against what is missing to the next quotient away from zero.
    let to_next = divisor.unsigned_abs().wrapping_sub(rest);
    let away = match rounding {
        Rounding::Floor => negative,
        Rounding::Ceiling => !negative,
        Rounding::Up => true,
        Rounding::Down => false,
        Rounding::HalfUp => rest >= to_next,
        Rounding::HalfDown => rest > to_next,
        Rounding::HalfEven => rest > to_next || (rest == to_next && quotient % 2 != 0),
    };
    match (away, negative) {
        (false, _) => quotient,
        (true, false) => quotient.wrapping_add(1),
        (true, true) => quotient.wrapping_sub(1),
    }
}
