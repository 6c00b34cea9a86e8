//! The house: four beams, eight pillars, drawn to be chosen from.
//!
//! Three drawings of the same parts: a hall with eight pillars in a row; for narrow screens a
//! tower of two storeys with four each, so that every pillar is wide enough for a finger; and one
//! of four storeys with two each, whose words have room in elder mode. CSS shows one of them.

use crate::drawing::wrap;
use crate::lang::Lang;
use crate::texts::pillars as t;
use crate::ui::prelude::*;
use catalogue::model::{Measure, Pillars};

/// Sizes of a drawing, in its own units: pixels where it is shown in full.
#[derive(Clone, Copy)]
struct Plan {
    class: &'static str,
    width: i64,
    /// Of the roof, with its ridge.
    roof: i64,
    beam: i64,
    /// Space at either side of the beams.
    inset: i64,
    /// Pillars side by side.
    columns: usize,
    pillar: i64,
    pillar_width: i64,
    /// Letters in a line on a beam, and from one line to the next.
    letters: usize,
    line: i64,
    /// The same on a pillar.
    pillar_letters: usize,
    pillar_line: i64,
    /// The board in the roof is at least so wide.
    board: i64,
}

/// Between two beams.
const JOINT: i64 = 8;
/// The head of a pillar, and the stone under it.
const CAPITAL: i64 = 10;
const STONE: i64 = 14;
/// The eaves between two storeys.
const EAVES: i64 = 26;

/// The drawing for wide screens and the one for narrow ones.
pub fn building(lang: Lang, pillars: &'static Pillars) -> impl IntoView {
    // Chinese hangs down a pillar, one character under the other, as couplets do.
    let by_language = |zh, en| match lang {
        Lang::Zh => zh,
        Lang::En => en,
    };
    let hall = Plan {
        class: "building hall",
        width: 1040,
        roof: 116,
        beam: 42,
        inset: 60,
        columns: 8,
        pillar: 214,
        pillar_width: by_language(72, 98),
        letters: 70,
        line: 15,
        pillar_letters: if lang == Lang::Zh { 1 } else { 11 },
        pillar_line: by_language(36, 18),
        board: 208,
    };
    let tower = Plan {
        class: "building tower",
        width: 320,
        roof: 62,
        inset: 8,
        columns: 4,
        pillar: 152,
        pillar_width: by_language(54, 70),
        letters: 34,
        board: by_language(100, 136),
        ..hall
    };
    let large = Plan {
        class: "building large",
        roof: 76,
        beam: 60,
        columns: 2,
        pillar: 138,
        pillar_width: by_language(104, 132),
        letters: if lang == Lang::Zh { 9 } else { 30 },
        line: 24,
        pillar_letters: if lang == Lang::Zh { 2 } else { 11 },
        pillar_line: by_language(34, 24),
        board: by_language(132, 190),
        ..tower
    };
    view! {
        {draw(lang, pillars, hall)}
        {draw(lang, pillars, tower)}
        {draw(lang, pillars, large)}
    }
}

fn draw(lang: Lang, pillars: &'static Pillars, plan: Plan) -> impl IntoView {
    let beams: Vec<_> = (0i64..)
        .zip(&pillars.tasks)
        .map(|(nth, task)| {
            let y = plan.roof + JOINT + nth * (plan.beam + JOINT);
            beam(lang.pick(&task.name), y, plan)
        })
        .collect();
    let count = i64::try_from(pillars.tasks.len()).unwrap_or(0);
    // The lowest beam lies on the pillars.
    let floor = plan.roof + count * (plan.beam + JOINT);
    let storey_height = plan.pillar + EAVES;
    let storeys: Vec<_> = (0i64..)
        .zip(pillars.measures.chunks(plan.columns))
        .map(|(nth, row)| {
            let top = floor + nth * storey_height;
            let eaves = (nth > 0).then(|| roof_line(top - EAVES, plan));
            let wall = view! {
                <rect
                    class="wall"
                    x=plan.inset
                    y=top
                    width=plan.width - 2 * plan.inset
                    height=plan.pillar
                ></rect>
            };
            let first = usize::try_from(nth).unwrap_or(0) * plan.columns;
            let row = row.iter().enumerate();
            let row = row.map(|(at, it)| pillar(lang, it, first + at, at, top, plan));
            ((eaves, wall), row.collect_view())
        })
        .collect();
    let rows = i64::try_from(storeys.len()).unwrap_or(1);
    let ground = floor + rows * storey_height - EAVES;
    let height = ground + 34;
    view! {
        <svg
            class=plan.class
            viewBox=format!("0 0 {} {height}", plan.width)
            role="group"
            aria-label=t::drawing_label(lang)
        >
            {roof(lang, plan)}
            {beams}
            {storeys}
            {steps(ground, plan)}
        </svg>
    }
}

