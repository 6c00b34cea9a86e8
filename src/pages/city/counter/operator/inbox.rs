//! The enquiries: newest first, each with its state to change; the whole list as a table to save.

use super::{Session, moment};
use crate::browser::download;
use crate::browser::json::Json;
use crate::lang::Lang;
use crate::state::messages;
use crate::state::rules_pack::Progress;
use crate::state::service::{ask, ask_table, tell};
use crate::state::shelf::{Books, Part, with_books};
use crate::state::site::Site;
use crate::texts::operator as t;
use crate::ui::prelude::*;
use api::Language;
use api::enquiries::State;
use api::operator::Received;
use leptos::task::spawn_local;

/// The states, in the order of work.
const STATES: [State; 4] = [State::New, State::InProgress, State::Done, State::Closed];

fn word(lang: Lang, state: State) -> &'static str {
    match state {
        State::New => t::state_new(lang),
        State::InProgress => t::state_in_progress(lang),
        State::Done => t::state_done(lang),
        State::Closed => t::state_closed(lang),
    }
}

/// What is shown. A copy is a handle.
#[derive(Clone, Copy)]
struct Inbox {
    session: Session,
    /// Names of districts.
    books: Books,
    /// `None` while it is fetched for the first time.
    list: RwSignal<Option<Vec<Received>>>,
    /// Where the list goes on.
    next: RwSignal<Option<i64>>,
    /// Only this state; empty for all.
    filter: RwSignal<String>,
    said: RwSignal<String>,
    problem: RwSignal<String>,
}

/// The section.
pub fn inbox(session: Session) -> impl IntoView {
    with_books(session.site, &[Part::Places], move |books| {
        Some(with_names(session, books).into_any())
    })
}

fn with_names(session: Session, books: Books) -> impl IntoView {
    let lang = session.site.lang();
    let inbox = Inbox {
        session,
        books,
        list: RwSignal::new(None),
        next: RwSignal::new(None),
        filter: RwSignal::new(String::new()),
        said: RwSignal::new(String::new()),
        problem: RwSignal::new(String::new()),
    };
    inbox.fetch(None);
    let option = |value: &'static str, words: &'static str| {
        view! { <option value=value>{words}</option> }
    };
    let states = STATES.map(|state| option(messages::state_name(state), word(lang, state)));
    let filter = move |name: String| {
        inbox.filter.set(name);
        inbox.list.set(None);
        inbox.fetch(None);
    };
    let list = move || match inbox.list.get() {
        None => view! { <p class="muted" role="status">{t::waiting(lang)}</p> }.into_any(),
        Some(all) if all.is_empty() => view! { <p>{t::none(lang)}</p> }.into_any(),
        Some(all) => {
            let rows = all.iter().map(|it| row(inbox, it));
            view! { <ul class="inbox">{rows.collect_view()}</ul> }.into_any()
        }
    };
    let older = move || {
        inbox.next.get().map(|next| {
            view! {
                <button type="button" class="button" on:click=move |_| inbox.fetch(Some(next))>
                    {t::older(lang)}
                </button>
            }
        })
    };
    view! {
        <section class="card">
            <h2>{t::enquiries(lang)}</h2>
            <p class="row">
                <label for="filter">{t::filter(lang)}</label>
                <select id="filter" on:change:target=move |event| filter(event.target().value())>
                    {option("", t::all(lang))}
                    {states}
                </select>
                <button type="button" class="button" on:click=move |_| inbox.export()>
                    {t::export(lang)}
                </button>
            </p>
            <p role="status">{inbox.said}</p>
            <p class="problem" role="alert">{inbox.problem}</p>
            {list}
            <p class="row">{older}</p>
        </section>
    }
}

impl Inbox {
    fn fetch(self, before: Option<i64>) {
        let filter = self.filter.get_untracked();
        let mut query = Vec::new();
        if !filter.is_empty() {
            query.push(format!("state={filter}"));
        }
        query.extend(before.map(|before| format!("before={before}")));
        let asked = self
            .session
            .request("GET", format!("/api/v1/enquiries?{}", query.join("&")));
        spawn_local(async move {
            let found = ask(asked, messages::received_list).await;
            if self.list.is_gone() || self.filter.get_untracked() != filter {
                // The page was left, or another list was asked for meanwhile.
                return;
            }
            match found {
                Ok(found) => {
                    self.problem.set(String::new());
                    let mut all = match before {
                        Some(_) => self.list.get_untracked().unwrap_or_default(),
                        None => Vec::new(),
                    };
                    all.extend(found.enquiries);
                    self.list.set(Some(all));
                    self.next.set(found.next);
                }
                Err(trouble) => {
                    let words = self.session.failed(&trouble);
                    if self.list.is_gone() {
                        return;
                    }
                    self.list
                        .set(Some(self.list.get_untracked().unwrap_or_default()));
                    self.problem.set(words);
                }
            }
        });
    }

