//! The module's interface: plain functions and memory, no bindings.
//!
//! `room(n)` gives a place for n bytes to write into; `open` takes over a pack that was written,
//! `settings` what is to be computed, `read` a list. What comes back lies at `out()`, `out_length()`
//! bytes long.

#![allow(
    unsafe_code,
    reason = "exported names are unsafe attributes; nothing else here is"
)]

use crate::Desk;
use staff::view;
use std::cell::RefCell;

/// [`read`] gives this for a list that is none; why lies at [`out`].
const REFUSED: u32 = u32::MAX;

#[derive(Default)]
struct State {
    desk: Desk,
    room: Vec<u8>,
    settings: Vec<u8>,
    out: Vec<u8>,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

/// Makes room for `bytes` bytes and says where.
#[unsafe(no_mangle)]
pub extern "C" fn room(bytes: usize) -> *mut u8 {
    STATE.with_borrow_mut(|state| {
        state.room = vec![0; bytes];
        state.room.as_mut_ptr()
    })
}

/// Takes the pack in the room; false if it is none.
#[unsafe(no_mangle)]
pub extern "C" fn open() -> bool {
    STATE.with_borrow_mut(|state| {
        let bytes = std::mem::take(&mut state.room);
        state.desk.open(&bytes)
    })
}

/// Takes the settings in the room.
#[unsafe(no_mangle)]
pub extern "C" fn settings() {
    STATE.with_borrow_mut(|state| state.settings = std::mem::take(&mut state.room));
}

/// Reads the list in the room; gives how many people it has, or that it was refused.
#[unsafe(no_mangle)]
pub extern "C" fn read() -> u32 {
    STATE.with_borrow_mut(|state| {
        // The file is gone from memory as soon as it is read.
        let bytes = std::mem::take(&mut state.room);
        match state.desk.read(&state.settings, &bytes) {
            Ok(people) => u32::try_from(people).unwrap_or(REFUSED - 1),
            Err(refused) => {
                state.out = view::write(&refused);
                REFUSED
            }
        }
    })
}

/// Computes so many people more; gives how many are done.
#[unsafe(no_mangle)]
pub extern "C" fn step(count: u32) -> u32 {
    STATE.with_borrow_mut(|state| {
        let done = state.desk.step(count as usize);
        u32::try_from(done).unwrap_or(u32::MAX)
    })
}

/// Sums the list up.
#[unsafe(no_mangle)]
pub extern "C" fn summary() {
    STATE.with_borrow_mut(|state| state.out = state.desk.summary());
}

/// Answers the request in the room.
#[unsafe(no_mangle)]
pub extern "C" fn answer() {
    STATE.with_borrow_mut(|state| {
        let request = std::mem::take(&mut state.room);
        state.out = state.desk.answer(&request);
    });
}

/// Where the last answer lies.
#[unsafe(no_mangle)]
pub extern "C" fn out() -> *const u8 {
    STATE.with_borrow(|state| state.out.as_ptr())
}

/// How long it is.
#[unsafe(no_mangle)]
pub extern "C" fn out_length() -> usize {
    STATE.with_borrow(|state| state.out.len())
}

/// Forgets the last answer.
#[unsafe(no_mangle)]
pub extern "C" fn forget() {
    STATE.with_borrow_mut(|state| state.out = Vec::new());
}
