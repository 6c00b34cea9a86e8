//! `/pillars`: four tasks, eight measures, each with its figures and where it leads.
//!
//! A fragment names a measure (`#market`): the page shows its section.

mod building;
mod charts;
mod dots;
mod measure;

use crate::browser::{clock, page};
use crate::components::learn::table_sources::table_sources;
use crate::components::page::page_title;
use crate::state::shelf::{Part, with_books};
use crate::state::site::Site;
use crate::texts::pillars as t;
use crate::ui::prelude::*;
use catalogue::model::Pillars;

/// The page.
pub fn pillars(site: Site) -> impl IntoView {
    let lang = site.lang();
    view! {
        <div class="page pillars">
            {page_title(site, t::title(lang))} <p class="lead">{t::lead(lang)}</p>
            {with_books(site, &[Part::Pillars], move |books| Some(whole(site, books.pillars()?)))}
        </div>
    }
}

fn whole(site: Site, pillars: &'static Pillars) -> View {
    let lang = site.lang();
    // A link from elsewhere names a section that was not there when the page was opened.
    let named = site.router.fragment.get_untracked();
    if pillars.measures.iter().any(|it| it.id == named) {
        clock::next_frame(move || clock::next_frame(move || page::show(&named)));
    }
    let measures = pillars.measures.iter().enumerate();
    let measures = measures.map(|(at, it)| measure::measure(lang, pillars, at + 1, it));
    view! {
        <section class="card house" id="house" aria-labelledby="house-title">
            <h2 id="house-title">{t::drawing(lang)}</h2>
            <p class="help">{t::drawing_help(lang)}</p>
            {building::building(lang, pillars)}
        </section>
        {measures.collect_view()}
        <section class="card">
            <h2>{t::sources(lang)}</h2>
            {table_sources(lang, &pillars.sources)}
        </section>
    }
}
