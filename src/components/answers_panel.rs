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
    let line = move |line: &Line| {
        let label = words::label_of(lang, case.pack, line.id).to_owned();
        let (value, button) = match &line.value {
            Some(value) => (value.clone(), t::change(lang)),
            None => (t::skipped(lang).to_owned(), t::answer_it(lang)),
        };
        let row = view! {
            <div class="answer">
                <dt>{label.clone()}</dt>
                <dd>
                    <span>{value}</span>
                    <a href=href(line.id)>
                        {button} <span class="sr-only">" " {label}</span>
                    </a>
                </dd>
            </div>
        };
        row.into_any()
    };
    let lines = Memo::new(move |_| {
        let all = case.site.situations.read();
        let current = all.current();
        let wanted = |id: &str| {
            let slot = pack::slot_of(case.pack, id)?;
            let wanted = only.as_ref().is_none_or(|only| only.contains(&slot));
            wanted.then_some(slot)
        };
        let given = current.answers.iter().filter_map(|(id, text)| {
            let slot = wanted(id)?;
            let value = pack::parse_answer(case.pack, slot, text).ok()?;
            Some(Line {
                id: case.id(slot),
                value: Some(words::answer(lang, case.pack, slot, value)),
            })
        });
        let skipped = current.skipped.iter().filter_map(|id| {
            Some(Line {
                id: case.id(wanted(id)?),
                value: None,
            })
        });
        given.chain(skipped).collect::<Vec<_>>()
    });
    let none = Memo::new(move |_| lines.read().is_empty());
    let lines = move || match none.get() {
        true => view! { <p class="muted">{t::answers_none(lang)}</p> }.into_any(),
        false => {
            let lines = move || (*lines.read()).clone();
            view! { <dl class="answers">{rows(lines, line)}</dl> }.into_any()
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
    let chosen = Memo::new(move |_| case.site.situations.read().current().applied_on);
    let today = move || {
        chosen.get().map(|_| {
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
        match chosen.get() {
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

/// What a line shows.
#[derive(Clone, PartialEq)]
struct Line {
    id: &'static str,
    /// `None`: skipped.
    value: Option<String>,
}
