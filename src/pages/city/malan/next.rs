//! What can be done now, and the deadlines that come next.

use super::Desk;
use super::road::Steps;
use crate::browser::{clock, page};
use crate::components::icon::{Icon, icon};
use crate::format;
use crate::texts::{malan as t, shell};
use crate::ui::prelude::*;
use pack::guide::Task;
use pack::guide::plan::Step;
use rules::date::Day;
use rules::order::sort_few;

/// So many of each are shown.
const FEW: usize = 3;

/// Whether something that one may do without was left out, so that what comes after it is none
/// of the visitor's.
pub fn is_left_out(desk: Desk, step: &Step) -> bool {
    let tasks = &desk.guide.road.tasks;
    let mut before = step.blocked_by.iter();
    before.any(|at| {
        tasks
            .get(usize::from(*at))
            .is_some_and(|task| task.optional)
    })
}

/// The box above the stages.
pub fn next(desk: Desk, stand: Steps, open: StoredValue<Vec<RwSignal<bool>>>) -> impl IntoView {
    let lang = desk.case.site.lang();
    let go = move |task: &'static Task| {
        let stage = open.with_value(|open| open.get(usize::from(task.stage)).copied());
        if let Some(stage) = stage {
            stage.set(true);
        }
        clock::next_frame(move || page::show(&format!("task-{}", task.id)));
    };
    let link = move |task: &'static Task| {
        view! {
            <button type="button" class="button quiet" on:click=move |_| go(task)>
                {lang.pick(&task.title)}
            </button>
        }
    };
    move || {
        let steps = stand.read();
        let today = desk.case.date.get();
        let now = now(desk, &steps, today)
            .into_iter()
            .map(|task| view! { <li>{link(task)}</li> });
        let now: Vec<_> = now.collect();
        let ends = ends(desk, &steps, today).into_iter().map(|(task, day)| {
            let left = shell::days_left(lang, day - today);
            view! {
                <li>
                    <span>
                        <strong>{format::day(lang, day)}</strong>
                        " · "
                        {left}
                    </span>
                    " "
                    {link(task)}
                </li>
            }
        });
        let ends: Vec<_> = ends.collect();
        let list = |sign, title: &'static str, items: Vec<_>| {
            (!items.is_empty()).then(|| {
                view! {
                    <div>
                        <h3>{icon(sign)} " " {title}</h3>
                        <ul>{items}</ul>
                    </div>
                }
            })
        };
        view! {
            <div class="card next">
                {list(Icon::Right, t::next_now(lang), now)} {list(Icon::Clock, t::next_ends(lang), ends)}
            </div>
        }
    }
}

/// The first tasks that one can't do without and that nothing stands in the way of.
fn now(desk: Desk, steps: &[Step], today: Day) -> Vec<&'static Task> {
    let tasks = desk.guide.road.tasks.iter().zip(steps);
    let free = tasks.filter(|(task, step)| {
        let waits = step.from.is_some_and(|from| from > today) || task.waits.is_some();
        !step.done && !task.optional && step.blocked_by.is_empty() && !waits
    });
    free.map(|(task, _)| task).take(FEW).collect()
}

/// The last days that lie ahead, the nearest first.
fn ends(desk: Desk, steps: &[Step], today: Day) -> Vec<(&'static Task, Day)> {
    let tasks = desk.guide.road.tasks.iter().zip(steps);
    let open =
        tasks.filter(|(_, step)| !step.done && !step.is_too_late() && !is_left_out(desk, step));
    let mut ends: Vec<(&Task, Day)> = open
        .filter_map(|(task, step)| Some((task, step.until.filter(|day| *day >= today)?)))
        .collect();
    sort_few(&mut ends, |a, b| a.1 < b.1);
    ends.truncate(FEW);
    ends
}
