//! What values an operation can have, given what its operands can have.
//!
//! This is the proof behind the compact form: the same bounds, operation by
//! operation, that the machine meets when nothing at all has been answered.

use crate::date::{self, FIRST_DAY, LAST_DAY};
use crate::program::{Domain, Fact, Op, Reg, Rounding};

/// The most months that may be added to a day, either way: 10,000 years.
const MAX_MONTHS: i64 = 120_000;

/// The farthest day that calendar operations take, either way.
const FARTHEST: i64 = 1_000_000_000;

/// All values of a register, or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Range {
    /// Mantissas, bounds inclusive.
    Number(i64, i64),
    /// Options (or truth values) by bit.
    Set(u64),
}

impl Range {
    /// The only value, if there is one.
    pub(super) fn single(self) -> Option<i64> {
        match self {
            Self::Number(low, high) if low == high => Some(low),
            Self::Set(mask) if mask.count_ones() == 1 => Some(i64::from(mask.trailing_zeros())),
            _ => None,
        }
    }

    /// Bounds of a number; a set's are those of its indexes.
    pub(super) fn bounds(self) -> (i64, i64) {
        match self {
            Self::Number(low, high) => (low, high),
            Self::Set(mask) => (
                i64::from(mask.trailing_zeros()),
                63 - i64::from(mask.leading_zeros()),
            ),
        }
    }

    /// The set; a number has none.
    fn mask(self) -> u64 {
        match self {
            Self::Set(mask) => mask,
            Self::Number(..) => 0,
        }
    }

    /// Everything in either.
    fn union(self, other: Self) -> Self {
        match (self, other) {
            (Self::Set(a), Self::Set(b)) => Self::Set(a | b),
            _ => {
                let ((a, b), (c, d)) = (self.bounds(), other.bounds());
                Self::Number(a.min(c), b.max(d))
            }
        }
    }
}

/// Why an operation may not be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// A result beyond 64 bits: the mantissa farthest from zero.
    Overflow(i128),
    /// The divisor can be zero.
    ZeroDivisor,
    /// The index can leave the list: its bounds and the list's length.
    OutOfList(i64, i64, usize),
    /// The program has no room for another operation.
    Full,
}

const FALSE: u64 = 1;
const TRUE: u64 = 2;
const EITHER: u64 = 3;

fn truth(can_be_false: bool, can_be_true: bool) -> Range {
    Range::Set(u64::from(can_be_false) | u64::from(can_be_true) << 1)
}

fn number(low: i128, high: i128) -> Result<Range, Fault> {
    // The machine has no `i64::MIN`, which has no negative.
    match (i64::try_from(low), i64::try_from(high)) {
        (Ok(low), Ok(high)) if low > i64::MIN => Ok(Range::Number(low, high)),
        _ if low.unsigned_abs() > high.unsigned_abs() => Err(Fault::Overflow(low)),
        _ => Err(Fault::Overflow(high)),
    }
}

fn hull(values: &[i128]) -> Result<Range, Fault> {
    let low = values.iter().copied().min().unwrap_or_default();
    let high = values.iter().copied().max().unwrap_or_default();
    number(low, high)
}

/// `a / b` rounded to a whole number. `b` is not zero.
pub(super) fn divide(a: i128, b: i128, rounding: Rounding) -> i128 {
    let (a, b) = if b < 0 { (-a, -b) } else { (a, b) };
    let (floor, rest) = (a.div_euclid(b), a.rem_euclid(b));
    if rest == 0 {
        return floor;
    }
    let up = match rounding {
        Rounding::Floor => false,
        Rounding::Ceiling => true,
        Rounding::Up => a > 0,
        Rounding::Down => a < 0,
        Rounding::HalfUp => 2 * rest > b || 2 * rest == b && a > 0,
        Rounding::HalfDown => 2 * rest > b || 2 * rest == b && a < 0,
        Rounding::HalfEven => 2 * rest > b || 2 * rest == b && floor % 2 != 0,
    };
    floor + i128::from(up)
}

/// The values of a question, before it is answered.
pub(super) fn of_domain(domain: &Domain) -> Range {
    match domain {
        Domain::Bool => Range::Set(EITHER),
        Domain::Options(count) => Range::Set((1u64 << (*count).min(63)) - 1),
        Domain::Number { min, max, .. } => Range::Number(*min, *max),
        Domain::Date { min, max } => Range::Number(*min, *max),
    }
}

