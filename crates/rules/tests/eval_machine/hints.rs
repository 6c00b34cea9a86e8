//! Hints against trying all changes.

use super::build::{condition, fact, fen, number, programme, version};
use super::generate::program_and_answers;
use super::reference::{completions, values, world};
use proptest::prelude::*;
use rules::eval::{Answers, ChangeTo, Evaluator, Hint, Status};
use rules::program::{Change, Condition, Domain, Fact, Kind, Op, Program, Version};

const DATE: i64 = 19_754;

/// The status of a version by trying all completions; `route` alone, or as it is.
fn status(program: &Program, version: &Version, answers: &[Option<i64>]) -> Status {
    let worlds = completions(program, answers);
    let mut eligible = worlds
        .iter()
        .map(|facts| world(program, Kind::Points, version, facts, DATE).eligible);
    match (eligible.clone().any(|e| e), eligible.all(|e| e)) {
        (_, true) => Status::Eligible,
        (true, false) => Status::Undetermined,
        (false, false) => Status::Ineligible,
    }
}

/// The values that a fact can come to, the nearest first.
fn reach(fact: &Fact, from: i64) -> Vec<i64> {
    let values = values(&fact.domain);
    let is_set = matches!(fact.domain, Domain::Bool | Domain::Options(_));
    let up = || {
        values
            .iter()
            .copied()
            .filter(|&value| value > from)
            .collect::<Vec<_>>()
    };
    match fact.change {
        Change::DoUp | Change::WaitUp if !is_set => up(),
        Change::DoDown | Change::WaitDown if !is_set => values
            .iter()
            .copied()
            .filter(|&value| value < from)
            .rev()
            .collect(),
        Change::DoTo(mask) | Change::WaitTo(mask) if is_set => {
            let reachable = values.iter().copied();
            reachable
                .filter(|&value| value != from && mask >> value & 1 == 1)
                .collect()
        }
        _ => vec![],
    }
}

