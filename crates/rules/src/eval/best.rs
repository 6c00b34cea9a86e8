//! The exact best choice of grants under exclusions and caps.
//!
//! Grants that no exclusion or cap joins are independent: each component of the graph
//! that they span is solved by itself. A component that is one exclusion takes its best
//! member; any other is searched by branch and bound, for what a set comes to never
//! falls when a grant is added.

use super::components::{Component, Fen, components, plus};
use crate::order::sort_few;
use crate::program::Program;

/// Finds best choices; keeps its scratch between calls.
pub(super) struct Chooser {
    components: Vec<Component>,
    /// Of the component at hand, by member.
    amounts: Vec<Fen>,
    /// Of the component at hand: members from the largest amount to the smallest.
    by_max: Vec<u32>,
    totals: Vec<Fen>,
    found: Found,
    /// How many branches the search of a component may take.
    branches: u32,
}

#[derive(Clone, Copy, Default)]
struct Found {
    set: u32,
    worth: Fen,
    count: u32,
    any: bool,
}

impl Chooser {
    pub(super) fn new(program: &Program) -> Self {
        Self {
            components: components(program),
            amounts: Vec::new(),
            by_max: Vec::new(),
            totals: Vec::new(),
            found: Found::default(),
            branches: u32::MAX,
        }
    }

    /// The best sums, smallest and largest, of all grants. `amounts` by programme:
    /// (0, 0) for what is not to be paid. Writes the choice to `chosen`, ascending.
    pub(super) fn choose(&mut self, amounts: &[Fen], chosen: &mut Vec<u16>) -> Fen {
        chosen.clear();
        self.branches = u32::MAX;
        let mut sum = (0, 0);
        for at in 0..self.components.len() {
            let (worth, largest) = self.component(at, amounts, Some(chosen));
            sum = plus(sum, (worth.0, largest));
        }
        sort_few(chosen, |a, b| a < b);
        sum
    }

    /// The largest sum alone. Where that takes more than so many branches for one component,
    /// the largest found so far.
    pub(super) fn largest(&mut self, amounts: &[Fen], branches: u32) -> i64 {
        self.branches = branches;
        (0..self.components.len()).fold(0i64, |sum, at| {
            sum.saturating_add(self.component(at, amounts, None).1)
        })
    }

    /// Of the caps over a grant, from the innermost, the first that a choice uses up.
    pub(super) fn used_up(&mut self, grant: u16, chosen: &[u16], amounts: &[Fen]) -> Option<u16> {
        let holds = |component: &&Component| component.members.binary_search(&grant).is_ok();
        let component = self.components.iter().find(holds)?;
        let amount = |member: &u16| amounts.get(usize::from(*member)).copied().unwrap_or((0, 0));
        self.amounts.clear();
        self.amounts.extend(component.members.iter().map(amount));
        component.worth(component.bits(chosen), &self.amounts, &mut self.totals);
        let member = component.members.binary_search(&grant).ok()?;
        let mut place = component.within.get(member).copied().flatten();
        while let Some(cap) = place.and_then(|place| component.caps.get(place)) {
            let (_, total) = place.and_then(|place| self.totals.get(place)).copied()?;
            if total >= cap.max_fen {
                return Some(cap.index);
            }
            place = cap.within;
        }
        None
    }

