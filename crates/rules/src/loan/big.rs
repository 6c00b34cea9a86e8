//! As much of big whole numbers as the equal instalment needs (about 1,500 bits).

use std::cmp::Ordering;

/// A whole number, base 2^32, least digit first, no leading zeros.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Big(Vec<u32>);

impl Big {
    /// `base` to the power of `exponent`.
    pub(super) fn power(base: u64, exponent: u8) -> Self {
        (0..exponent).fold(Self(vec![1]), |product, _| product.times(base))
    }

    /// The product with a small number.
    pub(super) fn times(&self, factor: u64) -> Self {
        let mut digits = Vec::with_capacity(self.0.len() + 2);
        let mut carry = 0u128;
        for &digit in &self.0 {
            // At most (2^32 - 1)(2^64 - 1) + 2^96: fits by far.
            carry += u128::from(digit) * u128::from(factor);
            digits.push(carry as u32);
            carry >>= 32;
        }
        while carry > 0 {
            digits.push(carry as u32);
            carry >>= 32;
        }
        Self(digits).trimmed()
    }

    /// The difference to a number that is not larger.
    pub(super) fn minus(&self, smaller: &Self) -> Self {
        let mut digits = Vec::with_capacity(self.0.len());
        let mut borrow = false;
        for (place, &digit) in self.0.iter().enumerate() {
            let other = smaller.0.get(place).copied().unwrap_or(0);
            let (less, first) = digit.overflowing_sub(other);
            let (less, second) = less.overflowing_sub(u32::from(borrow));
            digits.push(less);
            borrow = first || second;
        }
        Self(digits).trimmed()
    }

    /// The quotient, rounded half up, known to be at most `most`.
    ///
    /// The largest `q` with `(2q - 1) divisor <= 2 self`, found by halving: the
    /// quotient is small and a long division would be more code than this.
    pub(super) fn divide_half_up(&self, divisor: &Self, most: u64) -> u64 {
        let twice = self.times(2);
        let (mut low, mut high) = (0, most);
        while low < high {
            let middle = high - (high - low) / 2;
            if divisor.times(2 * middle - 1).cmp(&twice) == Ordering::Greater {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        low
    }

    fn cmp(&self, other: &Self) -> Ordering {
        self.0
            .len()
            .cmp(&other.0.len())
            .then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }

    fn trimmed(mut self) -> Self {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        self
    }
}
