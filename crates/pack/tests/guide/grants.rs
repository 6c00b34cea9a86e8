use crate::{SHANGHAI, day};
use pack::Pack;
use pack::guide::Guide;
use pack::guide::grants::{Person, ahead, answers_on};
use rules::date::Day;
use rules::eval::{Answers, Evaluator, Status};

/// A graduate with a first business in Shanghai; what else is told, and the dates.
fn person(
    main: &Pack,
    guide: &Guide,
    more: &[(&str, &str)],
    dates: &[(&str, &str)],
    today: &str,
) -> Person {
    let mut answers = Answers {
        values: vec![None; main.program.facts.len()],
    };
    let told = [
        ("residence", "shanghai"),
        ("founder_group", "graduate_within_2_years"),
        ("first_business", "true"),
        ("startup_first_claimed", "false"),
    ];
    for (id, text) in told.iter().chain(more) {
        let slot = pack::slot_of(main, id).unwrap();
        answers.values[usize::from(slot)] = Some(pack::parse_answer(main, slot, text).unwrap());
    }
    let mut days = vec![None; guide.road.dates.len()];
    for (id, text) in dates {
        days[guide.road.date(id).unwrap()] = Some(day(text));
    }
    Person {
        answers,
        dates: days,
        today: day(today),
    }
}

fn chance(more: &[(&str, &str)], dates: &[(&str, &str)], id: &str) -> Option<(String, i64)> {
    let (main, guide) = &*SHANGHAI;
    let person = person(main, guide, more, dates, "2026-11-22");
    let programme = main
        .program
        .programmes
        .iter()
        .position(|it| it.id == id)
        .unwrap();
    let mut evaluator = Evaluator::new(&main.program).unwrap();
    let last = day("2028-11-21");
    let found = ahead(guide, main, &mut evaluator, &person, &[programme], last)[0].chance;
    let mut eligible = |day: Day| {
        let answers = answers_on(guide, main, &person, day);
        let evaluation = evaluator.evaluate(day, &answers);
        evaluation.outcomes[programme].status == Status::Eligible
    };
    // No day before it would do: the last ones are looked at, and one of every fortnight.
    let end = found.map_or(last + 1, |it| it.day);
    let before = (person.today..end).filter(|day| end - day < 4 || (end - day) % 14 == 0);
    let before: Vec<Day> = before.collect();
    assert!(!before.into_iter().any(&mut eligible));
    assert!(found.is_none_or(|it| eligible(it.day)));
    found.map(|it| {
        let amount = it.amount.unwrap();
        assert_eq!(amount.min, amount.max);
        (pack::facts::format_date(it.day), amount.min)
    })
}

#[test]
fn the_first_business_grant_comes_when_both_months_are_full() {
    let grant =
        |dates: &[(&str, &str)], more: &[(&str, &str)]| chance(more, dates, "startup_first");
    // Registered on 31 August 2026: 12 months on 31 August 2027; insured since 1 November.
    let found = grant(
        &[("registered", "2026-08-31"), ("insured", "2026-11-01")],
        &[],
    );
    assert_eq!(found, Some(("2027-08-31".to_owned(), 8_000)));
    // The insurance decides: from 20 June 2027 six months are full on 20 December.
    let found = grant(
        &[("registered", "2026-08-31"), ("insured", "2027-06-20")],
        &[],
    );
    assert_eq!(found, Some(("2027-12-20".to_owned(), 8_000)));
    // Too late: six months are full after the window, 28 February 2028.
    let found = grant(
        &[("registered", "2026-08-31"), ("insured", "2027-09-30")],
        &[],
    );
    assert_eq!(found, None);
    // Told without a date: three months in November are six in February.
    let found = grant(
        &[("registered", "2025-10-01")],
        &[("staff_insured_months", "3")],
    );
    assert_eq!(found, Some(("2027-02-22".to_owned(), 8_000)));
    // A registration that is planned.
    let found = grant(
        &[("registered", "2026-12-31"), ("insured", "2026-12-31")],
        &[],
    );
    assert_eq!(found, Some(("2027-12-31".to_owned(), 8_000)));
    // Not known how long anybody is insured: not counted.
    assert_eq!(grant(&[("registered", "2026-08-31")], &[]), None);
    // Not for everybody.
    let elsewhere = [("residence", "other")];
    let dates = [("registered", "2026-08-31"), ("insured", "2026-11-01")];
    assert_eq!(grant(&dates, &elsewhere), None);
}

