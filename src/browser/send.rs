//! Talking with our own server: a request with a method, headers and a text, an end to the
//! waiting, and an answer that may be a refusal.

use super::fetch::FetchError;
use super::{clock, named, window};
use js_sys::{Object, Promise};
use std::pin::Pin;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// After so long without an answer there is none, in milliseconds.
const PATIENCE_MS: i32 = 20_000;

/// A request.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// `GET`, `POST`, …
    pub method: &'static str,
    /// Its address on our own server.
    pub url: String,
    /// Names and values.
    pub headers: Vec<(&'static str, String)>,
    /// JSON, where something is sent.
    pub body: Option<String>,
}

impl Request {
    /// A request without a body.
    pub fn new(method: &'static str, url: impl Into<String>) -> Request {
        Request {
            method,
            url: url.into(),
            ..Request::default()
        }
    }

    /// With one more header.
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Request {
        self.headers.push((name, value.into()));
        self
    }

    /// With a body of JSON.
    pub fn json(self, body: impl Into<String>) -> Request {
        let mut request = self.header("content-type", "application/json");
        request.body = Some(body.into());
        request
    }
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Its media type, as it was sent.
    pub kind: String,
    /// What it says.
    pub text: String,
}

/// Sends a request and waits for the answer, of whatever status.
///
/// # Errors
/// Where no answer comes: no connection, or it took too long. See [`FetchError`].
pub fn send(request: Request) -> Pin<Box<dyn Future<Output = Result<Answer, FetchError>>>> {
    // One copy of the code for all that is sent.
    Box::pin(sent(request))
}

async fn sent(request: Request) -> Result<Answer, FetchError> {
    let window = window().ok_or(FetchError::Network)?;
    let abort = web_sys::AbortController::new().map_err(|_| FetchError::Network)?;
    let signal = abort.signal();
    let options = web_sys::RequestInit::new();
    options.set_signal(Some(&signal));
    named::set(&options, "method", &request.method.into());
    // An answer of before is asked for again, and may come as "not changed".
    named::set(&options, "cache", &"no-cache".into());
    let headers = Object::new();
    for (name, value) in &request.headers {
        named::set(&headers, name, &value.into());
    }
    named::set(&options, "headers", &headers);
    if let Some(body) = &request.body {
        named::set(&options, "body", &body.into());
    }
    clock::after(PATIENCE_MS, move || abort.abort());
    let broken = |_: JsValue| match signal.aborted() {
        true => FetchError::Timeout,
        false => FetchError::Network,
    };
    let response = JsFuture::from(window.fetch_with_str_and_init(&request.url, &options))
        .await
        .map_err(broken)?;
    let text = named::call(&response, "text", &JsValue::UNDEFINED).ok_or(FetchError::Network)?;
    let text = JsFuture::from(Promise::resolve(&text))
        .await
        .map_err(broken)?;
    let response: web_sys::Response = response.dyn_into().map_err(|_| FetchError::Network)?;
    let headers = named::get(&response, "headers");
    let kind = headers.and_then(|it| named::call(&it, "get", &"content-type".into()));
    Ok(Answer {
        status: response.status(),
        kind: kind.and_then(|it| it.as_string()).unwrap_or_default(),
        text: text.as_string().unwrap_or_default(),
    })
}
