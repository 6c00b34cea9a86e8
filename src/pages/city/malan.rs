//! `/malan`: the start-up guide.

use crate::components::page::page_title;
use crate::state::site::Site;
use crate::texts::malan as t;
use crate::ui::prelude::*;

/// The page.
pub fn malan(site: Site) -> impl IntoView {
    view! { <div class="page">{page_title(site, t::title(site.lang()))}</div> }
}
