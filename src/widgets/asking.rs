//! One question after the other, without the browser's history: its "back" is the host page's.
//!
//! Answers are those of the site's current situation, by question id, of whichever pack asks.

use super::Place;
use crate::browser::{clock, page};
use crate::components::field::field;
use crate::components::icon::{Icon, icon};
use crate::state::answers;
use crate::state::site::Site;
use crate::texts::{check, levels as t, result, widgets};
use crate::ui::prelude::*;
use pack::Pack;
use rules::program::Slot;

/// The question on screen. A copy is a handle.
#[derive(Clone, Copy)]
pub struct Asking {
    site: Site,
    pack: &'static Pack,
    /// The question that was gone back to.
    again: RwSignal<Option<Slot>>,
    /// The question to show; `None` when there is nothing more to ask.
    pub asked: Memo<Option<Slot>>,
}

impl Asking {
    /// `open` gives the next question to ask.
    pub fn new(
        site: Site,
        pack: &'static Pack,
        open: impl Fn() -> Option<Slot> + Send + Sync + 'static,
    ) -> Asking {
        let again = RwSignal::new(None);
        Asking {
            site,
            pack,
            again,
            asked: Memo::new(move |_| again.get().or_else(&open)),
        }
    }

    /// Shows the question that was answered last before a given one.
    fn back(self, from: Option<Slot>) -> Option<Slot> {
        let given: Vec<Slot> = self.site.situations.with_untracked(|all| {
            let answers = all.current().answers.iter();
            let slots = answers.filter_map(|(id, _)| pack::slot_of(self.pack, id));
            slots.collect()
        });
        let here = from.and_then(|from| given.iter().position(|slot| *slot == from));
        let before = here.unwrap_or(given.len()).checked_sub(1)?;
        given.get(before).copied()
    }

    /// Goes back to the last answer.
    pub fn last(self) {
        self.again.set(self.back(None));
        look_at_question();
    }
}

/// The heading of the question is where reading goes on.
fn look_at_question() {
    clock::next_frame(|| page::focus("ask"));
}

/// The question with its field.
pub fn asking(place: Place, asking: Asking, slot: Slot) -> impl IntoView {
    let (site, pack) = (asking.site, asking.pack);
    let lang = place.site.lang();
    let words = pack.questions.get(usize::from(slot));
    let (ask, help) = words.map_or(("", ""), |it| (lang.pick(&it.ask), lang.pick(&it.help)));
    let fact = pack.program.facts.get(usize::from(slot));
    let id = fact.map_or("", |fact| fact.id.as_str());
    let go_on = move || {
        asking.again.set(None);
        look_at_question();
    };
    let on_answer = Callback::new(move |(value,): (i64,)| {
        let text = pack::format_answer(pack, slot, value);
        site.change_current(|now| now.set(id, text));
        go_on();
    });
    let skip = move |_| {
        site.change_current(|now| now.skip(id));
        go_on();
    };
    let back = asking.back(Some(slot)).map(|before| {
        let back = move |_| {
            asking.again.set(Some(before));
            look_at_question();
        };
        view! {
            <button type="button" class="button quiet" on:click=back>
                {icon(Icon::Left)}
                {t::before(lang)}
            </button>
        }
    });
    let value = site.situations.with_untracked(|all| {
        let given = answers::by_slot(pack, &all.current().answers);
        given.values.get(usize::from(slot)).copied().flatten()
    });
    view! {
        <div class="asked" data-question=id>
            <h2 id="ask" tabindex="-1">
                {ask}
            </h2>
            {(!help.is_empty()).then(|| view! { <p class="help">{help}</p> })}
            <div role="group" aria-labelledby="ask">
                {field(lang, "answer", pack, slot, value, on_answer)}
            </div>
            <p class="row">
                {back}
                <button type="button" class="button quiet" on:click=skip>
                    {check::not_sure(lang)}
                </button>
            </p>
        </div>
    }
}

/// In the question's place when nothing is left to ask.
pub fn done(place: Place, talk: Asking) -> impl IntoView {
    let lang = place.site.lang();
    view! {
        <h2 id="ask" tabindex="-1">
            {widgets::all_answered(lang)}
        </h2>
        <p>
            <button type="button" class="button" on:click=move |_| talk.last()>
                {result::edit_answers(lang)}
            </button>
        </p>
    }
}
