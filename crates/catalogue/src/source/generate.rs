//! Makes the demonstration courses: real occupations, levels and districts; everything else is
//! made up, from a seed, with whole numbers only, so that the same seed gives the same rows.

use super::asked::ASKED;
use super::courses::{CourseRow, SAMPLE_NAME};
use crate::model::{Certificate, Mode, Occupation, Occupations, Places, Slot};
use rules::date::{Day, add_months, from_ymd};

/// The seed of the committed `courses.csv`.
pub const SEED: u64 = 20_261_122;

/// How many rows the committed `courses.csv` has.
pub const COUNT: usize = 2_000;

/// How many providers are made up.
const PROVIDERS: u64 = 60;

/// Months in which courses begin, after [`first_day`].
const MONTHS: u64 = 10;

/// Random whole numbers (SplitMix64).
struct Random {
    state: u64,
}

impl Random {
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 to `below` - 1; 0 where that is none.
    fn below(&mut self, below: u64) -> u64 {
        self.next() % below.max(1)
    }

    /// From `from` to `to` in steps.
    fn between(&mut self, from: u64, to: u64, step: u64) -> u64 {
        from + step * self.below((to - from) / step + 1)
    }

    /// Whether something of so many percent happens.
    fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// A member, the earlier ones with their weights.
    fn weighted<T: Copy>(&mut self, members: &[(T, u64)]) -> Option<T> {
        let sum = members.iter().map(|(_, weight)| weight).sum();
        let mut at = self.below(sum);
        for (member, weight) in members {
            match at.checked_sub(*weight) {
                None => return Some(*member),
                Some(rest) => at = rest,
            }
        }
        None
    }

    /// A member of a list that is not empty.
    fn one<T: Copy>(&mut self, members: &[T]) -> Option<T> {
        let at = self.below(members.len() as u64);
        members.get(usize::try_from(at).ok()?).copied()
    }
}

/// When lessons are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    Weekday,
    Evening,
    Weekend,
    Free,
}

/// 2026-12-01: no made-up course begins before.
fn first_day() -> Day {
    from_ymd(2026, 12, 1).unwrap_or(0)
}

/// Made-up courses, in the order of `courses.csv`.
pub fn sample_courses(
    occupations: &Occupations,
    places: &Places,
    seed: u64,
    count: usize,
) -> Vec<CourseRow> {
    let mut random = Random { state: seed };
    // Occupations that people look for get more courses.
    let weight = |it: &Occupation| {
        let asked = u64::from(ASKED.binary_search(&it.code.as_str()).is_ok());
        let shortage = u64::from(it.shortage.is_some());
        1 + 5 * asked + 3 * shortage + u64::from(it.digital == Some(true))
    };
    let offered = |it: &&Occupation| !it.levels().is_empty() && !it.code.starts_with('2');
    let candidates: Vec<(&Occupation, u64)> = occupations
        .list
        .iter()
        .filter(offered)
        .map(|it| (it, weight(it)))
        .collect();
    let homes: Vec<(u64, &str)> = (1..=PROVIDERS)
        .filter_map(|number| {
            // The first ones one in each district.
            let all = places.districts.len() as u64;
            let at = if number <= all {
                number - 1
            } else {
                random.below(all)
            };
            let district = places.districts.get(usize::try_from(at).ok()?)?;
            Some((number, district.code.as_str()))
        })
        .collect();
    let mut rows: Vec<CourseRow> = (0..count)
        .filter_map(|_| course(random.weighted(&candidates)?, &homes, &mut random))
        .collect();
    // As the catalogue has them: no level after level 1.
    let order = |row: &CourseRow| {
        if row.level == 0 {
            6
        } else {
            5 - row.level.min(5)
        }
    };
    rows.sort_by(|a, b| {
        (&a.occupation, order(a), &a.provider, &a.title).cmp(&(
            &b.occupation,
            order(b),
            &b.provider,
            &b.title,
        ))
    });
    for (row, number) in rows.iter_mut().zip(1..) {
        row.id = format!("S{number:04}");
    }
    rows
}

