//! The plan: the way by time and the way by cost, or why there is none.

use super::person::Made;
use super::{Desk, drawing, more, steps};
use crate::browser::share;
use crate::components::amount::amount;
use crate::components::icon::{Icon, icon};
use crate::format;
use crate::lang::Lang;
use crate::texts::{levels, pathways as t, result, shell};
use crate::ui::prelude::*;
use catalogue::pathways::{Plan, Verdict, Way};
use rules::date::{Day, months_between};
use std::sync::Arc;

/// The plan of now; renewed when it changes.
pub fn result(desk: Desk) -> impl IntoView {
    move || match &*desk.made.read() {
        Some(made) => match &made.plan {
            Some(plan) => planned(desk, made, plan),
            None => {
                let lang = desk.case.site.lang();
                view! { <p class="doubt" role="alert">{t::no_plan(lang)}</p> }.into_any()
            }
        },
        None => View::default(),
    }
}

fn planned(desk: Desk, made: &Made, plan: &Arc<Plan>) -> View {
    let lang = desk.case.site.lang();
    let late = desk.case.out_of_date().then(|| {
        let until = format::day(lang, desk.case.pack.valid_until);
        view! { <p class="doubt">{shell::out_of_date(lang, until)}</p> }
    });
    let body = match plan.verdict {
        Verdict::Found => found(desk, made, plan),
        _ => more::verdict(desk, plan),
    };
    let print = (plan.verdict == Verdict::Found).then(|| {
        view! {
            <p class="row">
                <button type="button" class="button" on:click=|_| share::print()>
                    {icon(Icon::Print)}
                    {result::print(lang)}
                </button>
            </p>
        }
    });
    view! {
        <div class="no-print plan">
            {late} {more::other_years(desk, made)} {body} {more::what_if(desk, plan)} {print}
            {more::assumptions(desk, plan)}
        </div>
    }
    .into_any()
}

/// The ways that are shown, with their headings: the quickest, and the cheapest if it is another.
pub fn shown(lang: Lang, plan: &Plan) -> Vec<(&'static str, &Way)> {
    let way = |at: Option<usize>| at.and_then(|at| plan.ways.get(at));
    let both = plan.by_time == plan.by_cost;
    let title = if both {
        t::by_both(lang)
    } else {
        t::by_time(lang)
    };
    let quick = way(plan.by_time).map(|way| (title, way));
    let cheap = way(plan.by_cost).filter(|_| !both);
    let cheap = cheap.map(|way| (t::by_cost(lang), way));
    quick.into_iter().chain(cheap).collect()
}

fn found(desk: Desk, made: &Made, plan: &Plan) -> View {
    let lang = desk.case.site.lang();
    let shown = shown(lang, plan);
    let several = shown.len() > 1;
    let both = plan.by_cost.is_some() && plan.by_time == plan.by_cost && plan.ways.len() > 1;
    let ways = (1usize..).zip(shown).map(|(place, (title, way))| {
        let note = both.then(|| view! { <p class="muted">{t::by_both_note(lang)}</p> });
        let title = match several || plan.by_cost.is_none() && plan.ways.len() > 1 {
            true => title,
            false => t::by_both(lang),
        };
        view! {
            <section class="card way-found" aria-labelledby=format!("way-{place}")>
                <h2 id=format!("way-{place}")>{title}</h2>
                {note}
                {reach(lang, made, way)}
                <div class="sides">
                    {drawing::drawing(lang, made.date, way)}
                    {totals(desk, made, way)}
                </div>
                {steps::steps(desk, made, way, place)}
            </section>
        }
    });
    let mut all = ways.collect_view();
    all.push(others(lang, made, plan));
    all
}

