//! The fields that an answer is given in: large buttons, a number, a date.
//!
//! A form is sent by its button, which Enter presses too: a sandboxed frame that may send no forms
//! fires no `submit`.
//!
//! Texts become answers by `pack::parse_answer`, the same function that reads the command
//! line's; what is wrong is said in the visitor's language.

use crate::components::words;
use crate::format;
use crate::lang::Lang;
use crate::texts::check as t;
use crate::ui::prelude::*;
use pack::Pack;
use rules::date;
use rules::program::{Domain, Slot};
use web_sys::MouseEvent;

/// What a field does with an answer.
pub type OnAnswer = Callback<(i64,)>;

/// The field for a question. `id` is unique on the page.
pub fn field(
    lang: Lang,
    id: &'static str,
    pack: &'static Pack,
    slot: Slot,
    value: Option<i64>,
    on_answer: OnAnswer,
) -> View {
    let index = usize::from(slot);
    let (Some(fact), Some(question)) = (pack.program.facts.get(index), pack.questions.get(index))
    else {
        return ().into_any();
    };
    match fact.domain {
        Domain::Bool => {
            let options = [(1, t::yes(lang).to_owned()), (0, t::no(lang).to_owned())];
            buttons(options.into(), value, on_answer).into_any()
        }
        Domain::Options(_) => {
            let labels = question.options.iter().map(|o| lang.pick(&o.label));
            let options = (0i64..).zip(labels.map(str::to_owned)).collect();
            buttons(options, value, on_answer).into_any()
        }
        Domain::Number { .. } => number(lang, id, pack, slot, value, on_answer).into_any(),
        Domain::Date { .. } => day(lang, id, pack, slot, value, on_answer).into_any(),
    }
}

/// One large button per option; a touch answers.
fn buttons(options: Vec<(i64, String)>, value: Option<i64>, on_answer: OnAnswer) -> impl IntoView {
    let button = |(option, label): (i64, String)| {
        let chosen = value == Some(option);
        view! {
            <li>
                <button
                    type="button"
                    class="choice"
                    aria-pressed=chosen.to_string()
                    on:click=move |_| on_answer.run((option,))
                >
                    <span class="dot"></span>
                    <span>{label}</span>
                </button>
            </li>
        }
    };
    view! { <ul class="choices">{options.into_iter().map(button).collect_view()}</ul> }
}

/// A number with its unit and a number pad.
fn number(
    lang: Lang,
    id: &'static str,
    pack: &'static Pack,
    slot: Slot,
    value: Option<i64>,
    on_answer: OnAnswer,
) -> impl IntoView {
    let kept = value.map_or_else(String::new, |value| pack::format_answer(pack, slot, value));
    let text = RwSignal::new(kept);
    let problem = RwSignal::new(None::<String>);
    let unit = pack.questions.get(usize::from(slot)).map(|q| q.unit);
    let unit = unit.map_or("", |unit| format::unit_word(lang, unit, false));
    let submit = move |event: MouseEvent| {
        event.prevent_default();
        // People write 1,200 and full-width digits.
        let typed: String = text.get_untracked().chars().filter_map(plain).collect();
        match pack::parse_answer(pack, slot, &typed) {
            Ok(value) => on_answer.run((value,)),
            Err(error) => problem.set(Some(explain(lang, &typed, &error))),
        }
    };
    let mode = match pack
        .program
        .facts
        .get(usize::from(slot))
        .map(|f| f.domain.clone())
    {
        Some(Domain::Number { scale: 0, .. }) => "numeric",
        _ => "decimal",
    };
    view! {
        <form novalidate=true>
            <label for=id class="field-label">
                {words::label(lang, pack, slot).to_owned()}
            </label>
            <span class="with-unit">
                <input
                    id=id
                    inputmode=mode
                    autocomplete="off"
                    maxlength="20"
                    aria-describedby=format!("{id}-problem")
                    aria-invalid=move || problem.read().is_some().to_string()
                    prop:value=text
                    on:input:target=move |event| text.set(event.target().value())
                />
                <span>{unit}</span>
            </span>
            {problem_line(id, problem)}
            <button class="button primary" type="submit" on:click=submit>
                {t::go_on(lang)}
            </button>
        </form>
    }
}