fn course(
    occupation: &Occupation,
    homes: &[(u64, &str)],
    random: &mut Random,
) -> Option<CourseRow> {
    let levels: Vec<(u8, u64)> = occupation
        .levels()
        .from_lowest()
        .map(|level| {
            (
                level,
                [1, 1, 2, 5, 6, 5]
                    .get(usize::from(level))
                    .copied()
                    .unwrap_or(1),
            )
        })
        .collect();
    let level = if random.percent(8) {
        0
    } else {
        random.weighted(&levels)?
    };
    let mode = random.weighted(&[
        (Mode::Classroom, 74),
        (Mode::Blended, 16),
        (Mode::Online, 10),
    ])?;
    let when = if mode == Mode::Online && random.percent(70) {
        When::Free
    } else {
        random.weighted(&[
            (When::Weekend, 40),
            (When::Evening, 33),
            (When::Weekday, 27),
        ])?
    };
    let hours = match level {
        0 => random.between(8, 24, 4),
        1 => random.between(80, 140, 10),
        2 => random.between(100, 160, 10),
        3 => random.between(120, 200, 10),
        4 => random.between(100, 180, 10),
        _ => random.between(80, 160, 10),
    };
    let per_hour = random.between(16, 26, 2) + u64::from(5 - level.clamp(1, 5)) * 3;
    let online = if mode == Mode::Online { 70 } else { 100 };
    let price = hours * per_hour * online / 100 / 10 * 10;
    let (number, district) = random.one(homes)?;
    Some(CourseRow {
        id: String::new(),
        title: title(&occupation.name, level, when),
        occupation: occupation.code.clone(),
        level,
        provider: format!("{SAMPLE_NAME}培训机构 {number:02}"),
        district: district.to_owned(),
        hours: u16::try_from(hours).ok()?,
        price_yuan: u32::try_from(price).ok()?,
        starts_on: starts(when, random),
        mode,
        slots: slots(when, random),
        certificate: if level == 0 {
            Certificate::Completion
        } else {
            Certificate::Level
        },
        sample: true,
    })
}

fn title(name: &str, level: u8, when: When) -> String {
    let level = match level {
        5 => "五级",
        4 => "四级",
        3 => "三级",
        2 => "二级",
        1 => "一级",
        _ => "入门",
    };
    let class = match when {
        When::Weekday => "日间班",
        When::Evening => "晚班",
        When::Weekend => "周末班",
        When::Free => "网络班",
    };
    format!("{name}{level}{class}")
}

/// One to three days on which it begins: Mondays, or Saturdays for lessons at weekends.
fn starts(when: When, random: &mut Random) -> Vec<Day> {
    let month = random.below(MONTHS);
    let every = random.between(1, 4, 1);
    let times = random.between(1, 3, 1);
    let weekday = if when == When::Weekend { 5 } else { 0 };
    let mut days = Vec::new();
    for nth in 0..times {
        let month = month + nth * every;
        if month >= MONTHS {
            break;
        }
        let first = add_months(first_day(), i64::try_from(month).unwrap_or(0));
        let week = i64::try_from(random.below(4)).unwrap_or(0);
        days.push(next_weekday(first, weekday) + 7 * week);
    }
    days
}

/// The first such day from `day` on; Monday is 0.
fn next_weekday(day: Day, weekday: i64) -> Day {
    // 1970-01-01 was a Thursday.
    day + (weekday - (day + 3)).rem_euclid(7)
}

fn slots(when: When, random: &mut Random) -> Vec<Slot> {
    let choice: &[(&[u8], u64)] = match when {
        When::Free => return Vec::new(),
        When::Weekday => &[(&[1, 2, 3, 4, 5], 3), (&[1, 3, 5], 3), (&[2, 4], 4)],
        When::Evening => &[(&[1, 3], 3), (&[2, 4], 3), (&[1, 3, 5], 2), (&[5], 1)],
        When::Weekend => &[(&[6], 4), (&[7], 3), (&[6, 7], 4)],
    };
    let times: &[((u16, u16), u64)] = match when {
        When::Evening => &[((1110, 1230), 5), ((1080, 1260), 2), ((1140, 1260), 2)],
        _ => &[((540, 960), 4), ((510, 690), 2), ((810, 990), 3)],
    };
    let days = random.weighted(choice).unwrap_or_default();
    let (from, to) = random.weighted(times).unwrap_or((540, 960));
    let slot = |weekday: &u8| Slot {
        weekday: *weekday,
        from,
        to,
    };
    days.iter().map(slot).collect()
}
