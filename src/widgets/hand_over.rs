//! Handing a result to the page around, once the visitor has seen what it is and agreed.

use super::Place;
use crate::browser::frame;
use crate::components::icon::{Icon, icon};
use crate::texts::widgets as t;
use crate::ui::prelude::*;

/// A result as it may be handed over: amounts and ids, never an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Result {
    /// The same in words, a line each.
    pub words: Vec<String>,
    /// Names and values in JSON's form; names and texts are ids, which need no escape.
    pub fields: Vec<(&'static str, String)>,
}

impl Result {
    /// Adds something with its words.
    pub fn add(&mut self, name: &'static str, value: String, words: String) {
        self.fields.push((name, value));
        self.words.push(words);
    }

    fn json(&self, place: Place) -> String {
        let mut json = format!("{{\"version\":1,\"widget\":\"{}\"", place.widget.name());
        for (name, value) in &self.fields {
            json.push_str(&format!(",\"{name}\":{value}"));
        }
        json.push('}');
        json
    }
}

/// What would be handed over, to whom, and the button. Nothing where there is no page around, or
/// it has no loader.
pub fn hand_over(place: Place, result: Memo<Result>) -> View {
    let lang = place.site.lang();
    // The result that was handed over last.
    let told = RwSignal::new(None::<Result>);
    let region = move || {
        let origin = place.host.get()?;
        let name = origin
            .split_once("://")
            .map_or("", |(_, name)| name)
            .to_owned();
        let tell = move |_| {
            let now = result.get_untracked();
            frame::hand_over(&now.json(place), &origin);
            told.set(Some(now));
        };
        let lines = move || {
            let now = result.get();
            let line = |words: &String| view! { <li>{words}</li> };
            now.words.iter().map(line).collect_view()
        };
        let said = name.clone();
        let said = move || match told.get() {
            None => String::new(),
            Some(told) if told == result.get() => t::handed_over(lang, &said),
            Some(_) => t::changed_since(lang).to_owned(),
        };
        Some(view! {
            <section class="hand-over" aria-labelledby="hand-over">
                <h2 id="hand-over">{t::hand_over_title(lang, &name)}</h2>
                <p class="small">{t::hand_over_what(lang)}</p>
                <ul class="plain-list small">{lines}</ul>
                <p class="row">
                    <button type="button" class="button" on:click=tell>
                        {icon(Icon::Share)}
                        {t::hand_over(lang)}
                    </button>
                    <span role="status" class="small">
                        {said}
                    </span>
                </p>
            </section>
        })
    };
    region.into_view()
}
