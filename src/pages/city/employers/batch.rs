//! A whole staff at once: what to compute, a template, the list, and what came out.

use super::desk::{Desk, File, Phase, Trouble};
use super::{people, reading, results};
use crate::browser::background::Chosen;
use crate::browser::clock;
use crate::components::catalogue::Listed;
use crate::components::field::date_form;
use crate::components::icon::{Icon, icon};
use crate::format;
use crate::lang::Lang;
use crate::state::case::Case;
use crate::texts::employers as t;
use crate::ui::prelude::*;
use pack::Pack;
use pack::model::Audience;
use rules::program::Kind;
use staff::view::{MAX_BYTES, MAX_PEOPLE};

/// The field with the file.
pub const FIELD: &str = "staff-file";

/// Megabytes that are read at most.
pub const MEGABYTES: u32 = MAX_BYTES >> 20;

/// The section.
pub fn batch(case: Case) -> impl IntoView {
    let lang = case.site.lang();
    let desk = Desk::of(case.pack);
    let done = Memo::new(move |_| desk.summary.read().is_some());
    let heading = move || match done.get() {
        true => t::another(lang),
        false => t::step_list(lang),
    };
    view! {
        <section id="batch">
            <h2>{t::batch(lang)}</h2>
            <p class="lead">{t::batch_lead(lang)}</p>
            <p class="private">{icon(Icon::Lock)} {t::private(lang)}</p>
            {reading::state(case, desk)}
            {move || desk.summary.get().map(|summary| results::results(case, desk, summary))}
            {move || done.get().then(|| people::people(case, desk))}
            <div class="card staff-step">
                <h3>{t::step_what(lang)}</h3>
                {choose_programmes(lang, case.pack, desk)}
                {choose_day(lang, desk)}
            </div>
            <div class="card staff-step">
                <h3>{t::step_template(lang)}</h3>
                {template(lang, desk)}
            </div>
            <div class="card staff-step">
                <h3>{heading}</h3>
                {choose_list(lang, desk)}
            </div>
        </section>
    }
}

/// Programmes for people who work or learn, each to be ticked.
fn choose_programmes(lang: Lang, pack: &'static Pack, desk: Desk) -> impl IntoView {
    let rows = move || {
        let day = desk.on();
        let offered = Listed::all(pack).filter(|it| {
            let mut audience = it.text.audience.iter();
            audience.any(|it| matches!(it, Audience::Worker | Audience::Student))
                && it.rule_on(day).is_some()
        });
        // Grants first.
        let (grants, others): (Vec<_>, Vec<_>) =
            offered.partition(|it| it.code.kind == Kind::Grant);
        let rows: Vec<_> = grants
            .into_iter()
            .chain(others)
            .map(|it| {
                let place = u16::try_from(it.index).unwrap_or(u16::MAX);
                let tick = move |on: bool| {
                    desk.programmes.update(|all| {
                        all.retain(|it| *it != place);
                        if on {
                            all.push(place);
                            all.sort_unstable();
                        }
                    });
                };
                view! {
                    <li>
                        <label>
                            <input
                                type="checkbox"
                                prop:checked=move || desk.programmes.read().contains(&place)
                                on:change:target=move |event| tick(event.target().checked())
                            />
                            {lang.pick(&it.text.title)}
                        </label>
                    </li>
                }
            })
            .collect();
        view! { <ul class="papers">{rows}</ul> }
    };
    let problem = move || {
        let none = desk.programmes.read().is_empty();
        none.then(|| t::need_programme(lang))
    };
    view! {
        <fieldset>
            <legend class="sr-only">{t::step_what(lang)}</legend>
            <p class="help small">{t::what_help(lang)}</p>
            {rows}
            <p class="problem" role="alert">
                {problem}
            </p>
        </fieldset>
    }
}

