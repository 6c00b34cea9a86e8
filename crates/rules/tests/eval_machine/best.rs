//! The best combination against trying all subsets.

use super::build::{condition, fact, number, programme, version};
use proptest::prelude::*;
use rules::eval::{Answers, Because, Best, Evaluator};
use rules::program::{Cap, Domain, Figure, Kind, Op, Program, Unit, Version};
use rules::validate::{Invalid, validate};

/// One grant: its smallest and largest amount, and whether it is certain.
type Grant = (i64, i64, bool);

/// A program of grants whose amounts are answers not yet given.
fn grants(grants: &[Grant], exclusions: Vec<Vec<u16>>, caps: Vec<Cap>) -> Program {
    let mut program = Program {
        exclusions,
        caps,
        ..Program::default()
    };
    for (place, &(min, more, certain)) in grants.iter().enumerate() {
        let start = program.ops.len();
        let slot = program.facts.len() as u16;
        program.facts.push(fact(slot, number(min, min + more)));
        program.facts.push(fact(slot + 1, Domain::Bool));
        program.ops.extend([Op::Fact(slot), Op::Fact(slot + 1)]);
        let version = Version {
            conditions: if certain {
                vec![]
            } else {
                vec![condition(start as u16 + 1)]
            },
            amount: Some(Figure {
                reg: start as u16,
                scale: 2,
                unit: Unit::Yuan,
            }),
            ..version(start, start + 2)
        };
        program
            .programmes
            .push(programme(&format!("p{place:02}"), Kind::Grant, version));
    }
    program
}

fn best(program: &Program) -> Best {
    let answers = Answers::none(program);
    Evaluator::new(program)
        .expect("valid")
        .evaluate(0, &answers)
        .best
}

fn cap(programmes: Vec<u16>, max_fen: i64) -> Cap {
    Cap {
        id: format!("{programmes:?}"),
        programmes,
        max_fen,
    }
}

/// What a set comes to: the least that any way of cutting at caps that do not overlap gives.
fn worth(set: u32, amounts: &[i64], caps: &[Cap]) -> i64 {
    (0..1u32 << caps.len())
        .map(|used| {
            let used: Vec<_> = caps
                .iter()
                .enumerate()
                .filter(|(i, _)| used >> i & 1 == 1)
                .collect();
            let capped: i64 = used.iter().map(|(_, cap)| cap.max_fen).sum();
            let free = (0..amounts.len() as u16).filter(|p| {
                set >> p & 1 == 1 && !used.iter().any(|(_, cap)| cap.programmes.contains(p))
            });
            capped + free.map(|p| amounts[usize::from(p)]).sum::<i64>()
        })
        .min()
        .expect("at least no caps")
}

/// Caps that do not cross: ranges of places halved again and again.
fn laminar(count: u16, seeds: &[(u16, u16, i64)]) -> Vec<Cap> {
    let mut caps: Vec<Cap> = vec![];
    for &(from, length, max_fen) in seeds {
        let members: Vec<_> = (from % count..count)
            .take(usize::from(length % 5) + 1)
            .collect();
        let crosses = caps.iter().any(|other| {
            let shared = other
                .programmes
                .iter()
                .filter(|p| members.contains(p))
                .count();
            shared > 0 && shared < members.len() && shared < other.programmes.len()
        });
        if !crosses {
            caps.push(cap(members, max_fen));
        }
    }
    caps
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_choice_is_the_best_of_all(
        amounts in prop::collection::vec((0i64..6, 0i64..3, any::<bool>()), 1..9),
        groups in prop::collection::vec(any::<u16>(), 0..4),
        seeds in prop::collection::vec((any::<u16>(), any::<u16>(), 0i64..12), 0..4),
    ) {
        let count = amounts.len() as u16;
        let members = |bits: u16| (0..count).filter(|i| bits >> (2 * i % 16) & 3 == 1).collect::<Vec<_>>();
        let exclusions: Vec<_> = groups.into_iter().map(members).collect();
        let caps = laminar(count, &seeds);
        let program = grants(&amounts, exclusions.clone(), caps.clone());
        let found = best(&program);

        let min: Vec<_> = amounts.iter().map(|&(min, _, certain)| if certain { min } else { 0 }).collect();
        let max: Vec<_> = amounts.iter().map(|&(min, more, _)| min + more).collect();
        let allowed = |set: &u32| exclusions.iter().all(|group| {
            group.iter().filter(|&p| set >> p & 1 == 1).count() <= 1
        });
        let sets: Vec<_> = (0..1u32 << count).filter(allowed).collect();
        let ids = |set: u32| (0..count).filter(move |p| set >> p & 1 == 1).collect::<Vec<_>>();
        let chosen = sets.iter().copied().min_by_key(|&set| {
            let worth = (-worth(set, &min, &caps), -worth(set, &max, &caps));
            (worth, set.count_ones(), ids(set))
        }).expect("the empty set is allowed");
        prop_assert_eq!(&found.programmes, &ids(chosen));
        prop_assert_eq!(found.min_fen, worth(chosen, &min, &caps));
        let largest = sets.iter().map(|&set| worth(set, &max, &caps)).max();
        prop_assert_eq!(Some(found.max_fen), largest);

        let left: Vec<_> = (0..count).filter(|p| max[usize::from(*p)] > 0 && chosen >> p & 1 == 0).collect();
        let left_out: Vec<_> = found.left_out.iter().map(|left| left.programme).collect();
        prop_assert_eq!(left_out, left);
        for left in &found.left_out {
            let own = left.programme;
            prop_assert_eq!(left.costs_fen, max[usize::from(own)]);
            match left.because {
                Because::Excluded { by } => {
                    let together = |group: &Vec<u16>| group.contains(&by) && group.contains(&own);
                    prop_assert!(found.programmes.contains(&by) && exclusions.iter().any(together));
                }
                Because::Capped { cap } => {
                    let cap = &caps[usize::from(cap)];
                    prop_assert!(cap.programmes.contains(&own));
                    let inside = chosen & cap.programmes.iter().fold(0, |set, p| set | 1u32 << p);
                    let within = caps.iter().filter(|c| c.programmes.len() < cap.programmes.len());
                    let within: Vec<_> = within.cloned().collect();
                    prop_assert!(worth(inside, &max, &within) >= cap.max_fen, "used up");
                }
            }
        }
    }
}

