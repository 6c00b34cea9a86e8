//! What the visitor looks for, and its place in the fragment (`#q=…&kind=service_point&district=310115`).

use crate::browser::history;
use crate::components::learn::more::STEP;
use crate::routes::{Route, value_of};
use crate::state::site::Site;
use crate::ui::prelude::*;
use catalogue::model::InstitutionKind;

/// Kinds with their names in addresses, in the order in which they are shown.
pub const KINDS: [(InstitutionKind, &str); 4] = [
    (InstitutionKind::ServicePoint, "service_point"),
    (InstitutionKind::TechnicianCollege, "technician_college"),
    (InstitutionKind::AssessmentCentre, "assessment_centre"),
    (InstitutionKind::Provider, "provider"),
];

/// What the device's position came to.
#[derive(Clone, PartialEq, Eq)]
pub struct Around {
    /// The code of the nearest district.
    pub code: String,
    /// The nearest districts by their places, with the kilometres to their points.
    pub nearest: Vec<(u8, u32)>,
}

/// What is looked for. A copy is a handle.
#[derive(Clone, Copy)]
pub struct Look {
    /// What stands in the search box.
    pub query: RwSignal<String>,
    /// The kind that is chosen.
    pub kind: RwSignal<Option<InstitutionKind>>,
    /// The code of the district that is chosen; empty for none.
    pub district: RwSignal<String>,
    /// The nearest districts, as long as the first of them is chosen; in no address.
    pub around: RwSignal<Option<Around>>,
    /// How many providers are shown.
    pub shown: RwSignal<usize>,
}

impl Look {
    /// As the address says; from then on either follows the other.
    pub fn start(site: Site) -> Look {
        let look = Look {
            query: RwSignal::new(String::new()),
            kind: RwSignal::new(None),
            district: RwSignal::new(String::new()),
            around: RwSignal::new(None),
            shown: RwSignal::new(STEP),
        };
        look.take(&site.router.fragment.get_untracked());
        Effect::new(move |_: Option<()>| {
            let district = look.district.get();
            let other = |it: Around| it.code != district;
            if look.around.get_untracked().is_some_and(other) {
                look.around.set(None);
            }
        });
        Effect::new(move |_: Option<()>| {
            let fragment = site.router.fragment.get();
            let here = site.router.route.get_untracked() == Route::Institutions;
            if here && fragment != untrack(|| look.fragment()) {
                look.take(&fragment);
            }
        });
        Effect::new(move |before: Option<String>| {
            let now = look.fragment();
            let here = site.router.route.get_untracked() == Route::Institutions;
            if here && before.is_some_and(|before| before != now) {
                let mark = if now.is_empty() { "" } else { "#" };
                site.router.replace(&format!("/institutions{mark}{now}"));
            }
            now
        });
        look
    }

    /// Nothing is looked for.
    pub fn clear(self) {
        self.take("");
    }

    fn fragment(self) -> String {
        let query = self.query.get();
        let query = query.trim();
        let kind = self.kind.get();
        let kind = KINDS.iter().find(|(it, _)| kind == Some(*it));
        let district = self.district.get();
        let mut parts = Vec::new();
        if !query.is_empty() {
            parts.push(format!("q={}", history::encode(query)));
        }
        parts.extend(kind.map(|(_, tag)| format!("kind={tag}")));
        if !district.is_empty() {
            parts.push(format!("district={district}"));
        }
        parts.join("&")
    }

    fn take(self, fragment: &str) {
        let query = value_of(fragment, "q").map_or_else(String::new, history::decode);
        if self.query.get_untracked().trim() != query {
            self.query.set(query);
        }
        let kind = value_of(fragment, "kind");
        let kind = KINDS.iter().find(|(_, tag)| kind == Some(*tag));
        self.kind.set(kind.map(|(it, _)| *it));
        let district = value_of(fragment, "district").unwrap_or("");
        self.district.set(district.to_owned());
        self.shown.set(STEP);
    }
}
