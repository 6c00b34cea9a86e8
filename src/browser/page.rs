//! The document: its title, language, colours, and where the focus is.

use super::{clock, window};
use wasm_bindgen::JsCast;

fn document() -> Option<web_sys::Document> {
    window()?.document()
}

fn root() -> Option<web_sys::Element> {
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

/// Moves the focus to an element, by id, without scrolling.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        let options = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&options, &"preventScroll".into(), &true.into());
        let focus = js_sys::Reflect::get(&element, &"focus".into());
        if let Some(focus) = focus
            .ok()
            .and_then(|f| f.dyn_into::<js_sys::Function>().ok())
        {
            let _ = focus.call1(&element, &options);
        }
    }
}

/// Scrolls an element into view and moves the focus to it.
pub fn show(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
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
