//! Why there is no way, what would bring the goal nearer, and what the plan takes for granted.

use super::Desk;
use super::person::Made;
use super::ways::after;
use crate::components::icon::{Icon, icon};
use crate::components::sources::source_list;
use crate::components::words;
use crate::format;
use crate::lang::Lang;
use crate::texts::{levels, pathways as t};
use crate::ui::prelude::*;
use catalogue::matching::subsidy::Why;
use catalogue::pathways::{Assumption, Plan, Verdict, counts_other_years};
use std::collections::BTreeSet;

/// No way, and why.
pub fn verdict(desk: Desk, plan: &Plan) -> View {
    let lang = desk.case.site.lang();
    let (title, text) = match plan.verdict {
        Verdict::Held => (t::held(lang), t::held_text(lang)),
        Verdict::NoStandard => (t::no_standard(lang), t::no_standard_text(lang)),
        Verdict::NotOffered => (t::not_offered(lang), t::not_offered_text(lang)),
        _ if plan.missing.is_empty() => (t::no_way(lang), t::no_way_closed(lang)),
        _ => (t::no_way(lang), t::no_way_open(lang)),
    };
    let link = |slot: &u16| {
        view! {
            <li>
                <a class="target" href=desk.question_href(*slot)>
                    {words::label(lang, desk.case.pack, *slot).to_owned()}
                </a>
            </li>
        }
    };
    let open: Vec<_> = plan.missing.iter().map(link).collect();
    let open = (!open.is_empty()).then(|| view! {  <ul class="open-list">{open}</ul> });
    view! {
        <section class="card no-way" role="status">
            <h2>{icon(Icon::Info)} " " {title}</h2>
            <p>{text}</p>
            {open}
        </section>
    }
    .into_any()
}

/// That the occupation's own standard counts other years.
pub fn other_years(desk: Desk, made: &Made) -> Option<View> {
    let lang = desk.case.site.lang();
    let occupation = desk.shelf.occupations.get(made.occupation)?;
    let year = counts_other_years(desk.shelf.settings, occupation)?;
    Some(
        view! {
            <p class="doubt other-years" role="note">
                {icon(Icon::Info)}
                <span>{t::other_years(lang, year)}</span>
            </p>
        }
        .into_any(),
    )
}

/// Changes that bring the goal nearer, in words.
pub fn changes(desk: Desk, plan: &Plan) -> Vec<String> {
    let lang = desk.case.site.lang();
    let best = plan.by_time.and_then(|at| plan.ways.get(at));
    let say = |nearer: &catalogue::pathways::Nearer| {
        let change = desk.shelf.settings.what_if.get(nearer.change)?;
        let text = lang.pick(&change.text);
        let day = format::day(lang, nearer.day);
        Some(match best {
            Some(best) => {
                let sooner = after(lang, nearer.day, best.day);
                t::what_if_sooner(lang, text, day, sooner)
            }
            None => t::what_if_new(lang, text, day),
        })
    };
    // Before the questions are answered nobody knows what is missing.
    if best.is_none() && !plan.missing.is_empty() {
        return Vec::new();
    }
    plan.what_if.iter().filter_map(say).collect()
}

/// The same as a list.
pub fn what_if(desk: Desk, plan: &Plan) -> Option<View> {
    let lang = desk.case.site.lang();
    let all = changes(desk, plan);
    (!all.is_empty()).then(|| {
        let items: Vec<_> = all
            .into_iter()
            .map(|text| view! { <li>{text}</li> })
            .collect();
        view! {
            <section class="card what-if">
                <h2>{t::what_if(lang)}</h2>
                <ul class="plain-list">{items}</ul>
            </section>
        }
        .into_any()
    })
}

/// An assumption in words.
pub fn words_of(lang: Lang, assumption: Assumption) -> String {
    match assumption {
        Assumption::WorksFrom(day) => t::works_from(lang, format::day(lang, day)),
        Assumption::SatAtOnce => t::sat_at_once(lang).to_owned(),
        Assumption::FullYears => t::full_years(lang).to_owned(),
        Assumption::RulesStay(day) => t::rules_stay(lang, format::day(lang, day)),
    }
}

/// What the plan takes for granted, and where the conditions come from.
pub fn assumptions(desk: Desk, plan: &Plan) -> Option<View> {
    let lang = desk.case.site.lang();
    if plan.verdict != Verdict::Found {
        return None;
    }
    let all = plan.assumptions.iter().map(|it| words_of(lang, *it));
    let all = all.chain([t::defaults(lang).to_owned()]);
    let all: Vec<_> = all.map(|text| view! { <li>{text}</li> }).collect();
    let steps = plan.ways.iter().flat_map(|way| &way.steps);
    let subsidies = steps.filter_map(|step| step.subsidy.as_ref());
    let assumed = subsidies.flat_map(|subsidy| &subsidy.assumed);
    let assumed: BTreeSet<usize> = assumed
        .filter_map(|it| match it.why {
            Why::Assumed(at) => Some(at),
            _ => None,
        })
        .collect();
    let assume = &desk.shelf.settings.certificate.assume;
    let assumed = assumed.into_iter().filter_map(|at| assume.get(at));
    let assumed: Vec<_> = assumed
        .map(|it| view! { <li>{lang.pick(&it.text)}</li> })
        .collect();
    let assumed = (!assumed.is_empty()).then(|| {
        view! {
            <h3>{t::subsidy_assumes(lang)}</h3>
            <ul class="plain-list">{assumed}</ul>
        }
    });
    let sources = desk.levels().map(|listed| {
        let of_versions = listed.text.versions.iter().map(|version| version.source);
        let sources: BTreeSet<u16> = of_versions.collect();
        view! {
            <h3>{levels::sources(lang)}</h3>
            {source_list(lang, desk.case.pack, &sources)}
            <p class="row">
                <a class="button" href=format!("/programmes/{}", listed.code.id)>
                    {levels::rule_page(lang)}
                    {icon(Icon::Right)}
                </a>
            </p>
        }
    });
    Some(
        view! {
            <section class="card assumed">
                <h2>{t::assumptions(lang)}</h2>
                <ul class="plain-list">{all}</ul>
                {assumed}
                {sources}
            </section>
        }
        .into_any(),
    )
}
