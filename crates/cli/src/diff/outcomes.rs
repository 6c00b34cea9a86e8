//! What people get by two packs, and which way it moves.

use pack::Pack;
use rules::date::Day;
use rules::eval::{Evaluation, Outcome, Range, Status, Truth};
use rules::program::{Kind, Programme};
use std::cmp::Ordering;

/// One programme's result for one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gets {
    /// `None`: the pack has no such programme.
    pub status: Option<Status>,
    pub amount: Option<Range>,
    pub due_now: Option<Range>,
    /// Levels that can be sat for sure, and those that perhaps can besides; descending.
    pub levels: [Vec<u8>; 2],
    pub apply_by: Option<Day>,
}

/// One person's best combination.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Best {
    pub fen: [i64; 2],
    /// Ids, ascending.
    pub programmes: Vec<String>,
}

/// Which way a result moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Move {
    /// Both ends of the range are higher, or a right is sure that surely was none.
    Gained,
    /// Both ends are lower.
    Lost,
    /// No end moves inwards: less is known.
    Widened,
    /// No end moves outwards: more is known.
    Narrowed,
    /// Something else is different: a deadline, what is due now, another combination.
    Changed,
    /// Nothing is different.
    Unchanged,
}

impl Gets {
    /// A programme's result out of an evaluation.
    pub fn of(programme: &Programme, outcome: &Outcome) -> Self {
        let mut levels = [Vec::new(), Vec::new()];
        let version = outcome.version.and_then(|it| programme.versions.get(it));
        let may = matches!(outcome.status, Status::Eligible | Status::Undetermined);
        if programme.kind == Kind::Levels && may {
            let sure = outcome.conditions.iter().all(|it| *it == Truth::Yes);
            let [open, maybe] = &mut levels;
            let routes = version.map(|it| it.routes.as_slice()).unwrap_or_default();
            for (route, truth) in routes.iter().zip(&outcome.routes) {
                let Some(level) = route.level else { continue };
                match truth {
                    Truth::Yes if sure => open.push(level),
                    Truth::Yes | Truth::Unknown => maybe.push(level),
                    Truth::No => {}
                }
            }
            for list in [&mut *open, &mut *maybe] {
                list.sort_unstable_by(|a, b| b.cmp(a));
                list.dedup();
            }
            maybe.retain(|level| !open.contains(level));
        }
        Self {
            status: Some(outcome.status),
            amount: outcome.amount,
            due_now: outcome.due_now,
            levels,
            // Where there is no right there is nothing to be late for.
            apply_by: outcome.apply_by.filter(|_| may),
        }
    }

    /// Whether there is a right to it for sure, and perhaps.
    fn right(&self) -> [bool; 2] {
        match self.status {
            Some(Status::Eligible) => [true, true],
            Some(Status::Undetermined) => [false, true],
            Some(Status::Ineligible | Status::NoRule) | None => [false, false],
        }
    }

    /// Whether a rule is in hand.
    fn has_rule(&self) -> bool {
        !matches!(self.status, None | Some(Status::NoRule))
    }

    /// Which way it moves to another pack's.
    pub fn to(&self, new: &Self) -> Move {
        if self == new {
            return Move::Unchanged;
        }
        let right = ends(self.right(), new.right());
        if self.has_rule() != new.has_rule() {
            // Without a rule nothing is known: only a sure right can be gained or lost by it.
            return match (self.right(), new.right()) {
                ([true, _], _) => Move::Lost,
                (_, [true, _]) => Move::Gained,
                _ => Move::Changed,
            };
        }
        let amounts = match (self.amount, new.amount) {
            (Some(old), Some(new)) if old.unit == new.unit => Some(ranges(old, new)),
            (None, None) => Some([Ordering::Equal; 2]),
            _ => None,
        };
        let Some(amounts) = amounts else {
            return Move::Changed;
        };
        let levels = ends(self.level_counts(), new.level_counts());
        [amounts, right, levels]
            .into_iter()
            .find_map(direction)
            .unwrap_or(Move::Changed)
    }

    fn level_counts(&self) -> [usize; 2] {
        let [sure, maybe] = &self.levels;
        [sure.len(), sure.len() + maybe.len()]
    }
}

impl Best {
    /// The best combination of an evaluation.
    pub fn of(pack: &Pack, evaluation: &Evaluation) -> Self {
        let best = &evaluation.best;
        let programmes = &pack.program.programmes;
        let chosen = best.programmes.iter();
        let ids = chosen.filter_map(|it| programmes.get(usize::from(*it)));
        Self {
            fen: [best.min_fen, best.max_fen],
            programmes: ids.map(|it| it.id.clone()).collect(),
        }
    }

