//! `/pathways`: the years from today to a goal level.

use crate::components::page::page_title;
use crate::state::shelf::{Part, with_books};
use crate::state::site::Site;
use crate::texts::pathways as t;
use crate::ui::prelude::*;

/// The page.
pub fn pathways(site: Site) -> impl IntoView {
    let lang = site.lang();
    view! {
        <div class="page pathways">
            {page_title(site, t::title(lang))}
            {with_books(site, &[Part::Occupations, Part::Places, Part::Courses, Part::Lexicon], |books| Some(books.occupations()?.list.len().into_view()))}
        </div>
    }
}