    fn change(self, receipt: String, state: State) {
        let body = Json::object().with("state", messages::state_name(state));
        let asked = self
            .session
            .request("PATCH", format!("/api/v1/enquiries/{receipt}"))
            .json(body.write());
        self.said.set(String::new());
        spawn_local(async move {
            let found = tell(asked).await;
            if self.list.is_gone() {
                return;
            }
            match found {
                Ok(()) => {
                    self.problem.set(String::new());
                    let mut all = self.list.get_untracked().unwrap_or_default();
                    if let Some(changed) = all.iter_mut().find(|it| it.receipt == receipt) {
                        changed.state = state;
                    }
                    self.list.set(Some(all));
                    self.said
                        .set(t::changed(self.session.site.lang()).to_owned());
                }
                Err(trouble) => {
                    let words = self.session.failed(&trouble);
                    if self.list.is_gone() {
                        return;
                    }
                    // What was chosen is not so.
                    self.list.set(self.list.get_untracked());
                    self.problem.set(words);
                }
            }
        });
    }

    fn export(self) {
        let asked = self.session.request("GET", "/api/v1/enquiries.csv");
        self.said.set(String::new());
        spawn_local(async move {
            match ask_table(asked).await {
                Ok(table) => {
                    self.problem.set(String::new());
                    // The mark that spreadsheets know UTF-8 by is lost on the way.
                    let table = format!("\u{feff}{}", table.trim_start_matches('\u{feff}'));
                    let saved = download::save("enquiries.csv", "text/csv;charset=utf-8", &table);
                    if saved {
                        self.said
                            .set(t::exported(self.session.site.lang()).to_owned());
                    }
                }
                Err(trouble) => {
                    let words = self.session.failed(&trouble);
                    self.problem.set(words);
                }
            }
        });
    }
}

/// A programme's name in the rules that the page has; its id where they do not know it.
fn programme_title(site: Site, id: &str) -> String {
    let Progress::Ready(loaded) = site.pack.get_untracked() else {
        return id.to_owned();
    };
    let mut all = loaded.pack.program.programmes.iter();
    let place = all.position(|it| it.id == id);
    let texts = place.and_then(|place| loaded.pack.programmes.get(place));
    texts.map_or_else(
        || id.to_owned(),
        |it| site.lang().pick(&it.title).to_owned(),
    )
}

/// A district's name, as the catalogue has it; its code where that does not know it.
fn district_name(books: Books, code: &str) -> String {
    let places = books.places();
    let found = places.and_then(|it| it.districts.iter().find(|it| it.code == code));
    found.map_or_else(|| code.to_owned(), |it| it.name.clone())
}

fn row(inbox: Inbox, it: &Received) -> View {
    let lang = inbox.session.site.lang();
    let wants = match (&it.course, &it.programme) {
        (Some(id), _) => t::wants_course(lang, id),
        (None, Some(id)) => t::wants_programme(lang, &programme_title(inbox.session.site, id)),
        (None, None) => t::wants_call(lang).to_owned(),
    };
    let english = (it.language == Language::En).then(|| {
        view! { <span class="badge kind">{t::in_english(lang)}</span> }
    });
    let receipt = StoredValue::new(it.receipt.clone());
    let now = it.state;
    let option = |state: State| {
        let name = messages::state_name(state);
        view! { <option value=name selected=state == now>{word(lang, state)}</option> }
    };
    let change = move |name: String| {
        let state = STATES.iter().find(|it| messages::state_name(**it) == name);
        if let Some(state) = state {
            inbox.change(receipt.get_value(), *state);
        }
    };
    let id = format!("state-{}", it.receipt);
    let label = t::state_of(lang, &it.name);
    let district = it
        .district
        .as_deref()
        .map(|code| district_name(inbox.books, code));
    let district = district.map(|name| format!(" · {name}"));
    view! {
        <li>
            <p class="marks"><strong>{it.name.clone()}</strong> {english}</p>
            <p><a class="tap" href=format!("tel:{}", it.phone)>{it.phone.clone()}</a></p>
            <p>{wants} {district}</p>
            <p class="muted small">
                {it.receipt.clone()} " · " {t::received(lang, moment(lang, &it.created_at))} " · "
                {t::until(lang, moment(lang, &it.kept_until))}
            </p>
            <select
                id=id
                aria-label=label
                on:change:target=move |event| change(event.target().value())
            >
                {STATES.map(option)}
            </select>
        </li>
    }
    .into_any()
}
