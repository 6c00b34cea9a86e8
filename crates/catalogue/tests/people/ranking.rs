//! Courses for people, every figure worked out by hand from the rules' words and the weights.

use crate::support::{PACK, SETTINGS, answers, day};
use catalogue::matching::score::{Fit, Free, Near, Place, Reason};
use catalogue::matching::{Match, Paid, Ranked, Wish, rank};
use catalogue::model::{
    Certificate, Confidence, Course, Courses, Mode, Occupation, Occupations, Slot, Times,
};
use pack::slot_of;
use proptest::prelude::*;
use rules::date::Day;
use rules::eval::Answers;

const TODAY: &str = "2026-11-22";

fn occupation(code: &str, minor: u16, marked: Option<bool>) -> Occupation {
    Occupation {
        code: code.to_owned(),
        name: code.to_owned(),
        minor,
        digital: marked,
        green: marked.map(|_| false),
        work_types: Vec::new(),
        confidence: Confidence::Both,
        standards: Vec::new(),
        shortage: None,
        synonyms: Vec::new(),
    }
}

/// 0 and 1 are of one 小类; 2 is of another one and a digital occupation; 3 says nothing.
fn occupations() -> Occupations {
    Occupations {
        list: vec![
            occupation("1", 7, Some(false)),
            occupation("2", 7, Some(false)),
            occupation("3", 8, Some(true)),
            occupation("4", 9, None),
        ],
        ..Occupations::default()
    }
}

fn slot(weekday: u8, from: u16) -> Slot {
    Slot {
        weekday,
        from: from * 60,
        to: from * 60 + 120,
    }
}

fn course(id: &str, occupation: u16, level: u8, price_yuan: u32) -> Course {
    Course {
        id: id.to_owned(),
        title: id.to_owned(),
        occupation,
        level,
        institution: 0,
        district: 4,
        hours: 100,
        price_yuan,
        starts_on: Vec::new(),
        mode: Mode::Classroom,
        slots: Vec::new(),
        certificate: Certificate::Level,
        sample: true,
    }
}

/// Employed by an enterprise, registered elsewhere, 40 months of unemployment insurance.
const EMPLOYED: [(&str, &str); 8] = [
    ("situation", "employed"),
    ("employer_kind", "enterprise"),
    ("residence", "other"),
    ("working_age", "true"),
    ("disabled", "false"),
    ("veteran_within_5_years", "false"),
    ("ui_insured_months", "40"),
    ("claims_this_year", "0"),
];

/// Level 5 for 3 years of work, 4 years in the trade; 25 years of age.
const LEVEL_5: [(&str, &str); 9] = [
    ("held_level", "level_5"),
    ("years_since_certificate", "3"),
    ("trade_years", "4"),
    ("trade_status", "working"),
    ("age_years", "25"),
    ("graduation", "none"),
    ("graduation_major_matches", "false"),
    ("title_rank", "none"),
    ("technician_college", "none"),
];

fn wish(answers: &Answers) -> Wish<'_> {
    Wish {
        date: day(TODAY),
        answers,
        occupation: Some(0),
        level: None,
        district: Some(4),
        times: Some(Times {
            weekday: false,
            evening: true,
            weekend: true,
        }),
    }
}

fn ranked(courses: Vec<Course>, wish: &Wish<'_>) -> Ranked {
    let courses = Courses {
        list: courses,
        ..Courses::default()
    };
    rank(&PACK, &SETTINGS, &occupations(), &courses, wish).unwrap()
}

fn points(it: &Match) -> [u16; 6] {
    it.parts.map(|part| part.points)
}

