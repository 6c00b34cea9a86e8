//! Small programs, by hand.

use rules::eval::{Answers, Evaluation, Evaluator, Range};
use rules::program::{
    Change, Condition, Domain, Fact, Figure, Kind, Op, Program, Programme, Reg, Step, Unit, Version,
};

/// A fact named after its place.
pub fn fact(place: u16, domain: Domain) -> Fact {
    Fact {
        id: format!("fact{place}"),
        domain,
        change: Change::Fixed,
        order: place,
    }
}

/// A whole number from `min` to `max`.
pub fn number(min: i64, max: i64) -> Domain {
    Domain::Number { min, max, scale: 0 }
}

/// A condition named after its register.
pub fn condition(reg: Reg) -> Condition {
    Condition {
        id: format!("r{reg}"),
        reg,
        level: None,
    }
}

/// Money in fen.
pub fn fen(reg: Reg) -> Figure {
    Figure {
        reg,
        scale: 2,
        unit: Unit::Yuan,
    }
}

/// A version of all time that owns the operations `start..end`.
pub fn version(start: usize, end: usize) -> Version {
    Version {
        id: "v1".to_owned(),
        from: None,
        until: None,
        ops: (start as u16, end as u16),
        conditions: vec![],
        routes: vec![],
        steps: vec![],
        amount: None,
        due_now: None,
        window: None,
    }
}

/// A programme of one version.
pub fn programme(id: &str, kind: Kind, version: Version) -> Programme {
    Programme {
        id: id.to_owned(),
        kind,
        versions: vec![version],
    }
}

/// A program whose only programme shows every operation's result as a step.
pub fn shows(domains: Vec<Domain>, ops: Vec<Op>) -> Program {
    let figure = |reg| Figure {
        reg,
        scale: 0,
        unit: Unit::None,
    };
    let steps = (0..ops.len() as u16).map(|reg| Step {
        id: format!("r{reg}"),
        figure: figure(reg),
    });
    let shown = Version {
        steps: steps.collect(),
        ..version(0, ops.len())
    };
    Program {
        facts: (0..)
            .zip(domains)
            .map(|(place, domain)| fact(place, domain))
            .collect(),
        ops,
        shared: 0,
        programmes: vec![programme("only", Kind::Eligibility, shown)],
        exclusions: vec![],
        caps: vec![],
    }
}

/// The evaluation of a program that must be valid.
pub fn evaluate(program: &Program, answers: &[Option<i64>]) -> Evaluation {
    let answers = Answers {
        values: answers.to_vec(),
    };
    Evaluator::new(program)
        .expect("a valid program")
        .evaluate(20_000, &answers)
}

/// The range of the last operation's result.
pub fn last(domains: Vec<Domain>, ops: Vec<Op>, answers: &[Option<i64>]) -> (i64, i64) {
    let evaluation = evaluate(&shows(domains, ops), answers);
    let Range { min, max, .. } = evaluation.outcomes[0]
        .steps
        .last()
        .copied()
        .expect("a step");
    (min, max)
}
