//! A programme's rule in plain words: what it pays, for whom, when, with what, where, and the
//! documents that say so.

use super::badge::evidence_badge;
use super::catalogue::{Listed, Rule};
use super::sources::{clause, source_list};
use super::words;
use crate::format;
use crate::lang::Lang;
use crate::state::case::Case;
use crate::texts::{programmes as t, result};
use crate::ui::prelude::*;
use pack::model::{self, AmountRow, Clause, Evidence, Paper};
use rules::date::Day;
use rules::program::{Domain, Kind};
use std::collections::BTreeSet;

/// The condition that a window makes.
const WINDOW: &str = "window";

/// What holds on the chosen day. `late`: the pack vouches for no figure on it.
pub fn rule_text(
    case: Case,
    listed: Listed,
    rule: Rule,
    day: Day,
    late: bool,
) -> impl IntoView + use<> {
    let lang = case.site.lang();
    let (code, text) = rule;
    let (window, conditions): (Vec<_>, Vec<_>) = code
        .conditions
        .iter()
        .zip(&text.conditions)
        .partition(|(code, _)| code.id == WINDOW);
    let window: Vec<_> = window.into_iter().map(|(_, text)| text).collect();
    let conditions: Vec<_> = conditions.into_iter().map(|(_, text)| text).collect();
    let routes: Vec<_> = text.routes.iter().collect();
    let who = (!conditions.is_empty() || !routes.is_empty()).then(|| {
        let all =
            (!conditions.is_empty()).then(|| view! { <p class="muted">{t::all_needed(lang)}</p> });
        let one =
            (!routes.is_empty()).then(|| view! { <p class="muted">{result::routes(lang)}</p> });
        view! {
            <h3>{t::who(lang)}</h3>
            {all}
            {clauses(lang, &conditions)}
            {one}
            {clauses(lang, &routes)}
        }
    });
    let steps: Vec<_> = text.steps.iter().chain(&text.amount).collect();
    let working = (!late && !steps.is_empty()).then(|| part(lang, t::working(lang), &steps));
    let window = (!window.is_empty()).then(|| part(lang, t::window(lang), &window));
    let amounts = (!late).then(|| amounts(lang, listed, &listed.text.amounts));
    view! {
        <section class="card">
            <h2>{t::rule_on(lang, format::day(lang, day))}</h2>
            <p class="span">{in_force(lang, rule)}</p>
            {amounts}
            {working}
            {who}
            {window}
        </section>
    }
}

/// From when until when, with what is not certain about it.
fn in_force(lang: Lang, (code, text): Rule) -> impl IntoView + use<> {
    let badge = |day: Option<Day>, evidence: Evidence| {
        (day.is_some() && evidence == Evidence::Unconfirmed)
            .then(|| view! { " " {evidence_badge(lang, evidence)} })
    };
    let from = code
        .from
        .map(|day| t::span_from(lang, format::day(lang, day)));
    let until = code
        .until
        .map(|day| t::span_until(lang, format::day(lang, day)));
    let comma = (from.is_some() && until.is_some()).then(|| words::semicolon(lang));
    view! {
        {from}
        {badge(code.from, text.from_evidence)}
        {comma}
        {until}
        {badge(code.until, text.until_evidence)}
    }
}

/// What does not change with the day: papers, places, notes, exclusions. For a programme
/// without any version also its figures.
pub fn standing_text(lang: Lang, listed: Listed) -> impl IntoView + use<> {
    let text = listed.text;
    let figures = (text.versions.is_empty() && !text.amounts.is_empty()).then(|| {
        view! { <section class="card">{amounts(lang, listed, &text.amounts)}</section> }
    });
    let papers: Vec<_> = text
        .papers
        .iter()
        .map(|one| paper(lang, listed, one))
        .collect();
    let papers = (!papers.is_empty()).then(|| {
        view! {
            <h2>{t::papers(lang)}</h2>
            <ul class="plain-list">{papers}</ul>
        }
    });
    let list = |heading: &'static str, list: &'static [Clause]| {
        let all: Vec<_> = list.iter().collect();
        (!all.is_empty()).then(|| {
            view! {
                <h2>{heading}</h2>
                {clauses(lang, &all)}
            }
        })
    };
    view! {
        {figures}
        <section class="card sections">
            {papers} {list(t::channels(lang), &text.channels)}
            {list(t::schedule(lang), &text.schedule)} {exclusions(lang, listed)}
            {list(t::notes(lang), &text.notes)}
        </section>
    }
}

/// Every document that the programme rests on.
pub fn source_section(lang: Lang, listed: Listed) -> impl IntoView + use<> {
    view! {
        <section class="card">
            <h2>{t::sources(lang)}</h2>
            {source_list(lang, listed.pack, &sources(listed))}
        </section>
    }
}

