//! The courses to compare: up to three, by their ids, kept on the device. Where the browser lets
//! us keep nothing they last for the visit.

use crate::browser::storage;
use crate::state::site::COMPARED;
use crate::ui::prelude::*;
use std::cell::RefCell;

/// So many courses can be compared.
pub const MOST: usize = 3;

thread_local! {
    /// What could not be kept on the device.
    static VISIT: RefCell<Option<Vec<String>>> = const { RefCell::new(None) };
}

/// The courses to compare, for a page: changes are kept. A copy is a handle.
#[derive(Clone, Copy)]
pub struct Basket {
    ids: RwSignal<Vec<String>>,
}

impl Basket {
    /// What is kept.
    pub fn open() -> Basket {
        let visit = VISIT.with_borrow(Clone::clone);
        let ids = visit.unwrap_or_else(|| read(&storage::get(COMPARED).unwrap_or_default()));
        Basket {
            ids: RwSignal::new(ids),
        }
    }

    /// The ids, in the order in which they were put in; who reads them is told of changes.
    pub fn ids(self) -> Vec<String> {
        self.ids.get()
    }

    /// Whether a course is in it.
    pub fn has(self, id: &str) -> bool {
        self.ids.read().iter().any(|known| known == id)
    }

    /// Whether there is no room.
    pub fn is_full(self) -> bool {
        self.ids.read().len() >= MOST
    }

    /// Puts a course in or takes it out; one too many is not put in.
    pub fn toggle(self, id: &str) {
        let mut ids = self.ids.get_untracked();
        match ids.iter().position(|known| known == id) {
            Some(at) => drop(ids.remove(at)),
            None if ids.len() < MOST => ids.push(id.to_owned()),
            None => return,
        }
        self.set(ids);
    }

    /// Replaces what is in it.
    pub fn set(self, ids: Vec<String>) {
        let text = write(&ids);
        let kept = match ids.is_empty() {
            true => {
                storage::remove(COMPARED);
                storage::get(COMPARED).is_none()
            }
            false => storage::set(COMPARED, &text),
        };
        VISIT.set((!kept || VISIT.with_borrow(Option::is_some)).then(|| ids.clone()));
        self.ids.set(ids);
    }
}

/// The ids of a text that [`write`] wrote, in an address too: no more than [`MOST`], each once.
pub fn read(text: &str) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for id in text.split(',').filter(|id| is_id(id)) {
        if ids.len() < MOST && !ids.iter().any(|known| known == id) {
            ids.push(id.to_owned());
        }
    }
    ids
}

/// The ids as a text that needs no escapes in an address.
pub fn write(ids: &[String]) -> String {
    ids.join(",")
}

/// Whether a text can be an id: anything else in an address is left out.
fn is_id(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    (1..=40).contains(&text.len()) && text.chars().all(plain)
}
