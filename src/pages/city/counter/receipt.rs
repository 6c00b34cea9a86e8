//! `/enquiry/:receipt`: how far an enquiry is, and deleting it, with the last four digits of the
//! telephone number. They are sent as a header, never in an address.

use crate::browser::{clock, page};
use crate::components::page::page_title;
use crate::format;
use crate::lang::Lang;
use crate::state::service::{Trouble, ask, request, tell};
use crate::state::site::Site;
use crate::state::watch::Watch;
use crate::state::{contact, messages};
use crate::texts::enquiry as t;
use crate::ui::prelude::*;
use api::enquiries::{Kind, Receipt};
use leptos::task::spawn_local;

/// What the server said.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Answer {
    /// Nobody asked.
    None,
    /// It is being asked.
    Waiting,
    /// How far it is.
    Here(Box<Receipt>),
    /// It is deleted.
    Deleted,
    /// Why there is no answer.
    Trouble(Trouble),
}

/// The page.
pub fn receipt(site: Site, typed: String) -> impl IntoView {
    let lang = site.lang();
    page::hide_from_search();
    let body = match contact::receipt(&typed) {
        Some(receipt) => known(site, receipt).into_any(),
        None => view! { <p class="problem" role="alert">{t::not_a_receipt(lang)}</p> }.into_any(),
    };
    view! {
        <div class="page enquiry">
            {page_title(site, t::receipt_title(lang))} {body}
            <p class="row">
                <a class="button" href="/enquiry">
                    {t::another(lang)}
                </a>
            </p>
        </div>
    }
}

fn known(site: Site, receipt: &str) -> impl IntoView + use<> {
    let lang = site.lang();
    let number = receipt.to_ascii_uppercase();
    let receipt = StoredValue::new(number.clone());
    let digits = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    let answer = RwSignal::new(Answer::None);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        match contact::last_four(&digits.get_untracked()) {
            Some(digits) => look(site, receipt.get_value(), digits, answer),
            None => page::focus("digits"),
        }
    };
    let wrong = move || {
        let holds = contact::last_four(&digits.read()).is_some();
        (tried.get() && !holds).then(|| t::need_last_four(lang))
    };
    let said = move || {
        let digits = move || contact::last_four(&digits.get_untracked()).unwrap_or_default();
        shown(site, receipt, answer, digits)
    };
    view! {
        <section class="card">
            <p class="muted">{t::receipt_number(lang)}</p>
            <p class="big amount">{number}</p>
            <p>{t::receipt_lead(lang)}</p>
            <form on:submit=submit novalidate=true>
                <label class="field-label" for="digits">{t::last_four(lang)}</label>
                <span class="row">
                    <input
                        id="digits"
                        class="four"
                        inputmode="numeric"
                        autocomplete="off"
                        maxlength="4"
                        aria-describedby="digits-problem"
                        aria-invalid=move || wrong().is_some().to_string()
                        prop:value=digits
                        on:input:target=move |event| digits.set(event.target().value())
                    />
                    <button class="button primary" type="submit">{t::look(lang)}</button>
                </span>
                <p id="digits-problem" class="problem" role="alert">{wrong}</p>
            </form>
            <div role="status">{said}</div>
        </section>
    }
}

fn look(site: Site, receipt: String, digits: String, answer: RwSignal<Answer>) {
    answer.set(Answer::Waiting);
    let asked = request(site.lang(), "GET", format!("/api/v1/enquiries/{receipt}"))
        .header("phone-last-four", digits);
    spawn_local(async move {
        answer.set(match ask(asked, messages::receipt).await {
            Ok(receipt) => Answer::Here(Box::new(receipt)),
            Err(trouble) => Answer::Trouble(trouble),
        });
    });
}

fn delete(site: Site, receipt: String, digits: String, answer: RwSignal<Answer>) {
    answer.set(Answer::Waiting);
    let asked = request(
        site.lang(),
        "DELETE",
        format!("/api/v1/enquiries/{receipt}"),
    )
    .header("phone-last-four", digits);
    spawn_local(async move {
        answer.set(match tell(asked).await {
            Ok(()) => {
                Watch::get().change(|outbox| outbox.forget(&receipt));
                Answer::Deleted
            }
            Err(trouble) => Answer::Trouble(trouble),
        });
    });
}

/// Why there is no answer, in words.
pub fn trouble_words(lang: Lang, trouble: &Trouble) -> String {
    match trouble {
        Trouble::Away(_) => t::trouble_away(lang).to_owned(),
        Trouble::Later => t::trouble_later(lang).to_owned(),
        Trouble::NoService => t::no_service(lang).to_owned(),
        Trouble::Refused { why, .. } if why.is_empty() => t::refused_plain(lang).to_owned(),
        Trouble::Refused { why, .. } => why.clone(),
    }
}

fn shown(
    site: Site,
    receipt: StoredValue<String>,
    answer: RwSignal<Answer>,
    digits: impl Fn() -> String + Copy + 'static,
) -> View {
    let lang = site.lang();
    match answer.get() {
        Answer::None => View::default(),
        Answer::Waiting => view! { <p class="muted">{t::waiting(lang)}</p> }.into_any(),
        Answer::Deleted => view! { <p>{t::deleted(lang)}</p> }.into_any(),
        Answer::Trouble(trouble) => {
            view! { <p class="problem">{trouble_words(lang, &trouble)}</p> }.into_any()
        }
        Answer::Here(found) => view! {
            {facts(lang, &found)}
            {deleting(lang, move || delete(site, receipt.get_value(), digits(), answer))}
        }
        .into_any(),
    }
}

fn facts(lang: Lang, found: &Receipt) -> View {
    let day = |moment: &str| {
        clock::day_of(moment).map_or_else(|| moment.to_owned(), |day| format::day(lang, day))
    };
    let kind = match found.kind {
        Kind::Course => t::kind_course(lang),
        Kind::Callback => t::kind_callback(lang),
    };
    let lines = [
        (t::state(lang), t::state_word(lang, found.state).to_owned()),
        (t::kind(lang), kind.to_owned()),
        (t::created(lang), day(&found.created_at)),
        (t::changed(lang), day(&found.changed_at)),
        (t::kept_until(lang), day(&found.kept_until)),
    ];
    let line = |(name, value)| {
        view! {
            <div class="answer">
                <dt>{name}</dt>
                <dd><span>{value}</span></dd>
            </div>
        }
    };
    view! { <dl class="answers">{lines.map(line).collect_view()}</dl> }.into_any()
}

/// The button that deletes, after asking once more.
fn deleting(lang: Lang, run: impl Fn() + Copy + 'static) -> View {
    let asking = RwSignal::new(false);
    let region = move || match asking.get() {
        false => view! {
            <p class="row">
                <button
                    type="button"
                    class="button quiet danger"
                    on:click=move |_| asking.set(true)
                >
                    {t::delete_here(lang)}
                </button>
            </p>
        }
        .into_any(),
        true => view! {
            <div class="sure" role="alert">
                <p>{t::delete_sure(lang)}</p>
                <p class="row">
                    <button type="button" class="button danger" on:click=move |_| run()>
                        {t::delete_yes(lang)}
                    </button>
                    <button type="button" class="button" on:click=move |_| asking.set(false)>
                        {t::delete_no(lang)}
                    </button>
                </p>
            </div>
        }
        .into_any(),
    };
    region.into_view()
}
