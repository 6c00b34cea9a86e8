//! `/institutions`: technician colleges, service points, the districts.
//!
//! The offices' coordinates are not in hand, only a point for each district. The person's street
//! names their district; or, on a tap, the device's position names the district whose point is
//! nearest. Its offices come first. The position is used in the page and dropped: never stored,
//! never in the address, never sent.

mod around;
mod listed;
mod look;
mod near;
mod tiles;

use crate::components::icon::{Icon, icon};
use crate::components::learn::table_sources::table_sources;
use crate::components::page::page_title;
use crate::lang::Lang;
use crate::state::shelf::{Books, Part, with_books};
use crate::state::site::Site;
use crate::texts::{institutions as t, learn, shell};
use crate::ui::prelude::*;
use catalogue::kinds;
use catalogue::model::{InstitutionKind, Places, Table};
use catalogue::search::{Hit, Index, Query, Scratch};
use listed::Listing;
use look::{KINDS, Look};

/// The page.
pub fn institutions(site: Site) -> impl IntoView {
    let lang = site.lang();
    view! {
        <div class="page institutions">
            {page_title(site, t::title(lang))} <p class="lead">{t::lead(lang)}</p>
            {with_books(site, &[Part::Places, Part::Lexicon], move |books| with_places(site, books))}
        </div>
    }
}

fn with_places(site: Site, books: Books) -> Option<View> {
    let lang = site.lang();
    let (places, lexicon) = (books.places()?, books.lexicon()?);
    let index = StoredValue::new(kinds::institutions(places, lexicon.clone()));
    let look = Look::start(site);
    let hits = Memo::new(move |_| index.with_value(|index| found(places, index, look)));
    let listing = Listing {
        places,
        index,
        look,
        lang,
    };
    let districts = places
        .sources
        .iter()
        .filter(|source| source.tables.contains(&Table::Districts));
    let of_institutions = places.sources.iter().enumerate().filter(|(at, _)| {
        let mut all = places.institutions.iter();
        all.any(|it| it.source.map(usize::from) == Some(*at))
    });
    let sources = of_institutions.map(|(_, source)| source).chain(districts);
    Some(view! {
        {search_box(lang, look)}
        {kind_chips(lang, look)}
        <div class="two">{tiles::tiles(places, look, lang)} {near::near(places, lexicon, look, lang)}</div>
        <p class="muted" role="status">{move || t::found(lang, hits.read().len())}</p>
        {move || hits.read().is_empty().then(|| nothing(lang, look))}
        {listing.sections(hits)}
        <details class="working">
            <summary>{icon(Icon::Down)} {learn::sources(lang)}</summary>
            {table_sources(lang, sources)}
        </details>
    })
}

/// Those found, best first. Providers, which may be made up, are shown only when they are asked
/// for; the choice of a district does not narrow what has none on record.
fn found(places: &'static Places, index: &Index, look: Look) -> Vec<Hit> {
    let (query, kind) = (look.query.get(), look.kind.get());
    let district = look.district.get();
    let narrowed = places.districts.iter().position(|it| it.code == district);
    let keep = |document: u32| {
        let Some(it) = places.institutions.get(document as usize) else {
            return false;
        };
        let of_kind = match kind {
            Some(kind) => it.kind == kind,
            None => it.kind != InstitutionKind::Provider,
        };
        let elsewhere = match (narrowed, it.district, it.kind) {
            // The other districts' offices stay at hand, further down.
            (_, _, InstitutionKind::ServicePoint) => false,
            (Some(wanted), Some(district), _) => usize::from(district) != wanted,
            _ => false,
        };
        of_kind && !elsewhere
    };
    if query.trim().is_empty() {
        let all = (0u32..).zip(&places.institutions);
        let all = all.filter(|(document, _)| keep(*document));
        let hit = |document| Hit {
            document,
            score: 0,
            matched: Vec::new(),
        };
        return all.map(|(document, _)| hit(document)).collect();
    }
    let query = Query::first(&query, usize::MAX);
    index.search(&mut Scratch::default(), &query, &keep).hits
}

fn search_box(lang: Lang, look: Look) -> impl IntoView {
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
                    prop:value=look.query
                    on:input:target=move |event| look.query.set(event.target().value())
                />
                <button
                    type="button"
                    class="button"
                    on:click=move |_| look.query.set(String::new())
                >
                    {t::clear(lang)}
                </button>
            </span>
            <p id="search-help" class="help small">
                {t::search_help(lang)}
            </p>
        </form>
    }
}

fn kind_chips(lang: Lang, look: Look) -> impl IntoView {
    let chip = |(kind, name): (Option<InstitutionKind>, &'static str)| {
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || (look.kind.get() == kind).to_string()
                on:click=move |_| look.kind.set(kind)
            >
                {name}
            </button>
        }
    };
    let kinds = KINDS.map(|(kind, _)| chip((Some(kind), t::kind(lang, kind))));
    view! {
        <div class="chips" role="group" aria-label=t::kinds(lang)>
            {chip((None, t::all_kinds(lang)))}
            {kinds}
        </div>
    }
}

fn nothing(lang: Lang, look: Look) -> impl IntoView {
    view! {
        <section class="card">
            <h2>{t::none_title(lang)}</h2>
            <p>{t::none_text(lang)}</p>
            <p class="row">
                <button type="button" class="button primary" on:click=move |_| look.clear()>
                    {t::show_all(lang)}
                </button>
                <a class="button" href="tel:12333">
                    {icon(Icon::Phone)}
                    {shell::hotline_call(lang)}
                </a>
            </p>
        </section>
    }
}