/// A date in three parts: a document's date is easier to type than to find in a calendar.
fn day(
    lang: Lang,
    id: &'static str,
    pack: &'static Pack,
    slot: Slot,
    value: Option<i64>,
    on_answer: OnAnswer,
) -> impl IntoView {
    let problem = RwSignal::new(None::<String>);
    let range = match pack
        .program
        .facts
        .get(usize::from(slot))
        .map(|f| f.domain.clone())
    {
        Some(Domain::Date { min, max }) => (min, max),
        _ => (i64::MIN, i64::MAX),
    };
    let take = Callback::new(move |(day,): (i64,)| {
        if (range.0..=range.1).contains(&day) {
            on_answer.run((day,));
        } else {
            let (min, max) = (format::day(lang, range.0), format::day(lang, range.1));
            problem.set(Some(t::need_date_range(lang, min, max)));
        }
    });
    let legend = words::label(lang, pack, slot).to_owned();
    date_form(lang, id, legend, value, problem, t::go_on(lang), take)
}

/// A form of year, month and day. Gives a day that exists, or says what is wrong in `problem`.
pub fn date_form(
    lang: Lang,
    id: &'static str,
    legend: String,
    value: Option<i64>,
    problem: RwSignal<Option<String>>,
    button: &'static str,
    on_day: OnAnswer,
) -> impl IntoView {
    let (year, month, day) = value.map_or_else(Default::default, |value| {
        let (year, month, day) = date::to_ymd(value);
        (year.to_string(), month.to_string(), day.to_string())
    });
    let parts = [
        (RwSignal::new(year), t::year(lang), "4", "y"),
        (RwSignal::new(month), t::month(lang), "2", "m"),
        (RwSignal::new(day), t::day(lang), "2", "d"),
    ];
    let submit = move |event: MouseEvent| {
        event.prevent_default();
        let numbers = parts.map(|(text, ..)| {
            let digits: String = text.get_untracked().chars().filter_map(plain).collect();
            digits.parse::<u16>().ok()
        });
        let [Some(year), Some(month), Some(day)] = numbers else {
            problem.set(Some(t::need_date_parts(lang).to_owned()));
            return;
        };
        let day = match (u8::try_from(month), u8::try_from(day)) {
            // 26 for 2026 is a slip, not the first century.
            (Ok(month), Ok(day)) if year >= 1000 => date::from_ymd(i64::from(year), month, day),
            _ => None,
        };
        match day {
            Some(day) => {
                problem.set(None);
                on_day.run((day,));
            }
            None => problem.set(Some(t::need_date(lang).to_owned())),
        }
    };
    let part = move |(text, label, length, suffix): (RwSignal<String>, _, _, &str)| {
        let own = format!("{id}-{suffix}");
        view! {
            <span class="part">
                <label for=own.clone()>{label}</label>
                <input
                    id=own
                    class=format!("digits-{length}")
                    inputmode="numeric"
                    autocomplete="off"
                    maxlength=length
                    aria-describedby=format!("{id}-problem")
                    aria-invalid=move || problem.read().is_some().to_string()
                    prop:value=text
                    on:input:target=move |event| text.set(event.target().value())
                />
            </span>
        }
    };
    view! {
        <form novalidate=true>
            <fieldset>
                <legend class="field-label">{legend}</legend>
                <span class="parts">{parts.map(part).collect_view()}</span>
            </fieldset>
            <p id=format!("{id}-problem") class="problem" role="alert">
                {problem}
            </p>
            <button class="button primary" type="submit" on:click=submit>
                {button}
            </button>
        </form>
    }
}

fn problem_line(id: &str, problem: RwSignal<Option<String>>) -> impl IntoView + use<> {
    view! {
        <p id=format!("{id}-problem") class="problem" role="alert">
            {problem}
        </p>
    }
}

/// A typed character as the rules' reader wants it: no separators, no full-width digits.
fn plain(c: char) -> Option<char> {
    match c {
        ',' | '，' | ' ' | '\u{3000}' | '¥' | '￥' => None,
        '。' | '．' => Some('.'),
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        other => Some(other),
    }
}

/// What is wrong with a typed answer, in words.
fn explain(lang: Lang, typed: &str, error: &pack::AnswerError) -> String {
    use pack::{Allowed, Wrong};
    if typed.is_empty() {
        return t::need_answer(lang).to_owned();
    }
    match (error.wrong, &error.allowed) {
        (Wrong::Places, Allowed::Number(.., 0)) => t::need_whole(lang).to_owned(),
        (Wrong::Places, Allowed::Number(.., places)) => t::need_places(lang, *places),
        (Wrong::Range, Allowed::Number(min, max, _)) => {
            t::need_range(lang, min.clone(), max.clone())
        }
        _ => t::need_number(lang).to_owned(),
    }
}