/// Checks the hints for one version.
fn check(program: &Program, version: &Version, answers: &[Option<i64>], hints: &[Hint]) {
    if status(program, version, answers) != Status::Ineligible {
        assert!(hints.is_empty(), "nothing to hint at");
        return;
    }
    let after = |changes: &[(usize, i64)]| {
        let mut answers = answers.to_vec();
        changes
            .iter()
            .for_each(|&(slot, to)| answers[slot] = Some(to));
        status(program, version, &answers)
    };
    let answered: Vec<_> = answers
        .iter()
        .enumerate()
        .filter_map(|(i, a)| Some((i, (*a)?)))
        .collect();
    let reach = |slot: usize, from| reach(&program.facts[slot], from);
    // Every single change that helps, as little as possible.
    let mut expected = vec![];
    for &(slot, from) in &answered {
        let helps = reach(slot, from).into_iter();
        let helps: Vec<_> = helps
            .filter(|&to| after(&[(slot, to)]) != Status::Ineligible)
            .collect();
        let is_set = matches!(
            program.facts[slot].domain,
            Domain::Bool | Domain::Options(_)
        );
        let sure = helps
            .iter()
            .find(|&&to| is_set && after(&[(slot, to)]) == Status::Eligible);
        if let Some(&to) = sure.or(helps.first()) {
            expected.push(vec![(slot, from, to)]);
        }
    }
    let found: Vec<Vec<_>> = hints
        .iter()
        .map(|hint| {
            let change = |c: &ChangeTo| (usize::from(c.slot), c.from, c.to);
            hint.changes.iter().map(change).collect()
        })
        .collect();
    let sorted = |mut hints: Vec<Vec<(usize, i64, i64)>>| {
        hints.sort();
        hints
    };
    if !expected.is_empty() {
        assert_eq!(sorted(found), sorted(expected));
    } else {
        let mut possible = 0;
        for (place, &(a, from_a)) in answered.iter().enumerate() {
            for &(b, from_b) in &answered[place + 1..] {
                let mut helps = reach(a, from_a)
                    .into_iter()
                    .flat_map(|x| reach(b, from_b).into_iter().map(move |y| [(a, x), (b, y)]));
                possible += usize::from(helps.any(|pair| after(&pair) != Status::Ineligible));
            }
        }
        assert_eq!(found.len(), possible.min(6));
        for pair in &found {
            let &[(a, from_a, x), (b, from_b, y)] = &pair[..] else {
                panic!("{pair:?}")
            };
            let nearer = |slot, from, to| {
                reach(slot, from)
                    .into_iter()
                    .take_while(move |&other| other != to)
            };
            assert!(reach(a, from_a).contains(&x) && reach(b, from_b).contains(&y));
            // No pair with both changes as small or smaller helps.
            for p in nearer(a, from_a, x).chain([x]) {
                for q in nearer(b, from_b, y)
                    .chain([y])
                    .filter(|&q| (p, q) != (x, y))
                {
                    let is_set = |slot: usize| {
                        matches!(
                            program.facts[slot].domain,
                            Domain::Bool | Domain::Options(_)
                        )
                    };
                    let smaller = after(&[(a, p), (b, q)]) != Status::Ineligible;
                    assert!(!smaller || is_set(a) || is_set(b), "{p} and {q} are enough");
                }
            }
        }
    }
    for hint in hints {
        let changes: Vec<_> = hint
            .changes
            .iter()
            .map(|c| (usize::from(c.slot), c.to))
            .collect();
        assert_eq!(hint.status, after(&changes));
        assert_ne!(hint.status, Status::Ineligible);
    }
    let key = |hint: &Hint| {
        let slots: Vec<_> = hint
            .changes
            .iter()
            .map(|change| (program.facts[usize::from(change.slot)].order, change.slot))
            .collect();
        (hint.status != Status::Eligible, slots)
    };
    assert!(
        hints.is_sorted_by_key(key),
        "sure ones first, then by question"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hints_are_the_smallest_changes((program, mut answers) in program_and_answers(), complete in any::<bool>()) {
        if complete {
            for (answer, fact) in answers.iter_mut().zip(&program.facts) {
                *answer = answer.or(values(&fact.domain).last().copied());
            }
        }
        let mut evaluator = Evaluator::new(&program).expect("valid");
        evaluator.set_effort(100_000_000);
        let given = Answers { values: answers.clone() };
        let before = evaluator.evaluate(DATE, &given);
        for (place, programme) in program.programmes.iter().enumerate() {
            let version = &programme.versions[0];
            check(&program, version, &answers, &evaluator.hints(DATE, &given, place));
            let by_route = evaluator.route_hints(DATE, &given, place);
            for (index, route) in version.routes.iter().enumerate() {
                let alone = Version { routes: vec![route.clone()], ..version.clone() };
                let hints = by_route.iter().find(|(route, _)| *route == index);
                let closed = status(&program, &alone, &answers) == Status::Ineligible;
                prop_assert_eq!(hints.is_some(), closed);
                if let Some((_, hints)) = hints {
                    check(&program, &alone, &answers, hints);
                }
            }
        }
        prop_assert_eq!(evaluator.evaluate(DATE, &given), before, "hints leave nothing behind");
    }
}

/// 12 months of insurance, and a certificate of level 4 or better (a smaller number).
fn program() -> Program {
    let ops = vec![
        Op::Fact(0),
        Op::Number(12),
        Op::LessEqual(1, 0),
        Op::Fact(1),
        Op::Number(4),
        Op::LessEqual(3, 4),
        Op::Number(150_000),
    ];
    let months = Fact {
        change: Change::WaitUp,
        ..fact(0, number(0, 600))
    };
    let level = Fact {
        change: Change::DoDown,
        ..fact(1, number(1, 5))
    };
    let grant = Version {
        conditions: vec![condition(2), condition(5)],
        amount: Some(fen(6)),
        ..version(0, 7)
    };
    Program {
        facts: vec![months, level],
        ops,
        shared: 0,
        programmes: vec![programme("grant", Kind::Grant, grant)],
        exclusions: vec![],
        caps: vec![],
    }
}

fn hints(answers: [Option<i64>; 2]) -> Vec<Hint> {
    let program = program();
    let mut evaluator = Evaluator::new(&program).expect("valid");
    evaluator.hints(
        DATE,
        &Answers {
            values: answers.to_vec(),
        },
        0,
    )
}

#[test]
fn a_single_change_goes_to_the_threshold() {
    let found = hints([Some(7), Some(4)]);
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].changes,
        [ChangeTo {
            slot: 0,
            from: 7,
            to: 12
        }]
    );
    assert_eq!(found[0].status, Status::Eligible);
    assert_eq!(
        found[0].amount.map(|range| (range.min, range.max)),
        Some((150_000, 150_000))
    );
}

#[test]
fn two_changes_where_one_is_not_enough() {
    let found = hints([Some(7), Some(5)]);
    let changes = [
        ChangeTo {
            slot: 0,
            from: 7,
            to: 12,
        },
        ChangeTo {
            slot: 1,
            from: 5,
            to: 4,
        },
    ];
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].changes, changes);
}

#[test]
fn what_is_not_answered_is_not_changed() {
    let found = hints([Some(7), None]);
    assert_eq!(
        found[0].changes,
        [ChangeTo {
            slot: 0,
            from: 7,
            to: 12
        }]
    );
    assert_eq!(found[0].status, Status::Undetermined);
    assert_eq!(hints([Some(12), None]), []);
}

#[test]
fn closed_routes_say_what_opens_them() {
    let mut program = program();
    let version = &mut program.programmes[0].versions[0];
    let route = |reg| Condition {
        level: Some(4),
        ..condition(reg)
    };
    version.routes = version.conditions.drain(..).map(|c| route(c.reg)).collect();
    let mut evaluator = Evaluator::new(&program).expect("valid");
    let answers = Answers {
        values: vec![Some(7), Some(4)],
    };
    let found = evaluator.route_hints(DATE, &answers, 0);
    assert_eq!(found.len(), 1, "the second route is open");
    let (route, hints) = &found[0];
    assert_eq!(*route, 0);
    assert_eq!(
        hints[0].changes,
        [ChangeTo {
            slot: 0,
            from: 7,
            to: 12
        }]
    );
    assert_eq!(
        evaluator.hints(DATE, &answers, 0),
        [],
        "one route is enough"
    );
}
