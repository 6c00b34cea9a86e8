//! Registers of a set of worlds: what is known about a value.

use super::rounding;
use super::types::{FactSet, Truth};
use super::value::Value;
use crate::date;
use crate::program::{Domain, Rounding};

const FALSE: u64 = 0b01;
const TRUE: u64 = 0b10;
const BOTH: u64 = 0b11;

/// A number between two bounds, or one option of a mask, and the unanswered facts
/// that decide which.
///
/// Every value that some world gives is inside; each operation is monotone: smaller
/// operands never give a larger result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    /// The smallest number, or the mask of options.
    low: i64,
    /// The largest number, or the same mask again.
    high: i64,
    /// INVARIANT: empty when there is only one number or option.
    depends_on: FactSet,
}

impl Known {
    /// A number between two bounds (inclusive).
    pub(crate) fn between(low: i64, high: i64, depends_on: FactSet) -> Self {
        let depends_on = if low == high {
            FactSet::EMPTY
        } else {
            depends_on
        };
        Self {
            low,
            high,
            depends_on,
        }
    }

    /// One option of a mask.
    pub(crate) fn set(mask: u64, depends_on: FactSet) -> Self {
        let depends_on = if mask.is_power_of_two() {
            FactSet::EMPTY
        } else {
            depends_on
        };
        Self {
            low: mask as i64,
            high: mask as i64,
            depends_on,
        }
    }

    /// Any value of a fact's domain.
    pub(crate) fn any(domain: &Domain, fact: FactSet) -> Self {
        match *domain {
            Domain::Bool => Self::set(BOTH, fact),
            Domain::Options(n) => Self::set(all_options(n), fact),
            Domain::Number { min, max, .. } | Domain::Date { min, max } => {
                Self::between(min, max, fact)
            }
        }
    }

    /// The one value that an answer gives.
    pub(crate) fn answer(domain: &Domain, value: i64) -> Self {
        match domain {
            Domain::Bool | Domain::Options(_) => Self::set(1 << (value & 63), FactSet::EMPTY),
            Domain::Number { .. } | Domain::Date { .. } => {
                Self::between(value, value, FactSet::EMPTY)
            }
        }
    }

    /// A set's mask.
    pub(crate) fn mask(self) -> u64 {
        self.low as u64
    }

    /// Numbers of one side or the other.
    fn hull(self, other: Self, depends_on: FactSet) -> Self {
        Self::between(
            self.low.min(other.low),
            self.high.max(other.high),
            depends_on,
        )
    }

    fn both_depend_on(self, other: Self) -> FactSet {
        self.depends_on.union(other.depends_on)
    }

    fn truth_if(yes: bool, no: bool, depends_on: FactSet) -> Self {
        match (yes, no) {
            (true, false) => Self::set(TRUE, FactSet::EMPTY),
            (false, _) => Self::set(FALSE, FactSet::EMPTY),
            (true, true) => Self::set(BOTH, depends_on),
        }
    }

    /// The hull of an operation at the four corners; right where it is monotone in each operand.
    fn corners(self, other: Self, of: impl Fn(i64, i64) -> i64) -> Self {
        if other.low == other.high {
            let a = of(self.low, other.low);
            let b = if self.low == self.high {
                a
            } else {
                of(self.high, other.low)
            };
            return Self::between(a.min(b), a.max(b), self.depends_on);
        }
        let (a, b) = (of(self.low, other.low), of(self.low, other.high));
        let (c, d) = (of(self.high, other.low), of(self.high, other.high));
        Self::between(
            a.min(b).min(c).min(d),
            a.max(b).max(c).max(d),
            self.both_depend_on(other),
        )
    }
}

/// The mask of `n` options.
pub(crate) fn all_options(n: u8) -> u64 {
    match n {
        0..64 => (1 << n) - 1,
        _ => u64::MAX,
    }
}

