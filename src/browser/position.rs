//! Where the device is, asked for once. Called by name: the browser's own types would cost more
//! code than they save.

use super::window;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// How long the device may take, in milliseconds, once the visitor has allowed it.
const PATIENCE: u32 = 10_000;
/// A position of before is not taken: whoever taps again has moved.
const OLDEST: u32 = 0;

/// Why there is no position.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The visitor or the browser's settings said no.
    Refused,
    /// The browser has none, or cannot find out.
    Unavailable,
    /// It took too long.
    Late,
}

/// Asks for the device's position: ten-thousandths of a degree north and east. The browser asks
/// the visitor first.
pub async fn ask() -> Result<(i32, i32), Refusal> {
    // Without a secure connection it would say "refused", which the visitor could not change.
    let window = window().filter(web_sys::Window::is_secure_context);
    let window = window.ok_or(Refusal::Unavailable)?;
    let source = get(&window.navigator(), "geolocation").ok_or(Refusal::Unavailable)?;
    let current = get(&source, "getCurrentPosition").and_then(|it| it.dyn_into::<Function>().ok());
    let current = current.ok_or(Refusal::Unavailable)?;
    let options = Object::new();
    for (name, value) in [("timeout", PATIENCE), ("maximumAge", OLDEST)] {
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    let answer = Promise::new(&mut |found, failed| {
        if let Err(error) = current.call3(&source, &found, &failed, &options) {
            let _ = failed.call1(&JsValue::UNDEFINED, &error);
        }
    });
    match JsFuture::from(answer).await {
        Ok(position) => {
            let place = get(&position, "coords").ok_or(Refusal::Unavailable)?;
            let north = ten_thousandths(&place, "latitude").ok_or(Refusal::Unavailable)?;
            let east = ten_thousandths(&place, "longitude").ok_or(Refusal::Unavailable)?;
            Ok((north, east))
        }
        // The numbers of GeolocationPositionError.
        Err(error) => Err(match number(&error, "code") {
            Some(1.0) => Refusal::Refused,
            Some(3.0) => Refusal::Late,
            _ => Refusal::Unavailable,
        }),
    }
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(of, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

fn number(of: &JsValue, name: &str) -> Option<f64> {
    get(of, name)?.as_f64()
}

#[expect(
    clippy::float_arithmetic,
    reason = "the browser gives degrees as a float; from here on they are whole numbers"
)]
fn ten_thousandths(of: &JsValue, name: &str) -> Option<i32> {
    let degrees = number(of, name).filter(|it| it.is_finite())?;
    Some((degrees * 10_000.0) as i32)
}
