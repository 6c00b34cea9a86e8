//! The order of questions.

use super::build::{condition, fact, fen, number, programme, version};
use super::generate::program_and_answers;
use proptest::prelude::*;
use rules::eval::{Answers, Evaluator, FactSet};
use rules::program::{Domain, Fact, Kind, Op, Program, Version};

const DATE: i64 = 19_754;

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn exactly_what_is_missing_is_asked((program, answers) in program_and_answers()) {
        let mut evaluator = Evaluator::new(&program).expect("valid");
        let answers = Answers { values: answers };
        let evaluation = evaluator.evaluate(DATE, &answers);
        let questions = evaluator.next_questions(DATE, &answers, &evaluation);
        let missing = evaluation.outcomes.iter().fold(FactSet::EMPTY, |all, outcome| all.union(outcome.missing));
        prop_assert_eq!(questions.iter().map(|q| q.slot).collect::<FactSet>(), missing);
        prop_assert_eq!(questions.len() as u32, missing.len());
        for question in &questions {
            let decides = |p: &u16| evaluation.outcomes[usize::from(*p)].missing.contains(question.slot);
            let programmes: Vec<_> = (0..evaluation.outcomes.len() as u16).filter(decides).collect();
            prop_assert_eq!(&question.programmes, &programmes);
            prop_assert!(0 <= question.spread_fen && question.spread_fen <= evaluation.best.max_fen);
        }
        prop_assert_eq!(evaluator.evaluate(DATE, &answers), evaluation, "nothing is left behind");
    }
}

/// Two grants of 3,000 and 200 yuan, each on one condition; the second condition is asked first
/// by the author. A third question decides both.
fn program(with_both: bool) -> Program {
    let grant = |start: u16, amount, own| {
        let mut conditions = vec![condition(start + 1)];
        if with_both {
            conditions.push(condition(start + 2));
        }
        let version = Version {
            conditions,
            amount: Some(fen(start)),
            ..version(usize::from(start), usize::from(start) + 3)
        };
        ([Op::Number(amount), Op::Fact(own), Op::Fact(2)], version)
    };
    let (first, large) = grant(0, 300_000, 0);
    let (second, small) = grant(3, 20_000, 1);
    let asked = |place, order| Fact {
        order,
        ..fact(place, Domain::Bool)
    };
    Program {
        facts: vec![asked(0, 2), asked(1, 1), asked(2, 3)],
        ops: [first, second].concat(),
        shared: 0,
        programmes: vec![
            programme("large", Kind::Grant, large),
            programme("small", Kind::Grant, small),
        ],
        exclusions: vec![],
        caps: vec![],
    }
}

/// Slot, programmes and spread of each question.
fn questions(program: &Program) -> Vec<(u16, Vec<u16>, i64)> {
    let mut evaluator = Evaluator::new(program).expect("valid");
    let answers = Answers::none(program);
    let evaluation = evaluator.evaluate(DATE, &answers);
    let questions = evaluator.next_questions(DATE, &answers, &evaluation);
    questions
        .into_iter()
        .map(|q| (q.slot, q.programmes, q.spread_fen))
        .collect()
}

#[test]
fn the_question_that_decides_more_comes_first() {
    let expected = [(0, vec![0], 300_000), (1, vec![1], 20_000)];
    assert_eq!(questions(&program(false)), expected);
    let expected = [
        (2, vec![0, 1], 320_000),
        (0, vec![0], 300_000),
        (1, vec![1], 20_000),
    ];
    assert_eq!(questions(&program(true)), expected);
}

#[test]
fn ties_follow_the_author() {
    let mut program = program(false);
    program.ops[3] = Op::Number(300_000);
    let slots: Vec<_> = questions(&program)
        .into_iter()
        .map(|(slot, ..)| slot)
        .collect();
    assert_eq!(slots, [1, 0]);
}

#[test]
fn a_number_is_cut_where_it_decides() {
    let ops = vec![
        Op::Fact(0),
        Op::Number(12),
        Op::LessEqual(1, 0),
        Op::Number(50_000),
    ];
    let grant = Version {
        conditions: vec![condition(2)],
        amount: Some(fen(3)),
        ..version(0, 4)
    };
    let program = Program {
        facts: vec![fact(0, number(0, 600))],
        ops,
        shared: 0,
        programmes: vec![programme("grant", Kind::Grant, grant)],
        exclusions: vec![],
        caps: vec![],
    };
    assert_eq!(questions(&program), [(0, vec![0], 50_000)]);
}
