//! Who was honoured: the newest of each honour, by name, trade and award.

use crate::components::honour_words as words;
use crate::components::learn::han::han;
use crate::lists::texts;
use crate::state::shelf::{Part, with_books};
use crate::texts::honours as t;
use crate::ui::prelude::*;
use crate::widgets::Place;
use crate::widgets::face::face;
use catalogue::model::{Honour, Honouree, Honours};

/// So many people are shown.
const MOST: usize = 5;

/// The widget.
pub fn honours(place: Place) -> View {
    with_books(place.site, &[Part::Honours], move |books| {
        Some(with_list(place, books.honours()?))
    })
}

/// The places of an honour's people, newest edition first.
fn of_honour(all: &Honours, honour: Honour) -> Vec<usize> {
    let people = all.people.iter().enumerate();
    let of = people.filter(|(_, it)| all.edition_of(it).is_some_and(|it| it.honour == honour));
    of.map(|(at, _)| at).collect()
}

fn with_list(place: Place, all: &'static Honours) -> View {
    let lang = place.site.lang();
    let kinds: Vec<Honour> = Honour::ALL
        .into_iter()
        .filter(|honour| !of_honour(all, *honour).is_empty())
        .collect();
    let first = kinds.iter().find(|it| it.has_medals()).or(kinds.first());
    let chosen = RwSignal::new(first.copied());
    let chip = |honour: Honour| {
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || (chosen.get() == Some(honour)).to_string()
                on:click=move |_| chosen.set(Some(honour))
            >
                {t::honour(lang, honour)}
            </button>
        }
    };
    let chips = kinds.into_iter().map(chip).collect_view();
    let list = move || {
        let people = chosen.get().map_or_else(Vec::new, |it| of_honour(all, it));
        let rest = people.len().saturating_sub(MOST);
        let shown = people
            .iter()
            .take(MOST)
            .filter_map(|at| all.people.get(*at));
        let shown = shown.map(|person| line(place, all, person)).collect_view();
        let none = people
            .is_empty()
            .then(|| view! { <p>{texts::honours_none(lang)}</p> });
        let more =
            (rest > 0).then(|| view! { <p class="small">{texts::more_people(lang, rest)}</p> });
        view! {
            {none}
            <ul class="status-list">{shown}</ul>
            {more}
        }
    };
    let link = Memo::new(move |_| match chosen.get() {
        Some(honour) => format!("/honours#honour={}", honour.tag()),
        None => "/honours".to_owned(),
    });
    let body = view! {
        <div class="chips" role="group" aria-label=texts::honour_kind(lang)>
            {chips}
        </div>
        {list}
    };
    let note = view! { <p class="small muted">{texts::honours_note(lang)}</p> };
    face(place, body, link, note.into_any())
}

fn line(place: Place, all: &'static Honours, person: &'static Honouree) -> View {
    let lang = place.site.lang();
    let edition = all.edition_of(person).map(|it| {
        let year = it.year.map(|year| format!(" · {year}"));
        view! { <span class="small muted">{words::edition_title(lang, it)} {year}</span> }
    });
    let org = (!person.org.is_empty()).then(|| {
        view! { <span class="small muted">{han(&person.org)}</span> }
    });
    view! {
        <li>
            <a href=format!("/honours/{}", person.id) target="_blank" rel="noopener">
                {words::name(lang, person)}
            </a>
            <span class="line">
                <span>{words::won(lang, person)}</span>
                {words::doubt(lang, person)}
            </span>
            {edition}
            {org}
        </li>
    }
    .into_any()
}
