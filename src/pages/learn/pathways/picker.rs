//! Which occupation, and which level of it.

use super::Desk;
use super::person::goal;
use crate::components::icon::{Icon, icon};
use crate::components::learn::occupation_index::occupation_index;
use crate::lang::Lang;
use crate::state::trip::Trip;
use crate::texts::{levels, pathways as t};
use crate::ui::prelude::*;
use catalogue::model::Occupation;
use catalogue::pathways::offered;
use catalogue::search::{Query, Scratch};
use std::cell::RefCell;
use web_sys::SubmitEvent;

/// So many are suggested.
const MOST: usize = 8;

/// The longest search.
const MAX_LETTERS: &str = "40";

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// The choice made, or the search; then the levels.
pub fn picker(desk: Desk) -> impl IntoView {
    let code = Memo::new(move |_| desk.trip.read().code.clone());
    move || {
        let code = code.get();
        match desk.shelf.occupation(&code) {
            Some((_, occupation)) => chosen(desk, occupation).into_any(),
            None => search(desk, &code).into_any(),
        }
    }
}

fn search(desk: Desk, unknown: &str) -> impl IntoView + use<> {
    let lang = desk.case.site.lang();
    let query = RwSignal::new(String::new());
    let found = Memo::new(move |_| suggest(desk, query.read().trim()));
    let choose = move |at: u16| {
        if let Some(occupation) = desk.shelf.occupations.get(at) {
            desk.go(Trip {
                code: occupation.code.clone(),
                goal: None,
                ..desk.trip.get_untracked()
            });
        }
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(first) = found.get_untracked().1.first() {
            choose(*first);
        }
    };
    let row = move |at: &u16| {
        let Some(occupation) = desk.shelf.occupations.get(*at) else {
            return View::default();
        };
        let at = *at;
        view! {
            <li>
                <button type="button" class="choice" on:click=move |_| choose(at)>
                    <span>
                        <strong lang="zh-Hans">{&occupation.name}</strong>
                        " "
                        <small class="muted">{&occupation.code} " · " {ladder(lang, occupation)}</small>
                    </span>
                </button>
            </li>
        }
        .into_any()
    };
    let said = move || {
        let (total, _) = *found.read();
        (!query.read().trim().is_empty() && total > 0).then(|| t::found(lang, total))
    };
    let none = move || {
        let nothing = found.read().0 == 0 && !query.read().trim().is_empty();
        nothing.then(|| {
            view! {
                <p>
                    {t::find_none(lang)} " "
                    <a class="back" href="/occupations">
                        {t::to_occupations(lang)}
                    </a>
                </p>
            }
        })
    };
    let unknown = (!unknown.is_empty()).then(|| {
        let text = t::unknown_code(lang, unknown);
        view! {
            <p class="doubt" role="alert">
                {icon(Icon::Info)}
                <span>{text}</span>
            </p>
        }
    });
    view! {
        <section class="card">
            <h2>{t::occupation(lang)}</h2>
            {unknown}
            <form role="search" on:submit=submit>
                <label class="field-label" for="occupation">
                    {t::find(lang)}
                </label>
                <input
                    id="occupation"
                    type="search"
                    enterkeyhint="search"
                    autocomplete="off"
                    maxlength=MAX_LETTERS
                    aria-describedby="occupation-help"
                    prop:value=query
                    on:input:target=move |event| query.set(event.target().value())
                />
                <p id="occupation-help" class="help small">
                    {t::find_help(lang)}
                </p>
            </form>
            <p class="muted small" role="status">
                {said}
            </p>
            <ul class="choices" aria-label=t::suggestions(lang)>
                {rows(move || found.read().1.clone(), row)}
            </ul>
            {none}
        </section>
    }
}

/// How many occupations a text finds, and the best of them.
fn suggest(desk: Desk, text: &str) -> (u32, Vec<u16>) {
    if text.is_empty() {
        return (0, Vec::new());
    }
    let index = occupation_index(desk.shelf.occupations, desk.shelf.lexicon);
    let query = Query::first(text, MOST);
    let hits = SCRATCH.with_borrow_mut(|scratch| index.search(scratch, &query, &|_| true));
    let places = hits.hits.iter();
    let places = places.filter_map(|hit| u16::try_from(hit.document).ok());
    (hits.total, places.collect())
}

/// `五级到一级`.
fn ladder(lang: Lang, occupation: &Occupation) -> String {
    let mut levels = offered(occupation)
        .into_iter()
        .flat_map(|it| it.from_lowest());
    let Some(low) = levels.next() else {
        return t::no_levels(lang).to_owned();
    };
    match levels.last() {
        Some(high) => t::levels_of(lang, levels::nth(lang, low), levels::nth(lang, high)),
        None => levels::nth(lang, low).to_owned(),
    }
}

fn chosen(desk: Desk, occupation: &'static Occupation) -> impl IntoView {
    let lang = desk.case.site.lang();
    let other = move |_| {
        let trip = desk.trip.get_untracked();
        desk.go(Trip {
            code: String::new(),
            goal: None,
            ..trip
        });
    };
    let goal = Memo::new(move |_| goal(&desk.trip.read(), occupation));
    let chip = move |level: u8| {
        let choose = move |_| {
            desk.replace(Trip {
                goal: Some(level),
                ..desk.trip.get_untracked()
            });
        };
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || (goal.get() == level).to_string()
                on:click=choose
            >
                {levels::level(lang, level)}
            </button>
        }
    };
    let offered = offered(occupation).filter(|levels| !levels.is_empty());
    let goals = offered.map(|levels| {
        view! {
            <p id="goal" class="field-label">
                {t::goal(lang)}
            </p>
            <div class="chips" role="group" aria-labelledby="goal">
                {levels.from_lowest().map(chip).collect_view()}
            </div>
        }
    });
    view! {
        <section class="card picked">
            <h2 lang="zh-Hans">{&occupation.name}</h2>
            <p class="row">
                <a class="button quiet" href=format!("/occupations/{}", occupation.code)>
                    {t::about(lang)}
                    {icon(Icon::Right)}
                </a>
                <button type="button" class="button quiet" on:click=other>
                    {icon(Icon::Search)}
                    {t::change(lang)}
                </button>
            </p>
            {goals}
        </section>
    }
}
