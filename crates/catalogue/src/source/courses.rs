//! `courses.csv`: courses, each with the name of its provider.

use super::places::district_codes;
use super::table::{Files, Row, Unique, table};
use super::words::{CERTIFICATES, MODES, YES_NO, word_of};
use super::{Codes, sources};
use crate::Catalogue;
use crate::model::{
    Body, Certificate, Course, Courses, Institution, InstitutionKind, Mode, Places, Slot, Source,
    Table,
};
use pack::Hash;
use pack::facts::{format_date, parse_date};
use pack::source::Faults;
use rules::date::Day;
use std::cmp::Reverse;
use std::collections::HashMap;

/// The columns of `courses.csv`.
pub const COLUMNS: &[&str] = &[
    "id",
    "title",
    "occupation",
    "level",
    "provider",
    "district",
    "hours",
    "price_yuan",
    "starts_on",
    "mode",
    "slots",
    "certificate",
    "sample",
];

/// How the name of a made-up provider begins, and no real one's.
pub const SAMPLE_NAME: &str = "示例";

/// A row of `courses.csv`, not yet joined with other tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseRow {
    /// Unique.
    pub id: String,
    /// Its title.
    pub title: String,
    /// An occupation's code.
    pub occupation: String,
    /// 5 to 1; 0 for none.
    pub level: u8,
    /// The provider's name.
    pub provider: String,
    /// A district's code.
    pub district: String,
    /// Hours of teaching.
    pub hours: u16,
    /// Before any subsidy.
    pub price_yuan: u32,
    /// Ascending.
    pub starts_on: Vec<Day>,
    /// Where it is held.
    pub mode: Mode,
    /// Ascending.
    pub slots: Vec<Slot>,
    /// What one gets.
    pub certificate: Certificate,
    /// Made up.
    pub sample: bool,
}

impl CourseRow {
    /// The row of a course of a catalogue; none where the course names records that are not there.
    pub fn of(course: &Course, catalogue: &Catalogue) -> Option<CourseRow> {
        let places = &catalogue.places;
        let provider = places.institutions.get(usize::from(course.institution))?;
        let district = places.districts.get(usize::from(course.district))?;
        Some(CourseRow {
            id: course.id.clone(),
            title: course.title.clone(),
            occupation: catalogue.occupations.get(course.occupation)?.code.clone(),
            level: course.level,
            provider: provider.name.clone(),
            district: district.code.clone(),
            hours: course.hours,
            price_yuan: course.price_yuan,
            starts_on: course.starts_on.clone(),
            mode: course.mode,
            slots: course.slots.clone(),
            certificate: course.certificate,
            sample: course.sample,
        })
    }
}

