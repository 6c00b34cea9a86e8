//! In the place of the app's `later.rs`: this program has no code that comes later.

use crate::state::feedback::About;
use crate::state::site::Site;
use crate::ui::prelude::*;

/// A piece of a page; none is here.
#[derive(Clone)]
pub enum Piece {
    /// Elder mode: the way to the next screen.
    Pager,
    /// Elder mode: reads the screen aloud.
    Aloud,
    /// Asks whether a result is right.
    Feedback(About),
    /// How old the data are, below every page.
    Age,
}

/// The parts that are here: none.
#[derive(Clone, Copy)]
pub struct Parts;

impl Parts {
    /// None is here.
    pub fn new() -> Parts {
        Parts
    }
}

/// Nothing.
pub fn piece(_: Site, _: Piece) -> View {
    View::default()
}

/// Nothing.
pub fn standing(_: Site, _: Piece) -> View {
    View::default()
}

/// Nothing is held of the visitor.
pub fn forget(_: Site) {}

/// Changes the language.
pub fn switch_language(site: Site) {
    site.prefs.switch_lang();
}
