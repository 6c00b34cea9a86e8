//! Style sheets of pages whose code is fetched later.

use super::{named, page, window};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Fetches a style sheet that index.html names in `<meta name="styles">`; gives whether it is in
/// use. One that is here, or on its way, is not fetched again.
pub fn fetch(name: &str) -> impl Future<Output = bool> + use<> {
    let promise = begin(name);
    async move {
        match promise {
            Some(promise) => JsFuture::from(promise).await.is_ok(),
            None => false,
        }
    }
}

fn begin(name: &str) -> Option<Promise> {
    let id = format!("style-{name}");
    let document = window()?.document()?;
    let link = match document.get_element_by_id(&id) {
        Some(link) if named::get(&link, "sheet").is_some() => {
            return Some(Promise::resolve(&JsValue::UNDEFINED));
        }
        Some(link) => link,
        None => {
            let href = page::named("styles", &format!("/{name}."))?;
            let link = document.create_element("link").ok()?;
            link.set_attribute("rel", "stylesheet").ok()?;
            link.set_attribute("href", &href).ok()?;
            link.set_attribute("id", &id).ok()?;
            let failed = link.clone();
            let forget = Closure::once_into_js(move || failed.remove());
            // One that did not come is asked for again the next time.
            let _ = link.add_event_listener_with_callback("error", forget.unchecked_ref());
            let head = document.query_selector("head").ok()??;
            head.append_child(&link).ok()?;
            link
        }
    };
    Some(Promise::new(&mut move |done, failed| {
        // Refused only where the arguments are of a wrong type.
        let _ = link.add_event_listener_with_callback("load", &done);
        let _ = link.add_event_listener_with_callback("error", &failed);
    }))
}
