//! Each programme over everybody: how many may claim, perhaps may, may not, and the sums.

use super::results::title;
use crate::components::icon::{Icon, icon};
use crate::format;
use crate::lang::Lang;
use crate::texts::{employers as t, programmes, result};
use crate::ui::prelude::*;
use pack::Pack;
use staff::view::{Summary, Total};

/// A bar for each programme from zero to everybody, with its figures beside it and in a table.
pub fn totals(lang: Lang, pack: &'static Pack, summary: &Summary) -> impl IntoView + use<> {
    let people = summary.people.max(1);
    let items: Vec<_> = summary
        .programmes
        .iter()
        .map(|total| one(lang, pack, total, people))
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <div class="card">
                <h3>{t::by_programme(lang)}</h3>
                <ul class="staff-totals">{items}</ul>
                <details class="working">
                    <summary>{icon(Icon::Down)} {programmes::as_table(lang)}</summary>
                    {table(lang, pack, &summary.programmes)}
                </details>
            </div>
        }
    })
}

fn number(count: u32) -> String {
    format::number(count.into(), 0)
}

/// The sum as text; empty where it is no money.
fn sum(total: &Total) -> String {
    total.sum.map_or_else(String::new, |it| {
        let scale = u32::from(2u8.saturating_sub(it.scale));
        let fen = |mantissa: i64| mantissa.saturating_mul(10i64.saturating_pow(scale));
        format::yuan_span(fen(it.span.min), fen(it.span.max))
    })
}

fn one(lang: Lang, pack: &'static Pack, total: &Total, people: u32) -> impl IntoView + use<> {
    let parts = [
        ("of-yes", total.eligible, result::status_eligible(lang)),
        (
            "of-open",
            total.undetermined,
            result::status_undetermined(lang),
        ),
        ("of-no", total.ineligible, result::status_ineligible(lang)),
    ];
    let mut before = 0u32;
    let bars: Vec<_> = parts
        .iter()
        .map(|(class, count, _)| {
            let permille = |count: u32| i64::from(count) * 1_000 / i64::from(people);
            let (x, end) = (permille(before), permille(before + count));
            before += count;
            let width = if *count > 0 { (end - x).max(4) } else { 0 };
            view! { <rect class=*class x=format::share(x) width=format::share(width) height="16"></rect> }
        })
        .collect();
    let counts: Vec<_> = parts
        .iter()
        .map(|(class, count, word)| {
            view! {
                <li>
                    <span class=format!("swatch {class}") aria-hidden="true"></span>
                    {*word}
                    " "
                    <strong>{t::count(lang, number(*count))}</strong>
                </li>
            }
        })
        .collect();
    let sum = sum(total);
    let sum = (!sum.is_empty()).then(|| {
        view! {
            <p class="count-line">
                <span class="muted small">{t::sum_of(lang)}</span>
                <span class="amount">{sum}</span>
            </p>
        }
    });
    let best = (total.chosen > 0)
        .then(|| view! { <p class="muted small">{t::in_best(lang, number(total.chosen))}</p> });
    view! {
        <li>
            <h4>{title(lang, pack, total.programme)}</h4>
            <svg class="share-bar" width="100%" height="16" aria-hidden="true">
                {bars}
            </svg>
            <ul class="counts-of">{counts}</ul>
            {sum}
            {best}
        </li>
    }
}

fn table(lang: Lang, pack: &'static Pack, totals: &[Total]) -> impl IntoView + use<> {
    let rows: Vec<_> = totals
        .iter()
        .map(|total| {
            view! {
                <tr>
                    <th scope="row">{title(lang, pack, total.programme)}</th>
                    <td>{number(total.eligible)}</td>
                    <td>{number(total.undetermined)}</td>
                    <td>{number(total.ineligible)}</td>
                    <td>{sum(total)}</td>
                    <td>{number(total.chosen)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=t::by_programme(lang)>
            <table class="figures">
                <thead>
                    <tr>
                        <th scope="col">{t::col_programme(lang)}</th>
                        <th scope="col">{result::status_eligible(lang)}</th>
                        <th scope="col">{result::status_undetermined(lang)}</th>
                        <th scope="col">{result::status_ineligible(lang)}</th>
                        <th scope="col">{t::col_sum(lang)}</th>
                        <th scope="col">{t::col_best(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
