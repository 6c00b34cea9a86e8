//! The form: name, telephone, district, consent; and what becomes of it when it is sent.

use super::Subject;
use super::mine::{in_its_language, standing};
use crate::browser::json::Json;
use crate::browser::{clock, device, page};
use crate::lang::Lang;
use crate::state::outbox::{MOST, Outbox};
use crate::state::shelf::Books;
use crate::state::site::Site;
use crate::state::watch::{News, Watch};
use crate::state::{contact, messages, post};
use crate::texts::enquiry as t;
use crate::ui::prelude::*;
use api::Language;
use api::enquiries::{Enquiry, Kind};
use std::cell::{Cell, RefCell};

/// What is typed; nothing of it is lost while the page lives.
#[derive(Clone, Copy)]
struct Form {
    name: RwSignal<String>,
    phone: RwSignal<String>,
    district: RwSignal<String>,
    consent: RwSignal<bool>,
    /// Faults are said once sending was tried.
    tried: RwSignal<bool>,
    /// What stands in the way although every field holds.
    problem: RwSignal<Option<String>>,
}

thread_local! {
    /// What is written again: an enquiry that was not taken, and its key.
    static AGAIN: RefCell<Option<(String, Enquiry)>> = const { RefCell::new(None) };
}

/// Puts an enquiry that was not taken back into the form, when that is shown next. Gives where.
pub fn write_again(key: &str, body: &str) -> Option<String> {
    let enquiry: Enquiry = messages::enquiry(&Json::read(body)?)?;
    let href = match (&enquiry.course, &enquiry.programme) {
        (Some(id), _) => format!("/enquiry#course={id}"),
        (None, Some(id)) => format!("/enquiry#programme={id}"),
        (None, None) => "/enquiry#again=1".to_owned(),
    };
    AGAIN.set(Some((key.to_owned(), enquiry)));
    Some(href)
}

/// The form, and in its place how it stands once it is sent.
pub fn form(site: Site, books: Books, subject: Subject) -> View {
    let again = AGAIN.take();
    let (old, typed) = again.map_or((None, None), |(key, typed)| (Some(key), Some(typed)));
    let form = Form {
        name: RwSignal::new(typed.as_ref().map(|it| it.name.clone()).unwrap_or_default()),
        phone: RwSignal::new(
            typed
                .as_ref()
                .map(|it| it.phone.clone())
                .unwrap_or_default(),
        ),
        district: RwSignal::new(typed.and_then(|it| it.district).unwrap_or_default()),
        consent: RwSignal::new(false),
        tried: RwSignal::new(false),
        problem: RwSignal::new(None),
    };
    let sent = RwSignal::new(None::<String>);
    let (old, subject) = (StoredValue::new(old), StoredValue::new(subject));
    let region = move || match sent.get() {
        Some(key) => on_its_way(site, key),
        None => subject.with_value(|subject| fields(site, books, subject, form, old, sent)),
    };
    region.into_view()
}

/// How it stands; its receipt once there is one.
fn on_its_way(site: Site, key: String) -> View {
    let lang = site.lang();
    let watch = Watch::get();
    let known = key.clone();
    let before = watch
        .outbox
        .with_untracked(|outbox| outbox.received().to_vec());
    // Going to another page from within an effect leaves it listening: it goes once.
    let gone = Cell::new(false);
    Effect::new(move |_: Option<()>| {
        let outbox = watch.outbox.get();
        let waits = outbox.entries().iter().any(|entry| entry.key == known);
        let mut received = outbox.received().iter().rev();
        let new = received.find(|it| !before.contains(it));
        if let Some(new) = new.filter(|_| !waits && !gone.get()) {
            gone.set(true);
            // The page itself says it.
            watch.unsay(|news| matches!(news, News::Sent(_)));
            site.router.go(&format!("/enquiry/{}", new.receipt));
        }
    });
    let words = move || {
        let outbox = watch.outbox.get();
        let entry = outbox.entries().iter().find(|entry| entry.key == key);
        match entry {
            Some(entry) => standing(lang, entry, watch.stored.get(), watch.online.get()),
            None => t::deleted(lang).to_owned(),
        }
    };
    view! {
        <section class="card" role="status" id="sent" tabindex="-1">
            {words}
        </section>
    }
    .into_any()
}

