//! The exact best choice of grants under exclusions and caps.
//!
//! Grants that no exclusion or cap joins are independent: each component of the graph
//! that they span is solved by itself. A component that is one exclusion takes its best
//! member; any other is searched by branch and bound.
//!
//! Caps never cross ([`crate::validate`] refuses that), so what a set of grants comes to
//! is found by cutting from the innermost cap outward. It never falls when a grant is
//! added, which gives the search its bound.

use crate::program::{Kind, Program};

/// What a grant pays: the smallest and the largest sum, in fen.
pub(super) type Fen = (i64, i64);

/// Grants that exclusions and caps join, directly or through others.
pub(crate) struct Component {
    /// By index, ascending.
    pub(crate) members: Vec<u16>,
    /// One exclusion holds them all, and no cap any.
    pub(crate) is_one_exclusion: bool,
    /// By member: the members (as bits) that an exclusion forbids beside it.
    forbids: Vec<u32>,
    /// By member: its innermost cap, by place in `caps`.
    within: Vec<Option<usize>>,
    /// Innermost first.
    caps: Vec<Limit>,
}

struct Limit {
    /// The cap's index in the program.
    index: u16,
    max_fen: i64,
    /// The next cap around it, by place.
    within: Option<usize>,
}

/// The components of a program's grants, by their first member.
pub(crate) fn components(program: &Program) -> Vec<Component> {
    let grants: Vec<bool> = program
        .programmes
        .iter()
        .map(|p| p.kind == Kind::Grant)
        .collect();
    let is_grant = |p: &u16| grants.get(usize::from(*p)).copied().unwrap_or(false);
    let only_grants = |group: &[u16]| group.iter().copied().filter(is_grant).collect::<Vec<_>>();
    let exclusions: Vec<_> = program
        .exclusions
        .iter()
        .map(|group| only_grants(group))
        .collect();
    let mut caps: Vec<(Vec<u16>, i64, u16)> = program
        .caps
        .iter()
        .zip(0..)
        .map(|(cap, index)| (only_grants(&cap.programmes), cap.max_fen, index))
        .collect();
    // Innermost first; of equal ones the tighter, so that the order of the list is no matter.
    caps.sort_by_key(|(members, max_fen, _)| (members.len(), *max_fen));

    let mut leader: Vec<u16> = (0..).zip(&grants).map(|(p, _)| p).collect();
    for group in exclusions
        .iter()
        .chain(caps.iter().map(|(members, ..)| members))
    {
        let Some(&first) = group.first() else {
            continue;
        };
        for &member in group {
            let (a, b) = (find(&leader, first), find(&leader, member));
            if let Some(entry) = leader.get_mut(usize::from(a.max(b))) {
                *entry = a.min(b);
            }
        }
    }
    let mut components: Vec<Component> = Vec::new();
    let mut place = vec![None; grants.len()];
    for programme in (0..)
        .zip(&grants)
        .filter(|(_, grant)| **grant)
        .map(|(p, _)| p)
    {
        let first = usize::from(find(&leader, programme));
        let known = place.get(first).copied().flatten();
        let at = known.unwrap_or(components.len());
        if known.is_none() {
            components.push(Component {
                members: Vec::new(),
                is_one_exclusion: false,
                forbids: Vec::new(),
                within: Vec::new(),
                caps: Vec::new(),
            });
        }
        if let Some(entry) = place.get_mut(first) {
            *entry = Some(at);
        }
        if let Some(component) = components.get_mut(at) {
            component.members.push(programme);
        }
    }
    for component in &mut components {
        component.join(&exclusions, &caps);
    }
    components
}

fn find(leader: &[u16], mut programme: u16) -> u16 {
    while let Some(&next) = leader.get(usize::from(programme)) {
        if next == programme {
            break;
        }
        programme = next;
    }
    programme
}

impl Component {
    fn bits(&self, group: &[u16]) -> u32 {
        let members = self.members.iter().zip(0u32..32);
        members
            .filter(|(member, _)| group.contains(member))
            .fold(0, |bits, (_, i)| bits | 1 << i)
    }

