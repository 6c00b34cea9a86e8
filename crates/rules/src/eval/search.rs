//! Exact results where sets of values alone say too little.
//!
//! A fact that is read at several places makes plain three-valued logic say unknown where
//! all worlds agree. So boxes of worlds are split, and single worlds witness what a box
//! can only promise: a result is exact as soon as witnesses reach all that the boxes allow.
//! Beyond its budget the search gives what the boxes allow, which is sound but may be wide.

use super::cuts::Cuts;
use super::known::Known;
use super::outcome::{Decides, Result, View};
use super::seen::Seen;
use super::types::{FactSet, Truth};
use super::value::at;
use super::worlds::Worlds;
use crate::program::Slot;

/// So many eligible worlds are kept to try changes of single facts on.
const WITNESSES: usize = 6;

/// What is to happen to a box.
pub(super) enum Then {
    /// Nothing more is to be learnt from it.
    Leave,
    /// Split one of these facts.
    Split(FactSet),
    /// The search has its answer.
    Stop,
}

/// What a search is after.
pub(super) trait Goal {
    /// Whether nothing is to be learnt from a box that looks like this.
    fn skips(&self, worlds: &Worlds<'_>, view: &View) -> bool;
    /// Of two boxes the one with the higher rank is gone into first.
    fn rank(&self, view: &View) -> (u8, i128);
    /// Looks at a box. When the budget is used up, no box is split any more.
    fn visit(
        &mut self,
        search: &mut Search,
        worlds: &mut Worlds<'_>,
        view: &View,
        out_of_budget: bool,
    ) -> Then;
}

/// The other part of a box that has been split.
struct Frame {
    slot: Slot,
    whole: Known,
    other: Option<(Known, View)>,
}

/// Searches boxes; keeps its scratch between calls.
#[derive(Default)]
pub(super) struct Search {
    pub(super) cuts: Cuts,
    frames: Vec<Frame>,
    /// The most operations that one search may run.
    effort: u32,
    /// Of them, how many are left.
    left: u32,
    /// How many all searches together may still run.
    granted: u32,
    /// Eligible worlds that stood out, each as long as there are facts.
    pub(super) witnesses: Vec<i64>,
    /// Conditions (then routes) that held in a world, and that failed in one.
    pub(super) held: [u64; 2],
    pub(super) failed: [u64; 2],
}

/// All results of a box's worlds.
struct Results<'g> {
    of: &'g Decides<'g>,
    /// What worlds have witnessed.
    seen: Seen,
    /// What boxes allow that could not be gone into.
    allowed: Seen,
}

impl Goal for Results<'_> {
    fn skips(&self, _: &Worlds<'_>, view: &View) -> bool {
        !self.seen.lacks(view)
    }

    fn rank(&self, view: &View) -> (u8, i128) {
        match view.status {
            Truth::No => (0, 0),
            Truth::Yes => (2, self.seen.exceeds(view)),
            // Once there is an eligible world, what it pays counts more than being sure.
            Truth::Unknown => (1 + u8::from(self.seen.eligible), self.seen.exceeds(view)),
        }
    }

    fn visit(
        &mut self,
        search: &mut Search,
        worlds: &mut Worlds<'_>,
        view: &View,
        out_of_budget: bool,
    ) -> Then {
        // A world of a box that may be eligible or not seldom is what is still looked for.
        let tell = view.status == Truth::Yes || !self.seen.eligible || out_of_budget;
        for high in [false, true]
            .into_iter()
            .filter(|_| tell || view.splits.is_empty())
        {
            let result = search.corner(worlds, self.of, high);
            let new = self.seen.witness(self.of, &result);
            let kept = search.witnesses.len() < WITNESSES * worlds.point_facts.len();
            if new && result.eligible && kept {
                search.witnesses.extend(&worlds.point_facts);
            }
            if !self.seen.lacks(view) {
                return Then::Leave;
            }
        }
        if out_of_budget || view.splits.is_empty() {
            self.allowed.allow(view);
            return Then::Leave;
        }
        Then::Split(view.splits)
    }
}

/// Whether there is an eligible world; `None` if a box could not be gone into.
struct Eligible<'g> {
    of: &'g Decides<'g>,
    found: Option<bool>,
}

impl Goal for Eligible<'_> {
    fn skips(&self, _: &Worlds<'_>, view: &View) -> bool {
        view.status == Truth::No
    }

    fn rank(&self, view: &View) -> (u8, i128) {
        (
            u8::from(view.status == Truth::Yes),
            -i128::from(view.splits.len()),
        )
    }

    fn visit(
        &mut self,
        search: &mut Search,
        worlds: &mut Worlds<'_>,
        view: &View,
        out_of_budget: bool,
    ) -> Then {
        let mut corner = |high| search.corner(worlds, self.of, high).eligible;
        if view.status == Truth::Yes || corner(false) || corner(true) {
            self.found = Some(true);
            return Then::Stop;
        }
        if out_of_budget || view.splits.is_empty() {
            self.found = None;
            return Then::Leave;
        }
        Then::Split(view.splits)
    }
}

impl Search {
    pub(super) fn new(effort: u32) -> Self {
        Self {
            effort,
            ..Self::default()
        }
    }

    pub(super) fn set_effort(&mut self, effort: u32) {
        self.effort = effort;
    }

    /// Grants so many times the effort of one search to all that follow.
    pub(super) fn grant(&mut self, searches: u32) {
        self.granted = self.effort.saturating_mul(searches);
    }

    /// Whether nothing is left of what was granted.
    pub(super) fn is_spent(&self) -> bool {
        self.granted == 0
    }

