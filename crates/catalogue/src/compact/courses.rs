//! Columns of [`Courses`].

use super::columns::{MAX_NAME, Reader, Writer, index, length, narrow, place, take, value};
use crate::model::{Certificate, Course, Courses, Mode, Slot};
use rules::date::{Day, LAST_DAY};

const MODES: [Mode; 3] = [Mode::Classroom, Mode::Online, Mode::Blended];
const CERTIFICATES: [Certificate; 2] = [Certificate::Level, Certificate::Completion];

/// Days are counted from 2020-01-01.
const FIRST: Day = 18_262;

pub(super) fn encode(it: &Courses, to: &mut Writer) {
    let list = &it.list;
    to.numbers([length(list)]);
    to.ids(list.iter().map(|it| it.id.as_str()));
    to.near(list.iter().map(|it| it.occupation.into()));
    to.near(list.iter().map(|it| it.level.into()));
    titles(list, to);
    to.numbers(list.iter().map(|it| it.institution.into()));
    let mut usual = Vec::new();
    to.numbers(list.iter().map(|it| {
        let is = u32::from(it.district) + 1;
        match replace(&mut usual, it.institution, is) {
            before if before == is => 0,
            _ => is,
        }
    }));
    to.numbers(list.iter().map(|it| it.hours.into()));
    // Prices are mostly round; what all of them can be divided by is said once.
    let unit = list
        .iter()
        .fold(0, |unit, it| divisor(unit, it.price_yuan))
        .max(1);
    to.numbers([unit]);
    to.numbers(list.iter().map(|it| it.price_yuan / unit));
    to.numbers(list.iter().map(|it| {
        let flags = place(&MODES, &it.mode) + 3 * place(&CERTIFICATES, &it.certificate);
        flags + 6 * u32::from(it.sample)
    }));
    to.numbers(list.iter().map(|it| length(&it.starts_on)));
    let day = |day: &Day| u32::try_from(day - FIRST).unwrap_or(0);
    let firsts = list.iter().filter_map(|it| it.starts_on.first());
    to.numbers(firsts.map(day));
    let later = list.iter().flat_map(|it| it.starts_on.windows(2));
    to.numbers(later.map(|pair| match pair {
        [a, b] => day(b).saturating_sub(day(a)),
        _ => 0,
    }));
    weeks(list, to);
    to.sources(&it.sources);
}

/// Puts a value at a place and gives what was there, 0 at first.
fn replace(values: &mut Vec<u32>, at: u16, value: u32) -> u32 {
    let at = usize::from(at);
    if values.len() <= at {
        values.resize(at + 1, 0);
    }
    let place = values.get_mut(at);
    place.map_or(0, |place| core::mem::replace(place, value))
}

fn divisor(mut a: u32, mut b: u32) -> u32 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// What the titles of each occupation's courses begin with, and the distinct rests.
fn titles(list: &[Course], to: &mut Writer) {
    let runs = list.chunk_by(|a, b| a.occupation == b.occupation);
    let stems: Vec<&str> = runs.clone().map(stem).collect();
    let rest = |title: &'_ str, stem: &str| title.get(stem.len()..).unwrap_or_default().to_owned();
    let rests: Vec<String> = runs
        .zip(&stems)
        .flat_map(|(run, stem)| run.iter().map(|it| rest(&it.title, stem)))
        .collect();
    let mut distinct = rests.clone();
    distinct.sort_unstable();
    distinct.dedup();
    to.texts(stems.iter().copied());
    to.numbers([length(&distinct)]);
    to.texts(distinct.iter().map(String::as_str));
    let at = |rest: &String| distinct.binary_search(rest).map_or(0, index);
    to.numbers(rests.iter().map(at));
}

/// What all titles of some courses begin with.
fn stem(run: &[Course]) -> &str {
    let Some(first) = run.first() else { return "" };
    let mut stem = first.title.as_str();
    for course in run {
        let same = stem.char_indices().zip(course.title.chars());
        let differs = same
            .clone()
            .find(|((_, a), b)| a != b)
            .map(|((at, _), _)| at);
        let shorter = same
            .map(|((at, c), _)| at + c.len_utf8())
            .last()
            .unwrap_or(0);
        stem = stem.get(..differs.unwrap_or(shorter)).unwrap_or_default();
    }
    if stem.len() > MAX_NAME { "" } else { stem }
}

/// The distinct weeks of lessons, and which one each course has.
fn weeks(list: &[Course], to: &mut Writer) {
    let mut distinct: Vec<&[Slot]> = list.iter().map(|it| it.slots.as_slice()).collect();
    distinct.sort_unstable();
    distinct.dedup();
    to.numbers(distinct.iter().map(|week| length(week)));
    for part in [
        (|slot| slot.weekday.into()) as fn(&Slot) -> u32,
        |slot| slot.from.into(),
        |slot| slot.to.into(),
    ] {
        to.numbers(distinct.iter().copied().flatten().map(part));
    }
    let at = |slots: &[Slot]| distinct.binary_search(&slots).map_or(0, index);
    to.numbers(list.iter().map(|it| at(&it.slots)));
}

