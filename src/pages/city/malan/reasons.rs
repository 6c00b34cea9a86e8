//! Conditions as a list of ticks, with the answers that they rest on: told, or counted from days.

use crate::components::badge::truth_sign;
use crate::components::icon::icon;
use crate::components::sources::clause;
use crate::components::words;
use crate::lang::Lang;
use crate::texts::{check, result as t};
use crate::ui::prelude::*;
use pack::Pack;
use pack::model::VersionText;
use rules::eval::{Answers, Truth};

/// The conditions of a version.
pub fn reasons(
    lang: Lang,
    pack: &'static Pack,
    text: &'static VersionText,
    truths: &[Truth],
    answers: &Answers,
) -> impl IntoView + use<> {
    let all = text.conditions.iter().zip(&text.condition_facts);
    let items = all.zip(truths).map(|((words, facts), truth)| {
        let told = facts.iter().filter_map(|slot| {
            let value = answers.values.get(usize::from(*slot)).copied().flatten();
            let value = value.map(|value| words::answer(lang, pack, *slot, value))?;
            let label = words::label(lang, pack, *slot);
            Some(format!("{label}{}{value}", check::colon(lang)))
        });
        let told: Vec<String> = told.collect();
        let told = (!told.is_empty()).then(|| {
            view! {
                <p class="facts">
                    <span class="sr-only">{t::your_answers(lang)} {check::colon(lang)}</span>
                    {told.join(" · ")}
                </p>
            }
        });
        let (class, sign, word) = truth_sign(lang, *truth);
        view! {
            <li class=format!("tick {class}")>
                <span class="sign">
                    {icon(sign)} <span class="sr-only">{word} {check::colon(lang)}</span>
                </span>
                <div>{clause(lang, words)} {told}</div>
            </li>
        }
    });
    let items = items.collect_view();
    view! { <ul class="ticks">{items}</ul> }
}
