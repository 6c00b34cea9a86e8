//! A box of possible worlds, and the operations that still tell them apart.

use super::known::Known;
use super::types::FactSet;
use super::value::{Value, at, operands, step};
use crate::date::{Day, FIRST_DAY};
use crate::program::{Domain, Op, Program, Reg, Slot};
use core::ops::Range;

/// All worlds in which each fact has one of the values that `facts` leaves open.
pub(super) struct Worlds<'p> {
    pub(super) program: &'p Program,
    /// The day of application.
    pub(super) date: Day,
    /// By slot: the values that are possible.
    pub(super) facts: Vec<Known>,
    /// By register: its values in these worlds.
    pub(super) known: Vec<Known>,
    /// By slot: one world of the box.
    pub(super) point_facts: Vec<i64>,
    /// By register: its value in that world.
    pub(super) points: Vec<i64>,
    /// Registers that need to be computed again when facts change, ascending.
    pub(super) open: Vec<Reg>,
    /// What `known` held for `open` before facts changed.
    saved: Vec<Known>,
    /// Facts that have changed since `known`, and since `points`, were last computed.
    changed: FactSet,
    changed_points: FactSet,
    /// The facts whose values are options.
    options: FactSet,
    /// By register: whether it holds a set rather than a number.
    pub(super) is_set: Vec<bool>,
    /// Scratch: one bit for each register.
    bits: Vec<u64>,
}

impl<'p> Worlds<'p> {
    /// `is_set` says of each register whether it holds a set.
    pub(super) fn new(program: &'p Program, is_set: Vec<bool>) -> Self {
        let is_option = |domain: &Domain| matches!(domain, Domain::Bool | Domain::Options(_));
        let facts = (0..)
            .zip(&program.facts)
            .filter(|(_, fact)| is_option(&fact.domain));
        Self {
            program,
            options: facts.map(|(slot, _)| slot).collect(),
            date: FIRST_DAY,
            facts: vec![Known::number(0); program.facts.len()],
            known: vec![Known::number(0); program.ops.len()],
            point_facts: vec![0; program.facts.len()],
            points: vec![0; program.ops.len()],
            open: Vec::new(),
            saved: Vec::new(),
            changed: FactSet::EMPTY,
            changed_points: FactSet::ALL,
            is_set,
            bits: vec![0; program.ops.len().div_ceil(64)],
        }
    }

    /// Takes over one answer; one outside the domain counts as none. Whether it is known.
    pub(super) fn load(&mut self, slot: Slot, answer: Option<i64>) -> bool {
        let place = usize::from(slot);
        let Some(fact) = self.program.facts.get(place) else {
            return true;
        };
        let answer = answer.filter(|&value| fact.domain.contains(value));
        let known = match answer {
            Some(value) => Known::answer(&fact.domain, value),
            None => Known::any(&fact.domain, FactSet::of(slot)),
        };
        if let (Some(fact), Some(point)) =
            (self.facts.get_mut(place), self.point_facts.get_mut(place))
        {
            *fact = known;
            *point = answer.unwrap_or(0);
        }
        answer.is_some()
    }

    /// Whether a fact's values are options rather than numbers.
    pub(super) fn has_options(&self, slot: Slot) -> bool {
        self.options.contains(slot)
    }

    /// A fact's open values.
    pub(super) fn fact(&self, slot: Slot) -> Known {
        at(&self.facts, slot)
    }

    /// Narrows or widens a fact.
    pub(super) fn set_fact(&mut self, slot: Slot, known: Known) {
        if let Some(fact) = self.facts.get_mut(usize::from(slot)) {
            *fact = known;
            self.changed = self.changed.union(FactSet::of(slot));
        }
    }

    /// Takes another value of a fact for the one world.
    pub(super) fn set_point(&mut self, slot: Slot, value: i64) {
        if let Some(fact) = self
            .point_facts
            .get_mut(usize::from(slot))
            .filter(|f| **f != value)
        {
            *fact = value;
            self.changed_points = self.changed_points.union(FactSet::of(slot));
        }
    }

