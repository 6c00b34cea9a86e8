//! Results against brute force over all worlds.

use super::generate::program_and_answers;
use super::reference::{World, completions, values, world};
use proptest::prelude::*;
use rules::eval::{Answers, Evaluation, Evaluator, FactSet, Outcome, Range, Status, Truth};
use rules::program::{Kind, Program};

const DATE: i64 = 19_754;

/// Enough for any search in these programs.
const PLENTY: u32 = 100_000_000;

fn evaluate(program: &Program, answers: &[Option<i64>], effort: u32) -> Evaluation {
    let mut evaluator = Evaluator::new(program).expect("a valid program");
    evaluator.set_effort(effort);
    evaluator.evaluate(
        DATE,
        &Answers {
            values: answers.to_vec(),
        },
    )
}

/// All worlds of a programme.
fn worlds(program: &Program, answers: &[Option<i64>], programme: usize) -> Vec<World> {
    let programme = &program.programmes[programme];
    completions(program, answers)
        .iter()
        .map(|facts| world(program, programme.kind, &programme.versions[0], facts, DATE))
        .collect()
}

fn truth(mut of: impl Iterator<Item = bool>) -> Truth {
    let first = of.next().expect("a world");
    match (of.all(|other| other == first), first) {
        (true, true) => Truth::Yes,
        (true, false) => Truth::No,
        (false, _) => Truth::Unknown,
    }
}

fn hull(of: impl Iterator<Item = i64> + Clone) -> Option<(i64, i64)> {
    Some((of.clone().min()?, of.max()?))
}

fn bounds(range: Option<Range>) -> Option<(i64, i64)> {
    range.map(|range| (range.min, range.max))
}

fn expected_status(worlds: &[World]) -> Status {
    match truth(worlds.iter().map(|world| world.eligible)) {
        Truth::Yes => Status::Eligible,
        Truth::No => Status::Ineligible,
        Truth::Unknown => Status::Undetermined,
    }
}

fn paid(worlds: &[World], figure: impl Fn(&World) -> Option<i64> + Copy) -> Option<(i64, i64)> {
    let has_figure = worlds.iter().any(|world| figure(world).is_some());
    let paid = worlds.iter().map(|world| {
        if world.eligible {
            figure(world).unwrap_or(0)
        } else {
            0
        }
    });
    hull(paid).filter(|_| has_figure)
}

/// Everything that an exact outcome must say.
fn assert_exact(program: &Program, answers: &[Option<i64>], place: usize, outcome: &Outcome) {
    let worlds = worlds(program, answers, place);
    assert_eq!(outcome.status, expected_status(&worlds), "status");
    assert_eq!(
        bounds(outcome.amount),
        paid(&worlds, |world| world.amount),
        "amount"
    );
    assert_eq!(
        bounds(outcome.due_now),
        paid(&worlds, |world| world.due_now),
        "due now"
    );
    let eligible = worlds.iter().filter(|world| world.eligible);
    let if_eligible = hull(eligible.filter_map(|world| world.amount));
    assert_eq!(bounds(outcome.if_eligible), if_eligible, "if eligible");
    let version = &program.programmes[place].versions[0];
    for (i, (found, condition)) in outcome
        .conditions
        .iter()
        .zip(&version.conditions)
        .enumerate()
    {
        let expected = truth(worlds.iter().map(|world| world.conditions[i]));
        assert_eq!(*found, expected, "condition {}", condition.id);
    }
    for (i, (found, route)) in outcome.routes.iter().zip(&version.routes).enumerate() {
        let expected = truth(worlds.iter().map(|world| world.routes[i]));
        assert_eq!(*found, expected, "route {}", route.id);
    }
    for slot in 0..program.facts.len() {
        let matters = worlds.iter().any(|world| {
            let others = worlds.iter().filter(|other| {
                let mut facts = other.facts.clone();
                facts[slot] = world.facts[slot];
                facts == world.facts
            });
            { others }.any(|other| other.asked() != world.asked())
        });
        assert_eq!(
            outcome.missing.contains(slot as u16),
            matters,
            "fact {slot} matters"
        );
    }
}

/// Everything that an outcome must not deny, however little effort was allowed.
fn assert_sound(program: &Program, answers: &[Option<i64>], place: usize, outcome: &Outcome) {
    let worlds = worlds(program, answers, place);
    let expected = expected_status(&worlds);
    assert!(outcome.status == expected || outcome.status == Status::Undetermined);
    let within = |range: Option<Range>, figure: Option<(i64, i64)>| match (range, figure) {
        (Some(range), Some((min, max))) => range.min <= min && max <= range.max,
        (None, None) => true,
        _ => false,
    };
    assert!(within(outcome.amount, paid(&worlds, |world| world.amount)));
    assert!(within(
        outcome.due_now,
        paid(&worlds, |world| world.due_now)
    ));
    for world in &worlds {
        for (range, &step) in outcome.steps.iter().zip(&world.steps) {
            assert!(
                range.min <= step && step <= range.max,
                "step {step} in {range:?}"
            );
        }
    }
}

