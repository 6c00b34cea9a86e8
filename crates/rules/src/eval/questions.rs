//! Which question to ask next: the one that is expected to narrow most.
//!
//! Each missing fact is tried: for every part of its values, cut where something changes,
//! how much would still be open? The parts' results are read off sets of values without
//! splitting, so they rank the questions and promise nothing.

use super::components::Fen;
use super::evaluator::{Evaluator, payable, version_at};
use super::known::Known;
use super::outcome::{Decides, View};
use super::types::{Answers, Evaluation, FactSet, NextQuestion, Outcome, Status, Truth};
use super::value::Value;
use crate::date::Day;
use crate::order::sort_few;
use crate::program::{Kind, Programme, Slot, Version};

/// What an open status is worth against open money, in fen; half of it an open figure or level.
const OPEN_STATUS: i128 = 100_000;
/// So many times the effort of one search to try out all questions.
const SEARCHES: u32 = 100;
/// Branches that the search for a part's largest sum may take.
const BRANCHES: u32 = 10_000;
/// A number is tried in at most so many parts.
const PARTS: usize = 9;

/// A question and what it is expected to settle: a sum over so many parts.
struct Tried {
    question: NextQuestion,
    settles: i128,
    parts: i128,
    order: u16,
}

/// A programme that a question can change.
struct Affected<'p> {
    index: usize,
    programme: &'p Programme,
    version: &'p Version,
}

