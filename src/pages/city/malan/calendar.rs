//! Saving the deadlines to the calendar that the visitor has already.

use super::Desk;
use super::next::is_left_out;
use super::road::Steps;
use crate::browser::{clock, download, history};
use crate::components::icon::{Icon, icon};
use crate::texts::malan as t;
use crate::ui::prelude::*;
use pack::calendar::{self, Event};
use pack::guide::Task;
use pack::guide::plan::Step;
use rules::date::Day;

/// So many days before a last day it reminds.
const BEFORE: [u16; 3] = [30, 7, 1];

/// The button, and what became of it.
pub fn save(desk: Desk, stand: Steps) -> impl IntoView {
    let lang = desk.case.site.lang();
    let said = RwSignal::new(String::new());
    let some = Memo::new(move |_| !events(desk, &stand.read()).is_empty());
    let save = move |_| {
        let events = untrack(move || events(desk, &stand.read()));
        let product = format!("-//Bazhu//{}//{}", desk.guide.pack.id, lang.tag());
        let file = calendar::write(&product, t::road(lang), clock::now_seconds(), &events);
        said.set(
            match download::save("malan.ics", "text/calendar;charset=utf-8", &file) {
                true => t::saved(lang, t::days(lang, events.len())),
                false => t::save_failed(lang).to_owned(),
            },
        );
    };
    let body = move || match some.get() {
        false => view! { <p class="muted">{t::save_none(lang)}</p> }.into_any(),
        true => view! {
            <p class="row">
                <button type="button" class="button primary" on:click=save>
                    {icon(Icon::Clock)}
                    {t::save_calendar(lang)}
                </button>
                <span class="muted small">{t::save_help(lang)}</span>
            </p>
        }
        .into_any(),
    };
    view! {
        {body}
        <p role="status">{said}</p>
    }
}

/// What still lies ahead: last days, and the first days of what can be applied for.
fn events(desk: Desk, steps: &[Step]) -> Vec<Event> {
    let today = desk.case.date.get();
    let open = desk.guide.road.tasks.iter().zip(steps);
    // Who has left out what one may do without is not reminded of what comes after it.
    let open =
        open.filter(|(_, step)| !step.done && !step.is_too_late() && !is_left_out(desk, step));
    let events = open.flat_map(|(task, step)| {
        let until = step.until.filter(|day| *day >= today);
        let until = until.map(|day| event(desk, task, day, true));
        let from = step
            .from
            .filter(|day| *day > today && task.claims.is_some() && !step.is_open);
        let from = from.map(|day| event(desk, task, day, false));
        from.into_iter().chain(until)
    });
    events.collect()
}

fn event(desk: Desk, task: &Task, day: Day, last: bool) -> Event {
    let lang = desk.case.site.lang();
    let title = lang.pick(&task.title);
    let (kind, summary) = match last {
        true => ("until", t::event_until(lang, title)),
        false => ("from", t::event_from(lang, title)),
    };
    let (about, note) = (lang.pick(&task.about.text), t::event_note(lang));
    Event {
        uid: format!("{}-{kind}.{}@bazhu", task.id, desk.guide.pack.id),
        day,
        summary,
        description: format!("{about}\n{note}\n{}/malan", history::origin()),
        remind_before: match last {
            true => BEFORE.to_vec(),
            false => vec![0],
        },
    }
}
