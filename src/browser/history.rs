//! Addresses, the back button, and how far down a page was read.

use super::{clock, named, page, window};
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent, PopStateEvent};

/// A place: path, query and fragment without their marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// `/check`
    pub path: String,
    /// `lang=en`
    pub query: String,
    /// `q=residence`
    pub fragment: String,
}

/// How a place was come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// By a link or a button of ours.
    Forward,
    /// By the browser's own buttons, or a jump within the page.
    History,
}

thread_local! {
    /// The address that is not yet an entry of the history.
    static WAITING: RefCell<Option<String>> = const { RefCell::new(None) };
    /// How far down each entry of this visit was scrolled, and the entry we are at.
    static SCROLL: RefCell<(BTreeMap<u32, i32>, u32, u32)> = const { RefCell::new((BTreeMap::new(), 0, 0)) };
    /// What addresses of this visit carry on from page to page: the language and elder mode that
    /// its first one asked for, or what the device does not let us keep.
    static CARRIED: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Whether a query asks for what is carried on.
fn asks(query: &str) -> bool {
    query.starts_with("?lang=") || query.starts_with("?elder=")
}

/// An address of ours with what is carried on. One with a query of its own stays as it is.
fn carrying(href: &str) -> String {
    let query = carried();
    if query.is_empty() || href.contains('?') {
        return href.to_owned();
    }
    let (path, fragment) = href.split_at(href.find('#').unwrap_or(href.len()));
    format!("{path}{query}{fragment}")
}

fn carried() -> String {
    CARRIED.with_borrow(String::clone)
}

/// From now on addresses of ours carry this query (`?lang=en&elder=1`, or nothing).
pub fn carry(query: &str) {
    let here = here();
    CARRIED.set(query.to_owned());
    let mark = if here.fragment.is_empty() { "" } else { "#" };
    replace(&format!("{}{mark}{}", here.path, here.fragment));
}

/// Where we are.
pub fn here() -> Place {
    settle();
    let Some(location) = window().map(|window| window.location()) else {
        return Place::default();
    };
    let without = |text: Result<String, JsValue>, mark: char| {
        let text = text.unwrap_or_default();
        text.strip_prefix(mark).map(str::to_owned).unwrap_or(text)
    };
    Place {
        path: location.pathname().unwrap_or_default(),
        query: without(location.search(), '?'),
        fragment: without(location.hash(), '#'),
    }
}

/// `https://example.org`
pub fn origin() -> String {
    window()
        .and_then(|window| window.location().origin().ok())
        .unwrap_or_default()
}

/// A text as it may stand in a fragment or query.
pub fn encode(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// What [`encode`] wrote; a text that it did not write stays as it is.
pub fn decode(text: &str) -> String {
    js_sys::decode_uri_component(text).map_or_else(|_| text.to_owned(), Into::into)
}

impl Place {
    /// Where an address of ours leads: `/check#q=residence`.
    pub fn of(href: &str) -> Place {
        let (rest, fragment) = href.split_once('#').unwrap_or((href, ""));
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        Place {
            path: path.to_owned(),
            query: query.to_owned(),
            fragment: fragment.to_owned(),
        }
    }
}

/// As [`push`], but only before the next frame is painted: browsers take long over it, and the
/// visitor waits for the page, not for the address.
pub fn push_soon(href: &str) {
    settle();
    WAITING.with_borrow_mut(|waiting| *waiting = Some(href.to_owned()));
    clock::next_frame(settle);
}

/// Does what [`push_soon`] left to be done.
fn settle() {
    if let Some(href) = WAITING.with_borrow_mut(Option::take) {
        push(&href);
    }
}

/// Goes to an address of ours, as a new entry of the history.
pub fn push(href: &str) {
    settle();
    let id = SCROLL.with_borrow_mut(|(_, current, last)| {
        *last += 1;
        *current = *last;
        *current
    });
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        // Browsers refuse only floods of entries; the page is then shown under the old address.
        let _ = history.push_state_with_url(&id.into(), "", Some(&carrying(href)));
    }
}

/// Changes the address without a new entry.
pub fn replace(href: &str) {
    settle();
    let id = SCROLL.with_borrow(|(_, current, _)| *current);
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&id.into(), "", Some(&carrying(href)));
    }
}

