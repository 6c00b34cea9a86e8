//! The wasm module's interface: plain functions and memory, no bindings.
//!
//! `room(n)` gives a place for n bytes to write into; `load_pack` and `load_people`
//! take over what was written; then `run` and `figures` do the work.

#![allow(
    unsafe_code,
    reason = "exported names are unsafe attributes; nothing else here is"
)]

use crate::contender::{ByHand, Contender, Figures, OUTPUTS, Ours};
use pack::Pack;
use std::cell::RefCell;

#[derive(Default)]
struct State {
    room: Vec<u8>,
    /// Lives as long as the module: leaked on purpose.
    pack: Option<&'static Pack>,
    contenders: Vec<Box<dyn Contender>>,
    figures: [i64; OUTPUTS],
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

/// Reads and validates the pack that was written; false if it is none.
#[unsafe(no_mangle)]
pub extern "C" fn load_pack() -> bool {
    STATE.with_borrow_mut(|state| {
        let pack = Ours::read(&state.room).ok();
        state.pack = pack.map(|pack| &*Box::leak(Box::new(pack)));
        state
            .pack
            .is_some_and(|pack| Ours::new(&pack.program, &[]).is_ok())
    })
}

/// Takes over the people that were written, for both contenders; false without a pack.
#[unsafe(no_mangle)]
pub extern "C" fn load_people() -> bool {
    STATE.with_borrow_mut(|state| {
        let rows: Vec<i64> = state
            .room
            .chunks_exact(8)
            .map(|it| i64::from_le_bytes(it.try_into().unwrap_or_default()))
            .collect();
        let Some(program) = state.pack.map(|pack| &pack.program) else {
            return false;
        };
        let (Ok(ours), Ok(figures)) = (Ours::new(program, &rows), Figures::new(program, &rows))
        else {
            return false;
        };
        let by_hand = ByHand::new(&rows);
        state.contenders = vec![Box::new(ours), Box::new(by_hand), Box::new(figures)];
        true
    })
}

/// Evaluates `count` people from `first` on, by contender 0 (ours), 1 (by hand) or 2 (figures alone);
/// the sum of totals.
#[unsafe(no_mangle)]
pub extern "C" fn run(contender: usize, first: usize, count: usize) -> i64 {
    STATE.with_borrow_mut(|state| {
        let Some(contender) = state.contenders.get_mut(contender) else {
            return -1;
        };
        let people = contender.people().max(1);
        (first..first + count)
            .map(|person| contender.evaluate(person % people))
            .sum()
    })
}

/// One person's figures: where thirteen `i64` lie.
#[unsafe(no_mangle)]
pub extern "C" fn figures(contender: usize, person: usize) -> *const i64 {
    STATE.with_borrow_mut(|state| {
        if let Some(contender) = state.contenders.get_mut(contender) {
            state.figures = contender.figures(person);
        }
        state.figures.as_ptr()
    })
}
