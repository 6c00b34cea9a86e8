//! `/occupations/:code`: what each level tests, who leads there, which courses are offered.
//!
//! The fragment names the level whose functions are shown (`#level=L3`).

mod courses;
mod grants;
mod honours;
mod levels;
mod majors;
mod summary;
mod tested;

use crate::browser::history;
use crate::components::icon::{Icon, icon};
use crate::components::learn::han::han;
use crate::components::learn::late::late_page;
use crate::components::learn::table_sources::table_sources;
use crate::components::page::page_title;
use crate::state::shelf::{Books, Part};
use crate::state::site::Site;
use crate::texts::{learn, occupation as t, shell};
use crate::ui::prelude::*;
use catalogue::model::{Occupation, Occupations, Table, source_of};

/// The page.
pub fn occupation(site: Site, code: String) -> impl IntoView {
    view! {
        <div class="page occupation">
            {late_page(site, &[Part::Occupations], move |books| found(site, books, &code))}
        </div>
    }
}

/// The occupation that is shown, and its place.
#[derive(Clone, Copy)]
struct Shown {
    site: Site,
    all: &'static Occupations,
    at: u16,
    it: &'static Occupation,
}

fn found(site: Site, books: Books, code: &str) -> Option<View> {
    let all = books.occupations()?;
    let at = all.find(code);
    let shown = at.and_then(|at| {
        let it = all.get(at)?;
        Some(Shown { site, all, at, it })
    });
    Some(match shown {
        Some(shown) => whole(shown),
        None => unknown(site, all.list.len(), code),
    })
}

fn whole(shown: Shown) -> View {
    let Shown { site, all, it, .. } = shown;
    let lang = site.lang();
    let tables = [Table::Occupations, Table::Standards, Table::Shortage];
    let sources = tables.map(|table| source_of(&all.sources, table));
    // Without levels there is none to go up to.
    let pathway = (!it.levels().is_empty()).then(|| {
        view! {
            <a class="button primary" href=format!("/pathways#o={}", it.code)>
                {t::pathway(lang)}
            </a>
        }
    });
    let can_sit = (!it.levels().is_empty()).then(|| {
        view! {
            <a class="button" href="/levels">
                {t::can_sit(lang)}
            </a>
        }
    });
    view! {
        {path(shown)}
        <div lang="zh-Hans">{page_title(site, &it.name)}</div>
        <p class="muted code">{t::code(lang, &it.code)}</p>
        {namesakes(shown)}
        <p class="row">
            {pathway}
            <a class="button" href=format!("/courses#occupation={}", it.code)>
                {t::courses(lang)}
            </a>
            {can_sit}
        </p>
        <div class="two">{levels::ladder(shown)} {summary::summary(shown)}</div>
        {levels::standards(shown)}
        {tested::tested(shown)}
        {majors::majors(shown)}
        {courses::courses(shown)}
        {grants::grants(shown)}
        {honours::honours(shown)}
        <details class="working">
            <summary>{icon(Icon::Down)} {learn::sources(lang)}</summary>
            {table_sources(lang, sources.into_iter().flatten())}
        </details>
    }
}

/// The groups above it, each a link to where it is unfolded in the tree.
fn path(shown: Shown) -> impl IntoView + use<> {
    let lang = shown.site.lang();
    let mut open = Vec::new();
    let groups = shown.all.tree.above(shown.it).into_iter().flatten();
    let groups: Vec<_> = groups
        .map(|group| {
            open.push(group.code.as_str());
            let href = format!("/occupations#open={}", open.join("."));
            view! { <li><a href=href>{han(&group.name)}</a></li> }
        })
        .collect();
    view! {
        <nav class="trail" aria-label=t::group_path(lang)>
            <ol>
                <li><a href="/occupations">{t::all(lang)}</a></li>
                {groups}
            </ol>
        </nav>
    }
}

/// Others of the same name: told apart by their codes.
fn namesakes(shown: Shown) -> Option<impl IntoView + use<>> {
    let same = shown.all.list.iter();
    let same = same.filter(|other| other.name == shown.it.name && other.code != shown.it.code);
    let links: Vec<_> = same
        .map(|other| {
            let group = shown.all.tree.minors.get(usize::from(other.minor));
            let group = group.map(|group| view! { "（" {han(&group.name)} "）" });
            view! { <a href=format!("/occupations/{}", other.code)>{&other.code}</a> {group} }
        })
        .collect();
    let lang = shown.site.lang();
    (!links.is_empty()).then(|| view! { <p>{t::namesake(lang)} {links}</p> })
}

/// A code that the classification does not have.
fn unknown(site: Site, count: usize, code: &str) -> View {
    let lang = site.lang();
    // What stands in an address may be anything; a few letters are enough to recognise it.
    let code: String = history::decode(code).chars().take(40).collect();
    let search = format!("/occupations#q={}", history::encode(&code));
    view! {
        {page_title(site, t::unknown_title(lang))}
        <p>{t::unknown_text(lang, count, &code)}</p>
        <p class="row">
            <a class="button primary" href=search>
                {t::unknown_search(lang)}
            </a>
            <a class="button" href="tel:12333">
                {icon(Icon::Phone)}
                {shell::hotline_call(lang)}
            </a>
        </p>
    }
}
