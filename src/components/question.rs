//! One question: what is asked, why, and its field.

use super::field::{OnAnswer, field};
use super::icon::{Icon, icon};
use super::{page, words};
use crate::format;
use crate::lang::Lang;
use crate::state::case::Case;
use crate::texts::{check as t, shell};
use crate::ui::prelude::*;
use rules::program::{Domain, Slot};

/// A question as the page's main thing: its `h1` is what is asked. Another question takes its
/// place without the rest being built anew.
pub fn question(
    case: Case,
    slot: Memo<Slot>,
    on_answer: OnAnswer,
    on_skip: Callback<()>,
) -> impl IntoView {
    let lang = case.site.lang();
    let asked = move || case.pack.questions.get(usize::from(slot.get()));
    let group = Memo::new(move |_| {
        let group = asked().and_then(|asked| case.pack.groups.get(usize::from(asked.group)));
        group.map_or("", |group| lang.pick(&group.title))
    });
    let ask = move || {
        let ask = asked().map_or("", |asked| lang.pick(&asked.ask));
        page::name_document(case.site, ask);
        ask
    };
    let help = move || {
        let help = asked().map_or("", |asked| lang.pick(&asked.help));
        (!help.is_empty()).then(|| view! { <p id="help" class="help">{help}</p> })
    };
    // From one yes-or-no question to the next the buttons stay as they are.
    let shape = Memo::new(move |_| {
        let slot = slot.get();
        let answers = case.answers.get_untracked();
        let value = answers.values.get(usize::from(slot)).copied().flatten();
        let fact = case.pack.program.facts.get(usize::from(slot));
        let yes_or_no = fact.is_some_and(|fact| fact.domain == Domain::Bool);
        ((!yes_or_no).then_some(slot), value)
    });
    let field = move || {
        let (_, value) = shape.get();
        field(
            lang,
            "answer",
            case.pack,
            slot.get_untracked(),
            value,
            on_answer,
        )
    };
    view! {
        <p class="over">{group}</p>
        <h1 id="title" tabindex="-1">{ask}</h1>
        {help}
        <div role="group" aria-labelledby="title">{field}</div>
        <p>
            <button type="button" class="button quiet" on:click=move |_| on_skip.run(())>
                {t::not_sure(lang)}
            </button>
        </p>
        {why(case, lang, slot)}
    }
}

/// What the answer decides.
fn why(case: Case, lang: Lang, slot: Memo<Slot>) -> impl IntoView {
    // Worked out when it is unfolded: most visitors do not ask.
    let unfolded = RwSignal::new(None);
    let body = move || {
        let slot = slot.get();
        if unfolded.get() != Some(slot) {
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
            fen if fen > 0 && !case.out_of_date() => {
                t::why_up_to(lang, programmes, format::yuan(fen))
            }
            _ => t::why_decides(lang, programmes),
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
    // For the next question it is folded again.
    let open = move || unfolded.get() == Some(slot.get());
    view! {
        <details
            class="why"
            open=open
            on:toggle:target=move |event| {
                let open = event.target().is_open();
                unfolded.set(open.then(|| slot.get_untracked()));
            }
        >
            <summary>{icon(Icon::Info)} {t::why(lang)}</summary>
            {body}
        </details>
    }
}
