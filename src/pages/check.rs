//! `/check`: one question at a time, the range and the list of programmes live beside it.
//!
//! The fragment names the question (`#q=residence`), so the back button leads to the one
//! before, and no server learns which question is being read. `#for=worker` sets the way in.

use crate::browser::clock;
use crate::components::answers_panel::answers_panel;
use crate::components::icon::{Icon, icon};
use crate::components::page::page_title;
use crate::components::question::question;
use crate::components::range_bar::{range_bar, sum_text, totals};
use crate::components::situations_panel::situations_panel;
use crate::components::status_list::status_list;
use crate::components::waiting::with_pack;
use crate::components::words;
use crate::later::Part;
use crate::routes::{Route, value_of};
use crate::state::case::Case;
use crate::state::scope::Scope;
use crate::state::site::Site;
use crate::texts::{check as t, shell};
use crate::ui::prelude::*;
use rules::program::{Kind, Slot};

/// The page.
pub fn check(site: Site) -> impl IntoView {
    let lang = site.lang();
    let waiting = move || {
        let ready = matches!(
            site.pack.get(),
            crate::state::rules_pack::Progress::Ready(_)
        );
        (!ready).then(|| page_title(site, t::title(lang)))
    };
    view! { <div class="page check" data-screen=true>{waiting} {with_pack(site, |case| with_rules(case).into_any())}</div> }
}

/// The questions to ask here: what only decides which levels can be sat is asked on `/levels`.
fn open_questions(case: Case) -> Vec<Slot> {
    let programmes = &case.pack.program.programmes;
    let here = |index: &u16| {
        let code = programmes.get(usize::from(*index));
        code.is_some_and(|code| code.kind != Kind::Levels)
    };
    let open = case.open.get_untracked();
    let wanted = open.iter().filter(|next| next.programmes.iter().any(here));
    wanted.map(|next| next.slot).collect()
}

fn with_rules(case: Case) -> impl IntoView {
    // What comes after the questions, once they are on screen.
    clock::after(500, move || case.site.parts.fetch(Part::Result));
    let router = case.site.router;
    // The question that the address names.
    let named = Memo::new(move |_| {
        let fragment = router.fragment.read();
        value_of(&fragment, "q").and_then(|id| pack::slot_of(case.pack, id))
    });
    // An address without a question gets one, in place: "back" then returns to it.
    Effect::new(move |_| {
        if router.route.get() != Route::Check {
            return;
        }
        let fragment = router.fragment.get();
        if let Some(scope) = value_of(&fragment, "for").and_then(Scope::of_tag)
            && case.scope.get_untracked() != scope
        {
            case.site.change_current(|now| now.scope = scope);
        }
        if named.get_untracked().is_none()
            && let Some(slot) = open_questions(case).first()
        {
            router.replace(&format!("/check#q={}", case.id(*slot)));
        }
    });
    // Another situation shows the same question with its own answer.
    let situation = Memo::new(move |_| case.site.situations.read().index());
    // The question stays on the page while its words and its field change.
    let slot = Memo::new(move |before: Option<&Slot>| {
        let now = named.get();
        now.or(before.copied()).unwrap_or_default()
    });
    let asks = Memo::new(move |_| named.read().is_some());
    let body = move || match (asks.get(), situation.get()).0 {
        true => asked(case, slot).into_any(),
        false => done(case).into_any(),
    };
    // On a phone the list unfolds over what is below the question, which then waits behind it.
    let unfolded = RwSignal::new(false);
    let beside = move |event: web_sys::MouseEvent| {
        // A touch on what waits reaches its parent.
        if event.target() == event.current_target() {
            unfolded.set(false);
        }
    };
    view! {
        {scopes(case)}
        <div class="columns" on:click=beside>
            <div class="first">
                <section class="card question">{body}</section>
                <div class="behind" inert=unfolded>
                    {answers_panel(case)} {situations_panel(case.site)}
                </div>
            </div>
            {live(case, unfolded)}
        </div>
    }
}

/// The ways in, as buttons.
fn scopes(case: Case) -> impl IntoView {
    let lang = case.site.lang();
    let button = move |scope: Scope| {
        let choose = move |_| {
            case.site.change_current(|now| now.scope = scope);
            // Ask what matters for the new way in, unless an answer is being changed.
            case.site.router.replace("/check");
        };
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || (case.scope.get() == scope).to_string()
                on:click=choose
            >
                {words::scope(lang, scope)}
            </button>
        }
    };
    view! {
        <div class="chips" role="group" aria-label=t::look_at(lang)>
            {Scope::EVERY.map(button).collect_view()}
        </div>
    }
}

