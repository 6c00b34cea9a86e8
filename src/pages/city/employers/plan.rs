//! An apprenticeship plan as it stands in the address: `#plan=10-2-new_hire-4-2~5-1-serving-3-1`
//! (count, contract years, kind, target level, training years). It survives a reload and can be
//! handed on; no server sees it.

use crate::components::typed::plain_number;
use crate::routes::{Route, value_of};
use crate::state::site::Site;
use crate::ui::prelude::*;

/// The most groups of one plan.
pub const MOST: usize = 12;

/// The questions of a group, in the order of the address.
pub const QUESTIONS: [&str; 5] = [
    "apprentice_count",
    "apprentice_contract_years",
    "apprentice_kind",
    "apprentice_target_level",
    "apprentice_term_years",
];

/// One group's answers as they were typed: nothing typed is lost, however wrong it is.
#[derive(Clone, Copy)]
pub struct Group {
    /// Tells it from the others.
    pub id: u32,
    /// By question.
    pub texts: [RwSignal<String>; 5],
}

/// A plan. A copy is a handle.
#[derive(Clone, Copy)]
pub struct Plan {
    /// Its groups; never empty.
    pub groups: RwSignal<Vec<Group>>,
}

impl Plan {
    /// As the address says; from then on the address follows.
    pub fn start(site: Site) -> Plan {
        let fragment = site.router.fragment.get_untracked();
        let kept = value_of(&fragment, "plan").unwrap_or_default();
        let mut groups: Vec<Group> = (1..)
            .zip(kept.split('~').filter(|text| !text.is_empty()))
            .take(MOST)
            .map(|(id, text)| group(id, text))
            .collect();
        if groups.is_empty() {
            groups.push(group(1, "---4-1"));
        }
        let plan = Plan {
            groups: RwSignal::new(groups),
        };
        Effect::new(move |before: Option<String>| {
            let now = plan.written();
            let changed = before.is_some_and(|before| before != now);
            if changed && site.router.route.get_untracked() == Route::Employers {
                site.router.replace(&format!("/employers#plan={now}"));
            }
            now
        });
        plan
    }

    /// Adds a group like the last one, but for the count.
    pub fn add(self) {
        self.groups.update(|groups| {
            if groups.len() >= MOST {
                return;
            }
            let id = groups.iter().map(|it| it.id).max().unwrap_or(0) + 1;
            groups.push(group(id, "---4-1"));
        });
    }

    /// Takes a group away; the last one stays.
    pub fn remove(self, id: u32) {
        self.groups.update(|groups| {
            if groups.len() > 1 {
                groups.retain(|it| it.id != id);
            }
        });
    }

    fn written(self) -> String {
        let groups = self.groups.get();
        let written: Vec<String> = groups
            .iter()
            .map(|group| group.texts.map(|text| clean(&text.get())).join("-"))
            .collect();
        written.join("~")
    }
}

fn group(id: u32, text: &str) -> Group {
    let mut parts = text.split('-').chain(std::iter::repeat(""));
    let texts = [(); 5].map(|()| RwSignal::new(clean(parts.next().unwrap_or_default())));
    Group { id, texts }
}

/// What an address may hold of a text.
fn clean(text: &str) -> String {
    text.chars()
        .filter_map(plain_number)
        .filter(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '.')
        .take(16)
        .collect()
}
