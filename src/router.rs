//! The router: the place we are at as a signal, links, focus and scroll.
//!
//! Our own sixty lines on the History API: `leptos_router` costs 35 to 50 kB (see
//! docs/decisions).

use crate::browser::history::{self, Arrival, Place};
use crate::browser::{clock, page};
use crate::routes::Route;
use crate::ui::prelude::*;

/// Where the visitor is.
#[derive(Clone, Copy)]
pub struct Router {
    place: RwSignal<Place>,
    /// The page; changes only when another page is shown.
    pub route: Memo<Route>,
    /// What stands behind `#`.
    pub fragment: Memo<String>,
}

impl Router {
    /// Starts to listen for links and the back button.
    pub fn start() -> Router {
        let place = RwSignal::new(history::here());
        let router = Router {
            place,
            route: Memo::new(move |_| Route::of(&place.read().path)),
            fragment: Memo::new(move |_| place.read().fragment.clone()),
        };
        let ours: fn(&str) -> bool = match router.route.get_untracked().is_framed() {
            true => |_: &str| false,
            false => |path: &str| {
                let route = Route::of(path);
                route != Route::Missing && !route.is_framed()
            },
        };
        history::listen(ours, move |arrival| router.arrive(arrival));
        router
    }

    /// Goes to an address of ours: `/check#q=residence`.
    pub fn go(self, href: &str) {
        history::push_soon(href);
        self.arrive_at(Place::of(href), Arrival::Forward);
    }

    /// Changes the address in place: nothing moves, "back" does not return to the old one.
    pub fn replace(self, href: &str) {
        history::replace(href);
        self.place.set(history::here());
    }

    /// The query and fragment that the page was asked for with, untracked.
    pub fn place(self) -> Place {
        self.place.get_untracked()
    }

    fn arrive(self, arrival: Arrival) {
        page::close_menus();
        self.arrive_at(history::here(), arrival);
    }

    fn arrive_at(self, now: Place, arrival: Arrival) {
        let before = self.place.get_untracked();
        let same_page = before.path == now.path;
        // A jump within the page is not ours to move.
        let jump = arrival == Arrival::History && same_page && !now.fragment.contains('=');
        self.place.set(now);
        if jump && before != self.place.get_untracked() && !before.fragment.contains('=') {
            return;
        }
        clock::next_frame(move || match arrival {
            Arrival::Forward => {
                history::scroll_to_top();
                page::focus("title");
            }
            Arrival::History => {
                page::focus("title");
                history::scroll_back();
            }
        });
    }
}