/// A question, with the way back.
fn asked(case: Case, slot: Memo<Slot>) -> impl IntoView {
    let lang = case.site.lang();
    // Come from the result to change one answer, one goes back to it.
    let from_result = Memo::new(move |_| {
        let fragment = case.site.router.fragment.read();
        value_of(&fragment, "then") == Some("result")
    });
    let go_on = move |from: Slot| {
        let router = case.site.router;
        if from_result.get_untracked() {
            router.go("/result");
            return;
        }
        match open_questions(case).iter().find(|next| **next != from) {
            Some(next) => router.go(&format!("/check#q={}", case.id(*next))),
            None => router.go("/result"),
        }
    };
    let on_answer = Callback::new(move |(value,): (i64,)| {
        let slot = slot.get_untracked();
        let text = pack::format_answer(case.pack, slot, value);
        case.site.change_current(|now| now.set(case.id(slot), text));
        go_on(slot);
    });
    Effect::new(move |_| case.think_ahead(slot.get()));
    let on_skip = Callback::new(move |()| {
        let slot = slot.get_untracked();
        case.site.change_current(|now| now.skip(case.id(slot)));
        go_on(slot);
    });
    // The answer before this one, or the last one given.
    let before = move || {
        let id = case.id(slot.get());
        case.site.situations.with_untracked(|all| {
            let answers = &all.current().answers;
            let here = answers.iter().position(|(known, _)| known == id);
            let index = here.unwrap_or(answers.len()).checked_sub(1)?;
            answers.get(index).map(|(known, _)| known.clone())
        })
    };
    let back = Memo::new(move |_| match (from_result.get(), before()) {
        (true, _) => Some(("/result".to_owned(), t::back_to_result(lang))),
        (false, before) => before.map(|id| (format!("/check#q={id}"), t::back(lang))),
    });
    let goes_back = Memo::new(move |_| back.read().is_some());
    let back = move || {
        goes_back.get().then(|| {
            let href = move || back.get().map_or_else(String::new, |(href, _)| href);
            let words = move || back.get().map_or("", |(_, words)| words);
            view! {
                <a class="back" href=href>
                    {icon(Icon::Left)}
                    {words}
                </a>
            }
        })
    };
    view! {
        {back}
        {question(case, slot, on_answer, on_skip)}
    }
}

/// Nothing more to ask.
fn done(case: Case) -> impl IntoView {
    let lang = case.site.lang();
    let skipped = move || {
        let skipped = !case.site.situations.read().current().skipped.is_empty();
        skipped.then(|| view! { <p>{t::done_skipped(lang)}</p> })
    };
    view! {
        {page_title(case.site, t::done_title(lang))}
        {skipped}
        <p>
            <a class="button primary" href="/result">
                {t::to_result(lang)}
            </a>
        </p>
    }
}

/// The range and the list: a column on a desktop, a bar at the bottom on a phone.
fn live(case: Case, open: RwSignal<bool>) -> impl IntoView {
    let lang = case.site.lang();
    let totals = totals(case);
    let count = move || {
        let totals = totals.get();
        t::range_count(lang, totals.sure, totals.open)
    };
    let toggle = move || match open.get() {
        true => (Icon::Down, t::hide_list(lang)),
        false => (Icon::Up, t::show_list(lang)),
    };
    view! {
        <section class="live" class:unfolded=open aria-label=t::range_now(lang)>
            {range_bar(case, totals)}
            <div class="sum">
                <p class="now" role="status">
                    <span class="sr-only">{t::range_now(lang)}</span>
                    <strong class="amount">{move || sum_text(case, totals.get())}</strong>
                    <span class="count">{count}</span>
                </p>
                <button
                    type="button"
                    class="button quiet unfold"
                    aria-expanded=move || open.get().to_string()
                    aria-controls="live-list"
                    aria-label=move || toggle().1
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    {move || icon(toggle().0)}
                </button>
                <a class="button primary" href="/result">
                    {t::to_result(lang)}
                </a>
            </div>
            <div id="live-list" class="list">
                <h2>{t::list_title(lang)}</h2>
                <p class="muted">{move || out_of_date(case)}</p>
                {status_list(case)}
            </div>
        </section>
    }
}

fn out_of_date(case: Case) -> Option<String> {
    let lang = case.site.lang();
    let until = crate::format::day(lang, case.pack.valid_until);
    case.out_of_date().then(|| shell::out_of_date(lang, until))
}
