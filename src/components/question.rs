//! One question: what is asked, why, and its field.

use super::field::{OnAnswer, field};
use super::icon::{Icon, icon};
use super::{page, words};
use crate::format;
use crate::lang::Lang;
use crate::state::case::Case;
use crate::texts::{check as t, shell};
use crate::ui::prelude::*;
use rules::program::Slot;

/// A question as the page's main thing: its `h1` is what is asked.
pub fn question(case: Case, slot: Slot, on_answer: OnAnswer, on_skip: Callback<()>) -> View {
    let lang = case.site.lang();
    let Some(question) = case.pack.questions.get(usize::from(slot)) else {
        return ().into_any();
    };
    let group = case.pack.groups.get(usize::from(question.group));
    let group = group.map_or("", |group| lang.pick(&group.title));
    let help = lang.pick(&question.help);
    let value = case
        .answers
        .get_untracked()
        .values
        .get(usize::from(slot))
        .copied()
        .flatten();
    let ask = lang.pick(&question.ask);
    page::name_document(case.site, ask);
    view! {
        <p class="over">{group}</p>
        <h1 id="title" tabindex="-1">{ask}</h1>
        {(!help.is_empty()).then(|| view! { <p id="help" class="help">{help}</p> })}
        <div role="group" aria-labelledby="title">
            {field(lang, case.pack, slot, value, on_answer)}
        </div>
        <p>
            <button type="button" class="button quiet" on:click=move |_| on_skip.run(())>
                {t::not_sure(lang)}
            </button>
        </p>
        {why(case, lang, slot)}
    }
    .into_any()
}

/// What the answer decides.
fn why(case: Case, lang: Lang, slot: Slot) -> impl IntoView {
    // Worked out when it is unfolded: most visitors do not ask.
    let open = RwSignal::new(false);
    let body = move || {
        if !open.get() {
            return View::default();
        }
        let decided = case.ask(|evaluator, day, answers| {
            let mut unknown = answers.clone();
            if let Some(value) = unknown.values.get_mut(usize::from(slot)) {
                *value = None;
            }
            let evaluation = evaluator.evaluate(day, &unknown);
            let next = evaluator.next_questions(day, &unknown, &evaluation);
            next.into_iter().find(|next| next.slot == slot)
        });
        let Some(next) = decided else {
            return view! { <p>{t::why_not_now(lang)}</p> }.into_any();
        };
        let programmes = shell::programmes(lang, next.programmes.len());
        let text = match next.spread_fen {
            0 => t::why_decides(lang, programmes),
            fen => t::why_up_to(lang, programmes, format::yuan(fen)),
        };
        let names = next.programmes.iter().map(|programme| {
            let title = words::title(case, lang, usize::from(*programme));
            view! { <li>{title}</li> }
        });
        view! {
            <p>{text}</p>
            <ul class="plain-list">{names.collect_view()}</ul>
        }
        .into_any()
    };
    view! {
        <details class="why" on:toggle=move |_| open.set(true)>
            <summary>{icon(Icon::Info)} {t::why(lang)}</summary>
            {body}
        </details>
    }
}
