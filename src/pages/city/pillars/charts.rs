//! A measure's figures, drawn: bars from zero on one axis, dots, medals. What the drawing shows
//! stands beside it as words, and once more in a table.

use super::dots::{dot_field, medal_field};
use crate::components::bars::{bar, marks};
use crate::components::icon::{Icon, icon};
use crate::drawing::{Axis, per_dot};
use crate::format;
use crate::lang::Lang;
use crate::texts::{pillars as t, programmes};
use crate::ui::prelude::*;
use catalogue::model::{Chart, Figure, Form, Measure};

/// Every chart of a measure.
pub fn charts(lang: Lang, measure: &'static Measure) -> impl IntoView {
    let drawn: Vec<_> = measure.charts.iter().map(|it| chart(lang, it)).collect();
    (!drawn.is_empty()).then(|| {
        view! {
            <div class="drawings">{drawn}</div>
            <details class="working">
                <summary>{icon(Icon::Down)} {programmes::as_table(lang)}</summary>
                {table(lang, measure)}
            </details>
        }
    })
}

fn chart(lang: Lang, chart: &'static Chart) -> impl IntoView {
    let unit = lang.pick(&chart.unit);
    let per = per_dot(chart.most());
    let scale = match chart.form {
        Form::Bars => t::from_zero(lang, unit),
        Form::Medals => t::disc_one(lang, unit),
        Form::Dots if per == 1 => t::dot_one(lang, unit),
        Form::Dots => t::dot_many(lang, format::number(per.into(), 0), unit),
    };
    let axis = Axis::of(chart.most());
    let rows: Vec<_> = (0u8..)
        .zip(&chart.figures)
        // A part is drawn within its whole.
        .filter(|(_, figure)| figure.within.is_none() || chart.form == Form::Bars)
        .map(|(at, figure)| {
            let parts: Vec<&Figure> = chart
                .figures
                .iter()
                .filter(|it| it.within == Some(at) && chart.form != Form::Bars)
                .collect();
            let drawing = match chart.form {
                Form::Bars => bar(axis, figure.value).into_any(),
                Form::Dots => dot_field(chart, figure, parts.first().copied()).into_any(),
                Form::Medals => medal_field(figure).into_any(),
            };
            let parts: Vec<_> = parts
                .into_iter()
                .map(|part| {
                    view! {
                        <p class="count-line small">
                            <span>
                                <span class="part-sign" aria-hidden="true"></span>
                                {lang.pick(&part.label)}
                            </span>
                            <strong class="amount">{value(lang, chart, part)}</strong>
                        </p>
                    }
                })
                .collect();
            view! {
                <li>
                    <p class="count-line">
                        <span>{lang.pick(&figure.label)}</span>
                        <strong class="amount">{value(lang, chart, figure)}</strong>
                    </p>
                    {drawing}
                    {parts}
                </li>
            }
        })
        .collect();
    let marks = (chart.form == Form::Bars).then(|| marks(axis));
    view! {
        <figure class="drawn">
            <h4>{lang.pick(&chart.title)}</h4>
            <p class="muted small">{when_of(lang, chart)} " · " {scale}</p>
            <ul class="counts">{rows}</ul>
            {marks}
        </figure>
    }
}

/// `约 600 家`, `162,200 元/年`.
pub fn value(lang: Lang, chart: &Chart, figure: &Figure) -> String {
    let number = format::number(figure.value.into(), 0);
    let unit = lang.pick(&chart.unit);
    let figure_text = format!("{number} {unit}");
    match (figure.about, figure.at_least) {
        (true, _) => t::about(lang, figure_text),
        (_, true) => t::at_least(lang, figure_text),
        _ => figure_text,
    }
}

/// When a figure was counted.
fn when(lang: Lang, figure: &Figure) -> String {
    match (figure.as_of, figure.years) {
        (Some(day), _) => t::as_of(lang, format::day(lang, day)),
        (None, Some((from, until))) if from == until => t::in_year(lang, from),
        (None, Some((from, until))) => t::in_years(lang, from, until),
        (None, None) => t::undated(lang).to_owned(),
    }
}

/// When a chart's figures were counted, each time said once.
fn when_of(lang: Lang, chart: &Chart) -> String {
    let mut all: Vec<String> = Vec::new();
    for figure in &chart.figures {
        let when = when(lang, figure);
        if !all.contains(&when) {
            all.push(when);
        }
    }
    all.join(" · ")
}

fn table(lang: Lang, measure: &'static Measure) -> impl IntoView {
    let rows: Vec<_> = measure
        .charts
        .iter()
        .flat_map(|chart| chart.figures.iter().map(move |figure| (chart, figure)))
        .map(|(chart, figure)| {
            view! {
                <tr>
                    <th scope="row">
                        <span class="muted">{lang.pick(&chart.title)}</span>
                        " · "
                        {lang.pick(&figure.label)}
                    </th>
                    <td>{value(lang, chart, figure)}</td>
                    <td>{when(lang, figure)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label=t::figures(lang)>
            <table class="figures counted">
                <thead>
                    <tr>
                        <th scope="col">{t::col_what(lang)}</th>
                        <th scope="col">{t::col_figure(lang)}</th>
                        <th scope="col">{t::col_when(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
