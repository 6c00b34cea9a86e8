//! The search box for programmes.

use super::icon::{Icon, icon};
use crate::lang::Lang;
use crate::texts::programmes as t;
use crate::ui::prelude::*;
use web_sys::SubmitEvent;

/// The longest search.
const MAX_LETTERS: &str = "40";

/// A field that searches on Enter or by its button; `query` follows every letter at once.
pub fn search_box(lang: Lang, query: RwSignal<String>, on_search: Callback<()>) -> impl IntoView {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        on_search.run(());
    };
    view! {
        <form class="search" role="search" on:submit=submit>
            <label class="field-label" for="search">
                {t::search(lang)}
            </label>
            <span class="with-button">
                <input
                    id="search"
                    type="search"
                    enterkeyhint="search"
                    autocomplete="off"
                    maxlength=MAX_LETTERS
                    aria-describedby="search-help"
                    prop:value=query
                    on:input:target=move |event| query.set(event.target().value())
                />
                <button class="button primary" type="submit">
                    {icon(Icon::Search)}
                    {t::search_button(lang)}
                </button>
            </span>
            <p id="search-help" class="help small">
                {t::search_help(lang)}
            </p>
        </form>
    }
}
