//! Conditions as a list of ticks.

use super::badge::truth_sign;
use super::icon::icon;
use super::sources::clause;
use super::words;
use crate::state::case::Case;
use crate::texts::{check, result as t};
use crate::ui::prelude::*;
use pack::model::Clause;
use rules::eval::Truth;
use rules::program::Slot;

/// One condition: whether it holds, its words, and the answers that it rests on.
pub fn tick(
    case: Case,
    truth: Truth,
    text: &'static Clause,
    facts: &'static [Slot],
) -> impl IntoView {
    let lang = case.site.lang();
    let (class, sign, word) = truth_sign(lang, truth);
    let answer = |slot: &Slot| {
        let value = match case.answer(*slot) {
            Some(value) => words::answer(lang, case.pack, *slot, value),
            None => t::holds_unknown(lang).to_owned(),
        };
        let label = words::label(lang, case.pack, *slot);
        format!("{label}{}{value}", check::colon(lang))
    };
    let answers: Vec<String> = facts.iter().map(answer).collect();
    let answers = (!answers.is_empty()).then(|| {
        view! {
            <p class="facts">
                <span class="sr-only">{t::your_answers(lang)} {check::colon(lang)}</span>
                {answers.join(" · ")}
            </p>
        }
    });
    view! {
        <li class=format!("tick {class}")>
            <span class="sign">
                {icon(sign)} <span class="sr-only">{word} {check::colon(lang)}</span>
            </span>
            <div>{clause(lang, text)} {answers}</div>
        </li>
    }
}
