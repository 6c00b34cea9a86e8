//! Computes a list, some people at a time.

use crate::list::List;
use crate::scope::Scope;
use crate::view::{Figure, Span, Standing};
use rules::date::Day;
use rules::eval::{Answers, Evaluation, Evaluator, FactSet, Outcome, Range, Status, Truth};
use rules::validate::Invalid;

/// One person's result for one programme, as small as it can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Whether the person may claim.
    pub standing: Standing,
    /// What they get, in the version's unit; 0 where it has no amount.
    pub amount: Span,
    /// What is due on the day, likewise.
    pub due: Span,
    /// Last day to apply, where it is known.
    pub apply_by: Option<Day>,
    /// Conditions that do not hold, a bit each.
    pub failed: u64,
    /// Conditions of which it is not known.
    pub open: u64,
    /// Routes that hold.
    pub routes: u64,
    /// Answers that are missing and can still change the result.
    pub missing: FactSet,
}

/// One person's best combination.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Best {
    /// The sum, in fen.
    pub sum: Span,
    /// Its programmes, a bit each, by their places in [`Scope::programmes`].
    pub chosen: u64,
    /// Grants that could be paid but are not in it, likewise.
    pub left_out: u64,
}

/// A list's results, as far as they are computed.
pub struct Check<'s> {
    /// What is computed.
    pub scope: &'s Scope,
    evaluator: Evaluator<'s>,
    evaluation: Evaluation,
    blank: Answers,
    answers: Answers,
    found: Vec<Found>,
    best: Vec<Best>,
}

impl<'s> Check<'s> {
    /// Nobody is computed yet.
    ///
    /// # Errors
    /// The rules are not sound.
    pub fn new(scope: &'s Scope) -> Result<Check<'s>, Invalid> {
        let blank = scope.blank();
        Ok(Check {
            scope,
            evaluator: Evaluator::new(&scope.program)?,
            evaluation: Evaluation::default(),
            answers: blank.clone(),
            blank,
            found: Vec::new(),
            best: Vec::new(),
        })
    }

    /// Computes so many people more; gives how many are done.
    pub fn step(&mut self, list: &List, count: usize) -> usize {
        let from = self.best.len();
        let to = from.saturating_add(count).min(list.people.len());
        for person in from..to {
            self.answers.clone_from(&self.blank);
            for (slot, answer) in list.answers(person) {
                if let Some(place) = self.answers.values.get_mut(usize::from(slot))
                    // What decides nothing keeps its stand-in.
                    && self.blank.values.get(usize::from(slot)) == Some(&None)
                {
                    *place = answer;
                }
            }
            self.one();
        }
        to
    }

    fn one(&mut self) {
        let scope = self.scope;
        self.evaluator
            .evaluate_into(scope.day, &self.answers, &mut self.evaluation);
        for (programme, _) in &scope.programmes {
            let outcome = self.evaluation.outcomes.get(usize::from(*programme));
            self.found.push(outcome.map_or(NOTHING, found));
        }
        let best = &self.evaluation.best;
        let bit = |programme: &u16| {
            let at = scope.programmes.iter().position(|(it, _)| it == programme);
            at.map_or(0, |at| 1u64.checked_shl(at as u32).unwrap_or(0))
        };
        self.best.push(Best {
            sum: Span {
                min: best.min_fen,
                max: best.max_fen,
            },
            chosen: best
                .programmes
                .iter()
                .map(bit)
                .fold(0, |all, bit| all | bit),
            left_out: best
                .left_out
                .iter()
                .map(|it| bit(&it.programme))
                .fold(0, |all, bit| all | bit),
        });
    }

    /// How many people are done.
    pub fn done(&self) -> usize {
        self.best.len()
    }

    /// A person's results, in the order of [`Scope::programmes`].
    pub fn of(&self, person: usize) -> &[Found] {
        let width = self.scope.programmes.len();
        let from = person.saturating_mul(width);
        let own = self.found.get(from..from.saturating_add(width));
        own.unwrap_or_default()
    }

    /// A person's best combination.
    pub fn best(&self, person: usize) -> Best {
        self.best.get(person).copied().unwrap_or_default()
    }

    /// A programme's amount as a figure; `None` where it has none.
    pub fn figure(&self, at: usize, span: Span, due: bool) -> Option<Figure> {
        let (programme, version) = *self.scope.programmes.get(at)?;
        let code = self.scope.program.programmes.get(usize::from(programme))?;
        let version = code.versions.get(usize::from(version))?;
        let figure = match due {
            true => version.due_now,
            false => version.amount,
        }?;
        Some(Figure {
            span,
            scale: figure.scale,
            unit: figure.unit,
        })
    }

    /// The chosen grant that stands against one that was left out, if one does.
    pub fn against(&self, left_out: u16, chosen: u64) -> Option<u16> {
        let programmes = (0u32..).zip(&self.scope.programmes);
        let taken = programmes.filter(|(bit, _)| chosen >> bit & 1 == 1);
        let mut taken = taken.map(|(_, (programme, _))| *programme);
        taken.find(|other| {
            let mut groups = self.scope.program.exclusions.iter();
            groups.any(|group| group.contains(&left_out) && group.contains(other))
        })
    }
}

const NOTHING: Found = Found {
    standing: Standing::Ineligible,
    amount: Span { min: 0, max: 0 },
    due: Span { min: 0, max: 0 },
    apply_by: None,
    failed: 0,
    open: 0,
    routes: 0,
    missing: FactSet::EMPTY,
};

fn found(outcome: &Outcome) -> Found {
    let span = |range: Option<Range>| {
        range.map_or(Span::default(), |range| Span {
            min: range.min,
            max: range.max,
        })
    };
    let bits = |truths: &[Truth], which: Truth| {
        let bits = (0u32..64).zip(truths).filter(|(_, truth)| **truth == which);
        bits.fold(0u64, |all, (bit, _)| all | 1 << bit)
    };
    Found {
        standing: match outcome.status {
            Status::Eligible => Standing::Eligible,
            Status::Undetermined => Standing::Undetermined,
            Status::Ineligible | Status::NoRule => Standing::Ineligible,
        },
        amount: span(outcome.amount),
        due: span(outcome.due_now),
        apply_by: outcome.apply_by,
        failed: bits(&outcome.conditions, Truth::No),
        open: bits(&outcome.conditions, Truth::Unknown),
        routes: bits(&outcome.routes, Truth::Yes),
        missing: outcome.missing,
    }
}
