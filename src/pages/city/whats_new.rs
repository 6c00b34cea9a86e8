//! `/whats-new`: what each version of the pack changed, newest first, from its change log.

use crate::components::icon::{Icon, icon};
use crate::components::page::page_title;
use crate::components::sources::source_list;
use crate::components::waiting::with_pack;
use crate::format;
use crate::state::case::Case;
use crate::state::changes::with_changes;
use crate::state::site::Site;
use crate::texts::whats_new as t;
use crate::ui::prelude::*;
use pack::{Change, Changes};
use std::collections::BTreeSet;

/// The page.
pub fn whats_new(site: Site) -> impl IntoView {
    let lang = site.lang();
    let starred = RwSignal::new(false);
    view! {
        <div class="page whats-new">
            {page_title(site, t::title(lang))} <p class="lead">{t::lead(lang)}</p>
            {with_changes(
                site,
                move |changes| with_pack(site, move |case| log(case, changes, starred)),
            )}
        </div>
    }
}

fn log(case: Case, changes: &'static Changes, starred: RwSignal<bool>) -> View {
    let lang = case.site.lang();
    let wanted = move |it: &&Change| it.starred || !starred.get();
    let count = move || changes.list.iter().filter(wanted).count();
    let versions = move || {
        // The entries of a version stand together.
        changes
            .list
            .chunk_by(|a, b| a.version == b.version)
            .map(|of_version| {
                let entries: Vec<_> = of_version
                    .iter()
                    .filter(wanted)
                    .map(|it| entry(case, it))
                    .collect();
                let first = of_version.first();
                (!entries.is_empty()).then(|| {
                    let day = first.map(|it| format::day(lang, it.date));
                    let version = first.map(|it| t::version(lang, &it.version));
                    view! {
                        <section class="card version-of">
                            <h2>{day}</h2>
                            <p class="muted small">{version}</p>
                            <ul class="news">{entries}</ul>
                        </section>
                    }
                })
            })
            .collect_view()
    };
    let toggle = move |_| starred.set(!starred.get_untracked());
    view! {
        <p class="chips">
            <button
                type="button"
                class="chip"
                aria-pressed=move || starred.get().to_string()
                on:click=toggle
            >
                {t::only_starred(lang)}
            </button>
        </p>
        <p class="muted" role="status">
            {move || t::shown(lang, count())}
        </p>
        {versions}
    }
}

/// One change: what, for which programmes, on which documents.
fn entry(case: Case, change: &'static Change) -> impl IntoView {
    let lang = case.site.lang();
    let pack = case.pack;
    let star = change.starred.then(
        || view! { <p class="marks"><span class="badge amber">{t::starred(lang)}</span></p> },
    );
    // A programme that this pack does not have (any more) is left out.
    let programmes: Vec<_> = change
        .programmes
        .iter()
        .filter_map(|id| {
            let codes = pack.program.programmes.iter();
            let at = codes.zip(&pack.programmes).find(|(code, _)| code.id == *id);
            let (_, text) = at?;
            let title = lang.pick(&text.title);
            Some(view! { <li><a href=format!("/programmes/{id}")>{title}</a></li> })
        })
        .collect();
    let count = programmes.len();
    let programmes = (count > 0).then(|| {
        view! {
            <details class="working" open=count <= 3>
                <summary>{icon(Icon::Down)} {t::programmes_of(lang, count)}</summary>
                <ul class="tags">{programmes}</ul>
            </details>
        }
    });
    let place = |id: &String| {
        let at = pack.sources.iter().position(|source| source.id == *id)?;
        u16::try_from(at).ok()
    };
    // `extend` inserts one by one; `collect` would bring a sort along.
    let mut sources = BTreeSet::new();
    sources.extend(change.sources.iter().filter_map(place));
    let sources = (!sources.is_empty()).then(|| {
        view! {
            <details class="working">
                <summary>{icon(Icon::Down)} {t::sources(lang)}</summary>
                {source_list(lang, pack, &sources)}
            </details>
        }
    });
    view! {
        <li>
            {star}
            <p>{lang.pick(&change.text)}</p>
            {programmes}
            {sources}
        </li>
    }
}
