//! For those who run another site: how a widget comes onto it, and what that site would break.
//! Their code and style sheet (`style/embed/`) are fetched when the first of them is opened.

mod builder;
mod check;
mod code;
mod fields;
mod finding;

use super::missing;
use crate::browser::history;
use crate::routes::Route;
use crate::state::site::Site;
use crate::ui::prelude::*;
use embed::address::Address;

/// The page of a route.
pub fn page(site: Site, route: Route) -> View {
    // The app is only ever served by a site of the web.
    let Some(address) = Address::read(&history::origin()) else {
        return missing::missing(site).into_any();
    };
    match route {
        Route::EmbedCheck => check::check(site, address).into_any(),
        _ => builder::builder(site, address).into_any(),
    }
}
