//! The programmes looked at, one line each, live.

use super::{amount, badge, words};
use crate::state::case::Case;
use crate::ui::prelude::*;
use rules::eval::Status;

/// The order in which statuses are shown.
pub const ORDER: [Status; 4] = [
    Status::Eligible,
    Status::Undetermined,
    Status::Ineligible,
    Status::NoRule,
];

/// Indices of the programmes of one status that the way in covers, in the pack's order.
pub fn of_status(case: Case, status: Status) -> Vec<usize> {
    let scope = case.scope.get();
    let evaluation = case.evaluation.read();
    let both = evaluation.outcomes.iter().zip(&case.pack.programmes);
    both.enumerate()
        .filter(|(_, (outcome, text))| outcome.status == status && scope.covers(&text.audience))
        .map(|(index, _)| index)
        .collect()
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
