//! `/honours`: people and results in gold; `/honours/:id`: one of them.
//!
//! What is looked for stands in the fragment (`look.rs`), which no server sees. Who was taken down
//! is not among the data (`crates/catalogue`, `model/honours.rs`).

mod board;
mod charts;
mod desk;
mod edition;
mod emblems;
mod filters;
mod head;
mod look;
mod medal;
mod paths;
pub mod person;
mod rounds;

use crate::components::learn::table_sources::table_sources;
use crate::components::page::page_title;
use crate::lang::Lang;
use crate::state::shelf::{Books, Part, with_books};
use crate::state::site::Site;
use crate::texts::honours as t;
use crate::ui::prelude::*;
use catalogue::model::Honours;

/// What every part of the pages needs. A copy is a handle.
#[derive(Clone, Copy)]
pub struct Hall {
    /// The site's state.
    pub site: Site,
    /// The page's language.
    pub lang: Lang,
    /// The part of the catalogue.
    pub all: &'static Honours,
}

/// The page.
pub fn honours(site: Site) -> impl IntoView {
    let lang = site.lang();
    view! {
        <div class="page honours">
            <div class="hall-head">
                {medal::seal()}
                {page_title(site, t::title(lang))}
                <p class="lead">{t::lead(lang)}</p>
            </div>
            {with_books(site, &[Part::Honours, Part::Lexicon], move |books| with_list(site, books))}
        </div>
    }
}

fn with_list(site: Site, books: Books) -> Option<View> {
    let hall = Hall {
        site,
        lang: site.lang(),
        all: books.honours()?,
    };
    let desk = desk::Desk::of(hall.all, books.lexicon()?);
    Some(view! {
        {head::figures(hall)}
        {board::board(hall, desk)}
        {charts::medals(hall)}
        {paths::paths(hall)}
        {rounds::rounds(hall)}
        {sources(hall)}
    })
}

fn sources(hall: Hall) -> impl IntoView {
    let lang = hall.lang;
    view! {
        <section class="card">
            <h2>{t::sources(lang)}</h2>
            <p>
                {t::take_down(lang)} <a href="/about">{t::take_down_link(lang)}</a>
            </p>
            {table_sources(lang, &hall.all.sources)}
        </section>
    }
}
