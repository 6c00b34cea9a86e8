//! Handing a link on: the device's own share sheet, the clipboard, the printer.

use super::window;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Whether the device has a share sheet.
pub fn has_sheet() -> bool {
    window().is_some_and(|window| {
        js_sys::Reflect::has(&window.navigator(), &JsValue::from_str("share")).unwrap_or(false)
    })
}

/// Opens the share sheet. Closing it without sharing is no failure.
pub async fn sheet(title: &str, url: &str) {
    if let Some(window) = window() {
        let data = web_sys::ShareData::new();
        data.set_title(title);
        data.set_url(url);
        let _ = JsFuture::from(window.navigator().share_with_data(&data)).await;
    }
}

/// Copies a text; `false` where the browser does not let us.
pub async fn copy(text: &str) -> bool {
    let Some(window) = window() else { return false };
    let clipboard: JsValue = js_sys::Reflect::get(&window.navigator(), &"clipboard".into())
        .unwrap_or(JsValue::UNDEFINED);
    match clipboard.dyn_into::<web_sys::Clipboard>() {
        Ok(clipboard) => JsFuture::from(clipboard.write_text(text)).await.is_ok(),
        Err(_) => false,
    }
}

/// Opens the print dialogue.
pub fn print() {
    if let Some(window) = window() {
        // Some in-app browsers have no printing; the button then does nothing.
        let _ = window.print();
    }
}
