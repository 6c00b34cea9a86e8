//! A medal: an emblem on gold, silver, bronze or enamel. The metals are in the style sheet.

use super::emblems::emblem;
use crate::ui::prelude::*;
use catalogue::model::TradeGroup;

/// A leaf of laurel that points along its branch, from its stem.
const LEAF: &str = "M0 0c-4-7-13-9-23-4c6 8 17 10 23 4z";

/// A medal of a metal (a class: `gold`, `silver`, `bronze`, `enamel`, `ring`).
pub fn medal(metal: &str, group: TradeGroup) -> impl IntoView {
    view! { <span class=format!("medal {metal}")>{emblem(group)}</span> }
}

/// A large medal between two branches of laurel.
pub fn crowned(metal: &str, group: TradeGroup) -> impl IntoView {
    view! {
        <span class="crowned">
            {laurel()}
            {medal(metal, group)}
        </span>
    }
}

/// Two branches that meet below.
fn laurel() -> impl IntoView {
    // By degrees from the top; a pair of leaves at each, and one at the branch's end.
    let pair = |angle: i32| {
        view! {
            <g transform=format!("rotate({angle} 100 100) translate(100 17)")>
                <path d=LEAF transform="rotate(38)"></path>
                <path d=LEAF transform="rotate(-30)"></path>
            </g>
        }
    };
    let branch = |turned: &'static str| {
        view! {
            <g transform=turned>
                <path class="branch" d="M104 183a83 83 0 0 0 52-145"></path>
                {(0..8).map(|nth| pair(163 - nth * 16)).collect_view()}
                <g transform="rotate(42 100 100) translate(100 17)">
                    <path d=LEAF></path>
                </g>
            </g>
        }
    };
    view! {
        <svg class="laurel" viewBox="0 0 200 200" aria-hidden="true">
            {branch("translate(0 0)")}
            {branch("matrix(-1 0 0 1 200 0)")}
        </svg>
    }
}

/// The seal of the board: the iris on gold, crowned, before the pattern.
pub fn seal() -> impl IntoView {
    view! {
        <div class="seal" aria-hidden="true">
            {rosette()}
            {crowned("gold", TradeGroup::Unknown)}
        </div>
    }
}

/// The pattern behind a page's head, as it is engraved on certificates: ellipses, turned.
pub fn rosette() -> impl IntoView {
    let ring = |radius: i32, count: i32| {
        let turned = move |nth: i32| {
            let turn = format!("rotate({} 200 200)", nth * 180 / count);
            view! {
                <g transform=turn>
                    <ellipse cx="200" cy="200" rx="195" ry=radius></ellipse>
                </g>
            }
        };
        (0..count).map(turned).collect_view()
    };
    view! {
        <svg class="rosette" viewBox="0 0 400 400" aria-hidden="true">
            {ring(64, 24)}
            {ring(118, 24)}
        </svg>
    }
}
