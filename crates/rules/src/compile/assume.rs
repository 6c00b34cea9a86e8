//! What an enclosing condition says of the registers that it reads.

use super::lower::Lowering;
use super::range::{Fault, Range};
use crate::program::{Op, Reg};

impl Lowering<'_> {
    /// Notes what a condition says of registers, where it holds (or fails).
    pub(super) fn assume(&mut self, condition: Reg, holds: bool) {
        if let Some(table) = self.draft.table(condition)
            && let Range::Number(low, _) = self.draft.range(table.base)
        {
            let values = (low..).zip(table.values.iter());
            let mut places = values
                .filter(|(_, v)| **v == i64::from(holds))
                .map(|(at, _)| at);
            if let Some(first) = places.next() {
                self.assumed
                    .push((table.base, first, places.last().unwrap_or(first)));
            }
            return;
        }
        let bound = |reg: Reg| self.draft.single(reg);
        match (self.draft.op(condition).cloned(), holds) {
            (Some(Op::And(a, b)), true) | (Some(Op::Or(a, b)), false) => {
                self.assume(a, holds);
                self.assume(b, holds);
            }
            (Some(Op::Not(a)), _) => self.assume(a, !holds),
            (Some(Op::LessEqual(a, b)), true) => {
                let (low, high) = (bound(a), bound(b));
                self.assumed.extend(high.map(|high| (a, i64::MIN, high)));
                self.assumed.extend(low.map(|low| (b, low, i64::MAX)));
            }
            (Some(Op::LessEqual(a, b)), false) => {
                let (high, low) = (bound(a), bound(b));
                self.assumed
                    .extend(low.map(|low| (a, low.saturating_add(1), i64::MAX)));
                self.assumed
                    .extend(high.map(|high| (b, i64::MIN, high.saturating_sub(1))));
            }
            (Some(Op::Equal(a, b)), _) => {
                let (reg, Some(value)) = (
                    if bound(a).is_some() { b } else { a },
                    bound(a).or(bound(b)),
                ) else {
                    return;
                };
                let (low, high) = self.draft.range(reg).bounds();
                match holds {
                    true => self.assumed.push((reg, value, value)),
                    false if value == low => self.assumed.push((reg, low.saturating_add(1), high)),
                    false if value == high => self.assumed.push((reg, low, high.saturating_sub(1))),
                    false => {}
                }
            }
            _ => {}
        }
    }

    /// The register kept within what the enclosing conditions say of it: the machine
    /// also computes branches that are not taken, and their proofs must hold there too.
    pub(super) fn kept(&mut self, reg: Reg) -> Result<Reg, Fault> {
        let (mut low, mut high) = self.draft.range(reg).bounds();
        let before = (low, high);
        for (_, from, to) in self.assumed.iter().filter(|(of, ..)| *of == reg) {
            low = low.max(*from);
            high = high.min(*to);
        }
        if (low, high) == before || low > high {
            return Ok(reg);
        }
        let (low, high) = (self.draft.number(low)?, self.draft.number(high)?);
        let reg = self.draft.max(reg, low)?;
        self.draft.min(reg, high)
    }
}
