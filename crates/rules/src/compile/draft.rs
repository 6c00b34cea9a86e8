//! Operations under construction: folded, shared, and none emitted yet.
//!
//! A draft knows of each operation what values it can have and, where the operation
//! depends on a single register with few values, its value for each of them. Such an
//! operation takes its shortest form at once: a constant, a mask over the options of
//! a question, a look-up. Two expressions that mean the same get the same register.

use std::collections::HashMap;
use std::rc::Rc;

use super::range::{self, Fault, Range};
use crate::program::{Fact, Op, Reg, Slot};

/// The most values of a register for which functions of it are tabulated.
pub(super) const MAX_TABLE: i64 = 64;

/// Which kind of register it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A number, a day or a duration.
    Number,
    /// A set over false and true.
    Truth,
    /// A set of options.
    Options,
}

/// A function of one register with few values.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Table {
    /// The register it is a function of.
    pub(super) base: Reg,
    /// By the base's value, from its least.
    pub(super) values: Rc<[i64]>,
}

/// What is known of an operation.
#[derive(Clone, Debug)]
struct Info {
    kind: Kind,
    range: Range,
    table: Option<Table>,
}

/// Operations under construction.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// The program's questions.
    pub(super) facts: Vec<Fact>,
    ops: Vec<Op>,
    infos: Vec<Info>,
    known: HashMap<Op, Reg>,
}

impl Draft {
    /// How many operations there are.
    pub(super) fn len(&self) -> usize {
        self.ops.len()
    }

    /// Forgets all but the first `len` operations.
    pub(super) fn truncate(&mut self, len: usize) {
        for op in self.ops.drain(len.min(self.ops.len())..) {
            self.known.remove(&op);
        }
        self.infos.truncate(len);
    }

    /// The operation behind a register.
    pub(super) fn op(&self, reg: Reg) -> Option<&Op> {
        self.ops.get(usize::from(reg))
    }

    /// All values the register can have, or more.
    pub(super) fn range(&self, reg: Reg) -> Range {
        self.infos
            .get(usize::from(reg))
            .map_or(Range::Number(i64::MIN, i64::MAX), |info| info.range)
    }

    /// The register's value, if it can only have one.
    pub(super) fn single(&self, reg: Reg) -> Option<i64> {
        self.range(reg).single()
    }

    /// The register as a function of another one with few values.
    pub(super) fn table(&self, reg: Reg) -> Option<&Table> {
        self.infos
            .get(usize::from(reg))
            .and_then(|info| info.table.as_ref())
    }

    pub(super) fn kind(&self, reg: Reg) -> Kind {
        self.infos
            .get(usize::from(reg))
            .map_or(Kind::Number, |info| info.kind)
    }

    /// A question's answer.
    pub(super) fn fact(&mut self, slot: Slot) -> Result<Reg, Fault> {
        self.push(Op::Fact(slot))
    }

    /// A constant number.
    pub(super) fn number(&mut self, value: i64) -> Result<Reg, Fault> {
        self.intern(
            Op::Number(value),
            Kind::Number,
            Range::Number(value, value),
            None,
        )
    }

    /// A constant option.
    pub(super) fn option(&mut self, index: u8) -> Result<Reg, Fault> {
        self.intern(
            Op::Option(index),
            Kind::Options,
            Range::Set(1 << index.min(63)),
            None,
        )
    }

    /// A constant truth value.
    pub(super) fn truth(&mut self, value: bool) -> Result<Reg, Fault> {
        self.option(u8::from(value))
    }

    /// The register of an operation, in its shortest form.
    pub(super) fn push(&mut self, op: Op) -> Result<Reg, Fault> {
        let kind = match op {
            Op::Fact(slot) => match self.facts.get(usize::from(slot)).map(|fact| &fact.domain) {
                Some(crate::program::Domain::Bool) => Kind::Truth,
                Some(crate::program::Domain::Options(_)) => Kind::Options,
                _ => Kind::Number,
            },
            Op::Option(_) | Op::IfSet(..) => Kind::Options,
            Op::OneOf(..)
            | Op::SameOption(..)
            | Op::Not(_)
            | Op::And(..)
            | Op::Or(..)
            | Op::Less(..)
            | Op::LessEqual(..)
            | Op::Equal(..) => Kind::Truth,
            _ => Kind::Number,
        };
        self.push_as(op, kind)
    }

    /// As [`Self::push`], for operations whose kind is not in their name.
    pub(super) fn push_as(&mut self, op: Op, kind: Kind) -> Result<Reg, Fault> {
        if let Some(reg) = self.known.get(&op) {
            return Ok(*reg);
        }
        if let Some(table) = self.tabulate(&op) {
            return self.shortest(table, op, kind);
        }
        let range = range::of_op(&op, &self.facts, &|reg| self.range(reg))?;
        match range.single() {
            Some(value) => self.constant(value, kind),
            None => self.intern(op, kind, range, None),
        }
    }

