//! Bars from zero on one axis.

use crate::drawing::Axis;
use crate::format;
use crate::ui::prelude::*;

/// A bar from zero.
pub fn bar(axis: Axis, value: u32) -> impl IntoView + use<> {
    let width = format::share(axis.permille(value).max(2));
    view! {
        <svg class="bar-of" width="100%" height="20" aria-hidden="true">
            <rect class="track" width="100%" height="20"></rect>
            <rect class="of-figure" width=width height="20"></rect>
        </svg>
    }
}

/// The marks of an axis, under its bars.
pub fn marks(axis: Axis) -> impl IntoView {
    let count = axis.end / axis.step.max(1);
    // Long numbers side by side would run into each other on a phone.
    let every = match (axis.end < 100_000, count % 2) {
        (true, _) => 1,
        (false, 0) => 2,
        (false, _) => count.max(1),
    };
    let marks: Vec<_> = axis
        .marks()
        .map(|mark| {
            let x = format::share(axis.permille(mark));
            let nth = mark / axis.step.max(1);
            let anchor = match nth {
                0 => "start",
                nth if nth == count => "end",
                _ => "middle",
            };
            let number = nth.is_multiple_of(every).then(|| {
                view! {
                    <text x=x.clone() y="18" text-anchor=anchor>
                        {format::number(mark.into(), 0)}
                    </text>
                }
            });
            view! {
                <line x1=x.clone() x2=x y1="0" y2="5"></line>
                {number}
            }
        })
        .collect();
    view! {
        <svg class="axis-of" width="100%" height="22" aria-hidden="true">
            <line x1="0" x2="100%" y1="0.5" y2="0.5"></line>
            {marks}
        </svg>
    }
}
