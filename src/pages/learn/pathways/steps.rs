//! The steps of a way, each as a table: the same as the drawing, and more.

use super::Desk;
use super::person::Made;
use super::ways::after;
use crate::components::amount::amount;
use crate::components::badge::{evidence_badge, status_badge, weaker};
use crate::components::catalogue::Listed;
use crate::components::icon::{Icon, icon};
use crate::components::learn::course_words::sample_badge;
use crate::components::sources::clause;
use crate::components::words;
use crate::format;
use crate::texts::{levels, pathways as t};
use crate::ui::prelude::*;
use catalogue::matching::subsidy::{Grant, Subsidy};
use catalogue::pathways::{Offer, Planned, Route, Way};
use pack::model::{Clause, Evidence};
use rules::eval::Status;

/// All steps of a way; `place` tells the ways of a page apart.
pub fn steps(desk: Desk, made: &Made, way: &Way, place: usize) -> impl IntoView + use<> {
    let steps = (1usize..).zip(&way.steps);
    let steps: Vec<_> = steps
        .map(|(nth, step)| one(desk, made, step, place, nth))
        .collect();
    view! { <ol class="path-steps">{steps}</ol> }
}

fn one(
    desk: Desk,
    made: &Made,
    planned: &Planned,
    place: usize,
    nth: usize,
) -> impl IntoView + use<> {
    let lang = desk.case.site.lang();
    let step = &planned.step;
    let id = format!("way-{place}-step-{nth}");
    let conditions = step.met().filter_map(|route| condition(desk, route));
    let conditions: Vec<_> = conditions
        .map(|text| view! { <p>{clause(lang, text)}</p> })
        .collect();
    let tested = tested(desk, made, step.level);
    let row = |name: &'static str, value: View| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{value}</td>
            </tr>
        }
    };
    view! {
        <li>
            <h3 id=id.clone()>{t::step(lang, nth, levels::level(lang, step.level))}</h3>
            <table class="amounts" aria-labelledby=id>
                <tbody>
                    {row(t::row_day(lang), view! { <strong>{format::day(lang, step.day)}</strong> }.into_any())}
                    {row(t::row_after(lang), after(lang, made.date, step.day).into_view())}
                    {row(t::row_condition(lang), (conditions, later(desk, planned)).into_view())}
                    {row(t::row_tested(lang), tested)}
                    {row(t::row_course(lang), course(desk, made, step.level, planned.offer))}
                    {row(t::row_subsidy(lang), subsidy(desk, planned))}
                </tbody>
            </table>
        </li>
    }
}

/// A condition's words.
pub fn condition(desk: Desk, route: Route) -> Option<&'static Clause> {
    let text = desk
        .levels()?
        .text
        .versions
        .get(usize::from(route.version))?;
    text.routes.get(usize::from(route.index))
}

/// Conditions of the same level that are met later.
fn later(desk: Desk, planned: &Planned) -> Option<View> {
    let lang = desk.case.site.lang();
    let step = &planned.step;
    let later = step.routes.iter().filter(|(_, day)| *day > step.day);
    let later: Vec<_> = later
        .filter_map(|(route, day)| {
            let text = condition(desk, *route)?;
            let from = t::later_day(lang, format::day(lang, *day));
            Some(view! { <li>{clause(lang, text)} " " <span class="muted">{from}</span></li> })
        })
        .collect();
    (!later.is_empty()).then(|| {
        view! {
            <details class="working">
                <summary>{icon(Icon::Down)} {t::later(lang)}</summary>
                <ul class="plain-list">{later}</ul>
            </details>
        }
        .into_any()
    })
}

/// What a level tests, with weights where the standard states them all.
fn tested(desk: Desk, made: &Made, level: u8) -> View {
    let lang = desk.case.site.lang();
    let functions = desk.shelf.functions;
    let all = functions.of_occupation(made.occupation);
    let Some((all, tested)) = all.and_then(|all| Some((all, all.level(level)?))) else {
        return t::tested_unknown(lang).into_view();
    };
    let whole = tested.is_whole();
    let names = tested.functions.iter().map(|function| {
        let name = functions.name(function);
        match function.weight.filter(|_| whole) {
            Some(weight) => format!("{name} {weight}%"),
            None => name.to_owned(),
        }
    });
    let names: Vec<String> = names.collect();
    let edition = all.edition.map(|year| t::edition(lang, year));
    view! {
        <span lang="zh-Hans">{names.join("、")}</span>
        <span class="muted">{edition}</span>
    }
}

