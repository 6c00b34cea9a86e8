//! `/shortage`: the shortage list with what it is worth, and joined to it two self-checks:
//! residence-permit points and settlement.
//!
//! What is looked for, which check is open, its question and its day stand in the fragment
//! (`#find=dg&group=6`, `#check=settlement&q=key_institution&on=2025-06-01`).

mod check;
mod given;
mod list;
mod look;
mod no_rule;
mod outcome;

use crate::browser::{clock, page};
use crate::components::learn::table_sources::table_sources;
use crate::components::page::page_title;
use crate::components::waiting::with_pack;
use crate::lang::Lang;
use crate::state::shelf::{Part, with_books};
use crate::state::site::Site;
use crate::texts::{about, learn, shortage as t};
use crate::ui::prelude::*;
use check::Check;
use look::{Look, Which};

const PARTS: &[Part] = &[Part::Occupations, Part::Shortage, Part::Lexicon];

/// Links to the parts of the page.
fn jumps(lang: Lang) -> impl IntoView {
    let links = [
        ("#list", t::list(lang)),
        ("#points", t::points(lang)),
        ("#settlement", t::settlement(lang)),
    ];
    let item = |(href, text)| view! { <li><a href=href>{text}</a></li> };
    view! {
        <nav aria-label=about::contents(lang)>
            <ul class="tags jumps">{links.map(item)}</ul>
        </nav>
    }
}

/// The page.
pub fn shortage(site: Site) -> impl IntoView {
    let lang = site.lang();
    let look = Look::start(site);
    // A link that names a check leads to it, once its section is there.
    let named = look.place.get_untracked().check;
    let checks = move |case: crate::state::case::Case| {
        let case = case.of_all();
        if let Some(which) = named {
            clock::next_frame(move || clock::next_frame(move || page::show(which.tag())));
        }
        Which::ALL
            .into_iter()
            .filter_map(|which| Check::new(case, look, which))
            .map(check::section)
            .collect_view()
    };
    view! {
        <div class="page shortage">
            {page_title(site, t::title(lang))} <p class="lead">{t::lead(lang)}</p>
            {jumps(lang)}
            {with_books(site, PARTS, move |books| list::sections(site, look, books))}
            {with_pack(site, checks)}
            {with_books(
                site,
                &[Part::Shortage],
                move |books| {
                    let sources = &books.shortage()?.sources;
                    Some(
                        view! {
                            <section class="card">
                                <h2>{learn::sources(lang)}</h2>
                                {table_sources(lang, sources)}
                            </section>
                        },
                    )
                },
            )}
        </div>
    }
}