/// The same program with its programmes the other way round.
fn reversed(program: &Program) -> Program {
    let count = program.programmes.len() as u16;
    let mut turned = program.clone();
    turned.programmes.reverse();
    for (place, programme) in turned.programmes.iter_mut().enumerate() {
        programme.id = format!("p{place}");
    }
    let turn = |group: &mut Vec<u16>| {
        group
            .iter_mut()
            .for_each(|programme| *programme = count - 1 - *programme);
        group.sort_unstable();
    };
    turned.exclusions.iter_mut().for_each(turn);
    turned.exclusions.reverse();
    turned
        .caps
        .iter_mut()
        .for_each(|cap| turn(&mut cap.programmes));
    turned
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn results_are_exact((program, answers) in program_and_answers()) {
        let evaluation = evaluate(&program, &answers, PLENTY);
        for (place, outcome) in evaluation.outcomes.iter().enumerate() {
            assert_exact(&program, &answers, place, outcome);
            assert_sound(&program, &answers, place, outcome);
        }
    }

    #[test]
    fn results_are_sound_whatever_the_effort((program, answers) in program_and_answers(), effort in 0u32..40) {
        let evaluation = evaluate(&program, &answers, effort);
        for (place, outcome) in evaluation.outcomes.iter().enumerate() {
            assert_sound(&program, &answers, place, outcome);
        }
    }

    #[test]
    fn an_answer_never_widens((program, answers) in program_and_answers(), slot in 0usize..5, value in 0usize..9) {
        let slot = slot % program.facts.len();
        let before = evaluate(&program, &answers, PLENTY);
        let mut more = answers.clone();
        let values = values(&program.facts[slot].domain);
        more[slot] = more[slot].or(Some(values[value % values.len()]));
        let after = evaluate(&program, &more, PLENTY);
        for (before, after) in before.outcomes.iter().zip(&after.outcomes) {
            prop_assert!(before.status == Status::Undetermined || before.status == after.status);
            if let (Some(before), Some(after)) = (before.amount, after.amount) {
                prop_assert!(before.min <= after.min && after.max <= before.max);
            }
            prop_assert!(after.missing.without(before.missing).is_empty());
        }
        prop_assert!(before.best.min_fen <= after.best.min_fen);
        prop_assert!(after.best.max_fen <= before.best.max_fen);
    }

    #[test]
    fn the_order_of_programmes_does_not_matter((program, answers) in program_and_answers()) {
        let one = evaluate(&program, &answers, PLENTY);
        let turned = reversed(&program);
        let other = evaluate(&turned, &answers, PLENTY);
        for (outcome, turned) in one.outcomes.iter().zip(other.outcomes.iter().rev()) {
            prop_assert_eq!(outcome, turned);
        }
        prop_assert_eq!(one.best.min_fen, other.best.min_fen);
        prop_assert_eq!(one.best.max_fen, other.best.max_fen);
        prop_assert_eq!(one.best.programmes.len(), other.best.programmes.len());
    }

    #[test]
    fn known_worlds_and_sets_of_one_world_agree((program, answers) in program_and_answers()) {
        let complete: Vec<_> = program.facts.iter().zip(&answers).map(|(fact, answer)| {
            answer.unwrap_or_else(|| values(&fact.domain)[0])
        }).collect();
        // As if nothing else were possible: the facts' domains hold one value each, or the
        // answer is given.
        let answered: Vec<_> = complete.iter().copied().map(Some).collect();
        let mut point = evaluate(&program, &answered, PLENTY);
        let mut more = program.clone();
        more.facts.push(super::build::fact(99, rules::program::Domain::Bool));
        let mut sets = evaluate(&more, &[&answered[..], &[None]].concat(), PLENTY);
        for outcome in point.outcomes.iter_mut().chain(&mut sets.outcomes) {
            prop_assert!(outcome.missing.is_empty());
            prop_assert!(outcome.status != Status::Undetermined);
        }
        prop_assert_eq!(&point, &sets);

        // The fast path gives the same figures.
        let mut evaluator = Evaluator::new(&program).expect("valid");
        let mut figures = vec![None; program.programmes.len()];
        let best = evaluator.totals(DATE, &complete, &mut figures);
        prop_assert_eq!(best, Ok(point.best.max_fen));
        for (figure, outcome) in figures.iter().zip(&point.outcomes) {
            let eligible = outcome.status == Status::Eligible;
            prop_assert_eq!(figure.is_some(), eligible);
            let amount = outcome.amount.map_or(0, |range| range.max);
            prop_assert!(!eligible || *figure == Some(amount));
        }
    }
}

