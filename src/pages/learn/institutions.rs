//! `/institutions`: technician colleges, service points, the map of districts.

use crate::components::page::page_title;
use crate::state::shelf::{Part, with_books};
use crate::state::site::Site;
use crate::texts::institutions as t;
use crate::ui::prelude::*;

/// The page.
pub fn institutions(site: Site) -> impl IntoView {
    let lang = site.lang();
    view! {
        <div class="page institutions">
            {page_title(site, t::title(lang))}
            {with_books(site, &[Part::Occupations, Part::Places, Part::Courses, Part::Lexicon], |books| Some(books.occupations()?.list.len().into_view()))}
        </div>
    }
}
