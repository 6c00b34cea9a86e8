//! One screen of a page at a time, with the way on and back.
//!
//! The page itself knows nothing of it: its elements are read as they are on the page, again
//! whenever one comes or goes, and those of other screens are hidden. The browser's back button
//! leads to the screen before, as to a page before.

use super::aloud;
use crate::browser::items::{self, Items};
use crate::browser::{clock, history, named, page};
use crate::components::icon::{Icon, icon};
use crate::lang::Lang;
use crate::screens::divide;
use crate::state::site::Site;
use crate::texts::elder as t;
use crate::ui::prelude::*;
use leptos::prelude::on_cleanup;
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;
use web_sys::Element;

/// Which screen of how many, from 0.
type Count = (usize, usize);

#[derive(Default)]
struct Pager {
    /// Where the count is shown and in which language; `None` while elder mode is off.
    shown: Option<(RwSignal<Count>, Lang)>,
    /// Tells of what comes and goes.
    observer: Option<JsValue>,
    /// The page's path.
    path: String,
    /// The page as it was last read.
    items: Option<Items>,
    screens: Vec<Vec<usize>>,
    /// The screen in sight.
    at: usize,
    /// The screen in sight at each entry of the history.
    entries: BTreeMap<u32, usize>,
    /// The id that the address leads to, until it is on the page.
    wanted: Option<String>,
}

thread_local! {
    static PAGER: RefCell<Pager> = RefCell::default();
    /// What listens for as long as the page lives listens once.
    static LISTENS: RefCell<bool> = const { RefCell::new(false) };
}

/// The buttons below the page. As long as they are there, the page is divided.
pub fn pager(site: Site) -> impl IntoView {
    let lang = site.lang();
    let count = RwSignal::new((0, 1));
    PAGER.with_borrow_mut(|pager| pager.shown = Some((count, lang)));
    // The page is put in its place together with these buttons.
    clock::next_frame(start);
    on_cleanup(end);
    Effect::new(move |before: Option<()>| {
        let fragment = site.router.fragment.get();
        if before.is_some() {
            want(&fragment);
            renew();
        }
    });
    let numbered = Memo::new(move |_| count.get().1 > 1);
    let words = move || {
        let (at, of) = count.get();
        t::screen(lang, at + 1, of)
    };
    let button = move |step: isize, id: &'static str| {
        let there = Memo::new(move |_| {
            let (at, of) = count.get();
            at.checked_add_signed(step).is_some_and(|to| to < of)
        });
        let (class, words) = match step {
            1 => ("button primary", t::next(lang)),
            _ => ("button", t::before(lang)),
        };
        let sign = move |at: isize, sign: Icon| (step == at).then(|| icon(sign));
        move || {
            there.get().then(|| {
                view! {
                    <button type="button" id=id class=class on:click=move |_| go(step)>
                        {sign(-1, Icon::Left)}
                        {words}
                        {sign(1, Icon::Right)}
                    </button>
                }
            })
        }
    };
    view! {
        <nav class="pager" aria-label=t::pager(lang) hidden=move || !numbered.get()>
            <p role="status">{move || numbered.get().then(words)}</p>
            {button(-1, "screen-before")}
            {button(1, "screen-next")}
        </nav>
    }
}

fn start() {
    // Elder mode may have been left before the frame came.
    if PAGER.with_borrow(|pager| pager.shown.is_none()) {
        return;
    }
    let observer = items::watch(renew);
    PAGER.with_borrow_mut(|pager| pager.observer = observer);
    page::on_reveal(Some(reveal));
    let listens = LISTENS.with_borrow_mut(|listens| std::mem::replace(listens, true));
    if let (false, Some(window)) = (listens, web_sys::window()) {
        named::listen(&window, "popstate", on_history);
        // Some browsers go on speaking on the next site.
        named::listen(&window, "pagehide", aloud::stop);
    }
    renew();
}

fn end() {
    page::on_reveal(None);
    aloud::stop();
    items::show_all();
    PAGER.with_borrow_mut(|pager| {
        pager.shown = None;
        pager.items = None;
        if let Some(observer) = pager.observer.take() {
            items::ignore(&observer);
        }
    });
}

/// Reads the page anew: it, or something of it, has changed.
fn renew() {
    let changed = PAGER.with_borrow_mut(Pager::renew);
    let wanted = PAGER.with_borrow(|pager| pager.wanted.clone());
    if changed {
        aloud::stop();
    }
    if let Some(id) = wanted
        && page::exists(&id)
    {
        PAGER.with_borrow_mut(|pager| pager.wanted = None);
        // Opens its screen, as any other call of it.
        clock::next_frame(move || page::show(&id));
    }
}

