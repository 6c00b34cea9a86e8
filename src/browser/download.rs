//! Saving a file on the device.

use super::{clock, window};
use wasm_bindgen::prelude::*;

/// After so long the browser has taken the file.
const HELD_MS: i32 = 60_000;

/// Offers a text to be saved under a name; `false` where the browser does not let us.
pub fn save(name: &str, kind: &str, text: &str) -> bool {
    save_bytes(name, kind, text.as_bytes())
}

/// Offers bytes to be saved under a name; `false` where the browser does not let us.
pub fn save_bytes(name: &str, kind: &str, bytes: &[u8]) -> bool {
    let part = js_sys::Uint8Array::from(bytes);
    offer(name, kind, &js_sys::Array::of1(&part)).is_some()
}

fn offer(name: &str, kind: &str, parts: &js_sys::Array) -> Option<()> {
    let document = window()?.document()?;
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let blob = web_sys::Blob::new_with_buffer_source_sequence_and_options(parts, &options).ok()?;
    let url = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    let link = document.create_element("a").ok()?;
    link.set_attribute("href", &url).ok()?;
    link.set_attribute("download", name).ok()?;
    // Some browsers take no click from a link that is not on the page.
    document.body()?.append_child(&link).ok()?;
    link.dyn_ref::<web_sys::HtmlElement>()?.click();
    link.remove();
    clock::after(HELD_MS, move || {
        // Refused only for addresses that are none.
        let _ = web_sys::Url::revoke_object_url(&url);
    });
    Some(())
}
