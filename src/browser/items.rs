//! A page read as a list of items for elder mode, and which of them are seen.
//!
//! What is hidden carries `data-off`; the style sheet hides it on the screen, not in print.

use super::{named, window};
use crate::screens::Item;
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// What makes an element a screen, or a wrapper of screens if it stands within.
const BLOCKS: &str = "[data-screen],section,article,.card:not(li)";
/// These are one screen whatever is in them.
const WHOLE: &str = "[data-screen],article,.card:not(li)";
/// These are never divided, but for a list whose entries are screens.
const CLOSED: &str = "ul,ol:not(:has(>[data-screen])),dl,table,details,form,fieldset,nav,p,svg";
const HEADINGS: &str = "h1,h2,h3,h4";

/// A page's items in order.
pub struct Items {
    /// The page's own element.
    pub page: Element,
    /// Each item's element.
    elements: Vec<Element>,
    /// What each is.
    pub kinds: Vec<Item>,
    /// The elements around items, each with the places that it holds: from, up to.
    wrappers: Vec<(Element, usize, usize)>,
}

fn first(selector: &str) -> Option<Element> {
    let document = window()?.document()?;
    document.query_selector(selector).ok().flatten()
}

fn matches(element: &Element, selector: &str) -> bool {
    let found = named::call(element, "matches", &selector.into());
    found.is_some_and(|it| it.is_truthy())
}

fn within(element: &Element, selector: &str) -> Option<Element> {
    let found = named::call(element, "querySelector", &selector.into());
    found.and_then(|it| it.dyn_into().ok())
}

fn next(element: &Element, name: &str) -> Option<Element> {
    named::get(element, name).and_then(|it| it.dyn_into().ok())
}

/// 2 for `h2`, 0 for what is no heading.
fn level(element: &Element) -> u8 {
    let name = named::text(element, "tagName");
    name.strip_prefix(['H', 'h'])
        .and_then(|level| level.parse().ok())
        .unwrap_or(0)
}

/// Whether an element takes part in the page at all, whatever is in sight now.
fn is_shown(element: &Element) -> bool {
    let style = window().and_then(|it| named::call(&it, "getComputedStyle", element));
    style.is_some_and(|style| named::text(&style, "display") != "none")
}

/// Shows everything again.
pub fn show_all() {
    while let Some(hidden) = first("[data-off]") {
        // It carries the attribute: removing it is not refused.
        let _ = hidden.remove_attribute("data-off");
    }
    if let Some(page) = first("main>.page") {
        let _ = page.remove_attribute("data-count");
    }
}

impl Items {
    /// Reads the page that is shown, and hides nothing of it. `None` for a page that keeps
    /// itself together, and while there is none.
    pub fn read() -> Option<Items> {
        show_all();
        let page = first("main>.page:not([data-screen])")?;
        let mut items = Items {
            page: page.clone(),
            elements: Vec::new(),
            kinds: Vec::new(),
            wrappers: Vec::new(),
        };
        items.open(&page);
        Some(items)
    }

    fn open(&mut self, wrapper: &Element) {
        let mut child = next(wrapper, "firstElementChild");
        while let Some(element) = child {
            child = next(&element, "nextElementSibling");
            if is_shown(&element) {
                self.take(element);
            }
        }
    }

    fn take(&mut self, element: Element) {
        let is = |selector| matches(&element, selector);
        let kind = if is(WHOLE) {
            Item::Block(within(&element, HEADINGS).map_or(0, |it| level(&it)))
        } else if level(&element) == 1 {
            Item::Title
        } else if level(&element) > 1 {
            Item::Heading(level(&element))
        } else if is("p") {
            Item::Line
        } else if is(CLOSED) {
            Item::Loose
        } else if within(&element, BLOCKS).is_some() {
            let from = self.elements.len();
            let place = self.wrappers.len();
            self.wrappers.push((element.clone(), from, from));
            self.open(&element);
            if let Some(wrapper) = self.wrappers.get_mut(place) {
                wrapper.2 = self.elements.len();
            }
            return;
        } else if is("section") {
            Item::Block(within(&element, HEADINGS).map_or(0, |it| level(&it)))
        } else if within(&element, "h1").is_some() {
            Item::Title
        } else {
            Item::Loose
        };
        self.elements.push(element);
        self.kinds.push(kind);
    }