    /// Takes over the exclusions and caps that concern its members.
    fn join(&mut self, exclusions: &[Vec<u16>], caps: &[(Vec<u16>, i64, u16)]) {
        let concerns = |group: &[u16], members: &[u16]| {
            group
                .first()
                .is_some_and(|first| members.binary_search(first).is_ok())
        };
        let caps: Vec<_> = caps
            .iter()
            .filter(|(group, ..)| concerns(group, &self.members))
            .collect();
        self.is_one_exclusion =
            caps.is_empty() && (self.members.len() == 1 || exclusions.contains(&self.members));
        if self.is_one_exclusion || self.members.len() > 32 {
            return;
        }
        self.forbids = vec![0; self.members.len()];
        for group in exclusions
            .iter()
            .filter(|group| concerns(group, &self.members))
        {
            let bits = self.bits(group);
            for (forbids, i) in self.forbids.iter_mut().zip(0..) {
                if bits >> i & 1 == 1 {
                    *forbids |= bits & !(1 << i);
                }
            }
        }
        let bits: Vec<u32> = caps.iter().map(|(group, ..)| self.bits(group)).collect();
        self.within = (0..self.members.len())
            .map(|i| bits.iter().position(|bits| bits >> i & 1 == 1))
            .collect();
        self.caps = caps
            .iter()
            .zip(&bits)
            .enumerate()
            .map(|(place, ((_, max_fen, index), inner))| Limit {
                index: *index,
                max_fen: *max_fen,
                within: bits
                    .iter()
                    .enumerate()
                    .skip(place + 1)
                    .find(|(_, b)| inner & *b != 0)
                    .map(|(p, _)| p),
            })
            .collect();
    }

    /// What a set of members comes to, caps applied.
    fn worth(&self, set: u32, amounts: &[Fen], totals: &mut Vec<Fen>) -> Fen {
        totals.clear();
        totals.resize(self.caps.len(), (0, 0));
        let mut free = (0, 0);
        for ((amount, within), i) in amounts.iter().zip(&self.within).zip(0u32..) {
            if set >> i & 1 == 1 {
                let total = within
                    .and_then(|cap| totals.get_mut(cap))
                    .unwrap_or(&mut free);
                *total = plus(*total, *amount);
            }
        }
        for (place, cap) in self.caps.iter().enumerate() {
            let (min, max) = totals.get(place).copied().unwrap_or((0, 0));
            let cut = (min.min(cap.max_fen), max.min(cap.max_fen));
            let total = cap
                .within
                .and_then(|outer| totals.get_mut(outer))
                .unwrap_or(&mut free);
            *total = plus(*total, cut);
        }
        free
    }
}

fn plus(a: Fen, b: Fen) -> Fen {
    (a.0.saturating_add(b.0), a.1.saturating_add(b.1))
}

/// Finds best choices; keeps its scratch between calls.
pub(super) struct Chooser {
    components: Vec<Component>,
    /// Of the component at hand, by member.
    amounts: Vec<Fen>,
    /// Of the component at hand: members from the largest amount to the smallest.
    by_max: Vec<u32>,
    totals: Vec<Fen>,
    found: Found,
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
        }
    }

    /// The best sums, smallest and largest, of all grants. `amounts` by programme:
    /// (0, 0) for what is not to be paid. Writes the choice to `chosen`, ascending.
    pub(super) fn choose(&mut self, amounts: &[Fen], chosen: &mut Vec<u16>) -> Fen {
        chosen.clear();
        let mut sum = (0, 0);
        for at in 0..self.components.len() {
            let (worth, largest) = self.component(at, amounts, Some(chosen));
            sum = plus(sum, (worth.0, largest));
        }
        chosen.sort_unstable();
        sum
    }

    /// The largest sum alone.
    pub(super) fn largest(&mut self, amounts: &[Fen]) -> i64 {
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
        self.by_max
            .sort_unstable_by_key(|&i| amounts.get(i as usize).map(|amount| -amount.1));
        self.found = Found::default();
        let mut branch = Branch {
            component,
            amounts,
            by_max: &self.by_max,
            totals: &mut self.totals,
            found: &mut self.found,
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
}

impl Branch<'_> {
    /// `taken` so far; `open` may still be taken. At most as deep as there are members.
    fn go(&mut self, taken: u32, open: u32) {
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
