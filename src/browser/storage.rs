//! What is kept on this device. Blocked storage is no error: nothing is kept then.

use super::{named, window};

fn storage() -> Option<web_sys::Storage> {
    window()?.local_storage().ok().flatten()
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

/// Forgets everything of ours but the texts of these names.
pub fn clear_but(names: &[&str]) {
    let Some(storage) = storage() else { return };
    let name_at = |place: u32| named::call(&storage, "key", &place.into())?.as_string();
    let all: Vec<String> = (0..).map_while(name_at).collect();
    for name in all {
        if name.starts_with("bazhu.") && !names.contains(&name.as_str()) {
            remove(&name);
        }
    }
}