    /// Which way it moves to another pack's.
    pub fn to(&self, new: &Self) -> Move {
        if self == new {
            return Move::Unchanged;
        }
        direction(ends(self.fen, new.fen)).unwrap_or(Move::Changed)
    }
}

fn ends<T: Ord>([min, max]: [T; 2], [new_min, new_max]: [T; 2]) -> [Ordering; 2] {
    [new_min.cmp(&min), new_max.cmp(&max)]
}

/// How the ends of a range move; the scales may differ.
fn ranges(old: Range, new: Range) -> [Ordering; 2] {
    let scale = old.scale.max(new.scale);
    let at = |mantissa: i64, own: u8| {
        i128::from(mantissa) * 10i128.pow(u32::from(scale.saturating_sub(own)))
    };
    ends(
        [at(old.min, old.scale), at(old.max, old.scale)],
        [at(new.min, new.scale), at(new.max, new.scale)],
    )
}

/// What the moves of a range's ends mean; nothing where they don't move.
fn direction([min, max]: [Ordering; 2]) -> Option<Move> {
    use Ordering::{Equal, Greater, Less};
    match (min, max) {
        (Equal, Equal) => None,
        (Greater, Greater) => Some(Move::Gained),
        (Less, Less) => Some(Move::Lost),
        (Less | Equal, Greater | Equal) => Some(Move::Widened),
        (Greater | Equal, Less | Equal) => Some(Move::Narrowed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rules::program::Unit;

    fn gets(status: Status, min: i64, max: i64) -> Gets {
        Gets {
            status: Some(status),
            amount: Some(Range {
                min,
                max,
                scale: 0,
                unit: Unit::Yuan,
            }),
            ..Gets::default()
        }
    }

    #[test]
    fn only_both_ends_together_are_a_gain_or_a_loss() {
        let (yes, no) = (Status::Eligible, Status::Ineligible);
        let unknown = Status::Undetermined;
        for (old, new, expected, back) in [
            ((no, 0, 0), (yes, 1500, 1500), Move::Gained, Move::Lost),
            (
                (yes, 1500, 1500),
                (yes, 2000, 2000),
                Move::Gained,
                Move::Lost,
            ),
            (
                (yes, 1000, 2000),
                (yes, 1500, 2500),
                Move::Gained,
                Move::Lost,
            ),
            (
                (yes, 1000, 2000),
                (yes, 1000, 2500),
                Move::Widened,
                Move::Narrowed,
            ),
            (
                (unknown, 0, 2000),
                (yes, 2000, 2000),
                Move::Narrowed,
                Move::Widened,
            ),
            (
                (unknown, 0, 2000),
                (no, 0, 0),
                Move::Narrowed,
                Move::Widened,
            ),
            (
                (yes, 1000, 2000),
                (unknown, 0, 2500),
                Move::Widened,
                Move::Narrowed,
            ),
            ((yes, 0, 0), (no, 0, 0), Move::Lost, Move::Gained),
            ((yes, 5, 5), (yes, 5, 5), Move::Unchanged, Move::Unchanged),
        ] {
            let (old, new) = (gets(old.0, old.1, old.2), gets(new.0, new.1, new.2));
            assert_eq!(
                (old.to(&new), new.to(&old)),
                (expected, back),
                "{old:?} {new:?}"
            );
        }
    }

    #[test]
    fn without_a_rule_only_a_sure_right_is_gained_or_lost() {
        let none = Gets::default();
        for (old, expected, back) in [
            (gets(Status::Eligible, 0, 9), Move::Lost, Move::Gained),
            (
                gets(Status::Undetermined, 0, 9),
                Move::Changed,
                Move::Changed,
            ),
            (gets(Status::Ineligible, 0, 0), Move::Changed, Move::Changed),
        ] {
            assert_eq!((old.to(&none), none.to(&old)), (expected, back));
        }
    }

    #[test]
    fn scales_are_compared_as_numbers() {
        let mut fen = gets(Status::Eligible, 150_000, 150_000);
        fen.amount = fen.amount.map(|it| Range { scale: 2, ..it });
        assert_eq!(gets(Status::Eligible, 1500, 1500).to(&fen), Move::Changed);
        assert_eq!(gets(Status::Eligible, 1499, 1499).to(&fen), Move::Gained);
    }
}
