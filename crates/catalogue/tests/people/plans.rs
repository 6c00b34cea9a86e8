//! Three people on their way, every figure worked out by hand from the conditions' words.

use crate::support::{NAMES, PACK, SETTINGS, day, person};
use catalogue::Levels;
use catalogue::pathways::{Assumption, Input, Level, Offer, Person, Plan, Verdict, Way, plan};
use pack::facts::format_date;
use pack::slot_of;

const TODAY: &str = "2026-11-22";

fn all() -> Option<Levels> {
    Some(Levels::from_bits(31))
}

fn input(person: Person, goal: Level) -> Input<'static> {
    Input {
        person,
        goal,
        offered: all(),
        digital_or_green: None,
        offers: &[],
    }
}

fn planned(input: &Input<'_>) -> Plan {
    plan(&PACK, &SETTINGS, input).unwrap()
}

/// Each step's level, day and the first condition that is met.
fn steps(way: &Way) -> Vec<(Level, String, String)> {
    let programme = &PACK.program.programmes[NAMES.levels];
    let step = |planned: &catalogue::pathways::Planned| {
        let route = planned.step.met().next().unwrap();
        let version = &programme.versions[usize::from(route.version)];
        let id = version.routes[usize::from(route.index)].id.clone();
        (planned.step.level, format_date(planned.step.day), id)
    };
    way.steps.iter().map(step).collect()
}

fn step(level: Level, day: &str, route: &str) -> (Level, String, String) {
    (level, day.to_owned(), route.to_owned())
}

/// By the first words of a change: the goal's day after it and the days gained.
fn changes(plan: &Plan) -> Vec<(&'static str, String, Option<i64>)> {
    let change = |it: &catalogue::pathways::Nearer| {
        let text = SETTINGS.what_if[it.change].text.en.as_str();
        (text, format_date(it.day), it.sooner)
    };
    plan.what_if.iter().map(change).collect()
}

/// A student in the graduating year of a secondary vocational school, in a related major; no
/// certificate; begins to work on 2027-07-01. Goal: level 1.
///
/// - Level 4, condition 3: graduates of a related major, students in their graduating year
///   too: today, 2026-11-22.
/// - Level 3, condition 2: 4 years of work since the level 4 certificate. Work begins on
///   2027-07-01, so 2031-07-01. (Condition 1, 10 years of work, only on 2037-07-01.)
/// - Level 2, condition 1: 5 years of work since level 3: 2036-07-01.
/// - Level 1, condition 1: 5 years of work since level 2: 2041-07-01.
///
/// One step fewer: wait for level 3 by 10 years of work, 2037-07-01; then 2042-07-01 and
/// 2047-07-01.
#[test]
fn a_student() {
    let mut student = person(
        TODAY,
        &[
            ("held_level", "none"),
            ("age_years", "18"),
            ("trade_years", "0"),
            ("trade_status", "planned"),
            ("graduation", "secondary"),
            ("graduation_major_matches", "true"),
            ("graduation_evaluated", "false"),
            ("title_rank", "none"),
            ("technician_college", "none"),
        ],
    );
    student.works_from = Some(day("2027-07-01"));
    let plan = planned(&input(student, 1));
    assert_eq!(plan.verdict, Verdict::Found);
    let [quick, short] = plan.ways.as_slice() else {
        panic!("two ways, not {}", plan.ways.len());
    };
    assert_eq!(
        steps(quick),
        [
            step(4, "2026-11-22", "level_4_graduate"),
            step(3, "2031-07-01", "level_3_after_4"),
            step(2, "2036-07-01", "level_2_after_3"),
            step(1, "2041-07-01", "level_1_after_2"),
        ]
    );
    assert_eq!(
        steps(short),
        [
            step(3, "2037-07-01", "level_3_years"),
            step(2, "2042-07-01", "level_2_after_3"),
            step(1, "2047-07-01", "level_1_after_2"),
        ]
    );
    assert_eq!(plan.by_time, Some(0));
    // No course is in hand, so no way has a known cost.
    assert_eq!(plan.by_cost, None);
    assert!(plan.missing.is_empty());
    // The quick way counts from known days. The short one counts "0 full years" of work, which
    // may be nearly one: 10 are full on 2036-07-02 at the earliest, and 10 more come after.
    assert_eq!(quick.day, quick.not_before);
    assert_eq!(format_date(short.not_before), "2046-07-02");
    let assumed = [
        Assumption::WorksFrom(day("2027-07-01")),
        Assumption::SatAtOnce,
        Assumption::FullYears,
        Assumption::RulesStay(day("2026-12-31")),
    ];
    assert_eq!(plan.assumptions, assumed);
    // A middle title opens level 2 a year of work later, 2028-07-01, without level 3; level 1
    // by 5 years since the title (2032-07-01) and 1 since level 2 (2029-07-01): 2032-07-01,
    // 3,287 days (9 years with 2 leap days) before 2041-07-01.
    assert_eq!(
        changes(&plan)[0],
        (
            "You get a middle title now",
            "2032-07-01".to_owned(),
            Some(3_287)
        )
    );
}