    /// Forgets what the one world's open registers hold.
    pub(super) fn forget_points(&mut self) {
        self.changed_points = FactSet::ALL;
    }

    /// A fact's smallest and largest value; of a set, the first and last option.
    pub(super) fn corners(&self, slot: Slot) -> (i64, i64) {
        match self.has_options(slot) {
            true => self.fact(slot).option_bounds(),
            false => self.fact(slot).bounds(),
        }
    }

    /// Runs a span of operations over the box.
    pub(super) fn run(&mut self, ops: Range<usize>) {
        run(self.program, ops, &mut self.known, &self.facts, self.date);
    }

    /// Runs a span of operations in one world.
    pub(super) fn run_points(&mut self, ops: Range<usize>) {
        run(
            self.program,
            ops,
            &mut self.points,
            &self.point_facts,
            self.date,
        );
    }

    /// Collects into `open` the registers below `outputs` that the box leaves open, so that
    /// only they need to be computed again. Whether two paths lead to one of them, or
    /// an operation is among them whose range can be wider than its values: if not,
    /// the ranges are exact as they are.
    pub(super) fn open(&mut self, outputs: impl Iterator<Item = Reg>) -> bool {
        let mut loose = false;
        let mut read = FactSet::EMPTY;
        self.open.clear();
        for reg in outputs {
            loose |= self.mark(reg);
        }
        for word in (0..self.bits.len()).rev() {
            while let Some(bits) = self.bits.get_mut(word).filter(|bits| **bits != 0) {
                let bit = 63 - bits.leading_zeros();
                *bits &= !(1 << bit);
                let reg = (word * 64) as Reg + bit as Reg;
                self.open.push(reg);
                let Some(op) = self.program.ops.get(usize::from(reg)) else {
                    continue;
                };
                let (regs, count) = operands(op);
                loose |= match *op {
                    // The same fact, read by another operation.
                    Op::Fact(slot) if read.contains(slot) => true,
                    Op::Abs(a) | Op::Lookup(a, _) => !self.reads_fact(a),
                    Op::Equal(a, b) => !(self.reads_fact(a) && self.reads_fact(b)),
                    _ => false,
                };
                if let Op::Fact(slot) = *op {
                    read = read.union(FactSet::of(slot));
                }
                for &operand in regs.iter().take(count) {
                    loose |= self.mark(operand);
                }
            }
        }
        self.open.reverse();
        self.saved.clear();
        self.saved
            .extend(self.open.iter().map(|&reg| at(&self.known, reg)));
        self.changed = FactSet::EMPTY;
        self.forget_points();
        loose
    }

    /// Collects into `open` those of some spans of operations that depend on a fact.
    pub(super) fn open_for(&mut self, slot: Slot, spans: impl Iterator<Item = Range<usize>>) {
        self.open.clear();
        self.saved.clear();
        for index in spans.flatten() {
            let Some(&known) = self
                .known
                .get(index)
                .filter(|k| k.depends_on().contains(slot))
            else {
                continue;
            };
            self.open.push(index as Reg);
            self.saved.push(known);
            let Some(op) = self.program.ops.get(index) else {
                continue;
            };
            let (regs, count) = operands(op);
            for &operand in regs.iter().take(count) {
                self.settle(operand);
            }
        }
        self.changed = FactSet::EMPTY;
        self.forget_points();
    }

    /// Writes the point of a register that is settled. Whether it is.
    fn settle(&mut self, reg: Reg) -> bool {
        let known = at(&self.known, reg);
        let settled = known.depends_on().is_empty();
        if let Some(point) = self.points.get_mut(usize::from(reg)).filter(|_| settled) {
            let is_set = self.is_set.get(usize::from(reg)) == Some(&true);
            *point = if is_set {
                known.option_bounds().0
            } else {
                known.bounds().0
            };
        }
        settled
    }

