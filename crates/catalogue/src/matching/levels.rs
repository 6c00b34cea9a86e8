//! Which levels a person can sit today, in the trade that they have in mind and in others.

use super::names::Names;
use super::score::Fit;
use crate::pathways::person::{answer, set};
use crate::pathways::search::Level;
use rules::date::Day;
use rules::eval::{Answers, Evaluator, Truth};
use rules::program::Program;
use rules::validate::Invalid;

/// The levels of a trade as they stand for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// By level (place 0 is nothing): whether it can be sat.
    open: [Truth; 6],
    /// The highest certificate: 0 none, `None` not known.
    held: Option<Level>,
    /// The level to reach, if one is wanted.
    goal: Option<Level>,
}

/// Where a person stands in a trade on a day.
///
/// `program`: the levels programme alone. For a trade other than the one that the answers are
/// about (`own` false) the answers about the trade are forgotten and what the settings assume is
/// taken.
///
/// # Errors
/// What is wrong with the program.
pub fn standing(
    program: &Program,
    names: &Names,
    date: Day,
    answers: &Answers,
    own: bool,
    goal: Option<Level>,
) -> Result<Standing, Invalid> {
    let mut answers = answers.clone();
    if !own {
        for slot in &names.trade {
            set(&mut answers, *slot, None);
        }
        for (slot, value) in &names.other_trade {
            set(&mut answers, *slot, Some(*value));
        }
    }
    let evaluation = Evaluator::new(program)?.evaluate(date, &answers);
    let mut open = [Truth::No; 6];
    let outcome = evaluation.outcomes.first();
    let version = outcome.and_then(|outcome| {
        let programme = program.programmes.first()?;
        Some((outcome, programme.versions.get(outcome.version?)?))
    });
    if let Some((outcome, version)) = version {
        let all = outcome.conditions.iter();
        let all = all.fold(Truth::Yes, |all, truth| all.and(*truth));
        for (route, truth) in version.routes.iter().zip(&outcome.routes) {
            let level = route.level.map_or(0, usize::from);
            if let Some(open) = open.get_mut(level) {
                *open = open.or(truth.and(all));
            }
        }
    }
    Ok(Standing {
        open,
        held: names.held_level(answer(&answers, names.held)),
        goal: goal.filter(|_| own),
    })
}

impl Standing {
    /// Whether a level can be sat.
    pub fn open(&self, level: Level) -> Truth {
        let open = self.open.get(usize::from(level)).copied();
        open.unwrap_or(Truth::No)
    }

    /// The highest level that can surely be sat, is not held and does not lie beyond the goal.
    pub fn next(&self) -> Option<Level> {
        let held = self.held.filter(|held| *held != 0).unwrap_or(6);
        let from = self.goal.unwrap_or(1);
        (from..held).find(|level| self.open(*level) == Truth::Yes)
    }

    /// Whether a course's level (0: none) is one to sit now.
    pub fn fit(&self, level: Level) -> Fit {
        let held = self.held.filter(|held| *held != 0);
        match self.open(level) {
            _ if level == 0 => Fit::NoLevel,
            _ if held.is_some_and(|held| held <= level) => Fit::Held,
            Truth::Yes if self.next() == Some(level) => Fit::Next,
            Truth::Yes => Fit::Open,
            Truth::Unknown => Fit::Unknown,
            Truth::No => Fit::Closed,
        }
    }
}
