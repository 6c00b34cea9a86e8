//! `/enquiry`: asking for a call, about a course (`#course=c0001`), a programme
//! (`#programme=care_entry`) or anything.
//!
//! Without a connection it is kept on the device and sent once, later. A site without a server
//! says so and asks for nothing.

mod form;
mod mine;

use crate::browser::device;
use crate::components::icon::{Icon, icon};
use crate::components::learn::course_words;
use crate::components::page::page_title;
use crate::components::waiting::with_pack;
use crate::lang::Lang;
use crate::routes::{Route, value_of};
use crate::state::messages;
use crate::state::service::{Trouble, ask, request};
use crate::state::shelf::{Books, Part, with_books};
use crate::state::site::Site;
use crate::state::watch::Watch;
use crate::texts::enquiry as t;
use crate::ui::prelude::*;
use leptos::task::spawn_local;

/// What an enquiry is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// A course's id.
    pub course: Option<String>,
    /// A programme's id.
    pub programme: Option<String>,
    /// In words, as the page and the list of enquiries show it.
    pub words: String,
}

/// Whether anybody takes enquiries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Service {
    /// Being asked.
    Asking,
    /// A server answered.
    There,
    /// None does.
    None,
    /// No connection, but there was a server before.
    Offline,
    /// No connection, and nobody knows.
    Unsure,
}

/// The page.
pub fn enquiry(site: Site) -> impl IntoView {
    let lang = site.lang();
    let service = RwSignal::new(Service::Asking);
    find_service(site, service);
    let watch = Watch::get();
    watch.reread();
    let fragment = Memo::new(move |before: Option<&String>| {
        let now = site.router.fragment.get();
        match site.router.route.get_untracked() {
            Route::Enquiry => now,
            _ => before.cloned().unwrap_or_default(),
        }
    });
    let body = move || match service.get() {
        Service::Asking => view! { <p role="status">{t::asking(lang)}</p> }.into_any(),
        Service::None => nobody(lang, t::no_service_title(lang), t::no_service(lang)).into_any(),
        Service::Unsure => unsure(site, service).into_any(),
        Service::There | Service::Offline => about(site, &fragment.get()),
    };
    view! {
        <div class="page enquiry">
            {page_title(site, t::title(lang))} <p class="lead">{t::lead(lang)}</p> {body}
            {mine::mine(site)}
        </div>
    }
}

/// Asks whether there is a server; where it can't be asked, what was known before counts.
fn find_service(site: Site, service: RwSignal<Service>) {
    service.set(Service::Asking);
    let unknown = move || match site.service.get_untracked() {
        true => Service::Offline,
        false => Service::Unsure,
    };
    if !device::is_online() {
        service.set(unknown());
        return;
    }
    spawn_local(async move {
        let current = request(site.lang(), "GET", "/api/v1/packs/current");
        let found = match ask(current, messages::current).await {
            Ok(_) => {
                site.met_service();
                Service::There
            }
            Err(Trouble::Away(_) | Trouble::Later) => unknown(),
            Err(Trouble::NoService | Trouble::Refused { .. }) => Service::None,
        };
        service.set(found);
    });
}

fn call(lang: Lang) -> impl IntoView {
    view! {
        <a class="button primary" href="tel:12333">
            {icon(Icon::Phone)}
            {t::hotline(lang)}
        </a>
    }
}

/// Why there is no form, and the telephone.
fn nobody(lang: Lang, title: &'static str, text: &'static str) -> impl IntoView {
    view! {
        <section class="card" role="status">
            <h2>{title}</h2>
            <p>{text}</p>
            <p class="row">{call(lang)}</p>
        </section>
    }
}

fn unsure(site: Site, service: RwSignal<Service>) -> impl IntoView {
    let lang = site.lang();
    view! {
        <section class="card" role="status">
            <h2>{t::unsure_title(lang)}</h2>
            <p>{t::unsure(lang)}</p>
            <p class="row">
                <button
                    type="button"
                    class="button primary"
                    on:click=move |_| find_service(site, service)
                >
                    {t::try_again(lang)}
                </button>
                <a class="button" href="tel:12333">
                    {icon(Icon::Phone)}
                    {t::hotline(lang)}
                </a>
            </p>
        </section>
    }
}

/// The form, or why there is none, once it is known what the address names.
fn about(site: Site, fragment: &str) -> View {
    const COURSE: &[Part] = &[Part::Occupations, Part::Places, Part::Courses];
    const PLACES: &[Part] = &[Part::Places];
    let lang = site.lang();
    let course = value_of(fragment, "course").map(str::to_owned);
    let programme = value_of(fragment, "programme").map(str::to_owned);
    match (course, programme) {
        (Some(id), _) => with_books(site, COURSE, move |books| Some(of_course(site, books, &id))),
        (None, Some(id)) => with_books(site, PLACES, move |books| {
            let id = id.clone();
            Some(with_pack(site, move |case| {
                let place = case
                    .pack
                    .program
                    .programmes
                    .iter()
                    .position(|it| it.id == id);
                let text = place.and_then(|place| case.pack.programmes.get(place));
                let subject = text.map(|text| Subject {
                    programme: Some(id.clone()),
                    words: t::about_programme(lang, lang.pick(&text.title)),
                    ..Subject::default()
                });
                known(site, books, subject, t::unknown_programme(lang))
            }))
        }),
        (None, None) => with_books(site, PLACES, move |books| {
            Some(form::form(site, books, anything(lang)))
        }),
    }
}

fn anything(lang: Lang) -> Subject {
    Subject {
        words: t::about_anything(lang).to_owned(),
        ..Subject::default()
    }
}

/// The form about what was found; a general one where it was not, with `why`.
fn known(site: Site, books: Books, subject: Option<Subject>, why: &'static str) -> View {
    match subject {
        Some(subject) => form::form(site, books, subject),
        None => view! {
            <p class="doubt">{icon(Icon::Info)} {why}</p>
            {form::form(site, books, anything(site.lang()))}
        },
    }
}

fn of_course(site: Site, books: Books, id: &str) -> View {
    let lang = site.lang();
    let course = books.courses().and_then(|courses| {
        let place = courses.find(id)?;
        courses.list.get(place)
    });
    if let Some(course) = course.filter(|course| course.sample) {
        return view! {
            <section class="card" role="status">
                <h2>{t::sample_title(lang)}</h2>
                <p class="marks">{course_words::sample_badge(lang)} " " {course_words::zh(lang, &course.title)}</p>
                <p>{t::sample_text(lang)}</p>
                <p class="row">{call(lang)}</p>
            </section>
        }
        .into_any();
    }
    let subject = course.map(|course| Subject {
        course: Some(course.id.clone()),
        words: t::about_course(lang, &course.title),
        ..Subject::default()
    });
    known(site, books, subject, t::unknown_course(lang))
}