    /// The best choice's worth, and the largest sum that any choice has.
    fn component(
        &mut self,
        at: usize,
        amounts: &[Fen],
        chosen: Option<&mut Vec<u16>>,
    ) -> (Fen, i64) {
        let Some(component) = self.components.get(at) else {
            return ((0, 0), 0);
        };
        let amount = |member: u16| amounts.get(usize::from(member)).copied().unwrap_or((0, 0));
        if component.is_one_exclusion {
            let mut best = None;
            let mut largest = 0;
            for &member in &component.members {
                let worth = amount(member);
                largest = largest.max(worth.1);
                if worth.1 > 0 && best.is_none_or(|(_, most)| worth > most) {
                    best = Some((member, worth));
                }
            }
            let Some((member, worth)) = best else {
                return ((0, 0), 0);
            };
            if let Some(chosen) = chosen {
                chosen.push(member);
            }
            return (worth, largest);
        }
        self.amounts.clear();
        self.amounts
            .extend(component.members.iter().map(|&member| amount(member)));
        let mut largest = None;
        if chosen.is_none() || self.amounts.iter().any(|amount| amount.0 > 0) {
            // Largest sums alone: as if they were the smallest too.
            self.amounts
                .iter_mut()
                .for_each(|amount| amount.0 = amount.1);
            self.search(at);
            largest = Some(self.found.worth.1);
        }
        let Some(chosen) = chosen else {
            return ((0, 0), largest.unwrap_or(0));
        };
        let Some(component) = self.components.get(at) else {
            return ((0, 0), 0);
        };
        self.amounts.clear();
        self.amounts
            .extend(component.members.iter().map(|&member| amount(member)));
        self.search(at);
        let Some(component) = self.components.get(at) else {
            return ((0, 0), 0);
        };
        let members = component.members.iter().zip(0u32..);
        chosen.extend(
            members
                .filter(|(_, i)| self.found.set >> i & 1 == 1)
                .map(|(&member, _)| member),
        );
        (self.found.worth, largest.unwrap_or(self.found.worth.1))
    }

    /// Branch and bound over `self.amounts`: members in order, taking before leaving, so
    /// that of equal choices the first by index is found first.
    fn search(&mut self, at: usize) {
        let Some(component) = self.components.get(at) else {
            return;
        };
        let payable = self
            .amounts
            .iter()
            .zip(0u32..)
            .filter(|(amount, _)| amount.1 > 0);
        let open = payable.fold(0u32, |bits, (_, i)| bits | 1 << i);
        self.by_max.clear();
        self.by_max.extend(0..self.amounts.len() as u32);
        let amounts = &self.amounts;
        let least = |i: u32| amounts.get(i as usize).map(|amount| -amount.1);
        sort_few(&mut self.by_max, |a, b| least(*a) < least(*b));
        self.found = Found::default();
        let mut branch = Branch {
            component,
            amounts,
            by_max: &self.by_max,
            totals: &mut self.totals,
            found: &mut self.found,
            branches: self.branches,
        };
        branch.go(0, open);
    }
}

struct Branch<'s> {
    component: &'s Component,
    amounts: &'s [Fen],
    by_max: &'s [u32],
    totals: &'s mut Vec<Fen>,
    found: &'s mut Found,
    branches: u32,
}

impl Branch<'_> {
    /// `taken` so far; `open` may still be taken. At most as deep as there are members.
    fn go(&mut self, taken: u32, open: u32) {
        if self.found.any && self.branches == 0 {
            return;
        }
        self.branches = self.branches.saturating_sub(1);
        let bound = self
            .component
            .worth(taken | open, self.amounts, self.totals);
        if self.found.any && bound < self.found.worth {
            return;
        }
        let worth = self.component.worth(taken, self.amounts, self.totals);
        let count = taken.count_ones();
        if self.found.any
            && bound == self.found.worth
            && count + self.needed(worth, open) >= self.found.count
        {
            return;
        }
        if open == 0 || worth == bound {
            // Taking more changes nothing.
            let better =
                worth > self.found.worth || (worth == self.found.worth && count < self.found.count);
            if !self.found.any || better {
                *self.found = Found {
                    set: taken,
                    worth,
                    count,
                    any: true,
                };
            }
            return;
        }
        let next = open.trailing_zeros();
        let bit = 1 << next;
        let forbids = self
            .component
            .forbids
            .get(next as usize)
            .copied()
            .unwrap_or(0);
        self.go(taken | bit, open & !bit & !forbids);
        self.go(taken, open & !bit);
    }

    /// At least so many more are needed to come from `worth` to the best found.
    fn needed(&self, worth: Fen, open: u32) -> u32 {
        let mut gap = self.found.worth.1 - worth.1;
        let mut needed = u32::from(self.found.worth.0 > worth.0);
        let mut count = 0;
        for &i in self.by_max.iter().filter(|&&i| open >> i & 1 == 1) {
            if gap <= 0 {
                break;
            }
            gap -= self.amounts.get(i as usize).map_or(0, |amount| amount.1);
            count += 1;
        }
        needed = needed.max(count);
        needed
    }
}
