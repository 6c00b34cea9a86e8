//! The ways to narrow the board: words, honour, year, trade. Each value says how many it leaves.

use super::Hall;
use super::desk::{Desk, people};
use super::emblems::emblem;
use super::look::{GROUP, HONOUR, Look, OCCUPATION, YEAR};
use crate::components::honour_words::metal;
use crate::components::icon::{Icon, icon};
use crate::components::learn::han::han;
use crate::texts::honours as t;
use crate::ui::prelude::*;
use catalogue::browse::{NO_YEAR, Page};
use catalogue::model::{Honour, TradeGroup};

/// So many dots stand side by side in a year.
const WIDE: usize = 4;
/// The distance between two dots, in pixels.
const PITCH: usize = 10;

/// The search box: the board follows every letter.
pub fn search(hall: Hall, look: Look) -> impl IntoView {
    let lang = hall.lang;
    let stay = |event: web_sys::SubmitEvent| event.prevent_default();
    view! {
        <form class="search" role="search" on:submit=stay>
            <label class="field-label" for="search">
                {t::search(lang)}
            </label>
            <span class="with-button">
                <input
                    id="search"
                    type="search"
                    enterkeyhint="search"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    maxlength="60"
                    aria-describedby="search-help"
                    prop:value=move || look.wanted.read().query.clone()
                    on:input:target=move |event| look.ask(event.target().value())
                />
                <button type="button" class="button" on:click=move |_| look.ask(String::new())>
                    {t::clear(lang)}
                </button>
            </span>
            <p id="search-help" class="help small">
                {t::search_help(lang)}
            </p>
        </form>
    }
}

/// How many a value leaves, or all values together.
fn count(page: &Page, key: usize, value: Option<usize>) -> u32 {
    let counts = page.counts.get(key);
    let counts = counts.map_or(&[][..], Vec::as_slice);
    match value {
        Some(value) => counts.get(value).copied().unwrap_or(0),
        None => counts.iter().sum(),
    }
}

/// A button that chooses a value; what is in it stands before the count.
fn chip(
    look: Look,
    page: Memo<Page>,
    class: &'static str,
    (key, value): (usize, Option<usize>),
    inside: impl IntoView,
) -> View {
    let place = value.and_then(|value| u16::try_from(value).ok());
    let pressed = move || (look.chosen(key) == place).to_string();
    view! {
        <button
            type="button"
            class=class
            aria-pressed=pressed
            on:click=move |_| look.choose(key, place)
        >
            {inside}
            " "
            <span class="count">{move || count(&page.read(), key, value)}</span>
        </button>
    }
}

/// The kinds of honours that name somebody.
pub fn honours(hall: Hall, desk: &'static Desk, look: Look, page: Memo<Page>) -> View {
    let lang = hall.lang;
    let listed = |honour: Honour| {
        let mut people = hall.all.people.iter();
        people.any(|it| {
            hall.all
                .edition_of(it)
                .is_some_and(|of| of.honour == honour)
        })
    };
    let values = Honour::ALL.iter().enumerate();
    let chips: Vec<View> = values
        .filter(|(at, honour)| {
            listed(**honour)
                && desk
                    .facets
                    .get(HONOUR)
                    .is_some_and(|it| *at < it.values.len())
        })
        .map(|(at, honour)| {
            chip(
                look,
                page,
                "chip",
                (HONOUR, Some(at)),
                t::honour_short(lang, *honour),
            )
        })
        .collect();
    view! {
        <div class="chips" role="group" aria-label=t::by_honour(lang)>
            {chip(look, page, "chip", (HONOUR, None), t::all(lang))}
            {chips}
        </div>
    }
}

/// A year's name in addresses.
pub fn year_id(year: Option<u16>) -> String {
    year.map_or_else(|| NO_YEAR.to_owned(), |year| year.to_string())
}

