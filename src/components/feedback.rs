//! Asks whether a result is right, and keeps what is said on the device (state/feedback.rs).
//!
//! A page shows it by `later::piece(site, Piece::Feedback(About { … }))`, and all that is kept, to
//! be seen and deleted, by `later::piece(site, Piece::Remarks)`. Neither sends anything.

use crate::browser::{chance, clock, page, storage};
use crate::components::icon::{Icon, icon};
use crate::components::waiting::with_pack;
use crate::components::words;
use crate::format;
use crate::lang::Lang;
use crate::state::case::Case;
use crate::state::feedback::{About, Entry, LONGEST, Queue, Verdict, looks_personal};
use crate::state::site::{FEEDBACK, Site};
use crate::texts::feedback as t;
use crate::ui::prelude::*;
use web_sys::SubmitEvent;

/// What became of the last thing that was said here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    Nothing,
    Kept,
    /// Only for this visit: the device lets us keep nothing.
    Blocked,
    Full,
    Deleted,
}

/// The queue as it is kept now; another window may have changed it.
fn queue(site: Site) -> Queue {
    let visit = site.feedback.get();
    Queue::read(&storage::get(FEEDBACK).unwrap_or(visit))
}

/// Keeps it; `false` where only this visit does.
fn keep(site: Site, queue: &Queue) -> bool {
    let kept = match queue.list().is_empty() {
        true => {
            storage::remove(FEEDBACK);
            true
        }
        false => storage::set(FEEDBACK, &queue.write()),
    };
    site.feedback.set(queue.write());
    kept
}

/// Which pack a result is from.
fn pack_of(case: Case) -> String {
    let hash = case.hash.get(..12).unwrap_or(case.hash);
    format!("{} {hash}", case.pack.version)
}

/// The question, and once it is answered, a field for more.
pub fn feedback(site: Site, about: About) -> View {
    let about = StoredValue::new(about);
    with_pack(site, move |case| {
        about.with_value(|about| asked(case, about).into_any())
    })
}

fn asked(case: Case, about: &About) -> impl IntoView + use<> {
    let site = case.site;
    let lang = site.lang();
    let id = format!("feedback{}-{}", about.page.replace('/', "-"), about.item);
    let ask = match (about.page, about.item.is_empty()) {
        ("/courses", _) => t::ask_course(lang),
        ("/loan", _) => t::ask_loan(lang),
        (_, false) => t::ask_programme(lang),
        _ => t::ask(lang),
    };
    let about = StoredValue::new(about.clone());
    let pack = StoredValue::new(pack_of(case));
    let said = Memo::new(move |_| {
        let queue = queue(site);
        about.with_value(|about| pack.with_value(|pack| queue.find(about, pack).cloned()))
    });
    let verdict = Memo::new(move |_| said.read().as_ref().as_ref().map(|entry| entry.verdict));
    let told = RwSignal::new(Told::Nothing);
    let text = RwSignal::new(untrack(move || said.get()).map_or_else(String::new, |it| it.text));
    let put = move |verdict: Verdict| {
        let old = untrack(move || said.get());
        let (page, item) = about.with_value(|it| (it.page.to_owned(), it.item.clone()));
        let entry = Entry {
            id: old.map_or_else(chance::id, |old| old.id),
            on: clock::today(),
            verdict,
            page,
            item,
            pack: pack.get_value(),
            text: text.get_untracked().trim().to_owned(),
        };
        let mut queue = untrack(move || queue(site));
        told.set(match queue.put(entry) {
            false => Told::Full,
            true if keep(site, &queue) => Told::Kept,
            true => Told::Blocked,
        });
    };
    let chip = move |one: Verdict| {
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || (verdict.get() == Some(one)).to_string()
                on:click=move |_| put(one)
            >
                {t::verdict(lang, one)}
            </button>
        }
    };
    let delete = move || {
        if let Some(entry) = untrack(move || said.get()) {
            remove(site, &entry.id);
        }
        text.set(String::new());
        told.set(Told::Deleted);
    };
    let answered = Memo::new(move |_| verdict.get().is_some());
    let field_id = StoredValue::new(format!("{id}-text"));
    let more = move || {
        answered.get().then(|| {
            let put = move || {
                if let Some(verdict) = verdict.get_untracked() {
                    put(verdict);
                }
            };
            remark(lang, field_id.get_value(), text, put, delete)
        })
    };
    let words = move || match told.get() {
        Told::Nothing => "",
        Told::Kept => t::kept(lang),
        Told::Blocked => t::kept_blocked(lang),
        Told::Full => t::full(lang),
        Told::Deleted => t::deleted(lang),
    };
    view! {
        <div class="feedback" role="group" aria-labelledby=&id>
            <p class="ask" id=&id>
                {ask}
            </p>
            <div class="chips">{Verdict::ALL.map(chip).collect_view()}</div>
            {more}
            <p class="muted small" role="status">
                {words}
            </p>
        </div>
    }
}

