//! The road map: what to do, in order, stage by stage.

use super::{Desk, calendar, dates, task};
use crate::browser::share;
use crate::components::icon::{Icon, icon};
use crate::texts::{malan as t, result};
use crate::ui::prelude::*;
use pack::guide::plan::{Progress, Step, steps};
use std::sync::Arc;

/// Where every task stands.
pub type Steps = Memo<Arc<Vec<Step>>>;

/// Works out where every task stands, whenever a tick or a day changes.
pub fn stand(desk: Desk) -> Steps {
    // What is typed about money changes none of it.
    let done = Memo::new(move |_| desk.kept.read().done.clone());
    Memo::new(move |_| {
        let done = done.read();
        let tasks = desk.guide.road.tasks.iter();
        let progress = Progress {
            dates: desk.dates.get(),
            ticked: tasks.map(|task| done.contains(&task.id)).collect(),
        };
        let today = desk.case.date.get();
        Arc::new(steps(desk.guide, desk.case.pack, &progress, today))
    })
}

/// The section.
pub fn section(desk: Desk, stand: Steps) -> impl IntoView {
    let lang = desk.case.site.lang();
    let tasks = &desk.guide.road.tasks;
    let done = Memo::new(move |_| stand.read().iter().filter(|step| step.done).count());
    let all = tasks.len();
    let stages = desk
        .guide
        .road
        .stages
        .iter()
        .zip(0u8..)
        .map(|(stage, nth)| {
            let of_stage = tasks
                .iter()
                .enumerate()
                .filter(|(_, task)| task.stage == nth);
            let items = of_stage.map(|(at, task)| task::task(desk, stand, at, task));
            let items = items.collect_view();
            view! {
                <li class="stage">
                    <h3>{lang.pick(&stage.title)}</h3>
                    <ol class="tasks">{items}</ol>
                </li>
            }
        });
    let stages = stages.collect_view();
    view! {
        <section id="road" class="no-print" aria-labelledby="road-title">
            <h2 id="road-title">{t::road(lang)}</h2>
            <p class="help">{t::road_help(lang)}</p>
            {dates::dates(desk)}
            <div class="progress">
                <label for="progress">{move || t::done_of(lang, done.get(), all)}</label>
                <progress id="progress" max=all prop:value=move || done.get().to_string()></progress>
            </div>
            <ol class="stages">{stages}</ol>
            {calendar::save(desk, stand)}
            <p class="row">
                <button type="button" class="button" on:click=|_| share::print()>
                    {icon(Icon::Print)}
                    {t::print(lang)}
                </button>
                <span class="muted small">{result::print_disclaimer(lang)}</span>
            </p>
        </section>
    }
}
