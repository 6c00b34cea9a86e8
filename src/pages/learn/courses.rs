//! `/courses`: search, filters and sorting over the offered courses.
//!
//! What is looked for stands in the fragment (`courses/wanted.rs`): a link keeps it, and no
//! server learns it.

mod bar;
mod card;
mod desk;
mod empty;
mod room;
pub mod score;
mod wanted;

use crate::browser::{clock, page};
use crate::components::icon::{Icon, icon};
use crate::components::learn::course_words::{sample_note, zh};
use crate::components::page::page_title;
use crate::components::waiting::with_pack;
use crate::routes::Route;
use crate::state::case::Case;
use crate::state::shelf::{Books, Part, with_books};
use crate::state::site::Site;
use crate::texts::{course_money, courses as t, result, shell};
use crate::ui::prelude::*;
use catalogue::search::{Place, split_query};
use desk::STEP;
use room::Room;
use wanted::{Order, Wanted};
use web_sys::SubmitEvent;

/// What the pages about courses need.
pub const PARTS: &[Part] = &[
    Part::Occupations,
    Part::Places,
    Part::Courses,
    Part::Lexicon,
    Part::Matching,
];

/// The page.
pub fn courses(site: Site) -> impl IntoView {
    let lang = site.lang();
    view! {
        <div class="page courses">
            {page_title(site, t::title(lang))} <p class="lead">{t::lead(lang)}</p>
            {with_books(
                site,
                PARTS,
                move |books| Some(with_pack(site, move |case| open(case, books)).into_any()),
            )}
        </div>
    }
}

fn open(case: Case, books: Books) -> View {
    let fragment = case.site.router.fragment.get_untracked();
    match Room::open(case, books, &fragment) {
        Some(room) => list(room).into_any(),
        None => View::default(),
    }
}

fn list(room: Room) -> impl IntoView {
    let lang = room.lang();
    follow_address(room);
    let courses = room.books.courses();
    let sample = courses.is_some_and(|it| it.list.iter().any(|course| course.sample));
    let late = move || {
        let until = crate::format::day(lang, room.case.pack.valid_until);
        let late = room.case.out_of_date();
        late.then(|| view! { <p class="doubt">{shell::out_of_date(lang, until)}</p> })
    };
    let count = Memo::new(move |_| {
        let found = room.found.read();
        let query = &room.wanted.read().query;
        let no_words = !query.trim().is_empty() && split_query(query).0.is_empty();
        (found.total, found.cut, no_words)
    });
    let status = move || {
        let (total, cut, no_words) = count.get();
        let no_words = no_words.then(|| format!(" · {}", t::no_words(lang)));
        let cut = cut.then(|| format!(" · {}", t::cut(lang)));
        view! { {t::found(lang, total)} {cut} {no_words} }
    };
    let is_empty = Memo::new(move |_| room.found.read().total == 0);
    let none = move || {
        // What is chosen changes what can be dropped.
        is_empty.get().then(|| empty::empty(room))
    };
    view! {
        {late}
        {sample.then(|| sample_note(lang))}
        {search(room)}
        {bar::bar(room)}
        {bar::tags(room)}
        {orders(room)}
        <p id="found" class="muted" role="status" tabindex="-1">
            {status}
        </p>
        {none}
        <ul class="catalogue">{rows(move || card::keys(room), move |key| card::card(room, key))}</ul>
        {more(room)}
        <p class="help small">{course_money::first_pay(lang)}</p>
        {compare_link(room)}
        <p><a class="back" href="/malan">{t::to_start_up(lang)}</a></p>
    }
}

/// The address follows what is looked for, once the result is painted; a link to this page with
/// another search is followed.
fn follow_address(room: Room) {
    let router = room.case.site.router;
    let here = move || router.route.get_untracked() == Route::Courses;
    // What we wrote ourselves is no news.
    let written = StoredValue::new(router.fragment.get_untracked());
    Effect::new(move |before: Option<String>| {
        let fragment = router.fragment.get();
        let ours = written.get_value() == fragment;
        if here() && !ours && before.is_some_and(|before| before != fragment) {
            written.set_value(fragment.clone());
            let wanted = Wanted::read(&fragment);
            if room.wanted.with_untracked(|now| *now != wanted) {
                room.wanted.set(wanted);
            }
        }
        fragment
    });
    Effect::new(move |before: Option<String>| {
        let now = room.wanted.read().write();
        if before.is_some_and(|before| before != now) {
            let href = format!("/courses{now}");
            written.set_value(now.strip_prefix('#').unwrap_or_default().to_owned());
            clock::next_frame(move || {
                clock::after(0, move || {
                    if here() {
                        router.replace(&href);
                    }
                });
            });
        }
        now
    });
}

/// The search box and, below it, the occupation that the words name.
fn search(room: Room) -> impl IntoView {
    let lang = room.lang();
    let typed = StoredValue::new(room.wanted.with_untracked(|it| it.query.clone()));
    let given = RwSignal::new(typed.get_value());
    let type_in = move |text: String| {
        typed.set_value(text.clone());
        room.type_in(text);
    };
    // What is typed is not written back into the field: that would disturb an input method.
    Effect::new(move |_: Option<()>| {
        let query = room.wanted.read().query.clone();
        if typed.get_value() != query {
            typed.set_value(query.clone());
            given.set(query);
        }
    });
    view! {
        <form class="search" role="search" on:submit=|event: SubmitEvent| event.prevent_default()>
            <label class="field-label" for="course-search">
                {t::search(lang)}
            </label>
            <input
                id="course-search"
                type="search"
                dir="auto"
                enterkeyhint="search"
                autocomplete="off"
                aria-describedby="course-search-help"
                prop:value=given
                on:input:target=move |event| type_in(event.target().value())
            />
            {occupation_line(room)}
        </form>
    }
}

