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
    let line = move |line: &Line| {
        let sum = line.sum.clone();
        let row = view! {
            <li>
                <a href=format!("/result#p={}", case.programme_id(line.programme))>
                    {words::title(case, lang, line.programme)}
                </a>
                <span class="line">
                    {badge::status_badge(lang, line.status)} {sum.map(amount::amount)}
                </span>
            </li>
        };
        row.into_any()
    };
    let lines = move || {
        let evaluation = case.evaluation.read();
        let hidden = case.out_of_date();
        let all = ORDER.into_iter().flat_map(|status| {
            let of = of_status(case, status).into_iter();
            of.map(move |programme| (status, programme))
        });
        let lines = all.map(|(status, programme)| {
            let outcome = evaluation.outcomes.get(programme).filter(|_| !hidden);
            Line {
                programme,
                status,
                sum: outcome.and_then(|outcome| amount::shown_text(lang, outcome)),
            }
        });
        lines.collect()
    };
    view! { <ul class="status-list">{rows(lines, line)}</ul> }
}

/// What a line shows.
#[derive(PartialEq)]
struct Line {
    programme: usize,
    status: Status,
    sum: Option<String>,
}
