//! The packs that were put in force, the newest first, and putting an older one in force again.

use super::{Session, moment};
use crate::browser::json::Json;
use crate::lang::Lang;
use crate::state::messages;
use crate::state::service::{ask, tell};
use crate::texts::operator as t;
use crate::ui::prelude::*;
use api::operator::Release;
use leptos::task::spawn_local;

/// What is shown. A copy is a handle.
#[derive(Clone, Copy)]
struct Shelf {
    session: Session,
    list: RwSignal<Option<Vec<Release>>>,
    /// The release that is asked about once more.
    asking: RwSignal<Option<i64>>,
    said: RwSignal<String>,
    problem: RwSignal<String>,
}

/// The section.
pub fn releases(session: Session) -> impl IntoView {
    let lang = session.site.lang();
    let shelf = Shelf {
        session,
        list: RwSignal::new(None),
        asking: RwSignal::new(None),
        said: RwSignal::new(String::new()),
        problem: RwSignal::new(String::new()),
    };
    shelf.fetch();
    let list = move || match shelf.list.get() {
        None => view! { <p class="muted" role="status">{t::waiting(lang)}</p> }.into_any(),
        Some(all) => {
            let rows = all.iter().map(|it| row(shelf, it));
            view! { <ul class="inbox">{rows.collect_view()}</ul> }.into_any()
        }
    };
    view! {
        <section class="card">
            <h2>{t::packs(lang)}</h2>
            <p role="status">{shelf.said}</p>
            <p class="problem" role="alert">{shelf.problem}</p>
            {list}
        </section>
    }
}

impl Shelf {
    fn fetch(self) {
        let asked = self.session.request("GET", "/api/v1/packs");
        spawn_local(async move {
            match ask(asked, messages::releases).await {
                Ok(found) => {
                    self.problem.set(String::new());
                    self.list.set(Some(found.releases));
                }
                Err(trouble) => {
                    let words = self.session.failed(&trouble);
                    self.list.set(Some(Vec::new()));
                    self.problem.set(words);
                }
            }
        });
    }

    fn go_back(self, number: i64) {
        let body = Json::object().with_number("to", number);
        let asked = self
            .session
            .request("POST", "/api/v1/packs/rollback")
            .json(body.write());
        self.asking.set(None);
        self.said.set(String::new());
        spawn_local(async move {
            let told = tell(asked).await;
            if self.list.is_gone() {
                return;
            }
            match told {
                Ok(()) => {
                    self.said
                        .set(t::back_done(self.session.site.lang()).to_owned());
                    self.fetch();
                }
                Err(trouble) => {
                    let words = self.session.failed(&trouble);
                    self.problem.set(words);
                }
            }
        });
    }
}

fn cause_word(lang: Lang, cause: &str) -> String {
    match cause {
        "build" => t::cause_build(lang).to_owned(),
        "publish" => t::cause_publish(lang).to_owned(),
        "rollback" => t::cause_rollback(lang).to_owned(),
        other => other.to_owned(),
    }
}

fn row(shelf: Shelf, it: &Release) -> View {
    let lang = shelf.session.site.lang();
    let number = it.number;
    let hash = it.hash.get(..8).unwrap_or_default();
    let line = t::pack_line(lang, &it.version, hash);
    let when = t::published(
        lang,
        moment(lang, &it.published_at),
        &cause_word(lang, &it.cause),
    );
    let version = StoredValue::new(it.version.clone());
    let state = match it.current {
        true => view! { <span class="badge jade">{t::current(lang)}</span> }.into_any(),
        false => {
            let region = move || match shelf.asking.get() == Some(number) {
                false => view! {
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| shelf.asking.set(Some(number))
                    >
                        {t::back(lang)}
                    </button>
                }
                .into_any(),
                true => view! {
                    <div class="sure" role="alert">
                        <p>{version.with_value(|version| t::back_sure(lang, version))}</p>
                        <p class="row">
                            <button
                                type="button"
                                class="button danger"
                                on:click=move |_| shelf.go_back(number)
                            >
                                {t::back_yes(lang)}
                            </button>
                            <button
                                type="button"
                                class="button"
                                on:click=move |_| shelf.asking.set(None)
                            >
                                {t::back_no(lang)}
                            </button>
                        </p>
                    </div>
                }
                .into_any(),
            };
            region.into_view()
        }
    };
    // What the server itself notes of a build says no more than the cause.
    let note =
        (!it.note.is_empty() && it.cause != "build").then(|| view! { <p>{it.note.clone()}</p> });
    view! {
        <li>
            <p><strong>{line}</strong></p>
            <p class="muted small">{when}</p>
            {note}
            {state}
        </li>
    }
    .into_any()
}
