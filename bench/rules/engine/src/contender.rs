//! What is timed: people in, thirteen figures out.

use crate::by_hand::{self, Person};
use pack::Pack;
use rules::date::{Day, from_ymd};
use rules::eval::{Answers, Evaluation, Evaluator, Outcome};
use rules::program::{Domain, Fact, Program};

/// Facts in a row of numbers, in the order of `spec.mjs`.
pub const FACTS: usize = 28;
/// Figures that are asked for, in the order of `spec.mjs`: p1 to p12 and the total, in yuan.
pub const OUTPUTS: usize = 13;
/// The number that stands for "not known".
pub const UNKNOWN: i64 = i64::MIN;

/// An engine that has taken over people and evaluates them by number.
pub trait Contender {
    /// Evaluates one person; gives the total in yuan (the largest, where it is a range),
    /// so that nothing can be left out.
    fn evaluate(&mut self, person: usize) -> i64;

    /// One person's figures in yuan (the largest, where one is a range).
    fn figures(&mut self, person: usize) -> [i64; OUTPUTS];

    /// How many people there are.
    fn people(&self) -> usize;
}

/// The engine of this repository: every status, range, missing answer and the best sum.
pub struct Ours<'p> {
    evaluator: Evaluator<'p>,
    people: Vec<Answers>,
    evaluation: Evaluation,
    date: Day,
    /// By output but the last: the programme's index, which goes by ids.
    order: Vec<usize>,
}

impl<'p> Ours<'p> {
    /// Takes over a program (its evaluator validates it) and people.
    ///
    /// # Errors
    /// The program is not sound, or not the one of `bench/rules/pack`.
    pub fn new(program: &'p Program, rows: &[i64]) -> Result<Self, String> {
        let evaluator = Evaluator::new(program).map_err(|error| error.to_string())?;
        if program.facts.len() != FACTS {
            return Err(format!(
                "the pack has {} facts instead of {FACTS}",
                program.facts.len()
            ));
        }
        let order = (1..OUTPUTS)
            .filter_map(|n| {
                program
                    .programmes
                    .iter()
                    .position(|it| it.id == format!("p{n}"))
            })
            .collect();
        // Money is in fen for our engine, in yuan for the others.
        let factor = |fact: &Fact| match fact.domain {
            Domain::Number { scale, .. } => 10i64.pow(u32::from(scale)),
            _ => 1,
        };
        let factors: Vec<i64> = program.facts.iter().map(factor).collect();
        let answer = |(value, factor): (&i64, &i64)| (*value != UNKNOWN).then(|| value * factor);
        let people = rows
            .chunks_exact(FACTS)
            .map(|row| Answers {
                values: row.iter().zip(&factors).map(answer).collect(),
            })
            .collect();
        let date = from_ymd(2026, 11, 22).unwrap_or_default();
        Ok(Self {
            evaluator,
            people,
            evaluation: Evaluation::default(),
            date,
            order,
        })
    }

    /// Reads a pack's compact form.
    ///
    /// # Errors
    /// The bytes are no pack.
    pub fn read(bytes: &[u8]) -> Result<Pack, String> {
        pack::read(bytes)
            .map(|(pack, _)| pack)
            .map_err(|error| error.to_string())
    }

    fn run(&mut self, person: usize) {
        if let Some(answers) = self.people.get(person) {
            self.evaluator
                .evaluate_into(self.date, answers, &mut self.evaluation);
        }
    }
}

impl Contender for Ours<'_> {
    fn evaluate(&mut self, person: usize) -> i64 {
        self.run(person);
        self.evaluation.best.max_fen / 100
    }

    fn figures(&mut self, person: usize) -> [i64; OUTPUTS] {
        self.run(person);
        let yuan = |outcome: &Outcome| {
            outcome
                .amount
                .map_or(0, |it| it.max / 10i64.pow(u32::from(it.scale)))
        };
        let mut figures = [self.evaluation.best.max_fen / 100; OUTPUTS];
        for (figure, index) in figures.iter_mut().zip(&self.order) {
            *figure = self.evaluation.outcomes.get(*index).map_or(0, yuan);
        }
        figures
    }

    fn people(&self) -> usize {
        self.people.len()
    }
}

/// The same engine for figures alone, as `bazhu batch --totals` runs it: everything must be
/// known, and what is not counts as the smallest answer.
pub struct Figures<'p> {
    ours: Ours<'p>,
    people: Vec<Vec<i64>>,
    amounts: Vec<Option<i64>>,
}

impl<'p> Figures<'p> {
    /// As [`Ours::new`].
    ///
    /// # Errors
    /// As [`Ours::new`].
    pub fn new(program: &'p Program, rows: &[i64]) -> Result<Self, String> {
        let ours = Ours::new(program, rows)?;
        let smallest = |fact: &Fact| match fact.domain {
            Domain::Bool | Domain::Options(_) => 0,
            Domain::Number { min, .. } | Domain::Date { min, .. } => min,
        };
        let known = |person: &Answers| {
            let answers = person.values.iter().zip(&program.facts);
            answers
                .map(|(answer, fact)| answer.unwrap_or_else(|| smallest(fact)))
                .collect()
        };
        let people = ours.people.iter().map(known).collect();
        let amounts = vec![None; program.programmes.len()];
        Ok(Self {
            ours,
            people,
            amounts,
        })
    }
}

impl Contender for Figures<'_> {
    fn evaluate(&mut self, person: usize) -> i64 {
        let Some(answers) = self.people.get(person) else {
            return 0;
        };
        let totals = self
            .ours
            .evaluator
            .totals(self.ours.date, answers, &mut self.amounts);
        totals.unwrap_or(i64::MIN) / 100
    }

    fn figures(&mut self, person: usize) -> [i64; OUTPUTS] {
        let mut figures = [self.evaluate(person); OUTPUTS];
        let programmes = &self.ours.evaluator.program().programmes;
        for (figure, index) in figures.iter_mut().zip(&self.ours.order) {
            let version = programmes.get(*index).and_then(|it| it.versions.first());
            let scale = version
                .and_then(|it| it.amount)
                .map_or(0, |it| u32::from(it.scale));
            let amount = self.amounts.get(*index).copied().flatten().unwrap_or(0);
            *figure = amount / 10i64.pow(scale);
        }
        figures
    }

    fn people(&self) -> usize {
        self.people.len()
    }
}

/// The rules as Rust; everything must be known.
pub struct ByHand {
    people: Vec<Person>,
}

impl ByHand {
    /// Takes over people; what is not known counts as 0.
    pub fn new(rows: &[i64]) -> Self {
        Self {
            people: rows.chunks_exact(FACTS).map(Person::from_row).collect(),
        }
    }
}

impl Contender for ByHand {
    fn evaluate(&mut self, person: usize) -> i64 {
        let [.., total] = self.figures(person);
        total
    }

    fn figures(&mut self, person: usize) -> [i64; OUTPUTS] {
        self.people
            .get(person)
            .map(by_hand::figures)
            .unwrap_or_default()
    }

    fn people(&self) -> usize {
        self.people.len()
    }
}