/// A worker with level 5 looks for the next course, in the evening or at the weekend.
///
/// 1. Level 4 of the own trade, 3,000 yuan, in the district, evenings. Condition 2 of level 4
///    (3 years since level 5) is met: the next level. City grant: 2,000 × 80 % = 1,600; with
///    the uplift, which is not known, 2,080. Insurance fund: 1,500, but whether the
///    certificate fits is not known. The larger of the two for sure: 1,600 to 2,080; left 920
///    to 1,400. Points: 800 + 250 + 150 × 1,600 / 3,000 = 80 + 150 × (6,000 - 1,400) / 6,000
///    = 115 + 100 + 100 = 1,445.
/// 2. Level 5 of the own trade on line, 1,200 yuan: held already, and whether it has been paid
///    for is not known: nothing, or 1,500 × 80 % = 1,200, or 1,560. 1,200 left at most, and 360
///    more than the price at best. 800 + 0 + 0 + 150 × (6,000 - 1,200) / 6,000 = 120 + 70 +
///    100 = 1,090.
/// 3. Level 5 of another trade of the group, 8,000 yuan, a provider's own paper: one may plan
///    to work in it, so level 5 can be sat. No grant; more than 6,000 left. Tuesday morning
///    and Saturday. 300 + 250 + 0 + 0 + 0 (another district) + 40 = 590.
/// 4. Level 3 of a digital trade, 2,000 yuan: whether it can be sat is not known of another
///    trade. City grant 2,500 × 80 % = 2,000 to 2,600; insurance fund 2,000 for sure; best
///    2,000 to 2,600; left -600 to 0. Monday mornings. 0 + 60 + 150 + 150 + 0 + 0 = 360.
#[test]
fn a_worker_after_hours() {
    let answers = answers(&[&EMPLOYED[..], &LEVEL_5[..]].concat());
    let mut first = course("a", 0, 4, 3_000);
    first.slots = vec![slot(2, 18), slot(4, 18)];
    first.starts_on = vec![day("2026-10-01"), day("2026-12-01")];
    let mut second = course("b", 0, 5, 1_200);
    second.mode = Mode::Online;
    second.starts_on = vec![day("2027-01-04")];
    let mut third = course("c", 1, 5, 8_000);
    third.certificate = Certificate::Completion;
    third.district = 9;
    third.slots = vec![slot(2, 9), slot(6, 9)];
    let mut fourth = course("d", 2, 3, 2_000);
    fourth.slots = vec![slot(1, 9)];
    fourth.district = 9;
    let found = ranked(vec![fourth, third, second, first], &wish(&answers));
    let order: Vec<_> = found
        .matches
        .iter()
        .map(|it| (it.course, it.score))
        .collect();
    assert_eq!(order, [(3, 1_445), (2, 1_090), (1, 590), (0, 360)]);
    let [a, b, c, d] = found.matches.as_slice() else {
        panic!("four courses");
    };
    assert_eq!(points(a), [800, 250, 80, 115, 100, 100]);
    assert_eq!(points(b), [800, 0, 0, 120, 70, 100]);
    assert_eq!(points(c), [300, 250, 0, 0, 0, 40]);
    assert_eq!(points(d), [0, 60, 150, 150, 0, 0]);
    assert_eq!(a.left_fen, Some((92_000, 140_000)));
    assert_eq!(b.left_fen, Some((-36_000, 120_000)));
    assert_eq!(
        (c.paid, c.left_fen),
        (Paid::NotForIt, Some((800_000, 800_000)))
    );
    assert_eq!(d.left_fen, Some((-60_000, 0)));
    let reasons = |it: &Match| it.parts.map(|part| part.reason);
    let sure = |sure_fen, price_fen| Reason::Subsidy {
        sure_fen,
        price_fen,
    };
    assert_eq!(
        reasons(a),
        [
            Reason::Occupation(Near::Same),
            Reason::Level(Fit::Next),
            sure(160_000, 300_000),
            Reason::Price { left_fen: 140_000 },
            Reason::District(Place::Wanted),
            Reason::Times(Free::All),
        ]
    );
    assert_eq!(reasons(b)[1], Reason::Level(Fit::Held));
    assert_eq!(
        reasons(b)[4..],
        [Reason::District(Place::Online), Reason::Times(Free::Own)]
    );
    assert_eq!(reasons(c)[0], Reason::Occupation(Near::Group));
    assert_eq!(
        reasons(c)[4..],
        [Reason::District(Place::Other), Reason::Times(Free::Some)]
    );
    assert_eq!(reasons(d)[1], Reason::Level(Fit::Unknown));
    assert_eq!(reasons(d)[5], Reason::Times(Free::None));
    // The rules in hand end with 2026: a course that begins in December is within them.
    assert_eq!((a.after_rules, b.after_rules), (false, true));
    assert_eq!((found.own.next(), found.other.next()), (Some(4), Some(5)));
    // One certificate is paid for once: the larger of two grants, not their sum.
    let Paid::At(at) = d.paid else {
        panic!("a grant is paid");
    };
    let subsidy = &found.subsidies[at];
    assert_eq!((subsidy.min_fen, subsidy.max_fen), (200_000, 260_000));
    let sums: Vec<_> = subsidy
        .grants
        .iter()
        .map(|it| (it.min_fen, it.max_fen))
        .collect();
    assert_eq!(sums, [(200_000, 260_000), (200_000, 200_000)]);
}

