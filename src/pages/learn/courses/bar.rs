//! The filters, always in sight: a bar that scrolls sideways, the values of the one that is
//! unfolded with their counts, and what is chosen as tags.

use super::room::{Room, label};
use super::wanted::KEYS;
use crate::browser::{clock, page};
use crate::components::icon::{Icon, icon};
use crate::components::learn::course_words::zh;
use crate::texts::courses as t;
use crate::ui::prelude::*;
use catalogue::browse::Value;
use catalogue::model::{Table, source_of};

/// Facets that are only yes or no: one tap.
const FLAGS: [&str; 3] = ["shortage", "digital", "green"];

/// What is chosen: facets and their values.
type Chosen = Vec<(&'static str, Value)>;

/// The bar with the panel below it.
pub fn bar(room: Room) -> impl IntoView {
    let lang = room.lang();
    let open = room.open;
    let chosen = Memo::new(move |_| room.chosen());
    let chips = KEYS
        .into_iter()
        .filter(|key| *key != "occupation")
        .map(|key| match FLAGS.contains(&key) {
            true => flag(room, key).into_any(),
            false => facet(room, key, chosen).into_any(),
        });
    let unfolded = Memo::new(move |_| open.get());
    let values = move || unfolded.get().map(|key| panel(room, key));
    view! {
        <div class="filters" role="group" aria-label=t::filters(lang)>
            <div class="bar-row">{chips.collect_view()}</div>
            <div id="facet" class="facet-panel" hidden=move || open.get().is_none()>
                {values}
            </div>
        </div>
    }
}

/// A facet with its current value; unfolds its values.
fn facet(room: Room, key: &'static str, chosen: Memo<Chosen>) -> impl IntoView {
    let open = room.open;
    let lang = room.lang();
    let value = move || {
        let chosen = chosen.read();
        let mut of = chosen.iter().filter(|(known, _)| *known == key);
        let first = of.next().map(|(_, value)| room.word(key, value));
        match (first, of.count()) {
            (None, _) => t::any(lang).into_view(),
            (Some(first), 0) => first.into_view(),
            (Some(first), more) => t::plus(lang, &first, more + 1).into_view(),
        }
    };
    let is_open = move || open.get() == Some(key);
    let toggle = move |_| {
        let now = open.get_untracked();
        open.set((now != Some(key)).then_some(key));
    };
    view! {
        <button
            type="button"
            class="chip"
            id=format!("facet-{key}")
            data-facet=key
            aria-expanded=move || is_open().to_string()
            aria-controls="facet"
            class:on=move || !room.picked.read().of(key).is_empty()
            on:click=toggle
        >
            <span class="name">{label(lang, key)}</span>
            " "
            <span class="value">{value}</span>
            {icon(Icon::Down)}
        </button>
    }
}

/// A facet of yes or no, with its count.
fn flag(room: Room, key: &'static str) -> impl IntoView {
    let lang = room.lang();
    view! {
        <button
            type="button"
            class="chip"
            data-facet=key
            aria-pressed=move || room.picked.read().has(key, "yes").to_string()
            on:click=move |_| room.change(|wanted| wanted.toggle(key, "yes"))
        >
            {label(lang, key)}
            " "
            <span class="count">{move || room.count(key, 0)}</span>
        </button>
    }
}

/// The values of a facet, each with the number of courses that choosing it would leave.
fn panel(room: Room, key: &'static str) -> impl IntoView {
    let lang = room.lang();
    let desk = room.desk.read();
    let values: Vec<Value> = desk
        .as_ref()
        .as_ref()
        .and_then(|desk| desk.facet(key))
        .map_or_else(Vec::new, |(_, facet)| facet.values.clone());
    let long = matches!(key, "group" | "month");
    let chip = |(at, value): (usize, Value)| {
        let words = room.word_view(key, &value);
        let id = StoredValue::new(value.id);
        let chosen = move || id.with_value(|id| room.picked.read().has(key, id));
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || chosen().to_string()
                hidden=move || long && room.count(key, at) == 0 && !chosen()
                on:click=move |_| id.with_value(|id| room.change(|wanted| wanted.toggle(key, id)))
            >
                {words}
                " "
                <span class="count">{move || room.count(key, at)}</span>
            </button>
        }
    };
    let close = move |_| {
        room.open.set(None);
        page::focus(&format!("facet-{key}"));
    };
    let note = (key == "price").then(|| view! { <p class="help small">{t::price_note(lang)}</p> });
    view! {
        <div role="group" aria-label=label(lang, key)>
            {note}
            <div class="chips">{values.into_iter().enumerate().map(chip).collect_view()}</div>
        </div>
        <button type="button" class="button quiet" on:click=close>
            {icon(Icon::Up)}
            {t::done(lang)}
        </button>
    }
}

/// What is chosen, each to be taken away, and all at once; what one must know of it.
pub fn tags(room: Room) -> impl IntoView {
    let lang = room.lang();
    let chosen = Memo::new(move |_| room.chosen());
    let back = || clock::next_frame(|| page::focus("found"));
    let tag = move |(key, value): &(&'static str, Value)| {
        let (key, id) = (*key, value.id.clone());
        let words = match value.name.is_empty() {
            true => room.word(key, value).into_view(),
            false => zh(lang, &value.name),
        };
        let remove = move |_| {
            room.change(|wanted| wanted.toggle(key, &id));
            back();
        };
        view! {
            <li>
                <button type="button" class="chip tag" on:click=remove>
                    <span class="sr-only">{t::remove(lang)} " " {label(lang, key)} " "</span>
                    {words}
                    {icon(Icon::Cross)}
                </button>
            </li>
        }
    };
    let clear = move || {
        let any = Memo::new(move |_| !room.picked.read().chosen.is_empty());
        any.get().then(|| {
            let clear = move |_| {
                room.change(|wanted| wanted.chosen.clear());
                back();
            };
            view! {
                <button type="button" class="button quiet" on:click=clear>
                    {t::clear(lang)}
                </button>
            }
        })
    };
    let hidden = move || room.picked.read().chosen.is_empty();
    let shortage = move || {
        let wanted = !room.picked.read().of("shortage").is_empty();
        let own = room.books.occupations().and_then(|it| {
            let source = source_of(&it.sources, Table::Shortage)?;
            Some(format!(
                "{} · {}",
                lang.pick(&source.title),
                lang.pick(&source.note)
            ))
        });
        wanted.then(|| view! { <p class="doubt small shortage-note">{own.unwrap_or_else(|| t::shortage_note(lang).to_owned())}</p> })
    };
    let flags = move || {
        let wanted = room.picked.read();
        let any = ["digital", "green"]
            .iter()
            .any(|key| !wanted.of(key).is_empty());
        any.then(|| view! { <p class="muted small">{t::flag_note(lang)}</p> })
    };
    view! {
        <div class="chosen" hidden=hidden>
            <span class="muted small">{t::chosen(lang)}</span>
            <ul>{rows(move || chosen.get(), move |one| tag(one).into_any())}</ul>
            {clear}
        </div>
        {shortage}
        {flags}
    }
}
