//! What the browser has, by name: for what is used once or not everywhere, the browser's own
//! types would cost more code than they save.

use super::window;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::prelude::*;

/// A property, unless it is `undefined` or `null`.
pub fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(of, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// A property that is a text.
pub fn text(of: &JsValue, name: &str) -> String {
    let text = get(of, name).and_then(|it| it.as_string());
    text.unwrap_or_default()
}

/// Sets a property.
pub fn set(of: &JsValue, name: &str, value: &JsValue) {
    // Refused only for what is no object.
    let _ = Reflect::set(of, &name.into(), value);
}

/// What a method gives for one argument (others take [`JsValue::UNDEFINED`] for none).
pub fn call(of: &JsValue, name: &str, argument: &JsValue) -> Option<JsValue> {
    let method: Function = get(of, name)?.dyn_into().ok()?;
    let value = method.call1(of, argument).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// A new object of one of the window's classes; `None` where the browser has no such class.
pub fn make(class: &str, argument: &JsValue) -> Option<JsValue> {
    let window = window()?;
    let class: Function = get(&window, class)?.dyn_into().ok()?;
    Reflect::construct(&class, &Array::of1(argument)).ok()
}

/// Calls `run` for each event, for as long as the page lives.
pub fn on(to: &JsValue, event: &str, run: impl Fn() + 'static) {
    let run = Closure::<dyn Fn()>::new(run).into_js_value();
    let target: &web_sys::EventTarget = to.unchecked_ref();
    // Refused only where the arguments are of a wrong type.
    let _ = target.add_event_listener_with_callback(event, run.unchecked_ref());
}

/// Calls `run` for each event, for as long as the page lives.
pub fn listen(to: &JsValue, event: &str, run: fn()) {
    let run = Closure::<dyn Fn()>::new(run).into_js_value();
    if let Some(target) = to.dyn_ref::<web_sys::EventTarget>() {
        // Refused only where the arguments are of a wrong type.
        let _ = target.add_event_listener_with_callback(event, run.unchecked_ref());
    }
}
