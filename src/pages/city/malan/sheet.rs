//! The road map on paper: shown only when printing.

use super::Desk;
use crate::browser::clock;
use crate::format;
use crate::texts::{check, malan as t, result, shell};
use crate::ui::prelude::*;
use pack::guide::Task;
use pack::guide::plan::Step;

/// The sheet.
pub fn sheet(desk: Desk, steps: &[Step]) -> impl IntoView + use<> {
    let case = desk.case;
    let lang = case.site.lang();
    let done = steps.iter().filter(|step| step.done).count();
    let days = desk.guide.road.dates.iter().zip(desk.dates.get());
    let days = days.filter_map(|(date, day)| {
        let day = format::day(lang, day?);
        Some(format!(
            "{}{}{day}",
            lang.pick(&date.label),
            check::colon(lang)
        ))
    });
    let days: Vec<String> = days.collect();
    let stages = desk
        .guide
        .road
        .stages
        .iter()
        .zip(0u8..)
        .map(|(stage, nth)| {
            let tasks = desk.guide.road.tasks.iter().zip(steps);
            let rows = tasks.filter(|(task, _)| task.stage == nth);
            let rows = rows
                .map(|(task, step)| row(desk, task, step))
                .collect_view();
            view! {
                <tr class="sheet-stage">
                    <th scope="rowgroup" colspan="3">{lang.pick(&stage.title)}</th>
                </tr>
                {rows}
            }
        });
    let stages = stages.collect_view();
    let heads = [
        t::print_col_task(lang),
        t::print_col_when(lang),
        t::print_col_note(lang),
    ];
    let heads = heads.map(|head| view! { <th scope="col">{head}</th> });
    let printed = format::day(lang, clock::today());
    let hash = case.hash.get(..8).unwrap_or_default();
    view! {
        <section class="sheet">
            <p class="sheet-title">{shell::site(lang)} " · " {t::road(lang)}</p>
            <p>
                {t::done_of(lang, done, steps.len())} " · "
                {result::printed_on(lang, printed)} " · "
                {shell::pack_version(lang, &case.pack.version, hash)}
            </p>
            <p>{days.join(" · ")}</p>
            <table class="sheet-table">
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{stages}</tbody>
            </table>
            <p>{t::event_note(lang)}</p>
        </section>
    }
}

fn row(desk: Desk, task: &'static Task, step: &Step) -> impl IntoView + use<> {
    let lang = desk.case.site.lang();
    let day = |day| format::day(lang, day);
    let from = step.from.map(|from| match step.is_open {
        true => t::from_day_open(lang, day(from)),
        false => t::from_day(lang, day(from)),
    });
    let until = step
        .until
        .map(|until| format!("{} {}", t::until_day(lang), day(until)));
    let days: Vec<String> = from.into_iter().chain(until).collect();
    let days = match step.done {
        true => String::new(),
        false => days.join(" · "),
    };
    let late = (!step.done && step.is_too_late()).then(|| {
        let (from, until) = step.from.zip(step.until)?;
        Some(t::too_late(lang, day(from), day(until)))
    });
    let tick = if step.done { "☑ " } else { "☐ " };
    let optional = task.optional.then(|| format!(" ({})", t::optional(lang)));
    view! {
        <tr>
            <td>{tick} {lang.pick(&task.title)} {optional}</td>
            <td>{days}</td>
            <td>{late.flatten().unwrap_or_else(|| lang.pick(&task.about.text).to_owned())}</td>
        </tr>
    }
}
