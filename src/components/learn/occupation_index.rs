//! The search index of occupations.

use catalogue::kinds;
use catalogue::model::Occupations;
use catalogue::search::{Index, Lexicon};
use std::cell::Cell;

thread_local! {
    /// Made when it is first needed, kept for as long as the catalogue is in use.
    static INDEX: Cell<Option<(*const Occupations, &'static Index)>> = const { Cell::new(None) };
}

/// The index; made only once for a catalogue.
pub fn occupation_index(occupations: &Occupations, lexicon: &Lexicon) -> &'static Index {
    if let Some((of, index)) = INDEX.get()
        && std::ptr::eq(of, occupations)
    {
        return index;
    }
    let index = kinds::occupations(occupations, lexicon.clone());
    let index: &'static Index = Box::leak(Box::new(index));
    INDEX.set(Some((occupations, index)));
    index
}
