//! What each level tests: a bar for each function where the weights are whole, otherwise a list;
//! beside it one table of all levels.

use super::Shown;
use crate::components::icon::{Icon, icon};
use crate::components::learn::han::han;
use crate::components::learn::table_sources::table_sources;
use crate::routes::{Route, value_of};
use crate::state::shelf::{Books, Part, with_books};
use crate::texts::occupation as t;
use crate::ui::prelude::*;
use catalogue::Rank;
use catalogue::model::{Functions, LevelFunctions, OccupationFunctions, Table, source_of};

/// The names of ranks in addresses, in the order of [`Rank::ALL`].
const TAGS: [&str; 8] = ["L5", "L4", "L3", "L2", "L1", "T1", "T2", "T3"];

/// The section; its table comes with its own file.
pub fn tested(shown: Shown) -> impl IntoView {
    let lang = shown.site.lang();
    view! {
        <section class="card tested">
            <h2>{t::tested(lang)}</h2>
            {with_books(shown.site, &[Part::Occupations, Part::Functions], move |books| body(shown, books))}
        </section>
    }
}

fn body(shown: Shown, books: Books) -> Option<View> {
    let lang = shown.site.lang();
    let functions = books.functions()?;
    let Some(tested) = functions
        .of_occupation(shown.at)
        .filter(|it| !it.levels.is_empty())
    else {
        return Some(view! { <p>{t::tested_none(lang)}</p> });
    };
    let router = shown.site.router;
    let first = tested.levels.first().map(|level| level.rank);
    let rank = Memo::new(move |before: Option<&Option<Rank>>| {
        let fragment = router.fragment.get();
        if !matches!(router.route.get_untracked(), Route::Occupation(_)) {
            // Still this page while the next one is being built.
            return before.copied().flatten();
        }
        let tag = value_of(&fragment, "level");
        let named = Rank::ALL.into_iter().zip(TAGS);
        let named = named
            .filter(|(_, name)| tag == Some(name))
            .map(|(rank, _)| rank);
        let in_hand = |rank: &Rank| tested.levels.iter().any(|level| level.rank == *rank);
        named.into_iter().find(in_hand).or(first)
    });
    let chip = |level: &'static LevelFunctions| {
        let of = level.rank;
        let tag = Rank::ALL
            .into_iter()
            .zip(TAGS)
            .find(|(rank, _)| *rank == of);
        let tag = tag.map_or("", |(_, tag)| tag);
        let code = &shown.it.code;
        let go = move |_| router.replace(&format!("/occupations/{code}#level={tag}"));
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || (rank.get() == Some(of)).to_string()
                on:click=go
            >
                {t::rank(lang, of)}
            </button>
        }
    };
    let level = move || {
        let rank = rank.get()?;
        let level = tested.levels.iter().find(|level| level.rank == rank)?;
        Some(one_level(shown, functions, level))
    };
    let edition = tested.edition.map(|year| t::tested_edition(lang, year));
    Some(view! {
        <p class="muted">{t::tested_of(lang)} " · " {edition}</p>
        <div class="chips" role="group" aria-label=t::choose_level(lang)>
            {tested.levels.iter().map(chip).collect_view()}
        </div>
        {level}
        <details class="working">
            <summary>{icon(Icon::Down)} {t::as_table(lang)}</summary>
            {table(shown, functions, tested)}
        </details>
        {table_sources(lang, source_of(&functions.sources, Table::Functions))}
    })
}

/// The functions of a level, with bars of their weights where these are whole.
fn one_level(
    shown: Shown,
    functions: &'static Functions,
    level: &'static LevelFunctions,
) -> impl IntoView {
    let lang = shown.site.lang();
    let whole = level.is_whole();
    let item = |function: &'static catalogue::model::Function| {
        let weight = function.weight;
        let figure = weight.map(|weight| view! { <span class="amount">{weight} "%"</span> });
        let bar = weight.filter(|_| whole).map(|weight| {
            view! {
                <svg class="weight" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="ground" width="100" height="4" />
                    <rect class="part" width=weight height="4" />
                </svg>
            }
        });
        view! {
            <li>
                <span class="line"><span>{han(functions.name(function))}</span> {figure}</span>
                {bar}
            </li>
        }
    };
    let items: Vec<_> = level.functions.iter().map(item).collect();
    let note = (!whole).then(|| view! { <p class="doubt">{t::not_whole(lang)}</p> });
    view! {
        <div class="weights" role="group" aria-label=t::rank(lang, level.rank)>
            {note}
            <ul class="functions">{items}</ul>
        </div>
    }
}

/// All functions by level.
fn table(
    shown: Shown,
    functions: &'static Functions,
    tested: &'static OccupationFunctions,
) -> impl IntoView {
    let lang = shown.site.lang();
    let mut names: Vec<u16> = Vec::new();
    for function in tested.levels.iter().flat_map(|level| &level.functions) {
        if !names.contains(&function.name) {
            names.push(function.name);
        }
    }
    let head = |level: &LevelFunctions| {
        let rank = t::short_rank(lang, level.rank);
        view! { <th scope="col">{rank}</th> }
    };
    let row = |name: &u16| {
        let cell = |level: &LevelFunctions| {
            let mut same = level.functions.iter().filter(|it| it.name == *name);
            let text = match same.next().map(|it| it.weight) {
                Some(Some(weight)) => weight.to_string(),
                Some(None) => t::has_function(lang).to_owned(),
                None => t::not_tested(lang).to_owned(),
            };
            view! { <td>{text}</td> }
        };
        let text = functions
            .names
            .get(usize::from(*name))
            .map(|name| han(name));
        let cells: Vec<_> = tested.levels.iter().map(cell).collect();
        view! { <tr><th scope="row">{text}</th> {cells}</tr> }
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=t::function_table(lang)>
            <table class="figures">
                <caption class="sr-only">{t::function_table(lang)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t::col_function(lang)}</th>
                        {tested.levels.iter().map(head).collect_view()}
                    </tr>
                </thead>
                <tbody>{names.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
