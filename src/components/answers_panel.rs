//! All answers given, each with a way to change it, and the day of application.

use super::field::date_form;
use super::words;
use crate::browser::clock;
use crate::format;
use crate::state::case::Case;
use crate::texts::check as t;
use crate::ui::prelude::*;
use rules::program::Slot;

/// The answers, the questions skipped, and the day of application.
pub fn answers_panel(case: Case) -> impl IntoView {
    panel(case, None, None)
}

/// As [`answers_panel`], but only the questions that a page asks; they are changed there.
pub fn answers_of(case: Case, page: &'static str, slots: Vec<Slot>) -> impl IntoView {
    panel(case, Some(page), Some(slots))
}

fn panel(case: Case, page: Option<&'static str>, only: Option<Vec<Slot>>) -> impl IntoView {
    let lang = case.site.lang();
    let href = move |id: &str| match page {
        Some(page) => format!("{page}#q={id}"),
        None => case.question_href(id),
    };
    let line = move |id: &str, value: String, button: &'static str| {
        let label = words::label_of(lang, case.pack, id).to_owned();
        view! {
            <div class="answer">
                <dt>{label.clone()}</dt>
                <dd>
                    <span>{value}</span>
                    <a href=href(id)>
                        {button} <span class="sr-only">" " {label}</span>
                    </a>
                </dd>
            </div>
        }
    };
    let wanted = move |slot: Slot| only.as_ref().is_none_or(|only| only.contains(&slot));
    let lines = move || {
        let all = case.site.situations.read();
        let current = all.current();
        let given = current.answers.iter().filter_map(|(id, text)| {
            let slot = pack::slot_of(case.pack, id).filter(|slot| wanted(*slot))?;
            let value = pack::parse_answer(case.pack, slot, text).ok()?;
            let words = words::answer(lang, case.pack, slot, value);
            Some(line(id, words, t::change(lang)))
        });
        let skipped = current.skipped.iter().filter(|id| {
            let slot = pack::slot_of(case.pack, id);
            slot.is_some_and(&wanted)
        });
        let skipped = skipped.map(|id| line(id, t::skipped(lang).to_owned(), t::answer_it(lang)));
        let all: Vec<_> = given.chain(skipped).collect();
        match all.is_empty() {
            true => view! { <p class="muted">{t::answers_none(lang)}</p> }.into_any(),
            false => view! { <dl class="answers">{all}</dl> }.into_any(),
        }
    };
    view! {
        <section class="card" aria-labelledby="answers-title">
            <h2 id="answers-title">{t::answers_title(lang)}</h2>
            {lines}
            {day_of_application(case)}
        </section>
    }
}

/// The day of application: today, unless the visitor chose another.
fn day_of_application(case: Case) -> impl IntoView {
    let lang = case.site.lang();
    let problem = RwSignal::new(None);
    let set = Callback::new(move |(day,): (i64,)| {
        case.site.change_current(|now| {
            now.applied_on = (day != clock::today()).then_some(day);
        });
    });
    let chosen = move || case.site.situations.read().current().applied_on;
    let today = move || {
        chosen().map(|_| {
            let back = move |_| case.site.change_current(|now| now.applied_on = None);
            view! {
                <button type="button" class="button quiet" on:click=back>
                    {t::use_today(lang)}
                </button>
            }
        })
    };
    let shown = move || {
        let day = format::day(lang, case.date.get());
        match chosen() {
            Some(_) => day,
            None => format!("{day} · {}", t::applied_today(lang)),
        }
    };
    view! {
        <details class="date">
            <summary>
                {t::applied_on(lang)} <span class="value">{shown}</span>
                <span class="link">{t::change(lang)}</span>
            </summary>
            <p class="help">{t::applied_on_help(lang)}</p>
            {move || date_form(
                lang,
                "applied-on",
                t::applied_on(lang).to_owned(),
                Some(case.date.get()),
                problem,
                t::set_date(lang),
                set,
            )}
            {today}
        </details>
    }
}
