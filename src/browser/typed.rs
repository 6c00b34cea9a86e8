//! What the visitor typed, ticked and unfolded, carried over to the same page made anew in
//! another language.

use super::{clock, named, page, window};
use crate::state::site::Site;
use crate::ui::View;
use wasm_bindgen::prelude::*;

/// What can hold something of theirs.
const FIELDS: &str = "main input,main textarea,main select,main details";
/// What they change about it.
const STATE: [&str; 3] = ["value", "checked", "open"];

/// What stood in the fields, in order, and how far down the page was read.
struct Typed {
    fields: Vec<[Option<JsValue>; 3]>,
    ids: Vec<String>,
    scrolled: f64,
}

/// Changes to the other language. It shows nothing: see [`crate::later::Piece::Language`].
pub fn switch_language(site: Site) -> View {
    let typed = Typed::read();
    site.prefs.switch_lang();
    clock::next_frame(move || {
        typed.put_back();
        page::focus("language");
    });
    View::default()
}

fn fields() -> Vec<JsValue> {
    let document = window().and_then(|window| window.document());
    let list = document.and_then(|it| named::call(&it, "querySelectorAll", &FIELDS.into()));
    let at = |place: u32| named::get(list.as_ref()?, &place.to_string());
    (0..).map_while(at).collect()
}

impl Typed {
    /// Of now.
    fn read() -> Typed {
        let fields = fields();
        let state = |field: &JsValue| STATE.map(|name| named::get(field, name));
        Typed {
            ids: fields.iter().map(|it| named::text(it, "id")).collect(),
            fields: fields.iter().map(state).collect(),
            scrolled: window().and_then(|it| it.scroll_y().ok()).unwrap_or(0.0),
        }
    }

    /// Puts it into the fields of the same id, or of the same place where there are as many.
    fn put_back(self) {
        let now = fields();
        let same = now.len() == self.fields.len();
        for (place, (state, id)) in self.fields.iter().zip(&self.ids).enumerate() {
            let field = match id.is_empty() {
                true => now.get(place).filter(|_| same),
                false => now.iter().find(|it| named::text(it, "id") == *id),
            };
            if let Some(field) = field {
                put(field, state);
            }
        }
        if let Some(window) = window() {
            window.scroll_to_with_x_and_y(0.0, self.scrolled);
        }
    }
}

fn put(field: &JsValue, state: &[Option<JsValue>; 3]) {
    let mut changed = false;
    for (name, value) in STATE.iter().zip(state) {
        if let Some(value) = value
            && named::get(field, name).as_ref() != Some(value)
        {
            named::set(field, name, value);
            changed = true;
        }
    }
    // As if it had just been typed: the page takes it from there.
    for event in ["input", "change"].iter().filter(|_| changed) {
        if let Some(event) = named::make("Event", &(*event).into()) {
            named::call(field, "dispatchEvent", &event);
        }
    }
}