#[test]
fn an_exclusion_takes_the_larger() {
    let program = grants(
        &[(1_000, 0, true), (1_500, 0, true), (7, 0, true)],
        vec![vec![0, 1]],
        vec![],
    );
    let best = best(&program);
    assert_eq!(
        (best.programmes, best.min_fen, best.max_fen),
        (vec![1, 2], 1_507, 1_507)
    );
    assert_eq!(best.left_out.len(), 1);
    assert_eq!(best.left_out[0].because, Because::Excluded { by: 1 });
    assert_eq!(best.left_out[0].costs_fen, 1_000);
}

#[test]
fn a_cap_cuts_the_sum() {
    let amounts = [(20_000, 0, true), (20_000, 0, true), (20_000, 0, true)];
    let program = grants(&amounts, vec![], vec![cap(vec![0, 1, 2], 30_000)]);
    let best = best(&program);
    assert_eq!((best.programmes, best.max_fen), (vec![0, 1], 30_000));
    assert_eq!(best.left_out[0].because, Because::Capped { cap: 0 });
}

#[test]
fn many_grants_under_one_cap_are_no_trouble() {
    let amounts: Vec<_> = (0..24).map(|i| (5_000 + i % 3, 100, i % 2 == 0)).collect();
    let all: Vec<u16> = (0..24).collect();
    let pairs = (0..23).map(|i| vec![i, i + 1]).collect();
    let program = grants(&amounts, pairs, vec![cap(all, 30_000)]);
    assert_eq!(best(&program).max_fen, 30_000);
}

#[test]
fn what_takes_too_long_or_makes_no_sense_is_refused() {
    let amounts = vec![(1, 1, true); 26];
    let chain = |count: u16| (0..count - 1).map(|i| vec![i, i + 1]).collect::<Vec<_>>();
    assert_eq!(validate(&grants(&amounts, chain(24), vec![])), Ok(()));
    let what = "grants that exclusions and caps join";
    let too_many = Invalid::TooMany {
        what,
        count: 25,
        limit: 24,
    };
    assert_eq!(
        validate(&grants(&amounts, chain(25), vec![])),
        Err(too_many)
    );
    let all = vec![(0..26).collect::<Vec<u16>>()];
    assert_eq!(
        validate(&grants(&amounts, all, vec![])),
        Ok(()),
        "one exclusion may be large"
    );
    let crossing = vec![cap(vec![0, 1], 5), cap(vec![1, 2], 5)];
    let refused = validate(&grants(&amounts, vec![], crossing));
    assert!(matches!(refused, Err(Invalid::CrossingCaps { .. })));
    let negative = vec![cap(vec![0, 1], -1)];
    assert!(matches!(
        validate(&grants(&amounts, vec![], negative)),
        Err(Invalid::Cap { .. })
    ));
    for group in [vec![1, 0], vec![1, 1], vec![0, 26]] {
        let refused = validate(&grants(&amounts, vec![group], vec![]));
        assert!(matches!(refused, Err(Invalid::Group { .. })));
    }
}
