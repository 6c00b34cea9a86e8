//! What the device says of itself: connection, attention, chance, time.

use super::{named, window};

/// Whether the browser thinks that it is connected. It may be wrong, but never says "no" with a
/// connection that works.
pub fn is_online() -> bool {
    let online = window().and_then(|window| named::get(&window.navigator(), "onLine"));
    online.is_none_or(|online| online.is_truthy())
}

/// Whether the visitor asked their browser to save data.
pub fn saves_data() -> bool {
    let connection = window().and_then(|window| named::get(&window.navigator(), "connection"));
    let saves = connection.and_then(|connection| named::get(&connection, "saveData"));
    saves.is_some_and(|saves| saves.is_truthy())
}

/// Whether another page holds this one in a frame.
pub fn is_framed() -> bool {
    window().is_none_or(|window| {
        let top = named::get(&window, "top");
        top != Some(window.into())
    })
}

/// Whether the page is looked at.
pub fn is_seen() -> bool {
    let document = window().and_then(|window| window.document());
    document.is_some_and(|document| named::text(&document, "visibilityState") == "visible")
}

/// Milliseconds since 1970, by the device's clock.
pub fn now() -> i64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "whole milliseconds, far below the largest"
    )]
    let now = js_sys::Date::now() as i64;
    now
}

/// An event that concerns the whole page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The connection came.
    Online,
    /// The connection went.
    Offline,
    /// The page is looked at again, or no longer.
    Attention,
    /// Another page of ours changed what is kept.
    Storage,
}

/// Calls `run` for each such event, for as long as the page lives.
pub fn on(event: Event, run: impl Fn() + 'static) {
    let Some(window) = window() else { return };
    let name = match event {
        Event::Online => "online",
        Event::Offline => "offline",
        Event::Attention => "visibilitychange",
        Event::Storage => "storage",
    };
    // A window hears of the document's attention too.
    named::on(&window, name, run);
}

/// A UUID made by chance (version 4); `None` where the browser has no source of chance.
pub fn chance() -> Option<String> {
    let window = window()?;
    let crypto = named::get(&window, "crypto")?;
    let bytes = js_sys::Uint8Array::new(&16.into());
    named::call(&crypto, "getRandomValues", &bytes)?;
    let mut bytes = bytes.to_vec();
    for (place, and, or) in [(6, 0x0f, 0x40), (8, 0x3f, 0x80)] {
        if let Some(byte) = bytes.get_mut(place) {
            *byte = *byte & and | or;
        }
    }
    let mut text = String::with_capacity(36);
    for (place, byte) in bytes.iter().enumerate() {
        if matches!(place, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        for digit in [byte >> 4, byte & 15] {
            text.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
    }
    Some(text)
}
