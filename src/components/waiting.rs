//! Waiting for the pack, and what to do when it does not come.

use super::icon::{Icon, icon};
use crate::browser::fetch::FetchError;
use crate::browser::{clock, history};
use crate::lang::Lang;
use crate::state::case::Case;
use crate::state::rules_pack::{self, Failure, Progress};
use crate::state::site::Site;
use crate::texts::shell as t;
use crate::ui::prelude::*;

/// Shows `then` once the pack is here; until then that it is being fetched, or why not.
pub fn with_pack(site: Site, then: impl Fn(Case) -> View + Send + 'static) -> View {
    // One copy of the code for all pages.
    shown(site, Box::new(then))
}

fn shown(site: Site, then: Box<dyn Fn(Case) -> View>) -> View {
    let region = move || match site.pack.get() {
        Progress::Loading => loading(site.lang()).into_any(),
        Progress::Ready(loaded) => then(Case::new(site, loaded)),
        Progress::Failed(failure) => {
            failed(site, failure, move || rules_pack::load(site)).into_any()
        }
    };
    region.into_view()
}

/// That something is being fetched.
pub fn loading(lang: Lang) -> impl IntoView {
    // After two seconds it says what it waits for.
    let slow = RwSignal::new(false);
    clock::after(2_000, move || {
        // The pack may be here and this page gone.
        slow.set(true);
    });
    let text = move || match slow.get() {
        true => t::loading_waits(lang),
        false => t::loading_rules(lang),
    };
    view! { <p class="waiting" role="status">{text}</p> }
}

/// That a file of rules or of the catalogue did not come, with a button for `load`.
pub fn failed(site: Site, failure: Failure, load: impl Fn() + 'static) -> impl IntoView {
    let lang = site.lang();
    let why = match failure {
        Failure::Fetch(FetchError::Network) => t::failed_network(lang).to_owned(),
        Failure::Fetch(FetchError::Timeout) => t::failed_timeout(lang).to_owned(),
        Failure::Fetch(FetchError::Status(status)) => t::failed_status(lang, status),
        Failure::Newer => t::failed_newer(lang).to_owned(),
        Failure::Damaged => t::failed_damaged(lang).to_owned(),
    };
    let button = match failure {
        Failure::Newer => t::reload(lang),
        _ => t::try_again(lang),
    };
    let again = move |_| match failure {
        Failure::Newer => history::reload(),
        _ => load(),
    };
    told(lang, t::failed_title(lang), why, button, again)
}

/// That a page's code did not come, with a button for `again`.
pub fn failed_page(site: Site, again: impl Fn() + 'static) -> impl IntoView {
    let lang = site.lang();
    let why = t::page_failed(lang).to_owned();
    let title = t::page_failed_title(lang);
    told(lang, title, why, t::try_again(lang), move |_| again())
}

fn told(
    lang: Lang,
    title: &'static str,
    why: String,
    button: &'static str,
    again: impl Fn(web_sys::MouseEvent) + 'static,
) -> impl IntoView {
    view! {
        <div class="card" role="alert">
            <h2>{title}</h2>
            <p>{why}</p>
            <p><button class="button primary" on:click=again>{button}</button></p>
            <p>{t::other_ways(lang)}</p>
            <ul class="links">
                <li><a href="tel:12333">{icon(Icon::Phone)} {t::hotline_call(lang)}</a></li>
                <li><a href="/plain/index.html">{t::plain_texts(lang)}</a></li>
            </ul>
        </div>
    }
}
