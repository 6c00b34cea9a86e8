//! A course's score, as the sum of its parts.

use crate::format;
use crate::lang::Lang;
use crate::texts::courses as t;
use crate::ui::prelude::*;
use catalogue::matching::Match;
use catalogue::matching::score::{Fit, Free, Near, Part, Place, Reason};

/// Unfolds the parts.
pub fn score(lang: Lang, row: &Match) -> impl IntoView + use<> {
    let part = |part: &Part| {
        let (name, why) = words(lang, part.reason);
        view! {
            <div>
                <dt>{name} <span class="muted small">" " {why}</span></dt>
                <dd>{t::points(lang, part.points, part.most)}</dd>
            </div>
        }
    };
    view! {
        <details class="working score">
            <summary>{t::score(lang, row.score)}</summary>
            <dl class="steps">{row.parts.iter().map(part).collect_view()}</dl>
        </details>
    }
}

/// What a part is for, and why there are so many points.
fn words(lang: Lang, reason: Reason) -> (&'static str, String) {
    match reason {
        Reason::Occupation(near) => {
            let why = match near {
                Near::Same => t::near_same(lang),
                Near::Group => t::near_group(lang),
                Near::Other => t::near_other(lang),
                Near::NoWish => t::near_none(lang),
            };
            (t::part_occupation(lang), why.to_owned())
        }
        Reason::Level(fit) => (t::part_level(lang), fit_words(lang, fit).to_owned()),
        Reason::Subsidy {
            sure_fen,
            price_fen,
        } => {
            let (sure, price) = (format::yuan(sure_fen), format::yuan(price_fen));
            (t::part_subsidy(lang), t::covers(lang, sure, price))
        }
        Reason::Price { left_fen } => {
            let left = t::left_at_most(lang, format::yuan(left_fen));
            (t::part_price(lang), left)
        }
        Reason::District(place) => {
            let why = match place {
                Place::Wanted => t::place_wanted(lang),
                Place::Online => t::place_online(lang),
                Place::Other => t::place_other(lang),
                Place::NoWish => t::place_none(lang),
            };
            (t::part_district(lang), why.to_owned())
        }
        Reason::Times(free) => {
            let why = match free {
                Free::All => t::free_all(lang),
                Free::Own => t::free_own(lang),
                Free::Some => t::free_some(lang),
                Free::None => t::free_other(lang),
                Free::Unknown => t::free_unknown(lang),
                Free::NoWish => t::free_none(lang),
            };
            (t::part_times(lang), why.to_owned())
        }
    }
}

/// Whether a level is one to sit now.
pub fn fit_words(lang: Lang, fit: Fit) -> &'static str {
    match fit {
        Fit::Next => t::fit_next(lang),
        Fit::Open => t::fit_open(lang),
        Fit::Held => t::fit_held(lang),
        Fit::Unknown => t::fit_unknown(lang),
        Fit::Closed => t::fit_closed(lang),
        Fit::NoLevel => t::fit_no_level(lang),
    }
}
