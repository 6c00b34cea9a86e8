//! What a register holds, and the one place where operations are given meaning.

use super::types::{FactSet, Truth};
use crate::program::{Op, Reg, Rounding, Slot};

/// A register's content: one value, or a set of possible values.
///
/// There are two: `i64` for worlds in which everything is known, and
/// [`super::known::Known`] for sets of worlds. [`step`] runs both, so that the
/// concrete evaluation is the degenerate case of the abstract one.
pub(crate) trait Value: Copy {
    fn number(number: i64) -> Self;
    fn option(index: u8) -> Self;
    fn one_of(self, mask: u64) -> Self;
    fn same_option(self, other: Self) -> Self;
    fn not(self) -> Self;
    fn and(self, other: Self) -> Self;
    fn or(self, other: Self) -> Self;
    fn less(self, other: Self) -> Self;
    fn less_equal(self, other: Self) -> Self;
    fn equal(self, other: Self) -> Self;
    fn negate(self) -> Self;
    fn add(self, other: Self) -> Self;
    fn subtract(self, other: Self) -> Self;
    fn multiply(self, other: Self) -> Self;
    fn smaller(self, other: Self) -> Self;
    fn larger(self, other: Self) -> Self;
    fn abs(self) -> Self;
    fn divide(self, divisor: Self, times: i64, rounding: Rounding) -> Self;
    fn choose(self, then: Self, otherwise: Self) -> Self;
    fn choose_set(self, then: Self, otherwise: Self) -> Self;
    fn lookup(self, list: &[i64]) -> Self;
    fn lookup_option(self, list: &[i64]) -> Self;
    fn add_months(self, months: Self) -> Self;
    fn months_between(self, to: Self) -> Self;
    fn year(self) -> Self;

    /// A truth register's truth.
    fn truth(self) -> Truth;
    /// A number's smallest and largest value.
    fn bounds(self) -> (i64, i64);
    /// A set's smallest and largest option.
    fn option_bounds(self) -> (i64, i64);
    /// The unanswered facts that it depends on; none when it is definite.
    fn depends_on(self) -> FactSet;
}

/// A register of `registers`; 0 beyond its end, which validation rules out.
pub(super) fn at<V: Value>(registers: &[V], register: Reg) -> V {
    match registers.get(usize::from(register)) {
        Some(value) => *value,
        None => V::number(0),
    }
}

/// The result of one operation.
///
/// `facts` by slot; `applied_on` is the day of application.
pub(crate) fn step<V: Value>(op: &Op, registers: &[V], facts: &[V], applied_on: i64) -> V {
    let get = |register: Reg| at(registers, register);
    let fact = |slot: Slot| at(facts, slot);
    match *op {
        Op::Fact(slot) => fact(slot),
        Op::AppliedOn => V::number(applied_on),
        Op::Number(number) => V::number(number),
        Op::Option(index) => V::option(index),
        Op::OneOf(a, mask) => get(a).one_of(mask),
        Op::SameOption(a, b) => get(a).same_option(get(b)),
        Op::Not(a) => get(a).not(),
        Op::And(a, b) => get(a).and(get(b)),
        Op::Or(a, b) => get(a).or(get(b)),
        Op::Less(a, b) => get(a).less(get(b)),
        Op::LessEqual(a, b) => get(a).less_equal(get(b)),
        Op::Equal(a, b) => get(a).equal(get(b)),
        Op::Negate(a) => get(a).negate(),
        Op::Add(a, b) => get(a).add(get(b)),
        Op::Subtract(a, b) => get(a).subtract(get(b)),
        Op::Multiply(a, b) => get(a).multiply(get(b)),
        Op::MultiplyBy(a, by) => get(a).multiply(V::number(by)),
        Op::Min(a, b) => get(a).smaller(get(b)),
        Op::Max(a, b) => get(a).larger(get(b)),
        Op::Abs(a) => get(a).abs(),
        Op::Divide {
            a,
            b,
            times,
            rounding,
        } => get(a).divide(get(b), times, rounding),
        Op::Round(a, by, rounding) => get(a).divide(V::number(by), 1, rounding),
        Op::If(c, a, b) => get(c).choose(get(a), get(b)),
        Op::IfSet(c, a, b) => get(c).choose_set(get(a), get(b)),
        Op::Lookup(a, ref list) => get(a).lookup(list),
        Op::LookupOption(a, ref list) => get(a).lookup_option(list),
        Op::AddMonths(a, b) => get(a).add_months(get(b)),
        Op::MonthsBetween(a, b) => get(a).months_between(get(b)),
        Op::Year(a) => get(a).year(),
    }
}

/// The registers that an operation reads, and how many.
#[must_use]
pub fn operands(op: &Op) -> ([Reg; 3], usize) {
    match *op {
        Op::Fact(_) | Op::AppliedOn | Op::Number(_) | Op::Option(_) => ([0; 3], 0),
        Op::OneOf(a, _)
        | Op::Not(a)
        | Op::Negate(a)
        | Op::MultiplyBy(a, _)
        | Op::Abs(a)
        | Op::Round(a, ..)
        | Op::Lookup(a, _)
        | Op::LookupOption(a, _)
        | Op::Year(a) => ([a, 0, 0], 1),
        Op::SameOption(a, b)
        | Op::And(a, b)
        | Op::Or(a, b)
        | Op::Less(a, b)
        | Op::LessEqual(a, b)
        | Op::Equal(a, b)
        | Op::Add(a, b)
        | Op::Subtract(a, b)
        | Op::Multiply(a, b)
        | Op::Min(a, b)
        | Op::Max(a, b)
        | Op::Divide { a, b, .. }
        | Op::AddMonths(a, b)
        | Op::MonthsBetween(a, b) => ([a, b, 0], 2),
        Op::If(c, a, b) | Op::IfSet(c, a, b) => ([c, a, b], 3),
    }
}