/// The number of the entry of the history that we are at.
pub fn entry() -> u32 {
    settle();
    SCROLL.with_borrow(|(_, current, _)| *current)
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// To the top of the page.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// To where this entry of the history was left.
pub fn scroll_back() {
    let y = SCROLL.with_borrow(|(seen, current, _)| seen.get(current).copied().unwrap_or(0));
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, f64::from(y));
    }
}

/// Calls `arrive` for each place that a link of ours or the browser's buttons lead to.
/// `ours` says which paths the app shows; all other links stay the browser's.
pub fn listen(ours: fn(&str) -> bool, arrive: impl Fn(Arrival) + Copy + 'static) {
    let Some(window) = window() else { return };
    let start = window
        .history()
        .and_then(|history| {
            history.set_scroll_restoration(web_sys::ScrollRestoration::Manual)?;
            history.state()
        })
        .ok()
        .and_then(|state| entry_of(&state))
        .unwrap_or(0);
    SCROLL.with_borrow_mut(|(_, current, last)| (*current, *last) = (start, start));
    CARRIED.set(
        window
            .location()
            .search()
            .ok()
            .filter(|it| asks(it))
            .unwrap_or_default(),
    );
    replace(&window.location().href().unwrap_or_default());

    let click = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
        page::close_menus_unless_in(&event.target().into());
        if let Some(href) = link_of(&event, ours) {
            event.prevent_default();
            push(&href);
            arrive(Arrival::Forward);
        }
    });
    let other = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
        link_near(&event, ours);
    });
    let pop = Closure::<dyn Fn(PopStateEvent)>::new(move |event: PopStateEvent| {
        let known = entry_of(&event.state());
        SCROLL.with_borrow_mut(|(_, current, last)| {
            // A jump within the page makes an entry that is not ours: it gets the next number.
            *current = known.unwrap_or(*last + 1);
            *last = (*last).max(*current);
        });
        arrive(Arrival::History);
    });
    let scrolled = Closure::<dyn Fn(Event)>::new(move |_| {
        let y = web_sys::window().and_then(|window| window.scroll_y().ok());
        #[expect(
            clippy::cast_possible_truncation,
            reason = "pixels; whole ones are enough"
        )]
        SCROLL.with_borrow_mut(|(seen, current, _)| {
            seen.insert(*current, y.unwrap_or(0.0) as i32);
        });
    });
    let listeners: [(&str, &JsValue); 5] = [
        ("click", click.as_ref()),
        ("auxclick", other.as_ref()),
        ("contextmenu", other.as_ref()),
        ("popstate", pop.as_ref()),
        ("scroll", scrolled.as_ref()),
    ];
    for (name, listener) in listeners {
        let _ = window.add_event_listener_with_callback(name, listener.unchecked_ref());
    }
    // They listen as long as the page lives.
    click.forget();
    other.forget();
    pop.forget();
    scrolled.forget();
}

/// The number that we gave an entry of the history.
fn entry_of(state: &JsValue) -> Option<u32> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "our own small whole number; anything else becomes one"
    )]
    state.as_f64().map(|id| id as u32)
}

/// The link of ours that an event is about, with what is carried on: so it is also kept by one
/// that is opened in another window.
fn link_near(event: &MouseEvent, ours: fn(&str) -> bool) -> Option<HtmlAnchorElement> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    let link = element.closest("a[href]").ok().flatten()?;
    let link = link.dyn_into::<HtmlAnchorElement>().ok()?;
    if link.origin() != origin() || !ours(&link.pathname()) {
        return None;
    }
    let (own, carried) = (link.search(), carried());
    let jump = link.get_attribute("href");
    let jump = jump.is_some_and(|href| href.starts_with('#'));
    if !jump && own != carried && (own.is_empty() || asks(&own)) {
        named::set(&link, "search", &carried.into());
    }
    Some(link)
}

/// The address of the link that was clicked, if the app shows it.
fn link_of(event: &MouseEvent, ours: fn(&str) -> bool) -> Option<String> {
    let link = link_near(event, ours)?;
    let keys = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || keys {
        return None;
    }
    if !link.target().is_empty() || link.has_attribute("download") {
        return None;
    }
    // A jump within the page (`#main`) is the browser's; `#q=…` is a place of ours.
    let hash = link.hash();
    let jump = link
        .get_attribute("href")
        .is_some_and(|href| href.starts_with('#'));
    if jump && !hash.contains('=') {
        return None;
    }
    Some(format!("{}{}{hash}", link.pathname(), link.search()))
}
