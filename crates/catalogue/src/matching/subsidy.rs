//! The grants for a certificate that a person does not have yet.
//!
//! They are the pack's own, worked out by the engine for the person's answers and what is
//! assumed of the certificate. A grant is paid for a certificate after it is obtained, as a sum
//! that the rules set by its level; it does not depend on what a course costs, so nothing is
//! cut at the price here.

use super::names::Names;
use crate::pathways::person::{answer, set};
use crate::pathways::search::Level;
use rules::date::Day;
use rules::eval::{Answers, Evaluation, Evaluator, Status};
use rules::program::{Program, Slot};
use rules::validate::Invalid;

/// A certificate that one does not have yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Its level.
    pub level: Level,
    /// The day on which it is taken to be issued and the grant asked for.
    pub day: Day,
    /// Whether its occupation is marked digital or green, where the table says.
    pub digital_or_green: Option<bool>,
    /// Whether it is the first on the way and of the year in which the answers were given.
    pub first: bool,
    /// Whether its level, or a higher one, is held already.
    pub held: bool,
}

/// Why an answer is not the person's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is assumed: this entry of the settings' list says it in words.
    Assumed(usize),
    /// It is that of the course, or of the step on the way.
    Course,
    /// The table of occupations says so.
    Occupation,
}

/// An answer that is not the person's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assumed {
    /// The question.
    pub slot: Slot,
    /// The answer.
    pub value: i64,
    /// Why.
    pub why: Why,
}

/// One of the grants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Index into the pack's programmes.
    pub programme: usize,
    /// Whether it may be claimed.
    pub status: Status,
    /// The least that it pays, in fen.
    pub min_fen: i64,
    /// The most that it pays, in fen.
    pub max_fen: i64,
    /// Whether it is in the best combination.
    pub chosen: bool,
}

/// What is paid for a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subsidy {
    /// The day whose rules these are.
    pub day: Day,
    /// The least that the best allowed combination pays, in fen: this is sure.
    pub min_fen: i64,
    /// The most that it pays, in fen.
    pub max_fen: i64,
    /// By programme; those without a rule on the day say so.
    pub grants: Vec<Grant>,
    /// Unanswered questions that the figures may still depend on, by slot.
    pub missing: Vec<Slot>,
    /// Answers that are not the person's own.
    pub assumed: Vec<Assumed>,
}

/// Works out grants for one certificate after another.
pub struct Grants<'a> {
    evaluator: Evaluator<'a>,
    names: &'a Names,
    evaluation: Evaluation,
}

impl<'a> Grants<'a> {
    /// `program`: the grants for a certificate alone ([`super::subset`]).
    ///
    /// # Errors
    /// What is wrong with the program.
    pub fn new(program: &'a Program, names: &'a Names) -> Result<Self, Invalid> {
        Ok(Self {
            evaluator: Evaluator::new(program)?,
            names,
            evaluation: Evaluation::default(),
        })
    }

    /// What a person gets for a certificate; `None` where no grant has a rule on its day.
    pub fn of(&mut self, answers: &Answers, certificate: &Certificate) -> Option<Subsidy> {
        let mut answers = answers.clone();
        let assumed = self.suppose(&mut answers, certificate);
        let (evaluator, evaluation) = (&mut self.evaluator, &mut self.evaluation);
        evaluator.evaluate_into(certificate.day, &answers, evaluation);
        let outcomes = self.names.grants.iter().zip(&evaluation.outcomes);
        let mut missing = Vec::new();
        let mut known = false;
        let grants = (0u16..).zip(outcomes).map(|(place, (programme, outcome))| {
            known |= outcome.status != Status::NoRule;
            for slot in outcome.missing.iter() {
                if answer(&answers, slot).is_none() && !missing.contains(&slot) {
                    missing.push(slot);
                }
            }
            let amount = outcome.amount;
            let fen = |yuan: i64, scale: u8| {
                yuan * if scale == 0 {
                    100
                } else if scale == 1 {
                    10
                } else {
                    1
                }
            };
            Grant {
                programme: *programme,
                status: outcome.status,
                min_fen: amount.map_or(0, |it| fen(it.min, it.scale)),
                max_fen: amount.map_or(0, |it| fen(it.max, it.scale)),
                chosen: evaluation.best.programmes.contains(&place),
            }
        });
        let grants = grants.collect();
        rules::order::sort_few(&mut missing, |a, b| a < b);
        known.then_some(Subsidy {
            day: certificate.day,
            min_fen: evaluation.best.min_fen,
            max_fen: evaluation.best.max_fen,
            grants,
            missing,
            assumed,
        })
    }

    /// Makes the answers those of somebody who has just got the certificate.
    fn suppose(&self, answers: &mut Answers, certificate: &Certificate) -> Vec<Assumed> {
        let names = self.names;
        let changed = names.first_only.iter().filter(|_| !certificate.first);
        for slot in names.forget.iter().chain(changed) {
            set(answers, *slot, None);
        }
        let table = certificate.digital_or_green.map(i64::from);
        set(answers, names.digital_or_green, table);
        let assume = names.assume.iter().zip(&names.above_held).enumerate();
        for (_, ((slot, _), _)) in assume.clone() {
            set(answers, *slot, None);
        }
        let assume = assume.filter(|(_, (_, above))| !(certificate.held && **above));
        let assume = assume.map(|(at, ((slot, value), _))| (*slot, *value, Why::Assumed(at)));
        let course = [
            (names.level, i64::from(certificate.level)),
            (names.issued_on, certificate.day),
        ];
        let course = course.map(|(slot, value)| (slot, value, Why::Course));
        let table = table.map(|value| (names.digital_or_green, value, Why::Occupation));
        let all = assume.chain(course).chain(table);
        let all = all.map(|(slot, value, why)| {
            set(answers, slot, Some(value));
            Assumed { slot, value, why }
        });
        all.collect()
    }
}
