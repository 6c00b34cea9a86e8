//! Pages whose heading is known only when a part of the catalogue is here.

use crate::browser::{clock, page};
use crate::state::shelf::{Books, Part, with_books};
use crate::state::site::Site;
use crate::ui::prelude::*;

/// As [`with_books`], for a whole page: the router moved the focus before the heading was
/// there, so it is moved again.
pub fn late_page(
    site: Site,
    parts: &'static [Part],
    then: impl Fn(Books) -> Option<View> + 'static,
) -> View {
    let early = StoredValue::new(true);
    let shown = with_books(site, parts, move |books| {
        if !early.get_value() {
            clock::next_frame(|| page::focus("title"));
        }
        then(books)
    });
    let shown = shown.into_view();
    early.set_value(false);
    shown
}