/// The line of time: every year with a dot for each person, in the colour of their medal.
pub fn years(hall: Hall, desk: &'static Desk, look: Look, page: Memo<Page>) -> Option<View> {
    let lang = hall.lang;
    let facet = desk.facets.get(YEAR)?;
    // Those who are looked for, whatever the year.
    let found = Memo::new(move |_| people(&desk.find(&look.wanted.read(), Some(YEAR))));
    let tab = |(at, id): (usize, &str)| {
        let of_year = |(_, it): &(usize, &catalogue::model::Honouree)| {
            hall.all
                .edition_of(it)
                .is_some_and(|it| year_id(it.year) == id)
        };
        let here: Vec<(usize, &'static str)> = hall
            .all
            .people
            .iter()
            .enumerate()
            .filter(of_year)
            .map(|(place, it)| (place, metal(hall.all, it)))
            .collect();
        let words = match id == NO_YEAR {
            true => span_without_year(hall),
            false => id.to_owned(),
        };
        let class = if words.len() > 4 { "year long" } else { "year" };
        let inside = view! {
            {dots(here, found)}
            <span class=class>{words}</span>
        };
        view! { <li>{chip(look, page, "year-tab", (YEAR, Some(at)), inside)}</li> }
    };
    let values = facet.values.iter().map(|it| it.id.as_str()).enumerate();
    let tabs: Vec<View> = values.map(tab).collect();
    let key = [
        ("gold", t::key_gold(lang)),
        ("silver", t::key_silver(lang)),
        ("bronze", t::key_bronze(lang)),
        ("enamel", t::key_other(lang)),
        ("ring", t::key_ring(lang)),
    ];
    let key = key.map(|(class, words)| {
        view! {
            <span>
                <svg class="dots" width="12" height="12" aria-hidden="true">
                    <circle class=class cx="6" cy="6" r="4"></circle>
                </svg>
                " "
                {words}
            </span>
        }
    });
    Some(view! {
        <div class="years" role="group" aria-label=t::by_year(lang)>
            <ul>{tabs}</ul>
            <p class="key small muted">
                <span>{t::dots(lang)}</span>
                {key}
            </p>
        </div>
    })
}

/// What stands for the year where none is known: the span that the editions' names give.
fn span_without_year(hall: Hall) -> String {
    let mut without = hall.all.editions.iter().filter(|it| it.year.is_none());
    match (without.next(), without.next()) {
        // `1995–2015（部分）`, without what is in brackets.
        (Some(it), None) => {
            let name = hall.lang.pick(&it.name);
            let end = name.find(['（', '(']).unwrap_or(name.len());
            name.get(..end).unwrap_or(name).trim().to_owned()
        }
        _ => t::no_year(hall.lang).to_owned(),
    }
}

/// Dots from the ground up; those who are not looked for are faint.
fn dots(here: Vec<(usize, &'static str)>, found: Memo<Vec<usize>>) -> impl IntoView {
    let height = here.len().div_ceil(WIDE) * PITCH;
    let dot = move |nth: usize, person: usize, class: &'static str| {
        let (column, row) = (nth % WIDE, nth / WIDE);
        let off = move || !found.read().contains(&person);
        view! {
            <g class:off=off>
                <circle class=class cx=column * PITCH + PITCH / 2 cy=height - row * PITCH - PITCH / 2 r="4"></circle>
            </g>
        }
    };
    let dots: Vec<View> = here
        .iter()
        .enumerate()
        .map(|(nth, (person, class))| dot(nth, *person, class))
        .collect();
    view! {
        <svg class="dots" width=WIDE * PITCH height=height aria-hidden="true">
            {dots}
        </svg>
    }
}

/// The groups of trades as tiles; on a phone they are unfolded by a button.
pub fn groups(hall: Hall, desk: &'static Desk, look: Look, page: Memo<Page>) -> View {
    let lang = hall.lang;
    let open = RwSignal::new(untrack(|| look.chosen(GROUP)).is_some());
    let listed = |group: TradeGroup| hall.all.people.iter().any(|it| it.group == group);
    let tiles: Vec<View> = TradeGroup::ALL
        .iter()
        .enumerate()
        .filter(|(_, (_, group))| listed(*group) && desk.facets.get(GROUP).is_some())
        .map(|(at, (_, group))| {
            let inside = view! {
                {emblem(*group)}
                <span class="name">{t::group(lang, *group)}</span>
            };
            view! { <li>{chip(look, page, "trade-tile", (GROUP, Some(at)), inside)}</li> }
        })
        .collect();
    view! {
        <div class="trades" class:open=open role="group" aria-label=t::by_group(lang)>
            <button
                type="button"
                class="button unfold"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|it| *it = !*it)
            >
                {t::show_groups(lang)}
                {icon(Icon::Down)}
            </button>
            <ul>{tiles}</ul>
        </div>
    }
}

/// The occupation that a link chose, which can be let go.
pub fn occupation(hall: Hall, desk: &'static Desk, look: Look) -> View {
    let lang = hall.lang;
    let region = move || {
        let chosen = look.chosen(OCCUPATION)?;
        let value = desk
            .facets
            .get(OCCUPATION)?
            .values
            .get(usize::from(chosen))?;
        Some(view! {
            <p class="row">
                <button
                    type="button"
                    class="chip"
                    aria-pressed="true"
                    on:click=move |_| look.choose(OCCUPATION, None)
                >
                    {t::chosen_occupation(lang)}
                    {han(&value.name)}
                    " "
                    {icon(Icon::Cross)}
                </button>
            </p>
        })
    };
    region.into_view()
}
