//! `/honours`: people and results in gold, and one of them.

use crate::components::page::page_title;
use crate::state::site::Site;
use crate::texts::honours as t;
use crate::ui::prelude::*;

/// The page.
pub fn honours(site: Site) -> impl IntoView {
    view! { <div class="page">{page_title(site, t::title(site.lang()))}</div> }
}
