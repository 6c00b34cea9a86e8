//! One question at a time within a section of the page.

use crate::browser::{clock, page};
use crate::components::field::field;
use crate::lang::Lang;
use crate::texts::check;
use crate::ui::prelude::*;
use pack::Pack;
use rules::program::Slot;

/// Where and of whom is asked.
#[derive(Clone, Copy)]
pub struct Place {
    /// The pack whose question it is.
    pub pack: &'static Pack,
    /// The id of the heading; unique on the page.
    pub heading: &'static str,
    /// The id of the field; unique on the page.
    pub field: &'static str,
}

/// The question `asked` with its field; a touch answers. The focus follows to the next question
/// once one was answered. Where nothing is asked, `done` is shown, and reading goes on there.
pub fn ask(
    lang: Lang,
    place: Place,
    asked: Memo<Option<Slot>>,
    value: impl Fn(Slot) -> Option<i64> + Clone + 'static,
    on_answer: impl Fn(Slot, Option<i64>) + Copy + Send + Sync + 'static,
    done: impl Fn() -> View + 'static,
) -> impl IntoView {
    let touched = StoredValue::new(false);
    Effect::new(move |before: Option<Option<Slot>>| {
        let now = asked.get();
        if before != Some(now) && touched.get_value() {
            touched.set_value(false);
            clock::next_frame(move || page::focus(place.heading));
        }
        now
    });
    move || {
        let Some(slot) = asked.get() else {
            return view! {
                <div id=place.heading tabindex="-1" class="done">
                    {done()}
                </div>
            }
            .into_any();
        };
        let words = place.pack.questions.get(usize::from(slot));
        let (ask, help) = words.map_or(("", ""), |q| (lang.pick(&q.ask), lang.pick(&q.help)));
        let answer = move |value| {
            touched.set_value(true);
            on_answer(slot, value);
        };
        let on_value = Callback::new(move |(value,): (i64,)| answer(Some(value)));
        view! {
            <h3 id=place.heading tabindex="-1" class="ask">
                {ask}
            </h3>
            {(!help.is_empty()).then(|| view! { <p class="help">{help}</p> })}
            <div role="group" aria-labelledby=place.heading>
                {field(lang, place.field, place.pack, slot, value(slot), on_value)}
            </div>
            <p>
                <button type="button" class="button quiet" on:click=move |_| answer(None)>
                    {check::not_sure(lang)}
                </button>
            </p>
        }
        .into_any()
    }
}
