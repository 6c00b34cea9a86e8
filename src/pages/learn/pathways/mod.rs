//! `/pathways`: the years from today to a goal level, step by step.
//!
//! The fragment holds the occupation, the goal and the days that are known
//! ([`crate::state::trip`]). With `v=` and `a=` it is a shared link: its answers are opened
//! beside the visitor's own and taken out of the address.

mod days;
mod drawing;
mod more;
mod person;
mod picker;
mod questions;
mod sheet;
mod steps;
mod ways;

use crate::browser::{clock, history};
use crate::components::answers_panel::answers_of;
use crate::components::catalogue::Listed;
use crate::components::page::page_title;
use crate::components::share_box::share_box;
use crate::components::waiting::with_pack;
use crate::pages::levels::asked_slots;
use crate::routes::Route;
use crate::state::case::Case;
use crate::state::share::Shared;
use crate::state::shelf::{Part, with_books};
use crate::state::site::Site;
use crate::state::trip::Trip;
use crate::texts::pathways as t;
use crate::ui::prelude::*;
use person::{Made, Shelf};
use rules::program::Slot;
use std::cell::Cell;
use std::rc::Rc;

const PARTS: &[Part] = &[
    Part::Occupations,
    Part::Courses,
    Part::Functions,
    Part::Lexicon,
    Part::Matching,
];

/// The page.
pub fn pathways(site: Site) -> impl IntoView {
    let lang = site.lang();
    view! {
        <div class="page pathways result">
            {page_title(site, t::title(lang))} <p class="lead no-print">{t::lead(lang)}</p>
            {with_books(
                site,
                PARTS,
                move |books| {
                    let shelf = Shelf::of(&books)?;
                    Some(with_pack(site, move |case| with_rules(case.of_all(), shelf)).into_view())
                },
            )}
        </div>
    }
}

/// The page's state. A copy is a handle.
#[derive(Clone, Copy)]
struct Desk {
    case: Case,
    shelf: Shelf,
    /// What the address says.
    trip: RwSignal<Trip>,
    /// The plan of a moment ago: it is worked out after the answer was painted.
    made: RwSignal<Option<Made>>,
}

impl Desk {
    /// Changes what the address says; "back" returns to what it said.
    fn go(self, trip: Trip) {
        self.case
            .site
            .router
            .go(&format!("/pathways#{}", trip.write()));
    }

    /// Changes what the address says, in place.
    fn replace(self, trip: Trip) {
        let router = self.case.site.router;
        router.replace(&format!("/pathways#{}", trip.write()));
    }

    /// The rules of the levels.
    fn levels(self) -> Option<Listed> {
        Listed::of(self.case.pack, &self.shelf.settings.levels)
    }

    /// Where a question is answered.
    fn question_href(self, slot: Slot) -> String {
        let trip = self.trip.get_untracked();
        let id = self.case.id(slot);
        format!("/pathways#{}", trip.with_question(Some(id)).write())
    }

    /// Whether a question was put aside.
    fn skipped(self, slot: Slot) -> bool {
        let situations = self.case.site.situations.read();
        let skipped = &situations.current().skipped;
        skipped.iter().any(|id| id == self.case.id(slot))
    }
}

fn with_rules(case: Case, shelf: Shelf) -> View {
    let lang = case.site.lang();
    let desk = Desk {
        case,
        shelf,
        trip: RwSignal::new(Trip::read(&case.site.router.fragment.get_untracked())),
        made: RwSignal::new(None),
    };
    follow_address(desk);
    follow_answers(desk);
    let slots = desk.levels().map_or_else(Vec::new, asked_slots);
    let chosen = Memo::new(move |_| {
        let code = desk.trip.read().code.clone();
        shelf.occupation(&code).is_some()
    });
    let link = Memo::new(move |_| link_of(desk));
    let below = move || match chosen.get() {
        false => view! { <p class="muted">{t::begin(lang)}</p> }.into_any(),
        true => view! {
            {ways::result(desk)}
            <div class="no-print stack">
                {share_box(lang, t::title(lang), link)}
                {answers_of(case, "/pathways", slots.clone())}
            </div>
            {move || sheet::sheet(desk, &link.get())}
        }
        .into_any(),
    };
    view! {
        <div class="no-print begin">{picker::picker(desk)} {move || chosen.get().then(|| questions::questions(desk))}</div>
        {below}
    }
    .into_any()
}

/// Reads the address whenever it changes.
fn follow_address(desk: Desk) {
    let router = desk.case.site.router;
    Effect::new(move |_| {
        let fragment = router.fragment.get();
        if router.route.get() != Route::Pathways {
            return;
        }
        let mut trip = Trip::read(&fragment);
        if let Some(shared) = Shared::read(&fragment) {
            desk.replace(trip);
            return desk.case.site.open_shared(shared, desk.case.hash);
        }
        if !Trip::is_whole(&fragment) && trip.question.is_some() {
            // A link to a question alone: the rest stays as it is.
            trip = desk
                .trip
                .get_untracked()
                .with_question(trip.question.as_deref());
            return desk.replace(trip);
        }
        let jump = !fragment.is_empty() && !fragment.contains('=');
        if !jump && trip != desk.trip.get_untracked() {
            desk.trip.set(trip);
        }
    });
}

/// Works the plan out anew when an answer, the day or the goal changes: after the change was
/// painted, and only for the last of several changes.
fn follow_answers(desk: Desk) {
    let case = desk.case;
    let newest = Rc::new(Cell::new(0u32));
    Effect::new(move |before: Option<()>| {
        let (trip, date) = (desk.trip.get().with_question(None), case.date.get());
        let answers = case.answers.get();
        let mine = newest.get().wrapping_add(1);
        newest.set(mine);
        let newest = Rc::clone(&newest);
        let make = move || {
            if newest.get() == mine {
                let made = Made::now(case, desk.shelf, &trip, date, &answers);
                desk.made.set(made);
            }
        };
        match before {
            None => make(),
            Some(()) => clock::next_frame(|| clock::after(0, make)),
        }
    });
}

/// The link that carries the pathway with its answers.
fn link_of(desk: Desk) -> String {
    let case = desk.case;
    let situations = case.site.situations.read();
    let now = situations.current();
    let shared = Shared {
        hash: case.hash.to_owned(),
        date: Some(case.date.get()),
        scope: now.scope,
        answers: now.answers.clone(),
    };
    let trip = desk.trip.get().with_question(None);
    let origin = history::origin();
    format!("{origin}/pathways#{}&{}", trip.write(), shared.write())
}
