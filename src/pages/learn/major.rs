//! `/majors/:code`: the occupations that a major leads to.

use crate::browser::history;
use crate::components::icon::{Icon, icon};
use crate::components::learn::han::han;
use crate::components::learn::late::late_page;
use crate::components::learn::occupation_row::occupation_link;
use crate::components::learn::table_sources::table_sources;
use crate::components::page::page_title;
use crate::state::shelf::{Books, Part};
use crate::state::site::Site;
use crate::texts::{learn, major as t, occupation, occupations, shell};
use crate::ui::prelude::*;
use catalogue::model::{Major, Table, source_of};

/// The page.
pub fn major(site: Site, code: String) -> impl IntoView {
    view! {
        <div class="page major">
            {late_page(site, &[Part::Majors, Part::Occupations], move |books| found(site, books, &code))}
        </div>
    }
}

fn found(site: Site, books: Books, code: &str) -> Option<View> {
    let majors = books.majors()?;
    let major = majors.find(code);
    let major = major.and_then(|at| majors.list.get(usize::from(at)));
    match major {
        Some(major) => of_major(site, books, major),
        None => Some(unknown(site, code)),
    }
}

fn of_major(site: Site, books: Books, major: &'static Major) -> Option<View> {
    let lang = site.lang();
    let (majors, occupations) = (books.majors()?, books.occupations()?);
    let category = majors.categories.get(usize::from(major.category));
    let leads = major.occupations.iter();
    let leads: Vec<_> = leads
        .filter_map(|at| occupations.get(*at))
        .map(|it| view! { <li class="leaf">{occupation_link(lang, it)}</li> })
        .collect();
    let leads = match leads.is_empty() {
        true => view! { <p>{t::leads_to_none(lang)}</p> },
        false => view! { <ul class="leaves">{leads}</ul> },
    };
    let same = majors.list.iter();
    let same: Vec<_> = same
        .filter(|it| it.name == major.name && it.code != major.code)
        .map(|it| {
            view! {
                <li>
                    <a href=format!("/majors/{}", it.code)>{han(&it.name)}</a>
                    <span class="muted">" " {t::school(lang, it.level)} " " {&it.code}</span>
                </li>
            }
        })
        .collect();
    let same = (!same.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>{t::namesakes(lang)}</h2>
                <ul class="links-list">{same}</ul>
            </section>
        }
    });
    let sources = [Table::Majors, Table::MajorOccupation];
    let sources = sources.map(|table| source_of(&majors.sources, table));
    Some(view! {
        <div lang="zh-Hans">{page_title(site, &major.name)}</div>
        <dl class="facts-list">
            <div><dt>{t::level(lang)}</dt><dd>{t::school(lang, major.level)}</dd></div>
            <div><dt>{t::category(lang)}</dt><dd>{category.map(|name| han(name))}</dd></div>
        </dl>
        <p class="code">{t::code(lang, &major.code)}</p>
        <section class="card">
            <h2>{t::leads_to(lang)}</h2>
            {leads}
        </section>
        {same}
        <section class="card">
            <h2>{learn::sources(lang)}</h2>
            {table_sources(lang, sources.into_iter().flatten())}
            <p class="row">
                <a class="button" href="/occupations">{occupations::title(lang)}</a>
            </p>
        </section>
    })
}

fn unknown(site: Site, code: &str) -> View {
    let lang = site.lang();
    // What stands in an address may be anything; a few letters are enough to recognise it.
    let code: String = history::decode(code).chars().take(40).collect();
    view! {
        {page_title(site, t::unknown_title(lang))}
        <p>{t::unknown_text(lang, &code)}</p>
        <p class="row">
            <a class="button primary" href="/occupations">{occupation::unknown_search(lang)}</a>
            <a class="button" href="tel:12333">{icon(Icon::Phone)} {shell::hotline_call(lang)}</a>
        </p>
    }
}
