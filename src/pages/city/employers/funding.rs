//! Funding from the city, as a guide: what the pack says of it, and the employer's own part.

use crate::components::badge::evidence_badge;
use crate::components::catalogue::Listed;
use crate::components::icon::{Icon, icon};
use crate::components::sources::source_list;
use crate::lang::Lang;
use crate::state::case::Case;
use crate::texts::{employers as t, learn, programmes, shell};
use crate::ui::prelude::*;
use pack::model::Evidence;
use std::collections::BTreeSet;

/// Training bases first: they are for firms alone.
const PROGRAMMES: [(&str, bool); 3] = [
    ("training_base", false),
    ("chief_technician", true),
    ("master_studio", true),
];

/// The section.
pub fn funding(case: Case) -> impl IntoView {
    let lang = case.site.lang();
    let cards: Vec<_> = PROGRAMMES
        .into_iter()
        .filter_map(|(id, matched)| Some(card(lang, Listed::of(case.pack, id)?, matched)))
        .collect();
    view! {
        <section id="funding">
            <h2>{t::funding(lang)}</h2>
            <p class="lead">{t::funding_lead(lang)}</p>
            <div class="cards">{cards}</div>
            <p class="row">
                <a class="button" href="tel:12333">
                    {icon(Icon::Phone)}
                    {shell::hotline_call(lang)}
                </a>
            </p>
        </section>
    }
}

/// A programme with its figures; `matched`: the employer adds as much.
fn card(lang: Lang, listed: Listed, matched: bool) -> impl IntoView {
    let text = listed.text;
    let rows: Vec<_> = text
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
    let notes: Vec<_> = text
        .notes
        .iter()
        .map(|note| {
            let doubt = (note.evidence == Evidence::Unconfirmed)
                .then(|| view! { " " {evidence_badge(lang, note.evidence)} });
            view! { <li>{lang.pick(&note.text)} {doubt}</li> }
        })
        .collect();
    // What the employer does is a condition of the rule, in the rule's own words.
    let own: Vec<_> = listed
        .rules()
        .last()
        .filter(|_| matched)
        .map(|(_, text)| {
            let conditions = text.conditions.iter();
            conditions
                .map(|it| view! { <li>{lang.pick(&it.text)}</li> })
                .collect()
        })
        .unwrap_or_default();
    let own = (!own.is_empty()).then(|| {
        view! {
            <h4>{t::employer_side(lang)}</h4>
            <ul class="plain-list">{own}</ul>
        }
    });
    let sources: BTreeSet<u16> = text.amounts.iter().map(|row| row.source).collect();
    view! {
        <div class="card">
            <h3>{lang.pick(&text.title)}</h3>
            <p class="marks">{evidence_badge(lang, listed.evidence(None))}</p>
            <table class="figures">
                <caption class="sr-only">{lang.pick(&text.title)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{programmes::col_what(lang)}</th>
                        <th scope="col">{programmes::col_value(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            {own}
            <ul class="plain-list small">{notes}</ul>
            <p class="row">
                <a class="button" href=format!("/programmes/{}", listed.code.id)>
                    {t::rule(lang)}
                </a>
            </p>
            <details class="working">
                <summary>{icon(Icon::Down)} {learn::sources(lang)}</summary>
                {source_list(lang, listed.pack, &sources)}
            </details>
        </div>
    }
}
