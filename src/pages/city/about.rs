//! `/about`: sources, evidence, what is not known.

use crate::components::page::page_title;
use crate::state::site::Site;
use crate::texts::about as t;
use crate::ui::prelude::*;

/// The page.
pub fn about(site: Site) -> impl IntoView {
    view! { <div class="page">{page_title(site, t::title(site.lang()))}</div> }
}
