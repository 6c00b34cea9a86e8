//! Exact results where sets of values alone say too little.
//!
//! A fact that is read at several places makes plain three-valued logic say unknown where
//! all worlds agree. So boxes of worlds are split, and single worlds witness what a box
//! can only promise: a result is exact as soon as witnesses reach all that the boxes allow.
//! Beyond its budget the search gives what the boxes allow, which is sound but may be wide.

use super::cuts::Cuts;
use super::known::Known;
use super::outcome::{Decides, Result, View};
use super::types::{FactSet, Truth};
use super::value::{Value, at};
use super::worlds::Worlds;
use crate::program::Slot;

/// So many eligible worlds are kept to try changes of single facts on.
const WITNESSES: usize = 6;

/// What is to happen to a box.
enum Then {
    /// Nothing more is to be learnt from it.
    Leave,
    /// Split one of these facts.
    Split(FactSet),
    /// The search has its answer.
    Stop,
}

struct Frame {
    slot: Slot,
    whole: Known,
    other: Option<Known>,
}

/// What worlds have been seen, or must be allowed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) eligible: bool,
    pub(super) ineligible: bool,
    /// Hulls, where eligible.
    pub(super) figures: [Option<(i64, i64)>; 2],
    pub(super) open: u32,
    pub(super) closed: u32,
}

impl Seen {
    const NOTHING: Self = Self {
        eligible: false,
        ineligible: false,
        figures: [None; 2],
        open: 0,
        closed: 0,
    };

    pub(super) fn status(&self) -> Truth {
        match (self.eligible, self.ineligible) {
            (true, false) => Truth::Yes,
            (false, _) => Truth::No,
            (true, true) => Truth::Unknown,
        }
    }

    /// Whether only one result has been seen.
    fn is_single(&self) -> bool {
        let single = |figure: Option<(i64, i64)>| figure.is_none_or(|(low, high)| low == high);
        let [amount, _] = self.figures;
        !(self.eligible && self.ineligible) && single(amount) && self.open & self.closed == 0
    }

    fn cover(&mut self, figures: [Option<(i64, i64)>; 2]) {
        for (seen, more) in self.figures.iter_mut().zip(figures) {
            *seen = match (*seen, more) {
                (Some((a, b)), Some((c, d))) => Some((a.min(c), b.max(d))),
                (seen, more) => seen.or(more),
            };
        }
    }

    /// Takes in one world.
    fn witness(&mut self, of: &Decides<'_>, result: &Result) {
        match result.eligible {
            true => {
                self.eligible = true;
                let figure = |place: usize| {
                    let value = result.figures.get(place).copied().unwrap_or(0);
                    of.figures
                        .get(place)
                        .copied()
                        .flatten()
                        .map(|_| (value, value))
                };
                self.cover([figure(0), figure(1)]);
            }
            false => self.ineligible = true,
        }
        self.open |= result.levels;
        self.closed |= of.all_levels() & !result.levels;
    }

    /// Takes in all that a box allows.
    fn allow(&mut self, view: &View) {
        self.eligible |= view.status != Truth::No;
        self.ineligible |= view.status != Truth::Yes;
        self.cover(view.figures);
        self.open |= view.open;
        self.closed |= view.closed;
    }

    /// Whether a box allows more than has been seen.
    fn lacks(&self, view: &View) -> bool {
        let mut more = *self;
        more.allow(view);
        more != *self
    }
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
    /// What all searches for an eligible world may still run.
    granted: u32,
    /// Eligible worlds that stood out, each as long as there are facts.
    witnesses: Vec<i64>,
    /// Conditions (then routes) that held in a world, and that failed in one.
    pub(super) held: [u64; 2],
    pub(super) failed: [u64; 2],
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