/// A field for more, in their own words.
fn remark(
    lang: Lang,
    id: String,
    text: RwSignal<String>,
    put: impl Fn() + 'static,
    delete: impl Fn() + 'static,
) -> impl IntoView {
    let personal = RwSignal::new(false);
    let submit = {
        let id = id.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            personal.set(looks_personal(&text.get_untracked()));
            match personal.get_untracked() {
                true => page::focus(&id),
                false => put(),
            }
        }
    };
    let problem = move || personal.get().then(|| t::looks_personal(lang));
    view! {
        <form on:submit=submit>
            <label class="field-label" for=&id>
                {t::remark(lang)}
            </label>
            <p class="help small" id=format!("{id}-help")>
                {t::no_personal_data(lang)}
            </p>
            <textarea
                id=&id
                rows="3"
                maxlength=LONGEST
                autocomplete="off"
                aria-describedby=format!("{id}-help {id}-problem")
                aria-invalid=move || personal.get().then_some("true")
                prop:value=text
                on:input:target=move |event| text.set(event.target().value())
            ></textarea>
            <p class="problem" id=format!("{id}-problem") role="alert">
                {problem}
            </p>
            <p class="row">
                <button type="submit" class="button">
                    {t::save(lang)}
                </button>
                <button type="button" class="button quiet danger" on:click=move |_| delete()>
                    {t::delete(lang)}
                </button>
            </p>
        </form>
    }
}

fn remove(site: Site, id: &str) {
    let mut queue = untrack(move || queue(site));
    queue.remove(id);
    keep(site, &queue);
}

/// All remarks of this device, each to be deleted.
pub fn remarks(site: Site) -> View {
    with_pack(site, |case| listed(case).into_any())
}

fn listed(case: Case) -> impl IntoView {
    let site = case.site;
    let lang = site.lang();
    let list = move || {
        let queue = queue(site);
        if queue.list().is_empty() {
            return view! { <p class="muted">{t::list_none(lang)}</p> }.into_any();
        }
        let lines = queue.list().iter().rev().map(|entry| line(case, entry));
        let all = move |_| {
            keep(site, &Queue::default());
            page::focus("remarks");
        };
        view! {
            <p class="help">{t::list_note(lang)}</p>
            <ul class="remarks">{lines.collect_view()}</ul>
            <p>
                <button type="button" class="button quiet danger" on:click=all>
                    {t::delete_all(lang)}
                </button>
            </p>
        }
        .into_any()
    };
    view! {
        <div class="feedback">
            <h3 id="remarks" tabindex="-1">
                {t::list_title(lang)}
            </h3>
            {list}
        </div>
    }
}

fn line(case: Case, entry: &Entry) -> impl IntoView + use<> {
    let lang = case.site.lang();
    let what = subject(case, entry);
    let (site, id) = (case.site, entry.id.clone());
    let delete = move |_| {
        remove(site, &id);
        page::focus("remarks");
    };
    let text = (!entry.text.is_empty()).then(|| view! { <p class="words">{&entry.text}</p> });
    view! {
        <li>
            <p>
                <strong>{t::verdict(lang, entry.verdict)}</strong>
                " · "
                {&what}
                " · "
                <span class="muted">{format::day(lang, entry.on)}</span>
            </p>
            {text}
            <button type="button" class="button quiet" aria-label=t::delete_of(lang, &what) on:click=delete>
                {icon(Icon::Cross)}
                {t::delete(lang)}
            </button>
        </li>
    }
}

/// What a remark is about, in words.
fn subject(case: Case, entry: &Entry) -> String {
    let lang = case.site.lang();
    let programmes = &case.pack.program.programmes;
    let known = programmes.iter().position(|code| code.id == entry.item);
    match (entry.page.as_str(), known) {
        (_, Some(place)) => words::title(case, lang, place).to_owned(),
        ("/courses", _) => t::about_course(lang, &entry.item),
        ("/loan", _) => t::about_loan(lang).to_owned(),
        ("/result", _) if entry.item.is_empty() => t::about_result(lang).to_owned(),
        _ => format!("{} {}", entry.page, entry.item),
    }
}