impl Evaluator<'_> {
    /// The unanswered questions that can still change a result, the one first that is
    /// expected to narrow most; ties in the author's order.
    ///
    /// `evaluation` is the result of [`Evaluator::evaluate`] for the same date and answers.
    pub fn next_questions(
        &mut self,
        date: Day,
        answers: &Answers,
        evaluation: &Evaluation,
    ) -> Vec<NextQuestion> {
        let (date, _) = self.load(date, answers);
        let program = self.program();
        let shared = usize::from(program.shared);
        let mut missing = FactSet::EMPTY;
        let mut affected = Vec::new();
        let mut amounts = Vec::with_capacity(program.programmes.len());
        self.search.grant(SEARCHES);
        self.worlds.run(0..shared);
        let outcomes = program.programmes.iter().zip(&evaluation.outcomes);
        for (index, (programme, outcome)) in outcomes.enumerate() {
            amounts.push(payable(programme, outcome));
            missing = missing.union(outcome.missing);
            if let Some((_, version)) = version_at(programme, date)
                && !outcome.missing.is_empty()
            {
                self.worlds
                    .run(usize::from(version.ops.0)..usize::from(version.ops.1));
                affected.push(Affected {
                    index,
                    programme,
                    version,
                });
            }
        }
        let mut tried = Vec::new();
        for slot in missing.iter() {
            let asks = |affected: &&Affected<'_>| {
                let outcome = evaluation.outcomes.get(affected.index);
                outcome.is_some_and(|outcome| outcome.missing.contains(slot))
            };
            let affected: Vec<_> = affected.iter().filter(asks).collect();
            tried.push(self.try_out(slot, &affected, evaluation, &mut amounts));
        }
        sort_few(&mut tried, |a, b| {
            // The larger mean first.
            let mean = (b.settles * a.parts).cmp(&(a.settles * b.parts));
            mean.then(a.order.cmp(&b.order))
                .then(a.question.slot.cmp(&b.question.slot))
                .is_lt()
        });
        tried.into_iter().map(|tried| tried.question).collect()
    }

    /// What is left open, on the average over the parts of a fact's values.
    fn try_out(
        &mut self,
        slot: Slot,
        affected: &[&Affected<'_>],
        evaluation: &Evaluation,
        amounts: &mut [Fen],
    ) -> Tried {
        let program = self.program();
        let own = |a: &&Affected<'_>| usize::from(a.version.ops.0)..usize::from(a.version.ops.1);
        let shared = 0..usize::from(program.shared);
        let mut spans: Vec<_> = core::iter::once(shared)
            .chain(affected.iter().map(own))
            .collect();
        sort_few(&mut spans, |a, b| a.start < b.start);
        self.worlds.open_for(slot, spans.into_iter());
        self.search.cuts.find(&mut self.worlds);
        let outcome = |index: usize| evaluation.outcomes.get(index);
        let open_now: i128 = affected
            .iter()
            .filter_map(|a| Some(open(a.programme, outcome(a.index)?) + self.open_levels(a)))
            .sum();
        let mut parts = self.parts(slot);
        // What is too large to be tried keeps the author's place.
        self.search
            .spend(parts.len() * (self.worlds.open.len() + affected.len()));
        if self.search.is_spent() {
            parts.clear();
        }
        let whole = self.worlds.fact(slot);
        let before: Vec<Fen> = affected
            .iter()
            .map(|a| amounts.get(a.index).copied().unwrap_or((0, 0)))
            .collect();
        let (mut settles, mut least, mut most) = (0, i64::MAX, i64::MIN);
        let mut scratch = Outcome::default();
        for &part in &parts {
            self.worlds.set_fact(slot, part);
            self.worlds.renew();
            settles += open_now;
            for a in affected {
                let Some(known) = outcome(a.index) else {
                    continue;
                };
                let of = Decides::of(a.programme.kind, a.version);
                let view = View::read(&of, &self.worlds.known);
                narrow(&view, known, &mut scratch);
                settles -= open(a.programme, &scratch) + self.open_levels(a);
                if let Some(amount) = amounts.get_mut(a.index) {
                    *amount = payable(a.programme, &scratch);
                }
            }
            let sum = self.chooser.largest(amounts, BRANCHES);
            (least, most) = (least.min(sum), most.max(sum));
        }
        self.worlds.set_fact(slot, whole);
        self.worlds.restore();
        for (a, before) in affected.iter().zip(before) {
            amounts
                .get_mut(a.index)
                .into_iter()
                .for_each(|amount| *amount = before);
        }
        Tried {
            question: NextQuestion {
                slot,
                programmes: affected.iter().map(|a| a.index as u16).collect(),
                spread_fen: if parts.is_empty() {
                    0
                } else {
                    most.saturating_sub(least)
                },
            },
            settles,
            parts: parts.len().max(1) as i128,
            order: program
                .facts
                .get(usize::from(slot))
                .map_or(0, |fact| fact.order),
        }
    }

    /// The levels of a programme of [`Kind::Levels`] that may be open or closed.
    fn open_levels(&self, affected: &Affected<'_>) -> i128 {
        let of = Decides::of(affected.programme.kind, affected.version);
        let view = View::read(&of, &self.worlds.known);
        i128::from((view.open & view.closed).count_ones()) * OPEN_STATUS / 2
    }

    /// A fact's values in parts: each option, or a number's values between its cuts.
    fn parts(&self, slot: Slot) -> Vec<Known> {
        let fact = self.worlds.fact(slot);
        let depends_on = FactSet::of(slot);
        if self.worlds.has_options(slot) {
            let options = (0u32..64).filter(|option| fact.mask() >> option & 1 == 1);
            return options
                .map(|option| Known::set(1 << option, depends_on))
                .collect();
        }
        let (low, high) = fact.bounds();
        let cuts = self.search.cuts.inside(slot, low, high);
        let mut parts = Vec::new();
        let mut start = low;
        for part in 1..PARTS.min(cuts.len() + 1) {
            // With more cuts than parts, evenly chosen ones.
            let place = if cuts.len() < PARTS {
                part - 1
            } else {
                part * cuts.len() / PARTS
            };
            let Some(&(_, cut)) = cuts.get(place) else {
                break;
            };
            parts.push(Known::between(start, cut - 1, depends_on));
            start = cut;
        }
        parts.push(Known::between(start, high, depends_on));
        parts
    }
}

/// How much of a result is open, levels apart: its status, and money or another figure.
fn open(programme: &Programme, outcome: &Outcome) -> i128 {
    let mut open = match outcome.status {
        Status::Undetermined => OPEN_STATUS,
        _ => 0,
    };
    match outcome.amount {
        Some(amount) if programme.kind == Kind::Grant => {
            let (min, max) = payable(programme, outcome);
            open += i128::from(max) - i128::from(min) + i128::from(amount.min != amount.max);
        }
        Some(amount) if amount.min != amount.max => open += OPEN_STATUS / 2,
        _ => {}
    }
    open
}

/// What a part of the worlds leaves of a result that is known for all of them.
fn narrow(part: &View, known: &Outcome, result: &mut Outcome) {
    result.status = match (known.status, part.status) {
        (Status::Undetermined, Truth::Yes) => Status::Eligible,
        (Status::Undetermined, Truth::No) => Status::Ineligible,
        (status, _) => status,
    };
    let [amount, _] = part.figures;
    result.amount = known.amount.map(|known| {
        let (min, max) = amount.unwrap_or((0, 0));
        let range = super::types::Range { min, max, ..known }.paid(part.status);
        let (min, max) = (range.min.max(known.min), range.max.min(known.max));
        super::types::Range {
            min: min.min(max),
            max,
            ..known
        }
    });
}