    /// Pays for so many operations.
    pub(super) fn spend(&mut self, operations: usize) {
        let operations = u32::try_from(operations).unwrap_or(u32::MAX);
        self.left = self.left.saturating_sub(operations);
        self.granted = self.granted.saturating_sub(operations);
    }

    /// Begins a search.
    pub(super) fn begin(&mut self) {
        self.left = self.effort.min(self.granted);
    }

    /// Whether the search has used up its budget.
    pub(super) fn is_out_of_budget(&self) -> bool {
        self.left == 0
    }

    /// All results of the box's worlds. `worlds.open` must hold what `of` reads, and the
    /// cuts must have been found.
    pub(super) fn results(&mut self, worlds: &mut Worlds<'_>, of: &Decides<'_>) -> Seen {
        self.begin();
        self.witnesses.clear();
        (self.held, self.failed) = ([0; 2], [0; 2]);
        let mut results = Results {
            of,
            seen: Seen::NOTHING,
            allowed: Seen::NOTHING,
        };
        self.boxes(worlds, of, &mut results);
        results.seen.and(results.allowed)
    }

    /// Whether the box has an eligible world; `None` if that takes too long to find out.
    pub(super) fn has_eligible(
        &mut self,
        worlds: &mut Worlds<'_>,
        of: &Decides<'_>,
    ) -> Option<bool> {
        self.begin();
        let mut eligible = Eligible {
            of,
            found: Some(false),
        };
        self.boxes(worlds, of, &mut eligible);
        eligible.found
    }

    /// The result of the world at the lower or the upper corner of the box.
    pub(super) fn corner(
        &mut self,
        worlds: &mut Worlds<'_>,
        of: &Decides<'_>,
        high: bool,
    ) -> Result {
        for &(_, slot) in &self.cuts.by_use {
            let (first, last) = worlds.corners(slot);
            worlds.set_point(slot, if high { last } else { first });
        }
        self.point(worlds, of)
    }

    /// The result of the world `point_facts`; notes which conditions hold in it.
    pub(super) fn point(&mut self, worlds: &mut Worlds<'_>, of: &Decides<'_>) -> Result {
        // One world costs less than a box.
        self.spend(worlds.open.len() / 4 + 1);
        worlds.renew_points();
        let truths = [of.conditions, of.routes].into_iter();
        for ((conditions, held), failed) in truths.zip(&mut self.held).zip(&mut self.failed) {
            // Once each has been seen both ways there is nothing to note.
            if (*held & *failed).count_ones() as usize == conditions.len() {
                continue;
            }
            for (condition, bit) in conditions.iter().zip(0u32..64) {
                let truth = at(&worlds.points, condition.reg);
                *held |= u64::from(truth != 0) << bit;
                *failed |= u64::from(truth == 0) << bit;
            }
        }
        Result::read(of, &worlds.points)
    }

    /// Visits the box and the parts that it is split into, depth first.
    pub(super) fn boxes(
        &mut self,
        worlds: &mut Worlds<'_>,
        of: &Decides<'_>,
        goal: &mut impl Goal,
    ) {
        let mut frames = core::mem::take(&mut self.frames);
        frames.clear();
        let mut view = self.view(worlds, of);
        let mut skipped = goal.skips(worlds, &view);
        loop {
            let mut then = match skipped {
                true => Then::Leave,
                false => goal.visit(self, worlds, &view, self.left == 0),
            };
            if let Then::Split(among) = then {
                let slot = self.cuts.choose(worlds, among);
                let parts = slot.and_then(|slot| Some((slot, self.cuts.split(worlds, slot)?)));
                if let Some((slot, (first, other))) = parts.filter(|_| self.left > 0) {
                    let whole = worlds.fact(slot);
                    worlds.set_fact(slot, first);
                    let first_view = self.view(worlds, of);
                    let skips_first = goal.skips(worlds, &first_view);
                    worlds.set_fact(slot, other);
                    view = self.view(worlds, of);
                    skipped = goal.skips(worlds, &view);
                    // The worlds are those of the other part now: stay if it is the better.
                    let stay = !skipped && goal.rank(&view) > goal.rank(&first_view);
                    let pending = match (skips_first, skipped) {
                        (true, _) => None,
                        (false, true) => Some((first, first_view)),
                        (false, false) if stay => Some((first, first_view)),
                        (false, false) => {
                            worlds.set_fact(slot, first);
                            Some((other, core::mem::replace(&mut view, first_view)))
                        }
                    };
                    if pending.is_some() && !skipped && !stay {
                        worlds.renew();
                    }
                    frames.push(Frame {
                        slot,
                        whole,
                        other: pending,
                    });
                    continue;
                }
                then = goal.visit(self, worlds, &view, true);
            }
            let stop = matches!(then, Then::Stop);
            loop {
                let Some(frame) = frames.last_mut() else {
                    self.frames = frames;
                    return;
                };
                let other = frame.other.take().filter(|_| !stop);
                if let Some((other, other_view)) = other {
                    worlds.set_fact(frame.slot, other);
                    // More may be known by now.
                    skipped = goal.skips(worlds, &other_view);
                    if !skipped {
                        worlds.renew();
                        view = other_view;
                        break;
                    }
                }
                worlds.set_fact(frame.slot, frame.whole);
                frames.pop();
            }
        }
    }

    /// Computes the box, and looks at it.
    fn view(&mut self, worlds: &mut Worlds<'_>, of: &Decides<'_>) -> View {
        self.spend(worlds.open.len() + 1);
        worlds.renew();
        View::read(of, &worlds.known)
    }
}
