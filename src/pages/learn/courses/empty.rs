//! Nothing was found: which single condition to drop, and how many courses that gives.

use super::room::{Room, label};
use crate::browser::{clock, page};
use crate::components::icon::{Icon, icon};
use crate::texts::{courses as t, shell};
use crate::ui::prelude::*;
use catalogue::browse::Without;

/// The ways on, each one tap.
pub fn empty(room: Room) -> impl IntoView {
    let lang = room.lang();
    let found = room.found.read();
    let desk = room.desk.read();
    let chosen = room.chosen();
    let way = |(without, count): &(Without, u32)| {
        let key = match without {
            Without::Text => None,
            Without::Facet(at) => {
                let desk = desk.as_ref().as_ref()?;
                Some(desk.facets.get(*at)?.key)
            }
        };
        let words = match key {
            None => t::drop_text(lang).to_owned(),
            Some(key) => {
                let values = chosen.iter().filter(|(known, _)| *known == key);
                let values: Vec<String> = values.map(|(_, it)| room.word(key, it)).collect();
                let values = values.join(crate::components::words::comma(lang));
                t::drop(lang, format!("{} {values}", label(lang, key)))
            }
        };
        let drop = move |_| {
            room.change(|wanted| match key {
                None => wanted.query.clear(),
                Some(key) => wanted.drop(key),
            });
            clock::next_frame(|| page::focus("found"));
        };
        Some(view! {
            <li>
                <button type="button" class="button" on:click=drop>
                    {words} " · " <strong>{t::gives(lang, *count)}</strong>
                </button>
            </li>
        })
    };
    let ways: Vec<View> = found.without.iter().filter_map(way).collect();
    let clear = move |_| {
        room.change(|wanted| {
            wanted.query.clear();
            wanted.chosen.clear();
        });
        clock::next_frame(|| page::focus("found"));
    };
    let lead = match ways.is_empty() {
        true => t::none_several(lang),
        false => t::none_try(lang),
    };
    view! {
        <section class="card none">
            <h2>{t::none_title(lang)}</h2>
            <p>{lead}</p>
            <ul class="drops">{ways}</ul>
            <p class="row">
                <button type="button" class="button quiet" on:click=clear>
                    {t::clear(lang)}
                </button>
                <a class="button" href="tel:12333">
                    {icon(Icon::Phone)}
                    {shell::hotline_call(lang)}
                </a>
            </p>
        </section>
    }
}