fn course(desk: Desk, made: &Made, level: u8, offer: Option<Offer>) -> View {
    let lang = desk.case.site.lang();
    let known = offer.and_then(|offer| {
        let course = desk.shelf.courses.list.get(offer.course)?;
        let sample = offer.sample.then(|| sample_badge(lang));
        Some(view! {
            <p>
                <a class="target" lang="zh-Hans" href=format!("/courses/{}", course.id)>
                    {&course.title}
                </a>
            </p>
            <p>
                {amount(format::yuan(i64::from(offer.price_yuan) * 100))} " · "
                {t::hours(lang, offer.hours)} " " {sample}
            </p>
        })
    });
    let code = desk.shelf.occupations.get(made.occupation);
    let code = code.map_or("", |occupation| &occupation.code);
    let all = known.is_some().then(|| {
        view! {
            <p>
                <a class="target" href=format!("/courses#occupation={code}&level={level}")>
                    {t::course_all(lang)}
                    <span class="sr-only">" " {levels::level(lang, level)}</span>
                </a>
            </p>
        }
    });
    match known {
        Some(known) => (known, all).into_view(),
        None => t::course_none(lang).into_view(),
    }
}

/// What is paid for the step's certificate.
fn subsidy(desk: Desk, planned: &Planned) -> View {
    let lang = desk.case.site.lang();
    let Some(subsidy) = &planned.subsidy else {
        return t::subsidy_no_rule(lang).into_view();
    };
    let sum = match subsidy.max_fen {
        0 => view! { <p>{t::subsidy_none(lang)}</p> }.into_any(),
        _ => {
            let sum = format::yuan_span(subsidy.min_fen, subsidy.max_fen);
            view! { <p>{amount(sum)}</p> }.into_any()
        }
    };
    let marked = (!planned.counted && subsidy.max_fen > 0)
        .then(|| view! { <p class="doubt">{t::subsidy_today(lang)}</p> });
    let grants = subsidy.grants.iter();
    let grants = grants.filter(|grant| grant.status != Status::NoRule);
    let grants: Vec<_> = grants.map(|grant| paid_by(desk, subsidy, grant)).collect();
    view! {
        {sum}
        {marked}
        <ul class="grants">{grants}</ul>
        {open(desk, subsidy)}
    }
}

fn paid_by(desk: Desk, subsidy: &Subsidy, grant: &Grant) -> impl IntoView + use<> {
    let lang = desk.case.site.lang();
    let title = words::title(desk.case, lang, grant.programme);
    let listed = Listed::all(desk.case.pack).nth(grant.programme);
    let evidence = listed.map_or(Evidence::Official, |listed| {
        let rule = listed.rule_on(subsidy.day);
        weaker(Evidence::Official, listed.evidence(rule))
    });
    let doubt = (evidence != Evidence::Official).then(|| evidence_badge(lang, evidence));
    view! {
        <li>
            <a class="target" href=format!("/programmes/{}", desk.case.programme_id(grant.programme))>
                {title}
            </a>
            " "
            {status_badge(lang, grant.status)}
            " "
            {doubt}
        </li>
    }
}

/// Open questions that the sum depends on.
fn open(desk: Desk, subsidy: &Subsidy) -> Option<View> {
    let lang = desk.case.site.lang();
    let missing = &subsidy.missing;
    (!missing.is_empty()).then(|| {
        let links = missing.iter().map(|slot| {
            view! {
                <li>
                    <a class="target" href=desk.question_href(*slot)>
                        {words::label(lang, desk.case.pack, *slot).to_owned()}
                    </a>
                </li>
            }
        });
        view! {
            <details class="working">
                <summary>{icon(Icon::Down)} {t::subsidy_open(lang, missing.len())}</summary>
                <ul class="plain-list">{links.collect_view()}</ul>
            </details>
        }
        .into_any()
    })
}
