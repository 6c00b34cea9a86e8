//! For those who run another site: how a widget comes onto it, and what that site would break.
//! Their code and style sheet (`style/embed/`) are fetched when the first of them is opened.

use crate::components::page::page_title;
use crate::routes::Route;
use crate::state::site::Site;
use crate::texts::embed as t;
use crate::ui::prelude::*;

/// The page of a route.
pub fn page(site: Site, _route: Route) -> View {
    view! { <div class="page">{page_title(site, t::title(site.lang()))}</div> }.into_any()
}
