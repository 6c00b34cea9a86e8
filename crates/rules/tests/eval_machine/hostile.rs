//! Forms that nobody's compiler wrote: an error, or a program that runs.

use super::build::{fact, number, shows, version};
use super::generate::program_and_answers;
use proptest::prelude::*;
use rules::date::LAST_DAY;
use rules::eval::{Answers, Evaluator};
use rules::program::{Cap, Condition, Domain, Figure, Kind, Op, Program, Rounding, Unit, Window};
use rules::validate::{Invalid, validate};

fn any_domain() -> impl Strategy<Value = Domain> {
    prop_oneof![
        any::<u8>().prop_map(Domain::Options),
        (any::<i64>(), any::<i64>(), any::<u8>()).prop_map(|(min, max, scale)| Domain::Number {
            min,
            max,
            scale
        }),
        (any::<i64>(), any::<i64>()).prop_map(|(min, max)| Domain::Date { min, max }),
        Just(Domain::Number {
            min: i64::MIN + 1,
            max: i64::MAX,
            scale: 0
        }),
        Just(Domain::Date {
            min: -719_162,
            max: LAST_DAY
        }),
    ]
}

/// Any operation, with registers up to 40.
fn any_op() -> impl Strategy<Value = Op> {
    let reg = || 0u16..40;
    let number = || prop_oneof![-3i64..9, any::<i64>()];
    let list = || prop::collection::vec(number(), 0..5);
    let rounding = prop_oneof![
        Just(Rounding::Floor),
        Just(Rounding::Up),
        Just(Rounding::HalfEven)
    ];
    let one =
        (0u8..9, reg(), number(), rounding.clone()).prop_map(|(kind, a, k, rounding)| match kind {
            0 => Op::Fact(a),
            1 => Op::Number(k),
            2 => Op::Option(k as u8),
            3 => Op::OneOf(a, k as u64),
            4 => Op::Not(a),
            5 => Op::Negate(a),
            6 => Op::MultiplyBy(a, k),
            7 => Op::Round(a, k, rounding),
            _ => Op::Year(a),
        });
    let two =
        (0u8..13, reg(), reg(), number(), rounding).prop_map(|(kind, a, b, times, rounding)| {
            match kind {
                0 => Op::SameOption(a, b),
                1 => Op::And(a, b),
                2 => Op::Or(a, b),
                3 => Op::Less(a, b),
                4 => Op::LessEqual(a, b),
                5 => Op::Equal(a, b),
                6 => Op::Add(a, b),
                7 => Op::Subtract(a, b),
                8 => Op::Multiply(a, b),
                9 => Op::Min(a, b),
                10 => Op::AddMonths(a, b),
                11 => Op::MonthsBetween(a, b),
                _ => Op::Divide {
                    a,
                    b,
                    times,
                    rounding,
                },
            }
        });
    let three = (any::<bool>(), reg(), reg(), reg()).prop_map(|(set, c, a, b)| {
        if set {
            Op::IfSet(c, a, b)
        } else {
            Op::If(c, a, b)
        }
    });
    let tables = (any::<bool>(), reg(), list()).prop_map(|(set, a, list)| {
        if set {
            Op::LookupOption(a, list)
        } else {
            Op::Lookup(a, list)
        }
    });
    prop_oneof![one, two, three, tables]
}

/// One thing that is changed in a valid program.
#[derive(Clone, Debug)]
enum Damage {
    Op(usize, Op),
    Domain(usize, Domain),
    Shared(u16),
    Range(usize, u16, u16),
    Reads(usize, u16),
    Amount(usize, Figure),
    Period(usize, Option<i64>, Option<i64>),
    Window(usize, u16, u16),
    Group(Vec<u16>),
    Cap(Vec<u16>, i64),
}

