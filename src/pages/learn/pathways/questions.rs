//! What the visitor has: one question at a time, only those that the plan may depend on.

use super::{Desk, days};
use crate::browser::{clock, page};
use crate::components::field::field;
use crate::texts::{check, pathways as t};
use crate::ui::prelude::*;
use rules::order::sort_few;
use rules::program::Slot;

/// The question of the address, or the next that may change the plan.
pub fn questions(desk: Desk) -> impl IntoView {
    let case = desk.case;
    let lang = case.site.lang();
    let asked = Memo::new(move |before: Option<&Option<Slot>>| {
        let named = desk.trip.read().question.clone();
        if let Some(slot) = named.and_then(|id| pack::slot_of(case.pack, &id)) {
            return Some(slot);
        }
        match &*desk.made.read() {
            // The plan of other answers is about to be replaced.
            Some(made) if made.answers != case.answers.get() => before.copied().flatten(),
            Some(made) => {
                let missing = made.plan.as_ref().map(|plan| plan.missing.clone());
                let mut missing = missing.unwrap_or_default();
                let order = |slot: &Slot| {
                    let fact = case.pack.program.facts.get(usize::from(*slot));
                    fact.map(|fact| fact.order)
                };
                sort_few(&mut missing, |a, b| order(a) < order(b));
                missing.into_iter().find(|slot| !desk.skipped(*slot))
            }
            None => before.copied().flatten(),
        }
    });
    // The question is where reading goes on.
    Effect::new(move |before: Option<Option<Slot>>| {
        let now = asked.get();
        // A link to a question, or an answer: not the first question of a page that opens.
        let wanted = desk.trip.get_untracked().question.is_some() || before.flatten().is_some();
        if wanted && before != Some(now) {
            clock::next_frame(|| {
                page::show("questions");
                page::focus("ask");
            });
        }
        now
    });
    let situation = Memo::new(move |_| case.site.situations.read().index());
    let body = move || match (asked.get(), situation.get()).0 {
        Some(slot) => question(desk, slot).into_any(),
        None => done(desk).into_any(),
    };
    let about = move || {
        let (_, occupation) = desk.shelf.occupation(&desk.trip.read().code)?;
        let name = occupation.name.as_str();
        Some(view! {
            <p class="help small">
                {t::questions_about(lang)}
                <span lang="zh-Hans">{name}</span>
            </p>
        })
    };
    view! {
        <section id="questions" class="card asked">
            <p class="over">{t::questions(lang)}</p>
            {body}
            {about}
            {days::days(desk)}
        </section>
    }
}

fn question(desk: Desk, slot: Slot) -> impl IntoView {
    let case = desk.case;
    let lang = case.site.lang();
    let id = case.id(slot);
    let words = case.pack.questions.get(usize::from(slot));
    let (ask, help) = words.map_or(("", ""), |q| (lang.pick(&q.ask), lang.pick(&q.help)));
    // Each answer is a place of its own, so that "back" leads to the question before.
    let go_on = move || {
        let trip = desk.trip.get_untracked();
        desk.replace(trip.clone().with_question(Some(id)));
        desk.go(trip.with_question(None));
    };
    let on_answer = Callback::new(move |(value,): (i64,)| {
        let text = pack::format_answer(case.pack, slot, value);
        case.site.change_current(|now| now.set(id, text));
        go_on();
    });
    let skip = move |_| {
        case.site.change_current(|now| now.skip(id));
        go_on();
    };
    let value = case.answers.get_untracked();
    let value = value.values.get(usize::from(slot)).copied().flatten();
    view! {
        <h2 id="ask" tabindex="-1">
            {ask}
        </h2>
        {(!help.is_empty()).then(|| view! { <p class="help">{help}</p> })}
        <div role="group" aria-labelledby="ask">
            {field(lang, "answer", case.pack, slot, value, on_answer)}
        </div>
        <p>
            <button type="button" class="button quiet" on:click=skip>
                {check::not_sure(lang)}
            </button>
        </p>
    }
}

/// Nothing more to ask.
fn done(desk: Desk) -> impl IntoView {
    let lang = desk.case.site.lang();
    let skipped = move || {
        let made = desk.made.read();
        let plan = made.as_ref().as_ref().and_then(|made| made.plan.clone());
        let open = plan.is_some_and(|plan| !plan.missing.is_empty());
        open.then(|| t::done_skipped(lang))
    };
    view! {
        <p id="ask" tabindex="-1" class="muted done">
            {t::done(lang)}
            {skipped}
        </p>
    }
}