#[test]
fn the_rent_grant_can_be_claimed_from_registration_on() {
    let rent = [
        ("incubated_team", "true"),
        ("incubation_months", "8"),
        ("incubation_rent_paid", "12000"),
    ];
    // 12,000 yuan over 8 months are 9,000 for the first 6.
    let found = chance(&rent, &[("registered", "2027-01-10")], "startup_incubation");
    assert_eq!(found, Some(("2027-01-10".to_owned(), 900_000)));
    let found = chance(&rent, &[("registered", "2026-11-01")], "startup_incubation");
    assert_eq!(found, Some(("2026-11-22".to_owned(), 900_000)));
    // Its window ended yesterday.
    let found = chance(&rent, &[("registered", "2026-05-21")], "startup_incubation");
    assert_eq!(found, None);
}

#[test]
fn what_is_counted_never_leaves_its_bounds() {
    let (main, guide) = &*SHANGHAI;
    let more = [("staff_insured_months", "600")];
    let person = person(
        main,
        guide,
        &more,
        &[("registered", "1850-01-01")],
        "2026-11-22",
    );
    let answers = answers_on(guide, main, &person, day("2028-11-22"));
    let of = |id| answers.values[usize::from(pack::slot_of(main, id).unwrap())];
    assert_eq!(of("staff_insured_months"), Some(600));
    assert_eq!(of("months_operating"), Some(600));
    // Before the first day that the question allows.
    assert_eq!(of("business_registered_on"), None);
}

/// What is not told is asked although nothing can be claimed today: it decides about the day on
/// which the months are full.
#[test]
fn open_questions_are_those_of_the_day_that_may_come() {
    let (main, guide) = &*SHANGHAI;
    let at = |id: &str| {
        let programmes = &main.program.programmes;
        programmes.iter().position(|it| it.id == id).unwrap()
    };
    let missing = |more: &[(&str, &str)]| {
        let dates = [("registered", "2026-08-31"), ("insured", "2026-11-01")];
        let mut person = person(main, guide, more, &dates, "2026-11-22");
        let group = pack::slot_of(main, "founder_group").unwrap();
        person.answers.values[usize::from(group)] = None;
        let mut evaluator = Evaluator::new(&main.program).unwrap();
        let programmes = [at("startup_first"), at("startup_incubation")];
        let last = day("2028-10-31");
        let all = ahead(guide, main, &mut evaluator, &person, &programmes, last);
        let ids = |of: usize| {
            let slots = all[of].missing.iter();
            let ids = slots.map(|slot| main.program.facts[usize::from(slot)].id.clone());
            ids.collect::<Vec<_>>()
        };
        (
            all[0].chance.is_some(),
            ids(0),
            all[1].chance.is_some(),
            ids(1),
        )
    };
    let (sure, first, rent_sure, rent) = missing(&[]);
    assert!(!sure && !rent_sure);
    assert_eq!(first, ["founder_group"]);
    assert!(rent.contains(&"incubated_team".to_owned()), "{rent:?}");
    // Eligible for sure, but not for how much.
    let (_, _, rent_sure, rent) = missing(&[("incubated_team", "true")]);
    assert!(rent_sure);
    assert_eq!(rent, ["incubation_months", "incubation_rent_paid"]);
    // Ruled out on every day: nothing to ask.
    let (sure, first, _, rent) = missing(&[("residence", "other"), ("incubated_team", "false")]);
    assert!(!sure);
    assert_eq!((first.len(), rent.len()), (0, 0));
}
