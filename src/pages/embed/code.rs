//! Lines to copy.

use crate::browser::share;
use crate::lang::Lang;
use crate::texts::embed as t;
use crate::ui::prelude::*;
use leptos::task::spawn_local;

/// Lines with a button that copies them. `name` says what they are.
pub fn code(lang: Lang, name: &'static str, text: Memo<String>) -> impl IntoView {
    let said = RwSignal::new("");
    let copy = move |_| {
        let text = text.get_untracked();
        spawn_local(async move {
            let copied = share::copy(&text).await;
            said.set(match copied {
                true => t::copied(lang),
                false => t::copy_failed(lang),
            });
        });
    };
    view! {
        <div class="code">
            <pre role="group" aria-label=name>
                <code>{text}</code>
            </pre>
            <p class="row">
                <button type="button" class="button" aria-label=t::copy_of(lang, name) on:click=copy>
                    {t::copy(lang)}
                </button>
                <span role="status" class="small">
                    {said}
                </span>
            </p>
        </div>
    }
}
