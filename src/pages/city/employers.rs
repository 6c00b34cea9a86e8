//! `/employers`: a batch check, apprenticeship sums, guides for firms.

use crate::components::page::page_title;
use crate::state::site::Site;
use crate::texts::employers as t;
use crate::ui::prelude::*;

/// The page.
pub fn employers(site: Site) -> impl IntoView {
    view! { <div class="page">{page_title(site, t::title(site.lang()))}</div> }
}
