//! The wasm module's interface: plain functions and memory, no bindings.
//!
//! `room(n)` gives a place for n bytes to write into. `lexicon`, `rows` and `read_index` take over what
//! was written; `build` makes the index of rows and lexicon. `search` reads its words from the
//! room; what it found lies at `found`, the total first.

#![allow(
    unsafe_code,
    reason = "exported names are unsafe attributes; nothing else here is"
)]

use crate::corpus::{Asked, Corpus};
use catalogue::search::Lexicon;
use std::cell::RefCell;

#[derive(Default)]
struct State {
    room: Vec<u8>,
    lexicon: Lexicon,
    rows: String,
    corpus: Option<Corpus>,
    written: Vec<u8>,
    found: Vec<u32>,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

/// Makes room for `bytes` bytes and says where.
#[unsafe(no_mangle)]
pub extern "C" fn room(bytes: usize) -> *mut u8 {
    STATE.with_borrow_mut(|state| {
        if state.room.len() < bytes {
            state.room.resize(bytes, 0);
        }
        state.room.as_mut_ptr()
    })
}

fn text(state: &State, bytes: usize) -> String {
    let bytes = state.room.get(..bytes).unwrap_or(&[]);
    String::from_utf8_lossy(bytes).into_owned()
}

/// Takes the lexicon that was written; false if it is none.
#[unsafe(no_mangle)]
pub extern "C" fn lexicon(bytes: usize) -> bool {
    STATE.with_borrow_mut(|state| {
        let read = Lexicon::read(state.room.get(..bytes).unwrap_or(&[]));
        let is_one = read.is_ok();
        state.lexicon = read.unwrap_or_default();
        is_one
    })
}

/// Takes the rows that were written.
#[unsafe(no_mangle)]
pub extern "C" fn rows(bytes: usize) {
    STATE.with_borrow_mut(|state| state.rows = text(state, bytes));
}

/// Builds the index; gives the number of rows.
#[unsafe(no_mangle)]
pub extern "C" fn build() -> usize {
    STATE.with_borrow_mut(|state| {
        let corpus = Corpus::build(&state.rows, state.lexicon.clone());
        state.corpus.insert(corpus).index.documents()
    })
}

/// Writes the index; gives its length. It lies at `written`.
#[unsafe(no_mangle)]
pub extern "C" fn write_index() -> usize {
    STATE.with_borrow_mut(|state| {
        state.written = state
            .corpus
            .as_ref()
            .map(|it| it.index.write())
            .unwrap_or_default();
        state.written.len()
    })
}

/// Where the index lies that was written.
#[unsafe(no_mangle)]
pub extern "C" fn written() -> *const u8 {
    STATE.with_borrow(|state| state.written.as_ptr())
}

/// Reads the index that was written into the room; false if it is none.
#[unsafe(no_mangle)]
pub extern "C" fn read_index(bytes: usize) -> bool {
    STATE.with_borrow_mut(|state| {
        let bytes = state.room.get(..bytes).unwrap_or(&[]);
        state.corpus = Corpus::read(bytes, &state.rows).ok();
        state.corpus.is_some()
    })
}

/// Finds rows; gives how many are shown. Filters are numbers of values, -1 for none.
#[unsafe(no_mangle)]
pub extern "C" fn search(
    bytes: usize,
    district: i32,
    level: i32,
    most: i32,
    limit: usize,
) -> usize {
    STATE.with_borrow_mut(|state| {
        let text = text(state, bytes);
        let asked = Asked {
            text: &text,
            district,
            level,
            most,
        };
        state.found.clear();
        let Some(corpus) = &mut state.corpus else {
            return 0;
        };
        let hits = corpus.search(asked, limit);
        state.found.push(hits.total);
        state.found.extend(hits.hits.iter().map(|hit| hit.document));
        hits.hits.len()
    })
}

/// As `search`, with the counts of every value of every facet.
#[unsafe(no_mangle)]
pub extern "C" fn browse(
    bytes: usize,
    district: i32,
    level: i32,
    most: i32,
    limit: usize,
) -> usize {
    STATE.with_borrow_mut(|state| {
        let text = text(state, bytes);
        let asked = Asked {
            text: &text,
            district,
            level,
            most,
        };
        state.found.clear();
        let Some(corpus) = &mut state.corpus else {
            return 0;
        };
        let page = corpus.browse(asked, limit);
        state.found.push(page.total);
        state.found.extend(page.listed.iter().map(|it| it.document));
        page.listed.len()
    })
}

/// Where the total lies, and after it the numbers of the rows.
#[unsafe(no_mangle)]
pub extern "C" fn found() -> *const u32 {
    STATE.with_borrow(|state| state.found.as_ptr())
}