fn damage() -> impl Strategy<Value = Damage> {
    let place = || 0usize..40;
    let group = || prop::collection::vec(0u16..5, 0..4);
    prop_oneof![
        6 => (place(), any_op()).prop_map(|(place, op)| Damage::Op(place, op)),
        3 => (place(), any_domain()).prop_map(|(place, domain)| Damage::Domain(place, domain)),
        1 => (0u16..50).prop_map(Damage::Shared),
        1 => (place(), 0u16..50, 0u16..50).prop_map(|(place, a, b)| Damage::Range(place, a, b)),
        1 => (place(), 0u16..50).prop_map(|(place, reg)| Damage::Reads(place, reg)),
        1 => (place(), 0u16..50, 0u8..14).prop_map(|(place, reg, scale)| {
            Damage::Amount(place, Figure { reg, scale, unit: Unit::Yuan })
        }),
        1 => (place(), any::<Option<i64>>(), any::<Option<i64>>())
            .prop_map(|(place, from, until)| Damage::Period(place, from, until)),
        1 => (place(), 0u16..9, any::<u16>())
            .prop_map(|(place, event, months)| Damage::Window(place, event, months)),
        1 => group().prop_map(Damage::Group),
        1 => (group(), any::<i64>()).prop_map(|(group, max)| Damage::Cap(group, max)),
    ]
}

fn apply(program: &mut Program, damage: Damage) {
    let (ops, facts) = (program.ops.len().max(1), program.facts.len().max(1));
    let count = program.programmes.len().max(1);
    let mut version = |place: usize, change: &mut dyn FnMut(&mut rules::program::Version)| {
        program
            .programmes
            .get_mut(place % count)
            .into_iter()
            .for_each(|p| change(&mut p.versions[0]));
    };
    match damage {
        Damage::Op(place, op) => program
            .ops
            .get_mut(place % ops)
            .into_iter()
            .for_each(|o| *o = op.clone()),
        Damage::Domain(place, domain) => {
            program
                .facts
                .get_mut(place % facts)
                .into_iter()
                .for_each(|f| f.domain = domain.clone());
        }
        Damage::Shared(shared) => program.shared = shared,
        Damage::Range(place, a, b) => version(place, &mut |v| v.ops = (a, b)),
        Damage::Reads(place, reg) => version(place, &mut |v| {
            v.conditions.push(Condition {
                id: "new".to_owned(),
                reg,
                level: None,
            });
        }),
        Damage::Amount(place, figure) => version(place, &mut |v| v.amount = Some(figure)),
        Damage::Period(place, from, until) => {
            version(place, &mut |v| (v.from, v.until) = (from, until))
        }
        Damage::Window(place, event, months) => {
            version(place, &mut |v| v.window = Some(Window { event, months }));
        }
        Damage::Group(group) => program.exclusions.push(group),
        Damage::Cap(programmes, max_fen) => {
            program.caps.push(Cap {
                id: "new".to_owned(),
                programmes,
                max_fen,
            });
        }
    }
}

/// Runs everything that an evaluator has.
fn exercise(program: &Program, answers: &[Option<i64>], date: i64) -> Result<(), Invalid> {
    let mut evaluator = Evaluator::new(program)?;
    let answers = Answers {
        values: answers.to_vec(),
    };
    let evaluation = evaluator.evaluate(date, &answers);
    evaluator.next_questions(date, &answers, &evaluation);
    for place in 0..=program.programmes.len() {
        evaluator.hints(date, &answers, place);
        evaluator.route_hints(date, &answers, place);
    }
    let complete: Vec<_> = answers
        .values
        .iter()
        .map(|answer| answer.unwrap_or(0))
        .collect();
    let mut figures = vec![None; program.programmes.len()];
    let _ = evaluator.totals(date, &complete, &mut figures);
    let _ = evaluator.totals(date, &complete, &mut []);
    assert_eq!(evaluator.evaluate(date, &answers), evaluation);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_programs_are_refused_or_run(
        (mut program, answers) in program_and_answers(),
        damage in prop::collection::vec(damage(), 1..4),
        any_answers in prop::collection::vec(any::<Option<i64>>(), 0..7),
        date in any::<i64>(),
    ) {
        damage.into_iter().for_each(|damage| apply(&mut program, damage));
        let _ = exercise(&program, &answers, date);
        let _ = exercise(&program, &any_answers, 19_754);
    }
}

