//! Being a frame of another page: what it is told, what it tells, how high it is.
//!
//! Only the page around the frame is listened to, and it is told nothing but the height, unless
//! the visitor agreed. Its side of the talk is public/embed/v1.js.

use super::{named, window};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::EventTarget;

/// What marks our messages; a later loader with other messages gets another number.
const VERSION: u32 = 1;

/// A message of the page around the frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The page's origin.
    pub origin: String,
    /// `light` or `dark`.
    pub theme: String,
}

fn get(of: &JsValue, name: &str) -> JsValue {
    named::get(of, name).unwrap_or(JsValue::UNDEFINED)
}

/// What a method gives for any number of arguments.
fn call(of: &JsValue, name: &str, arguments: &[&JsValue]) -> JsValue {
    let method = get(of, name).dyn_into::<Function>();
    let given: Array = arguments.iter().copied().collect();
    let result = method.and_then(|method| Reflect::apply(&method, of, &given));
    result.unwrap_or(JsValue::UNDEFINED)
}

fn listen(to: &JsValue, event: &str, run: impl Fn(JsValue) + 'static) {
    let run = Closure::<dyn Fn(JsValue)>::new(run).into_js_value();
    if let Some(target) = to.dyn_ref::<EventTarget>() {
        // Refused only where the arguments are of a wrong type.
        let _ = target.add_event_listener_with_callback(event, run.unchecked_ref());
    }
}

/// The page around the frame; `None` where there is none.
fn host() -> Option<JsValue> {
    let window = window()?;
    let parent = get(&window, "parent");
    (parent.is_object() && parent != JsValue::from(window)).then_some(parent)
}

/// Sends a message to the page around the frame, if it is of that origin; `*` is any.
fn post(name: &str, value: &JsValue, origin: &str) {
    let Some(host) = host() else { return };
    let message = Object::new();
    named::set(&message, "bazhu", &VERSION.into());
    named::set(&message, name, value);
    call(&host, "postMessage", &[&message, &origin.into()]);
}

/// Calls `run` for each message of the page around the frame. Messages of anybody else, other
/// frames of that page among them, are left unread.
pub fn on_told(run: impl Fn(Told) + 'static) {
    let (Some(window), Some(host)) = (window(), host()) else {
        return;
    };
    listen(&window, "message", move |event| {
        let data = get(&event, "data");
        let ours = get(&data, "bazhu").as_f64() == Some(f64::from(VERSION));
        if !ours || get(&event, "source") != host {
            return;
        }
        if let (Some(origin), Some(theme)) = (
            get(&event, "origin").as_string(),
            get(&data, "theme").as_string(),
        ) {
            run(Told { origin, theme });
        }
    });
}

/// Tells the page around the frame how high its content is, now and whenever it changes.
pub fn tell_height() {
    let Some(window) = window() else { return };
    let body = get(&get(&window, "document"), "body");
    let of = body.clone();
    let tell = move || {
        let height = get(&call(&of, "getBoundingClientRect", &[]), "height");
        let height = height.as_f64().map_or(0.0, f64::ceil);
        post("height", &height.into(), "*");
    };
    tell();
    let watch = Closure::<dyn Fn()>::new(tell).into_js_value();
    // A browser without it keeps the height of now.
    if let Some(observer) = named::make("ResizeObserver", &watch) {
        named::call(&observer, "observe", &body);
    }
}

/// Hands a result to the page around the frame, as long as it is of that origin. `json` is an
/// object.
pub fn hand_over(json: &str, origin: &str) {
    if let Ok(result) = js_sys::JSON::parse(json) {
        post("result", &result, origin);
    }
}

/// Whether nobody else's pages may look into this document: a frame in a sandbox.
pub fn is_sandboxed() -> bool {
    window().is_some_and(|window| get(&window, "origin").as_string().as_deref() == Some("null"))
}

fn root() -> JsValue {
    let document = window().map_or(JsValue::UNDEFINED, |window| get(&window, "document"));
    get(&document, "documentElement")
}

/// Gives a token of the style sheets another value.
pub fn set_token(name: &str, value: &str) {
    call(
        &get(&root(), "style"),
        "setProperty",
        &[&name.into(), &value.into()],
    );
}

/// A token's value, as the style sheets say it.
pub fn token(name: &str) -> String {
    let Some(window) = window() else {
        return String::new();
    };
    let style = call(&window, "getComputedStyle", &[&root()]);
    let value = call(&style, "getPropertyValue", &[&name.into()]).as_string();
    value.unwrap_or_default().trim().to_owned()
}

/// Calls `run` whenever the device changes between light and dark.
pub fn on_scheme(run: impl Fn() + 'static) {
    if let Some(window) = window() {
        let query = "(prefers-color-scheme: dark)".into();
        let list = call(&window, "matchMedia", &[&query]);
        listen(&list, "change", move |_| run());
    }
}

/// A token's value in light or dark colours, whichever the page has now.
pub fn token_of(theme: &str, name: &str) -> String {
    let root = root();
    // The style sheets give colours to the root alone: it has the other ones for a moment that is
    // not painted.
    let before = call(&root, "getAttribute", &[&"data-theme".into()]);
    call(
        &root,
        "setAttribute",
        &[&"data-theme".into(), &theme.into()],
    );
    let value = token(name);
    match before.as_string() {
        Some(before) => call(
            &root,
            "setAttribute",
            &[&"data-theme".into(), &before.into()],
        ),
        None => call(&root, "removeAttribute", &[&"data-theme".into()]),
    };
    value
}

/// Runs a script of ours, once a visit.
pub fn load_once(src: &str) {
    let Some(document) = window().and_then(|window| window.document()) else {
        return;
    };
    let selector = format!("script[src=\"{src}\"]");
    if matches!(document.query_selector(&selector), Ok(Some(_))) {
        return;
    }
    if let (Ok(script), Ok(Some(head))) = (
        document.create_element("script"),
        document.query_selector("head"),
    ) {
        named::set(&script, "src", &src.into());
        let _ = head.append_child(&script);
    }
}
