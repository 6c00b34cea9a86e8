//! Registers of a world in which everything is known: plain numbers.
//!
//! A set's only member is its index, a truth is 0 or 1. Arithmetic wraps because
//! [`crate::validate`] has proved that it cannot overflow.

use super::rounding;
use super::types::{FactSet, Truth};
use super::value::Value;
use crate::date;
use crate::program::Rounding;

impl Value for i64 {
    fn number(number: i64) -> Self {
        number
    }
    fn option(index: u8) -> Self {
        Self::from(index)
    }
    fn one_of(self, mask: u64) -> Self {
        Self::from(mask >> (self & 63) & 1 == 1)
    }
    fn same_option(self, other: Self) -> Self {
        Self::from(self == other)
    }
    fn not(self) -> Self {
        self ^ 1
    }
    fn and(self, other: Self) -> Self {
        self & other
    }
    fn or(self, other: Self) -> Self {
        self | other
    }
    fn less(self, other: Self) -> Self {
        Self::from(self < other)
    }
    fn less_equal(self, other: Self) -> Self {
        Self::from(self <= other)
    }
    fn equal(self, other: Self) -> Self {
        Self::from(self == other)
    }
    fn negate(self) -> Self {
        self.wrapping_neg()
    }
    fn add(self, other: Self) -> Self {
        self.wrapping_add(other)
    }
    fn subtract(self, other: Self) -> Self {
        self.wrapping_sub(other)
    }
    fn multiply(self, other: Self) -> Self {
        self.wrapping_mul(other)
    }
    fn smaller(self, other: Self) -> Self {
        Ord::min(self, other)
    }
    fn larger(self, other: Self) -> Self {
        Ord::max(self, other)
    }
    fn abs(self) -> Self {
        self.wrapping_abs()
    }
    fn divide(self, divisor: Self, times: i64, rounding: Rounding) -> Self {
        rounding::divide(self.wrapping_mul(times), divisor, rounding)
    }
    fn choose(self, then: Self, otherwise: Self) -> Self {
        if self != 0 { then } else { otherwise }
    }
    fn choose_set(self, then: Self, otherwise: Self) -> Self {
        self.choose(then, otherwise)
    }
    fn lookup(self, list: &[i64]) -> Self {
        usize::try_from(self.wrapping_sub(1))
            .ok()
            .and_then(|i| list.get(i))
            .copied()
            .unwrap_or(0)
    }
    fn lookup_option(self, list: &[i64]) -> Self {
        usize::try_from(self)
            .ok()
            .and_then(|i| list.get(i))
            .copied()
            .unwrap_or(0)
    }
    fn add_months(self, months: Self) -> Self {
        date::add_months(self, months)
    }
    fn months_between(self, to: Self) -> Self {
        date::months_between(self, to)
    }
    fn year(self) -> Self {
        date::to_ymd(self).0
    }

    fn truth(self) -> Truth {
        if self != 0 { Truth::Yes } else { Truth::No }
    }
    fn bounds(self) -> (i64, i64) {
        (self, self)
    }
    fn option_bounds(self) -> (i64, i64) {
        (self, self)
    }
    fn depends_on(self) -> FactSet {
        FactSet::EMPTY
    }
}
