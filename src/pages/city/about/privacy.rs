//! What is kept on the device and under which names, what is never sent, and the button that
//! forgets all of it.

use crate::browser::storage;
use crate::lang::Lang;
use crate::later::{self, Piece};
use crate::state::kept::NAMES;
use crate::state::site::Site;
use crate::texts::about as t;
use crate::ui::prelude::*;

/// The section.
pub fn privacy(site: Site) -> impl IntoView {
    let lang = site.lang();
    // Grows when something was forgotten.
    let ticks = RwSignal::new(0u32);
    view! {
        <section class="card" id="privacy">
            <h2>{t::privacy(lang)}</h2>
            <ul class="plain-list">
                <li>{t::privacy_sent(lang)}</li>
                <li>{t::privacy_enquiry(lang)}</li>
                <li>{t::privacy_link(lang)}</li>
                <li>{t::privacy_files(lang)}</li>
            </ul>
            <h3>{t::privacy_kept(lang)}</h3>
            {move || {
                // Answers are kept while the page is open.
                site.situations.track();
                site.feedback.track();
                ticks.track();
                table(lang)
            }}
            {later::piece(site, Piece::Remarks)}
            {forget(site, ticks)}
        </section>
    }
}

fn table(lang: Lang) -> impl IntoView {
    let rows: Vec<_> = NAMES
        .into_iter()
        .map(|name| {
            let now = match storage::get(name) {
                Some(_) => t::there(lang),
                None => t::not_there(lang),
            };
            view! {
                <tr>
                    <th scope="row">
                        <code>{name}</code>
                    </th>
                    <td>{t::kept(lang, name)}</td>
                    <td>{now}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <table class="spans kept">
            <thead>
                <tr>
                    <th scope="col">{t::col_name(lang)}</th>
                    <th scope="col">{t::col_for(lang)}</th>
                    <th scope="col">{t::col_now(lang)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// Forgets everything, after asking once more.
fn forget(site: Site, ticks: RwSignal<u32>) -> impl IntoView {
    let lang = site.lang();
    let asking = RwSignal::new(false);
    let done = RwSignal::new(false);
    let clear = move |_| {
        site.clear();
        for name in NAMES {
            storage::remove(name);
        }
        asking.set(false);
        done.set(true);
        ticks.update(|ticks| *ticks += 1);
    };
    let body = move || match asking.get() {
        true => view! {
            <div class="sure" role="alert">
                <p>{t::forget_sure(lang)}</p>
                <p class="row">
                    <button type="button" class="button danger" on:click=clear>
                        {t::forget_yes(lang)}
                    </button>
                    <button type="button" class="button" on:click=move |_| asking.set(false)>
                        {t::forget_no(lang)}
                    </button>
                </p>
            </div>
        }
        .into_any(),
        false => view! {
            <p class="row">
                <button type="button" class="button danger" on:click=move |_| asking.set(true)>
                    {t::forget(lang)}
                </button>
            </p>
        }
        .into_any(),
    };
    view! {
        {body}
        <p role="status">{move || done.get().then(|| t::forgotten(lang))}</p>
    }
}
