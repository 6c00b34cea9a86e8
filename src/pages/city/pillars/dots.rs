//! Figures as dots and discs: each stands for one thing, or for a round number of them.

use crate::drawing::{dot_path, dot_rows, dots, per_dot};
use crate::ui::prelude::*;
use catalogue::model::{Chart, Figure, Medal};

/// Dots side by side, and from one to the next.
const COLUMNS: u32 = 40;
const PITCH: u32 = 8;
/// The same for medals and for prizes, whose discs are larger.
const MEDALS: (u32, u32) = (12, 26);
const PRIZES: (u32, u32) = (20, 16);

/// A figure as dots, with the part of it that another figure of the chart is.
pub fn dot_field(chart: &Chart, figure: &Figure, part: Option<&Figure>) -> impl IntoView + use<> {
    let per = per_dot(chart.most());
    let count = dots(figure.value, per);
    let part = part.map_or(0, |part| dots(part.value, per));
    let height = dot_rows(count, COLUMNS) * PITCH;
    let of_part = (part > 0).then(|| {
        view! { <path class="dots of-part" d=dot_path(0, part, COLUMNS, PITCH)></path> }
    });
    view! {
        <svg class="dot-field" viewBox=format!("0 0 {} {height}", COLUMNS * PITCH) aria-hidden="true">
            <path class="dots" d=dot_path(part, count, COLUMNS, PITCH)></path>
            {of_part}
        </svg>
    }
}

/// A disc for each medal.
pub fn medal_field(figure: &Figure) -> impl IntoView + use<> {
    let medal = figure.medal.unwrap_or(Medal::Prize);
    let (columns, pitch) = match medal {
        Medal::Prize => PRIZES,
        _ => MEDALS,
    };
    let class = match medal {
        Medal::Gold => "gold",
        Medal::Silver => "silver",
        Medal::Bronze => "bronze",
        Medal::Prize => "prize",
    };
    // Past what one can count nobody looks at discs.
    let count = figure.value.min(500);
    let height = dot_rows(count, columns) * pitch;
    let path = dot_path(0, count, columns, pitch);
    view! {
        <svg
            class=format!("dot-field medal {class}")
            viewBox=format!("0 0 {} {height}", columns * pitch)
            aria-hidden="true"
        >
            <path class="rim" d=path.clone()></path>
            <path class="face" d=path></path>
        </svg>
    }
}
