//! Sums, and what they mean.

use crate::format;
use crate::lang::Lang;
use crate::texts::result as t;
use crate::ui::prelude::*;
use rules::eval::{Outcome, Range, Status};
use rules::program::Kind;

/// A range whose ends differ by this factor is no help.
const VAGUE: i64 = 100;

/// A figure that never breaks across lines, in tabular digits.
pub fn amount(text: String) -> impl IntoView {
    view! { <span class="amount">{text}</span> }
}

/// The range to show for a programme: what is got if eligible, else nothing.
pub fn shown(outcome: &Outcome) -> Option<&Range> {
    match outcome.status {
        Status::Eligible => outcome.amount.as_ref(),
        Status::Undetermined => outcome.if_eligible.as_ref(),
        Status::Ineligible | Status::NoRule => None,
    }
}

/// The range as text with its unit. One that says next to nothing (¥5,000 to 150,000,000) is
/// shown from its smaller end: ¥5,000 起.
pub fn shown_text(lang: Lang, outcome: &Outcome) -> Option<String> {
    shown(outcome).map(|range| {
        if range.min > 0 && range.max / range.min >= VAGUE {
            let least = format::figure(lang, range.min, range.scale, range.unit);
            t::amount_from(lang, least)
        } else {
            format::range(lang, range)
        }
    })
}

/// What a programme's figure is called.
pub fn label(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::LoanLimit => t::amount_loan(lang),
        Kind::EmployerFloor => t::amount_floor(lang),
        Kind::Points => t::amount_points(lang),
        Kind::Grant | Kind::Eligibility | Kind::Levels => t::amount_grant(lang),
    }
}
