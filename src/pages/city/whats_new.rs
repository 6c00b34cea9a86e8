//! `/whats-new`: what changed in the rules.

use crate::components::page::page_title;
use crate::state::site::Site;
use crate::texts::whats_new as t;
use crate::ui::prelude::*;

/// The page.
pub fn whats_new(site: Site) -> impl IntoView {
    view! { <div class="page">{page_title(site, t::title(site.lang()))}</div> }
}
