//! The person's own street, or their position: it names a district, whose offices come first.

use super::around::around;
use super::look::Look;
use crate::components::learn::han::han;
use crate::components::learn::why::why;
use crate::lang::Lang;
use crate::texts::institutions as t;
use crate::ui::prelude::*;
use catalogue::kinds;
use catalogue::model::Places;
use catalogue::search::{Hit, Index, Lexicon, Query, Scratch};

/// How many streets are offered.
const OFFERED: usize = 6;

/// A search for streets; choosing one chooses its district.
pub fn near(
    places: &'static Places,
    lexicon: &'static Lexicon,
    look: Look,
    lang: Lang,
) -> impl IntoView {
    let index = StoredValue::new(kinds::streets(places, lexicon.clone()));
    let typed = RwSignal::new(String::new());
    let chosen = RwSignal::new(None::<u32>);
    let hits = Memo::new(move |_| {
        let typed = typed.get();
        let found = |index: &Index| {
            let query = Query::first(&typed, OFFERED);
            index
                .search(&mut Scratch::default(), &query, &|_| true)
                .hits
        };
        match typed.trim().is_empty() {
            true => Vec::new(),
            false => index.with_value(found),
        }
    });
    let names = move |at: u32| {
        let street = places.streets.get(at as usize)?;
        let district = places.districts.get(usize::from(street.district))?;
        Some((street, district))
    };
    let option = move |hit: &Hit| {
        let at = hit.document;
        let matched = &hit.matched;
        let option = names(at).map(|(street, district)| {
            let choose = move |_| {
                chosen.set(Some(at));
                typed.set(String::new());
                look.district.set(district.code.clone());
            };
            view! {
                <li>
                    <button type="button" class="choice" on:click=choose>
                        <span>
                            {han(&street.name)}
                            " "
                            <span class="muted">{han(&district.name)}</span>
                        </span>
                    </button>
                    {index.with_value(|index| why(lang, index, matched))}
                </li>
            }
        });
        option.into_view()
    };
    let none = move || {
        let nothing = hits.read().is_empty() && !typed.read().trim().is_empty();
        nothing.then(|| view! { <p>{t::near_none(lang)}</p> })
    };
    let here = move || {
        let (street, district) = chosen.get().and_then(names)?;
        // Another district may have been chosen since.
        let still = *look.district.read() == district.code;
        still.then(|| {
            let (street, district) = (han(&street.name), han(&district.name));
            view! { {street} {t::near_lies_in(lang)} {district} {t::near_first(lang)} }
        })
    };
    view! {
        <section class="card">
            <h2>{t::near(lang)}</h2>
            {around(places, look, lang)}
            <label class="field-label" for="street">
                {t::near_label(lang)}
            </label>
            <input
                id="street"
                type="text"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                maxlength="40"
                aria-describedby="street-help"
                prop:value=typed
                on:input:target=move |event| typed.set(event.target().value())
            />
            <p id="street-help" class="help small">
                {t::near_help(lang)}
            </p>
            <ul class="choices">{rows(move || hits.get(), option)}</ul>
            <div role="status">{none} <p class="here-now">{here}</p></div>
            <p class="muted small">{t::near_why(lang)}</p>
        </section>
    }
}
