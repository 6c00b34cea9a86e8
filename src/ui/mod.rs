//! The renderer: what `view!` writes calls to.
//!
//! Elements are made at once, as they are written. What follows a signal is a *region*
//! between two empty texts (or an attribute) with a Leptos render effect that renews it.
//! Effects belong to the reactive owner of the region or page that made them and end with it.
//!
//! Why not Leptos's own renderer: docs/decisions.

mod element;
mod rows;
mod signal;
mod value;
mod view;

pub use element::{html, svg};
pub use rows::rows;
pub use view::{CollectView, IntoView, View};

/// What a file of pages or components uses: `use crate::ui::prelude::*;`
pub mod prelude {
    pub use super::signal::{Effect, Memo, RwSignal};
    pub use super::{CollectView, IntoView, View, View as AnyView, rows};
    pub use leptos::prelude::{
        Callable, Callback, GetValue, SetValue, StoredValue, WithValue, untrack,
    };
    pub use markup::view;
}

use leptos::prelude::{RenderEffect, StoredValue};

/// Shows what `make` gives in `root`, for as long as the page lives.
pub fn mount(root: web_sys::HtmlElement, make: impl FnOnce() -> View + 'static) {
    let parent = root.clone();
    // Leptos starts its scheduler and the owner of everything that is made.
    let handle = leptos::mount::mount_to(root, move || {
        for node in make().nodes() {
            // Refused only for a node that holds its own parent, which no view makes.
            let _ = parent.append_child(&node);
        }
    });
    handle.forget();
}

/// Runs `run` now and whenever a signal that it read changes, as long as the current owner
/// lives. It is told whether this is the first run.
fn follow(run: impl FnMut(bool) + 'static) {
    fn boxed(mut run: Box<dyn FnMut(bool)>) {
        let effect = RenderEffect::new(move |before: Option<()>| run(before.is_none()));
        // The owner's arena keeps it until the owner is cleaned up.
        StoredValue::new_local(effect);
    }
    boxed(Box::new(run));
}
