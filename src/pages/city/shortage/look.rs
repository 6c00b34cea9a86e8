//! What the visitor looks at, and its place in the fragment.

use crate::browser::history;
use crate::routes::{Route, value_of};
use crate::state::site::Site;
use crate::ui::prelude::*;
use rules::date::Day;

/// A self-check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Residence-permit points.
    Points,
    /// Settlement.
    Settlement,
}

impl Which {
    /// In the order in which they stand on the page.
    pub const ALL: [Which; 2] = [Which::Points, Which::Settlement];

    /// Its name in addresses, and its section's id.
    pub fn tag(self) -> &'static str {
        match self {
            Which::Points => "points",
            Which::Settlement => "settlement",
        }
    }

    /// The programme that it checks.
    pub fn programme(self) -> &'static str {
        match self {
            Which::Points => "residence_points_skill",
            Which::Settlement => "talent_settlement",
        }
    }
}

/// What an address says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// What is looked for in the list.
    pub find: String,
    /// The group of the list that is shown; empty for all.
    pub group: String,
    /// The check that asks.
    pub check: Option<Which>,
    /// The id of the question that it asks; `None`: the next one that decides.
    pub question: Option<String>,
    /// The day whose settlement rule is looked at; `None`: the day of application.
    pub on: Option<Day>,
}

impl Place {
    fn of(fragment: &str) -> Place {
        let text = |key| value_of(fragment, key).unwrap_or("").to_owned();
        let check = text("check");
        Place {
            find: history::decode(&text("find")),
            group: text("group"),
            check: Which::ALL.into_iter().find(|it| it.tag() == check),
            question: value_of(fragment, "q").map(str::to_owned),
            on: value_of(fragment, "on").and_then(pack::facts::parse_date),
        }
    }

    fn fragment(&self) -> String {
        let mut parts = Vec::new();
        let find = self.find.trim();
        if !find.is_empty() {
            parts.push(format!("find={}", history::encode(find)));
        }
        if !self.group.is_empty() {
            parts.push(format!("group={}", self.group));
        }
        parts.extend(self.check.map(|it| format!("check={}", it.tag())));
        parts.extend(self.question.as_ref().map(|it| format!("q={it}")));
        parts.extend(
            self.on
                .map(|day| format!("on={}", pack::facts::format_date(day))),
        );
        parts.join("&")
    }
}

/// The place, which the address follows. A copy is a handle.
#[derive(Clone, Copy)]
pub struct Look {
    site: Site,
    /// Where the visitor is within the page.
    pub place: RwSignal<Place>,
}

impl Look {
    /// As the address says; from then on either follows the other.
    pub fn start(site: Site) -> Look {
        let place = Place::of(&site.router.fragment.get_untracked());
        let look = Look {
            site,
            place: RwSignal::new(place),
        };
        Effect::new(move |_: Option<()>| {
            let fragment = site.router.fragment.get();
            let here = site.router.route.get_untracked() == Route::Shortage;
            if here && fragment != look.place.with_untracked(Place::fragment) {
                look.place.set(Place::of(&fragment));
            }
        });
        look
    }

    /// Changes the place, and the address with it; nothing moves.
    pub fn go(self, change: impl FnOnce(&mut Place)) {
        self.place.update(change);
        let fragment = self.place.with_untracked(Place::fragment);
        let mark = if fragment.is_empty() { "" } else { "#" };
        self.site
            .router
            .replace(&format!("/shortage{mark}{fragment}"));
    }
}
