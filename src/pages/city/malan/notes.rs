//! What to know besides, the documents, and where to go on.

use super::{Desk, said};
use crate::components::icon::{Icon, icon};
use crate::components::sources::source_list;
use crate::texts::malan as t;
use crate::ui::prelude::*;
use pack::guide::Said;
use std::collections::BTreeSet;

/// The section.
pub fn section(desk: Desk) -> impl IntoView {
    let lang = desk.case.site.lang();
    let road = &desk.guide.road;
    let notes = road
        .notes
        .iter()
        .map(|note| view! { <li>{said::sentence(desk, note)}</li> });
    let notes = notes.collect_view();
    let own: BTreeSet<u16> = (0..).take(desk.guide.pack.sources.len()).collect();
    let cited = road.tasks.iter().flat_map(|task| {
        let more = task.papers.iter().chain(&task.offices);
        more.chain([&task.about]).map(|said: &Said| &said.source)
    });
    let main = cited.filter_map(|id| {
        let own = desk
            .guide
            .pack
            .sources
            .iter()
            .any(|source| source.id == *id);
        let place = desk
            .case
            .pack
            .sources
            .iter()
            .position(|source| source.id == *id);
        place.filter(|_| !own).and_then(|at| u16::try_from(at).ok())
    });
    let main: BTreeSet<u16> = main.collect();
    let links = [
        ("/check#for=founder", t::see_check(lang)),
        ("/loan", t::see_loan(lang)),
        ("/programmes", t::see_programmes(lang)),
        ("/courses", t::skill_courses(lang)),
    ];
    let links = links.map(|(href, words)| {
        view! { <li><a class="button" href=href>{words} {icon(Icon::Right)}</a></li> }
    });
    view! {
        <section id="notes" class="no-print" aria-labelledby="notes-title">
            <h2 id="notes-title">{t::notes(lang)}</h2>
            <div class="card">
                <ul class="plain-list">{notes}</ul>
                <h3>{t::sources(lang)}</h3>
                {source_list(lang, &desk.guide.pack, &own)} {source_list(lang, desk.case.pack, &main)}
                <h3>{t::see_also(lang)}</h3>
                <ul class="row">{links}</ul>
            </div>
        </section>
    }
}