    /// All results of the box's worlds. `worlds.open` must hold what `of` reads, and the
    /// cuts must have been found.
    pub(super) fn results(&mut self, worlds: &mut Worlds<'_>, of: &Decides<'_>) -> Seen {
        let mut seen = Seen::NOTHING;
        let mut allowed = Seen::NOTHING;
        self.left = self.effort;
        self.witnesses.clear();
        (self.held, self.failed) = ([0; 2], [0; 2]);
        self.boxes(worlds, |search, worlds, out_of_budget| {
            let view = View::read(of, &worlds.known);
            if !seen.lacks(&view) {
                return Then::Leave;
            }
            for high in [false, true] {
                let result = search.corner(worlds, of, high);
                let before = seen;
                seen.witness(of, &result);
                let kept = search.witnesses.len() < WITNESSES * worlds.point_facts.len();
                if seen != before && result.eligible && kept {
                    search.witnesses.extend(&worlds.point_facts);
                }
                if !seen.lacks(&view) {
                    return Then::Leave;
                }
            }
            if out_of_budget || view.splits.is_empty() {
                allowed.allow(&view);
                return Then::Leave;
            }
            Then::Split(view.splits)
        });
        seen.eligible |= allowed.eligible;
        seen.ineligible |= allowed.ineligible;
        seen.cover(allowed.figures);
        seen.open |= allowed.open;
        seen.closed |= allowed.closed;
        seen
    }

    /// Grants so many times the usual effort to [`Search::has_eligible`], for all its calls.
    pub(super) fn grant(&mut self, searches: u32) {
        self.granted = self.effort.saturating_mul(searches);
    }

    /// Whether the box has an eligible world; `None` if that takes too long to find out.
    pub(super) fn has_eligible(
        &mut self,
        worlds: &mut Worlds<'_>,
        of: &Decides<'_>,
    ) -> Option<bool> {
        let mut found = Some(false);
        self.left = self.granted.min(self.effort);
        let before = self.left;
        self.boxes(worlds, |search, worlds, out_of_budget| {
            let view = View::read(of, &worlds.known);
            let eligible = match view.status {
                Truth::No => return Then::Leave,
                Truth::Yes => true,
                Truth::Unknown => {
                    search.corner(worlds, of, false).eligible
                        || search.corner(worlds, of, true).eligible
                }
            };
            if eligible {
                found = Some(true);
                return Then::Stop;
            }
            if out_of_budget || view.splits.is_empty() {
                found = None;
                return Then::Leave;
            }
            Then::Split(view.splits)
        });
        self.granted -= before - self.left;
        found
    }

