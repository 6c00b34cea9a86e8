//! Rounds of funding and of naming of which totals are in hand: a table.

use super::Hall;
use crate::components::badge::evidence_badge;
use crate::components::honour_words::{edition_title, number, source};
use crate::texts::honours as t;
use crate::ui::prelude::*;
use catalogue::model::{Count, Edition, Honour, Scope};

/// The section.
pub fn rounds(hall: Hall) -> impl IntoView {
    let lang = hall.lang;
    let editions = hall.all.editions.iter().enumerate();
    let rounds = editions
        .filter(|(_, it)| matches!(it.honour, Honour::ChiefOrStudio | Honour::ShanghaiCraftsman));
    let rows: Vec<View> = rounds.map(|(at, it)| row(hall, at, it)).collect();
    let head = [
        t::col_edition(lang),
        t::col_people(lang),
        t::col_studios(lang),
        t::col_source(lang),
    ];
    let head = head.map(|words| view! { <th scope="col">{words}</th> });
    view! {
        <section class="card">
            <h2>{t::rounds(lang)}</h2>
            <p class="muted">{t::rounds_lead(lang)}</p>
            <div class="scroll" tabindex="0" role="region" aria-label=t::rounds(lang)>
                <table class="figures">
                    <caption class="sr-only">{t::rounds(lang)}</caption>
                    <thead>
                        <tr>{head}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="muted small">{t::dash_note(lang)}</p>
        </section>
    }
}

fn row(hall: Hall, at: usize, edition: &'static Edition) -> View {
    let lang = hall.lang;
    let value = |measure| {
        let scopes = [Scope::Shanghai, Scope::District];
        let figure = scopes
            .into_iter()
            .find_map(|scope| hall.all.figure(at, scope, measure));
        figure.map(|it| it.value)
    };
    let people = match (value(Count::ChiefTechnicians), value(Count::Total)) {
        (Some(n), _) => number(n),
        (None, Some(total)) => {
            let named = value(Count::Named)
                .map(|n| t::named(lang, n))
                .unwrap_or_default();
            t::named_and_total(lang, named, number(total))
        }
        (None, None) => "—".to_owned(),
    };
    let studios = match (value(Count::Studios), value(Count::StudiosNew)) {
        (Some(n), _) => number(n),
        (None, Some(new)) => {
            let again = value(Count::StudiosTopUp).unwrap_or(0);
            t::new_and_again(lang, new, again)
        }
        (None, None) => "—".to_owned(),
    };
    let source = source(hall.all, edition.source).map(|it| {
        view! {
            {lang.pick(&it.title)}
            " "
            {it.date.as_str()}
            " "
            {evidence_badge(lang, it.evidence)}
        }
    });
    view! {
        <tr>
            <th scope="row">{edition_title(lang, edition)}</th>
            <td>{people}</td>
            <td>{studios}</td>
            <td class="words">{source}</td>
        </tr>
    }
}