/// The roof with its ridge, curved as the roofs of halls are, and the board under it.
fn roof(lang: Lang, plan: Plan) -> impl IntoView {
    let (w, h) = (plan.width, plan.roof);
    let (middle, ridge) = (w / 2, w * 3 / 10);
    let top = h * 18 / 100;
    // The eaves turn up at their tips.
    let outline = format!(
        "M{a} {top}H{b}C{c} {d} {e} {f} {g} {f}Q{i} {f} {w} {j}Q{k} {h} {l} {h}H{m}Q{n} {h} 0 {j}Q{o} {f} {p} {f}C{q} {f} {r} {d} {a} {top}Z",
        a = ridge,
        b = w - ridge,
        c = w - ridge + w / 24,
        d = h * 55 / 100,
        e = w - w / 7,
        f = h * 80 / 100,
        g = w - w / 24,
        i = w - w / 100,
        j = h * 58 / 100,
        k = w - w / 100,
        l = w - w / 22,
        m = w / 22,
        n = w / 100,
        o = w / 100,
        p = w / 24,
        q = w / 7,
        r = ridge - w / 24,
    );
    // Rows of tiles from the ridge down.
    let tiles: String = (1..12)
        .map(|nth| {
            let from = ridge + (w - 2 * ridge) * nth / 12;
            let to = w / 14 + (w - w / 7) * nth / 12;
            let bend = (from * 2 + to) / 3;
            format!(
                "M{from} {}Q{bend} {} {to} {}",
                top + 4,
                h * 62 / 100,
                h * 84 / 100
            )
        })
        .collect();
    let (board, board_height) = (plan.board, h * 34 / 100);
    // The ridge ends in a horn at either side.
    let (horn, rise) = (h * 14 / 100, h * 10 / 100);
    let ridge_line = format!(
        "M{a} {b}Q{ridge} {c} {d} {c}H{e}Q{f} {c} {g} {b}Q{h} {top} {f} {i}H{ridge}Q{j} {top} {a} {b}Z",
        a = ridge - horn,
        b = top - rise,
        c = top - rise / 3,
        d = ridge + horn,
        e = w - ridge - horn,
        f = w - ridge,
        g = w - ridge + horn,
        h = w - ridge + horn / 4,
        i = top + 2,
        j = ridge - horn / 4,
    );
    view! {
        <path class="roof" d=outline></path>
        <path class="tiles" d=tiles></path>
        <path class="ridge" d=ridge_line></path>
        <rect
            class="board"
            x=middle - board / 2
            y=h * 52 / 100 - board_height / 2 + 2
            width=board
            height=board_height
            rx="4"
        ></rect>
        <text class="plaque" x=middle y=h * 52 / 100 + 2 text-anchor="middle" dominant-baseline="central">
            {t::plaque(lang)}
        </text>
    }
}

/// The eaves over a lower storey.
fn roof_line(y: i64, plan: Plan) -> impl IntoView {
    let w = plan.width;
    let path = format!(
        "M24 {a}H{b}Q{c} {d} {w} {e}Q{f} {g} {h} {g}H14Q6 {g} 0 {e}Q10 {d} 24 {a}Z",
        a = y + 6,
        b = w - 24,
        c = w - 10,
        d = y + 14,
        e = y + 8,
        f = w - 6,
        g = y + 21,
        h = w - 14,
    );
    view! { <path class="roof" d=path></path> }
}

