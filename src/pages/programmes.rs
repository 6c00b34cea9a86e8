//! `/programmes`: every programme of the pack, by whom it is for, with a search.
//!
//! The search and the filter live in the fragment (`#for=worker&q=…`): a link keeps them, and
//! no server learns what was looked for.

use crate::browser::{clock, history};
use crate::components::badge::evidence_badge;
use crate::components::catalogue::Listed;
use crate::components::icon::{Icon, icon};
use crate::components::page::page_title;
use crate::components::search_box::search_box;
use crate::components::waiting::with_pack;
use crate::components::words;
use crate::lang::Lang;
use crate::routes::{Route, value_of};
use crate::state::case::Case;
use crate::state::scope::Scope;
use crate::state::site::Site;
use crate::texts::{programmes as t, shell};
use crate::ui::prelude::*;
use rules::date::Day;

/// The page.
pub fn programmes(site: Site) -> impl IntoView {
    let lang = site.lang();
    view! {
        <div class="page programmes">
            {page_title(site, t::title(lang))} <p class="lead">{t::lead(lang)}</p>
            {with_pack(site, |case| list(case).into_any())}
        </div>
    }
}

fn list(case: Case) -> impl IntoView {
    let site = case.site;
    let lang = site.lang();
    let start = site.router.fragment.get_untracked();
    let query = RwSignal::new(query_of(&start));
    let scope = RwSignal::new(scope_of(&start));
    // A link to this page with another search (from home, from the back button) is followed.
    Effect::new(move |before: Option<String>| {
        let fragment = site.router.fragment.get();
        let here = site.router.route.get_untracked() == Route::Programmes;
        if here && before.is_some_and(|before| before != fragment) {
            if scope.get_untracked() != scope_of(&fragment) {
                scope.set(scope_of(&fragment));
            }
            if query.get_untracked().trim() != query_of(&fragment) {
                query.set(query_of(&fragment));
            }
        }
        fragment
    });
    // The address follows what is typed; nothing moves.
    Effect::new(move |before: Option<String>| {
        let now = fragment(scope.get(), &query.get());
        let here = site.router.route.get_untracked() == Route::Programmes;
        if here && before.is_some_and(|before| before != now) {
            site.router.replace(&format!("/programmes{now}"));
        }
        now
    });
    // The list is renewed with every letter: there is nothing left to do.
    let on_search = Callback::new(|()| ());
    let today = clock::today();
    let found = Memo::new(move |_| {
        let (query, scope) = (query.get(), scope.get());
        Listed::all(case.pack)
            .filter(|listed| scope.covers(&listed.text.audience) && listed.matches(&query))
            .map(|listed| listed.index)
            .collect::<Vec<usize>>()
    });
    let chip = move |one: Scope| {
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || (scope.get() == one).to_string()
                on:click=move |_| scope.set(one)
            >
                {words::scope(lang, one)}
            </button>
        }
    };
    let show_all = Callback::new(move |()| {
        query.set(String::new());
        scope.set(Scope::All);
    });
    let body = move || {
        let found = found.get();
        match (found.is_empty(), scope.get()) {
            (true, _) => nothing(lang, query.get_untracked().trim(), show_all).into_any(),
            (false, Scope::All) => {
                // What an earlier group told in full is only named again.
                let mut told = Vec::new();
                let groups = Scope::EVERY.into_iter().skip(1);
                groups
                    .map(|one| group(case, one, &found, &mut told, today))
                    .collect_view()
                    .into_any()
            }
            (false, one) => group(case, one, &found, &mut Vec::new(), today).into_any(),
        }
    };
    let late = move || {
        let until = crate::format::day(lang, case.pack.valid_until);
        (today > case.pack.valid_until)
            .then(|| view! { <p class="doubt">{shell::out_of_date(lang, until)}</p> })
    };
    view! {
        {late}
        {search_box(lang, query, on_search)}
        <div class="chips" role="group" aria-label=t::filter(lang)>
            {Scope::EVERY.map(chip).collect_view()}
        </div>
        <p class="muted" role="status">
            {move || t::found(lang, found.read().len())}
        </p>
        {body}
        {move || elsewhere(lang, query.read().trim())}
    }
}

