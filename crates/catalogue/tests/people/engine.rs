//! The days on which the engine opens a level, against the 19 conditions as they are worded.

use crate::support::{NAMES, PACK, answers};
use catalogue::matching::subset;
use catalogue::pathways::clock::{full_on, years_at};
use catalogue::pathways::engine::Engine;
use catalogue::pathways::search::{Conditions, State};
use catalogue::pathways::{Level, Person};
use pack::slot_of;
use proptest::prelude::*;
use rules::date::{Day, add_months, from_ymd};

/// A person in plain words; every day is known.
#[derive(Clone, Debug)]
struct Told {
    today: Day,
    born: Day,
    worked_since: Day,
    works_from: Option<Day>,
    held: Level,
    issued: Day,
    graduation: usize,
    matches: bool,
    evaluated: bool,
    title: usize,
    title_since: Day,
    college: usize,
}

const GRADUATIONS: [&str; 5] = [
    "none",
    "secondary",
    "senior_technical_class",
    "college",
    "bachelor",
];
const TITLES: [&str; 4] = ["none", "junior", "middle", "senior"];
const COLLEGES: [&str; 3] = ["none", "graduate", "technician_class_student"];

impl Told {
    /// Full years of work on a day, counted from a day not after today.
    fn work(&self, since: Day, day: Day) -> i64 {
        match self.works_from {
            None => years_at(since, self.today.min(day)),
            Some(from) => {
                let from = from.max(self.today);
                // The days between today and the day of starting do not count.
                let idle = day.clamp(self.today, from) - self.today;
                years_at(since + idle, day).max(years_at(since, self.today))
            }
        }
    }

    /// Full years of work since a certificate of the way.
    fn work_since(&self, obtained: Day, day: Day) -> i64 {
        self.works_from
            .map_or(0, |from| years_at(from.max(obtained), day))
    }

    /// The 19 conditions in their order.
    fn conditions(&self, state: &State, day: Day) -> [(Level, bool); 19] {
        let age = years_at(self.born, day);
        let trade = self.work(self.worked_since, day);
        let title_years = self.work(self.title_since, day);
        let (held, since, issued) = match state.obtained {
            Some((level, on)) => (level, self.work_since(on, day), years_at(on, day)),
            None => (
                self.held,
                self.work(self.issued, day),
                years_at(self.issued, day),
            ),
        };
        let works = self.works_from.is_some_and(|from| from <= day);
        let diploma = self.graduation != 0 && self.matches;
        let higher = self.graduation >= 3 && self.matches;
        [
            (5, age >= 16 && !works),
            (5, age >= 16 && works),
            (4, trade >= 5),
            (4, held == 5 && since >= 3),
            (4, diploma),
            (3, trade >= 10),
            (3, held == 4 && since >= 4),
            (3, self.title == 1 && title_years >= 1),
            (3, self.graduation == 2 && self.matches),
            (3, held == 4 && higher),
            (3, higher && self.evaluated),
            (2, held == 3 && since >= 5),
            (
                2,
                self.title == 1 && title_years >= 5 && held == 3 && since >= 1,
            ),
            (2, self.title == 2 && title_years >= 1),
            (2, held == 3 && self.college == 1 && trade >= 2),
            (2, held == 3 && self.college == 2 && issued >= 2),
            (1, held == 2 && since >= 5),
            (
                1,
                self.title == 2 && title_years >= 5 && held == 2 && since >= 1,
            ),
            (1, self.title == 3 && title_years >= 1),
        ]
    }

    fn person(&self) -> Person {
        let held = match self.held {
            0 => "none".to_owned(),
            level => format!("level_{level}"),
        };
        let given = [
            ("held_level", held.as_str()),
            ("trade_status", "planned"),
            ("graduation", GRADUATIONS[self.graduation]),
            (
                "graduation_major_matches",
                if self.matches { "true" } else { "false" },
            ),
            (
                "graduation_evaluated",
                if self.evaluated { "true" } else { "false" },
            ),
            ("title_rank", TITLES[self.title]),
            ("technician_college", COLLEGES[self.college]),
        ];
        let since = [
            ("age_years", self.born),
            ("trade_years", self.worked_since),
            ("years_since_certificate", self.issued),
            ("years_since_certificate_issued", self.issued),
            ("years_since_title", self.title_since),
        ];
        let slots = since.map(|(id, day)| (slot_of(&PACK, id).unwrap(), day));
        Person {
            date: self.today,
            answers: answers(&given),
            works_from: self.works_from,
            since: slots.to_vec(),
        }
    }
}

fn told() -> impl Strategy<Value = Told> {
    let days = (
        0i64..900,
        0i64..9_000,
        0i64..5_000,
        0i64..5_000,
        0i64..5_000,
    );
    let work = prop_oneof![Just(None), (-400i64..700).prop_map(Some)];
    let choices = (
        0u8..6,
        0usize..5,
        0usize..4,
        0usize..3,
        any::<bool>(),
        any::<bool>(),
    );
    (days, work, choices).prop_map(|(days, work, choices)| {
        let today = from_ymd(2026, 1, 1).unwrap() + days.0;
        Told {
            today,
            born: today - days.1,
            worked_since: today - days.2,
            works_from: work.map(|from| today + from),
            held: choices.0,
            issued: today - days.3,
            graduation: choices.1,
            matches: choices.4,
            evaluated: choices.5,
            title: choices.2,
            title_since: today - days.4,
            college: choices.3,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn each_level_opens_on_the_first_day_on_which_a_condition_is_met(
        told in told(),
        obtained in prop::option::of((1u8..6, 0i64..900)),
    ) {
        let program = subset(&PACK.program, &[NAMES.levels]);
        let person = told.person();
        let mut engine = Engine::new(&program, &NAMES, &person, false).unwrap();
        let obtained = obtained.map(|(level, later)| (level, told.today + later));
        let day = obtained.map_or(told.today, |(_, day)| day);
        let state = State { day, obtained };
        let mut first: [Option<Day>; 19] = [None; 19];
        // Nobody waits longer: 16 years of age and 10 of work, and a break.
        for day in day..=add_months(day, 12 * 17) + 700 {
            for (found, (_, met)) in first.iter_mut().zip(told.conditions(&state, day)) {
                if met && found.is_none() {
                    *found = Some(day);
                }
            }
        }
        let conditions = told.conditions(&state, day);
        for level in 1..=5 {
            let mut opened = engine.earliest(&state, level);
            opened.sort();
            let opened: Vec<_> = opened.iter().map(|(route, day)| (usize::from(route.index), *day)).collect();
            let expected = conditions.iter().enumerate().zip(first);
            let expected: Vec<_> = expected
                .filter(|((_, (of, _)), _)| *of == level)
                .filter_map(|((index, _), day)| Some((index, day?)))
                .collect();
            prop_assert_eq!(opened, expected, "level {} of {:?}", level, state);
        }
    }
}

#[test]
fn a_year_is_full_on_the_same_day_of_the_month() {
    let day = from_ymd(2026, 11, 22).unwrap();
    assert_eq!(full_on(day, 4), from_ymd(2030, 11, 22).unwrap());
}
