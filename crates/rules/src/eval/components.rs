//! Grants that exclusions and caps join to one choice.
//!
//! Caps never cross ([`crate::validate`] refuses that), so what a set of grants comes to
//! is found by cutting from the innermost cap outward.

use crate::order::sort_few;
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
    pub(super) forbids: Vec<u32>,
    /// By member: its innermost cap, by place in `caps`.
    pub(super) within: Vec<Option<usize>>,
    /// Innermost first.
    pub(super) caps: Vec<Limit>,
}

/// A cap.
pub(super) struct Limit {
    /// The cap's index in the program.
    pub(super) index: u16,
    pub(super) max_fen: i64,
    /// The next cap around it, by place.
    pub(super) within: Option<usize>,
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
    sort_few(&mut caps, |(a, a_fen, _), (b, b_fen, _)| {
        (a.len(), a_fen) < (b.len(), b_fen)
    });

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
    pub(super) fn bits(&self, group: &[u16]) -> u32 {
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
    pub(super) fn worth(&self, set: u32, amounts: &[Fen], totals: &mut Vec<Fen>) -> Fen {
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

pub(super) fn plus(a: Fen, b: Fen) -> Fen {
    (a.0.saturating_add(b.0), a.1.saturating_add(b.1))
}
