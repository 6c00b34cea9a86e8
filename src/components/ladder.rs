//! The eight levels as a staircase with the visitor's place on it.

use super::icon::{Icon, icon};
use super::level_ways::Levels;
use crate::format;
use crate::texts::levels as t;
use crate::ui::prelude::*;
use rules::eval::Truth;
use rules::program::Unit;

/// The staircase, the highest step on top.
pub fn ladder(levels: &Levels) -> impl IntoView + use<> {
    let lang = levels.case.site.lang();
    let next = levels.years_to_next();
    let held = levels.held();
    let steps: [(Option<u8>, &str, &str); 8] = [
        (None, "", t::chief(lang)),
        (None, "", t::special(lang)),
        (Some(1), t::nth_1(lang), t::level_1(lang)),
        (Some(2), t::nth_2(lang), t::level_2(lang)),
        (Some(3), t::nth_3(lang), t::level_3(lang)),
        (Some(4), t::nth_4(lang), t::level_4(lang)),
        (Some(5), t::nth_5(lang), t::level_5(lang)),
        (None, "", t::apprentice(lang)),
    ];
    let step = |(level, nth, name): (Option<u8>, &'static str, &'static str)| {
        let here = level.is_some() && held == Some(level);
        let lower = level.is_some_and(|level| held.flatten().is_some_and(|held| held < level));
        let state = level
            .filter(|_| !here)
            .map(|level| match levels.truth(level) {
                _ if lower => ("closed", Icon::Dash, t::state_lower(lang).to_owned()),
                Truth::Yes => ("jade", Icon::Check, t::state_open(lang).to_owned()),
                Truth::Unknown => ("amber", Icon::Question, t::state_unknown(lang).to_owned()),
                Truth::No => {
                    let years = next.filter(|(of, _)| *of == level).map(|(_, years)| years);
                    let text = match years {
                        Some(years) => {
                            t::state_years(lang, format::figure(lang, years, 0, Unit::Years))
                        }
                        None => t::state_closed(lang).to_owned(),
                    };
                    ("closed", Icon::Dash, text)
                }
            });
        let class = match (&state, here) {
            (_, true) => "held",
            (Some((class, ..)), _) => class,
            (None, _) => "beyond",
        };
        view! {
            <li class=format!("step {class}")>
                <span class="name">
                    <strong>{name}</strong>
                    " "
                    <span class="nth">{nth}</span>
                </span>
                {state.map(|(_, sign, text)| view! { <span class="state">{icon(sign)} {text}</span> })}
                {here.then(|| view! { <span class="here">{t::here(lang)}</span> })}
            </li>
        }
    };
    let none = (held == Some(None)).then(|| view! { <p class="here">{t::here_none(lang)}</p> });
    view! {
        <ol class="ladder">{steps.map(step).collect_view()}</ol>
        {none}
        <p class="muted small">{t::ladder_note(lang)}</p>
    }
}