/// Somebody from elsewhere who receives unemployment benefit: the city's grant does not cover
/// them; the insurance fund pays 1,500 yuan for level 4 of a digital trade, neither more nor
/// less. Of a trade of which the table says nothing it may be nothing.
#[test]
fn a_person_without_work_from_elsewhere() {
    let mut given = EMPLOYED;
    given[0] = ("situation", "ui_recipient");
    let answers = answers(&given);
    let mut wish = wish(&answers);
    wish.occupation = None;
    let found = ranked(
        vec![course("a", 2, 4, 3_000), course("b", 3, 4, 3_000)],
        &wish,
    );
    let [a, b] = found.matches.as_slice() else {
        panic!("two courses");
    };
    assert_eq!((a.course, a.left_fen), (0, Some((150_000, 150_000))));
    assert_eq!((b.course, b.left_fen), (1, Some((150_000, 300_000))));
    assert_eq!(a.parts[0].reason, Reason::Occupation(Near::NoWish));
}

/// A day for which neither grant has a rule in hand gives no figure.
#[test]
fn a_day_without_rules() {
    let answers = answers(&EMPLOYED);
    let mut wish = wish(&answers);
    wish.date = day("2020-06-01");
    let found = ranked(vec![course("a", 0, 4, 3_000)], &wish);
    assert_eq!(found.matches[0].paid, Paid::NoRule);
    assert_eq!(found.matches[0].left_fen, None);
    assert_eq!(found.matches[0].parts[2].points, 0);
}

/// What a person says of the certificate that they have is not said of the one to come: their
/// claimed and unlisted certificate changes nothing. What is assumed is named.
#[test]
fn answers_about_an_old_certificate_do_not_count() {
    let old = [
        ("has_certificate", "true"),
        ("certificate_kind", "special"),
        ("certificate_level", "5"),
        ("certificate_issued_on", "2010-01-01"),
        ("certificate_verified", "false"),
        ("certificate_in_shortage_list", "true"),
        ("certificate_field", "elderly_care"),
        ("certificate_fits_employer", "true"),
        ("certificate_digital_or_green", "true"),
        ("same_certificate_claimed", "true"),
        ("higher_level_claimed", "true"),
        ("training_subsidy_claimed", "true"),
    ];
    let plain = answers(&EMPLOYED);
    let with_old = answers(&[&EMPLOYED[..], &old[..]].concat());
    let courses = || vec![course("a", 0, 4, 3_000)];
    let (one, two) = (
        ranked(courses(), &wish(&plain)),
        ranked(courses(), &wish(&with_old)),
    );
    assert_eq!(one.subsidies, two.subsidies);
    let assumed = one.subsidies[0].assumed.iter();
    let ids: Vec<&str> = assumed
        .map(|it| PACK.program.facts[usize::from(it.slot)].id.as_str())
        .collect();
    assert_eq!(
        ids,
        [
            "has_certificate",
            "certificate_kind",
            "certificate_verified",
            "same_certificate_claimed",
            "higher_level_claimed",
            "training_subsidy_claimed",
            "certificate_level",
            "certificate_issued_on",
            "certificate_digital_or_green",
        ]
    );
}

