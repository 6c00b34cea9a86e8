//! From a draft to a program's operations: only what is used, operands first.

use std::collections::HashMap;

use super::draft::{Draft, operands, rename};
use super::range::{self, Fault, Range};
use crate::program::{Op, Reg, Slot};

/// A program's operations, and what is known of them.
#[derive(Debug, Default)]
pub(super) struct Emitted {
    /// Operation `i` defines register `i`.
    pub(super) ops: Vec<Op>,
    ranges: Vec<Range>,
    /// Registers of the shared block, by draft register.
    shared: HashMap<Reg, Reg>,
    /// Registers of the version at hand, by draft register.
    own: HashMap<Reg, Reg>,
}

impl Emitted {
    /// The program's register for the draft's, with whatever it needs before it.
    pub(super) fn emit(&mut self, draft: &Draft, reg: Reg, shared: bool) -> Result<Reg, Fault> {
        let mut open = vec![reg];
        while let Some(&next) = open.last() {
            if self.place(next).is_some() {
                open.pop();
                continue;
            }
            let Some(op) = draft.op(next) else {
                return Err(Fault::Full);
            };
            let missing: Vec<Reg> = operands(op)
                .filter(|operand| self.place(*operand).is_none())
                .collect();
            if !missing.is_empty() {
                // The first operand comes first.
                open.extend(missing.into_iter().rev());
                continue;
            }
            open.pop();
            let place = Reg::try_from(self.ops.len())
                .ok()
                .filter(|place| *place < Reg::MAX)
                .ok_or(Fault::Full)?;
            let op = rename(op, &|operand| self.place(operand).unwrap_or_default());
            let range = range::of_op(&op, &draft.facts, &|operand| self.range(operand))?;
            self.ops.push(op);
            self.ranges.push(range);
            if shared {
                &mut self.shared
            } else {
                &mut self.own
            }
            .insert(next, place);
        }
        self.place(reg).ok_or(Fault::Full)
    }

    fn place(&self, reg: Reg) -> Option<Reg> {
        self.shared
            .get(&reg)
            .or_else(|| self.own.get(&reg))
            .copied()
    }

    /// All values the program's register can have, or more.
    pub(super) fn range(&self, reg: Reg) -> Range {
        self.ranges
            .get(usize::from(reg))
            .copied()
            .unwrap_or(Range::Set(3))
    }

    /// Forgets the version at hand; its operations stay.
    pub(super) fn leave_version(&mut self) {
        self.own.clear();
    }

    /// Every fact that the program's register reads, ascending.
    pub(super) fn facts_of(&self, reg: Reg) -> Vec<Slot> {
        let mut seen = vec![false; self.ops.len()];
        let mut open = vec![reg];
        let mut facts = Vec::new();
        while let Some(next) = open.pop() {
            let (Some(op), Some(seen)) = (
                self.ops.get(usize::from(next)),
                seen.get_mut(usize::from(next)),
            ) else {
                continue;
            };
            if std::mem::replace(seen, true) {
                continue;
            }
            if let Op::Fact(slot) = op {
                facts.push(*slot);
            }
            open.extend(operands(op));
        }
        facts.sort_unstable();
        facts
    }
}
