//! Start-up guide, honours, employers, shortage list, pillars, about, and asking for a call: what
//! the city offers and stands for. Their code and their style sheet (`style/city/`) are fetched
//! when the first of them is opened.

mod about;
mod counter;
mod employers;
pub mod honours;
pub mod malan;
mod pillars;
mod shortage;
mod whats_new;

use super::missing;
use crate::routes::Route;
use crate::state::site::Site;
use crate::ui::prelude::*;

/// The page of a route.
pub fn page(site: Site, route: Route) -> View {
    match route {
        Route::Malan => malan::malan(site).into_any(),
        Route::Honours => honours::honours(site).into_any(),
        Route::Honour(id) => honours::person::person(site, id).into_any(),
        Route::Employers => employers::employers(site).into_any(),
        Route::Shortage => shortage::shortage(site).into_any(),
        Route::Pillars => pillars::pillars(site).into_any(),
        Route::About => about::about(site).into_any(),
        Route::WhatsNew => whats_new::whats_new(site).into_any(),
        Route::Enquiry => counter::enquiry(site).into_any(),
        Route::Receipt(receipt) => counter::receipt(site, receipt).into_any(),
        Route::Operator => counter::operator(site).into_any(),
        _ => missing::missing(site).into_any(),
    }
}
