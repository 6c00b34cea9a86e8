//! What a start-up loan costs: the form of `/loan` and its sums.

use super::Place;
use super::face::face;
use super::hand_over::{Result, hand_over};
use crate::components::loan_form::{Form, Rules, fields, sums};
use crate::components::waiting;
use crate::format;
use crate::state::rules_pack;
use crate::texts::{loan as t, widgets};
use crate::ui::prelude::*;
use rules::loan::{Loan, Schedule};

/// The widget.
pub fn loan(place: Place) -> View {
    let lang = place.site.lang();
    rules_pack::load(place.site);
    let rules = Rules::of(place.site);
    let form = Form::of("");
    let tried = RwSignal::new(false);
    let worked = move || {
        let loan = form.loan().filter(|_| tried.get())?;
        Some((loan, loan.schedule().ok()?))
    };
    let outcome = move || match worked() {
        Some(_) if rules.get() == Rules::Coming => waiting::loading(lang).into_any(),
        Some((loan, schedule)) => shown(place, form, loan, &schedule, rules.get()).into_any(),
        None => view! { <p class="muted small">{t::empty(lang)}</p> }.into_any(),
    };
    let link = Memo::new(move |_| format!("/loan#{}", form.fragment()));
    let note = view! {
        <p class="small muted">
            {widgets::loan_basis(lang)} " " {widgets::press(lang)} " " {widgets::guide(lang)}
        </p>
    };
    let body = view! {
        {fields(lang, form, tried, rules)}
        <div role="status">{outcome}</div>
    };
    face(place, body, link, note.into_any())
}

fn shown(
    place: Place,
    form: Form,
    loan: Loan,
    schedule: &Schedule,
    rules: Rules,
) -> impl IntoView + use<> {
    let lang = place.site.lang();
    let (net, subsidy) = (schedule.net_cost_fen, schedule.subsidy_fen);
    let result = Memo::new(move |_| {
        let mut result = Result::default();
        let words = widgets::net_is(lang, format::yuan(net));
        result.add("netInterestFen", net.to_string(), words);
        let words = widgets::subsidy_is(lang, format::yuan(subsidy));
        result.add("subsidyFen", subsidy.to_string(), words);
        result
    });
    view! {
        <section class="outcome" id="loan-result">
            <h2>{t::result(lang)}</h2>
            {sums(lang, form, loan, schedule, rules)}
        </section>
        {(rules == Rules::InForce).then(|| hand_over(place, result))}
    }
}
