//! The road map: what to do, in order, stage by stage.

use super::{Desk, calendar, dates, next, task};
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
    let all = desk.guide.road.tasks.len();
    let done = Memo::new(move |_| count(&stand.read(), |_| true).0);
    // The stage that is under way is unfolded; then it is the visitor's to fold.
    let now = current(desk, &untrack(move || stand.read()));
    let stages = desk.guide.road.stages.len();
    let open = (0..stages).map(|nth| RwSignal::new(nth == now));
    let open: Vec<RwSignal<bool>> = open.collect();
    let open = StoredValue::new(open);
    let list = (0..stages)
        .map(|nth| stage(desk, stand, nth, open))
        .collect_view();
    view! {
        <section id="road" class="no-print" aria-labelledby="road-title">
            <h2 id="road-title">{t::road(lang)}</h2>
            <p class="help">{t::road_help(lang)}</p>
            {dates::dates(desk)}
            <div class="progress">
                <label for="progress">{move || t::done_of(lang, done.get(), all)}</label>
                <progress id="progress" max=all prop:value=move || done.get().to_string()></progress>
            </div>
            {next::next(desk, stand, open)}
            <ol class="stages">{list}</ol>
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

/// How many of some tasks are done, and how many there are.
fn count(steps: &[Step], of: impl Fn(usize) -> bool) -> (usize, usize) {
    let some = || steps.iter().enumerate().filter(|(at, _)| of(*at));
    (some().filter(|(_, step)| step.done).count(), some().count())
}

/// The first stage with something left that one can't do without.
fn current(desk: Desk, steps: &[Step]) -> usize {
    let tasks = desk.guide.road.tasks.iter().zip(steps);
    let mut left = tasks.filter(|(task, step)| !step.done && !task.optional);
    left.next().map_or(0, |(task, _)| usize::from(task.stage))
}

fn stage(
    desk: Desk,
    stand: Steps,
    nth: usize,
    open: StoredValue<Vec<RwSignal<bool>>>,
) -> Option<View> {
    let lang = desk.case.site.lang();
    let stage = desk.guide.road.stages.get(nth)?;
    let open = open.with_value(|open| open.get(nth).copied())?;
    let tasks = desk.guide.road.tasks.iter().enumerate();
    let of_stage = tasks.filter(|(_, task)| usize::from(task.stage) == nth);
    let items = of_stage.map(|(at, task)| task::task(desk, stand, at, task));
    let items = items.collect_view();
    let counted = Memo::new(move |_| {
        let tasks = &desk.guide.road.tasks;
        let here = |at: usize| tasks.get(at).is_some_and(|it| usize::from(it.stage) == nth);
        count(&stand.read(), here)
    });
    let counted = move || {
        let (done, all) = counted.get();
        t::stage_done(lang, done, all)
    };
    Some(
        view! {
            <li class="stage">
                <details open=open on:toggle:target=move |event| open.set(event.target().is_open())>
                    <summary>
                        <h3>{lang.pick(&stage.title)}</h3>
                        <span class="muted small">{counted}</span>
                        {icon(Icon::Down)}
                    </summary>
                    <ol class="tasks">{items}</ol>
                </details>
            </li>
        }
        .into_any(),
    )
}
