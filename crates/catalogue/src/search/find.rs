//! The terms that a word matches.

use super::Index;
use super::alphabet::STRANGE;
use super::points::How;
use super::scratch::{Matches, TermMatch};
use super::terms::ALIAS;
use super::word::Word;

impl Index {
    /// Fills `matches` with every term that a word matches.
    pub(super) fn match_word(&self, word: &Word, marks: &mut Vec<u64>, matches: &mut Matches) {
        matches.clear(self.terms.len());
        if marks.len() < self.alphabet.len() {
            marks.resize(self.alphabet.len(), 0);
        }
        word.mark(marks);
        self.match_literally(word, matches);
        if word.has_letters {
            self.match_pinyin(word, marks, matches);
        }
        // A typing error is forgiven only where nothing is found as typed.
        if matches.list.is_empty() {
            if word.only_letters {
                self.match_misspelt(word, marks, matches);
            } else if !word.has_letters {
                self.match_mistyped(word, marks, matches);
            }
        }
        word.unmark(marks);
        self.add_meant(matches);
    }

    /// Finds a word as it is typed, or with its traditional characters simplified.
    fn match_literally(&self, word: &Word, matches: &mut Matches) {
        let how = if word.simplified {
            How::Traditional
        } else {
            How::Exact
        };
        let length = word.len() as u32;
        if length == 1 {
            for place in self.pairs.all(word.id(0)) {
                matches.note(self, how, *place, 1);
            }
            return;
        }
        if word.ids.contains(&STRANGE) {
            return;
        }
        let (places, offset) = self.rarest(&word.ids);
        let ids = self.terms.ids();
        for place in places {
            let Some(start) = place.checked_sub(offset) else {
                continue;
            };
            // Ends of terms are in `ids` and match no letter, so this stays within one term.
            let at = start as usize;
            if ids.get(at..at + word.len()) == Some(&word.ids) {
                matches.note(self, how, start, length);
            }
        }
    }

    /// The places of the rarest pair of neighbours of some letters, and where that pair stands
    /// among the letters.
    pub(super) fn rarest(&self, letters: &[u16]) -> (&[u32], u32) {
        let mut best: (&[u32], u32) = (&[], 0);
        for (offset, (first, second)) in letters.iter().zip(letters.iter().skip(1)).enumerate() {
            let places = self.pairs.of_two(*first, *second);
            if offset == 0 || places.len() < best.0.len() {
                best = (places, offset as u32);
            }
        }
        best
    }

    /// For every synonym that was found, adds the terms that it stands for.
    fn add_meant(&self, matches: &mut Matches) {
        if self.aliases.is_empty() {
            return;
        }
        // What is added is no synonym itself, so the end of the list may move.
        let mut at = 0;
        while let Some(found) = matches.list.get(at).copied() {
            at += 1;
            if self.terms.field(found.term) != ALIAS {
                continue;
            }
            for term in self.meant_by(found.term) {
                matches.add(TermMatch {
                    term,
                    points: found.points + self.weight(self.terms.field(term)),
                    alias: found.term,
                    ..found
                });
            }
        }
    }
}
