//! `/majors/:code`: the occupations that a major leads to.

use crate::components::page::page_title;
use crate::state::shelf::{Part, with_books};
use crate::state::site::Site;
use crate::texts::major as t;
use crate::ui::prelude::*;

/// The page.
pub fn major(site: Site, code: String) -> impl IntoView {
    let lang = site.lang();
    let _ = code;
    view! {
        <div class="page major">
            {page_title(site, t::title(lang))}
            {with_books(site, &[Part::Occupations, Part::Places, Part::Courses, Part::Lexicon], |books| Some(books.occupations()?.list.len().into_view()))}
        </div>
    }
}