/// The values that `op` can have, with `of` giving those of its operands.
pub(super) fn of_op(op: &Op, facts: &[Fact], of: &dyn Fn(Reg) -> Range) -> Result<Range, Fault> {
    let wide = |reg: Reg| {
        let (low, high) = of(reg).bounds();
        (i128::from(low), i128::from(high))
    };
    Ok(match *op {
        Op::Fact(slot) => facts
            .get(usize::from(slot))
            .map_or(Range::Set(0), |fact| of_domain(&fact.domain)),
        Op::AppliedOn => Range::Number(FIRST_DAY, LAST_DAY),
        Op::Number(value) => Range::Number(value, value),
        Op::Option(index) => Range::Set(1 << index),
        Op::OneOf(a, mask) => truth(of(a).mask() & !mask != 0, of(a).mask() & mask != 0),
        Op::SameOption(a, b) => {
            let (x, y) = (of(a).mask(), of(b).mask());
            truth(x != y || x.count_ones() != 1, x & y != 0)
        }
        Op::Not(a) => truth(of(a).mask() & TRUE != 0, of(a).mask() & FALSE != 0),
        Op::And(a, b) => {
            let (x, y) = (of(a).mask(), of(b).mask());
            truth((x | y) & FALSE != 0, x & y & TRUE != 0)
        }
        Op::Or(a, b) => {
            let (x, y) = (of(a).mask(), of(b).mask());
            truth(x & y & FALSE != 0, (x | y) & TRUE != 0)
        }
        Op::Less(a, b) => {
            let ((al, ah), (bl, bh)) = (wide(a), wide(b));
            truth(ah >= bl, al < bh)
        }
        Op::LessEqual(a, b) => {
            let ((al, ah), (bl, bh)) = (wide(a), wide(b));
            truth(ah > bl, al <= bh)
        }
        Op::Equal(a, b) => {
            let ((al, ah), (bl, bh)) = (wide(a), wide(b));
            truth(!(al == ah && bl == bh && al == bl), al <= bh && bl <= ah)
        }
        Op::Negate(a) => {
            let (low, high) = wide(a);
            number(-high, -low)?
        }
        Op::Add(a, b) => {
            let ((al, ah), (bl, bh)) = (wide(a), wide(b));
            number(al + bl, ah + bh)?
        }
        Op::Subtract(a, b) => {
            let ((al, ah), (bl, bh)) = (wide(a), wide(b));
            number(al - bh, ah - bl)?
        }
        Op::Multiply(a, b) => {
            let ((al, ah), (bl, bh)) = (wide(a), wide(b));
            hull(&[al * bl, al * bh, ah * bl, ah * bh])?
        }
        Op::MultiplyBy(a, by) => {
            let ((low, high), by) = (wide(a), i128::from(by));
            hull(&[low * by, high * by])?
        }
        Op::Min(a, b) => {
            let ((al, ah), (bl, bh)) = (wide(a), wide(b));
            number(al.min(bl), ah.min(bh))?
        }
        Op::Max(a, b) => {
            let ((al, ah), (bl, bh)) = (wide(a), wide(b));
            number(al.max(bl), ah.max(bh))?
        }
        Op::Abs(a) => {
            let (low, high) = wide(a);
            let least = if low <= 0 && high >= 0 {
                0
            } else {
                low.abs().min(high.abs())
            };
            number(least, low.abs().max(high.abs()))?
        }
        Op::Divide {
            a,
            b,
            times,
            rounding,
        } => {
            let ((al, ah), (bl, bh)) = (wide(a), wide(b));
            if bl <= 0 && bh >= 0 {
                return Err(Fault::ZeroDivisor);
            }
            let (al, ah) = (al * i128::from(times), ah * i128::from(times));
            number(al.min(ah), al.max(ah))?;
            let quotient = |a, b| divide(a, b, rounding);
            hull(&[
                quotient(al, bl),
                quotient(al, bh),
                quotient(ah, bl),
                quotient(ah, bh),
            ])?
        }
        Op::Round(a, by, rounding) => {
            let (low, high) = wide(a);
            if by <= 0 {
                return Err(Fault::ZeroDivisor);
            }
            number(
                divide(low, i128::from(by), rounding),
                divide(high, i128::from(by), rounding),
            )?
        }
        Op::If(c, a, b) | Op::IfSet(c, a, b) => match of(c).mask() {
            TRUE => of(a),
            FALSE => of(b),
            _ => of(a).union(of(b)),
        },
        Op::Lookup(at, ref list) => {
            let (low, high) = of(at).bounds();
            let from = usize::try_from(low).ok().and_then(|low| low.checked_sub(1));
            let entries = from.and_then(|from| list.get(from..usize::try_from(high).ok()?));
            match entries {
                Some(entries) => entries_hull(entries),
                None => return Err(Fault::OutOfList(low, high, list.len())),
            }
        }
        Op::LookupOption(at, ref list) => {
            let mask = of(at).mask();
            let (low, high) = of(at).bounds();
            if high >= i64::try_from(list.len()).unwrap_or(i64::MAX) {
                return Err(Fault::OutOfList(low + 1, high + 1, list.len()));
            }
            let kept: Vec<i64> = (0u32..)
                .zip(list)
                .filter(|(index, _)| mask.checked_shr(*index).unwrap_or(0) & 1 == 1)
                .map(|(_, value)| *value)
                .collect();
            entries_hull(&kept)
        }
        Op::AddMonths(day, months) => {
            let ((dl, dh), (ml, mh)) = (of(day).bounds(), of(months).bounds());
            if ml < -MAX_MONTHS || mh > MAX_MONTHS {
                return Err(Fault::Overflow(i128::from(if ml < -MAX_MONTHS {
                    ml
                } else {
                    mh
                })));
            }
            near(dl, dh)?;
            Range::Number(date::add_months(dl, ml), date::add_months(dh, mh))
        }
        Op::MonthsBetween(a, b) => {
            let ((al, ah), (bl, bh)) = (of(a).bounds(), of(b).bounds());
            near(al, ah)?;
            near(bl, bh)?;
            Range::Number(date::months_between(ah, bl), date::months_between(al, bh))
        }
        Op::Year(a) => {
            let (low, high) = of(a).bounds();
            near(low, high)?;
            Range::Number(date::to_ymd(low).0, date::to_ymd(high).0)
        }
    })
}

/// Refuses days so far away that the calendar does not reach them.
fn near(low: i64, high: i64) -> Result<(), Fault> {
    match low < -FARTHEST || high > FARTHEST {
        true => Err(Fault::Overflow(i128::from(if low < -FARTHEST {
            low
        } else {
            high
        }))),
        false => Ok(()),
    }
}

fn entries_hull(entries: &[i64]) -> Range {
    let low = entries.iter().copied().min().unwrap_or_default();
    let high = entries.iter().copied().max().unwrap_or_default();
    Range::Number(low, high)
}