pub(super) fn decode(from: &mut Reader) -> Option<Courses> {
    let count = from.one()? as usize;
    let ids = from.ids(count)?;
    let occupations = from.near(count)?;
    let mut levels = from.near(count)?;
    let mut titles = read_titles(from, occupations.as_slice())?.into_iter();
    let mut institutions = from.numbers(count)?;
    let mut districts = from.numbers(count)?;
    let mut hours = from.numbers(count)?;
    let unit = from.one()?;
    let mut prices = from.numbers(count)?;
    let mut flags = from.numbers(count)?;
    let mut starts = read_starts(from, count)?.into_iter();
    let mut weeks = read_weeks(from, count)?.into_iter();
    let mut usual = Vec::new();
    let mut list: Vec<Course> = Vec::new();
    for (id, occupation) in ids.zip(occupations) {
        let institution: u16 = narrow(institutions.next()?)?;
        let mut district = districts.next()?;
        let before = replace(&mut usual, institution, 0);
        if district == 0 {
            district = before;
        }
        replace(&mut usual, institution, district);
        let flags = flags.next()?;
        let occupation = narrow(occupation)?;
        // INVARIANT: sorted, or `Courses::of_occupation` would miss some.
        if list.last().is_some_and(|last| last.occupation > occupation) {
            return None;
        }
        list.push(Course {
            id,
            title: titles.next()?,
            occupation,
            level: narrow(levels.next()?).filter(|level| *level <= 5)?,
            institution,
            district: narrow(district.checked_sub(1)?)?,
            hours: narrow(hours.next()?)?,
            price_yuan: prices.next()?.checked_mul(unit)?,
            starts_on: starts.next()?,
            mode: value(&MODES, flags % 3)?,
            slots: weeks.next()?,
            certificate: value(&CERTIFICATES, flags / 3 % 2)?,
            sample: flags >= 6,
        });
    }
    Some(Courses {
        list,
        sources: from.sources()?,
    })
}

fn read_titles(from: &mut Reader, occupations: &[u32]) -> Option<Vec<String>> {
    let runs = occupations.chunk_by(|a, b| a == b);
    let mut stems = from.texts(runs.clone().count())?;
    let distinct = from.one()? as usize;
    let rests: Vec<String> = from.texts(distinct)?.collect();
    if rests.iter().any(|rest| rest.len() > MAX_NAME) {
        return None;
    }
    let mut at = from.numbers(occupations.len())?;
    let mut titles = Vec::new();
    for run in runs {
        let stem = stems.next().filter(|stem| stem.len() <= MAX_NAME)?;
        for _ in run {
            titles.push(format!("{stem}{}", rests.get(at.next()? as usize)?));
        }
    }
    Some(titles)
}

fn read_starts(from: &mut Reader, count: usize) -> Option<Vec<Vec<Day>>> {
    let counts = from.numbers(count)?;
    let mut firsts = from.any()?.into_iter();
    let mut later = from.any()?.into_iter();
    let mut all = Vec::new();
    for count in counts {
        let mut days: Vec<Day> = Vec::new();
        if count > 0 {
            let mut day = FIRST + i64::from(firsts.next()?);
            days.push(day);
            for step in take(&mut later, count - 1)? {
                day += i64::from(step);
                days.push(day);
            }
            if day > LAST_DAY {
                return None;
            }
        }
        all.push(days);
    }
    (firsts.len() == 0 && later.len() == 0).then_some(all)
}

fn read_weeks(from: &mut Reader, count: usize) -> Option<Vec<Vec<Slot>>> {
    let lengths = from.any()?;
    let sum = lengths
        .iter()
        .try_fold(0u32, |sum, it| sum.checked_add(*it))? as usize;
    let weekdays = from.numbers(sum)?;
    let times = from.numbers(sum)?.zip(from.numbers(sum)?);
    let mut slots = weekdays.zip(times).map(|(weekday, (from, to))| {
        Some(Slot {
            weekday: narrow(weekday).filter(|day| (1..=7).contains(day))?,
            from: narrow(from)?,
            to: narrow(to)?,
        })
    });
    let mut weeks = Vec::new();
    for length in lengths {
        if length > Slot::MAX {
            return None;
        }
        let week: Option<Vec<Slot>> = take(&mut slots, length)?.into_iter().collect();
        weeks.push(week?);
    }
    let at = from.numbers(count)?;
    at.map(|at| weeks.get(at as usize).cloned()).collect()
}