    /// Which of `candidates` tell two worlds of the box apart that are otherwise the same.
    /// Call it after [`Search::results`], whose witnesses it tries first.
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
        let mut matter = FactSet::EMPTY;
        let facts = worlds.point_facts.len().max(1);
        let witnesses = core::mem::take(&mut self.witnesses);
        for witness in witnesses.chunks(facts) {
            worlds.point_facts.copy_from_slice(witness);
            let result = self.point(worlds, of);
            for slot in candidates.without(matter).iter() {
                if self.flips(worlds, of, slot, &result) {
                    matter = matter.union(FactSet::of(slot));
                }
            }
            if matter == candidates {
                break;
            }
        }
        self.witnesses = witnesses;
        self.left = self.effort;
        for slot in candidates.without(matter).iter() {
            if self.matters(worlds, of, slot) {
                matter = matter.union(FactSet::of(slot));
            }
        }
        matter
    }

    /// Whether a fact tells worlds apart: goes through boxes of the other facts, the
    /// fact itself open; once only it is open, through its own values.
    fn matters(&mut self, worlds: &mut Worlds<'_>, of: &Decides<'_>, slot: Slot) -> bool {
        let itself = FactSet::of(slot);
        let whole = worlds.fact(slot);
        let first = worlds.corners(slot).0;
        let mut found = false;
        self.boxes(worlds, |search, worlds, out_of_budget| {
            let view = View::read(of, &worlds.known);
            let narrowed = worlds.fact(slot) != whole;
            if !narrowed && !view.decides.contains(slot) {
                return Then::Leave;
            }
            let result = search.corner(worlds, of, false);
            found = match narrowed {
                // Against the first of its values in the same world.
                true => {
                    if let Some(fact) = worlds.point_facts.get_mut(usize::from(slot)) {
                        *fact = first;
                    }
                    result.differs(&search.point(worlds, of))
                }
                false => search.flips(worlds, of, slot, &result),
            };
            // Beyond the budget a fact that may matter is said to.
            found |= out_of_budget;
            if found {
                return Then::Stop;
            }
            if !view.decides.contains(slot) {
                return Then::Leave;
            }
            let others = view.decides.without(itself);
            Then::Split(if others.is_empty() || narrowed {
                itself
            } else {
                others
            })
        });
        found
    }

    /// Whether another value of a fact changes the result of the world `point_facts`.
    fn flips(
        &mut self,
        worlds: &mut Worlds<'_>,
        of: &Decides<'_>,
        slot: Slot,
        result: &Result,
    ) -> bool {
        let place = usize::from(slot);
        let Some(&before) = worlds.point_facts.get(place) else {
            return false;
        };
        let differs = |search: &mut Self, worlds: &mut Worlds<'_>, value: i64| {
            if let Some(fact) = worlds.point_facts.get_mut(place) {
                *fact = value;
            }
            search.point(worlds, of).differs(result)
        };
        let found = match worlds.has_options(slot) {
            true => {
                let mask = worlds.fact(slot).mask();
                let options = (0..64).filter(|&i| mask >> i & 1 == 1 && i != before);
                { options }.any(|option| differs(self, worlds, option))
            }
            false => {
                let (low, high) = worlds.fact(slot).bounds();
                differs(self, worlds, low)
                    || differs(self, worlds, high)
                    || (0..self.cuts.inside(slot, low, high).len()).any(|place| {
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
        if let Some(fact) = worlds.point_facts.get_mut(place) {
            *fact = before;
        }
        found
    }

    /// The result of the world at the lower or the upper corner of the box.
    fn corner(&mut self, worlds: &mut Worlds<'_>, of: &Decides<'_>, high: bool) -> Result {
        for &(_, slot) in &self.cuts.by_use {
            let (first, last) = worlds.corners(slot);
            if let Some(fact) = worlds.point_facts.get_mut(usize::from(slot)) {
                *fact = if high { last } else { first };
            }
        }
        self.point(worlds, of)
    }

    /// The result of the world `point_facts`; notes which conditions hold in it.
    fn point(&mut self, worlds: &mut Worlds<'_>, of: &Decides<'_>) -> Result {
        worlds.renew_points();
        let truths = [of.conditions, of.routes].into_iter();
        for ((conditions, held), failed) in truths.zip(&mut self.held).zip(&mut self.failed) {
            for (condition, bit) in conditions.iter().zip(0u32..64) {
                let truth = at(&worlds.points, condition.reg);
                *held |= u64::from(truth != 0) << bit;
                *failed |= u64::from(truth == 0) << bit;
            }
        }
        Result::read(of, &worlds.points)
    }

    /// Visits the box and the parts that it is split into, depth first. `visit` is told when
    /// the budget is used up: then no box is split any more.
    fn boxes(
        &mut self,
        worlds: &mut Worlds<'_>,
        mut visit: impl FnMut(&mut Self, &mut Worlds<'_>, bool) -> Then,
    ) {
        let mut frames = core::mem::take(&mut self.frames);
        frames.clear();
        loop {
            let cost = worlds.open.len() as u32 + 1;
            let out_of_budget = self.left < cost;
            self.left = self.left.saturating_sub(cost);
            worlds.renew();
            let mut then = visit(self, worlds, out_of_budget);
            if let Then::Split(among) = then {
                let slot = self.cuts.choose(worlds, among);
                let parts = slot.and_then(|slot| Some((slot, self.cuts.split(worlds, slot)?)));
                if let Some((slot, (first, other))) = parts.filter(|_| !out_of_budget) {
                    frames.push(Frame {
                        slot,
                        whole: worlds.fact(slot),
                        other: Some(other),
                    });
                    worlds.set_fact(slot, first);
                    continue;
                }
                then = visit(self, worlds, true);
            }
            let stop = matches!(then, Then::Stop);
            loop {
                let Some(frame) = frames.last_mut() else {
                    self.frames = frames;
                    return;
                };
                match frame.other.take().filter(|_| !stop) {
                    Some(other) => {
                        worlds.set_fact(frame.slot, other);
                        break;
                    }
                    None => {
                        worlds.set_fact(frame.slot, frame.whole);
                        frames.pop();
                    }
                }
            }
        }
    }
}