    /// Shows these items and hides all others; `count` is written above the page.
    pub fn show(&self, places: &[usize], count: &str) {
        let off = |element: &Element, off: bool| {
            let _ = match off {
                true => element.set_attribute("data-off", ""),
                false => element.remove_attribute("data-off"),
            };
        };
        for (place, element) in self.elements.iter().enumerate() {
            off(element, !places.contains(&place));
        }
        for (element, from, to) in &self.wrappers {
            off(element, !places.iter().any(|it| (from..to).contains(&it)));
        }
        let _ = self.page.set_attribute("data-count", count);
    }

    /// The element of an item.
    pub fn element(&self, place: usize) -> Option<&Element> {
        self.elements.get(place)
    }

    /// The item that an element is in.
    pub fn place_of(&self, element: &Element) -> Option<usize> {
        let holds = |item: &Element| {
            let holds = named::call(item, "contains", element);
            holds.is_some_and(|it| it.is_truthy())
        };
        self.elements.iter().position(holds)
    }

    /// Moves the focus to the first heading of an item, made ready for it, or of an item after
    /// it; to the page's own where there is none.
    pub fn focus(&self, places: &[usize]) {
        let own = places.iter().filter(|it| {
            let kind = self.kinds.get(**it);
            kind.is_some_and(|kind| *kind != Item::Title)
        });
        let mut headings = own.filter_map(|it| {
            let element = self.element(*it)?;
            match level(element) {
                0 => within(element, HEADINGS),
                _ => Some(element.clone()),
            }
        });
        let heading = headings.next().or_else(|| first("main h1"));
        if let Some(heading) = heading {
            let _ = heading.set_attribute("tabindex", "-1");
            super::page::focus_on(&heading);
        }
    }
}

/// The words on the screen in order, then those of its drawings.
pub fn words() -> String {
    let Some(page) = first("main>.page").or_else(|| first("main")) else {
        return String::new();
    };
    // A drawing says in one sentence what it shows; the figures along its axes say nothing.
    super::page::set_root("data-reading", "");
    let mut text = named::text(&page, "innerText");
    super::page::unset_root("data-reading");
    let drawings = named::call(&page, "querySelectorAll", &"[role=img]".into());
    let drawing = |place: usize| {
        let drawings = drawings.as_ref()?;
        named::get(drawings, &place.to_string())?.dyn_into().ok()
    };
    for drawing in (0..).map_while(drawing) {
        let drawing: Element = drawing;
        let seen = drawing.closest("[data-off]").ok().flatten().is_none();
        if let (true, Some(label)) = (seen, drawing.get_attribute("aria-label")) {
            text.push('\n');
            text.push_str(&label);
        }
    }
    text
}

/// Calls `run` whenever something in `main` comes or goes, before it is painted; gives what
/// [`ignore`] takes.
pub fn watch(run: fn()) -> Option<JsValue> {
    let run = Closure::<dyn Fn()>::new(run).into_js_value();
    let observer = named::make("MutationObserver", &run)?;
    let options = js_sys::Object::new();
    named::set(&options, "childList", &true.into());
    named::set(&options, "subtree", &true.into());
    let observe: js_sys::Function = named::get(&observer, "observe")?.dyn_into().ok()?;
    // Refused only where the arguments are of a wrong type.
    let main = first("main")?;
    let _ = observe.call3(&observer, &main, &options, &JsValue::UNDEFINED);
    Some(observer)
}

/// Ends what [`watch`] began.
pub fn ignore(observer: &JsValue) {
    named::call(observer, "disconnect", &JsValue::UNDEFINED);
}
