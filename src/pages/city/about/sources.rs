//! Every source of the rules and of the catalogue.

use crate::components::icon::{Icon, icon};
use crate::components::learn::table_sources::table_sources;
use crate::components::sources::source_list;
use crate::components::waiting::with_pack;
use crate::state::shelf::{Part, with_books};
use crate::state::site::Site;
use crate::texts::about as t;
use crate::ui::prelude::*;
use std::collections::BTreeSet;

/// The section.
pub fn sources(site: Site) -> impl IntoView {
    let lang = site.lang();
    let of_rules = move |case: crate::state::case::Case| {
        let count = case.pack.sources.len();
        let mut all = BTreeSet::new();
        // `extend` inserts one by one; `collect` would bring a sort along.
        all.extend(0..u16::try_from(count).unwrap_or(u16::MAX));
        view! {
            <details class="working">
                <summary>{icon(Icon::Down)} {t::sources_rules(lang, count)}</summary>
                {source_list(lang, case.pack, &all)}
            </details>
        }
        .into_any()
    };
    view! {
        <section class="card" id="sources">
            <h2>{t::sources(lang)}</h2>
            {with_pack(site, of_rules)}
            {with_books(
                site,
                &[Part::Sources],
                move |books| {
                    let list = &books.sources()?.list;
                    Some(
                        view! {
                            <details class="working">
                                <summary>
                                    {icon(Icon::Down)}
                                    {t::sources_catalogue(lang, list.len())}
                                </summary>
                                {table_sources(lang, list)}
                            </details>
                        },
                    )
                },
            )}
        </section>
    }
}
