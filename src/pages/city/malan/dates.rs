//! The days that the visitor enters: deadlines follow from them.

use super::Desk;
use crate::components::field::date_form;
use crate::components::icon::{Icon, icon};
use crate::format;
use crate::texts::{check, malan as t};
use crate::ui::prelude::*;
use pack::guide::Date;
use rules::date::Day;
use rules::program::Domain;

/// A form for each date of the road map, folded.
pub fn dates(desk: Desk) -> impl IntoView {
    let lang = desk.case.site.lang();
    let dates = &desk.guide.road.dates;
    let rows = dates.iter().enumerate();
    let rows = rows.map(|(at, date)| row(desk, at, date)).collect_view();
    view! {
        <div class="card" id="dates">
            <h3>{icon(Icon::Clock)} " " {t::dates(lang)}</h3>
            <p class="help">{t::dates_help(lang)}</p>
            {rows}
        </div>
    }
}

/// The first and the last day that may be entered.
fn bounds(desk: Desk, date: &Date) -> Option<(Day, Day)> {
    let slot = pack::slot_of(desk.case.pack, date.question.as_ref()?)?;
    match desk.case.pack.program.facts.get(usize::from(slot))?.domain {
        Domain::Date { min, max } => Some((min, max)),
        _ => None,
    }
}

fn row(desk: Desk, at: usize, date: &'static Date) -> impl IntoView {
    let lang = desk.case.site.lang();
    let label = lang.pick(&date.label);
    let open = RwSignal::new(false);
    let problem = RwSignal::new(None::<String>);
    // Days without a question of their own have the bounds of the one that has.
    let of_any = || desk.guide.road.dates.iter().find_map(|it| bounds(desk, it));
    let bounds = bounds(desk, date).or_else(of_any);
    let value = Memo::new(move |_| desk.dates.read().get(at).copied().flatten());
    let set = Callback::new(move |(day,): (Day,)| {
        if let Some((min, max)) = bounds.filter(|(min, max)| !(*min..=*max).contains(&day)) {
            let (min, max) = (format::day(lang, min), format::day(lang, max));
            return problem.set(Some(check::need_date_range(lang, min, max)));
        }
        desk.set_day(date, Some(day));
        open.set(false);
    });
    let shown = move || match value.get() {
        None => t::date_none(lang).to_owned(),
        Some(day) if day > desk.case.date.get() => {
            format!("{} · {}", format::day(lang, day), t::date_planned(lang))
        }
        Some(day) => format::day(lang, day),
    };
    let link = move || match value.get() {
        None => t::date_fill(lang),
        Some(_) => t::date_change(lang),
    };
    let form = move || {
        let id: &'static str = FORMS.get(at).copied().unwrap_or("day");
        date_form(
            lang,
            id,
            label.to_owned(),
            value.get(),
            problem,
            t::date_set(lang),
            set,
        )
    };
    let drop = move |_| {
        desk.set_day(date, None);
        open.set(false);
    };
    let remove = move || {
        value.get().map(|_| {
            view! {
                <button type="button" class="button quiet" on:click=drop>
                    {t::date_drop(lang)}
                    <span class="sr-only">" " {label}</span>
                </button>
            }
        })
    };
    let help = lang.pick(&date.help);
    view! {
        <details class="date" open=open on:toggle:target=move |event| open.set(event.target().is_open())>
            <summary>
                {label} <span class="value">{shown}</span> <span class="link">{link}</span>
            </summary>
            {(!help.is_empty()).then(|| view! { <p class="help">{help}</p> })}
            {form}
            {remove}
        </details>
    }
}

/// The ids of the forms.
const FORMS: [&str; 6] = ["day-0", "day-1", "day-2", "day-3", "day-4", "day-5"];
