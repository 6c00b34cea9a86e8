//! The evaluator: a program, and scratch that is used again and again.

use super::best::Chooser;
use super::components::Fen;
use super::outcome::{Decides, View};
use super::search::Search;
use super::totals::Tape;
use super::types::{Answers, Because, Evaluation, LeftOut, Outcome, Range, Status, Truth};
use super::value::{Value, at};
use super::worlds::Worlds;
use crate::date::{self, Day, FIRST_DAY, LAST_DAY};
use crate::program::{Condition, Figure, Kind, Program, Programme, Version};
use crate::validate::{Invalid, sets_of};

/// The most operations that one search for an exact result may run, unless told otherwise.
const EFFORT: u32 = 20_000;
/// All searches of one evaluation may run so many times as many.
const SEARCHES: u32 = 100;

/// Runs a program for one person after another.
pub struct Evaluator<'p> {
    program: &'p Program,
    pub(super) worlds: Worlds<'p>,
    pub(super) search: Search,
    pub(super) chooser: Chooser,
    /// By programme and version.
    pub(super) tapes: Vec<Vec<Tape>>,
    pub(super) amounts: Vec<Fen>,
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
        let tapes = program.programmes.iter().map(|programme| {
            let versions = programme.versions.iter();
            versions
                .map(|version| Tape::new(program, version))
                .collect()
        });
        Ok(Self {
            program,
            worlds: Worlds::new(program, is_set),
            search: Search::new(EFFORT),
            chooser: Chooser::new(program),
            tapes: tapes.collect(),
            amounts: Vec::with_capacity(program.programmes.len()),
            chosen: Vec::new(),
        })
    }

    /// The program that it runs.
    #[must_use]
    pub fn program(&self) -> &'p Program {
        self.program
    }

    /// Lets a search for an exact result run so many operations. Where they do not
    /// suffice, a status stays undetermined, a range wide and a question missing.
    pub fn set_effort(&mut self, operations: u32) {
        self.search.set_effort(operations);
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
        let (date, complete) = self.load(date, answers);
        let program = self.program;
        let shared = usize::from(program.shared);
        evaluation.date = date;
        evaluation
            .outcomes
            .resize_with(program.programmes.len(), Outcome::default);
        self.search.grant(SEARCHES);
        match complete {
            true => self.worlds.run_points(0..shared),
            false => self.worlds.run(0..shared),
        }
        for (programme, outcome) in program.programmes.iter().zip(&mut evaluation.outcomes) {
            let Some((index, version)) = version_at(programme, date) else {
                outcome.clear();
                continue;
            };
            outcome.version = Some(index);
            let ops = usize::from(version.ops.0)..usize::from(version.ops.1);
            let of = Decides::of(programme.kind, version);
            match complete {
                true => {
                    self.worlds.run_points(ops);
                    read(
                        version,
                        &of,
                        &self.worlds.points,
                        &self.worlds.is_set,
                        outcome,
                    );
                }
                false => {
                    self.worlds.run(ops);
                    read(
                        version,
                        &of,
                        &self.worlds.known,
                        &self.worlds.is_set,
                        outcome,
                    );
                    self.refine(&of, outcome);
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

    /// Takes over date and answers. The date that counts, and whether every fact is answered.
    pub(super) fn load(&mut self, date: Day, answers: &Answers) -> (Day, bool) {
        let date = date.clamp(FIRST_DAY, LAST_DAY);
        self.worlds.date = date;
        let mut complete = true;
        for (slot, _) in (0..).zip(&self.program.facts) {
            let answer = answers.values.get(usize::from(slot)).copied().flatten();
            complete &= self.worlds.load(slot, answer);
        }
        (date, complete)
    }

    /// Makes an outcome exact that was read from sets alone.
    pub(super) fn refine(&mut self, of: &Decides<'_>, outcome: &mut Outcome) {
        let view = View::read(of, &self.worlds.known);
        (self.search.held, self.search.failed) = ([0; 2], [0; 2]);
        if !view.splits.is_empty() && !self.search.is_spent() {
            self.worlds.open(of.registers());
            self.search.cuts.find(&mut self.worlds);
            let seen = self.search.results(&mut self.worlds, of);
            outcome.missing = self
                .search
                .matter(&mut self.worlds, of, &seen, view.decides);
            self.worlds.restore();
            fill(of, seen.status(), seen.figures, outcome);
        }
        let (held, failed) = (self.search.held, self.search.failed);
        let truths = [
            (of.conditions, &mut outcome.conditions),
            (of.routes, &mut outcome.routes),
        ];
        for (((conditions, truths), held), failed) in truths.into_iter().zip(held).zip(failed) {
            for ((condition, truth), bit) in conditions.iter().zip(truths).zip(0u32..64) {
                if *truth == Truth::Unknown && (held & failed) >> bit & 1 == 0 {
                    *truth = self.condition(condition);
                }
            }
        }
    }

    /// The exact truth of a condition that sets alone leave unknown.
    fn condition(&mut self, condition: &Condition) -> Truth {
        if self.search.is_spent() || !self.worlds.open([condition.reg].into_iter()) {
            return Truth::Unknown;
        }
        let of = Decides {
            conditions: core::slice::from_ref(condition),
            routes: &[],
            figures: [None; 2],
            levels: false,
        };
        self.search.cuts.find(&mut self.worlds);
        let seen = self.search.results(&mut self.worlds, &of);
        self.worlds.restore();
        seen.status()
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
            let because = excluded(self.program, programme, &self.chosen).or_else(|| {
                let cap = self
                    .chooser
                    .used_up(programme, &self.chosen, &self.amounts)?;
                Some(Because::Capped { cap })
            });
            best.left_out.extend(because.map(|because| LeftOut {
                programme,
                because,
                costs_fen,
            }));
        }
    }
}

/// The version in force on a day.
pub(super) fn version_at(programme: &Programme, date: Day) -> Option<(usize, &Version)> {
    programme.versions.iter().enumerate().find(|(_, version)| {
        version.from.is_none_or(|from| from <= date)
            && version.until.is_none_or(|until| date <= until)
    })
}

/// Reads a version's outcome from registers.
fn read<V: Value>(
    version: &Version,
    of: &Decides<'_>,
    registers: &[V],
    is_set: &[bool],
    outcome: &mut Outcome,
) {
    let truth = |condition: &Condition| at(registers, condition.reg).truth();
    outcome.conditions.clear();
    outcome
        .conditions
        .extend(version.conditions.iter().map(truth));
    outcome.routes.clear();
    outcome.routes.extend(version.routes.iter().map(truth));
    outcome.steps.clear();
    let step = |figure: Figure| step_range(figure, registers, is_set);
    outcome
        .steps
        .extend(version.steps.iter().map(|named| step(named.figure)));
    let view = View::read(of, registers);
    outcome.missing = view.decides;
    fill(of, view.status, view.figures, outcome);
}

/// Writes status and figures.
pub(super) fn fill(
    of: &Decides<'_>,
    status: Truth,
    figures: [Option<(i64, i64)>; 2],
    outcome: &mut Outcome,
) {
    outcome.status = match status {
        Truth::Yes => Status::Eligible,
        Truth::No => Status::Ineligible,
        Truth::Unknown => Status::Undetermined,
    };
    let range = |figure: Option<Figure>, bounds: Option<(i64, i64)>| {
        let (min, max) = bounds.unwrap_or((0, 0));
        figure.map(|figure| Range {
            min,
            max,
            scale: figure.scale,
            unit: figure.unit,
        })
    };
    let ([amount, due_now], [amounts, dues]) = (of.figures, figures);
    let if_eligible = range(amount, amounts);
    outcome.amount = if_eligible.map(|range| range.paid(status));
    outcome.if_eligible = if_eligible.filter(|_| status != Truth::No);
    outcome.due_now = range(due_now, dues).map(|range| range.paid(status));
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
pub(super) fn payable(programme: &Programme, outcome: &Outcome) -> Fen {
    let payable = matches!(outcome.status, Status::Eligible | Status::Undetermined);
    let Some(range) = outcome
        .amount
        .filter(|_| payable && programme.kind == Kind::Grant)
    else {
        return (0, 0);
    };
    (
        to_fen(range.min, range.scale),
        to_fen(range.max, range.scale),
    )
}

/// Yuan of so many decimal places in fen; what is below zero is not paid.
pub(super) fn to_fen(mantissa: i64, scale: u8) -> i64 {
    let times = match scale {
        0 => 100,
        1 => 10,
        _ => 1,
    };
    mantissa.max(0).saturating_mul(times)
}

/// The chosen grant that stands against one that was not chosen, if one does.
fn excluded(program: &Program, grant: u16, chosen: &[u16]) -> Option<Because> {
    let exclusions = program
        .exclusions
        .iter()
        .filter(|group| group.binary_search(&grant).is_ok());
    let others = exclusions
        .flatten()
        .filter(|other| chosen.binary_search(other).is_ok());
    others.min().map(|&by| Because::Excluded { by })
}
