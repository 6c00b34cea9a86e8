//! The answers that a self-check uses, each with a way to change it.

use super::check::Check;
use crate::components::words;
use crate::texts::{check as asks, shortage as t};
use crate::ui::prelude::*;
use rules::program::Slot;

/// What a line shows.
#[derive(Clone, PartialEq)]
struct Line {
    slot: Slot,
    /// `None`: skipped.
    value: Option<String>,
}

/// The answers; nothing before the first.
pub fn given(check: Check, slots: StoredValue<Vec<Slot>>) -> impl IntoView {
    let case = check.case;
    let lang = case.site.lang();
    let lines = Memo::new(move |_| {
        let situations = case.site.situations.read();
        let skipped = &situations.current().skipped;
        let line = |slot: &Slot| {
            let value = case.answer(*slot);
            let value = value.map(|value| words::answer(lang, case.pack, *slot, value));
            let told = value.is_some() || skipped.iter().any(|id| id == case.id(*slot));
            told.then_some(Line { slot: *slot, value })
        };
        slots.with_value(|all| all.iter().filter_map(line).collect::<Vec<Line>>())
    });
    let row = move |line: &Line| {
        let slot = line.slot;
        let label = words::label(lang, case.pack, slot).to_owned();
        let (value, button) = match &line.value {
            Some(value) => (value.clone(), asks::change(lang)),
            None => (asks::skipped(lang).to_owned(), asks::answer_it(lang)),
        };
        let change = move |_| check.ask(Some(case.id(slot)));
        let row = view! {
            <div class="answer">
                <dt>{label.clone()}</dt>
                <dd>
                    <span>{value}</span>
                    <button type="button" class="button quiet" on:click=change>
                        {button}
                        <span class="sr-only">" " {label}</span>
                    </button>
                </dd>
            </div>
        };
        row.into_any()
    };
    let none = Memo::new(move |_| lines.read().is_empty());
    move || {
        (!none.get()).then(|| {
            view! {
                <h3>{t::answers(lang)}</h3>
                <dl class="answers">{rows(move || (*lines.read()).clone(), row)}</dl>
            }
        })
    }
}
