//! `/courses/:id`: one course, what it costs and what it leads to.
//!
//! The fragment says whether the visitor's answers about a trade are about this one (`#mine=1`).

mod money;
mod place;

use super::courses::PARTS;
use crate::components::ask_call::ask_call;
use crate::components::icon::{Icon, icon};
use crate::components::learn::basket::{self, Basket};
use crate::components::learn::course_words as words;
use crate::components::learn::late::late_page;
use crate::components::learn::prices::{Mind, Prices};
use crate::components::page::page_title;
use crate::components::waiting::with_pack;
use crate::format;
use crate::lang::Lang;
use crate::routes::{Route, value_of};
use crate::state::case::Case;
use crate::state::shelf::Books;
use crate::state::site::Site;
use crate::texts::{course as t, course_facts, enquiry, shell};
use crate::ui::prelude::*;
use catalogue::model::{Certificate, Course, District, Institution, Occupation};

/// A course with what it names.
#[derive(Clone, Copy)]
pub struct Shown {
    /// Its place in the list.
    pub place: usize,
    /// Itself.
    pub course: &'static Course,
    /// The occupation it is for.
    pub occupation: Option<&'static Occupation>,
    /// Who offers it.
    pub provider: Option<&'static Institution>,
    /// Where.
    pub district: Option<&'static District>,
}

impl Shown {
    /// The course at a place.
    pub fn at(books: Books, place: usize) -> Option<Shown> {
        let course = books.courses()?.list.get(place)?;
        let places = books.places()?;
        Some(Shown {
            place,
            course,
            occupation: books.occupations()?.get(course.occupation),
            provider: places.institutions.get(usize::from(course.institution)),
            district: places.districts.get(usize::from(course.district)),
        })
    }

    /// The course of an id.
    pub fn of(books: Books, id: &str) -> Option<Shown> {
        Shown::at(books, books.courses()?.find(id)?)
    }
}

/// The page.
pub fn course(site: Site, id: String) -> impl IntoView {
    let id = StoredValue::new(id);
    let show = move |books: Books| {
        let shown = id.with_value(|id| Shown::of(books, id));
        let page = match shown {
            Some(shown) => {
                with_pack(site, move |case| known(case, books, shown).into_any()).into_any()
            }
            None => id.with_value(|id| unknown(site, id)).into_any(),
        };
        Some(page)
    };
    view! { <div class="page course-page">{late_page(site, PARTS, show)}</div> }
}

/// An id that the catalogue does not have.
fn unknown(site: Site, id: &str) -> impl IntoView + use<> {
    let lang = site.lang();
    let id: String = id.chars().take(40).collect();
    view! {
        {page_title(site, t::unknown_title(lang))}
        <p>{t::unknown_text(lang, &id)}</p>
        <p class="row">
            <a class="button primary" href="/courses">
                {t::to_all(lang)}
            </a>
            <a class="button" href="tel:12333">
                {icon(Icon::Phone)}
                {shell::hotline_call(lang)}
            </a>
        </p>
    }
}

fn known(case: Case, books: Books, shown: Shown) -> impl IntoView {
    let site = case.site;
    let lang = site.lang();
    let course = shown.course;
    let mine = Memo::new(move |before: Option<&bool>| {
        let fragment = site.router.fragment.get();
        match site.router.route.get_untracked() {
            Route::Course(_) => value_of(&fragment, "mine") == Some("1"),
            _ => before.copied().unwrap_or(false),
        }
    });
    let prices = Memo::new(move |_| {
        let mind = Mind {
            occupation: mine.get().then_some(course.occupation),
            ..Mind::default()
        };
        Prices::of(case, books, mind)
    });
    let title = view! { {page_title(site, &course.title)} };
    let sample = course.sample.then(|| words::sample_note(lang));
    let marks = course.sample.then(|| words::sample_badge(lang));
    view! {
        <div lang=chinese(lang)>{title}</div>
        <p class="marks">
            {marks} <span class="badge kind">{words::level(lang, course.level)}</span>
        </p>
        {sample}
        {money::money(case, books, shown, prices, mine)}
        {facts(case, shown)}
        {times(lang, course)}
        {place::ladder(case, books, shown, prices, mine)}
        {compare_row(lang, shown)}
        {request_row(case, shown)}
        {place::similar(case, books, shown, prices)}
    }
}

/// The language of names on an English page.
fn chinese(lang: Lang) -> Option<&'static str> {
    (lang == Lang::En).then_some("zh-Hans")
}

