//! The browser's own voice.
//!
//! Only voices that are on the device: others send what is read to a server, and a result is
//! nobody's business.

use super::{named, window};
use crate::lang::Lang;
use wasm_bindgen::prelude::*;

fn engine() -> Option<JsValue> {
    let window = window()?;
    named::get(&window, "speechSynthesis")
}

/// A voice of the device for this language, the mainland's own first; `None` where there is none
/// (yet: browsers may find theirs late, see [`on_voices`]).
pub fn voice(lang: Lang) -> Option<JsValue> {
    let voices = named::call(&engine()?, "getVoices", &JsValue::UNDEFINED)?;
    let (language, best) = match lang {
        Lang::Zh => ("zh", "cn"),
        Lang::En => ("en", ""),
    };
    let all = (0..).map_while(|place: u32| named::get(&voices, &place.to_string()));
    let mut found = None;
    for voice in all {
        let tag = named::text(&voice, "lang").to_lowercase();
        let local = named::get(&voice, "localService").is_some_and(|it| it.is_truthy());
        if !local || !tag.starts_with(language) {
            continue;
        }
        if tag.contains(best) {
            return Some(voice);
        }
        found = found.or(Some(voice));
    }
    found
}

/// Calls `run` when the browser has found its voices.
pub fn on_voices(run: impl Fn() + 'static) {
    if let Some(engine) = engine() {
        let run = Closure::<dyn Fn()>::new(run).into_js_value();
        named::set(&engine, "onvoiceschanged", &run);
    }
}

/// Says a text; `then` is told at its end whether it was said. What it gives must be kept until
/// then, or some browsers never say that they are at the end.
pub fn say(
    text: &str,
    voice: &JsValue,
    then: impl FnOnce(bool) + Clone + 'static,
) -> Option<JsValue> {
    let words = named::make("SpeechSynthesisUtterance", &text.into())?;
    // Some engines go by the one, some by the other.
    named::set(&words, "lang", &named::get(voice, "lang")?);
    named::set(&words, "voice", voice);
    for (event, said) in [("onend", true), ("onerror", false)] {
        let then = then.clone();
        let run = Closure::once_into_js(move || then(said));
        named::set(&words, event, &run);
    }
    named::call(&engine()?, "speak", &words);
    Some(words)
}

/// Falls silent.
pub fn stop() {
    if let Some(engine) = engine() {
        named::call(&engine, "cancel", &JsValue::UNDEFINED);
    }
}
