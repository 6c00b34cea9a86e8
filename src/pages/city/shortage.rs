//! `/shortage`: the shortage list, points and settlement.

use crate::components::page::page_title;
use crate::state::site::Site;
use crate::texts::shortage as t;
use crate::ui::prelude::*;

/// The page.
pub fn shortage(site: Site) -> impl IntoView {
    view! { <div class="page">{page_title(site, t::title(site.lang()))}</div> }
}
