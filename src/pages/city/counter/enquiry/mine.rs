//! The enquiries of this device: those that wait, those that were not taken, and receipts.

use super::form::write_again;
use crate::format;
use crate::lang::Lang;
use crate::state::outbox::{Entry, Received, Standing};
use crate::state::post;
use crate::state::site::Site;
use crate::state::watch::Watch;
use crate::texts::enquiry as t;
use crate::ui::prelude::*;

/// The list; nothing where there is none.
pub fn mine(site: Site) -> impl IntoView {
    let lang = site.lang();
    let watch = Watch::get();
    move || {
        let outbox = watch.outbox.get();
        let entries = outbox.entries().iter().map(|it| waiting(site, it));
        let received = outbox.received().iter().rev().map(|it| received(lang, it));
        let lines: Vec<View> = entries.chain(received).collect();
        (!lines.is_empty()).then(|| {
            view! {
                <section class="card mine">
                    <h2>{t::mine(lang)}</h2>
                    <ul>{lines}</ul>
                </section>
            }
        })
    }
}

/// A text that was written in the language of then, marked where that is not the page's.
pub fn in_its_language(lang: Lang, text: &str) -> View {
    let is_chinese = text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let tag = match (lang, is_chinese) {
        (Lang::Zh, false) => Some("en"),
        (Lang::En, true) => Some("zh-Hans"),
        _ => None,
    };
    view! { <span lang=tag>{text.to_owned()}</span> }.into_any()
}

/// How one stands that is not received, in words.
pub fn standing(lang: Lang, entry: &Entry, stored: bool, online: bool) -> String {
    match &entry.standing {
        Standing::Waiting { tries: 0, .. } if online => t::sending(lang).to_owned(),
        Standing::Waiting { .. } if !stored => t::waits_unstored(lang).to_owned(),
        Standing::Waiting { .. } if online => t::waits_busy(lang).to_owned(),
        Standing::Waiting { .. } => t::waits(lang).to_owned(),
        Standing::Refused { why } if why.is_empty() => t::refused_plain(lang).to_owned(),
        Standing::Refused { why } => t::refused(lang, why),
        Standing::NoService => t::no_service(lang).to_owned(),
    }
}

fn waiting(site: Site, entry: &Entry) -> View {
    let lang = site.lang();
    let watch = Watch::get();
    let words = standing(lang, entry, watch.stored.get(), watch.online.get());
    let key = StoredValue::new(entry.key.clone());
    let body = StoredValue::new(entry.body.clone());
    let send = move |_| {
        watch.change(|outbox| key.with_value(|key| outbox.retry(key)));
        post::send_enquiries(site, post::Enquiries::Due);
    };
    let change = move |_| {
        let href = key.with_value(|key| body.with_value(|body| write_again(key, body)));
        if let Some(href) = href {
            // Another address than this page's, so that the form is made anew.
            site.router.replace("/enquiry#");
            site.router.go(&href);
        }
    };
    let delete = move |_| watch.change(|outbox| key.with_value(|key| outbox.remove(key)));
    let is_waiting = matches!(entry.standing, Standing::Waiting { .. });
    let change = (!is_waiting).then(|| {
        view! {
            <button type="button" class="button" on:click=change>
                {t::change(lang)}
            </button>
        }
    });
    view! {
        <li>
            <p><strong>{in_its_language(lang, &entry.about)}</strong></p>
            <p class=if is_waiting { "muted" } else { "problem" }>{words}</p>
            <p class="row">
                <button type="button" class="button" on:click=send>
                    {t::send_now(lang)}
                </button>
                {change}
                <button type="button" class="button quiet danger" on:click=delete>
                    {t::delete(lang)}
                </button>
            </p>
        </li>
    }
    .into_any()
}

fn received(lang: Lang, it: &Received) -> View {
    view! {
        <li>
            <p><strong>{in_its_language(lang, &it.about)}</strong></p>
            <p class="muted">{t::received_on(lang, format::day(lang, it.on))}</p>
            <p class="row">
                <a class="button" href=format!("/enquiry/{}", it.receipt)>
                    {t::see(lang)}
                </a>
            </p>
        </li>
    }
    .into_any()
}
