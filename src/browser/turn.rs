//! Pages of ours that are open at the same time: one of them does something, the others know.

use super::{named, window};
use js_sys::{Array, Function, Promise};
use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// Does `work` while no other page of ours does work of that name; waits for its turn. A browser
/// without locks, or one that refuses them, does it at once.
pub async fn alone(name: &str, work: impl Future<Output = ()> + 'static) {
    let work: Rc<RefCell<Option<Work>>> = Rc::new(RefCell::new(Some(Box::pin(work))));
    if let Some(turn) = take_turns(name, Rc::clone(&work)) {
        let _ = JsFuture::from(Promise::resolve(&turn)).await;
    }
    let left = work.borrow_mut().take();
    if let Some(work) = left {
        work.await;
    }
}

type Work = Pin<Box<dyn Future<Output = ()>>>;

/// Settled when the work is done, or a lock is refused.
fn take_turns(name: &str, work: Rc<RefCell<Option<Work>>>) -> Option<JsValue> {
    let run = Closure::once_into_js(move |_: JsValue| -> Promise {
        future_to_promise(async move {
            let work = work.borrow_mut().take();
            if let Some(work) = work {
                work.await;
            }
            Ok(JsValue::UNDEFINED)
        })
    });
    lock(name, &run)
}

/// Tells the other pages of ours that something of that name was done, for as long as this page
/// lives. What a page keeps on the device reaches another one a little after its turn has passed
/// on (`localStorage` is not read from one place); this is known there at once, see [`marks`].
pub fn mark(name: &str) {
    let run = Closure::once_into_js(|_: JsValue| Promise::new(&mut |_, _| {}));
    // Without locks others learn of it from what is kept.
    let _ = lock(name, &run);
}

/// The names that pages of ours told by [`mark`]; none in a browser without locks.
pub async fn marks() -> Vec<String> {
    async fn held() -> Option<Vec<String>> {
        let state = named::call(&locks()?, "query", &JsValue::UNDEFINED)?;
        let state = JsFuture::from(Promise::resolve(&state)).await.ok()?;
        let held: Array = named::get(&state, "held")?.dyn_into().ok()?;
        Some(held.iter().map(|it| named::text(&it, "name")).collect())
    }
    held().await.unwrap_or_default()
}

fn locks() -> Option<JsValue> {
    named::get(&window()?.navigator(), "locks")
}

/// Runs `run` when the lock of that name is free, and holds it until its promise is settled.
fn lock(name: &str, run: &JsValue) -> Option<JsValue> {
    let locks = locks()?;
    let request: Function = named::get(&locks, "request")?.dyn_into().ok()?;
    request.call2(&locks, &name.into(), run).ok()
}
