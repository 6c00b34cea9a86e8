//! What would have to change for a programme that one does not qualify for now.

use super::amount::amount;
use super::sources::clause;
use super::words;
use crate::format;
use crate::state::case::Case;
use crate::texts::result as t;
use crate::ui::prelude::*;
use pack::model::VersionText;
use rules::eval::{ChangeTo, Hint, Outcome, Status, Truth};
use rules::program::{Change, Domain};

/// The hints with their heading (`h4`); nothing where there are none.
pub fn hint_list(
    case: Case,
    text: Option<&'static VersionText>,
    outcome: &Outcome,
    hints: &[Hint],
) -> Option<impl IntoView + use<>> {
    (!hints.is_empty()).then(|| {
        let items = hints.iter().map(|hint| line(case, text, outcome, hint));
        view! {
            <h4>{t::hints(case.site.lang())}</h4>
            <ul class="hints">{items.collect_view()}</ul>
        }
    })
}

fn line(
    case: Case,
    text: Option<&'static VersionText>,
    outcome: &Outcome,
    hint: &Hint,
) -> impl IntoView + use<> {
    let lang = case.site.lang();
    let changes: Vec<String> = hint
        .changes
        .iter()
        .map(|change| change_words(case, change))
        .collect();
    let sum = hint
        .amount
        .filter(|range| range.max > 0 && !case.out_of_date());
    let sum = sum.map(|range| t::hint_then(lang, format::range(lang, &range)));
    let maybe = (hint.status == Status::Undetermined).then(|| t::hint_maybe(lang));
    // The conditions that stand in the way now and read what would change.
    let clauses = text.into_iter().flat_map(|text| {
        let all = text.conditions.iter().zip(&text.condition_facts);
        let closed = all.zip(&outcome.conditions);
        let closed = closed.filter(|((_, facts), truth)| {
            let read = hint
                .changes
                .iter()
                .any(|change| facts.contains(&change.slot));
            **truth == Truth::No && read
        });
        closed.map(|((text, _), _)| view! { <li>{clause(lang, text)}</li> })
    });
    let clauses: Vec<_> = clauses.collect();
    let clauses = (!clauses.is_empty()).then(|| {
        view! {
            <p class="muted">{t::hint_clause(lang)}</p>
            <ul class="plain-list muted">{clauses}</ul>
        }
    });
    view! {
        <li>
            {changes.join(t::hint_and(lang))} {sum.map(|sum| view! { " → " {amount(sum)} })} {maybe}
            {clauses}
        </li>
    }
}

/// `证书等级：4（现在：5）`
fn change_words(case: Case, change: &ChangeTo) -> String {
    let lang = case.site.lang();
    let to = words::answer(lang, case.pack, change.slot, change.to);
    let from = words::answer(lang, case.pack, change.slot, change.from);
    let fact = case.pack.program.facts.get(usize::from(change.slot));
    let dated = fact.is_some_and(|fact| matches!(fact.domain, Domain::Date { .. }));
    let to = match fact.map(|fact| fact.change) {
        Some(Change::DoUp | Change::WaitUp) if dated => t::hint_from_day(lang, to),
        Some(Change::DoDown | Change::WaitDown) if dated => t::hint_to_day(lang, to),
        Some(Change::DoUp | Change::WaitUp) => t::hint_at_least(lang, to),
        Some(Change::DoDown | Change::WaitDown) => t::hint_at_most(lang, to),
        _ => to,
    };
    let label = words::label(lang, case.pack, change.slot);
    t::hint_if(lang, label, to) + &t::hint_now(lang, from)
}
