//! The evaluator: a program, and scratch that is used again and again.

use super::best::{Chooser, Fen};
use super::known::Known;
use super::types::{Answers, Because, Evaluation, FactSet, LeftOut, Outcome, Range, Status, Truth};
use super::value::{Value, at, step};
use crate::date::{self, Day, FIRST_DAY, LAST_DAY};
use crate::program::{Figure, Kind, Program, Programme, Version};
use crate::validate::{Invalid, sets_of};

/// Runs a program for one person after another.
pub struct Evaluator<'p> {
    program: &'p Program,
    /// By register: whether it holds a set rather than a number.
    is_set: Vec<bool>,
    chooser: Chooser,
    /// The day of application.
    date: Day,
    /// By slot: what is known.
    facts: Vec<Known>,
    /// By register, over sets of worlds.
    known: Vec<Known>,
    /// By slot and by register, when everything is answered.
    point_facts: Vec<i64>,
    points: Vec<i64>,
    amounts: Vec<Fen>,
    chosen: Vec<u16>,
}

impl<'p> Evaluator<'p> {
    /// Checks a program and makes ready to run it.
    ///
    /// # Errors
    ///
    /// What is wrong with the program, whoever wrote it.
    pub fn new(program: &'p Program) -> Result<Self, Invalid> {
        let is_set = sets_of(program)?;
        Ok(Self {
            program,
            is_set,
            chooser: Chooser::new(program),
            date: FIRST_DAY,
            facts: Vec::with_capacity(program.facts.len()),
            known: vec![Known::number(0); program.ops.len()],
            point_facts: vec![0; program.facts.len()],
            points: vec![0; program.ops.len()],
            amounts: Vec::with_capacity(program.programmes.len()),
            chosen: Vec::new(),
        })
    }

    /// The program that it runs.
    #[must_use]
    pub fn program(&self) -> &'p Program {
        self.program
    }

    /// Every programme's result for a person on a day.
    ///
    /// An answer outside its domain counts as unanswered ([`Answers::check`] finds it),
    /// a date beyond the years 1 to 9999 as the nearest day within.
    pub fn evaluate(&mut self, date: Day, answers: &Answers) -> Evaluation {
        let mut evaluation = Evaluation::default();
        self.evaluate_into(date, answers, &mut evaluation);
        evaluation
    }

    /// As [`Evaluator::evaluate`], into an evaluation whose memory is used again.
    pub fn evaluate_into(&mut self, date: Day, answers: &Answers, evaluation: &mut Evaluation) {
        let date = date.clamp(FIRST_DAY, LAST_DAY);
        let complete = self.load(date, answers);
        let program = self.program;
        let shared = usize::from(program.shared);
        evaluation.date = date;
        evaluation
            .outcomes
            .resize_with(program.programmes.len(), Outcome::default);
        match complete {
            true => run(
                program,
                0..shared,
                &mut self.points,
                &self.point_facts,
                date,
            ),
            false => run(program, 0..shared, &mut self.known, &self.facts, date),
        }
        for (programme, outcome) in program.programmes.iter().zip(&mut evaluation.outcomes) {
            let Some((index, version)) = version_at(programme, date) else {
                outcome.clear();
                continue;
            };
            outcome.version = Some(index);
            let ops = usize::from(version.ops.0)..usize::from(version.ops.1);
            match complete {
                true => {
                    run(program, ops, &mut self.points, &self.point_facts, date);
                    read(version, &self.points, &self.is_set, outcome);
                }
                false => {
                    run(program, ops, &mut self.known, &self.facts, date);
                    read(version, &self.known, &self.is_set, outcome);
                }
            }
            outcome.apply_by = version.window.and_then(|window| {
                let event = answers
                    .values
                    .get(usize::from(window.event))
                    .copied()
                    .flatten()?;
                (event <= date).then(|| date::add_months(event, i64::from(window.months)))
            });
        }
        self.best(evaluation);
    }

    /// Takes over date and answers; whether every fact is answered.
    fn load(&mut self, date: Day, answers: &Answers) -> bool {
        self.date = date;
        self.facts.clear();
        let mut complete = true;
        for (slot, fact) in self.program.facts.iter().enumerate() {
            let answer = answers.values.get(slot).copied().flatten();
            match answer.filter(|&value| fact.domain.contains(value)) {
                Some(value) => {
                    self.facts.push(Known::answer(&fact.domain, value));
                    if let Some(point) = self.point_facts.get_mut(slot) {
                        *point = value;
                    }
                }
                None => {
                    complete = false;
                    self.facts
                        .push(Known::any(&fact.domain, FactSet::of(slot as u16)));
                }
            }
        }
        complete
    }

    /// The best combination of an evaluation's grants.
    fn best(&mut self, evaluation: &mut Evaluation) {
        self.amounts.clear();
        let grants = self.program.programmes.iter().zip(&evaluation.outcomes);
        self.amounts
            .extend(grants.map(|(programme, outcome)| payable(programme, outcome)));
        let best = &mut evaluation.best;
        let (min_fen, max_fen) = self.chooser.choose(&self.amounts, &mut self.chosen);
        (best.min_fen, best.max_fen) = (min_fen, max_fen);
        best.programmes.clone_from(&self.chosen);
        best.left_out.clear();
        for (programme, &(_, costs_fen)) in (0u16..).zip(&self.amounts) {
            if costs_fen <= 0 || self.chosen.binary_search(&programme).is_ok() {
                continue;
            }
            let because = against(self.program, programme, &self.chosen, &self.amounts);
            best.left_out.extend(because.map(|because| LeftOut {
                programme,
                because,
                costs_fen,
            }));
        }
    }
}

