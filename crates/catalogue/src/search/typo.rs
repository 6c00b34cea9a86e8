//! Forgiving one typing error.
//!
//! As in [`super::pinyin`] a state is a set of places in the word, twice: those reached
//! without an error and those reached with at most one (Wu and Manber's bitap).

use super::Index;
use super::alphabet::{END, STRANGE};
use super::points::How;
use super::scratch::Matches;
use super::word::Word;

/// Chinese words shorter than this have no spare character to be wrong in.
const MIN_CHARACTERS: usize = 3;

/// Pinyin shorter than this is half a dozen other syllables with one letter changed.
const MIN_LETTERS: usize = 4;

/// Places reached.
#[derive(Clone, Copy)]
struct States {
    /// Without an error.
    none: u64,
    /// With one at most.
    one: u64,
    /// Without an error, where the letter just read is the next but one: half of two letters
    /// that changed places.
    swapped: u64,
}

impl States {
    /// Before anything is read, the word's first letter may already be one too many.
    const START: States = States {
        none: 1,
        one: 0b11,
        swapped: 0,
    };

    /// Reads a letter of a term that the word has at `places`.
    fn read(self, places: u64, swaps: bool) -> States {
        let none = (self.none & places) << 1;
        let one = ((self.one & places) << 1) // no further error
            | self.none // the word misses this letter
            | (self.none << 1) // the word has a wrong one
            | (none << 1) // the word has one too many after it
            | ((self.swapped & places) << 2); // two changed places
        let swapped = if swaps { self.none & (places >> 1) } else { 0 };
        States { none, one, swapped }
    }

    fn is_over(self) -> bool {
        self.one == 0
    }

    fn or(self, other: States) -> States {
        States {
            none: self.none | other.none,
            one: self.one | other.one,
            swapped: self.swapped | other.swapped,
        }
    }

    /// Without what lies behind the word's end.
    fn within(self, end: u64) -> States {
        let all = (end << 1).wrapping_sub(1);
        States {
            none: self.none & all,
            one: self.one & all,
            swapped: self.swapped & all,
        }
    }
}

impl Index {
    /// Finds a Chinese word with one wrong, missing or superfluous character.
    pub(super) fn match_mistyped(&self, word: &Word, marks: &[u64], matches: &mut Matches) {
        if word.len() < MIN_CHARACTERS {
            return;
        }
        // Looks around the places of a part of the word that begins at `offset` in it.
        let mut look = |places: &[u32], offset: u32| {
            for place in places {
                self.compare(word, marks, *place, offset, matches);
            }
        };
        // One error leaves one half of the word whole.
        if word.len() > 3 {
            let (left, right) = word.ids.split_at(word.len() / 2);
            let (places, offset) = self.rarest(left);
            look(places, offset);
            let (places, offset) = self.rarest(right);
            look(places, offset + left.len() as u32);
            return;
        }
        let [a, b, c] = [word.id(0), word.id(1), word.id(2)];
        look(self.pairs.of_two(a, b), 0);
        look(self.pairs.of_two(b, c), 1);
        look(self.pairs.of_two(a, c), 0);
        if c == STRANGE {
            return;
        }
        for pair in self.pairs.beginning(a) {
            let between = self.pairs.second(pair);
            if between == END || self.pairs.of_two(between, c).is_empty() {
                continue;
            }
            for place in self.pairs.places(pair) {
                if self.terms.ids().get(*place as usize + 2) == Some(&c) {
                    look(core::slice::from_ref(place), 0);
                }
            }
        }
    }

    /// Notes every stretch that differs from the word by one character and has the part of the
    /// word at `offset` at `place`: the error before it may have moved it by one.
    fn compare(&self, word: &Word, marks: &[u64], place: u32, offset: u32, matches: &mut Matches) {
        let first = self.terms.start(self.terms.owner(place));
        for start in
            first.max(place.saturating_sub(offset + 1))..=(place + 1).saturating_sub(offset)
        {
            let mut states = States::START;
            let mut characters = 0;
            loop {
                let at = (start + characters) as usize;
                let id = self.terms.ids().get(at).copied().unwrap_or(END);
                if id == END || states.is_over() {
                    break;
                }
                let places = marks.get(usize::from(id)).copied().unwrap_or(0);
                states = states.read(places, false).within(word.end);
                characters += 1;
                if states.one & word.end != 0 {
                    matches.note(self, How::Typo, start, characters);
                }
            }
        }
    }

    /// Finds full pinyin with one wrong, missing or superfluous letter, or two that changed
    /// places.
    pub(super) fn match_misspelt(&self, word: &Word, marks: &[u64], matches: &mut Matches) {
        if word.len() < MIN_LETTERS {
            return;
        }
        for first in 1..self.alphabet.len() as u16 {
            let one = self.misspelt(word, marks, first, States::START);
            let one_ended = one.one & word.end != 0;
            if one.is_over() {
                continue;
            }
            for pair in self.pairs.beginning(first) {
                let two = self.misspelt(word, marks, self.pairs.second(pair), one);
                if two.is_over() && !one_ended {
                    continue;
                }
                for place in self.pairs.places(pair) {
                    if one_ended {
                        matches.note(self, How::Typo, *place, 1);
                    }
                    let mut states = two;
                    let mut characters = 2;
                    while !states.is_over() {
                        if states.one & word.end != 0 {
                            matches.note(self, How::Typo, *place, characters);
                        }
                        let at = (place + characters) as usize;
                        let id = self.terms.ids().get(at).copied().unwrap_or(END);
                        states = self.misspelt(word, marks, id, states);
                        characters += 1;
                    }
                }
            }
        }
    }

    /// Reads a character of a term by all its readings; what cannot be read leads nowhere.
    fn misspelt(&self, word: &Word, marks: &[u64], id: u16, from: States) -> States {
        let mut next = States {
            none: 0,
            one: 0,
            swapped: 0,
        };
        let readings = self.alphabet.readings(id);
        if readings.is_empty() && id != END && self.alphabet.character(id).is_ascii() {
            let places = marks.get(usize::from(id)).copied().unwrap_or(0);
            return from.read(places, true).within(word.end);
        }
        for reading in readings {
            let mut states = from;
            for letter in self.lexicon.syllable(*reading) {
                if letter == 0 || states.is_over() {
                    break;
                }
                let places = word.letters.get(usize::from(letter)).copied().unwrap_or(0);
                states = states.read(places, true).within(word.end);
            }
            next = next.or(states);
        }
        next
    }
}
