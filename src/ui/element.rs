//! One element.

use super::value::{Attribute, Value};
use super::view::{IntoView, View};
use wasm_bindgen::prelude::*;
use web_sys::{Event, Node};

/// An element that is being made. Without a document (which a browser always has) it is
/// nothing, and so is all that is done to it.
#[derive(Clone)]
pub struct Element {
    node: web_sys::Element,
}

/// An HTML element.
pub fn html(tag: &str) -> Element {
    make(None, tag)
}

/// An SVG element.
pub fn svg(tag: &str) -> Element {
    make(Some("http://www.w3.org/2000/svg"), tag)
}

#[expect(
    clippy::expect_used,
    reason = "a browser's window has a document, and the tags are literals that view! wrote"
)]
fn make(namespace: Option<&str>, tag: &str) -> Element {
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.expect("the app runs in a document");
    let node = match namespace {
        Some(_) => document.create_element_ns(namespace, tag),
        None => document.create_element(tag),
    };
    Element {
        node: node.expect("view! writes only names of elements"),
    }
}

impl Element {
    pub(super) fn into_node(self) -> Node {
        self.node.into()
    }

    /// Sets an attribute once.
    pub fn set(&self, name: &str, text: &str) {
        // Refused only for names that are none; view! writes them.
        let _ = self.node.set_attribute(name, text);
    }

    /// Sets an attribute to a value, and follows it.
    pub fn attr(&self, name: &'static str, value: impl Attribute) {
        let node = self.node.clone();
        value.apply(move |value| match value {
            Value::Off => drop(node.remove_attribute(name)),
            Value::On => drop(node.set_attribute(name, "")),
            Value::Text(text) => drop(node.set_attribute(name, &text)),
        });
    }

    /// Gives or takes a class.
    pub fn class_if(&self, name: &'static str, on: impl Attribute) {
        let node = self.node.clone();
        on.apply(move |value| {
            let list = node.class_list();
            let _ = match value.is_on() {
                true => list.add_1(name),
                false => list.remove_1(name),
            };
        });
    }

    /// Sets a property of the style through CSSOM, which the content security policy allows.
    pub fn style(&self, property: &'static str, value: impl Attribute) {
        let node = self.node.clone();
        value.apply(move |value| {
            let style = js_sys::Reflect::get(&node, &"style".into());
            if let (Ok(style), Value::Text(text)) = (style, value) {
                let _ = js_sys::Reflect::set(&style, &property.into(), &text.into());
            }
        });
    }

    /// Sets a property of the element, `value` of a field for one.
    pub fn prop(&self, name: &'static str, value: impl Attribute) {
        let node = self.node.clone();
        value.apply(move |value| {
            let value: JsValue = match value {
                Value::Off => false.into(),
                Value::On => true.into(),
                Value::Text(text) => text.into(),
            };
            let _ = js_sys::Reflect::set(&node, &name.into(), &value);
        });
    }

    /// Listens for an event of type `E`.
    pub fn on<E: JsCast>(&self, event: &str, mut run: impl FnMut(E) + 'static) {
        self.listen(event, Box::new(move |event| run(event.unchecked_into())));
    }

    /// Listens for an event of a field; the handler is given the field.
    pub fn on_field(&self, event: &str, mut run: impl FnMut(Field) + 'static) {
        let field = Field {
            node: self.node.clone(),
        };
        self.listen(event, Box::new(move |_| run(field.clone())));
    }

    fn listen(&self, event: &str, run: Box<dyn FnMut(Event)>) {
        // The browser frees it with the element.
        let listener = Closure::wrap(run).into_js_value();
        let _ = self
            .node
            .add_event_listener_with_callback(event, listener.unchecked_ref());
    }

    /// Adds something at the end.
    pub fn add(&self, part: impl IntoView) {
        self.append(part.into_view());
    }

    fn append(&self, view: View) {
        for node in view.nodes() {
            let _ = self.node.append_child(&node);
        }
    }
}

/// A field that an event came from.
#[derive(Clone)]
pub struct Field {
    node: web_sys::Element,
}

impl Field {
    /// Itself: `event.target().value()` reads as elsewhere.
    pub fn target(&self) -> &Field {
        self
    }

    /// What stands in it.
    pub fn value(&self) -> String {
        let value = js_sys::Reflect::get(&self.node, &"value".into());
        value.ok().and_then(|v| v.as_string()).unwrap_or_default()
    }

    /// Whether it is ticked.
    pub fn checked(&self) -> bool {
        self.is("checked")
    }

    /// Whether it is unfolded.
    pub fn is_open(&self) -> bool {
        self.is("open")
    }

    fn is(&self, property: &str) -> bool {
        let value = js_sys::Reflect::get(&self.node, &property.into());
        value.is_ok_and(|v| v.is_truthy())
    }
}
