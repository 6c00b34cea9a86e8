//! What the visitor looks at, and its place in the fragment.

use crate::browser::history;
use crate::components::learn::more::STEP;
use crate::routes::{Route, value_of};
use crate::state::site::Site;
use crate::ui::prelude::*;

/// A way to look around.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// The classification's groups.
    #[default]
    Tree,
    /// The first letter of the name's pinyin.
    Letter,
    /// Digital, green, shortage, has a standard.
    Flag,
}

impl By {
    fn tag(self) -> &'static str {
        match self {
            By::Tree => "tree",
            By::Letter => "letter",
            By::Flag => "flag",
        }
    }
}

/// What is looked for and what is unfolded. A copy is a handle.
#[derive(Clone, Copy)]
pub struct Look {
    /// What stands in the search box.
    pub query: RwSignal<String>,
    /// The way to look around while nothing is searched.
    pub by: RwSignal<By>,
    /// Codes of the groups that are unfolded.
    pub open: RwSignal<Vec<String>>,
    /// The letter that is chosen: `D`.
    pub letter: RwSignal<String>,
    /// Names of the flags that are chosen.
    pub flags: RwSignal<Vec<String>>,
    /// How many of a list are shown.
    pub shown: RwSignal<usize>,
}

impl Look {
    /// As the address says; from then on either follows the other.
    pub fn start(site: Site) -> Look {
        let look = Look {
            query: RwSignal::new(String::new()),
            by: RwSignal::new(By::Tree),
            open: RwSignal::new(Vec::new()),
            letter: RwSignal::new(String::new()),
            flags: RwSignal::new(Vec::new()),
            shown: RwSignal::new(STEP),
        };
        look.take(&site.router.fragment.get_untracked());
        // A link to this page with something else (from a page above, from "back") is followed.
        Effect::new(move |_: Option<()>| {
            let fragment = site.router.fragment.get();
            let here = site.router.route.get_untracked() == Route::Occupations;
            if here && fragment != untrack(|| look.fragment()) {
                look.take(&fragment);
            }
        });
        // The address follows what is typed and tapped; nothing moves.
        Effect::new(move |before: Option<String>| {
            let now = look.fragment();
            let here = site.router.route.get_untracked() == Route::Occupations;
            if here && before.is_some_and(|before| before != now) {
                let mark = if now.is_empty() { "" } else { "#" };
                site.router.replace(&format!("/occupations{mark}{now}"));
            }
            now
        });
        look
    }

    /// Looks for something else, from the start of the list.
    pub fn ask(self, text: String) {
        self.shown.set(STEP);
        self.query.set(text);
    }

    /// `q=…`, or `by=letter&at=D`, or `open=6.6-31`; empty where nothing is unfolded.
    fn fragment(self) -> String {
        let mut parts = Vec::new();
        let query = self.query.get();
        let by = self.by.get();
        if !query.trim().is_empty() {
            parts.push(format!("q={}", history::encode(query.trim())));
        }
        if by != By::Tree {
            parts.push(format!("by={}", by.tag()));
        }
        let open = self.open.read().join(".");
        let (letter, flags) = (self.letter.get(), self.flags.read().join("."));
        let values = [("open", open), ("at", letter), ("flag", flags)];
        let chosen = match by {
            By::Tree => "open",
            By::Letter => "at",
            By::Flag => "flag",
        };
        let values = values.into_iter();
        let of_way = values.filter(|(name, value)| *name == chosen && !value.is_empty());
        parts.extend(of_way.map(|(name, value)| format!("{name}={value}")));
        let shown = self.shown.get();
        if shown > STEP {
            parts.push(format!("n={shown}"));
        }
        parts.join("&")
    }

    fn take(self, fragment: &str) {
        let list = |key| {
            let values = value_of(fragment, key).unwrap_or("").split('.');
            let values = values.filter(|value| !value.is_empty());
            values.map(str::to_owned).collect::<Vec<String>>()
        };
        let query = value_of(fragment, "q").map_or_else(String::new, history::decode);
        if self.query.get_untracked().trim() != query {
            self.query.set(query);
        }
        self.by.set(match value_of(fragment, "by") {
            Some("letter") => By::Letter,
            Some("flag") => By::Flag,
            _ => By::Tree,
        });
        self.open.set(list("open"));
        self.letter
            .set(value_of(fragment, "at").unwrap_or("").to_owned());
        self.flags.set(list("flag"));
        let shown = value_of(fragment, "n").and_then(|n| n.parse().ok());
        // No more than there are occupations, whatever the address says.
        self.shown.set(shown.unwrap_or(STEP).clamp(STEP, 2_000));
    }
}
