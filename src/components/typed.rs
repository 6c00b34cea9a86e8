//! A text field that says what is wrong with what was typed.

use crate::ui::prelude::*;

/// A typed character as a reader of numbers wants it: no separators, no full-width digits.
/// `None` drops it.
pub fn plain_number(c: char) -> Option<char> {
    match c {
        ',' | '，' | ' ' | '\u{3000}' | '¥' | '￥' | '%' | '％' => None,
        '。' | '．' => Some('.'),
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        other => Some(other),
    }
}

/// A number field with its label, help, unit, and a line for what is wrong.
pub fn text_field(
    id: &'static str,
    label: &'static str,
    help: &'static str,
    unit: &'static str,
    text: RwSignal<String>,
    problem: Memo<Option<String>>,
) -> impl IntoView {
    let described_by = match help.is_empty() {
        true => format!("{id}-problem"),
        false => format!("{id}-help {id}-problem"),
    };
    view! {
        <label for=id class="field-label">
            {label}
        </label>
        {(!help.is_empty())
            .then(|| {
                view! {
                    <p id=format!("{id}-help") class="help small">
                        {help}
                    </p>
                }
            })}
        <span class="with-unit">
            <input
                id=id
                inputmode="decimal"
                autocomplete="off"
                maxlength="16"
                aria-describedby=described_by
                aria-invalid=move || problem.read().is_some().to_string()
                prop:value=text
                on:input:target=move |event| text.set(event.target().value())
            />
            <span>{unit}</span>
        </span>
        <p id=format!("{id}-problem") class="problem" role="alert">
            {problem}
        </p>
    }
}
