//! Natural numbers of any size: what decimal arithmetic needs on the way to 34 digits.

use std::cmp::Ordering;

/// A natural number: limbs of 32 bits, the lowest first, no zero limb at the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Big(Vec<u32>);

/// The largest power of ten in one limb.
const CHUNK: u32 = 1_000_000_000;

impl Big {
    pub(super) fn from_u128(mut value: u128) -> Self {
        let mut limbs = Vec::with_capacity(4);
        while value > 0 {
            limbs.push(value as u32);
            value >>= 32;
        }
        Big(limbs)
    }

    /// The number as `u128` where it fits.
    pub(super) fn to_u128(&self) -> Option<u128> {
        if self.0.len() > 4 {
            return None;
        }
        Some(
            self.0
                .iter()
                .rev()
                .fold(0, |sum, &limb| (sum << 32) | u128::from(limb)),
        )
    }

    pub(super) fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn is_odd(&self) -> bool {
        self.0.first().is_some_and(|limb| limb & 1 == 1)
    }

    fn trim(mut self) -> Self {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        self
    }

    pub(super) fn add(&self, other: &Self) -> Self {
        let (long, short) = if self.0.len() >= other.0.len() {
            (self, other)
        } else {
            (other, self)
        };
        let mut carry = 0u64;
        let mut limbs = Vec::with_capacity(long.0.len() + 1);
        let mut rest = short.0.iter();
        for &limb in &long.0 {
            let sum = u64::from(limb) + u64::from(rest.next().copied().unwrap_or(0)) + carry;
            limbs.push(sum as u32);
            carry = sum >> 32;
        }
        limbs.push(carry as u32);
        Big(limbs).trim()
    }

    /// `self - other`, or `None` where that is negative.
    pub(super) fn sub(&self, other: &Self) -> Option<Self> {
        if *self < *other {
            return None;
        }
        let mut borrow = 0i64;
        let mut limbs = Vec::with_capacity(self.0.len());
        let mut rest = other.0.iter();
        for &limb in &self.0 {
            let difference =
                i64::from(limb) - i64::from(rest.next().copied().unwrap_or(0)) - borrow;
            borrow = i64::from(difference < 0);
            limbs.push(difference as u32);
        }
        Some(Big(limbs).trim())
    }

    pub(super) fn mul_small(&self, factor: u32) -> Self {
        let mut carry = 0u64;
        let mut limbs = Vec::with_capacity(self.0.len() + 1);
        for &limb in &self.0 {
            let product = u64::from(limb) * u64::from(factor) + carry;
            limbs.push(product as u32);
            carry = product >> 32;
        }
        limbs.push(carry as u32);
        Big(limbs).trim()
    }

    pub(super) fn mul(&self, other: &Self) -> Self {
        let mut limbs = vec![0u32; self.0.len() + other.0.len()];
        for (place, &limb) in self.0.iter().enumerate() {
            let mut carry = 0u64;
            let mut factors = other.0.iter();
            for slot in limbs.iter_mut().skip(place) {
                let factor = factors.next().copied().unwrap_or(0);
                let sum = u64::from(*slot) + u64::from(limb) * u64::from(factor) + carry;
                *slot = sum as u32;
                carry = sum >> 32;
            }
        }
        Big(limbs).trim()
    }

    /// `self * 10^power`.
    pub(super) fn shift_up(&self, power: u32) -> Self {
        let mut result = self.clone();
        for _ in 0..power / 9 {
            result = result.mul_small(CHUNK);
        }
        result.mul_small(10u32.pow(power % 9))
    }

    /// Quotient and remainder; the divisor is not zero.
    pub(super) fn div_rem_small(&self, divisor: u32) -> (Self, u32) {
        let mut rest = 0u64;
        let mut limbs = Vec::with_capacity(self.0.len());
        for &limb in self.0.iter().rev() {
            let value = (rest << 32) | u64::from(limb);
            let divisor = u64::from(divisor.max(1));
            limbs.push((value / divisor) as u32);
            rest = value % divisor;
        }
        limbs.reverse();
        (Big(limbs).trim(), rest as u32)
    }

    /// Quotient and remainder by long division, bit by bit; `None` for a zero divisor.
    pub(super) fn div_rem(&self, divisor: &Self) -> Option<(Self, Self)> {
        if divisor.is_zero() {
            return None;
        }
        if let (Some(a), Some(b)) = (self.to_u128(), divisor.to_u128()) {
            return Some((Big::from_u128(a / b), Big::from_u128(a % b)));
        }
        let mut rest = Big(Vec::new());
        let mut quotient = Vec::with_capacity(self.0.len());
        for &limb in self.0.iter().rev() {
            let mut digit = 0u32;
            for bit in (0..32).rev() {
                rest = rest.double_plus((limb >> bit) & 1);
                digit <<= 1;
                if let Some(smaller) = rest.sub(divisor) {
                    rest = smaller;
                    digit |= 1;
                }
            }
            quotient.push(digit);
        }
        quotient.reverse();
        Some((Big(quotient).trim(), rest))
    }

    fn double_plus(mut self, bit: u32) -> Self {
        let mut carry = bit;
        for limb in &mut self.0 {
            let next = *limb >> 31;
            *limb = (*limb << 1) | carry;
            carry = next;
        }
        if carry > 0 {
            self.0.push(carry);
        }
        self
    }

    /// Quotient and remainder by `10^power`.
    pub(super) fn shift_down(&self, power: u32) -> (Self, Self) {
        let mut quotient = self.clone();
        let mut rest = Big(Vec::new());
        let mut done = 0;
        while done < power {
            let step = (power - done).min(9);
            let (next, digits) = quotient.div_rem_small(10u32.pow(step));
            if digits != 0 {
                rest = rest.add(&Big::from_u128(u128::from(digits)).shift_up(done));
            }
            quotient = next;
            done += step;
        }
        (quotient, rest)
    }

    /// The number of decimal digits; 0 has none.
    pub(super) fn digits(&self) -> u32 {
        if let Some(value) = self.to_u128() {
            return value.checked_ilog10().map_or(0, |log| log + 1);
        }
        let mut count = 0;
        let mut rest = self.clone();
        while rest.to_u128().is_none() {
            rest = rest.div_rem_small(CHUNK).0;
            count += 9;
        }
        count + rest.digits()
    }
}

impl PartialOrd for Big {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Big {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0
            .len()
            .cmp(&other.0.len())
            .then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}
