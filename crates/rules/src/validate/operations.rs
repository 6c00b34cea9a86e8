//! Operations: what they read, their types, and that no answer makes them fail.

use super::{Invalid, MAX_TABLE_ENTRIES};
use crate::date::{FIRST_DAY, LAST_DAY};
use crate::eval::{FactSet, Known, Value, operands, step};
use crate::program::{Domain, Op, Program, Reg};
use Kind::{Number, Set};

/// Days and months further off than this are refused: some 27 million years.
const FARTHEST: i64 = 10_000_000_000;

/// What a register holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A number or a day.
    Number,
    /// Options; truths too.
    Set,
}

/// Every register's type and all the values that it can have.
pub(super) struct Registers {
    pub(super) kinds: Vec<Kind>,
    pub(super) values: Vec<Known>,
}

impl Registers {
    fn kind(&self, reg: Reg) -> Option<Kind> {
        self.kinds.get(usize::from(reg)).copied()
    }

    fn value(&self, reg: Reg) -> Known {
        self.values
            .get(usize::from(reg))
            .copied()
            .unwrap_or(Known::number(0))
    }

    /// Of each register, whether it holds a set.
    pub(super) fn sets(&self) -> Vec<bool> {
        self.kinds.iter().map(|kind| *kind == Set).collect()
    }

    /// The bounds of a register, if it holds a number.
    pub(super) fn number(&self, reg: Reg) -> Option<(i64, i64)> {
        (self.kind(reg)? == Number).then(|| self.value(reg).bounds())
    }

    /// Whether a register holds a truth.
    pub(super) fn is_truth(&self, reg: Reg) -> bool {
        self.kind(reg) == Some(Set) && self.value(reg).mask() & !0b11 == 0
    }
}

/// Goes through all operations in order.
///
/// `readable` gives for each operation the registers that it may read besides the
/// shared ones: from there up to itself.
pub(super) fn check(program: &Program, readable: &[u16]) -> Result<Registers, Invalid> {
    let mut entries = 0usize;
    let facts = program
        .facts
        .iter()
        .zip(0..)
        .map(|(fact, slot)| Known::any(&fact.domain, FactSet::of(slot)));
    let facts = facts.collect::<Vec<_>>();
    let mut registers = Registers {
        kinds: Vec::with_capacity(program.ops.len()),
        values: Vec::with_capacity(program.ops.len()),
    };
    for (index, op) in program.ops.iter().enumerate() {
        let (regs, count) = operands(op);
        let own = readable.get(index).copied().unwrap_or(0);
        for &reg in regs.iter().take(count) {
            let shared = reg < program.shared;
            if usize::from(reg) >= index || !(shared || reg >= own) {
                return Err(Invalid::Operand { op: index, reg });
            }
        }
        if let Op::Lookup(_, list) | Op::LookupOption(_, list) = op {
            entries += list.len();
            if entries > MAX_TABLE_ENTRIES {
                let (what, limit) = ("table entries", MAX_TABLE_ENTRIES);
                return Err(Invalid::TooMany {
                    what,
                    count: entries,
                    limit,
                });
            }
        }
        let kind = kind_of(program, op, index, &registers)?;
        failures(op, index, &registers)?;
        registers.values.push(match op {
            Op::AppliedOn => Known::between(FIRST_DAY, LAST_DAY, FactSet::of(0)),
            _ => step(op, &registers.values, &facts, FIRST_DAY),
        });
        registers.kinds.push(kind);
    }
    Ok(registers)
}

