//! The fields of two years of cash.

use super::form::{Form, Who};
use crate::browser::{clock, page};
use crate::components::icon::{Icon, icon};
use crate::components::typed::text_field;
use crate::format;
use crate::texts::{loan, malan_money as t};
use crate::ui::prelude::*;
use rules::cash::MAX_FEN;
use rules::loan::MAX_PRINCIPAL_FEN;

/// The form.
pub fn fields(form: Form, tried: RwSignal<bool>) -> impl IntoView {
    let lang = form.desk().case.site.lang();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        match untrack(move || form.wrong()) {
            Some(id) => page::focus(id),
            // On a phone the result lies below the form.
            None if !page::matches("(min-width: 960px)") => {
                clock::next_frame(|| page::show("cash-result"));
            }
            None => {}
        }
    };
    let problem = move |holds: fn(Form) -> bool, text: String| {
        Memo::new(move |_| (tried.get() && !holds(form)).then(|| text.clone()))
    };
    let sum = |id, label, help, text: RwSignal<String>, holds: fn(Form) -> bool| {
        let need = t::need_sum(lang, format::yuan(MAX_FEN));
        text_field(id, label, help, t::yuan(lang), text, problem(holds, need))
    };
    let month = |id, label, help, text: RwSignal<String>, holds: fn(Form) -> bool, need: &str| {
        text_field(
            id,
            label,
            help,
            t::month_unit(lang),
            text,
            problem(holds, need.to_owned()),
        )
    };
    let loan = move || (form.who.get() != Who::Nobody).then(|| loan_fields(form, tried));
    view! {
        <form class="card" on:submit=submit novalidate=true>
            {sum("own", t::own(lang), t::own_help(lang), form.own, |it| Form::sum(it.own).is_some())}
            {sum("setup", t::setup(lang), t::setup_help(lang), form.setup, |it| Form::sum(it.setup).is_some())}
            {sum("income", t::income(lang), "", form.income, |it| Form::sum(it.income).is_some())}
            <div class="pair">
                <div>
                    {month("income-from", t::income_from(lang), "", form.income_from, |it| Form::month(it.income_from, 1).is_some(), t::need_month(lang))}
                </div>
                <div>
                    {month("full-from", t::full_from(lang), "", form.full_from, |it| it.full().is_some(), t::need_full(lang))}
                </div>
            </div>
            <p class="help small">{t::full_help(lang)}</p>
            {sum("cost", t::cost(lang), t::cost_help(lang), form.cost, |it| Form::sum(it.cost).is_some())}
            <fieldset>
                <legend class="field-label">{t::borrow(lang)}</legend>
                <div class="chips">
                    {chip(form.who, Who::Nobody, t::borrow_none(lang))}
                    {chip(form.who, Who::Person, t::borrow_person(lang))}
                    {chip(form.who, Who::Firm, t::borrow_firm(lang))}
                </div>
            </fieldset>
            {loan}
            <p>
                <button class="button primary" type="submit">
                    {t::compute(lang)}
                </button>
            </p>
        </form>
    }
}

fn loan_fields(form: Form, tried: RwSignal<bool>) -> impl IntoView {
    let lang = form.desk().case.site.lang();
    let problem = move |holds: fn(Form) -> bool, text: String| {
        Memo::new(move |_| (tried.get() && !holds(form)).then(|| text.clone()))
    };
    let max = format::yuan(MAX_PRINCIPAL_FEN);
    let principal = problem(|it| it.principal().is_some(), t::need_principal(lang, max));
    let rate = problem(|it| it.rate().is_some(), t::need_rate(lang).to_owned());
    let term = problem(|it| it.term().is_some(), t::need_term(lang).to_owned());
    let month = problem(
        |it| Form::month(it.loan_month, 1).is_some(),
        t::need_month(lang).to_owned(),
    );
    view! {
        {text_field("principal", t::principal(lang), "", t::yuan(lang), form.principal, principal)}
        {text_field("rate", t::rate(lang), t::rate_help(lang), "%", form.rate, rate)}
        <p><a class="go" href="/loan">{t::to_loan(lang)} {icon(Icon::Right)}</a></p>
        {text_field("term", t::term(lang), "", t::months_unit(lang), form.term, term)}
        {text_field("loan-month", t::loan_month(lang), t::loan_month_help(lang), t::month_unit(lang), form.loan_month, month)}
        <fieldset>
            <legend class="field-label">{loan::kind(lang)}</legend>
            <div class="chips">
                {chip(form.equal, true, loan::kind_equal(lang))}
                {chip(form.equal, false, loan::kind_interest(lang))}
            </div>
        </fieldset>
    }
}

/// One of several choices.
fn chip<T>(choice: RwSignal<T>, value: T, label: &'static str) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    view! {
        <button
            type="button"
            class="chip"
            aria-pressed=move || (choice.get() == value).to_string()
            on:click=move |_| choice.set(value)
        >
            {label}
        </button>
    }
}
