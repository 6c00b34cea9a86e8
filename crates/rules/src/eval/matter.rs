//! Which missing facts matter: tell two worlds apart that are otherwise the same.

use super::outcome::{Decides, Result, View};
use super::search::{Goal, Search, Then};
use super::seen::Seen;
use super::types::FactSet;
use super::worlds::Worlds;
use crate::program::Slot;

/// So many of a number's cuts are tried in one world; splitting finds what they miss.
const MOST_CUTS: usize = 16;

/// Goes through boxes of the other facts, the fact itself open; once only it is open, through
/// its own values.
struct Matters<'g> {
    of: &'g Decides<'g>,
    slot: Slot,
    /// The fact's own values: all, and the first.
    whole: super::known::Known,
    first: i64,
    found: bool,
}

impl Matters<'_> {
    fn narrowed(&self, worlds: &Worlds<'_>) -> bool {
        worlds.fact(self.slot) != self.whole
    }
}

impl Goal for Matters<'_> {
    fn skips(&self, worlds: &Worlds<'_>, view: &View) -> bool {
        !view.decides.contains(self.slot) && !self.narrowed(worlds)
    }

    fn rank(&self, view: &View) -> (u8, i128) {
        // The fewer facts are open, the sooner the fact is alone.
        (
            u8::from(view.decides.contains(self.slot)),
            -i128::from(view.decides.len()),
        )
    }

    fn visit(
        &mut self,
        search: &mut Search,
        worlds: &mut Worlds<'_>,
        view: &View,
        out_of_budget: bool,
    ) -> Then {
        let itself = FactSet::of(self.slot);
        let others = view.decides.without(itself);
        let narrowed = self.narrowed(worlds);
        let result = search.corner(worlds, self.of, false);
        self.found = if narrowed {
            // Against the first of its values in the same world.
            worlds.set_point(self.slot, self.first);
            result.differs(&search.point(worlds, self.of))
        } else {
            search.flips(worlds, self.of, self.slot, &result)
        };
        // Beyond the budget a fact that may matter is said to.
        self.found |= out_of_budget;
        if self.found {
            Then::Stop
        } else if !view.decides.contains(self.slot) {
            Then::Leave
        } else if others.is_empty() || narrowed {
            Then::Split(itself)
        } else {
            Then::Split(others)
        }
    }
}

impl Search {
    /// Which of `candidates` matter in the box. Call it after [`Search::results`], whose
    /// witnesses it tries first.
    pub(super) fn matter(
        &mut self,
        worlds: &mut Worlds<'_>,
        of: &Decides<'_>,
        seen: &Seen,
        candidates: FactSet,
    ) -> FactSet {
        if seen.is_single() {
            return FactSet::EMPTY;
        }
        self.begin();
        let mut matter = FactSet::EMPTY;
        let facts = worlds.point_facts.len().max(1);
        let witnesses = core::mem::take(&mut self.witnesses);
        for witness in witnesses.chunks(facts) {
            for &(_, slot) in &self.cuts.by_use {
                let value = witness.get(usize::from(slot)).copied().unwrap_or(0);
                worlds.set_point(slot, value);
            }
            let result = self.point(worlds, of);
            for slot in candidates.without(matter).iter() {
                if self.flips(worlds, of, slot, &result) {
                    matter = matter.union(FactSet::of(slot));
                }
            }
            if matter == candidates || self.is_out_of_budget() {
                break;
            }
        }
        self.witnesses = witnesses;
        for slot in candidates.iter() {
            if matter.contains(slot) {
                continue;
            }
            let (whole, first) = (worlds.fact(slot), worlds.corners(slot).0);
            let mut matters = Matters {
                of,
                slot,
                whole,
                first,
                found: false,
            };
            self.boxes(worlds, of, &mut matters);
            if matters.found {
                // The world that shows it may show the same of others.
                matter = matter.union(FactSet::of(slot));
                let result = self.point(worlds, of);
                for other in candidates.without(matter).iter() {
                    if self.flips(worlds, of, other, &result) {
                        matter = matter.union(FactSet::of(other));
                    }
                }
            }
        }
        matter
    }

    /// Whether another value of a fact changes the result of the world `point_facts`.
    fn flips(
        &mut self,
        worlds: &mut Worlds<'_>,
        of: &Decides<'_>,
        slot: Slot,
        result: &Result,
    ) -> bool {
        let Some(&before) = worlds.point_facts.get(usize::from(slot)) else {
            return false;
        };
        let differs = |search: &mut Self, worlds: &mut Worlds<'_>, value: i64| {
            worlds.set_point(slot, value);
            !search.is_out_of_budget() && search.point(worlds, of).differs(result)
        };
        let (low, high) = worlds.corners(slot);
        let found = match worlds.has_options(slot) {
            true => {
                let mask = worlds.fact(slot).mask();
                let options = (low..=high).filter(|&i| mask >> i & 1 == 1 && i != before);
                { options }.any(|option| differs(self, worlds, option))
            }
            false => {
                (low != before && differs(self, worlds, low))
                    || (high != before && differs(self, worlds, high))
                    || (0..self.cuts.inside(slot, low, high).len().min(MOST_CUTS)).any(|place| {
                        let cut = self
                            .cuts
                            .inside(slot, low, high)
                            .get(place)
                            .map(|&(_, cut)| cut);
                        cut.is_some_and(|cut| {
                            differs(self, worlds, cut) || differs(self, worlds, cut - 1)
                        })
                    })
            }
        };
        worlds.set_point(slot, before);
        found
    }
}
