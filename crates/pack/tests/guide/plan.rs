use crate::{SHANGHAI, SMALL, day};
use pack::Pack;
use pack::guide::plan::{Progress, Step, own_answers, steps};
use pack::guide::{Guide, Wait};
use rules::eval::{Answers, Evaluator};

struct Desk {
    main: &'static Pack,
    guide: &'static Guide,
}

impl Desk {
    fn new() -> Desk {
        let (main, guide) = &*SHANGHAI;
        Desk { main, guide }
    }

    fn steps(&self, dates: &[(&str, &str)], ticked: &[&str], today: &str) -> Vec<Step> {
        let road = &self.guide.road;
        let mut progress = Progress {
            dates: vec![None; road.dates.len()],
            ticked: vec![false; road.tasks.len()],
        };
        for (id, text) in dates {
            progress.dates[road.date(id).unwrap()] = Some(day(text));
        }
        for id in ticked {
            progress.ticked[road.task(id).unwrap()] = true;
        }
        steps(self.guide, self.main, &progress, day(today))
    }

    fn of<'a>(&self, steps: &'a [Step], id: &str) -> &'a Step {
        &steps[self.guide.road.task(id).unwrap()]
    }
}

#[test]
fn the_numbers_of_months_are_those_of_the_conditions() {
    let (main, _) = &*SHANGHAI;
    let mut evaluator = Evaluator::new(&main.program).unwrap();
    let mut months = |condition: &str, on: &str| {
        let wait = Wait {
            programme: "startup_first".to_owned(),
            condition: condition.to_owned(),
            since: 0,
        };
        pack::guide::plan::months_of(main, &mut evaluator, &wait, day(on))
    };
    assert_eq!(months("operating", "2026-11-22"), Some(12));
    assert_eq!(months("insured", "2026-11-22"), Some(6));
    // Before the first version there is no condition to wait for.
    assert_eq!(months("operating", "2022-12-31"), None);
    // One that asks for something else has no months.
    assert_eq!(months("residence", "2026-11-22"), None);
}

/// Registered on 31 August 2025, the first person insured since 15 May 2026.
///
/// 12 months are full on 31 August 2026, 6 months of insurance on 15 November 2026. The window
/// of 18 months ends on 28 February 2027, because there is no 31st; that of the rent, 6 months,
/// ended on 28 February 2026.
#[test]
fn days_follow_from_the_dates() {
    let desk = Desk::new();
    let dates = [("registered", "2025-08-31"), ("insured", "2026-05-15")];
    let steps = desk.steps(&dates, &[], "2026-11-14");
    let of = |id| desk.of(&steps, id);
    assert_eq!(of("run_on").months, Some(12));
    assert_eq!(of("run_on").from, Some(day("2026-08-31")));
    assert!(of("run_on").done && of("run_on").by_date);
    assert_eq!(of("insure_on").from, Some(day("2026-11-15")));
    assert!(!of("insure_on").done);
    let claim = of("claim_first");
    assert_eq!(claim.from, Some(day("2026-11-15")));
    assert_eq!(claim.until, Some(day("2027-02-28")));
    assert_eq!(claim.window_months, Some(18));
    assert!(!claim.is_too_late() && !claim.is_open);
    let task = desk.guide.road.task("insure_on").unwrap();
    assert_eq!(claim.blocked_by, [u16::try_from(task).unwrap()]);
    let rent = of("claim_rent");
    assert_eq!(
        (rent.until, rent.window_months),
        (Some(day("2026-02-28")), Some(6))
    );
    assert_eq!(rent.from, None);
    // A day later the six months are full, and nothing stands in the way.
    let steps = desk.steps(&dates, &[], "2026-11-15");
    assert!(desk.of(&steps, "insure_on").done);
    assert_eq!(desk.of(&steps, "claim_first").blocked_by, [0u16; 0]);
}

/// Registered on 28 August 2025: the grant's window ends on 28 February 2027, and whoever is
/// insured from 31 August 2026 on has 6 full months on that day, as from the 28th.
#[test]
fn the_last_day_to_insure_somebody() {
    let desk = Desk::new();
    let steps = desk.steps(&[("registered", "2025-08-28")], &[], "2026-07-01");
    // The grant's first day is not known yet: it waits for the insurance too.
    assert!(desk.of(&steps, "claim_first").is_open && !desk.of(&steps, "run_on").is_open);
    let insure = desk.of(&steps, "insure_first");
    assert_eq!(insure.until, Some(day("2026-08-31")));
    let claim = desk.guide.road.task("claim_first").unwrap();
    assert_eq!(insure.until_for, Some(u16::try_from(claim).unwrap()));
    // With that day there is just time; with the next one there is none.
    for (insured, too_late) in [("2026-08-31", false), ("2026-09-01", true)] {
        let dates = [("registered", "2025-08-28"), ("insured", insured)];
        let steps = desk.steps(&dates, &[], "2026-09-02");
        assert_eq!(
            desk.of(&steps, "claim_first").is_too_late(),
            too_late,
            "{insured}"
        );
        assert_eq!(desk.of(&steps, "insure_first").until, None, "{insured}");
    }
    // Who has the grant has no deadline any more.
    let dates = [("registered", "2025-08-28")];
    let steps = desk.steps(&dates, &["claim_first"], "2026-07-01");
    assert_eq!(desk.of(&steps, "insure_first").until, None);
}