#[test]
fn totals_refuse_answers_that_cannot_be() {
    let program = super::build::shows(vec![super::build::number(1, 3)], vec![]);
    let mut evaluator = Evaluator::new(&program).expect("valid");
    let mut figures = [None];
    assert_eq!(evaluator.totals(DATE, &[3], &mut figures), Ok(0));
    assert_eq!(figures, [Some(0)], "eligible, without a figure");
    assert!(evaluator.totals(DATE, &[4], &mut figures).is_err());
    assert!(evaluator.totals(DATE, &[], &mut figures).is_err());
}

#[test]
fn levels_are_asked_for_until_each_is_known() {
    use super::build::{condition, fact, programme, version};
    use rules::program::{Condition, Domain, Op, Version};
    let route = |reg, level| Condition {
        level: Some(level),
        ..condition(reg)
    };
    let ops = vec![Op::Fact(0), Op::Fact(1), Op::Fact(2)];
    let levels = Version {
        routes: vec![route(0, 5), route(1, 5), route(2, 4)],
        ..version(0, 3)
    };
    let program = Program {
        facts: (0..3).map(|place| fact(place, Domain::Bool)).collect(),
        ops,
        shared: 0,
        programmes: vec![programme("levels", Kind::Levels, levels)],
        exclusions: vec![],
        caps: vec![],
    };
    let outcome = &evaluate(&program, &[Some(1), None, None], PLENTY).outcomes[0];
    assert_eq!(outcome.status, Status::Eligible);
    // The second route opens a level that is open already; the third opens another.
    assert_eq!(outcome.missing, [2].into_iter().collect());
}

/// Neither end of its range nor any cut shows that a number matters; only splitting does.
#[test]
fn a_number_may_matter_in_the_middle_only() {
    use super::build::{condition, fact, number, programme, version};
    use rules::program::{Domain, Op, Version};
    let ops = vec![
        Op::Fact(0),
        Op::Fact(1),
        Op::Number(500),
        Op::Subtract(1, 2),
        Op::Abs(3),
        Op::Number(3),
        Op::Less(4, 5),
        Op::Or(0, 6),
    ];
    let either = Version {
        conditions: vec![condition(7)],
        ..version(0, ops.len())
    };
    let program = Program {
        facts: vec![fact(0, Domain::Bool), fact(1, number(0, 1_100))],
        ops,
        shared: 0,
        programmes: vec![programme("either", Kind::Eligibility, either)],
        exclusions: vec![],
        caps: vec![],
    };
    let outcome = &evaluate(&program, &[None, None], PLENTY).outcomes[0];
    assert_eq!(outcome.status, Status::Undetermined);
    assert_eq!(outcome.missing, [0, 1].into_iter().collect());
    let outcome = &evaluate(&program, &[Some(1), None], PLENTY).outcomes[0];
    assert_eq!(outcome.missing, FactSet::EMPTY);
}

/// A choice between two numbers has none of those between them, though its range has.
#[test]
fn conditions_are_exact_across_gaps() {
    use super::build::{condition, fact, programme, version};
    use rules::program::{Domain, Op, Version};
    let ops = vec![
        Op::Fact(0),
        Op::Fact(1),
        Op::Number(-5),
        Op::Number(3),
        Op::If(1, 2, 3),
        // Neither -5 nor 3 is 0, and neither is nearer to 0 than 3.
        Op::Number(0),
        Op::Equal(4, 5),
        Op::Abs(4),
        Op::Less(7, 3),
        // Of four entries the first or the last.
        Op::Number(1),
        Op::Number(4),
        Op::If(1, 9, 10),
        Op::Lookup(11, vec![0, 9, 9, 0]),
        Op::Less(3, 12),
    ];
    let conditions = [0, 6, 8, 13].map(condition).to_vec();
    let both = Version {
        conditions,
        ..version(0, ops.len())
    };
    let program = Program {
        facts: vec![fact(0, Domain::Bool), fact(1, Domain::Bool)],
        ops,
        shared: 0,
        programmes: vec![programme("both", Kind::Eligibility, both)],
        exclusions: vec![],
        caps: vec![],
    };
    let outcome = &evaluate(&program, &[Some(0), None], PLENTY).outcomes[0];
    assert_eq!(outcome.conditions, [Truth::No; 4]);
}
