//! The state that outlives pages.

use super::answers::{self, Answer};
use super::kept;
use super::prefs::{self, Prefs};
use super::rules_pack::{self, Loaded, Progress};
use super::share::Shared;
use super::situations::{Situation, Situations};
use crate::browser::storage;
use crate::lang::Lang;
use crate::later::{self, Parts};
use crate::router::Router;
use crate::texts::shell as t;
use crate::ui::prelude::*;
use std::ops::Deref;

const SITUATIONS: &str = "bazhu.situations";

/// Under this name remarks on results are kept.
pub const FEEDBACK: &str = "bazhu.feedback";

/// There once was a server that answers, so that what is written without a network will be taken.
const SERVICE: &str = "bazhu.service";

/// Under this name enquiries are kept until they are received, and their receipts.
pub const OUTBOX: &str = "bazhu.outbox";

/// Under this name the courses to compare are kept.
pub const COMPARED: &str = "bazhu.compare";

/// What happened without the visitor's doing; said once, on the next page that they see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The browser lets us keep nothing.
    StorageBlocked,
    /// Answers that the new pack does not know.
    Dropped(Vec<Answer>),
    /// A link was opened; `other_pack` where it was made with another pack.
    Opened {
        /// Whether answers of the visitor's own were there before.
        had_own: bool,
        /// Whether the link was made with another pack version.
        other_pack: bool,
    },
    /// There are too many situations to add the link's.
    Full,
}

/// Everything that pages share. A copy is a handle: it is carried by nearly every closure of
/// every page, so that it is one address instead of all that it leads to.
#[derive(Clone, Copy)]
pub struct Site(&'static Everything);

impl Deref for Site {
    type Target = Everything;

    fn deref(&self) -> &Everything {
        self.0
    }
}

/// What a [`Site`] leads to; it lives as long as the visit.
pub struct Everything {
    /// Where the visitor is.
    pub router: Router,
    /// Language, colours and elder mode.
    pub prefs: Prefs,
    /// Code that is fetched when it is needed.
    pub parts: Parts,
    /// Grows when a part of the catalogue came or did not (see [`super::shelf`]).
    pub shelf: RwSignal<u32>,
    /// The policy pack.
    pub pack: RwSignal<Progress>,
    /// All situations. Change them by [`Site::change`], which keeps them.
    pub situations: RwSignal<Situations>,
    /// Remarks on results, as they are stored (see [`super::feedback`]).
    pub feedback: RwSignal<String>,
    /// What to tell.
    pub notices: RwSignal<Vec<Notice>>,
    /// Whether a server of ours ever answered on this device.
    pub service: RwSignal<bool>,
    /// Whether it was told that nothing can be kept.
    told: StoredValue<bool>,
}

impl Site {
    /// Reads what is kept and starts to fetch the pack.
    pub fn start() -> Site {
        let site = Site::without_pack();
        if !site.router.route.get_untracked().is_framed() {
            rules_pack::load(site);
        }
        site
    }

    /// Reads what is kept; a widget keeps nothing.
    pub fn without_pack() -> Site {
        let router = Router::start();
        let place = router.place();
        let mut asked = place.query;
        if router.route.get_untracked().is_framed() {
            storage::turn_off();
            // The loader tells it in the fragment.
            asked = format!("{}&{asked}", place.fragment);
        }
        let kept = storage::get(SITUATIONS).and_then(|text| Situations::read(&text));
        let everything = Everything {
            router,
            prefs: Prefs::read(&asked),
            parts: Parts::new(),
            shelf: RwSignal::new(0),
            pack: RwSignal::new(Progress::Loading),
            situations: RwSignal::new(kept.unwrap_or_default()),
            feedback: RwSignal::new(storage::get(FEEDBACK).unwrap_or_default()),
            notices: RwSignal::new(Vec::new()),
            service: RwSignal::new(storage::get(SERVICE).is_some()),
            told: StoredValue::new(false),
        };
        Site(Box::leak(Box::new(everything)))
    }

    /// Takes the pack into use: answers that it does not know are dropped, and said so.
    pub fn receive(self, loaded: &'static Loaded) {
        let mut dropped = Vec::new();
        let mut all = self.situations.get_untracked();
        for situation in all.all_mut() {
            dropped.extend(answers::drop_unknown(&loaded.pack, &mut situation.answers));
            situation
                .skipped
                .retain(|id| pack::slot_of(&loaded.pack, id).is_some());
        }
        if !dropped.is_empty() {
            self.change(|now| *now = all);
            self.tell(Notice::Dropped(dropped));
        }
        self.pack.set(Progress::Ready(loaded));
    }

    /// The language, for a page that is being built.
    pub fn lang(self) -> Lang {
        self.prefs.lang.get_untracked()
    }

    /// Changes the situations and keeps them on the device.
    pub fn change(self, change: impl FnOnce(&mut Situations)) {
        self.situations.update(change);
        let text = self.situations.with_untracked(Situations::write);
        if !storage::set(SITUATIONS, &text) {
            self.tell(Notice::StorageBlocked);
        }
    }

    /// Changes the current situation.
    pub fn change_current(self, change: impl FnOnce(&mut Situation)) {
        self.change(|all| {
            if let Some(current) = all.current_mut() {
                change(current);
            }
        });
    }

    /// A server of ours answered.
    pub fn met_service(self) {
        if !self.service.get_untracked() {
            storage::set(SERVICE, "1");
            self.service.set(true);
        }
    }

    /// Forgets everything that was told, on this device.
    pub fn clear(self) {
        self.situations.set(Situations::default());
        self.feedback.set(String::new());
        self.notices.set(Vec::new());
        for name in kept::NAMES {
            if !prefs::KEPT.contains(&name) {
                storage::remove(name);
            }
        }
        later::forget(self);
    }

    /// Opens a shared situation beside the visitor's own.
    pub fn open_shared(self, shared: Shared, hash: &str) {
        let had_own = self
            .situations
            .with_untracked(|all| all.list().iter().any(|s| !s.is_blank()));
        let other_pack = !shared.made_with(hash);
        let name = if had_own {
            t::shared_name(self.lang())
        } else {
            ""
        };
        let situation = Situation {
            name: name.to_owned(),
            applied_on: shared.date,
            scope: shared.scope,
            answers: shared.answers,
            skipped: Vec::new(),
        };
        let mut added = false;
        self.change(|all| added = all.add(situation));
        self.tell(if added {
            Notice::Opened {
                had_own,
                other_pack,
            }
        } else {
            Notice::Full
        });
    }

    /// Adds a notice. That nothing can be kept is told once a visit.
    pub fn tell(self, notice: Notice) {
        let once = notice == Notice::StorageBlocked;
        let told = once && self.told.get_value();
        let shown = self.notices.with_untracked(|all| all.contains(&notice));
        if shown || told {
            return;
        }
        if once {
            self.told.set_value(true);
        }
        self.notices.update(|all| all.push(notice));
    }
}