fn fields(
    site: Site,
    books: Books,
    subject: &Subject,
    form: Form,
    old: StoredValue<Option<String>>,
    sent: RwSignal<Option<String>>,
) -> View {
    let lang = site.lang();
    let watch = Watch::get();
    let about = subject.words.clone();
    let subject = subject.clone();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        form.tried.set(true);
        form.problem.set(None);
        match ready(lang, form, &subject) {
            Ok(enquiry) => {
                let key = put(site, &enquiry, &subject.words, old.get_value());
                match key {
                    Ok(key) => {
                        sent.set(Some(key));
                        clock::next_frame(|| page::focus("sent"));
                        post::send_enquiries(site, post::Enquiries::Due);
                    }
                    Err(problem) => form.problem.set(Some(problem)),
                }
            }
            Err(field) => page::focus(field),
        }
    };
    let wrong = move |holds: bool, text: &'static str| (form.tried.get() && !holds).then_some(text);
    let name_wrong = move || {
        wrong(
            contact::name(&form.name.read()).is_some(),
            t::need_name(lang),
        )
    };
    let phone_wrong = move || {
        wrong(
            contact::phone(&form.phone.read()).is_some(),
            t::need_phone(lang),
        )
    };
    let consent_wrong = move || wrong(form.consent.get(), t::need_consent(lang));
    let button = move || match watch.online.get() {
        true => t::send(lang),
        false => t::send_later(lang),
    };
    let offline = move || {
        (!watch.online.get()).then(|| view! { <p class="doubt">{t::offline_note(lang)}</p> })
    };
    view! {
        <form class="card" on:submit=submit novalidate=true>
            <p class="about">
                <span class="muted">{t::about(lang)}</span>
                " "
                <strong>{in_its_language(lang, &about)}</strong>
            </p>
            <label class="field-label" for="caller">{t::name(lang)}</label>
            <p id="caller-help" class="help small">{t::name_help(lang)}</p>
            <input
                id="caller"
                autocomplete="name"
                maxlength="60"
                aria-describedby="caller-help caller-problem"
                aria-invalid=move || name_wrong().is_some().to_string()
                prop:value=form.name
                on:input:target=move |event| form.name.set(event.target().value())
            />
            <p id="caller-problem" class="problem" role="alert">{name_wrong}</p>
            <label class="field-label" for="number">{t::phone(lang)}</label>
            <p id="number-help" class="help small">{t::phone_help(lang)}</p>
            <input
                id="number"
                type="tel"
                inputmode="tel"
                autocomplete="tel"
                maxlength="24"
                aria-describedby="number-help number-problem"
                aria-invalid=move || phone_wrong().is_some().to_string()
                prop:value=form.phone
                on:input:target=move |event| form.phone.set(event.target().value())
            />
            <p id="number-problem" class="problem" role="alert">{phone_wrong}</p>
            {districts(lang, books, form.district)}
            <h2>{t::what_is_sent(lang)}</h2>
            <ul class="plain-list">
                <li>{t::sent_these(lang)}</li>
                <li>{t::not_sent(lang)}</li>
                <li>{t::how_long(lang)}</li>
                <li>{t::on_device(lang)}</li>
            </ul>
            <label class="consent">
                <input
                    id="consent"
                    type="checkbox"
                    aria-describedby="consent-problem"
                    aria-invalid=move || consent_wrong().is_some().to_string()
                    prop:checked=form.consent
                    on:change:target=move |event| form.consent.set(event.target().checked())
                />
                <span>{t::consent(lang)}</span>
            </label>
            <p id="consent-problem" class="problem" role="alert">{consent_wrong}</p>
            {offline}
            <p class="problem" role="alert">{form.problem}</p>
            <button class="button primary" type="submit">{button}</button>
        </form>
    }
    .into_any()
}

/// The districts, none chosen at first.
fn districts(lang: Lang, books: Books, chosen: RwSignal<String>) -> Option<View> {
    let places = books.places()?;
    let option = |code: String, name: String| {
        let is_chosen = chosen.get_untracked() == code;
        let tag = (lang == Lang::En && !code.is_empty()).then_some("zh-Hans");
        view! { <option value=code selected=is_chosen lang=tag>{name}</option> }
    };
    let all = places.districts.iter();
    let all = all.map(|it| option(it.code.clone(), it.name.clone()));
    let none = option(String::new(), t::district_none(lang).to_owned());
    let view = view! {
        <label class="field-label" for="district">{t::district(lang)}</label>
        <select
            id="district"
            on:change:target=move |event| chosen.set(event.target().value())
        >
            {none}
            {all.collect_view()}
        </select>
    };
    Some(view.into_any())
}

/// The enquiry, or the first field that does not hold.
fn ready(lang: Lang, form: Form, subject: &Subject) -> Result<Enquiry, &'static str> {
    let name = contact::name(&form.name.get_untracked()).ok_or("caller")?;
    let phone = contact::phone(&form.phone.get_untracked()).ok_or("number")?;
    if !form.consent.get_untracked() {
        return Err("consent");
    }
    Ok(Enquiry {
        kind: match subject.course {
            Some(_) => Kind::Course,
            None => Kind::Callback,
        },
        name,
        phone,
        district: Some(form.district.get_untracked()).filter(|code| !code.is_empty()),
        course: subject.course.clone(),
        programme: subject.programme.clone(),
        consent: true,
        language: match lang {
            Lang::Zh => Language::Zh,
            Lang::En => Language::En,
        },
    })
}

/// Keeps it until it is sent, in the place of an older one; gives its key, or what stands in the way.
fn put(site: Site, enquiry: &Enquiry, about: &str, old: Option<String>) -> Result<String, String> {
    let lang = site.lang();
    let watch = Watch::get();
    let key = device::chance().ok_or_else(|| t::no_chance(lang).to_owned())?;
    let body = messages::write_enquiry(enquiry);
    let add = |outbox: &mut Outbox| {
        if let Some(old) = &old {
            outbox.remove(old);
        }
        outbox.add(key.clone(), body, about.to_owned())
    };
    if !watch.change(add) {
        return Err(t::full(lang, MOST));
    }
    if !watch.stored.get_untracked() && !watch.online.get_untracked() {
        // It would be lost with the page: better to stay in the form.
        watch.change(|outbox| outbox.remove(&key));
        return Err(t::must_be_now(lang).to_owned());
    }
    Ok(key)
}
