//! What a self-check comes to: whether one qualifies, how many points, what would change it, and
//! every condition.

use super::check::Check;
use super::look::Which;
use crate::components::amount::{label, shown_text};
use crate::components::badge::{evidence_sentence, status_badge};
use crate::components::hints::hint_list;
use crate::components::icon::{Icon, icon};
use crate::components::sources::{clause, source_list};
use crate::components::ticks::tick;
use crate::format;
use crate::texts::{programmes, result, shell, shortage as t};
use crate::ui::prelude::*;
use pack::model::Clause;
use rules::eval::{Status, Truth};
use rules::program::Slot;
use std::collections::BTreeSet;

/// The result; nothing where the day has no rule.
pub fn outcome(check: Check) -> Option<impl IntoView> {
    let case = check.case;
    let lang = case.site.lang();
    // The day first: the outcome follows from it.
    let day = check.day.get();
    let outcome = check.outcome.get()?;
    let (code, text) = check.rule()?;
    let late = day > case.pack.valid_until;
    let figure = shown_text(lang, &outcome).filter(|_| !late);
    let figure = figure.map(|figure| {
        let condition = (outcome.status == Status::Undetermined).then(|| result::amount_if(lang));
        view! {
            <p class="figure">
                <span class="muted">{label(lang, check.listed.code.kind)} " " {condition}</span>
                <strong class="amount">{figure}</strong>
            </p>
        }
    });
    let late = late.then(|| {
        let until = format::day(lang, case.pack.valid_until);
        view! { <p class="doubt">{icon(Icon::Info)} {shell::out_of_date(lang, until)}</p> }
    });
    let hints = match outcome.status {
        Status::Ineligible => case.ask(|evaluator, _, answers| {
            pack::hints(case.pack, evaluator, day, answers, check.listed.index)
        }),
        _ => Vec::new(),
    };
    let evidence = evidence_sentence(lang, check.listed.evidence(Some((code, text))));
    let list = |heading: &'static str,
                clauses: &'static [Clause],
                facts: &'static [Vec<Slot>],
                truths: &[Truth]| {
        let items: Vec<_> = clauses
            .iter()
            .zip(facts)
            .zip(truths)
            .map(|((text, facts), truth)| tick(case, *truth, text, facts))
            .collect();
        (!items.is_empty()).then(|| {
            view! {
                <h4>{heading}</h4>
                <ul class="ticks">{items}</ul>
            }
        })
    };
    let notes = check.listed.text.notes.iter();
    let mut sources = BTreeSet::from([text.source]);
    sources.extend(notes.clone().map(|note| note.source));
    let notes = notes.map(|note| view! { <li>{clause(lang, note)}</li> });
    let old = (check.which == Which::Settlement && day != case.date.get()).then(|| {
        let until = code.until.map(|day| format::day(lang, day));
        let today = format::day(lang, case.date.get());
        let back = move |_| check.look.go(|place| place.on = None);
        view! {
            <div class="notice" role="note">
                <p>{t::old_only(lang, format::day(lang, day), until.unwrap_or_default())}</p>
                <button type="button" class="button" on:click=back>
                    {t::back_to(lang, today)}
                </button>
            </div>
        }
    });
    Some(view! {
        <div class="came-to">
            {old}
            <h3>{t::result(lang)}</h3>
            {late}
            <div role="status">
                <p class="marks">{status_badge(lang, outcome.status)}</p>
                {figure}
            </div>
            {evidence.map(|text| view! { <p class="doubt">{icon(Icon::Info)} {text}</p> })}
            {hint_list(case, Some(text), &outcome, &hints)}
            {list(result::conditions(lang), &text.conditions, &text.condition_facts, &outcome.conditions)}
            {list(result::routes(lang), &text.routes, &text.route_facts, &outcome.routes)}
            {amounts(check)}
            <h4>{result::notes(lang)}</h4>
            <ul class="plain-list">{notes.collect_view()}</ul>
            <details class="working">
                <summary>{icon(Icon::Down)} {programmes::sources(lang)}</summary>
                {source_list(lang, case.pack, &sources)}
                <p>
                    <a href=format!("/programmes/{}", check.listed.code.id)>
                        {t::rule_page(lang)}
                        {icon(Icon::Right)}
                    </a>
                </p>
            </details>
        </div>
    })
}

/// The pack's table of points by level.
fn amounts(check: Check) -> Option<impl IntoView> {
    let lang = check.case.site.lang();
    let rows: Vec<_> = check
        .listed
        .text
        .amounts
        .iter()
        .map(|row| {
            view! {
                <tr>
                    <th scope="row">{lang.pick(&row.label)}</th>
                    <td>{lang.pick(&row.value)}</td>
                </tr>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <h4>{t::all_levels(lang)}</h4>
            <table class="amounts">
                <thead class="sr-only">
                    <tr>
                        <th scope="col">{programmes::col_what(lang)}</th>
                        <th scope="col">{programmes::col_value(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    })
}