/// The occupation that was found or chosen, with a link; else how one may search.
fn occupation_line(room: Room) -> impl IntoView {
    let lang = room.lang();
    let named = Memo::new(move |_| {
        let wanted = room.wanted.read();
        let occupations = room.books.occupations()?;
        if let Some(code) = wanted.only("occupation") {
            return Some((occupations.find(code)?, true));
        }
        let found = room.found.read();
        let first = found.listed.first()?;
        let whole = |one: &catalogue::search::Match| one.field == 0 && one.place == Place::Whole;
        let course = room.books.courses()?.list.get(first.document as usize)?;
        let named = first.matched.iter().any(whole) && wanted.of("occupation").is_empty();
        named.then_some((course.occupation, false))
    });
    let line = move || {
        let named = named
            .get()
            .and_then(|(at, chosen)| Some((room.books.occupations()?.get(at)?, chosen)));
        let Some((occupation, chosen)) = named else {
            return view! { <span class="help small">{t::search_help(lang)}</span> }.into_any();
        };
        let code = occupation.code.as_str();
        let only = (!chosen).then(|| {
            let choose = move |_| room.change(|wanted| wanted.toggle("occupation", code));
            view! {
                <button type="button" class="button quiet" on:click=choose>
                    {t::only_occupation(lang)}
                </button>
            }
        });
        view! {
            <a class="occupation" href=format!("/occupations/{code}")>
                {t::is_occupation(lang)} <strong>{zh(lang, &occupation.name)}</strong>
                <span class="small of">{t::about_occupation(lang)}</span> {icon(Icon::Right)}
            </a>
            {only}
        }
        .into_any()
    };
    view! { <div id="course-search-help" class="hit-line">{line}</div> }
}

/// The orders.
fn orders(room: Room) -> impl IntoView {
    let lang = room.lang();
    let told = Memo::new(move |_| room.prices.read().told);
    let blank = Memo::new(move |_| room.wanted.read().query.trim().is_empty());
    let chip = move |order: Order| {
        let words = move || match order {
            Order::Relevance if blank.get() => t::sort_list(lang),
            Order::Relevance => t::sort_relevance(lang),
            Order::Fit => t::sort_fit(lang),
            Order::Price => t::sort_price(lang),
            Order::Start => t::sort_start(lang),
            Order::Hours => t::sort_hours(lang),
        };
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || (room.picked.read().order == order).to_string()
                on:click=move |_| room.change(|wanted| wanted.order = order)
            >
                {words}
            </button>
        }
    };
    let note = move || {
        let wanted = room.picked.read();
        let fit = wanted.order == Order::Fit;
        let occupations = room.books.occupations();
        let of = wanted
            .only("occupation")
            .and_then(|code| occupations.and_then(|it| it.get(it.find(code)?)));
        fit.then(|| match (told.get(), of) {
            (false, _) => view! {
                <p class="muted small">
                    <a href="/check">{t::fit_tell(lang)}</a>
                </p>
            },
            (true, Some(of)) => {
                view! { <p class="muted small">{t::fit_note(lang, &of.name)}</p> }
            }
            (true, None) => view! { <p class="muted small">{t::fit_none(lang)}</p> },
        })
    };
    view! {
        <div class="bar-row orders" role="group" aria-label=t::sort(lang)>
            <span class="muted small">{t::sort(lang)}</span>
            {Order::ALL.map(chip).collect_view()}
        </div>
        {note}
    }
}

/// Twenty more.
fn more(room: Room) -> impl IntoView {
    let lang = room.lang();
    let counts = Memo::new(move |_| {
        let found = room.found.read();
        (found.listed.len(), found.total)
    });
    move || {
        let (shown, total) = counts.get();
        let left = (total as usize).saturating_sub(shown);
        (left > 0).then(|| {
            let next = move |_| {
                let first = room.found.read().listed.len();
                room.wanted.update(|wanted| wanted.pages += 1);
                let found = room.found.read();
                let course = found.listed.get(first).map(|it| it.document);
                let course = course.map(|it| format!("course-{it}"));
                clock::next_frame(move || page::focus(&course.unwrap_or_default()));
            };
            view! {
                <p class="row">
                    <button type="button" class="button" on:click=next>
                        {t::next_20(lang, left.min(STEP))}
                    </button>
                    <span class="muted small">{t::shown(lang, shown, total)}</span>
                </p>
            }
        })
    }
}

/// The way to the comparison, once there is something to compare.
fn compare_link(room: Room) -> impl IntoView {
    let lang = room.lang();
    move || {
        let ids = room.basket.ids();
        (!ids.is_empty()).then(|| {
            let list = crate::components::learn::basket::write(&ids);
            view! {
                <p class="compare-bar">
                    <a class="button primary" href=format!("/courses/compare#c={list}")>
                        {t::compare_bar(lang, ids.len())} {icon(Icon::Right)}
                    </a>
                    <a class="button" href="/result">
                        {result::title(lang)}
                    </a>
                </p>
            }
        })
    }
}
