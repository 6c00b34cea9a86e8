//! Today, and waiting.

use super::window;
use js_sys::Promise;
use rules::date::{self, Day};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Today, by the device's own calendar.
pub fn today() -> Day {
    let now = js_sys::Date::new_0();
    let month = u8::try_from(now.get_month() + 1).unwrap_or(1);
    let day = u8::try_from(now.get_date()).unwrap_or(1);
    date::from_ymd(i64::from(now.get_full_year()), month, day).unwrap_or(0)
}

/// Seconds since 1970-01-01 00:00 UTC, by the device's clock.
pub fn now_seconds() -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds")]
    let milliseconds = js_sys::Date::now() as i64;
    milliseconds / 1_000
}

/// The day of a moment such as `2026-11-27T18:00:00Z`, by the device's own calendar.
pub fn day_of(moment: &str) -> Option<Day> {
    let then = js_sys::Date::new(&moment.into());
    // An invalid date has no year.
    let year = then.get_full_year();
    let month = u8::try_from(then.get_month() + 1).ok()?;
    let day = u8::try_from(then.get_date()).ok()?;
    date::from_ymd(i64::from(year), month, day)
}

/// A moment such as `2026-11-27T18:00:00Z` on the device's own clock: its day, and `18:00`.
pub fn day_and_time(moment: &str) -> Option<(Day, String)> {
    let then = js_sys::Date::new(&moment.into());
    let time = format!("{:02}:{:02}", then.get_hours(), then.get_minutes());
    Some((day_of(moment)?, time))
}

/// Runs `then` after so many milliseconds.
pub fn after(milliseconds: i32, then: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(then);
    if let (Some(window), Some(then)) = (window(), then.dyn_ref()) {
        // Refused only where the arguments are of a wrong type.
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(then, milliseconds);
    }
}

/// Waits for so many milliseconds.
pub async fn pause(milliseconds: i32) {
    let time = Promise::new(&mut |done, _| {
        after(milliseconds, move || {
            // The browser's own function takes any value.
            let _ = done.call0(&JsValue::UNDEFINED);
        });
    });
    // Nothing refuses it.
    let _ = JsFuture::from(time).await;
}

/// Runs `then` when the browser is about to paint, when what was just rendered is there.
pub fn next_frame(then: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(then);
    if let (Some(window), Some(then)) = (window(), then.dyn_ref()) {
        let _ = window.request_animation_frame(then);
    }
}

/// Does `work` and notes how long it took in the browser's own performance log, under `name`.
/// `cargo xtask bench web` reads it there; nothing leaves the page.
pub fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let log = window().and_then(|window| window.performance());
    let start = format!("{name}-start");
    if let Some(log) = &log {
        // A browser that keeps no log measures nothing.
        let _ = log.mark(&start);
    }
    let result = work();
    if let Some(log) = &log {
        let _ = log.measure_with_start_mark(name, &start);
    }
    result
}
