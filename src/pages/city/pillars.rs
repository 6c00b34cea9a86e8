//! `/pillars`: four tasks, eight measures.

use crate::components::page::page_title;
use crate::state::site::Site;
use crate::texts::pillars as t;
use crate::ui::prelude::*;

/// The page.
pub fn pillars(site: Site) -> impl IntoView {
    view! { <div class="page">{page_title(site, t::title(site.lang()))}</div> }
}
