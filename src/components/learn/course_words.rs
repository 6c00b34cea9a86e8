//! What a course is, in words.

use crate::components::icon::{Icon, icon};
use crate::format;
use crate::lang::Lang;
use crate::texts::{course_facts as t, levels};
use crate::ui::prelude::*;
use catalogue::model::{Course, Mode, Slot};
use rules::date::{self, Day};

/// A name that exists in Chinese only, marked as such on an English page.
pub fn zh(lang: Lang, name: &str) -> View {
    match lang {
        Lang::Zh => name.into_view(),
        Lang::En => view! { <span lang="zh-Hans">{name}</span> },
    }
}

/// That a row is made up for demonstration.
pub fn sample_badge(lang: Lang) -> impl IntoView {
    view! { <span class="badge amber sample">{icon(Icon::Info)} {t::sample(lang)}</span> }
}

/// That a page shows rows that are made up.
pub fn sample_note(lang: Lang) -> impl IntoView {
    view! { <p class="doubt sample-note">{icon(Icon::Info)} <span>{t::sample_long(lang)}</span></p> }
}

/// `四级（中级工）`, or that there is none.
pub fn level(lang: Lang, level: u8) -> String {
    match level {
        1..=5 => levels::level(lang, level),
        _ => t::no_level(lang).to_owned(),
    }
}

/// Where it is held.
pub fn mode(lang: Lang, mode: Mode) -> &'static str {
    match mode {
        Mode::Classroom => t::classroom(lang),
        Mode::Online => t::online(lang),
        Mode::Blended => t::blended(lang),
    }
}

/// `09:00`
pub fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// `09:00–16:00`
pub fn span(from: u16, to: u16) -> String {
    format!("{}–{}", clock(from), clock(to))
}

/// Lessons at the same time of several days together: `周一、周三 18:00–21:00`.
pub fn slots(lang: Lang, course: &Course) -> String {
    if course.slots.is_empty() {
        let text = match course.mode {
            Mode::Online => t::own_times(lang),
            _ => t::no_times(lang),
        };
        return text.to_owned();
    }
    let (comma, semicolon) = match lang {
        Lang::Zh => ("、", "；"),
        Lang::En => (", ", "; "),
    };
    let mut groups: Vec<(&Slot, Vec<&str>)> = Vec::new();
    for slot in &course.slots {
        let day = t::weekday_name(lang, slot.weekday);
        let same = |known: &Slot| (known.from, known.to) == (slot.from, slot.to);
        match groups.iter_mut().find(|(known, _)| same(known)) {
            Some((_, days)) => days.push(day),
            None => groups.push((slot, vec![day])),
        }
    }
    let groups: Vec<String> = groups
        .iter()
        .map(|(slot, days)| format!("{} {}", days.join(comma), span(slot.from, slot.to)))
        .collect();
    groups.join(semicolon)
}

/// The first beginning that is not before a day.
pub fn next_start(course: &Course, today: Day) -> Option<Day> {
    course.starts_on.iter().copied().find(|day| *day >= today)
}

/// When it begins next, in words.
pub fn start(lang: Lang, course: &Course, today: Day) -> String {
    match next_start(course, today) {
        Some(day) => t::starts(lang, format::day(lang, day)),
        None if course.starts_on.is_empty() => t::no_start(lang).to_owned(),
        None => t::over(lang).to_owned(),
    }
}

/// A month as the catalogue's filters name it (`2027-03`): `2027年3月`, `March 2027`.
pub fn month(lang: Lang, id: &str) -> String {
    let Some(first) = pack::facts::parse_date(&format!("{id}-01")) else {
        return id.to_owned();
    };
    let (year, month, _) = date::to_ymd(first);
    match lang {
        Lang::Zh => format!("{year}年{month}月"),
        // `1 March 2027` without its day.
        Lang::En => format::day(lang, first).split_off(2),
    }
}
