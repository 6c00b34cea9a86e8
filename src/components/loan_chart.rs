//! A loan's schedule as bars: what each month pays of the principal and of the interest.

use crate::format;
use crate::lang::Lang;
use crate::texts::loan as t;
use crate::ui::prelude::*;
use rules::loan::Row;

/// Heights in pixels: a line of words above the bars, the bars, the months below.
const HEAD: i64 = 24;
const BARS: i64 = 150;
const FOOT: i64 = 22;

/// Bars from zero, the interest on top. The first and the last bar say their sum; the table
/// beside it says the same.
pub fn loan_chart(lang: Lang, rows: &[Row]) -> impl IntoView + use<> {
    let months = i64::try_from(rows.len()).unwrap_or(1).max(1);
    let most = rows.iter().map(|row| row.instalment_fen).max();
    let most = most.unwrap_or(1).max(1);
    let floor = HEAD + BARS;
    // In thousandths of the width, so that words keep their size on every screen.
    let step = 1_000 / months;
    let width = (step * 4 / 5).clamp(4, 120);
    let bars: Vec<_> = rows
        .iter()
        .zip(0i64..)
        .map(|(row, index)| {
            let x = format::share(index * 1_000 / months + (step - width) / 2);
            // At least one pixel, so that a sum beside a far larger one is still seen.
            let height = |fen: i64| match fen {
                0 => 0,
                fen => (fen * BARS / most).max(1),
            };
            let (principal, interest) = (height(row.principal_fen), height(row.interest_fen));
            let width = format::share(width);
            view! {
                <rect class="of-principal" x=x.clone() y=floor - principal width=width.clone() height=principal></rect>
                <rect class="of-interest" x=x y=floor - principal - interest width=width height=interest></rect>
            }
        })
        .collect();
    let (first, last) = match (rows.first(), rows.last()) {
        (Some(first), Some(last)) => (first.instalment_fen, last.instalment_fen),
        _ => (0, 0),
    };
    let says = t::chart_says(lang, format::yuan(first), format::yuan(last));
    let end = u8::try_from(rows.len()).unwrap_or(u8::MAX);
    let above = |fen: i64| floor - fen * BARS / most - 6;
    let last_words = (end > 1).then(|| {
        view! {
            <text x="100%" y=above(last) text-anchor="end">
                {format::yuan(last)}
            </text>
            <text class="axis-text" x="100%" y=floor + 16 text-anchor="end">
                {t::month_no(lang, end)}
            </text>
        }
    });
    view! {
        <p class="key" aria-hidden="true">
            <span class="swatch of-interest"></span>
            {t::bar_interest(lang)}
            <span class="swatch of-principal"></span>
            {t::bar_principal(lang)}
        </p>
        <svg class="chart" width="100%" height=floor + FOOT role="img" aria-label=says.clone()>
            {bars}
            <line x1="0" x2="100%" y1=floor y2=floor></line>
            <text x="0" y=above(first)>
                {format::yuan(first)}
            </text>
            <text class="axis-text" x="0" y=floor + 16>
                {t::month_no(lang, 1)}
            </text>
            {last_words}
        </svg>
        <p class="muted">{says}</p>
    }
}