/// Runs operations in order.
fn run<V: Value>(
    program: &Program,
    ops: core::ops::Range<usize>,
    registers: &mut [V],
    facts: &[V],
    date: Day,
) {
    let start = ops.start;
    for (op, index) in program.ops.get(ops).unwrap_or_default().iter().zip(start..) {
        let value = step(op, registers, facts, date);
        if let Some(register) = registers.get_mut(index) {
            *register = value;
        }
    }
}

/// The version in force on a day.
fn version_at(programme: &Programme, date: Day) -> Option<(usize, &Version)> {
    programme.versions.iter().enumerate().find(|(_, version)| {
        version.from.is_none_or(|from| from <= date)
            && version.until.is_none_or(|until| date <= until)
    })
}

/// Reads a version's outcome from registers.
fn read<V: Value>(version: &Version, registers: &[V], is_set: &[bool], outcome: &mut Outcome) {
    let mut status = Truth::Yes;
    let mut depends_on = FactSet::EMPTY;
    outcome.conditions.clear();
    for condition in &version.conditions {
        let value = at(registers, condition.reg);
        let truth = value.truth();
        outcome.conditions.push(truth);
        status = status.and(truth);
        depends_on = depends_on.union(value.depends_on());
    }
    let mut route = if version.routes.is_empty() {
        Truth::Yes
    } else {
        Truth::No
    };
    outcome.routes.clear();
    for condition in &version.routes {
        let value = at(registers, condition.reg);
        outcome.routes.push(value.truth());
        route = route.or(value.truth());
        depends_on = depends_on.union(value.depends_on());
    }
    status = status.and(route);
    outcome.steps.clear();
    outcome.steps.extend(
        version
            .steps
            .iter()
            .map(|step| step_range(step.figure, registers, is_set)),
    );
    outcome.status = match status {
        Truth::Yes => Status::Eligible,
        Truth::No => Status::Ineligible,
        Truth::Unknown => Status::Undetermined,
    };
    let if_eligible = version.amount.map(|figure| range(figure, registers));
    outcome.amount = if_eligible.map(|range| range.paid(status));
    outcome.if_eligible = if_eligible.filter(|_| status != Truth::No);
    outcome.due_now = version
        .due_now
        .map(|figure| range(figure, registers).paid(status));
    outcome.missing = FactSet::EMPTY;
    if status == Truth::Unknown {
        outcome.missing = depends_on;
    }
    if let (Some(figure), true) = (version.amount, status != Truth::No) {
        outcome.missing = outcome
            .missing
            .union(at(registers, figure.reg).depends_on());
    }
}

fn range<V: Value>(figure: Figure, registers: &[V]) -> Range {
    let (min, max) = at(registers, figure.reg).bounds();
    Range {
        min,
        max,
        scale: figure.scale,
        unit: figure.unit,
    }
}

/// A step may show a truth or an option.
fn step_range<V: Value>(figure: Figure, registers: &[V], is_set: &[bool]) -> Range {
    if is_set.get(usize::from(figure.reg)) == Some(&true) {
        let (min, max) = at(registers, figure.reg).option_bounds();
        return Range {
            min,
            max,
            scale: 0,
            unit: figure.unit,
        };
    }
    range(figure, registers)
}

/// What a programme adds to a person's sum, in fen; nothing where it is no grant.
fn payable(programme: &Programme, outcome: &Outcome) -> Fen {
    let payable = matches!(outcome.status, Status::Eligible | Status::Undetermined);
    let Some(range) = outcome
        .amount
        .filter(|_| payable && programme.kind == Kind::Grant)
    else {
        return (0, 0);
    };
    let to_fen = match range.scale {
        0 => 100,
        1 => 10,
        _ => 1,
    };
    (
        range.min.max(0).saturating_mul(to_fen),
        range.max.max(0).saturating_mul(to_fen),
    )
}

/// What stands against a grant that was not chosen.
fn against(program: &Program, programme: u16, chosen: &[u16], amounts: &[Fen]) -> Option<Because> {
    let exclusions = program
        .exclusions
        .iter()
        .filter(|group| group.binary_search(&programme).is_ok());
    let others = exclusions
        .flatten()
        .filter(|other| chosen.binary_search(other).is_ok());
    if let Some(&by) = others.min() {
        return Some(Because::Excluded { by });
    }
    let within =
        |cap: &&(u16, &crate::program::Cap)| cap.1.programmes.binary_search(&programme).is_ok();
    let caps: Vec<_> = (0u16..).zip(&program.caps).collect();
    let used_up = caps.iter().filter(within).find(|(_, cap)| {
        let paid = cap
            .programmes
            .iter()
            .filter(|member| chosen.binary_search(member).is_ok());
        let sum = paid.fold(0i64, |sum, &member| {
            sum.saturating_add(
                amounts
                    .get(usize::from(member))
                    .map_or(0, |amount| amount.1),
            )
        });
        sum >= cap.max_fen
    });
    used_up
        .or(caps.iter().find(within))
        .map(|&(cap, _)| Because::Capped { cap })
}
