//! The first courses for an occupation.

use super::Shown;
use crate::components::icon::{Icon, icon};
use crate::components::learn::course_words::{sample_badge, sample_note};
use crate::components::learn::han::han;
use crate::format;
use crate::state::shelf::{Books, Part, with_books};
use crate::texts::{levels, occupation as t};
use crate::ui::prelude::*;
use catalogue::model::Course;

/// How many are shown here.
const FIRST: usize = 5;

/// The section; the courses come with their own file.
pub fn courses(shown: Shown) -> impl IntoView {
    let lang = shown.site.lang();
    view! {
        <section class="card">
            <h2>{t::courses(lang)}</h2>
            {with_books(shown.site, &[Part::Occupations, Part::Places, Part::Courses], move |books| body(shown, books))}
        </section>
    }
}

fn body(shown: Shown, books: Books) -> Option<View> {
    let lang = shown.site.lang();
    let courses = books.courses()?;
    let list = courses.list.get(courses.of_occupation(shown.at))?;
    if list.is_empty() {
        return Some(view! { <p>{t::courses_none(lang)}</p> });
    }
    let items: Vec<_> = list
        .iter()
        .take(FIRST)
        .map(|it| item(shown, books, it))
        .collect();
    let sample = list.iter().any(|it| it.sample);
    let sample = sample.then(|| sample_note(lang));
    let all = format!("/courses#occupation={}", shown.it.code);
    Some(view! {
        {sample}
        <ul class="offers">{items}</ul>
        <p class="row">
            <a class="button" href=all>
                {t::courses_all(lang, list.len())}
                {icon(Icon::Right)}
            </a>
        </p>
    })
}

fn item(shown: Shown, books: Books, it: &'static Course) -> impl IntoView + use<> {
    let lang = shown.site.lang();
    let places = books.places();
    let provider = places.and_then(|all| all.institutions.get(usize::from(it.institution)));
    let district = places.and_then(|all| all.districts.get(usize::from(it.district)));
    let level = match it.level {
        0 => t::no_level_course(lang).to_owned(),
        level => levels::level(lang, level),
    };
    view! {
        <li>
            <a href=format!("/courses/{}", it.id)>{han(&it.title)}</a>
            " "
            {it.sample.then(|| sample_badge(lang))}
            <p class="small">
                {level} " · " {t::hours(lang, it.hours)} " · "
                <span class="amount">{t::price(lang, format::yuan(i64::from(it.price_yuan) * 100))}</span>
            </p>
            <p class="muted small">
                {district.map(|it| han(&it.name))} " · " {provider.map(|it| han(&it.name))}
            </p>
        </li>
    }
}