/// What it is, where, when.
fn facts(case: Case, shown: Shown) -> impl IntoView {
    let lang = case.site.lang();
    let course = shown.course;
    let today = case.date.get_untracked();
    let line = |name: &'static str, value: View| {
        view! {
            <div class="answer">
                <dt>{name}</dt>
                <dd>
                    <span>{value}</span>
                </dd>
            </div>
        }
    };
    let occupation = shown.occupation.map(|it| {
        let link = view! {
            <a href=format!("/occupations/{}", it.code)>{words::zh(lang, &it.name)}</a>
        };
        line(t::occupation(lang), link)
    });
    let provider = shown.provider.map(|it| {
        let badge = it.sample.then(|| words::sample_badge(lang));
        let name = words::zh(lang, &it.name);
        line(t::provider(lang), view! { {name} " " {badge} })
    });
    let district = shown
        .district
        .map(|it| line(t::district(lang), words::zh(lang, &it.name)));
    let starts = course.starts_on.iter().map(|day| {
        let past = (*day < today).then(|| t::past(lang));
        view! { <li>{format::day(lang, *day)} {past}</li> }
    });
    let starts = match course.starts_on.is_empty() {
        true => words::start(lang, course, today).into_view(),
        false => view! { <ul>{starts.collect_view()}</ul> },
    };
    let certificate = match course.certificate {
        Certificate::Level => course_facts::certificate_level(lang),
        Certificate::Completion => course_facts::certificate_completion(lang),
    };
    view! {
        <section class="card">
            <h2>{t::facts(lang)}</h2>
            <dl class="answers">
                {occupation} {line(t::level(lang), words::level(lang, course.level).into_view())}
                {provider} {district}
                {line(t::hours(lang), course_facts::hours(lang, course.hours).into_view())}
                {line(t::mode(lang), words::mode(lang, course.mode).into_view())}
                {line(t::starts(lang), starts)} {line(t::certificate(lang), certificate.into_view())}
                {line(t::number(lang), course.id.as_str().into_view())}
            </dl>
        </section>
    }
}

/// The week as a table.
fn times(lang: Lang, course: &'static Course) -> impl IntoView {
    let row = |slot: &catalogue::model::Slot| {
        view! {
            <tr>
                <th scope="row">{course_facts::weekday_name(lang, slot.weekday)}</th>
                <td>{words::span(slot.from, slot.to)}</td>
            </tr>
        }
    };
    let body = match course.slots.is_empty() {
        true => view! { <p>{words::slots(lang, course)}</p> },
        false => view! {
            <table class="week">
                <thead>
                    <tr>
                        <th scope="col">{t::day(lang)}</th>
                        <th scope="col">{t::time(lang)}</th>
                    </tr>
                </thead>
                <tbody>{course.slots.iter().map(row).collect_view()}</tbody>
            </table>
        },
    };
    view! {
        <section class="card">
            <h2>{t::times(lang)}</h2>
            {body}
        </section>
    }
}

/// The way to ask for a place; a sample course takes no requests.
fn request_row(case: Case, shown: Shown) -> impl IntoView {
    let lang = case.site.lang();
    let course = shown.course;
    match course.sample {
        true => view! { <p class="muted">{enquiry::link_sample(lang)}</p> },
        false => {
            let href = format!("/enquiry#course={}", course.id);
            ask_call(case.site, href, enquiry::link_course(lang)).into_view()
        }
    }
}

/// Puts it among those to compare.
fn compare_row(lang: Lang, shown: Shown) -> impl IntoView {
    let basket = Basket::open();
    let id = shown.course.id.as_str();
    let words = move || match (basket.has(id), basket.is_full()) {
        (true, _) => t::added(lang),
        (false, true) => t::full(lang),
        (false, false) => t::add(lang),
    };
    let link = move || {
        let ids = basket.ids();
        (!ids.is_empty()).then(|| {
            view! {
                <a class="button primary" href=format!("/courses/compare#c={}", basket::write(&ids))>
                    {t::to_compare(lang)}
                    "（"
                    {ids.len()}
                    "）"
                </a>
            }
        })
    };
    view! {
        <p class="row">
            <button
                type="button"
                class="button"
                aria-pressed=move || basket.has(id).to_string()
                disabled=move || basket.is_full() && !basket.has(id)
                on:click=move |_| basket.toggle(id)
            >
                {words}
            </button>
            {link}
        </p>
    }
}