/// Facts that the grants read, and every answer to them that makes a difference.
const ASKED: [(&str, &[&str]); 8] = [
    (
        "situation",
        &[
            "employed",
            "flexible",
            "unemployed",
            "ui_recipient",
            "student_higher_final_year",
            "other",
        ],
    ),
    ("employer_kind", &["enterprise", "other"]),
    ("residence", &["shanghai", "other"]),
    ("working_age", &["true", "false"]),
    ("disabled", &["true", "false"]),
    ("veteran_within_5_years", &["true", "false"]),
    ("ui_insured_months", &["0", "11", "12", "40"]),
    ("claims_this_year", &["0", "2", "3"]),
];

fn asked() -> impl Strategy<Value = Vec<Option<usize>>> {
    prop::collection::vec(prop::option::of(0usize..6), ASKED.len())
}

fn given(choice: &[Option<usize>]) -> Answers {
    let given: Vec<(&str, &str)> = ASKED
        .iter()
        .zip(choice)
        .filter_map(|((id, values), at)| Some((*id, values[(*at)? % values.len()])))
        .collect();
    answers(&given)
}

fn every_level() -> Vec<Course> {
    let all = (0..4).flat_map(|occupation| (0..=5).map(move |level| (occupation, level)));
    all.map(|(occupation, level)| course("x", occupation, level, 2_500))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn an_answer_never_widens_what_is_left(choice in asked(), at in 0usize..8, value in 0usize..6) {
        let mut less = choice.clone();
        less[at] = None;
        let mut more = choice;
        more[at] = Some(value);
        let (less, more) = (given(&less), given(&more));
        let by_course = |answers: &Answers| {
            let mut found = ranked(every_level(), &wish(answers)).matches;
            found.sort_by_key(|it| it.course);
            found
        };
        for (wide, narrow) in by_course(&less).iter().zip(&by_course(&more)) {
            let (Some(wide), Some(narrow)) = (wide.left_fen, narrow.left_fen) else {
                return Err(TestCaseError::fail("there are rules on this day"));
            };
            prop_assert!(wide.0 <= narrow.0 && narrow.1 <= wide.1, "{:?} {:?}", wide, narrow);
        }
    }

    #[test]
    fn a_score_is_the_sum_of_its_parts_and_the_order_is_by_score(choice in asked(), goal in prop::option::of(0u16..4)) {
        let answers = given(&choice);
        let mut wish = wish(&answers);
        wish.occupation = goal;
        let found = ranked(every_level(), &wish).matches;
        prop_assert_eq!(found.len(), 24);
        for it in &found {
            let sum: u32 = it.parts.iter().map(|part| u32::from(part.points)).sum();
            prop_assert_eq!(it.score, sum);
            prop_assert!(it.parts.iter().all(|part| part.points <= part.most));
        }
        let most = |it: &Match| it.left_fen.map(|left| left.1);
        let key = |it: &Match| (core::cmp::Reverse(it.score), most(it), it.course);
        let ordered = found.windows(2).all(|pair| key(&pair[0]) < key(&pair[1]));
        prop_assert!(ordered);
    }
}

#[test]
fn the_facts_of_the_tests_are_questions_of_the_pack() {
    let day: Day = day(TODAY);
    assert!(day < PACK.valid_until);
    assert!(ASKED.iter().all(|(id, _)| slot_of(&PACK, id).is_some()));
}
