//! What goes into an evaluation and what comes out of it.

use crate::date::Day;
use crate::program::{Slot, Unit};

/// What is known about a person: by slot, the answer or `None`.
///
/// An answer is the domain's `i64` (see [`crate::program::Domain`]).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// By slot; as long as the program's facts.
    pub values: Vec<Option<i64>>,
}

/// A set of facts, by slot (at most [`crate::program::MAX_FACTS`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct FactSet(pub [u64; 2]);

impl FactSet {
    /// No facts.
    pub const EMPTY: Self = Self([0; 2]);

    /// All facts that a program may have.
    pub const ALL: Self = Self([u64::MAX; 2]);

    /// The set of one fact; empty for a slot that no program may have.
    #[must_use]
    pub const fn of(slot: Slot) -> Self {
        match slot {
            0..64 => Self([1 << slot, 0]),
            64..128 => Self([0, 1 << (slot - 64)]),
            _ => Self::EMPTY,
        }
    }

    /// Whether the fact is in it.
    #[must_use]
    pub const fn contains(self, slot: Slot) -> bool {
        let Self([a, b]) = self;
        let Self([c, d]) = Self::of(slot);
        a & c | b & d != 0
    }

    /// Whether nothing is in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        let Self([a, b]) = self;
        a | b == 0
    }

    /// How many facts are in it.
    #[must_use]
    pub const fn len(self) -> u32 {
        let Self([a, b]) = self;
        a.count_ones() + b.count_ones()
    }

    /// Whether a fact is in both.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        let (Self([a, b]), Self([c, d])) = (self, other);
        a & c | b & d != 0
    }

    /// The facts of either.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        let (Self([a, b]), Self([c, d])) = (self, other);
        Self([a | c, b | d])
    }

    /// The facts of this one that are not in the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        let (Self([a, b]), Self([c, d])) = (self, other);
        Self([a & !c, b & !d])
    }

    /// The slots, ascending.
    pub fn iter(self) -> impl Iterator<Item = Slot> {
        let Self(mut words) = self;
        core::iter::from_fn(move || {
            let (word, base) = words
                .iter_mut()
                .zip([0, 64])
                .find(|(word, _)| **word != 0)?;
            let slot = base + word.trailing_zeros() as Slot;
            *word &= *word - 1;
            Some(slot)
        })
    }
}

impl FromIterator<Slot> for FactSet {
    fn from_iter<I: IntoIterator<Item = Slot>>(slots: I) -> Self {
        slots
            .into_iter()
            .fold(Self::EMPTY, |set, slot| set.union(Self::of(slot)))
    }
}

/// Three-valued truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// In all possible worlds.
    Yes,
    /// In none.
    No,
    /// In some.
    Unknown,
}

impl Truth {
    /// Three-valued and.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, Self::Yes) => Self::Yes,
            _ => Self::Unknown,
        }
    }

    /// Three-valued or.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::No, Self::No) => Self::No,
            _ => Self::Unknown,
        }
    }
}

/// Whether a person may claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Every condition holds in all possible worlds.
    Eligible,
    /// In no possible world do all conditions hold.
    Ineligible,
    /// It depends on what has not been answered.
    Undetermined,
    /// No version covers the date.
    #[default]
    NoRule,
}

impl Outcome {
    /// Makes it that of a date that no version covers, keeping its memory.
    pub(super) fn clear(&mut self) {
        let Self {
            mut conditions,
            mut routes,
            mut steps,
            ..
        } = core::mem::take(self);
        conditions.clear();
        routes.clear();
        steps.clear();
        *self = Self {
            conditions,
            routes,
            steps,
            ..Self::default()
        };
    }
}

/// All the values that a figure may have; mantissas of `scale` decimal places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// Smallest.
    pub min: i64,
    /// Largest.
    pub max: i64,
    /// Decimal places.
    pub scale: u8,
    /// What it counts.
    pub unit: Unit,
}

impl Range {
    /// What is paid where one is eligible so surely: the range, nothing, or either.
    #[must_use]
    pub fn paid(self, eligible: Truth) -> Self {
        let (min, max) = match eligible {
            Truth::Yes => (self.min, self.max),
            Truth::No => (0, 0),
            Truth::Unknown => (self.min.min(0), self.max.max(0)),
        };
        Self { min, max, ..self }
    }
}

/// The result for one programme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Index into the programme's versions; `None` with [`Status::NoRule`].
    pub version: Option<usize>,
    /// Whether one may claim.
    pub status: Status,
    /// What one gets: the amount where eligible and 0 where not, over all possible
    /// worlds. `None` where the version has no amount or there is no version.
    pub amount: Option<Range>,
    /// As `amount`, if the person turned out to be eligible (no zero for the worlds
    /// in which they are not). `None` as `amount`, and when ineligible.
    pub if_eligible: Option<Range>,
    /// What is due on the day of application; as `amount`.
    pub due_now: Option<Range>,
    /// By condition.
    pub conditions: Vec<Truth>,
    /// By route.
    pub routes: Vec<Truth>,
    /// By step: its range (a truth step is 0 or 1).
    pub steps: Vec<Range>,
    /// Unanswered facts that can still change the status or the amount or, with
    /// [`crate::program::Kind::Levels`], which levels are open.
    pub missing: FactSet,
    /// Last day to apply, once the event is known and not after the date of application.
    pub apply_by: Option<Day>,
}

/// All programmes' results for one person on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evaluation {
    /// The day of application.
    pub date: Day,
    /// By programme.
    pub outcomes: Vec<Outcome>,
    /// The best combination of grants.
    pub best: Best,
}

/// The exact best choice of grants under exclusions and caps.
///
/// `min` is the best sum of the smallest amounts over all allowed choices, `max` that
/// of the largest: the true best lies between them in every possible world.
/// `programmes` is the choice with the largest sum of minima, then of maxima, then
/// with the fewest programmes, then the first by ids.
///
/// A cap cuts what its programmes come to together: a choice of more is allowed, but
/// pays no more than the cap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Best {
    /// By index, ascending.
    pub programmes: Vec<u16>,
    /// Fen.
    pub min_fen: i64,
    /// Fen.
    pub max_fen: i64,
    /// Grants that could be paid but are not in the choice.
    pub left_out: Vec<LeftOut>,
}

/// A grant that the best combination leaves out, and what stands against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// By index.
    pub programme: u16,
    /// Why.
    pub because: Because,
    /// What leaving it out costs, if it were paid besides (its largest amount), in fen.
    pub costs_fen: i64,
}

/// What stands against a grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// A chosen programme excludes it.
    Excluded {
        /// The chosen programme, by index.
        by: u16,
    },
    /// A cap (by index) is used up.
    Capped {
        /// By index.
        cap: u16,
    },
}

/// A question worth asking, and what it decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextQuestion {
    /// The fact.
    pub slot: Slot,
    /// Programmes (by index) whose status or amount it can change.
    pub programmes: Vec<u16>,
    /// The largest difference that its answers make to the best combination's largest sum, in fen.
    pub spread_fen: i64,
}

/// A change that would make an ineligible programme eligible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// One change, or two.
    pub changes: Vec<ChangeTo>,
    /// The status after it: never [`Status::Ineligible`].
    pub status: Status,
    /// The amount after it.
    pub amount: Option<Range>,
}

/// One answer changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChangeTo {
    /// The fact.
    pub slot: Slot,
    /// The answer now.
    pub from: i64,
    /// The nearest answer that helps.
    pub to: i64,
}
