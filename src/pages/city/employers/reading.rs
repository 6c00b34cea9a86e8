//! A list under way: what is being done, how far it is, a way to stop it, and why nothing came out.

use super::batch::{MEGABYTES, can_repeat};
use super::desk::{Desk, Phase, Trouble};
use crate::browser::history;
use crate::components::icon::{Icon, icon};
use crate::format;
use crate::lang::Lang;
use crate::state::case::Case;
use crate::state::rules_pack::Failure;
use crate::texts::{employers as t, shell};
use crate::ui::prelude::*;
use staff::view::Said;

/// What a screen reader is told is renewed in steps of so many percent.
const TOLD: u32 = 25;

/// How far the list is, as long as it is not done.
pub fn state(case: Case, desk: Desk) -> impl IntoView {
    let lang = case.site.lang();
    // The card stays while its figures move.
    let kind = Memo::new(move |_| match &*desk.phase.read() {
        Phase::Idle | Phase::Done => Kind::Nothing,
        Phase::Fetching | Phase::Reading | Phase::Computing(..) => Kind::Busy,
        Phase::Refused(said) => Kind::Refused(said.to_vec()),
        Phase::Failed(trouble) => Kind::Failed(*trouble),
    });
    move || match kind.get() {
        Kind::Nothing => ().into_any(),
        Kind::Busy => busy(lang, desk).into_any(),
        Kind::Refused(said) => refused(lang, desk, &said).into_any(),
        Kind::Failed(trouble) => failed(lang, desk, trouble).into_any(),
    }
}

#[derive(Clone, PartialEq, Eq)]
enum Kind {
    Nothing,
    Busy,
    Refused(Vec<Said>),
    Failed(Trouble),
}

fn busy(lang: Lang, desk: Desk) -> impl IntoView {
    let text = move || match *desk.phase.read() {
        Phase::Fetching => t::fetching(lang).to_owned(),
        Phase::Computing(done, people) => t::computing(
            lang,
            format::number(done.into(), 0),
            format::number(people.into(), 0),
        ),
        _ => t::reading(lang, &desk.name.get()),
    };
    // A reader that spoke at every step would never come to an end.
    let told = Memo::new(move |_| match *desk.phase.read() {
        Phase::Fetching => t::fetching(lang).to_owned(),
        Phase::Computing(done, people) => {
            let percent = done.saturating_mul(100) / people.max(1);
            format!("{}%", percent / TOLD * TOLD)
        }
        _ => t::reading(lang, &desk.name.get()),
    });
    let value = move || match *desk.phase.read() {
        Phase::Computing(done, _) => Some(done.to_string()),
        _ => None,
    };
    let most = move || match *desk.phase.read() {
        Phase::Computing(_, people) => people.max(1),
        _ => 1,
    };
    view! {
        <div class="card under-way" id="staff-under-way" tabindex="-1">
            <p aria-hidden="true">{text}</p>
            <p class="sr-only" role="status">
                {told}
            </p>
            <progress aria-label=t::progress(lang) max=most value=value></progress>
            <p class="row">
                <button type="button" class="button" on:click=move |_| desk.clear()>
                    {t::cancel(lang)}
                </button>
            </p>
        </div>
    }
}

/// A file that is no list, with all that is wrong.
fn refused(lang: Lang, desk: Desk, said: &[Said]) -> impl IntoView + use<> {
    let items: Vec<_> = said
        .iter()
        .map(|it| view! { <li>{words(lang, it)}</li> })
        .collect();
    view! {
        <div class="card trouble" role="alert" id="staff-trouble" tabindex="-1">
            <h3>{icon(Icon::Cross)} " " {t::refused(lang, &desk.name.get_untracked())}</h3>
            <ul class="plain-list">{items}</ul>
            <p class="muted">{t::refused_help(lang)}</p>
        </div>
    }
}

fn failed(lang: Lang, desk: Desk, it: Trouble) -> impl IntoView {
    let newer = it == Trouble::NotFetched(Failure::Newer);
    let again = (!newer && can_repeat(desk)).then(|| {
        view! {
            <button type="button" class="button primary" on:click=move |_| desk.again()>
                {shell::try_again(lang)}
            </button>
        }
    });
    let reload = newer.then(|| {
        view! {
            <button type="button" class="button primary" on:click=move |_| history::reload()>
                {shell::reload(lang)}
            </button>
        }
    });
    let alone = (it == Trouble::NoWorker).then(|| {
        view! {
            <a class="button" href="/check">
                {t::one_by_one(lang)}
            </a>
        }
    });
    view! {
        <div class="card trouble" role="alert" id="staff-trouble" tabindex="-1">
            <h3>{icon(Icon::Cross)} " " {t::refused(lang, &desk.name.get_untracked())}</h3>
            <p>{trouble(lang, it)}</p>
            <p class="row">{again} {reload} {alone}</p>
        </div>
    }
}

/// What went wrong, and what to do.
pub fn trouble(lang: Lang, trouble: Trouble) -> String {
    match trouble {
        Trouble::TooLarge => t::too_large(lang, MEGABYTES),
        Trouble::Unreadable => t::unreadable(lang).to_owned(),
        Trouble::NotFetched(Failure::Newer) => t::newer(lang).to_owned(),
        Trouble::NotFetched(_) => t::not_fetched(lang).to_owned(),
        Trouble::NoWorker => t::no_worker(lang).to_owned(),
        Trouble::Stopped => t::stopped(lang).to_owned(),
        Trouble::NotSaved => t::not_saved(lang).to_owned(),
    }
}

/// What was said, in the page's language.
pub fn words(lang: Lang, said: &Said) -> String {
    match lang {
        Lang::Zh => said.zh.clone(),
        Lang::En => said.en.clone(),
    }
}