    /// The facts that registers read, answered or not.
    pub(super) fn reads(&mut self, outputs: impl Iterator<Item = Reg>) -> FactSet {
        let mut facts = FactSet::EMPTY;
        let bit = |reg: Reg| (usize::from(reg) / 64, 1u64 << (reg % 64));
        for (word, bit) in outputs.map(bit) {
            self.bits
                .get_mut(word)
                .into_iter()
                .for_each(|bits| *bits |= bit);
        }
        for word in (0..self.bits.len()).rev() {
            while let Some(bits) = self.bits.get_mut(word).filter(|bits| **bits != 0) {
                let place = 63 - bits.leading_zeros();
                *bits &= !(1 << place);
                let Some(op) = self.program.ops.get(word * 64 + place as usize) else {
                    continue;
                };
                if let Op::Fact(slot) = *op {
                    facts = facts.union(FactSet::of(slot));
                }
                let (regs, count) = operands(op);
                for (word, bit) in regs.into_iter().take(count).map(bit) {
                    self.bits
                        .get_mut(word)
                        .into_iter()
                        .for_each(|bits| *bits |= bit);
                }
            }
        }
        facts
    }

    /// Marks a register if it is open; whether it had been marked. A register that is
    /// settled is settled in every world: its point is written here, once.
    fn mark(&mut self, reg: Reg) -> bool {
        if self.settle(reg) {
            return false;
        }
        let Some(bits) = self.bits.get_mut(usize::from(reg) / 64) else {
            return false;
        };
        let bit = 1 << (reg % 64);
        let again = *bits & bit != 0;
        *bits |= bit;
        again
    }

    fn reads_fact(&self, reg: Reg) -> bool {
        let open = !at(&self.known, reg).depends_on().is_empty();
        !open || matches!(self.program.ops.get(usize::from(reg)), Some(Op::Fact(_)))
    }

    /// Computes again, over the box, the open registers that changed facts concern.
    pub(super) fn renew(&mut self) {
        let changed = core::mem::take(&mut self.changed);
        for (&reg, saved) in self.open.iter().zip(&self.saved) {
            if !saved.depends_on().meets(changed) {
                continue;
            }
            let Some(op) = self.program.ops.get(usize::from(reg)) else {
                continue;
            };
            let value = step(op, &self.known, &self.facts, self.date);
            if let Some(register) = self.known.get_mut(usize::from(reg)) {
                *register = value;
            }
        }
    }

    /// Computes again, in the world `point_facts`, the open registers that changed facts concern.
    pub(super) fn renew_points(&mut self) {
        let changed = core::mem::take(&mut self.changed_points);
        for (&reg, saved) in self.open.iter().zip(&self.saved) {
            if !saved.depends_on().meets(changed) {
                continue;
            }
            let Some(op) = self.program.ops.get(usize::from(reg)) else {
                continue;
            };
            let value = step(op, &self.points, &self.point_facts, self.date);
            if let Some(register) = self.points.get_mut(usize::from(reg)) {
                *register = value;
            }
        }
    }

    /// Puts back what the open registers held when they were collected.
    pub(super) fn restore(&mut self) {
        for (&reg, &value) in self.open.iter().zip(&self.saved) {
            if let Some(register) = self.known.get_mut(usize::from(reg)) {
                *register = value;
            }
        }
        self.changed = FactSet::EMPTY;
    }
}

/// Runs operations in order.
fn run<V: Value>(
    program: &Program,
    ops: Range<usize>,
    registers: &mut [V],
    facts: &[V],
    date: Day,
) {
    let start = ops.start;
    for (op, index) in program.ops.get(ops).unwrap_or_default().iter().zip(start..) {
        let value = step(op, registers, facts, date);
        if let Some(register) = registers.get_mut(index) {
            *register = value;
        }
    }
}