#[test]
fn a_tick_opens_what_comes_after_and_a_planned_day_does_nothing_yet() {
    let desk = Desk::new();
    let nothing = desk.steps(&[], &[], "2026-11-22");
    let road = &desk.guide.road;
    let blocked = |steps: &[Step], id: &str| {
        let ids = desk.of(steps, id).blocked_by.iter();
        ids.map(|at| road.tasks[usize::from(*at)].id.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(blocked(&nothing, "find_idea"), [""; 0]);
    assert_eq!(blocked(&nothing, "register"), ["find_idea"]);
    assert_eq!(blocked(&nothing, "claim_rent"), ["move_in", "register"]);
    assert!(
        nothing
            .iter()
            .all(|step| step.from.is_none() && step.until.is_none())
    );
    let ticked = desk.steps(&[], &["find_idea", "run_on"], "2026-11-22");
    assert_eq!(blocked(&ticked, "register"), [""; 0]);
    assert!(desk.of(&ticked, "run_on").done && !desk.of(&ticked, "run_on").by_date);
    // A registration that is only planned is not done, but its window is known.
    let planned = desk.steps(&[("registered", "2026-12-31")], &[], "2026-11-22");
    let register = desk.of(&planned, "register");
    assert!(!register.done && !register.by_date);
    assert_eq!(
        desk.of(&planned, "claim_rent").until,
        Some(day("2027-06-30"))
    );
    assert_eq!(
        desk.of(&planned, "claim_first").until,
        Some(day("2028-06-30"))
    );
    let come = desk.steps(&[("registered", "2026-12-31")], &[], "2026-12-31");
    assert!(desk.of(&come, "register").done);
}

/// No rule covers the day: no window is guessed.
#[test]
fn without_a_version_there_is_no_date() {
    let desk = Desk::new();
    let steps = desk.steps(&[("registered", "2022-03-01")], &[], "2022-12-31");
    assert_eq!(desk.of(&steps, "claim_first").until, None);
    assert_eq!(desk.of(&steps, "run_on").months, None);
}

#[test]
fn tasks_stand_after_what_must_come_before_them() {
    let (_, guide) = &*SHANGHAI;
    let ids: Vec<&str> = guide
        .road
        .tasks
        .iter()
        .map(|task| task.id.as_str())
        .collect();
    // As written, for every task of the file comes after those that it names.
    assert_eq!(ids.first(), Some(&"find_idea"));
    for task in &guide.road.tasks {
        let place = guide.road.task(&task.id).unwrap();
        assert!(
            task.after.iter().all(|before| usize::from(*before) < place),
            "{}",
            task.id
        );
    }
    let stages: Vec<u8> = guide.road.tasks.iter().map(|task| task.stage).collect();
    assert!(stages.is_sorted());
    // In the small one two were written too early.
    let (_, small) = &*SMALL;
    let ids: Vec<&str> = small
        .road
        .tasks
        .iter()
        .map(|task| task.id.as_str())
        .collect();
    assert_eq!(ids, ["learn", "open_up", "stay_open", "claim"]);
}

#[test]
fn dates_answer_the_guides_questions() {
    let (_, guide) = &*SHANGHAI;
    let slot = |id| usize::from(pack::slot_of(&guide.pack, id).unwrap());
    let mut told = Answers {
        values: vec![None; guide.pack.program.facts.len()],
    };
    told.values[slot("months_running")] = Some(40);
    let mut dates = vec![None; guide.road.dates.len()];
    dates[guide.road.date("registered").unwrap()] = Some(day("2026-01-31"));
    let months = |today: &str| {
        let answers = own_answers(guide, &told, &dates, day(today));
        (
            answers.values[slot("registered")],
            answers.values[slot("months_running")],
        )
    };
    assert_eq!(months("2026-02-28"), (Some(1), Some(1)));
    assert_eq!(months("2026-02-27"), (Some(1), Some(0)));
    // Before that day nothing has changed.
    assert_eq!(months("2026-01-30"), (None, Some(40)));
}
