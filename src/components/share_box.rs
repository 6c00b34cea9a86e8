//! Handing on a link.

use super::icon::{Icon, icon};
use crate::browser::share;
use crate::lang::Lang;
use crate::texts::result as t;
use crate::ui::prelude::*;
use leptos::task::spawn_local;

/// Sending or copying the link. `title` names what it leads to.
pub fn share_box(lang: Lang, title: &'static str, link: Memo<String>) -> impl IntoView {
    let said = RwSignal::new("");
    let copy = move |_| {
        let url = link.get_untracked();
        spawn_local(async move {
            let text = match share::copy(&url).await {
                true => t::share_copied(lang),
                false => t::share_copy_failed(lang),
            };
            said.set(text);
        });
    };
    let send = move |_| {
        let url = link.get_untracked();
        spawn_local(async move { share::sheet(title, &url).await });
    };
    let sheet = share::has_sheet().then(|| {
        view! {
            <button type="button" class="button" on:click=send>
                {icon(Icon::Share)}
                {t::share_send(lang)}
            </button>
        }
    });
    view! {
        <section class="card">
            <h2>{t::share(lang)}</h2>
            <p class="help">{t::share_help(lang)}</p>
            <label class="field-label" for="share-link">
                {t::share_link(lang)}
            </label>
            <input id="share-link" readonly=true prop:value=link />
            <p class="row">
                <button type="button" class="button" on:click=copy>
                    {t::share_copy(lang)}
                </button>
                {sheet}
                <span role="status">{said}</span>
            </p>
        </section>
    }
}
