//! Fetching a file, with an end to the waiting.

use super::{clock, window};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Why a file did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// No connection, or it broke off.
    Network,
    /// Nothing came within the time allowed.
    Timeout,
    /// The server answered with this status.
    Status(u16),
}

/// The bytes of a file of our own origin.
///
/// # Errors
/// See [`FetchError`]; after `milliseconds` at the latest.
pub async fn bytes(url: &str, milliseconds: i32) -> Result<Vec<u8>, FetchError> {
    let window = window().ok_or(FetchError::Network)?;
    let abort = web_sys::AbortController::new().map_err(|_| FetchError::Network)?;
    let signal = abort.signal();
    let options = web_sys::RequestInit::new();
    options.set_signal(Some(&signal));
    clock::after(milliseconds, move || abort.abort());
    let broken = |_: JsValue| {
        if signal.aborted() {
            FetchError::Timeout
        } else {
            FetchError::Network
        }
    };
    let response = JsFuture::from(window.fetch_with_str_and_init(url, &options))
        .await
        .map_err(broken)?;
    let response: web_sys::Response = response.dyn_into().map_err(|_| FetchError::Network)?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let buffer = response.array_buffer().map_err(broken)?;
    let buffer = JsFuture::from(buffer).await.map_err(broken)?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}
