//! The head of a page.

use crate::browser::page;
use crate::state::site::Site;
use crate::texts::shell as t;
use crate::ui::prelude::*;

/// Names the document: `title · 八柱`.
pub fn name_document(site: Site, title: &str) {
    page::set_title(format!("{title} · {}", t::site(site.lang())));
}

/// A page's heading; the only `h1`. Also names the document. The router moves the focus to it.
pub fn page_title(site: Site, title: &str) -> impl IntoView + use<> {
    name_document(site, title);
    view! { <h1 id="title" tabindex="-1">{title.to_owned()}</h1> }
}
