//! What the visitor looks for, and its place in the fragment
//! (`#q=…&honour=worldskills&year=2022&group=floristry&occupation=6-18-02-04`).

use crate::browser::history;
use crate::routes::{Route, value_of};
use crate::state::site::Site;
use crate::ui::prelude::*;
use catalogue::browse::Facet;

/// What can be chosen, one value each: names of facets, in their order.
pub const KEYS: [&str; 4] = ["honour", "year", "group", "occupation"];

/// The places of the facets in [`KEYS`].
pub const HONOUR: usize = 0;
pub const YEAR: usize = 1;
pub const GROUP: usize = 2;
pub const OCCUPATION: usize = 3;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// What stands in the search box.
    pub query: String,
    /// For each of [`KEYS`] the chosen value's place in its facet.
    pub chosen: [Option<u16>; KEYS.len()],
}

impl Wanted {
    /// What a fragment says; what it can't say is left out.
    fn read(fragment: &str, facets: &[Facet]) -> Wanted {
        let chosen = KEYS.map(|key| {
            let facet = facets.iter().find(|facet| facet.key == key)?;
            facet.value(value_of(fragment, key)?)
        });
        Wanted {
            query: value_of(fragment, "q").map_or_else(String::new, history::decode),
            chosen,
        }
    }

    /// The fragment; empty where nothing is looked for.
    fn fragment(&self, facets: &[Facet]) -> String {
        let mut parts = Vec::new();
        let query = self.query.trim();
        if !query.is_empty() {
            parts.push(format!("q={}", history::encode(query)));
        }
        for (key, chosen) in KEYS.iter().zip(self.chosen) {
            let facet = facets.iter().find(|facet| facet.key == *key);
            let value = facet.and_then(|facet| facet.values.get(usize::from(chosen?)));
            parts.extend(value.map(|value| format!("{key}={}", value.id)));
        }
        parts.join("&")
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.query.trim().is_empty() && self.chosen == [None; KEYS.len()]
    }
}

/// What is looked for, followed by the address. A copy is a handle.
#[derive(Clone, Copy)]
pub struct Look {
    /// What is looked for.
    pub wanted: RwSignal<Wanted>,
}

impl Look {
    /// As the address says; from then on either follows the other.
    pub fn start(site: Site, facets: &'static [Facet]) -> Look {
        let read = move |fragment: &str| Wanted::read(fragment, facets);
        let fragment = site.router.fragment.get_untracked();
        let look = Look {
            wanted: RwSignal::new(read(&fragment)),
        };
        let here = move || site.router.route.get_untracked() == Route::Honours;
        // A link to this page with something else (from a person's page, from "back") is followed.
        Effect::new(move |_: Option<()>| {
            let fragment = site.router.fragment.get();
            let now = look.wanted.with_untracked(|it| it.fragment(facets));
            if here() && fragment != now {
                look.wanted.set(read(&fragment));
            }
        });
        Effect::new(move |before: Option<String>| {
            let now = look.wanted.read().fragment(facets);
            if here() && before.is_some_and(|before| before != now) {
                let mark = if now.is_empty() { "" } else { "#" };
                site.router.replace(&format!("/honours{mark}{now}"));
            }
            now
        });
        look
    }

    /// Looks for something else.
    pub fn ask(self, query: String) {
        self.wanted.update(|it| it.query = query);
    }

    /// The chosen value of a key.
    pub fn chosen(self, key: usize) -> Option<u16> {
        let wanted = self.wanted.read();
        wanted.chosen.get(key).copied().flatten()
    }

    /// Chooses a value, or lets go of it where it is chosen.
    pub fn choose(self, key: usize, value: Option<u16>) {
        self.wanted.update(|it| {
            if let Some(chosen) = it.chosen.get_mut(key) {
                *chosen = value.filter(|_| *chosen != value);
            }
        });
    }

    /// Nothing is looked for.
    pub fn clear(self) {
        self.wanted.set(Wanted::default());
    }
}
