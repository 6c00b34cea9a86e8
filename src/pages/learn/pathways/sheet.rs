//! The pathway on paper: shown only when printing.

use super::ways::{after, shown, sums};
use super::{Desk, more, steps};
use crate::browser::clock;
use crate::components::qr::qr;
use crate::format;
use crate::pages::print_sheet::answers;
use crate::texts::{check, levels, pathways as t, result, shell};
use crate::ui::prelude::*;
use catalogue::pathways::{Planned, Verdict, Way};

/// The sheet.
pub fn sheet(desk: Desk, link: &str) -> Option<View> {
    let case = desk.case;
    let lang = case.site.lang();
    let made = desk.made.read();
    let made = made.as_ref().as_ref()?;
    let plan = made.plan.as_ref()?;
    if plan.verdict != Verdict::Found {
        return None;
    }
    let name = desk.shelf.occupations.get(made.occupation)?.name.as_str();
    let goal = t::print_goal(lang, name, levels::level(lang, made.goal));
    let start = format!("{} {}", t::start(lang), format::day(lang, made.date));
    let printed = format::day(lang, clock::today());
    let hash = case.hash.get(..8).unwrap_or_default();
    let row = |planned: &Planned| {
        let step = &planned.step;
        let conditions = step.met().filter_map(|route| steps::condition(desk, route));
        let conditions: Vec<String> = conditions
            .map(|text| {
                let place = result::clause_of(lang, &text.clause);
                format!("{}{place}", lang.pick(&text.text))
            })
            .collect();
        let subsidy = match &planned.subsidy {
            None => t::subsidy_no_rule(lang).to_owned(),
            Some(it) if it.max_fen == 0 => t::subsidy_none(lang).to_owned(),
            Some(it) => format::yuan_span(it.min_fen, it.max_fen),
        };
        let open = planned.subsidy.as_ref().is_some_and(|it| it.max_fen > 0);
        let marked = (open && !planned.counted).then(|| t::subsidy_today(lang));
        let price = planned.offer.map(|offer| {
            let sample = if offer.sample { t::sample(lang) } else { "" };
            format!(
                "{} {sample}",
                format::yuan(i64::from(offer.price_yuan) * 100)
            )
        });
        view! {
            <tr>
                <th scope="row">{levels::level(lang, step.level)}</th>
                <td>{format::day(lang, step.day)} " (" {after(lang, made.date, step.day)} ")"</td>
                <td>{conditions.join(" / ")}</td>
                <td>{price.unwrap_or_else(|| t::course_none(lang).to_owned())}</td>
                <td>{subsidy} " " {marked}</td>
            </tr>
        }
    };
    let heads = [
        t::row_level(lang),
        t::row_day(lang),
        t::row_condition(lang),
        t::row_course(lang),
        t::row_subsidy(lang),
    ];
    let way = |(title, way): (&'static str, &Way)| {
        let heads = heads.map(|head| view! { <th scope="col">{head}</th> });
        let rows: Vec<_> = way.steps.iter().map(row).collect();
        let sums = sums(desk, made, way).into_iter();
        let sums: Vec<String> = sums
            .map(|(name, value)| format!("{name} {value}"))
            .collect();
        let early = (way.not_before < way.day).then(|| {
            let early = format::day(lang, way.not_before);
            let between = t::reach_between(lang, early, format::day(lang, way.day));
            view! { <p>{between}</p> }
        });
        view! {
            <div class="sheet-row">
                <p><strong>{title}</strong> {check::colon(lang)} {sums.join(" · ")}</p>
                {early}
                <table class="sheet-table">
                    <thead>
                        <tr>{heads}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    };
    let ways: Vec<_> = shown(lang, plan).into_iter().map(way).collect();
    let items = |all: Vec<String>| -> View {
        let items = all.into_iter().map(|text| view! { <li>{text}</li> });
        view! { <ul class="sheet-ticks">{items.collect_view()}</ul> }.into_any()
    };
    let assumed = plan.assumptions.iter().map(|it| more::words_of(lang, *it));
    let changes = more::changes(desk, plan);
    let changes = (!changes.is_empty()).then(|| {
        view! {
            <div class="sheet-row">
                <strong>{t::what_if(lang)}</strong>
                {items(changes)}
            </div>
        }
    });
    let sheet = view! {
        <section class="sheet">
            <div class="sheet-head">
                <div>
                    <p class="sheet-title">{shell::site(lang)} " · " {t::title(lang)}</p>
                    <p class="sheet-sum">{goal}</p>
                    <p>
                        {start} " · "
                        {result::printed_on(lang, printed)} " · "
                        {shell::pack_version(lang, &case.pack.version, hash)}
                    </p>
                </div>
                {qr(link, result::qr_label(lang))}
            </div>
            {more::other_years(desk, made)}
            {ways}
            {changes}
            <div class="sheet-row">
                <strong>{t::assumptions(lang)}</strong>
                {items(assumed.collect())}
            </div>
            <p class="sheet-row">
                <strong>{result::print_answers(lang)}</strong>
                {check::colon(lang)}
                {answers(case)}
            </p>
            <p>{t::print_disclaimer(lang)}</p>
        </section>
    };
    Some(sheet.into_any())
}
