//! Two years of cash: what the visitor has, expects and assumes, month by month.

use super::fields::fields;
use super::form::Form;
use super::money::Money;
use super::subsidies::{Added, subsidies};
use super::view::shown;
use super::{Desk, figures};
use crate::texts::malan_money as t;
use crate::ui::prelude::*;

/// The section.
pub fn section(desk: Desk, money: Money) -> impl IntoView {
    let lang = desk.case.site.lang();
    let form = Form::of(desk);
    form.keep();
    let tried = RwSignal::new(untrack(move || form.plan().is_some()));
    let added = Added::of(desk, money);
    let plan = Memo::new(move |_| {
        let plan = form.plan().filter(|_| tried.get())?;
        Some(added.into_plan(form, &money.read(), plan))
    });
    let outcome = move || match plan.get().and_then(|plan| plan.view().ok()) {
        Some(cash) => shown(desk, &money.read(), &cash).into_any(),
        None => view! { <p class="card muted">{t::empty(lang)}</p> }.into_any(),
    };
    let starts = move || figures::calendar_month(lang, money.read().start, 1);
    view! {
        <section id="cash" class="no-print" aria-labelledby="cash-title">
            <h2 id="cash-title">{t::cash(lang)}</h2>
            <p class="help">{t::cash_help(lang)} " " {move || t::starts(lang, starts())}</p>
            <div class="columns">
                <div class="first">
                    {fields(form, tried)}
                    {subsidies(form, added, money)}
                </div>
                <div class="second" id="cash-result">{outcome}</div>
            </div>
        </section>
    }
}
