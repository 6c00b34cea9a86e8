//! `/operator`: enquiries and releases, for those who run the site. The token is kept in the page
//! alone; nothing of what is shown is kept on the device.

mod inbox;
mod releases;

use crate::browser::send::Request;
use crate::browser::{clock, page};
use crate::components::page::page_title;
use crate::format;
use crate::lang::Lang;
use crate::state::service::{Trouble, request};
use crate::state::site::Site;
use crate::texts::operator as t;
use crate::ui::prelude::*;

/// The token, for as long as the page is shown. A copy is a handle.
#[derive(Clone, Copy)]
pub struct Session {
    site: Site,
    token: StoredValue<String>,
    /// Whether the token was refused.
    refused: RwSignal<bool>,
    inside: RwSignal<bool>,
}

impl Session {
    /// A request of the operator's.
    pub fn request(self, method: &'static str, url: impl Into<String>) -> Request {
        let token = self.token.get_value();
        request(self.site.lang(), method, url).header("authorization", format!("Bearer {token}"))
    }

    /// What went wrong, in words. A refused token ends the session.
    pub fn failed(self, trouble: &Trouble) -> String {
        let lang = self.site.lang();
        match trouble {
            Trouble::Away(_) => t::away(lang).to_owned(),
            Trouble::Later => t::later(lang).to_owned(),
            Trouble::NoService => t::no_service(lang).to_owned(),
            Trouble::Refused {
                status: 401 | 403, ..
            } => {
                // The door that is shown next says so.
                self.refused.set(true);
                self.leave();
                t::wrong_token(lang).to_owned()
            }
            Trouble::Refused { why, .. } => why.clone(),
        }
    }

    /// Forgets the token.
    fn leave(self) {
        self.token.set_value(String::new());
        self.inside.set(false);
    }
}

/// The page.
pub fn operator(site: Site) -> impl IntoView {
    let lang = site.lang();
    page::hide_from_search();
    let session = Session {
        site,
        token: StoredValue::new(String::new()),
        refused: RwSignal::new(false),
        inside: RwSignal::new(false),
    };
    let body = move || match session.inside.get() {
        false => door(session).into_any(),
        true => view! {
            <p class="row">
                <button type="button" class="button" on:click=move |_| session.leave()>
                    {t::leave(lang)}
                </button>
            </p>
            {inbox::inbox(session)}
            {releases::releases(session)}
        }
        .into_any(),
    };
    view! {
        <div class="page operator">
            {page_title(site, t::title(lang))} <p class="lead">{t::lead(lang)}</p> {body}
        </div>
    }
}

/// Asks for the token.
fn door(session: Session) -> impl IntoView {
    let lang = session.site.lang();
    let typed = RwSignal::new(String::new());
    let problem = RwSignal::new(match session.refused.get_untracked() {
        true => Some(t::wrong_token(lang)),
        false => None,
    });
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let token = typed.get_untracked().trim().to_owned();
        // A header takes nothing else.
        if token.is_empty() || !token.chars().all(|c| c.is_ascii_graphic()) {
            problem.set(Some(t::need_token(lang)));
            page::focus("token");
            return;
        }
        session.refused.set(false);
        session.token.set_value(token);
        session.inside.set(true);
    };
    view! {
        <form class="card" on:submit=submit novalidate=true>
            <label class="field-label" for="token">{t::token(lang)}</label>
            <input
                id="token"
                type="password"
                autocomplete="off"
                aria-describedby="token-problem"
                aria-invalid=move || problem.get().is_some().to_string()
                prop:value=typed
                on:input:target=move |event| typed.set(event.target().value())
            />
            <p id="token-problem" class="problem" role="alert">{problem}</p>
            <button class="button primary" type="submit">{t::enter(lang)}</button>
        </form>
    }
}

/// A moment of the server's on the device's own clock.
fn moment(lang: Lang, text: &str) -> String {
    match clock::day_and_time(text) {
        Some((day, time)) => format!("{} {time}", format::day(lang, day)),
        None => text.to_owned(),
    }
}
