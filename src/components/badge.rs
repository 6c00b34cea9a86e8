//! Badges: a status or the kind of evidence, always an icon and a word.

use super::icon::{Icon, icon};
use crate::lang::Lang;
use crate::texts::result as t;
use crate::ui::prelude::*;
use pack::model::Evidence;
use rules::eval::{Status, Truth};

/// Whether one may claim.
pub fn status_badge(lang: Lang, status: Status) -> impl IntoView {
    let (class, sign, word) = match status {
        Status::Eligible => ("badge jade", Icon::Check, t::status_eligible(lang)),
        Status::Undetermined => ("badge amber", Icon::Question, t::status_undetermined(lang)),
        Status::Ineligible => ("badge rust", Icon::Cross, t::status_ineligible(lang)),
        Status::NoRule => ("badge plain", Icon::Dash, t::status_no_rule(lang)),
    };
    view! { <span class=class>{icon(sign)} {word}</span> }
}

/// Whether a condition holds: class, icon and word.
pub fn truth_sign(lang: Lang, truth: Truth) -> (&'static str, Icon, &'static str) {
    match truth {
        Truth::Yes => ("jade", Icon::Check, t::holds_yes(lang)),
        Truth::No => ("rust", Icon::Cross, t::holds_no(lang)),
        Truth::Unknown => ("amber", Icon::Question, t::holds_unknown(lang)),
    }
}

/// How something is known, in a few words. Nothing is said of official texts.
pub fn evidence_badge(lang: Lang, evidence: Evidence) -> impl IntoView {
    let (class, word) = match evidence {
        Evidence::Official => ("evidence jade", t::evidence_official(lang)),
        Evidence::Press => ("evidence plain", t::evidence_press(lang)),
        Evidence::Unconfirmed => ("evidence amber", t::evidence_unconfirmed(lang)),
    };
    view! { <span class=class>{word}</span> }
}

/// The sentence that stands under an amount; `None` for official texts.
pub fn evidence_sentence(lang: Lang, evidence: Evidence) -> Option<&'static str> {
    match evidence {
        Evidence::Official => None,
        Evidence::Press => Some(t::evidence_press_long(lang)),
        Evidence::Unconfirmed => Some(t::evidence_unconfirmed(lang)),
    }
}

/// The weaker of two kinds of evidence.
pub fn weaker(a: Evidence, b: Evidence) -> Evidence {
    match (a, b) {
        (Evidence::Unconfirmed, _) | (_, Evidence::Unconfirmed) => Evidence::Unconfirmed,
        (Evidence::Press, _) | (_, Evidence::Press) => Evidence::Press,
        _ => Evidence::Official,
    }
}
