//! A way as a vertical time line: years as the scale, steps as marks.

use super::ways::after;
use crate::browser::clock;
use crate::format;
use crate::lang::Lang;
use crate::texts::{levels, pathways as t};
use crate::ui::prelude::*;
use catalogue::pathways::Way;
use rules::date::{Day, from_ymd, to_ymd};

/// Pixels: above the first mark, below the last, the line's distance from the left, the words'.
const HEAD: i64 = 16;
const FOOT: i64 = 40;
const LINE: i64 = 48;
const WORDS: i64 = 78;
/// Height of a step's words (in English they need a third line), and of those of the first day.
const LABEL: i64 = 48;
const LABEL_EN: i64 = 66;
const LABEL_START: i64 = 26;
/// The least distance of two years' numbers.
const APART: i64 = 24;

/// The drawing of a way that begins on a day.
pub fn drawing(lang: Lang, start: Day, way: &Way) -> impl IntoView + use<> {
    let span = (way.day - start).max(1);
    let label = match lang {
        Lang::Zh => LABEL,
        Lang::En => LABEL_EN,
    };
    let steps = i64::try_from(way.steps.len()).unwrap_or(1);
    // A year is 40 px, as far as that fits a screen and leaves room for the words.
    let length = (span * 40 / 365)
        .clamp(0, 560)
        .max(LABEL_START + steps * label - FOOT);
    let at = move |day: Day| HEAD + (day - start).clamp(0, span) * length / span;
    let mut free = HEAD + LABEL_START - 8;
    let mut lowest = HEAD + length;
    let marks: Vec<_> = way
        .steps
        .iter()
        .enumerate()
        .map(|(nth, planned)| {
            let day = planned.step.day;
            let y = at(day);
            // Words keep clear of those above; a line leads to their mark.
            let words = y.max(free + 14);
            free = words + label - 14;
            lowest = lowest.max(words + label - 26);
            let class = if nth + 1 == way.steps.len() {
                "mark goal"
            } else {
                "mark"
            };
            let (when, long) = (format::day(lang, day), after(lang, start, day));
            let line =
                |y: i64, text: String| view! { <text class="when" x=WORDS y=y>{text}</text> };
            let when: View = match lang {
                Lang::Zh => line(words + 20, format!("{when} · {long}")).into_any(),
                Lang::En => (line(words + 20, when), line(words + 38, long)).into_view(),
            };
            view! {
                <path class="lead-line" d=format!("M{LINE} {y}L{} {}", WORDS - 6, words - 5)></path>
                <circle class=class cx=LINE cy=y r="7"></circle>
                <text class="level" x=WORDS y=words>
                    {levels::level(lang, planned.step.level)}
                </text>
                {when}
            }
        })
        .collect();
    let height = lowest.max(HEAD + length) + 16;
    let band = (way.not_before < way.day).then(|| {
        let (from, to) = (at(way.not_before), at(way.day));
        view! { <rect class="maybe" x=LINE - 5 y=from width="10" height=(to - from).max(2) rx="4"></rect> }
    });
    let first = match start == clock::today() {
        true => t::today(lang),
        false => t::start(lang),
    };
    let says: Vec<String> = way
        .steps
        .iter()
        .map(|planned| {
            let level = levels::level(lang, planned.step.level);
            t::drawing_step(lang, format::day(lang, planned.step.day), level)
        })
        .collect();
    let join = match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    };
    view! {
        <svg class="path-line" width="100%" height=height role="img" aria-label=t::drawing(lang, says.join(join))>
            {years(start, way.day, length, &at)}
            <line class="axis" x1=LINE x2=LINE y1=HEAD y2=HEAD + length></line>
            {band}
            <circle class="mark start" cx=LINE cy=HEAD r="5"></circle>
            <text class="when" x=WORDS y=HEAD + 5>
                {first} " " {format::day(lang, start)}
            </text>
            {marks}
        </svg>
    }
}

/// The first day of each year, with its number where there is room.
fn years(start: Day, end: Day, length: i64, at: &dyn Fn(Day) -> i64) -> View {
    let (first, last) = (to_ymd(start).0 + 1, to_ymd(end).0);
    let count = (last - first + 1).max(1);
    let every = [1, 2, 5, 10, 20];
    let fits = |every: &i64| length * every / count >= APART;
    let every = every.into_iter().find(fits).unwrap_or(50);
    let year = |year: i64| {
        let y = at(from_ymd(year, 1, 1)?);
        let number = (year % every == 0).then(|| {
            view! {
                <text class="year" x="34" y=y + 5 text-anchor="end">
                    {year}
                </text>
            }
        });
        Some(view! {
            <line class="tick-line" x1=LINE - 8 x2=LINE y1=y y2=y></line>
            {number}
        })
    };
    (first..=last).filter_map(year).collect_view()
}
