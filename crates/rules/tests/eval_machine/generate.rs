//! Random programs with small domains.

use super::build::{condition, fact, version};
use proptest::prelude::*;
use rules::program::{
    Cap, Change, Condition, Domain, Fact, Figure, Kind, Op, Program, Programme, Rounding, Step,
    Unit, Version,
};
use rules::validate::validate;

/// What one operation is made from; smaller numbers make simpler operations.
type Gene = (u8, u16, u16, u16, i64);

/// What one programme is made from: operations, conditions, routes, amount, kind.
type Genes = (Vec<Gene>, Vec<u16>, Vec<u16>, u16, u8);

fn gene() -> impl Strategy<Value = Gene> {
    (0u8..40, any::<u16>(), any::<u16>(), any::<u16>(), -4i64..8)
}

fn genes(size: usize) -> impl Strategy<Value = Genes> {
    let places = |most| prop::collection::vec(any::<u16>(), 0..=most);
    let ops = prop::collection::vec(gene(), 1..size);
    (ops, places(3), places(3), any::<u16>(), any::<u8>())
}

fn domain() -> impl Strategy<Value = Domain> {
    // The days around the end of January 2024.
    let days = (19_750i64..19_760, 0i64..4).prop_map(|(min, more)| Domain::Date {
        min,
        max: min + more,
    });
    let numbers = (-2i64..4, 0i64..4).prop_map(|(min, more)| Domain::Number {
        min,
        max: min + more,
        scale: 0,
    });
    prop_oneof![
        3 => Just(Domain::Bool),
        3 => (1u8..5).prop_map(Domain::Options),
        4 => numbers,
        1 => days,
    ]
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        Just(Change::Fixed),
        Just(Change::DoUp),
        Just(Change::DoDown),
        Just(Change::WaitUp),
        Just(Change::WaitDown),
        any::<u64>().prop_map(Change::DoTo),
        any::<u64>().prop_map(Change::WaitTo),
    ]
}

/// A valid program of up to three programmes, and partial answers to it.
pub fn program_and_answers() -> impl Strategy<Value = (Program, Vec<Option<i64>>)> {
    let facts = prop::collection::vec((domain(), change(), 0u16..4), 1..=5);
    let programmes = prop::collection::vec(genes(16), 1..=3);
    let shared = prop::collection::vec(gene(), 0..8);
    let answers = prop::collection::vec(prop::option::weighted(0.4, 0i64..100), 5);
    let groups = (
        prop::collection::vec(0u8..8, 0..3),
        prop::option::of(0i64..2_000),
    );
    (facts, shared, programmes, groups, answers).prop_map(
        |(facts, shared, programmes, groups, answers)| {
            let mut program = Program::default();
            for (place, (domain, change, order)) in (0..).zip(facts) {
                program.facts.push(Fact {
                    change,
                    order,
                    ..fact(place, domain)
                });
            }
            for gene in shared {
                push(&mut program, 0, gene);
            }
            program.shared = program.ops.len() as u16;
            for (place, genes) in programmes.into_iter().enumerate() {
                grow(&mut program, place, genes);
            }
            join(&mut program, groups);
            assert_eq!(validate(&program), Ok(()));
            let answers = program.facts.iter().zip(answers).map(|(fact, answer)| {
                let values = super::reference::values(&fact.domain);
                answer.map(|answer| values[answer as usize % values.len()])
            });
            let answers = answers.collect();
            (program, answers)
        },
    )
}

/// Exclusions and one cap, among the programmes whose bits are set.
fn join(program: &mut Program, (exclusions, cap): (Vec<u8>, Option<i64>)) {
    let count = program.programmes.len() as u16;
    let members = |bits: u8| {
        (0..count)
            .filter(|i| bits >> i & 1 == 1)
            .collect::<Vec<_>>()
    };
    program.exclusions = exclusions.into_iter().map(members).collect();
    program.caps = cap
        .into_iter()
        .map(|max_fen| Cap {
            id: "cap".to_owned(),
            programmes: members(max_fen as u8),
            max_fen,
        })
        .collect();
}

fn is_number(program: &Program, reg: u16) -> bool {
    match program.ops[usize::from(reg)] {
        Op::Fact(slot) => {
            let domain = &program.facts[usize::from(slot)].domain;
            matches!(domain, Domain::Number { .. } | Domain::Date { .. })
        }
        Op::Option(_)
        | Op::OneOf(..)
        | Op::SameOption(..)
        | Op::Not(_)
        | Op::And(..)
        | Op::Or(..)
        | Op::Less(..)
        | Op::LessEqual(..)
        | Op::Equal(..)
        | Op::IfSet(..) => false,
        _ => true,
    }
}

/// Registers that an operation from `start` on may read.
fn readable(program: &Program, start: usize) -> Vec<u16> {
    let shared = usize::from(program.shared).min(start);
    (0..shared)
        .chain(start..program.ops.len())
        .map(|reg| reg as u16)
        .collect()
}

/// Of some registers one, later ones as likely as not.
fn pick(from: &[u16], place: u16) -> Option<u16> {
    from.get(usize::from(place).checked_rem(from.len())?)
        .copied()
}