/// A worker: level 4 certificate, 2 full years of work since; 6 years in the trade; a college
/// diploma in another major; goal: level 2.
///
/// - Level 3, condition 2: 4 years of work since level 4: 2 more. The third year has begun
///   at the latest today, so 2028-11-22 at the latest; it may be full tomorrow, so
///   2027-11-23 at the earliest. (10 years of work: 2030-11-22.)
/// - Level 2, condition 1: 5 years of work since level 3: 2033-11-22, or 2032-11-23.
#[test]
fn a_worker() {
    let worker = person(
        TODAY,
        &[
            ("held_level", "level_4"),
            ("years_since_certificate", "2"),
            ("years_since_certificate_issued", "2"),
            ("age_years", "30"),
            ("trade_years", "6"),
            ("trade_status", "working"),
            ("graduation", "college"),
            ("graduation_major_matches", "false"),
            ("graduation_evaluated", "false"),
            ("title_rank", "none"),
            ("technician_college", "none"),
        ],
    );
    let plan = planned(&input(worker.clone(), 2));
    let [way] = plan.ways.as_slice() else {
        panic!("one way, not {}", plan.ways.len());
    };
    assert_eq!(
        steps(way),
        [
            step(3, "2028-11-22", "level_3_after_4"),
            step(2, "2033-11-22", "level_2_after_3"),
        ]
    );
    assert_eq!(format_date(way.not_before), "2032-11-23");
    // The other condition of level 3 is named with its own day.
    let later: Vec<String> = way.steps[0]
        .step
        .routes
        .iter()
        .map(|(_, day)| format_date(*day))
        .collect();
    assert_eq!(later, ["2028-11-22", "2030-11-22"]);
    // What would bring it nearer:
    // - a middle title now: level 2, condition 3, after 1 year: 2027-11-22.
    // - a related diploma (condition 5 or 4 of level 3): level 3 today, level 2 in 5 years.
    // - a junior title now: level 3 after 1 year (condition 3), 2027-11-22; level 2 with 5
    //   years since the title and 1 since level 3: 2031-11-22.
    // - one more year since the certificate: level 3 2027-11-22, level 2 2032-11-22.
    // One more year in the trade alone changes nothing: 9 years more are 10 only in 2029.
    let of = |day: &str| {
        let matching: Vec<_> = changes(&plan)
            .into_iter()
            .filter(|it| it.1 == day)
            .collect();
        matching.iter().map(|it| (it.0, it.2)).collect::<Vec<_>>()
    };
    assert_eq!(
        of("2027-11-22"),
        [("You get a middle title now", Some(2_192))]
    );
    let words: Vec<&str> = of("2031-11-22").iter().map(|it| it.0).collect();
    assert_eq!(
        words,
        [
            "Your major was this one or a related one",
            "You graduate in this major or a related one from a senior technical class",
            "You graduate in this major or a related one from a higher vocational school or college",
            "You get a junior title now",
        ]
    );
    assert_eq!(of("2031-11-22")[0].1, Some(731));
    assert_eq!(
        of("2032-11-22"),
        [(
            "One more year of work since your certificate",
            Some(366 - 1)
        )]
    );
    assert_eq!(plan.what_if.len(), 6);
    assert_eq!(
        plan.assumptions,
        [
            Assumption::WorksFrom(day(TODAY)),
            Assumption::SatAtOnce,
            Assumption::FullYears,
            Assumption::RulesStay(day("2026-12-31")),
        ]
    );
    // An occupation whose standard has no level 3 leaves no way; without level 2 no such goal.
    let mut without = input(worker, 2);
    without.offered = Some(Levels::from_bits(0b1_1010));
    let plan = planned(&without);
    assert_eq!((plan.verdict, plan.ways.len()), (Verdict::NoWay, 0));
    assert!(plan.what_if.iter().all(|it| it.sooner.is_none()));
    without.offered = Some(Levels::from_bits(0b1_1100));
    assert_eq!(planned(&without).verdict, Verdict::NotOffered);
    without.offered = None;
    assert_eq!(planned(&without).verdict, Verdict::NoStandard);
    without.goal = 4;
    assert_eq!(planned(&without).verdict, Verdict::Held);
}

