//! What stands in a frame of another page: one file per widget.
//!
//! A widget keeps nothing, sends nothing, and works where storage, cookies and forms are blocked.
//! It is told what it is to look like by its address (`embed::Options`). Those that list what the
//! catalogue holds are a program of their own: `src/lists.rs`.

mod around;
mod asking;
mod face;
mod hand_over;
mod levels;
mod loan;
mod malan;
mod place;
mod subsidy;

use crate::routes::Route;
use crate::state::site::Site;
use crate::ui::prelude::*;
use embed::Widget;
pub use place::Place;
use place::page;

/// What may be claimed.
pub fn claims(site: Site, route: Route) -> View {
    page(site, route, |place| match place.widget {
        Widget::Subsidy => Some(subsidy::subsidy(place).into_any()),
        _ => None,
    })
}

/// Which level one may sit.
pub fn levels(site: Site, route: Route) -> View {
    page(site, route, |place| match place.widget {
        Widget::Levels => Some(levels::levels(place).into_any()),
        _ => None,
    })
}

/// What a loan costs.
pub fn loan(site: Site, route: Route) -> View {
    page(site, route, |place| match place.widget {
        Widget::Loan => Some(loan::loan(place).into_any()),
        _ => None,
    })
}

/// Which start-up course; and the word for a widget that there is not.
pub fn malan(site: Site, route: Route) -> View {
    page(site, route, |place| match place.widget {
        Widget::Malan => Some(malan::malan(place)),
        _ => None,
    })
}
