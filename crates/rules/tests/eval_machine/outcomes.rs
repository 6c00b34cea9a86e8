//! Status, amount, window and version of a programme.

use super::build::{condition, fact, fen, number, programme, version};
use rules::date::from_ymd;
use rules::eval::{Answers, Evaluator, FactSet, Outcome, Status, Truth};
use rules::program::{Condition, Domain, Kind, Op, Program, Version, Window};

fn day(year: i64, month: u8, day: u8) -> i64 {
    from_ymd(year, month, day).expect("a day")
}

/// A grant for a certificate of 2026, to be claimed within 12 months: 1,000 or 2,000 yuan by
/// level, for people who are insured.
fn grant() -> Program {
    let date = Domain::Date {
        min: day(2000, 1, 1),
        max: day(2030, 12, 31),
    };
    let ops = vec![
        Op::Fact(0),
        Op::Fact(1),
        Op::Lookup(1, vec![200_000, 100_000]),
        Op::Fact(2),
        Op::AppliedOn,
        Op::LessEqual(3, 4),
        Op::Number(12),
        Op::AddMonths(3, 6),
        Op::LessEqual(4, 7),
        Op::And(5, 8),
    ];
    let claimed = Version {
        from: Some(day(2026, 1, 1)),
        until: Some(day(2026, 12, 31)),
        conditions: vec![
            condition(0),
            Condition {
                id: "window".to_owned(),
                reg: 9,
                level: None,
            },
        ],
        amount: Some(fen(2)),
        window: Some(Window {
            event: 2,
            months: 12,
        }),
        ..version(0, ops.len())
    };
    Program {
        facts: vec![fact(0, Domain::Bool), fact(1, number(1, 2)), fact(2, date)],
        ops,
        shared: 0,
        programmes: vec![programme("grant", Kind::Grant, claimed)],
        exclusions: vec![],
        caps: vec![],
    }
}

fn outcome(date: i64, answers: [Option<i64>; 3]) -> Outcome {
    let program = grant();
    let mut evaluator = Evaluator::new(&program).expect("valid");
    let evaluation = evaluator.evaluate(
        date,
        &Answers {
            values: answers.to_vec(),
        },
    );
    evaluation
        .outcomes
        .into_iter()
        .next()
        .expect("one programme")
}

fn amount(outcome: &Outcome) -> Option<(i64, i64)> {
    outcome.amount.map(|range| (range.min, range.max))
}

#[test]
fn eligible_with_a_single_figure() {
    let issued = day(2026, 1, 31);
    let outcome = outcome(day(2026, 6, 1), [Some(1), Some(1), Some(issued)]);
    assert_eq!(outcome.status, Status::Eligible);
    assert_eq!(amount(&outcome), Some((200_000, 200_000)));
    assert_eq!(outcome.if_eligible, outcome.amount);
    assert_eq!(outcome.missing, FactSet::EMPTY);
    assert_eq!(outcome.apply_by, Some(day(2027, 1, 31)));
    assert_eq!(outcome.version, Some(0));
}

#[test]
fn the_level_is_asked_for_its_amount() {
    let outcome = outcome(day(2026, 6, 1), [Some(1), None, Some(day(2026, 1, 31))]);
    assert_eq!(outcome.status, Status::Eligible);
    assert_eq!(amount(&outcome), Some((100_000, 200_000)));
    assert_eq!(outcome.missing, FactSet::of(1));
}

#[test]
fn undetermined_ranges_from_nothing() {
    let outcome = outcome(day(2026, 6, 1), [None, Some(2), None]);
    assert_eq!(outcome.status, Status::Undetermined);
    assert_eq!(amount(&outcome), Some((0, 100_000)));
    assert_eq!(outcome.if_eligible.map(|range| range.min), Some(100_000));
    assert_eq!(outcome.missing, [0, 2].into_iter().collect());
    assert_eq!(outcome.conditions, [Truth::Unknown, Truth::Unknown]);
    assert_eq!(outcome.apply_by, None);
}

#[test]
fn the_window_closes_after_its_last_day() {
    let issued = Some(day(2025, 2, 28));
    let on_the_day = outcome(day(2026, 2, 28), [Some(1), Some(1), issued]);
    assert_eq!(on_the_day.status, Status::Eligible);
    assert_eq!(on_the_day.apply_by, Some(day(2026, 2, 28)));
    let too_late = outcome(day(2026, 3, 1), [Some(1), None, issued]);
    assert_eq!(too_late.status, Status::Ineligible);
    assert_eq!(amount(&too_late), Some((0, 0)));
    assert_eq!(too_late.if_eligible, None);
    assert_eq!(too_late.missing, FactSet::EMPTY);
    let not_yet = outcome(day(2026, 3, 1), [Some(1), Some(1), Some(day(2026, 3, 2))]);
    assert_eq!(not_yet.status, Status::Ineligible);
    assert_eq!(
        not_yet.apply_by, None,
        "an event after the application does not count"
    );
}

#[test]
fn no_rule_outside_the_versions() {
    for date in [day(2025, 12, 31), day(2027, 1, 1), i64::MIN, i64::MAX] {
        let outcome = outcome(date, [Some(1), Some(1), None]);
        assert_eq!(outcome, Outcome::default());
        assert_eq!(outcome.status, Status::NoRule);
    }
}

#[test]
fn impossible_answers_count_as_unanswered() {
    let program = grant();
    let good = Answers {
        values: vec![Some(1), Some(2), None],
    };
    let bad = Answers {
        values: vec![Some(1), Some(2), Some(i64::MAX)],
    };
    let short = Answers {
        values: vec![Some(1), Some(2)],
    };
    assert!(good.check(&program).is_ok());
    assert!(bad.check(&program).is_err() && short.check(&program).is_err());
    let mut evaluator = Evaluator::new(&program).expect("valid");
    let mut at = |answers| evaluator.evaluate(day(2026, 6, 1), answers);
    assert_eq!(at(&bad), at(&good));
    assert_eq!(at(&short), at(&good));
}