/// An engineer with a middle title since 2022-03-15, in the trade since 2020-07-01, employed
/// by an enterprise, registered outside of Shanghai; no certificate. Goal: level 1.
///
/// - Level 2, condition 3: middle title and 1 year of work since: met since 2023, so today,
///   without any lower level.
/// - Level 1, condition 2: 5 years of work since the middle title (2027-03-15) and 1 since
///   level 2 (2027-11-22): 2027-11-22. (Condition 1, 5 years since level 2: 2031-11-22.)
///
/// Level 2 today under `sh_skill_upgrade`: 3,000 × 80 % = 2,400 yuan; whether it is uplifted
/// by 30 % (3,120) is not known. `ui_skill_upgrade` does not cover level 2. The day of level 1
/// lies after the last day that the pack answers for, so its subsidy is not counted: under
/// today's rules it would be 3,500 × 80 % = 2,800 to 3,640.
#[test]
fn an_engineer() {
    let mut engineer = person(
        TODAY,
        &[
            ("held_level", "none"),
            ("trade_status", "working"),
            ("graduation", "bachelor"),
            ("graduation_major_matches", "false"),
            ("graduation_evaluated", "false"),
            ("title_rank", "middle"),
            ("technician_college", "none"),
            ("situation", "employed"),
            ("employer_kind", "enterprise"),
            ("residence", "other"),
            ("working_age", "true"),
            ("ui_insured_months", "70"),
            ("claims_this_year", "0"),
            ("disabled", "false"),
            ("veteran_within_5_years", "false"),
        ],
    );
    let since = [
        ("age_years", "1995-05-05"),
        ("trade_years", "2020-07-01"),
        ("years_since_title", "2022-03-15"),
    ];
    let since = since.map(|(id, since)| (slot_of(&PACK, id).unwrap(), day(since)));
    engineer.since = since.to_vec();
    let offer = |level, price_yuan| Offer {
        level,
        course: usize::from(level),
        price_yuan,
        hours: 120,
        sample: true,
    };
    let offers = [offer(2, 5_000), offer(1, 6_000)];
    let mut input = input(engineer, 1);
    input.offers = &offers;
    let plan = planned(&input);
    let way = &plan.ways[plan.by_time.unwrap()];
    assert_eq!(
        steps(way),
        [
            step(2, "2026-11-22", "level_2_middle_title"),
            step(1, "2027-11-22", "level_1_middle_title"),
        ]
    );
    assert_eq!(way.not_before, way.day);
    let subsidies: Vec<_> = way
        .steps
        .iter()
        .map(|step| {
            let subsidy = step.subsidy.as_ref().unwrap();
            (
                step.counted,
                subsidy.min_fen,
                subsidy.max_fen,
                format_date(subsidy.day),
            )
        })
        .collect();
    assert_eq!(
        subsidies,
        [
            (true, 240_000, 312_000, TODAY.to_owned()),
            (false, 280_000, 364_000, TODAY.to_owned()),
        ]
    );
    // 5,000 + 6,000 yuan for the courses; 2,400 come back for sure, 3,120 at most; so no more
    // than 8,600 are left to pay.
    assert_eq!(way.cost.price_yuan, 11_000);
    assert_eq!(
        (way.cost.subsidy_min_fen, way.cost.subsidy_max_fen),
        (240_000, 312_000)
    );
    assert_eq!(way.cost.at_most_fen(), 860_000);
    assert!(way.cost.complete && way.cost.sample);
    assert_eq!(plan.by_cost, plan.by_time);
    let missing: Vec<&str> = way.steps[0]
        .subsidy
        .as_ref()
        .unwrap()
        .missing
        .iter()
        .map(|slot| PACK.program.facts[usize::from(*slot)].id.as_str())
        .collect();
    assert_eq!(
        missing,
        ["certificate_in_shortage_list", "certificate_field"]
    );
}
