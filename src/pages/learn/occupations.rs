//! `/occupations`: the classification by its tree, by letter, by flag, and a search.
//!
//! What is looked for and what is unfolded live in the fragment (`#q=…`, `#open=6.6-31`,
//! `#by=letter&at=D`): a link keeps them, and no server learns what was looked for.

mod flags;
mod letters;
mod look;
mod tree;

use crate::components::icon::{Icon, icon};
use crate::components::learn::han::han;
use crate::components::learn::more::more;
use crate::components::learn::occupation_index::occupation_index;
use crate::components::learn::occupation_row::occupation_link;
use crate::components::learn::table_sources::table_sources;
use crate::components::learn::why::why;
use crate::components::page::page_title;
use crate::lang::Lang;
use crate::state::shelf::{Books, Part, with_books};
use crate::state::site::Site;
use crate::texts::{learn, occupations as t, shell};
use crate::ui::prelude::*;
use catalogue::browse::{Ask, Listed, Page, Sort, browse};
use catalogue::model::{Occupations, Table, source_of};
use catalogue::search::{Index, Scratch};
use look::{By, Look};

/// The longest search that the box takes.
const MAX_LETTERS: &str = "60";

/// The page.
pub fn occupations(site: Site) -> impl IntoView {
    let lang = site.lang();
    view! {
        <div class="page occupations">
            {page_title(site, t::title(lang))} <p class="lead">{t::lead(lang)}</p>
            {with_books(site, &[Part::Occupations, Part::Lexicon], move |books| with_list(site, books))}
        </div>
    }
}

fn with_list(site: Site, books: Books) -> Option<View> {
    let lang = site.lang();
    let occupations = books.occupations()?;
    let index = occupation_index(occupations, books.lexicon()?);
    let letters = StoredValue::new(letters::Letters::of(occupations, books.lexicon()?));
    let look = Look::start(site);
    let is_searching = Memo::new(move |_| !look.query.read().trim().is_empty());
    let body = move || match (is_searching.get(), look.by.get()) {
        (true, _) => results(lang, occupations, index, look).into_any(),
        (false, By::Tree) => ways(lang, look, tree::tree(occupations, look, lang)).into_any(),
        (false, By::Letter) => ways(
            lang,
            look,
            letters::by_letter(occupations, letters, look, lang),
        )
        .into_any(),
        (false, By::Flag) => ways(lang, look, flags::by_flag(occupations, look, lang)).into_any(),
    };
    let tables = [
        Table::Occupations,
        Table::Standards,
        Table::Shortage,
        Table::Synonyms,
    ];
    let sources = tables.map(|table| source_of(&occupations.sources, table));
    Some(view! {
        {search_box(lang, look)}
        {body}
        <details class="working">
            <summary>{icon(Icon::Down)} {learn::sources(lang)}</summary>
            {table_sources(lang, sources.into_iter().flatten())}
        </details>
    })
}

/// The list is renewed with every letter: there is nothing to send.
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
                    maxlength=MAX_LETTERS
                    aria-describedby="search-help"
                    prop:value=look.query
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

/// The three ways to look around, and the one that is chosen.
fn ways(lang: Lang, look: Look, chosen: View) -> impl IntoView {
    let chip = |(by, name): (By, &'static str)| {
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || (look.by.get() == by).to_string()
                on:click=move |_| look.by.set(by)
            >
                {name}
            </button>
        }
    };
    let all = [
        (By::Tree, t::by_tree(lang)),
        (By::Letter, t::by_letter(lang)),
        (By::Flag, t::by_flag(lang)),
    ];
    view! {
        <div class="chips" role="group" aria-label=t::ways(lang)>
            {all.map(chip)}
        </div>
        {chosen}
    }
}

/// What the search finds, best first, each with why.
fn results(
    lang: Lang,
    occupations: &'static Occupations,
    index: &'static Index,
    look: Look,
) -> impl IntoView {
    let page = Memo::new(move |_| {
        let text = look.query.get();
        let ask = Ask {
            text: &text,
            filters: &[],
            sort: Sort::Relevance,
            offset: 0,
            limit: look.shown.get(),
        };
        browse(index, &[], &mut Scratch::default(), &ask)
    });
    let total = Memo::new(move |_| page.read().total as usize);
    let row = move |listed: &Listed| {
        let occupation = occupations.list.get(listed.document as usize);
        let row = occupation.map(|occupation| {
            let group = occupations.tree.minors.get(usize::from(occupation.minor));
            let group = group.map(|group| view! { <p class="muted small">{han(&group.name)}</p> });
            view! {
                <li class="card">
                    {occupation_link(lang, occupation)}
                    {group}
                    {why(lang, index, &listed.matched)}
                </li>
            }
        });
        row.into_view()
    };
    let cut = move || {
        page.read()
            .cut
            .then(|| view! { <p class="muted">{t::cut(lang)}</p> })
    };
    let none = move || (total.get() == 0).then(|| nothing(lang, look));
    view! {
        <p class="muted" role="status">{move || t::found(lang, total.get())}</p>
        {cut}
        {none}
        <ul class="found">{rows(move || listed(&page.read()), row)}</ul>
        {more(lang, total, look.shown)}
    }
}

fn listed(page: &Page) -> Vec<Listed> {
    page.listed.clone()
}

/// Nothing was found: what to do instead.
fn nothing(lang: Lang, look: Look) -> impl IntoView {
    let query = look.query.get();
    let to_tree = move |_| {
        look.ask(String::new());
        look.by.set(By::Tree);
    };
    view! {
        <section class="card">
            <h2>{t::none_title(lang, query.trim())}</h2>
            <p>{t::none_text(lang)}</p>
            <p class="row">
                <button type="button" class="button primary" on:click=to_tree>
                    {t::to_tree(lang)}
                </button>
                <a class="button" href="tel:12333">
                    {icon(Icon::Phone)}
                    {shell::hotline_call(lang)}
                </a>
            </p>
        </section>
    }
}