/// Adds an operation if it is valid where it stands, else a constant.
fn push(program: &mut Program, start: usize, (kind, a, b, c, k): Gene) {
    let all = readable(program, start);
    let numbers: Vec<_> = all
        .iter()
        .copied()
        .filter(|&reg| is_number(program, reg))
        .collect();
    let sets: Vec<_> = all
        .iter()
        .copied()
        .filter(|&reg| !is_number(program, reg))
        .collect();
    let number = |place| pick(&numbers, place);
    let set = |place| pick(&sets, place);
    let roundings = [
        Rounding::Floor,
        Rounding::Ceiling,
        Rounding::Up,
        Rounding::Down,
        Rounding::HalfUp,
        Rounding::HalfDown,
        Rounding::HalfEven,
    ];
    let rounding = roundings[usize::from(c) % roundings.len()];
    let list = || {
        (0..4)
            .map(|i| (k + i * i64::from(b % 5)) % 7)
            .collect::<Vec<_>>()
    };
    let make = || {
        Some(match kind {
            0..8 => Op::Fact(a % program.facts.len() as u16),
            8 => Op::AppliedOn,
            9 => Op::Option((k & 1) as u8),
            10 | 11 => Op::OneOf(set(a)?, (k as u64) & 0b1111),
            12 => Op::SameOption(set(a)?, set(b)?),
            13 => Op::Not(set(a)?),
            14 | 15 => Op::And(set(a)?, set(b)?),
            16 | 17 => Op::Or(set(a)?, set(b)?),
            18 => Op::Less(number(a)?, number(b)?),
            19 | 20 => Op::LessEqual(number(a)?, number(b)?),
            21 => Op::Equal(number(a)?, number(b)?),
            22 => Op::Negate(number(a)?),
            23 | 24 => Op::Add(number(a)?, number(b)?),
            25 | 26 => Op::Subtract(number(a)?, number(b)?),
            27 => Op::Multiply(number(a)?, number(b)?),
            28 => Op::MultiplyBy(number(a)?, k),
            29 => Op::Min(number(a)?, number(b)?),
            30 => Op::Max(number(a)?, number(b)?),
            31 => Op::Abs(number(a)?),
            32 => Op::Divide {
                a: number(a)?,
                b: number(b)?,
                times: k.max(1),
                rounding,
            },
            33 => Op::Round(number(a)?, k.max(1), rounding),
            34 | 35 => Op::If(set(a)?, number(b)?, number(c)?),
            36 => Op::IfSet(set(a)?, set(b)?, set(c)?),
            37 => Op::Lookup(number(a)?, list()),
            38 => Op::LookupOption(set(a)?, list()),
            _ => match k & 3 {
                0 => Op::AddMonths(number(a)?, number(b)?),
                1 => Op::MonthsBetween(number(a)?, number(b)?),
                2 => Op::Year(number(a)?),
                _ => Op::Number(k),
            },
        })
    };
    let op = make().unwrap_or(Op::Number(k));
    program.ops.push(op);
    if !operations_are_valid(program, start) {
        program.ops.pop();
        program.ops.push(Op::Number(k));
    }
}

fn operations_are_valid(program: &Program, start: usize) -> bool {
    let own = version(start, program.ops.len());
    let shared = if start == 0 {
        program.ops.len() as u16
    } else {
        program.shared
    };
    let programme = |version| Programme {
        id: "p".to_owned(),
        kind: Kind::Points,
        versions: vec![version],
    };
    let program = Program {
        facts: program.facts.clone(),
        ops: program.ops.clone(),
        shared,
        programmes: if start == 0 {
            vec![]
        } else {
            vec![programme(own)]
        },
        exclusions: vec![],
        caps: vec![],
    };
    validate(&program).is_ok()
}

/// Adds a programme.
fn grow(program: &mut Program, place: usize, (ops, conditions, routes, amount, kind): Genes) {
    let start = program.ops.len();
    for gene in ops {
        push(program, start, gene);
    }
    let all = readable(program, start);
    let is_truth = |&reg: &u16| {
        let mut probe = program.clone();
        probe.ops.push(Op::Not(reg));
        operations_are_valid(&probe, start)
    };
    let truths: Vec<_> = all.iter().copied().filter(is_truth).collect();
    let numbers: Vec<_> = all
        .iter()
        .copied()
        .filter(|&reg| is_number(program, reg))
        .collect();
    let kind = [Kind::Grant, Kind::Grant, Kind::Points, Kind::Levels][usize::from(kind) % 4];
    let choose = |places: Vec<u16>| {
        let chosen = places
            .into_iter()
            .filter_map(|place| pick(&truths, place))
            .enumerate();
        chosen
            .map(|(i, reg)| Condition {
                id: format!("c{i}"),
                level: Some(5 - (i % 2) as u8),
                ..condition(reg)
            })
            .collect()
    };
    let figure = |place| {
        pick(&numbers, place).map(|reg| Figure {
            reg,
            scale: 2,
            unit: Unit::Yuan,
        })
    };
    let steps = all
        .iter()
        .filter(|reg| is_number(program, **reg))
        .map(|&reg| Step {
            id: format!("s{reg}"),
            figure: Figure {
                reg,
                scale: 0,
                unit: Unit::None,
            },
        });
    let version = Version {
        conditions: choose(conditions),
        routes: choose(routes),
        steps: steps.collect(),
        amount: figure(amount).filter(|_| amount % 5 != 0),
        due_now: figure(amount / 7).filter(|_| amount % 3 == 0),
        ..version(start, program.ops.len())
    };
    program.programmes.push(Programme {
        id: format!("p{place}"),
        kind,
        versions: vec![version],
    });
    if validate(program).is_err() {
        // A grant of more than there is money.
        program.programmes[place].kind = Kind::Points;
    }
}
