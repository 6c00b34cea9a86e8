//! An emblem for every group of trades, drawn as one path on a 32 by 32 grid, in the manner of
//! the icons. It always stands beside the trade's name, so it is hidden from screen readers.

use crate::ui::prelude::*;
use catalogue::model::TradeGroup;

/// The drawing of a group's emblem.
fn path(group: TradeGroup) -> &'static str {
    match group {
        // An electrode in its holder, the seam under it, sparks.
        TradeGroup::Welding => {
            "M24.5 5l3 3l-5.5 6.5l-4-3.5zM19.5 13L13 20.5M4.5 25h5.5a1.6 1.6 0 0 1 3.2 0a1.6 1.6 0 0 1 3.2 0a1.6 1.6 0 0 1 3.2 0h8M9.5 18l-2.8-2M8.6 21.3l-3.6.2M12.2 16l-.9-3.4"
        }
        // A milling cutter in its slot.
        TradeGroup::Machining => {
            "M12 4.5h8v5h-8zM13 9.5l.5 12.5h5l.5-12.5M13.2 14l5.6-3M13.4 18l5.3-3M13.5 22l5-3M4.5 27.5v-9h9M18.5 18.5h9v9h-23"
        }
        // A vernier calliper.
        TradeGroup::Fitting => {
            "M4.5 8h23v4.5h-23zM4.5 12.5v14c3.5-3 4.5-6 4.5-10v-4M14 12.5v4c0 4 1 7 4.5 10v-14M12.5 8v-2.5h7.5v2.5M23 8v2M25.2 8v2M16.2 8v2"
        }
        // A ladle that pours.
        TradeGroup::Metallurgy => {
            "M5.5 8.5l13-3.5l2 8.5c.4 1.6-.4 2.6-1.8 3l-6 1.6c-1.6.4-2.6-.3-3-1.8zM18.5 5c4 .2 5.5 2.5 5.5 6v10.5M19.5 21.5h8v6h-8zM9 22.5v.01M13 25.5v.01M15.5 21.5v.01M7.5 15.5l-3 .8"
        }
        // A flash between terminals.
        TradeGroup::Electrical => {
            "M17.5 4.5L9.5 17.5h6l-1.5 10l8.5-13.5h-6.2zM4.5 10.5h4M4.5 21.5h5M27.5 10.5h-5M27.5 21.5h-5"
        }
        // A hull on the water.
        TradeGroup::Shipbuilding => {
            "M4.5 17.5h23l-3 6.5h-17zM9.5 17.5v-5.5h9.5v5.5M12.5 12v-6.5h3.5v6.5M19 14.5h4.5v3M4.5 27.5c1.9-1.5 3.8-1.5 5.75 0c1.9 1.5 3.8 1.5 5.75 0c1.9-1.5 3.8-1.5 5.75 0c1.9 1.5 3.8 1.5 5.75 0"
        }
        // A satellite.
        TradeGroup::Aerospace => {
            "M16 11l5 5l-5 5l-5-5zM9.5 4.5l5 5l-4.5 4.5l-5-5zM22.5 27.5l-5-5l4.5-4.5l5 5zM12.2 12.2l1.3 1.3M18.5 18.5l1.3 1.3M7.2 6.8l5 5M19.8 20.2l5 5M18.8 13.2l2.4-2.4M20 6.5a5.5 5.5 0 0 1 5.5 5.5M20 10a2 2 0 0 1 2 2"
        }
        // A flask.
        TradeGroup::Analysis => {
            "M12 4.5h8M13.5 4.5v8l-7 11.5c-1.3 2.2-.3 3.5 2 3.5h15c2.3 0 3.3-1.3 2-3.5l-7-11.5v-8M10 19.5c2-1.5 4-1.5 6 0c2 1.5 4 1.5 6 0M13 23.8v.01M18 23.3v.01M16 15.5v.01"
        }
        // A tunnel of segments, with its track.
        TradeGroup::Construction => {
            "M4.5 27.5v-11.5a11.5 11.5 0 0 1 23 0v11.5zM9.5 27.5v-11.5a6.5 6.5 0 0 1 13 0v11.5M16 4.5v5M7.9 7.9l3.5 3.5M24.1 7.9l-3.5 3.5M4.5 18.5h5M22.5 18.5h5M12.8 27.5l2-8.5M19.2 27.5l-2-8.5M13.6 24.5h4.8"
        }
        // A printed sheet with its register mark and colour bar.
        TradeGroup::Printing => {
            "M6.5 4.5h14l5 5v18h-19zM20.5 4.5v5h5M16 12.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7zM16 10.5v11M10.5 16h11M10.5 24.3h2M15 24.3h2M19.5 24.3h2"
        }
        // A bound bouquet.
        TradeGroup::Floristry => {
            "M16 12c-3-.8-4.5-3.2-4.5-7l2.4 1.7l2.1-3l2.1 3l2.4-1.7c0 3.8-1.5 6.2-4.5 7zM16 12v8M9.5 17c-3.2-1-4.8-3.5-4.5-7c3.5.4 5.5 2.5 5.5 6M22.5 17c3.2-1 4.8-3.5 4.5-7c-3.5.4-5.5 2.5-5.5 6M16 18.5c-1.2-2.6-3-4.2-5.5-5M16 18.5c1.2-2.6 3-4.2 5.5-5M7 17.5l9 3l9-3l-7 7.5h-4zM14 25l-2 3M18 25l2 3M12.5 25h7"
        }
        // A dish under its cover.
        TradeGroup::Hospitality => {
            "M6 20.5a10 10 0 0 1 20 0zM4.5 24.5h23M16 10.5v-2M14.5 8.5h3M10 18a6.3 6.3 0 0 1 4.5-4.5M12 27.5h8"
        }
        // A gantry crane with its container.
        TradeGroup::Logistics => {
            "M4.5 8.5h23M8 8.5v19M24 8.5v19M5.5 27.5h5M21.5 27.5h5M14 8.5v3.5h4v-3.5M16 12v3.5M11.5 15.5h9v6.5h-9zM14.5 15.5v6.5M17.5 15.5v6.5M8 4.5l-3.5 4M8 4.5h16l3.5 4"
        }
        // Code on a screen.
        TradeGroup::It => {
            "M4.5 6h23v16h-23zM11 27.5h10M16 22v5.5M11.5 10.5l-3 3.5l3 3.5M20.5 10.5l3 3.5l-3 3.5M17.3 10l-2.6 8"
        }
        // A heart and its beat.
        TradeGroup::Care => {
            "M16 27c-8-5.5-11.5-9.8-11.5-14.5a5.9 5.9 0 0 1 11.5-1.8a5.9 5.9 0 0 1 11.5 1.8c0 4.7-3.5 9-11.5 14.5zM8 16h3.5l1.8-3.5l3.2 6.5l2.2-4.3l.8 1.3h4.5"
        }
        // Scissors and a comb.
        TradeGroup::Beauty => {
            "M8 21.5a3 3 0 1 0 0 6a3 3 0 0 0 0-6zM17.5 21.5a3 3 0 1 0 0 6a3 3 0 0 0 0-6zM9.5 21.9l6-17.4M16 21.9l-6-17.4M22.5 4.5h5v23h-5zM22.5 8h2.5M22.5 11.2h2.5M22.5 14.4h2.5M22.5 17.6h2.5M22.5 20.8h2.5M22.5 24h2.5"
        }
        // A car's body.
        TradeGroup::Automotive => {
            "M7 22h-2.5v-5.5l4-1.5l3.5-5.5h8.5l4 5.5l3 1.5v5.5h-2.5M13 22h6M10 19.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5zM22 19.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5zM10 15h13M16 9.5v5.5"
        }
        // A saw above its plank.
        TradeGroup::Wood => {
            "M19 8h-14.5v3l1.2 2.2l1.7-.8l1.2 2.2l1.7-.8l1.2 2.2l1.7-.8l1.2 2.2l1.7-.8l1.2 2.2l1.7-.8zM19 8h3.5c3.5 0 5 2.2 5 5s-1.5 5-5 5h-3.5M22.7 11.2a1.8 1.8 0 1 0 0 3.6a1.8 1.8 0 0 0 0-3.6zM4.5 22.5h23v5h-23zM8.5 25h5M17 25h6.5"
        }
        // The iris that the start-up courses are named after, for a trade that is not stated.
        TradeGroup::Unknown => {
            "M16 13c-3-2.5-3.3-5.8 0-9c3.3 3.2 3 6.5 0 9zM14.5 12.8c-3.7.2-6.2-1.8-6.7-6c2.3.2 4 .9 5.2 2.1M17.5 12.8c3.7.2 6.2-1.8 6.7-6c-2.3.2-4 .9-5.2 2.1M15.5 13.5c-3-1.3-7-.5-9 2.8c-1 1.7-.8 3.5.2 4.7c2-.3 3.6-1 4.8-2.4c1.5-1.7 2.6-3.7 4-5.1zM16.5 13.5c3-1.3 7-.5 9 2.8c1 1.7.8 3.5-.2 4.7c-2-.3-3.6-1-4.8-2.4c-1.5-1.7-2.6-3.7-4-5.1zM16 14c-1.9 2.2-2.6 4.7-1.6 7.5c.4 1 .9 1.5 1.6 1.7c.7-.2 1.2-.7 1.6-1.7c1-2.8.3-5.3-1.6-7.5zM16 23.2v4.8"
        }
    }
}

/// A group's emblem, in the colour of what is around it.
pub fn emblem(group: TradeGroup) -> impl IntoView {
    view! {
        <svg class="emblem" viewBox="0 0 32 32" aria-hidden="true">
            <path d=path(group)></path>
        </svg>
    }
}
