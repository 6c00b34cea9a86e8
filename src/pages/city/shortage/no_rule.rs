//! A day without a rule: that there is none, what the old version's routes were, and a day of
//! its own time to look at. The old version never answers for today.

use super::check::Check;
use super::look::Which;
use crate::components::badge::evidence_badge;
use crate::components::field::date_form;
use crate::components::icon::{Icon, icon};
use crate::components::sources::{clause, source_list};
use crate::format;
use crate::texts::{programmes, shell, shortage as t};
use crate::ui::prelude::*;
use pack::model::Evidence;
use rules::date::Day;
use std::collections::BTreeSet;

/// That the day has no rule, and the last one that there was.
pub fn no_rule(check: Check) -> impl IntoView {
    let lang = check.case.site.lang();
    let day = check.day.get();
    let gap = check.listed.gap_on(day).map(|gap| lang.pick(&gap.text));
    let back = (day != check.case.date.get()).then(|| {
        let today = format::day(lang, check.case.date.get());
        let back = move |_| check.look.go(|place| place.on = None);
        view! {
            <button type="button" class="button" on:click=back>
                {t::back_to(lang, today)}
            </button>
        }
    });
    view! {
        <div class="no-rule" role="status">
            <h3>{icon(Icon::Dash)} {programmes::no_rule(lang, format::day(lang, day))}</h3>
            <p>{gap.unwrap_or_else(|| programmes::no_rule_why(lang))}</p>
            {(check.which == Which::Settlement).then(|| view! { <p>{t::no_rule_now(lang)}</p> })}
        </div>
        <p class="row">
            <a class="button" href="tel:12333">
                {icon(Icon::Phone)}
                {shell::hotline_call(lang)}
            </a>
            {back}
        </p>
        {old_version(check)}
    }
}

fn old_version(check: Check) -> Option<impl IntoView> {
    let lang = check.case.site.lang();
    let (code, text) = check.listed.rules().last()?;
    let badge = |day: Option<Day>, evidence: Evidence| {
        (day.is_some() && evidence == Evidence::Unconfirmed)
            .then(|| view! { " " {evidence_badge(lang, evidence)} })
    };
    let from = code
        .from
        .map(|day| programmes::span_from(lang, format::day(lang, day)));
    let until = code
        .until
        .map(|day| programmes::span_until(lang, format::day(lang, day)));
    let all = text.conditions.iter().chain(&text.routes);
    let sources = BTreeSet::from([text.source]);
    let clauses: Vec<_> = all
        .map(|text| view! { <li>{clause(lang, text)}</li> })
        .collect();
    Some(view! {
        <h3>{t::old_routes(lang)}</h3>
        <p>
            {t::old_period(lang)} {from} {badge(code.from, text.from_evidence)} " " {until}
            {badge(code.until, text.until_evidence)}
        </p>
        <p class="muted">{t::old_one(lang)}</p>
        <ul class="plain-list">{clauses}</ul>
        {source_list(lang, check.case.pack, &sources)}
        {(check.which == Which::Settlement).then(|| day_chooser(check, code.until))}
    })
}

/// A day of the old version's time to look at.
fn day_chooser(check: Check, last: Option<Day>) -> impl IntoView {
    let lang = check.case.site.lang();
    let problem = RwSignal::new(None);
    let set = Callback::new(move |(day,): (i64,)| {
        check.look.go(|place| {
            place.check = Some(Which::Settlement);
            place.on = Some(day);
        });
    });
    let at_once = last.map(|day| {
        view! {
            <p class="row">
                <button type="button" class="button" on:click=move |_| set.run((day,))>
                    {t::try_last(lang, format::day(lang, day))}
                </button>
            </p>
        }
    });
    view! {
        <details class="working">
            <summary>{icon(Icon::Down)} {t::try_old(lang)}</summary>
            {at_once}
            {date_form(lang, "old-day", t::day(lang).to_owned(), last, problem, t::try_button(lang), set)}
        </details>
    }
}