fn choose_day(lang: Lang, desk: Desk) -> impl IntoView {
    let problem = RwSignal::new(None);
    let set = Callback::new(move |(day,): (i64,)| {
        desk.day.set((day != clock::today()).then_some(day));
    });
    let day = move || {
        let day = format::day(lang, desk.on());
        match desk.day.get() {
            None => format!("{day} · {}", t::today(lang)),
            Some(_) => day,
        }
    };
    view! {
        <details class="date">
            <summary>
                {t::day(lang)} <span class="value">{day}</span>
                <span class="link">{t::other_day(lang)}</span>
            </summary>
            {move || {
                let value = Some(desk.on());
                date_form(lang, "staff-day", t::day(lang).to_owned(), value, problem, t::set_day(lang), set)
            }}
        </details>
    }
}

fn template(lang: Lang, desk: Desk) -> impl IntoView {
    let trouble = move || {
        let lost = desk
            .not_saved
            .get()
            .filter(|_| desk.summary.read().is_none());
        lost.map(|it| view! { <p class="problem" role="alert">{reading::trouble(lang, it)}</p> })
    };
    view! {
        <p class="help small">{t::template_help(lang)}</p>
        <p class="row">
            {save_button(lang, desk, File::Template, t::template_xlsx(lang), "button")}
            {save_button(lang, desk, File::TemplateCsv, t::template_csv(lang), "button")}
        </p>
        {trouble}
        <details class="why">
            <summary>{icon(Icon::Info)} {t::forms(lang)}</summary>
            <ul class="plain-list">
                <li>{t::forms_files(lang)}</li>
                <li>{t::forms_headers(lang)}</li>
                <li>{t::forms_values(lang)}</li>
                <li>{t::forms_example(lang)}</li>
                <li>{t::forms_limits(lang, format::number(MAX_PEOPLE.into(), 0), MEGABYTES)}</li>
            </ul>
        </details>
    }
}

/// A button that has a file made; while it is being made it says so.
pub fn save_button(
    lang: Lang,
    desk: Desk,
    file: File,
    text: &'static str,
    class: &'static str,
) -> impl IntoView {
    let label = move || match desk.saving.get() == Some(file) {
        true => t::making(lang),
        false => text,
    };
    view! {
        <button
            type="button"
            class=class
            disabled=move || desk.saving.read().is_some() || desk.is_busy()
            on:click=move |_| desk.save(lang, file)
        >
            {icon(Icon::Down)}
            {label}
        </button>
    }
}

/// A field for the file, which a file may also be dropped on.
fn choose_list(lang: Lang, desk: Desk) -> impl IntoView {
    let over = RwSignal::new(false);
    let take = move |chosen: Option<Chosen>| {
        if let Some(chosen) = chosen
            && !desk.programmes.read_untracked().is_empty()
        {
            desk.take(chosen);
        }
    };
    let chosen = move |_| {
        take(Chosen::in_field(FIELD));
        Chosen::clear_field(FIELD);
    };
    let drag = move |event: web_sys::Event| {
        // Otherwise the browser opens the file in the place of the page.
        event.prevent_default();
        over.set(true);
    };
    let dropped = move |event: web_sys::Event| {
        event.prevent_default();
        over.set(false);
        take(Chosen::dropped(&event));
    };
    let busy = move || desk.is_busy() || desk.programmes.read().is_empty();
    view! {
        <div
            class="drop"
            class:over=over
            on:dragenter=drag
            on:dragover=drag
            on:dragleave=move |_| over.set(false)
            on:drop=dropped
        >
            <input
                id=FIELD
                class="file"
                type="file"
                accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                aria-describedby="staff-limits"
                disabled=busy
                on:change=chosen
            />
            <label for=FIELD class="button primary">
                {t::choose(lang)}
            </label>
            <span class="muted small drop-hint">{t::drop_here(lang)}</span>
            <p id="staff-limits" class="help small">
                {t::forms_limits(lang, format::number(MAX_PEOPLE.into(), 0), MEGABYTES)}
            </p>
        </div>
    }
}

/// Whether the list could be taken again.
pub fn can_repeat(desk: Desk) -> bool {
    let failed = matches!(
        *desk.phase.read(),
        Phase::Failed(Trouble::NotFetched(_) | Trouble::Stopped)
    );
    failed && !desk.programmes.read().is_empty()
}
