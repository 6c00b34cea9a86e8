//! The distinct texts of fields.

use super::Lexicon;
use super::alphabet::{Alphabet, END};
use super::wire::small;

/// The field of a synonym: a term that stands for another one.
pub(super) const ALIAS: u8 = u8::MAX;

/// Distinct texts by number, as written and as numbers of their characters.
///
/// Equal texts in two fields are two terms.
#[derive(Clone, Debug, Default)]
pub(super) struct Terms {
    fields: Vec<u8>,
    text: String,
    text_starts: Vec<u32>,
    /// Every term's characters, each term ended by [`END`].
    ids: Vec<u16>,
    starts: Vec<u32>,
    /// The term of every position of `ids`.
    owners: Vec<u32>,
    /// Open addressing: number + 1 of the term of a hash; 0 for a free place.
    slots: Vec<u32>,
}

impl Terms {
    pub(super) fn len(&self) -> usize {
        self.fields.len()
    }

    /// The term of a field's text; a new one if it was not met before.
    pub(super) fn intern(
        &mut self,
        field: u8,
        text: &str,
        alphabet: &mut Alphabet,
        lexicon: &Lexicon,
    ) -> u32 {
        if self.slots.len() < 2 * (self.len() + 1) {
            self.grow();
        }
        let at = match self.probe(field, text) {
            Ok(known) => return known,
            Err(free) => free,
        };
        let term = small(self.len());
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = term + 1;
        }
        self.fields.push(field);
        self.text_starts.push(small(self.text.len()));
        self.text.push_str(text);
        self.starts.push(small(self.ids.len()));
        for character in text.chars().filter_map(super::fold::fold) {
            self.ids.push(alphabet.number(character, lexicon));
        }
        self.ids.push(END);
        self.owners.resize(self.ids.len(), term);
        term
    }

    /// The term of a field's text, if there is one; only before [`Terms::settle`].
    pub(super) fn find(&self, field: u8, text: &str) -> Option<u32> {
        self.probe(field, text).ok()
    }

    /// The term of a field's text, or the free place for it.
    fn probe(&self, field: u8, text: &str) -> Result<u32, usize> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash(field, text) & mask;
        loop {
            match self.slots.get(at).copied() {
                Some(0) | None => return Err(at),
                Some(known) => {
                    let term = known - 1;
                    if self.field(term) == field && self.text(term) == text {
                        return Ok(term);
                    }
                }
            }
            at = (at + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let size = (4 * self.slots.len()).max(64);
        let mask = size - 1;
        let mut slots = vec![0u32; size];
        for term in 0..small(self.len()) {
            let mut at = hash(self.field(term), self.text(term)) & mask;
            while slots.get(at).is_some_and(|slot| *slot != 0) {
                at = (at + 1) & mask;
            }
            if let Some(slot) = slots.get_mut(at) {
                *slot = term + 1;
            }
        }
        self.slots = slots;
    }

    /// Frees what only [`Terms::intern`] needs.
    pub(super) fn settle(&mut self) {
        self.slots = Vec::new();
    }

    pub(super) fn field(&self, term: u32) -> u8 {
        self.fields.get(term as usize).copied().unwrap_or(ALIAS)
    }

    /// A term as it was written.
    pub(super) fn text(&self, term: u32) -> &str {
        let at = term as usize;
        let from = self.text_starts.get(at).copied().unwrap_or(0) as usize;
        let to = self
            .text_starts
            .get(at + 1)
            .map_or(self.text.len(), |to| *to as usize);
        self.text.get(from..to).unwrap_or("")
    }

    /// Where a term's characters begin in [`Terms::ids`].
    pub(super) fn start(&self, term: u32) -> u32 {
        self.starts.get(term as usize).copied().unwrap_or(0)
    }

    /// How many characters a term has.
    pub(super) fn length(&self, term: u32) -> u32 {
        let end = match self.starts.get(term as usize + 1) {
            Some(next) => *next,
            None => small(self.ids.len()),
        };
        end.saturating_sub(self.start(term) + 1)
    }

    /// Every term's characters, each term ended by [`END`].
    pub(super) fn ids(&self) -> &[u16] {
        &self.ids
    }

    /// The term that a position belongs to.
    pub(super) fn owner(&self, position: u32) -> u32 {
        self.owners.get(position as usize).copied().unwrap_or(0)
    }
}

/// FNV-1a; the texts are ours, not a stranger's, and a collision costs a comparison.
fn hash(field: u8, text: &str) -> usize {
    let mut state = 0x811c_9dc5_u32 ^ u32::from(field);
    for byte in text.bytes() {
        state = (state ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    (state ^ (state >> 15)) as usize
}
