//! What a list came to: the sum, files to save, each programme, and what was not done.

use super::batch::save_button;
use super::desk::{Desk, File};
use super::reading::{trouble, words};
use super::totals::totals;
use crate::components::icon::{Icon, icon};
use crate::components::words as say;
use crate::format;
use crate::lang::Lang;
use crate::state::case::Case;
use crate::texts::{employers as t, shell};
use crate::ui::prelude::*;
use pack::Pack;
use staff::view::{MAX_PROBLEMS, Summary};
use std::sync::Arc;

/// The results, but for the people.
pub fn results(case: Case, desk: Desk, summary: Arc<Summary>) -> impl IntoView {
    let lang = case.site.lang();
    let late = summary.day > case.pack.valid_until;
    let until = format::day(lang, case.pack.valid_until);
    let doubt = late.then(|| {
        view! { <p class="doubt">{icon(Icon::Info)} {shell::out_of_date(lang, until)}</p> }
    });
    let sum = (!summary.programmes.is_empty() && !late).then(|| sum(lang, &summary));
    let nothing = summary
        .programmes
        .is_empty()
        .then(|| view! { <p class="doubt">{t::nothing_computed(lang)}</p> });
    // What was chosen since is not in the results.
    let changed = move || {
        let summary = desk.summary.get()?;
        let computed: Vec<u16> = summary.programmes.iter().map(|it| it.programme).collect();
        let asked = desk.programmes.get();
        let known =
            |it: &u16| computed.contains(it) || summary.left_out.iter().any(|(at, _)| at == it);
        let same = asked.iter().all(known) && computed.iter().all(|it| asked.contains(it));
        let other = !same || desk.on() != summary.day;
        (other && !asked.is_empty()).then(|| {
            view! {
                <button type="button" class="button primary" on:click=move |_| desk.again()>
                    {t::again(lang)}
                </button>
            }
        })
    };
    let lost = move || {
        let it = desk.not_saved.get();
        it.map(|it| view! { <p class="problem" role="alert">{trouble(lang, it)}</p> })
    };
    let examples = (summary.examples > 0)
        .then(|| view! { <p class="muted small">{t::examples_out(lang, summary.examples)}</p> });
    view! {
        <div class="card hero outcome">
            <h3 id="staff-results" tabindex="-1">
                {t::results_of(lang, &desk.name.get_untracked())}
            </h3>
            <p class="muted small">
                {t::day(lang)} " " {format::day(lang, summary.day)}
            </p>
            {doubt}
            {sum}
            {nothing}
            <p role="status">
                {t::people_done(
                    lang,
                    format::number(summary.people.into(), 0),
                    format::number(summary.paid.into(), 0),
                )}
            </p>
            {examples}
            <p class="row">
                {save_button(lang, desk, File::Results, t::save_xlsx(lang), "button primary")}
                {save_button(lang, desk, File::ResultsCsv, t::save_csv(lang), "button")}
                {changed}
                <button type="button" class="button quiet danger" on:click=move |_| desk.clear()>
                    {t::clear(lang)}
                </button>
            </p>
            {lost}
            <p class="muted small">{t::saved_note(lang)}</p>
        </div>
        {bad_rows(lang, &summary)}
        {notes(lang, case.pack, &summary)}
        {(!late).then(|| totals(lang, case.pack, &summary))}
    }
}

fn sum(lang: Lang, summary: &Summary) -> impl IntoView + use<> {
    let best = summary.best;
    let why =
        (best.min != best.max).then(|| view! { <p class="muted small">{t::range_why(lang)}</p> });
    view! {
        <p class="label">{t::best_sum(lang)}</p>
        <p class="big amount">{format::yuan_span(best.min, best.max)}</p>
        <p class="muted small">{t::best_note(lang)}</p>
        {why}
    }
}

/// Rows that could not be read: line and reason.
fn bad_rows(lang: Lang, summary: &Summary) -> impl IntoView + use<> {
    (summary.bad_rows > 0).then(|| {
        let items: Vec<_> = summary
            .problems
            .iter()
            .map(|it| view! { <li>{words(lang, it)}</li> })
            .collect();
        let full = summary.problems.len() >= MAX_PROBLEMS;
        let more = full.then(|| {
            let shown = format::number(i64::try_from(MAX_PROBLEMS).unwrap_or(0), 0);
            view! { <p class="muted small">{t::bad_more(lang, shown)}</p> }
        });
        view! {
            <details class="card bad-rows" open=true>
                <summary>
                    {icon(Icon::Cross)}
                    <strong>{t::bad_rows(lang, format::number(summary.bad_rows.into(), 0))}</strong>
                </summary>
                <p class="muted small">{t::bad_help(lang)}</p>
                <ul class="plain-list scroll-list" tabindex="0">
                    {items}
                </ul>
                {more}
            </details>
        }
    })
}

/// What somebody should know of the file, and what was left out.
fn notes(lang: Lang, pack: &'static Pack, summary: &Summary) -> impl IntoView + use<> {
    let mut items: Vec<View> = Vec::new();
    for (programme, why) in &summary.left_out {
        let title = title(lang, pack, *programme);
        let why = t::why(lang, *why);
        items.push(view! { <li>{t::left(lang, title, why)}</li> }.into_any());
    }
    for note in &summary.notes {
        items.push(view! { <li>{words(lang, note)}</li> }.into_any());
    }
    if !summary.unread.is_empty() {
        let names = summary.unread.join(say::comma(lang));
        items.push(view! { <li>{t::unread(lang, names)}</li> }.into_any());
    }
    (!items.is_empty()).then(|| {
        view! {
            <details class="card notes">
                <summary>{icon(Icon::Down)} {t::to_know(lang)}</summary>
                <ul class="plain-list">{items}</ul>
            </details>
        }
    })
}

/// A programme's name.
pub fn title(lang: Lang, pack: &'static Pack, programme: u16) -> &'static str {
    let text = pack.programmes.get(usize::from(programme));
    text.map_or("", |text| lang.pick(&text.title))
}