/// The table of figures, each row with how far it is known.
fn amounts(
    lang: Lang,
    listed: Listed,
    rows: &'static [AmountRow],
) -> Option<impl IntoView + use<>> {
    let heading = match listed.code.kind {
        Kind::Grant => t::amounts(lang),
        Kind::Points => t::amounts_points(lang),
        _ => t::amounts_other(lang),
    };
    let lines: Vec<_> = rows
        .iter()
        .map(|row| {
            let doubt = (row.evidence == Evidence::Unconfirmed)
                .then(|| view! { " " {evidence_badge(lang, row.evidence)} });
            view! {
                <tr>
                    <th scope="row">{lang.pick(&row.label)}</th>
                    <td>{lang.pick(&row.value)} {doubt}</td>
                </tr>
            }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        view! {
            <h3>{heading}</h3>
            <table class="amounts">
                <thead class="sr-only">
                    <tr>
                        <th scope="col">{t::col_what(lang)}</th>
                        <th scope="col">{t::col_value(lang)}</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        }
    })
}

fn part(lang: Lang, heading: &'static str, list: &[&'static Clause]) -> impl IntoView + use<> {
    view! {
        <h3>{heading}</h3>
        {clauses(lang, list)}
    }
}

fn clauses(lang: Lang, list: &[&'static Clause]) -> impl IntoView + use<> {
    let items: Vec<_> = list
        .iter()
        .map(|text| view! { <li>{clause(lang, text)}</li> })
        .collect();
    (!items.is_empty()).then(|| view! { <ul class="plain-list">{items}</ul> })
}

/// A paper, and who needs it.
fn paper(lang: Lang, listed: Listed, paper: &'static Paper) -> impl IntoView + use<> {
    let pack = listed.pack;
    let all: Vec<String> = paper
        .only_for
        .iter()
        .flat_map(|(slot, mask)| {
            let fact = pack.program.facts.get(usize::from(*slot));
            let yes_no = fact.is_some_and(|fact| fact.domain == Domain::Bool);
            let label = words::label(lang, pack, *slot);
            let chosen = (0i64..63).filter(move |option| mask >> option & 1 == 1);
            chosen.map(move |option| match yes_no {
                true if option == 1 => label.to_owned(),
                _ => words::answer(lang, pack, *slot, option),
            })
        })
        .collect();
    let only = (!all.is_empty()).then(|| t::only_for(lang, all.join(words::comma(lang))));
    view! { <li>{clause(lang, &paper.clause)} <span class="muted">{only}</span></li> }
}

/// Which other programmes cannot be claimed besides.
fn exclusions(lang: Lang, listed: Listed) -> Option<impl IntoView + use<>> {
    let pack = listed.pack;
    let groups = pack.program.exclusions.iter().zip(&pack.exclusions);
    let lines: Vec<_> = groups
        .filter(|(group, _)| group.iter().any(|one| usize::from(*one) == listed.index))
        .map(|(group, why)| {
            let others = Listed::all(pack).filter(|other| {
                let inside = group.iter().any(|one| usize::from(*one) == other.index);
                inside && other.index != listed.index
            });
            let others = others.map(|other| {
                view! {
                    <li>
                        <a href=format!("/programmes/{}", other.code.id)>
                            {lang.pick(&other.text.title)}
                        </a>
                    </li>
                }
            });
            view! {
                <p>{clause(lang, why)}</p>
                <p>{t::excluded_with(lang)}</p>
                <ul class="tags">{others.collect_view()}</ul>
            }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        view! {
            <h2>{t::exclusions(lang)}</h2>
            {lines}
            <p class="muted">{t::best_note(lang)}</p>
        }
    })
}

/// Every document that the programme or one of its versions cites.
fn sources(listed: Listed) -> BTreeSet<u16> {
    let text: &model::Programme = listed.text;
    let of_versions = text.versions.iter().flat_map(|version| {
        let lists = [&version.conditions, &version.routes, &version.steps];
        let clauses = lists.into_iter().flatten().chain(&version.amount);
        let clauses = clauses.map(|clause| clause.source);
        clauses.chain([version.source]).collect::<Vec<u16>>()
    });
    let standing = [&text.notes, &text.channels, &text.schedule];
    let standing = standing.into_iter().flatten().map(|clause| clause.source);
    let papers = text.papers.iter().map(|paper| paper.clause.source);
    let amounts = text.amounts.iter().map(|row| row.source);
    // `extend` inserts one by one, `collect` would bring a sort along.
    let mut all = BTreeSet::new();
    all.extend(of_versions.chain(standing).chain(papers).chain(amounts));
    all
}
