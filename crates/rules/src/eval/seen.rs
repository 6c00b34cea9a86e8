//! What worlds have been seen, or must be allowed for.

use super::outcome::{Decides, Result, View};
use super::types::Truth;

/// The smallest and the largest value of a figure.
type Figure = Option<(i64, i64)>;

/// All results of some worlds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) eligible: bool,
    pub(super) ineligible: bool,
    /// Hulls, where eligible.
    pub(super) figures: [Figure; 2],
    /// Levels that some world opens, and that some world closes.
    pub(super) open: u32,
    pub(super) closed: u32,
}

impl Seen {
    pub(super) const NOTHING: Self = Self {
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

    /// Whether there is only one result that a question could be asked for.
    pub(super) fn is_single(&self) -> bool {
        let [amount, _] = self.figures;
        let single = amount.is_none_or(|(low, high)| low == high);
        !(self.eligible && self.ineligible) && single && self.open & self.closed == 0
    }

    /// Takes in one world. Whether it is like none before.
    pub(super) fn witness(&mut self, of: &Decides<'_>, result: &Result) -> bool {
        let before = *self;
        self.eligible |= result.eligible;
        self.ineligible |= !result.eligible;
        self.open |= result.levels;
        self.closed |= of.all_levels() & !result.levels;
        if result.eligible {
            let figures = self.figures.iter_mut().zip(of.figures).zip(result.figures);
            for ((seen, _), value) in figures.filter(|((_, figure), _)| figure.is_some()) {
                *seen = hull(*seen, Some((value, value)));
            }
        }
        *self != before
    }

    /// Takes in all that a box allows.
    pub(super) fn allow(&mut self, view: &View) {
        *self = self.and(Self {
            eligible: view.status != Truth::No,
            ineligible: view.status != Truth::Yes,
            figures: view.figures,
            open: view.open,
            closed: view.closed,
        });
    }

    /// The results of both.
    pub(super) fn and(self, other: Self) -> Self {
        let ([a, b], [c, d]) = (self.figures, other.figures);
        Self {
            eligible: self.eligible || other.eligible,
            ineligible: self.ineligible || other.ineligible,
            figures: [hull(a, c), hull(b, d)],
            open: self.open | other.open,
            closed: self.closed | other.closed,
        }
    }

    /// Whether a box allows more than has been seen.
    pub(super) fn lacks(&self, view: &View) -> bool {
        let beyond = |(seen, more): (Figure, Figure)| match (seen, more) {
            (Some((a, b)), Some((c, d))) => c < a || b < d,
            (None, more) => more.is_some(),
            (_, None) => false,
        };
        (!self.eligible && view.status != Truth::No)
            || (!self.ineligible && view.status != Truth::Yes)
            || (view.open & !self.open | view.closed & !self.closed) != 0
            || self.figures.into_iter().zip(view.figures).any(beyond)
    }

    /// By how much a box's figures go beyond those that have been seen.
    pub(super) fn exceeds(&self, view: &View) -> i128 {
        let beyond = |(seen, more): (Figure, Figure)| match (seen, more) {
            (Some((a, b)), Some((c, d))) => {
                i128::from(a.saturating_sub(c).max(0)) + i128::from(d.saturating_sub(b).max(0))
            }
            _ => 0,
        };
        self.figures.into_iter().zip(view.figures).map(beyond).sum()
    }
}

fn hull(a: Figure, b: Figure) -> Figure {
    match (a, b) {
        (Some((a, b)), Some((c, d))) => Some((a.min(c), b.max(d))),
        (a, b) => a.or(b),
    }
}
