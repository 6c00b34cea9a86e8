//! The cash at each month's end as bars from zero: what is there above the line, what is lacking
//! below it.

use super::figures;
use crate::format;
use crate::lang::Lang;
use crate::texts::malan_money as t;
use crate::ui::prelude::*;
use rules::cash::View as Cash;
use rules::date::Day;

/// Heights in pixels: two lines of words above, room for a sum, the bars, the months below.
const WORDS: i64 = 22;
const HEAD: i64 = 2 * WORDS + 20;
const BARS: i64 = 170;
const FOOT: i64 = 24;

/// The chart. The table beside it says the same.
pub fn chart(lang: Lang, start: Day, cash: &Cash) -> impl IntoView + use<> {
    let count = i64::try_from(cash.months.len()).unwrap_or(1).max(1);
    let sums = || cash.months.iter().map(|it| it.cash_fen);
    let most = sums().max().unwrap_or(0).max(0);
    let least = sums().min().unwrap_or(0).min(0);
    let span = (most - least).max(1);
    // The line of zero, and how far from it a sum lies.
    let zero = HEAD + most * BARS / span;
    let height = move |fen: i64| match fen.saturating_abs() {
        0 => 0,
        fen => (fen * BARS / span).max(1),
    };
    let step = 1_000 / count;
    let width = (step * 4 / 5).clamp(4, 120);
    let left = move |nth: i64| nth * 1_000 / count + (step - width) / 2;
    let middle = move |month: u8| left(i64::from(month) - 1) + width / 2;
    let bars = cash.months.iter().zip(0i64..).map(|(it, nth)| {
        let tall = height(it.cash_fen);
        let (class, y) = match it.cash_fen < 0 {
            true => ("lacking", zero),
            false => ("there", zero - tall),
        };
        view! {
            <rect class=class x=format::share(left(nth)) y=y width=format::share(width) height=tall></rect>
        }
    });
    let bars = bars.collect_view();
    let of = |month: u8| {
        cash.months
            .iter()
            .find(|it| it.month == month)
            .map_or(0, |it| it.cash_fen)
    };
    let lowest = format!(
        "{}{} {}",
        t::mark_lowest(lang),
        t::nth(lang, cash.lowest),
        figures::yuan(of(cash.lowest))
    );
    let top = |month: u8| match of(month) {
        fen if fen < 0 => zero,
        fen => zero - height(fen),
    };
    let gain = cash.first_gain.map(|month| {
        let words = format!("{}{}", t::mark_gain(lang), t::nth(lang, month));
        mark("mark gain", middle(month), 2 * WORDS - 8, top(month), words)
    });
    let end = cash.months.last().map_or(0, |it| it.cash_fen);
    let says = t::chart_says(
        lang,
        format!(
            "{} {}",
            figures::month(lang, start, cash.lowest),
            figures::yuan(of(cash.lowest))
        ),
        figures::yuan(end),
    );
    let floor = HEAD + BARS;
    let axis = |x: &'static str, anchor: &'static str, month: u8| {
        view! {
            <text class="axis-text" x=x y=floor + 18 text-anchor=anchor>
                {t::nth(lang, month)}
            </text>
        }
    };
    // Clear of the bars that the sum stands over.
    let last = cash.months.iter().rev().take(6).map(|it| it.month);
    let above = last.map(top).min().unwrap_or(zero) - 6;
    view! {
        <svg class="chart cash-chart" width="100%" height=floor + FOOT role="img" aria-label=says.clone()>
            {bars}
            <line x1="0" x2="100%" y1=zero y2=zero></line>
            {mark("mark low", middle(cash.lowest), WORDS - 8, top(cash.lowest), lowest)}
            {gain}
            <text x="100%" y=above text-anchor="end">
                {figures::yuan(end)}
            </text>
            {axis("0", "start", 1)}
            {axis("50%", "middle", 12)}
            {axis("100%", "end", 24)}
        </svg>
        <p class="muted small">{says}</p>
    }
}

/// Words above the bars with a line down to the bar that they are about.
fn mark(class: &'static str, x: i64, y: i64, down: i64, words: String) -> impl IntoView {
    let anchor = match x {
        ..400 => "start",
        400..600 => "middle",
        _ => "end",
    };
    let x = format::share(x);
    view! {
        <g class=class>
            <line x1=x.clone() x2=x.clone() y1=y + 4 y2=down></line>
            <text x=x y=y text-anchor=anchor>
                {words}
            </text>
        </g>
    }
}
