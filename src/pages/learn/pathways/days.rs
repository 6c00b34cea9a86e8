//! Days that a visitor may know: they make the plan exact to the day.

use super::Desk;
use super::person::{asks_beginning, slots};
use crate::components::field::date_form;
use crate::components::icon::{Icon, icon};
use crate::format;
use crate::lang::Lang;
use crate::state::trip::Known;
use crate::texts::pathways as t;
use crate::ui::prelude::*;
use catalogue::matching::Names;
use catalogue::pathways::clock::years_at;

/// One form for each day that the answers make sense of.
pub fn days(desk: Desk) -> impl IntoView {
    let lang = desk.case.site.lang();
    let asked = Memo::new(move |_| {
        let known = Known::ALL.into_iter();
        known
            .filter(|known| matters(desk, *known))
            .collect::<Vec<_>>()
    });
    let none = Memo::new(move |_| asked.read().is_empty());
    move || {
        (!none.get()).then(|| {
            let forms = move || {
                asked
                    .get()
                    .into_iter()
                    .map(|known| one(desk, known))
                    .collect_view()
            };
            view! {
                <details class="working days">
                    <summary>{icon(Icon::Clock)} {t::days(lang)}</summary>
                    <p class="help">{t::days_help(lang)}</p>
                    {forms}
                </details>
            }
        })
    }
}

/// Whether the answers leave a day open.
fn matters(desk: Desk, known: Known) -> bool {
    let case = desk.case;
    let answers = case.answers.get();
    let Ok(names) = Names::find(desk.shelf.settings, case.pack) else {
        return false;
    };
    let option = |id: &str| {
        let slot = pack::slot_of(case.pack, id)?;
        case.answer(slot)
    };
    match known {
        Known::Certificate => {
            let held = names.held_level(case.answer(names.held));
            held.is_some_and(|held| held > 0)
        }
        // Option 0 is "none".
        Known::Title => option("title_rank").is_some_and(|rank| rank > 0),
        Known::Trade => option("trade_years").is_some(),
        Known::Work => asks_beginning(&names, &answers),
    }
}

fn one(desk: Desk, known: Known) -> impl IntoView {
    let case = desk.case;
    let lang = case.site.lang();
    let (id, legend) = words(lang, known);
    let problem = RwSignal::new(None::<String>);
    let set = Callback::new(move |(day,): (i64,)| {
        let today = case.date.get_untracked();
        if known != Known::Work && day > today {
            problem.set(Some(t::day_late(lang).to_owned()));
            return;
        }
        // The full years are the answer; the day only makes it exact.
        let years = years_at(day, today);
        case.site.change_current(|now| {
            for slot in slots(case, known) {
                let text = pack::format_answer(case.pack, slot, years);
                if pack::parse_answer(case.pack, slot, &text).is_ok() {
                    now.set(case.id(slot), text);
                }
            }
        });
        desk.replace(desk.trip.get_untracked().with_day(known, Some(day)));
    });
    let value = Memo::new(move |_| desk.trip.read().day(known));
    let drop = move |_| desk.replace(desk.trip.get_untracked().with_day(known, None));
    let kept = move || {
        value.get().map(|day| {
            view! {
                <p>
                    {format::day(lang, day)}
                    " "
                    <button type="button" class="button quiet" on:click=drop>
                        {t::day_drop(lang)}
                        <span class="sr-only">" " {legend}</span>
                    </button>
                </p>
            }
        })
    };
    view! {
        {date_form(lang, id, legend.to_owned(), value.get_untracked(), problem, t::day_set(lang), set)}
        {kept}
    }
}

fn words(lang: Lang, known: Known) -> (&'static str, &'static str) {
    match known {
        Known::Certificate => ("day-certificate", t::day_certificate(lang)),
        Known::Trade => ("day-trade", t::day_trade(lang)),
        Known::Title => ("day-title", t::day_title(lang)),
        Known::Work => ("day-work", t::day_work(lang)),
    }
}
