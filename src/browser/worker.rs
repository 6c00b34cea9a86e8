//! The service worker (`public/sw.js`), which keeps the site on the device.

use super::{named, window};
use js_sys::{Function, Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Where it lies.
const WORKER: &str = "/sw.js";

/// Where the browser keeps workers; `None` where it has none or does not let us.
fn container() -> Option<JsValue> {
    named::get(&window()?.navigator(), "serviceWorker")
}

/// Whether the browser can keep the site.
pub fn is_possible() -> bool {
    container().is_some()
}

/// Whether a worker answers this page's requests: the site is kept.
pub fn is_here() -> bool {
    container().is_some_and(|it| named::get(&it, "controller").is_some())
}

/// Asks the browser to fetch the worker, which then keeps the site; one that is there already is
/// looked at for a newer version. `false` where the browser does not let us.
pub async fn register() -> bool {
    let promise = container().and_then(|container| {
        let register: Function = named::get(&container, "register")?.dyn_into().ok()?;
        let options = Object::new();
        // Copies of the worker in the browser's cache would hide a newer version.
        named::set(&options, "updateViaCache", &"none".into());
        register.call2(&container, &WORKER.into(), &options).ok()
    });
    match promise {
        Some(promise) => JsFuture::from(Promise::resolve(&promise)).await.is_ok(),
        None => false,
    }
}

/// Looks for a newer version, which is fetched in the background.
pub async fn update() {
    let found = container().and_then(|it| named::call(&it, "getRegistration", &JsValue::UNDEFINED));
    let Some(found) = found else { return };
    let Ok(registration) = JsFuture::from(Promise::resolve(&found)).await else {
        return;
    };
    if let Some(update) = named::call(&registration, "update", &JsValue::UNDEFINED) {
        // Without a connection there is nothing newer.
        let _ = JsFuture::from(Promise::resolve(&update)).await;
    }
}

/// Calls `run` whenever another worker takes over.
pub fn on_change(run: impl Fn() + 'static) {
    if let Some(container) = container() {
        named::on(&container, "controllerchange", run);
    }
}
