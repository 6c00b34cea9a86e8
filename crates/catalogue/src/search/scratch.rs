//! Memory that searches share, so that a keystroke allocates next to nothing.

use super::Index;
use super::points::{How, Place, SYNONYM_LESS, cover};
use super::terms::ALIAS;
use super::wire::small;

/// Working memory of searches; one for each thread, for any number of indexes.
#[derive(Debug, Default)]
pub struct Scratch {
    /// For each character of the alphabet, where the word under way has it.
    pub(super) marks: Vec<u64>,
    /// For each word, the terms it matches.
    pub(super) matches: Vec<Matches>,
    /// For each document, how far it is found.
    pub(super) slots: Vec<Slot>,
    /// Documents whose slot is not zero.
    pub(super) dirty: Vec<u32>,
    /// Documents found by all words, in no order.
    pub(super) found: Vec<u32>,
    /// How many words the last search had.
    pub(super) words: usize,
}

/// How far a document is found.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Slot {
    /// Points of the words before.
    pub(super) score: u32,
    /// Points of the word under way.
    pub(super) current: u16,
    /// How many words have found it.
    pub(super) words: u16,
}

/// A term that a word matches, in the best way there is.
#[derive(Clone, Copy, Debug)]
pub(super) struct TermMatch {
    pub(super) term: u32,
    pub(super) points: u16,
    pub(super) how: How,
    pub(super) for_how: u16,
    pub(super) place: Place,
    pub(super) cover: u16,
    /// The synonym that was found, or `u32::MAX`.
    pub(super) alias: u32,
}

/// The terms that a word matches.
#[derive(Debug, Default)]
pub(super) struct Matches {
    pub(super) list: Vec<TermMatch>,
    /// For each term its place in the list + 1, or 0.
    slots: Vec<u32>,
}

impl Matches {
    /// Forgets all, and makes room for an index's terms.
    pub(super) fn clear(&mut self, terms: usize) {
        for one in &self.list {
            if let Some(slot) = self.slots.get_mut(one.term as usize) {
                *slot = 0;
            }
        }
        self.list.clear();
        if self.slots.len() < terms {
            self.slots.resize(terms, 0);
        }
    }

    /// Notes that `characters` of a term from a position of [`super::terms::Terms::ids`] on
    /// match.
    pub(super) fn note(&mut self, index: &Index, how: How, position: u32, characters: u32) {
        let term = index.terms.owner(position);
        let length = index.terms.length(term);
        let place = Place::of(position - index.terms.start(term), characters, length);
        let field = index.terms.field(term);
        let is_alias = field == ALIAS;
        let less = if is_alias { SYNONYM_LESS } else { 0 };
        let for_how = how.points().saturating_sub(less);
        let how = match (how, place) {
            (How::Typo, _) => How::Typo,
            _ if is_alias => How::Synonym,
            (How::Exact, Place::Start) => How::Prefix,
            (How::Exact, Place::Inside) => How::Inside,
            _ => how,
        };
        let cover = cover(characters, length);
        self.add(TermMatch {
            term,
            points: index.weight(field) + for_how + place.points() + cover,
            how,
            for_how,
            place,
            cover,
            alias: u32::MAX,
        });
    }

    /// Notes a match; of several of one term the first of the best stays.
    pub(super) fn add(&mut self, one: TermMatch) {
        let Some(slot) = self.slots.get_mut(one.term as usize) else {
            return;
        };
        match self.list.get_mut((*slot as usize).wrapping_sub(1)) {
            Some(known) if known.points >= one.points => {}
            Some(known) => *known = one,
            None => {
                self.list.push(one);
                *slot = small(self.list.len());
            }
        }
    }

    /// The match of a term.
    pub(super) fn of(&self, term: u32) -> Option<&TermMatch> {
        let slot = self.slots.get(term as usize).copied().unwrap_or(0);
        self.list.get((slot as usize).wrapping_sub(1))
    }
}