/// The text of `courses.csv`.
pub fn write_courses(rows: &[CourseRow]) -> String {
    let mut text = COLUMNS.join(",");
    text.push('\n');
    for row in rows {
        let days: Vec<String> = row.starts_on.iter().map(|day| format_date(*day)).collect();
        let slots: Vec<String> = row.slots.iter().map(format_slot).collect();
        let cells = [
            row.id.clone(),
            row.title.clone(),
            row.occupation.clone(),
            row.level.to_string(),
            row.provider.clone(),
            row.district.clone(),
            row.hours.to_string(),
            row.price_yuan.to_string(),
            days.join("|"),
            word_of(&MODES, &row.mode).to_owned(),
            slots.join("|"),
            word_of(&CERTIFICATES, &row.certificate).to_owned(),
            word_of(&YES_NO, &row.sample).to_owned(),
        ];
        let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// `1 18:30-20:30`.
pub fn format_slot(slot: &Slot) -> String {
    let clock = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    format!("{} {}-{}", slot.weekday, clock(slot.from), clock(slot.to))
}

/// Reads `1 18:30-20:30`: a weekday from 1, Monday, to 7, and two times of day.
pub fn parse_slot(text: &str) -> Option<Slot> {
    let (weekday, times) = text.split_once(' ')?;
    let (from, to) = times.trim().split_once('-')?;
    let slot = Slot {
        weekday: weekday.parse().ok().filter(|day| (1..=7).contains(day))?,
        from: parse_clock(from)?,
        to: parse_clock(to)?,
    };
    (slot.from < slot.to).then_some(slot)
}

/// Minutes after midnight of `18:30`.
pub fn parse_clock(text: &str) -> Option<u16> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let two = |text: &str, below: u16| -> Option<u16> {
        let sound = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        text.parse().ok().filter(|n| sound && *n < below)
    };
    Some(two(hours, 24)? * 60 + two(minutes, 60).filter(|_| minutes.len() == 2)?)
}

/// The courses, and their providers among the places' institutions.
pub(crate) fn read(
    files: &Files,
    codes: &Codes,
    places: &mut Places,
    all: &[Source],
    faults: &mut Faults,
) -> Courses {
    let districts = district_codes(places);
    let mut ids = Unique::new("the course");
    let mut rows: Vec<(u16, u8, CourseRow)> = Vec::new();
    for row in table(files, "courses", COLUMNS, faults) {
        row.text("occupation", faults);
        row.text("district", faults);
        let occupation = row.reference("occupation", codes, "occupations", faults);
        let district = row.reference("district", &districts, "districts", faults);
        let course = course(&row, faults);
        let new = ids.add(&course.id, row.at("id"), faults);
        if let (true, Some(occupation), Some(district)) = (new, occupation, district) {
            rows.push((occupation, district, course));
        }
    }
    let providers = providers(&rows, places);
    // No level comes after level 1.
    let order = |level: u8| {
        if level == 0 {
            Reverse(0)
        } else {
            Reverse(level)
        }
    };
    rows.sort_by(|(a, _, x), (b, _, y)| {
        (a, order(x.level), &x.id).cmp(&(b, order(y.level), &y.id))
    });
    let list = rows.into_iter().map(|(occupation, district, row)| Course {
        institution: providers.get(&row.provider).copied().unwrap_or(0),
        occupation,
        district,
        id: row.id,
        title: row.title,
        level: row.level,
        hours: row.hours,
        price_yuan: row.price_yuan,
        starts_on: row.starts_on,
        mode: row.mode,
        slots: row.slots,
        certificate: row.certificate,
        sample: row.sample,
    });
    let list: Vec<Course> = list.collect();
    // The source in the table is the samples'; what was imported is its providers' word.
    let made_up = list.iter().any(|course| course.sample);
    let tables: &[Table] = if made_up { &[Table::Courses] } else { &[] };
    Courses {
        list,
        sources: sources::of(all, tables),
    }
}

fn course(row: &Row, faults: &mut Faults) -> CourseRow {
    let mut starts_on = Vec::new();
    for text in row.list("starts_on") {
        match parse_date(text) {
            Some(day) => starts_on.push(day),
            None => {
                let fault = faults.error(
                    "date",
                    &row.at("starts_on"),
                    format!("`{text}` is not a day"),
                );
                fault.help("write days as 2026-12-01|2027-03-01");
            }
        }
    }
    starts_on.sort_unstable();
    starts_on.dedup();
    let mut slots = Vec::new();
    for text in row.list("slots") {
        match parse_slot(text) {
            Some(slot) => slots.push(slot),
            None => {
                let message = format!("`{text}` is not a lesson of a week");
                let fault = faults.error("slot", &row.at("slots"), message);
                fault.help("write Monday from half past six as `1 18:30-20:30`");
            }
        }
    }
    slots.sort_unstable();
    slots.dedup();
    if slots.len() > Slot::MAX as usize {
        let message = format!("{} lessons a week are more than {}", slots.len(), Slot::MAX);
        faults.error("slot", &row.at("slots"), message);
    }
    let provider = row.name("provider", faults);
    let sample = row.required_word("sample", &YES_NO, true, faults);
    if sample != provider.starts_with(SAMPLE_NAME)
        && !row.opt("sample").is_empty()
        && !provider.is_empty()
    {
        let message = if sample {
            format!("a made-up course must not name `{provider}` as its provider")
        } else {
            format!("`{provider}` is the name of a made-up provider")
        };
        let fault = faults.error("sample", &row.at("provider"), message);
        fault.help(format!(
            "names of made-up providers begin with {SAMPLE_NAME}, others don't"
        ));
    }
    let narrow = |n: u32| u16::try_from(n).unwrap_or(0);
    CourseRow {
        id: row.name("id", faults),
        title: row.name("title", faults),
        occupation: row.opt("occupation").to_owned(),
        level: u8::try_from(row.required("level", 0..=5, faults)).unwrap_or(0),
        provider,
        district: row.opt("district").to_owned(),
        hours: narrow(row.required("hours", 1..=9999, faults)),
        price_yuan: row.required("price_yuan", 0..=1_000_000, faults),
        starts_on,
        mode: row.required_word("mode", &MODES, Mode::Classroom, faults),
        slots,
        certificate: row.required_word(
            "certificate",
            &CERTIFICATES,
            Certificate::Completion,
            faults,
        ),
        sample,
    }
}

/// Adds the providers that are not among the institutions yet; the places of all by their names.
fn providers(rows: &[(u16, u8, CourseRow)], places: &mut Places) -> HashMap<String, u16> {
    let known: HashMap<&str, ()> = places
        .institutions
        .iter()
        .map(|it| (it.name.as_str(), ()))
        .collect();
    let mut new: Vec<Institution> = Vec::new();
    let mut at: HashMap<&str, usize> = HashMap::new();
    for (_, district, row) in rows {
        if known.contains_key(row.provider.as_str()) || row.provider.is_empty() {
            continue;
        }
        let place = *at.entry(&row.provider).or_insert_with(|| {
            new.push(Institution {
                id: provider_id(&row.provider),
                name: row.provider.clone(),
                kind: InstitutionKind::Provider,
                body: Body::Unknown,
                batch: 0,
                district: Some(*district),
                address: String::new(),
                as_of: None,
                source: None,
                sample: row.sample,
            });
            new.len() - 1
        });
        if let Some(provider) = new.get_mut(place)
            && provider.district != Some(*district)
        {
            provider.district = None;
        }
    }
    places.institutions.append(&mut new);
    places.institutions.sort_by(|a, b| a.id.cmp(&b.id));
    let names = places.institutions.iter().map(|it| it.name.clone());
    names.zip(0..=u16::MAX).collect()
}

/// A provider's id follows from its name, so that its address stays when others come or go.
fn provider_id(name: &str) -> String {
    let hash = Hash::of(name.as_bytes());
    let hex: String = hash
        .0
        .iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("p-{hex}")
}
