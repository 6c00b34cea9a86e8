//! The fields of these pages: a line, several lines, one of a few, one of many.

use crate::lang::Lang;
use crate::texts::embed as t;
use crate::ui::prelude::*;

/// A line of text, with help and what is wrong with it.
pub fn line(
    id: &'static str,
    label: &'static str,
    help: &'static str,
    text: RwSignal<String>,
    problem: Memo<Option<String>>,
) -> impl IntoView {
    view! {
        <label class="field-label" for=id>
            {label}
        </label>
        <p id=format!("{id}-help") class="help small">
            {help}
        </p>
        <input
            id=id
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            maxlength="300"
            aria-describedby=format!("{id}-help {id}-problem")
            aria-invalid=move || problem.read().is_some().to_string()
            prop:value=text.get_untracked()
            on:input:target=move |event| text.set(event.target().value())
        />
        <p id=format!("{id}-problem") class="problem" role="alert">
            {problem}
        </p>
    }
}

/// Several lines of text.
pub fn area(
    id: &'static str,
    label: &'static str,
    help: &'static str,
    text: RwSignal<String>,
) -> impl IntoView {
    view! {
        <label class="field-label" for=id>
            {label}
        </label>
        <p id=format!("{id}-help") class="help small">
            {help}
        </p>
        <textarea
            id=id
            rows="7"
            spellcheck="false"
            autocomplete="off"
            autocapitalize="off"
            aria-describedby=format!("{id}-help")
            prop:value=text.get_untracked()
            on:input:target=move |event| text.set(event.target().value())
        ></textarea>
    }
}

/// One of several, as buttons.
pub fn chips<T: Clone + PartialEq + Send + Sync + 'static>(
    label: &'static str,
    chosen: RwSignal<T>,
    values: Vec<(T, &'static str)>,
) -> impl IntoView {
    let chip = |(value, words): (T, &'static str)| {
        let own = value.clone();
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || (*chosen.read() == own).to_string()
                on:click=move |_| chosen.set(value.clone())
            >
                {words}
            </button>
        }
    };
    view! {
        <fieldset>
            <legend class="field-label">{label}</legend>
            <div class="chips">{values.into_iter().map(chip).collect_view()}</div>
        </fieldset>
    }
}

/// One of many; `t::all` is none of them.
pub fn select(
    id: &'static str,
    label: &'static str,
    chosen: RwSignal<String>,
    options: Vec<(String, String)>,
    lang: Lang,
) -> impl IntoView {
    let option = |(value, words): (String, String)| {
        let selected = chosen.with_untracked(|it| *it == value);
        view! {
            <option value=value selected=selected>
                {words}
            </option>
        }
    };
    let all = (String::new(), t::all(lang).to_owned());
    let options = [all].into_iter().chain(options).map(option);
    view! {
        <label class="field-label" for=id>
            {label}
        </label>
        <select id=id on:change:target=move |event| chosen.set(event.target().value())>
            {options.collect_view()}
        </select>
    }
}