fn beam(name: &'static str, y: i64, plan: Plan) -> impl IntoView {
    let lines = wrap(name, plan.letters);
    let count = i64::try_from(lines.len()).unwrap_or(1);
    let middle = plan.width / 2;
    let lines: Vec<_> = (0i64..)
        .zip(lines)
        .map(|(nth, line)| {
            let y = y + plan.beam / 2 + nth * plan.line - (count - 1) * plan.line / 2;
            view! {
                <text x=middle y=y text-anchor="middle" dominant-baseline="central">
                    {line}
                </text>
            }
        })
        .collect();
    // A block at either end carries what lies above.
    let blocks = [plan.inset + 22, plan.width - plan.inset - 22 - 28].map(|x| {
        view! { <rect class="joint" x=x y=y - JOINT width="28" height=JOINT></rect> }
    });
    view! {
        <g class="beam">
            <rect
                class="wood"
                x=plan.inset
                y=y
                width=plan.width - 2 * plan.inset
                height=plan.beam
                rx="5"
            ></rect>
            {blocks}
            {lines}
        </g>
    }
}

/// A pillar: a link to its measure.
fn pillar(
    lang: Lang,
    measure: &'static Measure,
    nth: usize,
    column: usize,
    top: i64,
    plan: Plan,
) -> impl IntoView {
    let columns = i64::try_from(plan.columns).unwrap_or(1).max(1);
    let column = i64::try_from(column).unwrap_or(0);
    let room = (plan.width - 2 * plan.inset) / columns;
    let middle = plan.inset + room * column + room / 2;
    let half = plan.pillar_width / 2;
    // Capital and stone stand out, but never into those beside.
    let free = (room - plan.pillar_width) / 2;
    let (capital, stone) = (free.min(4), free.min(6));
    let bottom = top + plan.pillar;
    let short = lang.pick(&measure.short);
    let name = lang.pick(&measure.name);
    let says = format!(
        "{} {short}{}{name}",
        nth + 1,
        crate::texts::check::colon(lang)
    );
    view! {
        <svg::a class="pillar" href=format!("#{}", measure.id) aria-label=says>
            <rect
                class="stone"
                x=middle - half - stone
                y=bottom - STONE
                width=plan.pillar_width + 2 * stone
                height=STONE
                rx="5"
            ></rect>
            <rect
                class="shaft"
                x=middle - half
                y=top + CAPITAL
                width=plan.pillar_width
                height=plan.pillar - CAPITAL - STONE + 2
            ></rect>
            <rect
                class="stone"
                x=middle - half - capital
                y=top
                width=plan.pillar_width + 2 * capital
                height=CAPITAL
                rx="3"
            ></rect>
            <svg::circle class="disc" cx=middle cy=top + 30 r="12"></svg::circle>
            <text class="nth" x=middle y=top + 30 text-anchor="middle" dominant-baseline="central">
                {format!("{} ", nth + 1)}
            </text>
            {words(lang, short, middle, top, plan)}
        </svg::a>
    }
}

/// The words on a pillar.
fn words(lang: Lang, short: &'static str, middle: i64, top: i64, plan: Plan) -> impl IntoView {
    let lines = wrap(short, plan.pillar_letters);
    let (first, last) = (top + 46, top + plan.pillar - STONE - 4);
    let count = i64::try_from(lines.len()).unwrap_or(1);
    let step = ((last - first) / count.max(1)).min(plan.pillar_line);
    let start = (first + last) / 2 - (count - 1) * step / 2;
    let lines = (0i64..).zip(lines).map(|(nth, line)| {
        // A screen reader says the lines one after the other: a space stands between words, at a
        // place of its own, so that it moves none of them.
        let space = (lang == Lang::En && nth > 0)
            .then(|| view! { <svg::tspan x=middle y=start>" "</svg::tspan> });
        view! {
            {space}
            <svg::tspan x=middle y=start + nth * step>{line}</svg::tspan>
        }
    });
    view! {
        <text class="name" text-anchor="middle" dominant-baseline="central">
            {lines.collect_view()}
        </text>
    }
}

/// The terrace on which the house stands.
fn steps(ground: i64, plan: Plan) -> impl IntoView {
    let step = |nth: i64| {
        let out = plan.inset - nth * plan.inset / 3;
        view! {
            <rect
                class="step-of"
                x=out
                y=ground + nth * 11
                width=plan.width - 2 * out
                height="10"
                rx="2"
            ></rect>
        }
    };
    [step(0), step(1), step(2)]
}