/// A fragment that names no state of a page names a place on it.
fn want(fragment: &str) {
    let id = (!fragment.is_empty() && !fragment.contains('=')).then(|| history::decode(fragment));
    PAGER.with_borrow_mut(|pager| pager.wanted = id);
}

/// One screen on or back: an entry of the history of its own.
fn go(step: isize) {
    let went = PAGER.with_borrow_mut(|pager| {
        let to = pager.at.checked_add_signed(step);
        let to = to.filter(|to| *to < pager.screens.len())?;
        pager.entries.insert(history::entry(), pager.at);
        let here = history::here();
        let mark = if here.fragment.is_empty() { "" } else { "#" };
        history::push(&format!("{}{mark}{}", here.path, here.fragment));
        pager.turn_to(to);
        Some(())
    });
    if went.is_some() {
        clock::next_frame(|| {
            PAGER.with_borrow(|pager| {
                if let (Some(items), Some(own)) = (&pager.items, pager.own()) {
                    items.page.scroll_into_view();
                    items.focus(&own);
                }
            });
        });
    }
}

/// Opens the screen that an element is on.
fn reveal(element: &Element) {
    PAGER.with_borrow_mut(|pager| {
        let place = pager.items.as_ref().and_then(|it| it.place_of(element));
        let Some(place) = place else { return };
        let seen = |screen: &Vec<usize>| screen.contains(&place);
        if pager.screens.get(pager.at).is_some_and(seen) {
            return;
        }
        if let Some(to) = pager.screens.iter().position(seen) {
            pager.turn_to(to);
        }
    });
}

/// The browser's back button within a page.
fn on_history() {
    PAGER.with_borrow_mut(|pager| {
        let known = pager.entries.get(&history::entry()).copied();
        // Another page is about to come: it is read then.
        if let (Some(at), true) = (known, pager.path == history::here().path) {
            pager.turn_to(at);
        }
    });
}

impl Pager {
    /// `true` where another page is in sight.
    fn renew(&mut self) -> bool {
        let Some((count, _)) = self.shown else {
            return false;
        };
        let anchor = self.anchor();
        let here = history::here();
        let turned = self.path != here.path;
        if turned {
            self.path = here.path;
            let known = self.entries.get(&history::entry());
            self.at = known.copied().unwrap_or(0);
        }
        self.items = Items::read();
        let kinds = self.items.as_ref().map(|items| &items.kinds);
        self.screens = kinds.map(|kinds| divide(kinds)).unwrap_or_default();
        // What was in sight stays there although something came before it.
        if !turned
            && let Some(anchor) = anchor
            && let Some(place) = self.items.as_ref().and_then(|it| it.place_of(&anchor))
            && let Some(at) = self.screens.iter().position(|all| all.contains(&place))
        {
            self.at = at;
        }
        match self.screens.len() {
            0 => count.set((0, 1)),
            of => self.turn_to(self.at.min(of - 1)),
        }
        if turned {
            want_first(self, &here.fragment);
        }
        turned
    }

    /// The places of the screen in sight that are on no other.
    fn own(&self) -> Option<Vec<usize>> {
        let now = self.screens.get(self.at)?;
        let others = || {
            let all = self.screens.iter().enumerate();
            all.filter(|(at, _)| *at != self.at)
        };
        let alone = |place: &&usize| !others().any(|(_, screen)| screen.contains(place));
        Some(now.iter().filter(alone).copied().collect())
    }

    /// What tells the screen in sight from others.
    fn anchor(&self) -> Option<Element> {
        let own = self.own()?;
        self.items.as_ref()?.element(*own.first()?).cloned()
    }

    fn turn_to(&mut self, at: usize) {
        let Some((count, lang)) = self.shown else {
            return;
        };
        if self.at != at {
            aloud::stop();
        }
        self.at = at;
        self.entries.insert(history::entry(), at);
        let of = self.screens.len();
        if let (Some(items), Some(places)) = (&self.items, self.screens.get(at)) {
            let words = match of {
                1 => String::new(),
                _ => t::screen(lang, at + 1, of),
            };
            items.show(places, &words);
        }
        count.set((at, of));
    }
}

fn want_first(pager: &mut Pager, fragment: &str) {
    if !fragment.is_empty() && !fragment.contains('=') {
        pager.wanted = Some(history::decode(fragment));
    }
}
