//! 朗读: reads the screen aloud with a voice of the device.

use crate::browser::{clock, items, speech};
use crate::components::icon::{Icon, icon};
use crate::lang::Lang;
use crate::spoken;
use crate::state::site::Site;
use crate::texts::elder as t;
use crate::ui::prelude::*;
use std::cell::RefCell;
use std::collections::VecDeque;
use wasm_bindgen::JsValue;

/// What is being read.
#[derive(Default)]
struct Reader {
    /// Grows whenever reading begins or is stopped: what an older turn reports is no news.
    turn: u32,
    /// What is still to be said.
    left: VecDeque<String>,
    /// What is being said, kept until its end.
    now: Option<JsValue>,
    /// How it goes on, for the button.
    state: Option<RwSignal<State>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Silent,
    Reading,
    /// The device said nothing.
    Failed,
}

thread_local! {
    static READER: RefCell<Reader> = RefCell::default();
}

/// The button; nothing where the device has no voice for the page's language.
pub fn aloud(site: Site) -> impl IntoView {
    let lang = site.lang();
    stop();
    let state = RwSignal::new(State::Silent);
    READER.with_borrow_mut(|reader| reader.state = Some(state));
    let has_voice = RwSignal::new(speech::voice(lang).is_some());
    speech::on_voices(move || has_voice.set(speech::voice(lang).is_some()));
    let press = move |_| match state.get_untracked() {
        State::Reading => stop(),
        _ => start(lang),
    };
    let words = move || match state.get() {
        State::Reading => t::stop(lang),
        _ => t::aloud(lang),
    };
    let sign = move || match state.get() {
        State::Reading => icon(Icon::Cross).into_any(),
        _ => speaker().into_any(),
    };
    let failed = move || {
        let failed = state.get() == State::Failed;
        failed.then(|| view! { <span class="aloud-failed">{t::aloud_failed(lang)}</span> })
    };
    move || {
        has_voice.get().then(|| {
            view! {
                <span role="status">{failed}</span>
                <button type="button" class="button" id="aloud" on:click=press>
                    {sign}
                    {words}
                </button>
            }
        })
    }
}

/// A loudspeaker, drawn as other icons are.
fn speaker() -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 9v6h4l5 4V5L8 9zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11"></path>
        </svg>
    }
}

/// Falls silent.
pub fn stop() {
    speech::stop();
    set(State::Silent);
    READER.with_borrow_mut(|reader| {
        reader.turn += 1;
        reader.left.clear();
        reader.now = None;
    });
}

fn start(lang: Lang) {
    stop();
    let turn = READER.with_borrow_mut(|reader| {
        reader.left = spoken::pieces(lang, &items::words()).into();
        reader.turn
    });
    set(State::Reading);
    // Some browsers lose what is said in the moment of falling silent.
    clock::next_frame(move || go_on(lang, turn, true));
}

/// The next piece, after one that was said or not.
fn go_on(lang: Lang, turn: u32, said: bool) {
    let next = READER.with_borrow_mut(|reader| match (reader.turn == turn, said) {
        (true, true) => Some(reader.left.pop_front()),
        (true, false) => Some(None),
        (false, _) => None,
    });
    let Some(next) = next else { return };
    let (Some(text), Some(voice)) = (next, speech::voice(lang)) else {
        return set(match said {
            true => State::Silent,
            false => State::Failed,
        });
    };
    let now = speech::say(&text, &voice, move |said| go_on(lang, turn, said));
    match now {
        Some(now) => READER.with_borrow_mut(|reader| reader.now = Some(now)),
        None => set(State::Failed),
    }
}

fn set(state: State) {
    if let Some(signal) = READER.with_borrow(|reader| reader.state) {
        signal.set(state);
    }
}
