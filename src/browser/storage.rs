//! What is kept on this device. Blocked storage is no error: nothing is kept then.

use super::window;
use std::cell::Cell;

thread_local! {
    static OFF: Cell<bool> = const { Cell::new(false) };
}

/// From now on nothing is read, kept or forgotten.
pub fn turn_off() {
    OFF.set(true);
}

fn storage() -> Option<web_sys::Storage> {
    match OFF.get() {
        true => None,
        false => window()?.local_storage().ok().flatten(),
    }
}

/// The text kept under a name.
pub fn get(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

/// Keeps a text; `false` where the browser does not let us.
pub fn set(name: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(name, text).is_ok())
}

/// Forgets a text.
pub fn remove(name: &str) {
    if let Some(storage) = storage() {
        // A storage that is blocked keeps nothing anyway.
        let _ = storage.remove_item(name);
    }
}
