//! The document: its title, language, colours, and where the focus is.

use super::{clock, named, window};
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

thread_local! {
    /// Brings an element into sight that is on another screen of the page.
    static REVEAL: Cell<Option<fn(&Element)>> = const { Cell::new(None) };
}

fn document() -> Option<web_sys::Document> {
    window()?.document()
}

fn root() -> Option<Element> {
    document()?.document_element()
}

/// The element that the app replaces: the shell painted by index.html, emptied.
pub fn take_over() -> Option<web_sys::HtmlElement> {
    let element = document()?.get_element_by_id("app")?;
    element.set_text_content(None);
    element.dyn_into().ok()
}

/// Sets the document's title, before the next frame is painted.
pub fn set_title(title: String) {
    clock::next_frame(move || {
        if let Some(document) = document() {
            document.set_title(&title);
        }
    });
}

/// Sets an attribute of the `html` element.
pub fn set_root(name: &str, value: &str) {
    if let Some(root) = root() {
        // Refused only for names that are none.
        let _ = root.set_attribute(name, value);
    }
}

/// Removes an attribute of the `html` element.
pub fn unset_root(name: &str) {
    if let Some(root) = root() {
        // It need not be there.
        let _ = root.remove_attribute(name);
    }
}

/// Whether the `html` element has an attribute.
pub fn has_root(name: &str) -> bool {
    root().is_some_and(|root| root.has_attribute(name))
}

/// The address of the pack, as the page names it.
pub fn pack_url() -> Option<String> {
    let element = document()?.get_element_by_id("pack")?;
    element
        .get_attribute("href")
        .or_else(|| element.get_attribute("data-href"))
}

/// The first address with `part` in it that index.html names in `<meta name=…>`.
pub fn named(meta: &str, part: &str) -> Option<String> {
    let selector = format!("meta[name={meta}]");
    let element = document()?.query_selector(&selector).ok()??;
    let content = element.get_attribute("content")?;
    let found = content.split(' ').find(|address| address.contains(part));
    found.map(str::to_owned)
}

/// Has index.html name other addresses in `<meta name=…>`.
pub fn rename(meta: &str, addresses: &str) {
    let element = document().and_then(|it| it.query_selector(&format!("meta[name={meta}]")).ok());
    if let Some(element) = element.flatten() {
        // Refused only for names that are none.
        let _ = element.set_attribute("content", addresses);
    }
}

/// What names the app's code: the hexadecimal digits of `/app-0123456789abcdef.js`.
pub fn code_name() -> Option<String> {
    let selector = "#code[data-href],link[rel=modulepreload]";
    let element = document()?.query_selector(selector).ok()??;
    let address = element
        .get_attribute("data-href")
        .or_else(|| element.get_attribute("href"))?;
    let (_, digits) = address.split_once("/app-")?;
    let digits = digits.split(|c: char| !c.is_ascii_hexdigit()).next();
    digits.map(str::to_owned)
}

/// Asks search engines to leave this page out.
pub fn hide_from_search() {
    let made = || {
        let document = document()?;
        let selector = "meta[name=robots]";
        if document.query_selector(selector).ok()?.is_none() {
            let meta = document.create_element("meta").ok()?;
            meta.set_attribute("name", "robots").ok()?;
            meta.set_attribute("content", "noindex").ok()?;
            let head = document.query_selector("head").ok()??;
            head.append_child(&meta).ok()?;
        }
        Some(())
    };
    // A page without a head is no page.
    let _ = made();
}

/// The pack, where the page itself carries it: once, the second time it must be fetched.
pub fn pack_inside() -> Option<Vec<u8>> {
    let element = document()?.get_element_by_id("pack")?;
    let text = element.text_content().filter(|text| !text.is_empty())?;
    element.set_text_content(None);
    // Each character is a byte; what HTML would change stands 256 higher (xtask/src/whole.rs).
    Some(text.chars().map(|c| (u32::from(c) & 0xff) as u8).collect())
}

/// Whether a media query matches now.
pub fn matches(query: &str) -> bool {
    window()
        .and_then(|window| window.match_media(query).ok().flatten())
        .is_some_and(|list| list.matches())
}

fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Whether there is an element of this id.
pub fn exists(id: &str) -> bool {
    by_id(id).is_some()
}

/// From now on [`focus`] and [`show`] call this before: where a page is shown in parts, the
/// element may be on another one.
pub fn on_reveal(reveal: Option<fn(&Element)>) {
    REVEAL.set(reveal);
}

fn revealed(id: &str) -> Option<Element> {
    let element = by_id(id)?;
    if let Some(reveal) = REVEAL.get() {
        reveal(&element);
    }
    Some(element)
}

/// Moves the focus to an element, by id, without scrolling.
pub fn focus(id: &str) {
    if let Some(element) = revealed(id) {
        focus_on(&element);
    }
}

/// Moves the focus to an element without scrolling.
pub fn focus_on(element: &Element) {
    let options = js_sys::Object::new();
    named::set(&options, "preventScroll", &true.into());
    named::call(element, "focus", &options);
}

/// Scrolls an element into view.
pub fn show(id: &str) {
    if let Some(element) = revealed(id) {
        element.scroll_into_view();
    }
}

/// Closes the menu and whatever else is unfolded above the page.
pub fn close_menus() {
    let open = document().and_then(|d| d.query_selector("details.menu[open]").ok().flatten());
    if let Some(open) = open {
        let _ = open.remove_attribute("open");
    }
}

/// As [`close_menus`], when what was touched, or what has the focus now, is outside of the menu.
pub fn close_menus_unless_in(touched: &JsValue) {
    let element = touched.dyn_ref::<Element>();
    let outside = element.is_some_and(|it| it.closest("details.menu").ok().flatten().is_none());
    if outside {
        close_menus();
    }
}
