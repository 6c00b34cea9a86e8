//! The programmes looked at, one line each, live.

use super::{amount, badge, words};
use crate::state::case::Case;
use crate::ui::prelude::*;
use rules::eval::Status;
use rules::program::Kind;

/// The order in which statuses are shown.
pub const ORDER: [Status; 4] = [
    Status::Eligible,
    Status::Undetermined,
    Status::Ineligible,
    Status::NoRule,
];

/// Indices of the programmes of one status that the way in covers: grants first, each part in
/// the pack's order.
pub fn of_status(case: Case, status: Status) -> Vec<usize> {
    let scope = case.scope.get();
    let evaluation = case.evaluation.read();
    let codes = case.pack.program.programmes.iter();
    let parts = evaluation
        .outcomes
        .iter()
        .zip(&case.pack.programmes)
        .zip(codes);
    let here = parts.enumerate().filter(|(_, ((outcome, text), code))| {
        // Levels have a page of their own.
        outcome.status == status && scope.covers(&text.audience) && code.kind != Kind::Levels
    });
    let (mut grants, others): (Vec<_>, Vec<_>) = here
        .map(|(index, (_, code))| (index, code.kind == Kind::Grant))
        .partition(|(_, grant)| *grant);
    grants.extend(others);
    grants.into_iter().map(|(index, _)| index).collect()
}

/// The list.
pub fn status_list(case: Case) -> impl IntoView {
    let lang = case.site.lang();
    let line = move |programme: usize| {
        let evaluation = case.evaluation.read();
        let outcome = evaluation.outcomes.get(programme)?;
        let sum = (!case.out_of_date())
            .then(|| amount::shown_text(lang, outcome))
            .flatten();
        Some(view! {
            <li>
                <a href=format!("/result#p={}", case.programme_id(programme))>
                    {words::title(case, lang, programme)}
                </a>
                <span class="line">
                    {badge::status_badge(lang, outcome.status)} {sum.map(amount::amount)}
                </span>
            </li>
        })
    };
    move || {
        let all = ORDER.into_iter().flat_map(|status| of_status(case, status));
        view! { <ul class="status-list">{all.map(line).collect_view()}</ul> }
    }
}
