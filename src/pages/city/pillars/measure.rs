//! One of the eight measures: what it consists of, its figures, where it leads.

use super::charts::charts;
use crate::components::badge::evidence_badge;
use crate::components::icon::{Icon, icon};
use crate::lang::Lang;
use crate::texts::pillars as t;
use crate::ui::prelude::*;
use catalogue::model::{Measure, Pillars};

/// Its section.
pub fn measure(
    lang: Lang,
    pillars: &'static Pillars,
    nth: usize,
    measure: &'static Measure,
) -> impl IntoView {
    let what: Vec<_> = measure
        .what
        .iter()
        .map(|it| view! { <li>{lang.pick(it)}</li> })
        .collect();
    let services: Vec<_> = measure
        .serves
        .iter()
        .map(|it| {
            let (href, name, note) = t::service(lang, *it);
            view! {
                <li>
                    <a href=href>
                        <strong>{name} {icon(Icon::Right)}</strong>
                        <small>{note}</small>
                    </a>
                </li>
            }
        })
        .collect();
    let note = lang.pick(&measure.note);
    let note = (!note.is_empty()).then(|| {
        view! {
            <p class="said-here">
                {icon(Icon::Info)}
                <span>
                    <strong>{t::note(lang)}</strong>
                    " "
                    {note}
                </span>
            </p>
        }
    });
    let figures = match measure.charts.is_empty() {
        true => view! { <p class="muted">{t::no_figures(lang)}</p> }.into_any(),
        false => charts(lang, measure).into_any(),
    };
    let source = pillars.sources.get(usize::from(measure.source));
    let source = source.map(|source| evidence_badge(lang, source.evidence));
    let heading = format!("{}-title", measure.id);
    view! {
        <section class="card measure" id=measure.id.as_str() aria-labelledby=heading.clone()>
            <header>
                <span class="big-nth" aria-hidden="true">
                    {nth}
                </span>
                <div>
                    <p class="over">{t::nth(lang, nth)} " " {source}</p>
                    <h2 id=heading>{lang.pick(&measure.name)}</h2>
                </div>
            </header>
            <div class="parts-of">
                <div>
                    <h3>{t::what(lang)}</h3>
                    <ul class="plain-list">{what}</ul>
                    {note}
                </div>
                <div>
                    <h3>{t::services(lang)}</h3>
                    <ul class="leads">{services}</ul>
                </div>
            </div>
            <h3>{t::figures(lang)}</h3>
            {figures}
            <p class="to-house">
                <a href="#house">{icon(Icon::Up)} {t::back_to_drawing(lang)}</a>
            </p>
        </section>
    }
}
