//! The search index of occupations.

use catalogue::kinds;
use catalogue::model::Occupations;
use catalogue::search::{Index, Lexicon};
use std::cell::OnceCell;

thread_local! {
    /// Made when it is first needed, kept for the visit.
    static INDEX: OnceCell<&'static Index> = const { OnceCell::new() };
}

/// The index; made only once a visit.
pub fn occupation_index(occupations: &Occupations, lexicon: &Lexicon) -> &'static Index {
    INDEX.with(|index| {
        *index.get_or_init(|| Box::leak(Box::new(kinds::occupations(occupations, lexicon.clone()))))
    })
}