/// A program as large as one may be: everything depends on everything.
#[test]
fn the_largest_programs_end() {
    let domain = number(0, 1_000_000);
    let facts: Vec<_> = (0..128).map(|place| fact(place, domain.clone())).collect();
    let mut ops: Vec<_> = (0..128).map(Op::Fact).collect();
    while ops.len() < 65_000 {
        let place = ops.len() as u16;
        ops.push(match place % 4 {
            0 => Op::Min(place - 1, place % 128),
            1 => Op::Subtract(place % 128, place - 1),
            2 => Op::Abs(place - 1),
            _ => Op::Max(place - 1, place.wrapping_mul(7) % 128),
        });
    }
    ops.push(Op::Less(64_999, 3));
    let mut program = Program {
        facts,
        ..shows(vec![], vec![])
    };
    let last = ops.len() as u16 - 1;
    let mut own = version(ops.len(), ops.len());
    own.conditions = vec![Condition {
        id: "last".to_owned(),
        reg: last,
        level: None,
    }];
    program.shared = last;
    own.ops = (last, last + 1);
    program.ops = ops;
    program.programmes[0].versions = vec![own.clone()];
    own.ops = (last + 1, last + 1);
    for place in 0..20 {
        let mut more = program.programmes[0].clone();
        more.id = format!("p{place:02}");
        more.kind = Kind::Grant;
        own.conditions.clear();
        own.amount = Some(Figure {
            reg: last - 1 - place,
            scale: 2,
            unit: Unit::Yuan,
        });
        more.versions = vec![own.clone()];
        program.programmes.push(more);
    }
    let answers: Vec<_> = (0..128)
        .map(|slot| (slot % 3 == 0).then_some(slot))
        .collect();
    assert_eq!(exercise(&program, &answers, 20_000), Ok(()));
}

#[test]
fn too_much_of_anything_is_refused() {
    let many = |what: Option<Invalid>| match what {
        Some(Invalid::TooMany { what, .. }) => what,
        other => panic!("{other:?}"),
    };
    let facts = vec![Domain::Bool; 129];
    assert_eq!(many(validate(&shows(facts, vec![])).err()), "facts");
    let steps = shows(vec![], vec![Op::AppliedOn; 300]);
    assert_eq!(many(validate(&steps).err()), "steps of a version");
    let table = Op::LookupOption(0, vec![0; 1 << 17]);
    let tables = shows(
        vec![Domain::Bool],
        vec![Op::Fact(0), table.clone(), table.clone(), table],
    );
    assert_eq!(many(validate(&tables).err()), "table entries");
    let mut programmes = shows(vec![], vec![]);
    programmes.programmes = vec![programmes.programmes[0].clone(); 257];
    assert_eq!(many(validate(&programmes).err()), "programmes");
    let mut versions = shows(vec![], vec![]);
    let one = versions.programmes[0].versions[0].clone();
    versions.programmes[0].versions = vec![one; 5_000];
    assert_eq!(many(validate(&versions).err()), "versions");
}

#[test]
fn versions_follow_each_other() {
    let with = |periods: &[(Option<i64>, Option<i64>)]| {
        let mut program = shows(vec![], vec![]);
        let one = program.programmes[0].versions[0].clone();
        program.programmes[0].versions = periods
            .iter()
            .enumerate()
            .map(|(place, &(from, until))| rules::program::Version {
                id: format!("v{place}"),
                from,
                until,
                ..one.clone()
            })
            .collect();
        validate(&program).is_ok()
    };
    assert!(with(&[(None, None)]));
    assert!(with(&[
        (None, Some(5)),
        (Some(6), Some(9)),
        (Some(20), None)
    ]));
    assert!(
        !with(&[(None, None), (Some(6), None)]),
        "the first has no end"
    );
    assert!(
        !with(&[(None, Some(5)), (Some(5), None)]),
        "a day is in both"
    );
    assert!(!with(&[(Some(6), Some(5))]), "it ends before it begins");
    assert!(
        !with(&[(Some(6), Some(7)), (None, Some(2))]),
        "the later first"
    );
}