/// What else is called so: courses and occupations are searched on pages of their own.
fn elsewhere(lang: Lang, query: &str) -> Option<impl IntoView + use<>> {
    let encoded = history::encode(query);
    let links = [
        ("courses", t::find_courses(lang, query)),
        ("occupations", t::find_occupations(lang, query)),
    ];
    let link = |(page, text)| {
        view! {
            <a class="button" href=format!("/{page}#q={encoded}")>
                {icon(Icon::Search)}
                {text}
            </a>
        }
    };
    let links = links.map(link);
    (!query.is_empty()).then(|| view! { <p class="row elsewhere">{links}</p> })
}

/// `#for=worker&q=…`; empty where nothing is looked for.
pub fn fragment(scope: Scope, query: &str) -> String {
    let query = query.trim();
    let mut parts = Vec::new();
    if scope != Scope::All {
        parts.push(format!("for={}", scope.tag()));
    }
    if !query.is_empty() {
        parts.push(format!("q={}", history::encode(query)));
    }
    match parts.is_empty() {
        true => String::new(),
        false => format!("#{}", parts.join("&")),
    }
}

fn query_of(fragment: &str) -> String {
    value_of(fragment, "q").map_or_else(String::new, history::decode)
}

fn scope_of(fragment: &str) -> Scope {
    let scope = value_of(fragment, "for").and_then(Scope::of_tag);
    scope.unwrap_or_default()
}

/// The programmes found that are for one audience; those `told` already are only named.
fn group(
    case: Case,
    scope: Scope,
    found: &[usize],
    told: &mut Vec<usize>,
    today: Day,
) -> Option<impl IntoView + use<>> {
    let lang = case.site.lang();
    let cards: Vec<_> = Listed::all(case.pack)
        .filter(|listed| found.contains(&listed.index) && scope.covers(&listed.text.audience))
        .map(|listed| {
            let again = told.contains(&listed.index);
            told.push(listed.index);
            card(lang, listed, today, again)
        })
        .collect();
    let count = shell::programmes(lang, cards.len());
    (!cards.is_empty()).then(|| {
        view! {
            <section class="group">
                <h2>{words::scope(lang, scope)} <span class="count">{count}</span></h2>
                <ul class="catalogue">{cards}</ul>
            </section>
        }
    })
}

/// One programme; `again`: it stands in full further up.
fn card(lang: Lang, listed: Listed, today: Day, again: bool) -> impl IntoView + use<> {
    let rule = listed.rule_on(today);
    let (class, sign, word) = match rule {
        Some(_) => ("badge jade", Icon::Check, t::in_force(lang)),
        None => ("badge plain", Icon::Dash, t::not_in_force(lang)),
    };
    view! {
        <li class="card">
            <h3>
                <a href=format!("/programmes/{}", listed.code.id)>{lang.pick(&listed.text.title)}</a>
            </h3>
            {(!again).then(|| view! { <p>{lang.pick(&listed.text.summary)}</p> })}
            <p class="marks">
                <span class="badge kind">{listed.kind(lang)}</span>
                <span class=class>{icon(sign)} {word}</span>
                {evidence_badge(lang, listed.evidence(rule))}
            </p>
        </li>
    }
}

/// Nothing was found: what to do instead.
fn nothing(lang: Lang, query: &str, show_all: Callback<()>) -> impl IntoView + use<> {
    view! {
        <section class="card">
            <h2>{t::none_title(lang, query)}</h2>
            <p>{t::none_text(lang)}</p>
            <p class="row">
                <button type="button" class="button primary" on:click=move |_| show_all.run(())>
                    {t::show_all(lang)}
                </button>
                <a class="button" href="tel:12333">
                    {icon(Icon::Phone)}
                    {shell::hotline_call(lang)}
                </a>
            </p>
        </section>
    }
}
