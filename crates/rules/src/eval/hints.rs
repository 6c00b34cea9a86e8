//! What would make a person eligible: the smallest change of one answer, else of two.
//!
//! Each fact is changed by itself. Years that pass make several facts grow together in
//! reality; a hint names each that has to change.

use super::evaluator::{Evaluator, fill, version_at};
use super::known::{Known, all_options};
use super::outcome::{Decides, View};
use super::types::{Answers, ChangeTo, FactSet, Hint, Outcome, Status, Truth};
use super::value::Value;
use crate::date::Day;
use crate::order::sort_few;
use crate::program::{Change, Domain, Slot, Version};

/// The most hints for one programme or route.
const MOST: usize = 6;
/// So many times the effort of one search for all of a programme's hints.
const SEARCHES: u32 = 50;

/// A fact that can be changed, and to what.
#[derive(Clone, Copy)]
struct Changeable {
    slot: Slot,
    from: i64,
    /// What it is now.
    now: Known,
    /// What it can come to.
    reach: Known,
    /// Whether the nearest values are the largest of `reach`.
    down: bool,
}

impl Evaluator<'_> {
    /// The smallest changes of answers after which a person is no longer ineligible for a
    /// programme: single ones, and if there are none, pairs. At most six; those first
    /// after which the person is eligible for sure, then in the order of the questions.
    ///
    /// Only answers change that a person can change ([`Change`]), only in that
    /// direction, and no further than needed: of a pair, first the earlier question's
    /// answer as little as possible. None unless the programme is ineligible.
    pub fn hints(&mut self, date: Day, answers: &Answers, programme: usize) -> Vec<Hint> {
        let date = self.load(date, answers).0;
        let program = self.program();
        let found = program
            .programmes
            .get(programme)
            .and_then(|programme| Some((programme, version_at(programme, date)?.1)));
        let Some((programme, version)) = found else {
            return Vec::new();
        };
        let of = Decides {
            levels: false,
            ..Decides::of(programme.kind, version)
        };
        self.advise(version, &of, answers)
    }

    /// By closed route of a programme, what would open it, the conditions included:
    /// as [`Evaluator::hints`]. The status of a hint is the route's.
    ///
    /// For [`crate::program::Kind::Levels`], whose routes each open a level.
    pub fn route_hints(
        &mut self,
        date: Day,
        answers: &Answers,
        programme: usize,
    ) -> Vec<(usize, Vec<Hint>)> {
        let date = self.load(date, answers).0;
        let program = self.program();
        let found = program
            .programmes
            .get(programme)
            .and_then(|programme| Some((programme, version_at(programme, date)?.1)));
        let Some((programme, version)) = found else {
            return Vec::new();
        };
        let of = Decides {
            levels: false,
            ..Decides::of(programme.kind, version)
        };
        let mut hints = Vec::new();
        for (index, route) in version.routes.iter().enumerate() {
            let of = Decides {
                routes: core::slice::from_ref(route),
                ..of
            };
            self.search.grant(SEARCHES);
            if self.possible(version, &of) == Some(false) {
                hints.push((index, self.advise(version, &of, answers)));
            }
        }
        hints
    }

    /// Hints for what `of` decides; the answers have been loaded.
    fn advise(&mut self, version: &Version, of: &Decides<'_>, answers: &Answers) -> Vec<Hint> {
        self.search.grant(SEARCHES);
        if self.possible(version, of) != Some(false) {
            return Vec::new();
        }
        let changeable = self.changeable(of, answers);
        let mut hints = Vec::new();
        for change in &changeable {
            self.worlds.set_fact(change.slot, change.reach);
            if self.possible(version, of) == Some(true)
                && let Some(to) = self.nearest(version, of, *change, true)
            {
                self.set(change.slot, to);
                hints.push(self.hint(version, of, &[(*change, to)]));
            }
            self.worlds.set_fact(change.slot, change.now);
        }
        if hints.is_empty() {
            hints = self.pairs(version, of, &changeable);
        }
        // Those that are sure come first; the others keep their order behind them.
        let sure = |hint: &Hint| hint.status == Status::Eligible;
        sort_few(&mut hints, |a, b| sure(a) && !sure(b));
        hints.truncate(MOST);
        hints
    }

    /// Pairs of changes that help, none of which helps alone.
    fn pairs(&mut self, version: &Version, of: &Decides<'_>, among: &[Changeable]) -> Vec<Hint> {
        let mut hints = Vec::new();
        for (place, first) in among.iter().enumerate() {
            for second in among.iter().skip(place + 1) {
                self.worlds.set_fact(first.slot, first.reach);
                self.worlds.set_fact(second.slot, second.reach);
                if self.possible(version, of) == Some(true)
                    && let Some(to) = self.nearest(version, of, *first, false)
                {
                    self.set(first.slot, to);
                    if self.possible(version, of) == Some(true)
                        && let Some(other) = self.nearest(version, of, *second, true)
                    {
                        self.set(second.slot, other);
                        hints.push(self.hint(version, of, &[(*first, to), (*second, other)]));
                    }
                }
                self.worlds.set_fact(first.slot, first.now);
                self.worlds.set_fact(second.slot, second.now);
            }
        }
        hints
    }

    /// The answered facts that matter here and can change, in the order of the questions.
    fn changeable(&mut self, of: &Decides<'_>, answers: &Answers) -> Vec<Changeable> {
        let read = self
            .worlds
            .reads(of.conditions.iter().chain(of.routes).map(|truth| truth.reg));
        let mut changeable = Vec::new();
        for (slot, fact) in (0..).zip(&self.program().facts) {
            let answer = answers.values.get(usize::from(slot)).copied().flatten();
            let answer = answer.filter(|&answer| fact.domain.contains(answer));
            let (Some(from), true) = (answer, read.contains(slot)) else {
                continue;
            };
            let depends_on = FactSet::of(slot);
            let reach = match (&fact.domain, fact.change) {
                (
                    Domain::Number { max, .. } | Domain::Date { max, .. },
                    Change::DoUp | Change::WaitUp,
                ) if from < *max => Known::between(from + 1, *max, depends_on),
                (
                    Domain::Number { min, .. } | Domain::Date { min, .. },
                    Change::DoDown | Change::WaitDown,
                ) if *min < from => Known::between(*min, from - 1, depends_on),
                (Domain::Bool | Domain::Options(_), Change::DoTo(to) | Change::WaitTo(to)) => {
                    let all = match fact.domain {
                        Domain::Options(options) => all_options(options),
                        _ => 0b11,
                    };
                    match to & all & !(1 << from) {
                        0 => continue,
                        mask => Known::set(mask, depends_on),
                    }
                }
                _ => continue,
            };
            let down = matches!(fact.change, Change::DoDown | Change::WaitDown);
            let now = self.worlds.fact(slot);
            changeable.push(Changeable {
                slot,
                from,
                now,
                reach,
                down,
            });
        }
        let order = |change: &Changeable| {
            self.program()
                .facts
                .get(usize::from(change.slot))
                .map(|fact| fact.order)
        };
        sort_few(&mut changeable, |a, b| {
            (order(a), a.slot) < (order(b), b.slot)
        });
        changeable
    }

    /// The nearest of a fact's reachable values with which an eligible world is left; that
    /// there is one is known, and the last call of [`Evaluator::possible`] was about it.
    ///
    /// Of options the first after which the person is eligible for sure if
    /// `prefer_sure` and there is one, else the first. Leaves the fact changed.
    fn nearest(
        &mut self,
        version: &Version,
        of: &Decides<'_>,
        change: Changeable,
        prefer_sure: bool,
    ) -> Option<i64> {
        let slot = change.slot;
        if self.worlds.has_options(slot) {
            let mask = change.reach.mask();
            let mut first = None;
            for option in (0..64).filter(|option| mask >> option & 1 == 1) {
                self.set(slot, option);
                if self.possible(version, of) != Some(true) {
                    continue;
                }
                if !prefer_sure || self.result(version, of).status == Status::Eligible {
                    return Some(option);
                }
                first = first.or(Some(option));
            }
            return first;
        }
        let (mut low, mut high) = change.reach.bounds();
        let cuts = self.search.cuts.inside(slot, low, high);
        let cuts: Vec<i64> = cuts.iter().map(|&(_, cut)| cut).collect();
        let depends_on = FactSet::of(slot);
        while low < high {
            let start = cuts.partition_point(|&cut| cut <= low);
            let inside = cuts.get(start..cuts.partition_point(|&cut| cut <= high));
            let inside = inside.unwrap_or_default();
            // Where nothing changes inside, the nearest value is as good as any.
            let near = if change.down { high } else { low };
            let next = match inside.get(inside.len() / 2) {
                Some(&cut) => cut,
                None => {
                    self.set(slot, near);
                    if self.possible(version, of)? {
                        return Some(near);
                    }
                    super::cuts::middle(low, high) + 1
                }
            };
            let (lower, upper) = ((low, next - 1), (next, high));
            let (near, far) = if change.down {
                (upper, lower)
            } else {
                (lower, upper)
            };
            self.worlds
                .set_fact(slot, Known::between(near.0, near.1, depends_on));
            (low, high) = if self.possible(version, of)? {
                near
            } else {
                far
            };
        }
        Some(low)
    }

    fn set(&mut self, slot: Slot, answer: i64) {
        self.worlds.load(slot, Some(answer));
    }

    fn hint(&mut self, version: &Version, of: &Decides<'_>, changes: &[(Changeable, i64)]) -> Hint {
        let outcome = self.result(version, of);
        let changes = changes.iter();
        Hint {
            changes: changes
                .map(|&(change, to)| ChangeTo {
                    slot: change.slot,
                    from: change.from,
                    to,
                })
                .collect(),
            status: outcome.status,
            amount: outcome.amount,
        }
    }

    /// Whether the box has a world in which `of` says eligible; `None` if that takes too long
    /// to find out.
    fn possible(&mut self, version: &Version, of: &Decides<'_>) -> Option<bool> {
        if self.search.is_spent() {
            return None;
        }
        self.run_sets(version);
        let of = Decides {
            figures: [None; 2],
            ..*of
        };
        self.worlds.open(of.registers());
        self.search.cuts.find(&mut self.worlds);
        match View::read(&of, &self.worlds.known).status {
            Truth::Yes => Some(true),
            Truth::No => Some(false),
            Truth::Unknown => self.search.has_eligible(&mut self.worlds, &of),
        }
    }

    /// The result of the box.
    fn result(&mut self, version: &Version, of: &Decides<'_>) -> Outcome {
        self.run_sets(version);
        let mut outcome = Outcome::default();
        let view = View::read(of, &self.worlds.known);
        fill(of, view.status, view.figures, &mut outcome);
        self.refine(of, &mut outcome);
        outcome
    }

    /// Runs the shared operations and a version's over the box.
    fn run_sets(&mut self, version: &Version) {
        self.worlds.run(0..usize::from(self.program().shared));
        self.worlds
            .run(usize::from(version.ops.0)..usize::from(version.ops.1));
        let own = version.ops.1.saturating_sub(version.ops.0);
        self.search
            .spend(usize::from(self.program().shared) + usize::from(own));
    }
}