/// The type of an operation's result, once its operands' types are right.
fn kind_of(
    program: &Program,
    op: &Op,
    index: usize,
    registers: &Registers,
) -> Result<Kind, Invalid> {
    let kind = |reg: Reg, wanted: Kind| {
        let needs = if wanted == Number {
            "a number"
        } else {
            "a set of options"
        };
        match registers.kind(reg) == Some(wanted) {
            true => Ok(()),
            false => Err(Invalid::Type { op: index, needs }),
        }
    };
    let truth = |reg: Reg| match registers.is_truth(reg) {
        true => Ok(()),
        false => Err(Invalid::Type {
            op: index,
            needs: "a truth value",
        }),
    };
    match *op {
        Op::Fact(slot) => {
            let fact = program
                .facts
                .get(usize::from(slot))
                .ok_or(Invalid::UnknownFact { op: index, slot })?;
            return Ok(match fact.domain {
                Domain::Bool | Domain::Options(_) => Set,
                Domain::Number { .. } | Domain::Date { .. } => Number,
            });
        }
        Op::AppliedOn | Op::Number(_) => return Ok(Number),
        Op::Option(option) if option < 63 => return Ok(Set),
        Op::Option(_) => return Err(Invalid::OptionIndex { op: index }),
        Op::OneOf(a, _) => kind(a, Set)?,
        Op::SameOption(a, b) => kind(a, Set).and(kind(b, Set))?,
        Op::Not(a) => truth(a)?,
        Op::And(a, b) | Op::Or(a, b) => truth(a).and(truth(b))?,
        Op::If(c, a, b) => truth(c).and(kind(a, Number)).and(kind(b, Number))?,
        Op::IfSet(c, a, b) => truth(c).and(kind(a, Set)).and(kind(b, Set))?,
        Op::LookupOption(a, _) => kind(a, Set)?,
        Op::Less(a, b)
        | Op::LessEqual(a, b)
        | Op::Equal(a, b)
        | Op::Add(a, b)
        | Op::Subtract(a, b)
        | Op::Multiply(a, b)
        | Op::Min(a, b)
        | Op::Max(a, b)
        | Op::Divide { a, b, .. }
        | Op::AddMonths(a, b)
        | Op::MonthsBetween(a, b) => kind(a, Number).and(kind(b, Number))?,
        Op::Negate(a)
        | Op::MultiplyBy(a, _)
        | Op::Abs(a)
        | Op::Round(a, ..)
        | Op::Lookup(a, _)
        | Op::Year(a) => kind(a, Number)?,
    }
    Ok(match op {
        Op::OneOf(..)
        | Op::SameOption(..)
        | Op::Not(_)
        | Op::And(..)
        | Op::Or(..)
        | Op::Less(..)
        | Op::LessEqual(..)
        | Op::Equal(..)
        | Op::IfSet(..) => Set,
        _ => Number,
    })
}

/// Whether for some answers an operation overflows, divides by zero or leaves its table.
///
/// Results stay above `i64::MIN`, so that every number has a negative.
fn failures(op: &Op, index: usize, registers: &Registers) -> Result<(), Invalid> {
    let bounds = |reg: Reg| {
        let (low, high) = registers.value(reg).bounds();
        (i128::from(low), i128::from(high))
    };
    let fits = |values: &[i128]| match values.iter().all(|v| v.unsigned_abs() <= i64::MAX as u128) {
        true => Ok(()),
        false => Err(Invalid::Overflow { op: index }),
    };
    let products = |(a, b): (i128, i128), (c, d): (i128, i128)| fits(&[a * c, a * d, b * c, b * d]);
    let near = |reg: Reg| {
        let (low, high) = registers.value(reg).bounds();
        match -FARTHEST <= low && high <= FARTHEST {
            true => Ok(()),
            false => Err(Invalid::Calendar { op: index }),
        }
    };
    match *op {
        Op::Number(number) => fits(&[i128::from(number)]),
        Op::Add(a, b) => {
            let ((a, b), (c, d)) = (bounds(a), bounds(b));
            fits(&[a + c, b + d])
        }
        Op::Subtract(a, b) => {
            let ((a, b), (c, d)) = (bounds(a), bounds(b));
            fits(&[a - d, b - c])
        }
        Op::Multiply(a, b) => products(bounds(a), bounds(b)),
        Op::MultiplyBy(a, by) => products(bounds(a), (i128::from(by), i128::from(by))),
        Op::Divide { a, b, times, .. } => {
            let (low, high) = bounds(b);
            if times < 1 || (low <= 0 && high >= 0) {
                return Err(Invalid::Divisor { op: index });
            }
            products(bounds(a), (i128::from(times), i128::from(times)))
        }
        Op::Round(_, by, _) if by < 1 => Err(Invalid::Divisor { op: index }),
        Op::Lookup(a, ref list) => {
            let (low, high) = bounds(a);
            // A table's entries are numbers like any other.
            list.iter()
                .try_for_each(|&entry| fits(&[i128::from(entry)]))?;
            match low >= 1 && high <= list.len() as i128 {
                true => Ok(()),
                false => Err(Invalid::Lookup { op: index }),
            }
        }
        Op::LookupOption(a, ref list) => {
            list.iter()
                .try_for_each(|&entry| fits(&[i128::from(entry)]))?;
            match registers.value(a).option_bounds().1 < list.len() as i64 {
                true => Ok(()),
                false => Err(Invalid::Lookup { op: index }),
            }
        }
        Op::AddMonths(a, b) | Op::MonthsBetween(a, b) => near(a).and(near(b)),
        Op::Year(a) => near(a),
        _ => Ok(()),
    }
}
