//! `/employers`: grants for all staff at once, apprenticeship sums, pay, funding, the district.

mod apprentices;
mod batch;
mod desk;
mod district;
mod filters;
mod funding;
mod pay;
mod people;
mod plan;
mod reading;
mod results;
mod talk;
mod totals;

use crate::browser::{clock, page};
use crate::components::page::page_title;
use crate::components::waiting::with_pack;
use crate::state::case::Case;
use crate::state::site::Site;
use crate::texts::employers as t;
use crate::ui::prelude::*;

/// The page.
pub fn employers(site: Site) -> impl IntoView {
    let lang = site.lang();
    let named = site.router.fragment.get_untracked();
    if !named.is_empty() && !named.contains('=') {
        // After the router has moved to the top of a page that was not there.
        clock::next_frame(move || clock::next_frame(move || page::show(&named)));
    }
    let places = [
        ("#batch", t::batch(lang)),
        ("#apprenticeship", t::apprentices(lang)),
        ("#pay", t::pay(lang)),
        ("#funding", t::funding(lang)),
        ("#district", t::district(lang)),
    ];
    let places = places.map(|(href, text)| {
        view! {
            <li>
                <a href=href>{text}</a>
            </li>
        }
    });
    view! {
        <div class="page employers">
            {page_title(site, t::title(lang))} <p class="lead">{t::lead(lang)}</p>
            <nav aria-label=t::on_this_page(lang)>
                <ul class="tags">{places}</ul>
            </nav>
            {with_pack(site, |case| sections(case).into_any())}
        </div>
    }
}

/// Each is complete in itself: elder mode shows one at a time.
fn sections(case: Case) -> impl IntoView {
    view! {
        {batch::batch(case)}
        {apprentices::apprentices(case)}
        {pay::pay(case.site)}
        {funding::funding(case)}
        {district::district(case.site)}
    }
}