/// Ways that are neither the quickest nor the cheapest, a line each: they have fewer steps.
fn others(lang: Lang, made: &Made, plan: &Plan) -> Option<View> {
    let shown = |at: usize| plan.by_time == Some(at) || plan.by_cost == Some(at);
    let others = plan.ways.iter().enumerate().filter(|(at, _)| !shown(*at));
    let arrow = " → ";
    let others: Vec<_> = others
        .map(|(_, way)| {
            let steps = way.steps.iter().map(|planned| {
                let level = levels::nth(lang, planned.step.level);
                format!("{level} {}", format::day(lang, planned.step.day))
            });
            let steps: Vec<String> = steps.collect();
            let long = after(lang, made.date, way.day);
            view! { <li>{steps.join(arrow)} <span class="muted">" · " {long}</span></li> }
        })
        .collect();
    (!others.is_empty()).then(|| {
        view! {
            <details class="card working other-ways">
                <summary>{icon(Icon::Down)} {t::other_ways(lang)}</summary>
                <ul class="plain-list">{others}</ul>
            </details>
        }
        .into_any()
    })
}

/// When the goal may be sat.
fn reach(lang: Lang, made: &Made, way: &Way) -> View {
    let level = levels::level(lang, made.goal);
    if way.day <= made.date {
        return view! { <p class="big" role="status">{t::reach_today(lang, level)}</p> }.into_any();
    }
    let sure = format::day(lang, way.day);
    let between = (way.not_before < way.day).then(|| {
        let early = format::day(lang, way.not_before);
        view! { <p>{t::reach_between(lang, early, sure.clone())}</p> }
    });
    view! {
        <div role="status">
            <p class="label">{t::reach(lang, level)}</p>
            <p class="big">{sure.clone()}</p>
            <p class="muted">{t::from_today(lang, after(lang, made.date, way.day))}</p>
            {between}
        </div>
    }
    .into_any()
}

/// How long it is from a day to another: `7 年 1 个月`.
pub fn after(lang: Lang, from: Day, to: Day) -> String {
    match to <= from {
        true => t::can_today(lang).to_owned(),
        false => t::months(lang, months_between(from, to)),
    }
}

/// Time and money of a whole way, each with its name.
pub fn sums(desk: Desk, made: &Made, way: &Way) -> Vec<(&'static str, String)> {
    let lang = desk.case.site.lang();
    let cost = &way.cost;
    let none = || t::total_none(lang).to_owned();
    let known = way.steps.iter().any(|step| step.offer.is_some());
    let price = i64::try_from(cost.price_yuan).unwrap_or(i64::MAX);
    let price = price.saturating_mul(100);
    let price_name = match cost.complete || !known {
        true => t::total_price(lang),
        false => t::total_price_some(lang),
    };
    let left = cost
        .complete
        .then(|| format::yuan(cost.at_most_fen().max(0)));
    vec![
        (t::total_time(lang), after(lang, made.date, way.day)),
        (price_name, if known { format::yuan(price) } else { none() }),
        (
            t::total_subsidy(lang),
            format::yuan_span(cost.subsidy_min_fen, cost.subsidy_max_fen),
        ),
        (t::total_left(lang), left.unwrap_or_else(none)),
    ]
}

fn totals(desk: Desk, made: &Made, way: &Way) -> impl IntoView + use<> {
    let lang = desk.case.site.lang();
    let rows = sums(desk, made, way).into_iter().map(|(name, value)| {
        view! {
            <li>
                <span>{name}</span>
                {amount(value)}
            </li>
        }
    });
    let sample = way.cost.sample.then(|| {
        view! {
            <p class="doubt">
                {icon(Icon::Info)}
                <span>
                    <strong>{t::sample(lang)}</strong>
                    " · "
                    {t::sample_long(lang)}
                </span>
            </p>
        }
    });
    view! {
        <div class="totals">
            <h3>{t::total(lang)}</h3>
            <ul class="sums">{rows.collect_view()}</ul>
            <p class="muted small">{t::fee_unknown(lang)}</p>
            {sample}
        </div>
    }
}
