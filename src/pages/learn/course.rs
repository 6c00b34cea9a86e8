//! `/courses/:id`: one course, what it costs and what it leads to.

use crate::components::page::page_title;
use crate::state::shelf::{Part, with_books};
use crate::state::site::Site;
use crate::texts::course as t;
use crate::ui::prelude::*;

/// The page.
pub fn course(site: Site, id: String) -> impl IntoView {
    let lang = site.lang();
    let _ = id;
    view! {
        <div class="page course">
            {page_title(site, t::title(lang))}
            {with_books(site, &[Part::Occupations, Part::Places, Part::Courses, Part::Lexicon], |books| Some(books.occupations()?.list.len().into_view()))}
        </div>
    }
}