    /// A constant of the kind.
    pub(super) fn constant(&mut self, value: i64, kind: Kind) -> Result<Reg, Fault> {
        match (kind, u8::try_from(value)) {
            (Kind::Number, _) | (_, Err(_)) => self.number(value),
            (_, Ok(index)) => self.option(index),
        }
    }

    /// The operation as a function of the one register that it depends on.
    fn tabulate(&self, op: &Op) -> Option<Table> {
        let mut base: Option<&Table> = None;
        for reg in operands(op) {
            if self.single(reg).is_some() {
                continue;
            }
            let table = self.table(reg)?;
            match base {
                Some(first) if first.base != table.base => return None,
                _ => base = Some(table),
            }
        }
        let base = base?;
        let mut values = Vec::with_capacity(base.values.len());
        for at in 0..base.values.len() {
            let of = |reg: Reg| {
                let range = self.range(reg);
                match (
                    range,
                    self.table(reg).and_then(|table| table.values.get(at)),
                ) {
                    (Range::Number(..), Some(value)) => Range::Number(*value, *value),
                    (Range::Set(_), Some(value)) => Range::Set(1 << value),
                    (range, None) => range,
                }
            };
            values.push(range::of_op(op, &self.facts, &of).ok()?.single()?);
        }
        Some(Table {
            base: base.base,
            values: values.into(),
        })
    }

    /// The register of a number that is given by its table.
    pub(super) fn number_of_table(&mut self, table: Table) -> Result<Reg, Fault> {
        self.shortest(table, Op::Number(0), Kind::Number)
    }

    pub(super) fn intern(
        &mut self,
        op: Op,
        kind: Kind,
        range: Range,
        table: Option<Table>,
    ) -> Result<Reg, Fault> {
        if let Some(reg) = self.known.get(&op) {
            return Ok(*reg);
        }
        let reg = Reg::try_from(self.ops.len()).map_err(|_| Fault::Full)?;
        let table = table.or_else(|| base_of(reg, range));
        self.ops.push(op.clone());
        self.infos.push(Info { kind, range, table });
        self.known.insert(op, reg);
        Ok(reg)
    }
}

/// The table of a register that others may be functions of: itself.
fn base_of(reg: Reg, range: Range) -> Option<Table> {
    let (low, high) = range.bounds();
    let low = match range {
        Range::Set(_) => 0,
        Range::Number(..) if high.checked_sub(low)? >= MAX_TABLE => return None,
        Range::Number(..) => low,
    };
    if range.single().is_some() {
        return None;
    }
    Some(Table {
        base: reg,
        values: (low..=high).collect(),
    })
}

/// The registers that an operation reads.
pub(super) fn operands(op: &Op) -> impl Iterator<Item = Reg> + use<> {
    let (regs, count) = crate::eval::operands(op);
    regs.into_iter().take(count)
}

/// The operation with its registers replaced.
pub(super) fn rename(op: &Op, new: &dyn Fn(Reg) -> Reg) -> Op {
    match *op {
        Op::Fact(slot) => Op::Fact(slot),
        Op::AppliedOn => Op::AppliedOn,
        Op::Number(value) => Op::Number(value),
        Op::Option(index) => Op::Option(index),
        Op::OneOf(a, mask) => Op::OneOf(new(a), mask),
        Op::SameOption(a, b) => Op::SameOption(new(a), new(b)),
        Op::Not(a) => Op::Not(new(a)),
        Op::And(a, b) => Op::And(new(a), new(b)),
        Op::Or(a, b) => Op::Or(new(a), new(b)),
        Op::Less(a, b) => Op::Less(new(a), new(b)),
        Op::LessEqual(a, b) => Op::LessEqual(new(a), new(b)),
        Op::Equal(a, b) => Op::Equal(new(a), new(b)),
        Op::Negate(a) => Op::Negate(new(a)),
        Op::Add(a, b) => Op::Add(new(a), new(b)),
        Op::Subtract(a, b) => Op::Subtract(new(a), new(b)),
        Op::Multiply(a, b) => Op::Multiply(new(a), new(b)),
        Op::MultiplyBy(a, by) => Op::MultiplyBy(new(a), by),
        Op::Min(a, b) => Op::Min(new(a), new(b)),
        Op::Max(a, b) => Op::Max(new(a), new(b)),
        Op::Abs(a) => Op::Abs(new(a)),
        Op::Divide {
            a,
            b,
            times,
            rounding,
        } => Op::Divide {
            a: new(a),
            b: new(b),
            times,
            rounding,
        },
        Op::Round(a, by, rounding) => Op::Round(new(a), by, rounding),
        Op::If(c, a, b) => Op::If(new(c), new(a), new(b)),
        Op::IfSet(c, a, b) => Op::IfSet(new(c), new(a), new(b)),
        Op::Lookup(at, ref list) => Op::Lookup(new(at), list.clone()),
        Op::LookupOption(at, ref list) => Op::LookupOption(new(at), list.clone()),
        Op::AddMonths(day, months) => Op::AddMonths(new(day), new(months)),
        Op::MonthsBetween(a, b) => Op::MonthsBetween(new(a), new(b)),
        Op::Year(a) => Op::Year(new(a)),
    }
}