impl Value for Known {
    fn number(number: i64) -> Self {
        Self::between(number, number, FactSet::EMPTY)
    }
    fn option(index: u8) -> Self {
        Self::set(1 << (index & 63), FactSet::EMPTY)
    }
    fn one_of(self, mask: u64) -> Self {
        Self::truth_if(
            self.mask() & mask != 0,
            self.mask() & !mask != 0,
            self.depends_on,
        )
    }
    fn same_option(self, other: Self) -> Self {
        let (a, b) = (self.mask(), other.mask());
        let same = a == b && a.is_power_of_two();
        Self::truth_if(a & b != 0, !same, self.both_depend_on(other))
    }
    fn not(self) -> Self {
        let mask = self.mask();
        Self::set((mask & FALSE) << 1 | (mask & TRUE) >> 1, self.depends_on)
    }
    fn and(self, other: Self) -> Self {
        match (self.mask(), other.mask()) {
            (FALSE, _) | (_, TRUE) => self,
            (_, FALSE) | (TRUE, _) => other,
            _ => Self::set(BOTH, self.both_depend_on(other)),
        }
    }
    fn or(self, other: Self) -> Self {
        match (self.mask(), other.mask()) {
            (TRUE, _) | (_, FALSE) => self,
            (_, TRUE) | (FALSE, _) => other,
            _ => Self::set(BOTH, self.both_depend_on(other)),
        }
    }
    fn less(self, other: Self) -> Self {
        Self::truth_if(
            self.low < other.high,
            self.high >= other.low,
            self.both_depend_on(other),
        )
    }
    fn less_equal(self, other: Self) -> Self {
        Self::truth_if(
            self.low <= other.high,
            self.high > other.low,
            self.both_depend_on(other),
        )
    }
    fn equal(self, other: Self) -> Self {
        let meet = self.low <= other.high && other.low <= self.high;
        let same = self.low == self.high && other.low == other.high && self.low == other.low;
        Self::truth_if(meet, !same, self.both_depend_on(other))
    }
    fn negate(self) -> Self {
        Self::between(
            self.high.wrapping_neg(),
            self.low.wrapping_neg(),
            self.depends_on,
        )
    }
    fn add(self, other: Self) -> Self {
        Self::between(
            self.low.wrapping_add(other.low),
            self.high.wrapping_add(other.high),
            self.both_depend_on(other),
        )
    }
    fn subtract(self, other: Self) -> Self {
        Self::between(
            self.low.wrapping_sub(other.high),
            self.high.wrapping_sub(other.low),
            self.both_depend_on(other),
        )
    }
    fn multiply(self, other: Self) -> Self {
        self.corners(other, i64::wrapping_mul)
    }
    fn smaller(self, other: Self) -> Self {
        if self.high <= other.low {
            self
        } else if other.high <= self.low {
            other
        } else {
            let (low, high) = (self.low.min(other.low), self.high.min(other.high));
            Self::between(low, high, self.both_depend_on(other))
        }
    }
    fn larger(self, other: Self) -> Self {
        if self.low >= other.high {
            self
        } else if other.low >= self.high {
            other
        } else {
            let (low, high) = (self.low.max(other.low), self.high.max(other.high));
            Self::between(low, high, self.both_depend_on(other))
        }
    }
    fn abs(self) -> Self {
        if self.low >= 0 {
            self
        } else if self.high <= 0 {
            self.negate()
        } else {
            Self::between(0, self.low.wrapping_neg().max(self.high), self.depends_on)
        }
    }
    fn divide(self, divisor: Self, times: i64, rounding: Rounding) -> Self {
        // The divisor is of one sign, so the quotient is monotone in each.
        self.corners(divisor, |a, b| {
            rounding::divide(a.wrapping_mul(times), b, rounding)
        })
    }
    fn choose(self, then: Self, otherwise: Self) -> Self {
        match self.mask() {
            TRUE => then,
            FALSE => otherwise,
            _ => {
                let depends_on = self.depends_on.union(then.both_depend_on(otherwise));
                then.hull(otherwise, depends_on)
            }
        }
    }
    fn choose_set(self, then: Self, otherwise: Self) -> Self {
        match self.mask() {
            TRUE => then,
            FALSE => otherwise,
            _ => {
                let depends_on = self.depends_on.union(then.both_depend_on(otherwise));
                Self::set(then.mask() | otherwise.mask(), depends_on)
            }
        }
    }
    fn lookup(self, list: &[i64]) -> Self {
        let first = usize::try_from(self.low.wrapping_sub(1)).unwrap_or(usize::MAX);
        let end = usize::try_from(self.high).unwrap_or(0).min(list.len());
        let entries = list.get(first..end).unwrap_or_default();
        entries_between(entries.iter(), self.depends_on)
    }
    fn lookup_option(self, list: &[i64]) -> Self {
        let mask = self.mask();
        let entries = list
            .iter()
            .zip(0u32..64)
            .filter(|(_, i)| mask >> i & 1 == 1);
        entries_between(entries.map(|(entry, _)| entry), self.depends_on)
    }
    fn add_months(self, months: Self) -> Self {
        self.corners(months, date::add_months)
    }
    fn months_between(self, to: Self) -> Self {
        self.corners(to, date::months_between)
    }
    fn year(self) -> Self {
        Self::between(
            date::to_ymd(self.low).0,
            date::to_ymd(self.high).0,
            self.depends_on,
        )
    }

    fn truth(self) -> Truth {
        match self.mask() {
            TRUE => Truth::Yes,
            FALSE => Truth::No,
            _ => Truth::Unknown,
        }
    }
    fn bounds(self) -> (i64, i64) {
        (self.low, self.high)
    }
    fn option_bounds(self) -> (i64, i64) {
        let mask = self.mask();
        (
            i64::from(mask.trailing_zeros() & 63),
            63 - i64::from(mask.leading_zeros() & 63),
        )
    }
    fn depends_on(self) -> FactSet {
        self.depends_on
    }
}

/// The hull of a table's entries.
fn entries_between<'a>(entries: impl Iterator<Item = &'a i64>, depends_on: FactSet) -> Known {
    let hull = entries.fold(None, |hull: Option<(i64, i64)>, &entry| match hull {
        None => Some((entry, entry)),
        Some((low, high)) => Some((low.min(entry), high.max(entry))),
    });
    let (low, high) = hull.unwrap_or((0, 0));
    Known::between(low, high, depends_on)
}
