//! Matching letters against readings, all ways of cutting a word into syllables at once.
//!
//! A state is the set of places in the word that are reached after some characters of a
//! term, as bits. A character moves every place by one of its readings, by its initial, or by
//! itself. So `xian` is 西安 and 先 without deciding where a syllable ends.

use super::Index;
use super::alphabet::END;
use super::points::How;
use super::scratch::Matches;
use super::word::Word;

/// Sets of places reached, by what was used on the way.
#[derive(Clone, Copy)]
struct States {
    /// Full readings.
    pinyin: u64,
    /// Initials.
    initials: u64,
    /// Readings, initials and the characters themselves.
    mixed: u64,
}

impl States {
    const START: States = States {
        pinyin: 1,
        initials: 1,
        mixed: 1,
    };

    const NONE: States = States {
        pinyin: 0,
        initials: 0,
        mixed: 0,
    };

    fn is_over(self) -> bool {
        // The mixed ways include the others.
        self.mixed == 0
    }
}

/// Where a character leads, and the ways that end the word within it.
#[derive(Clone, Copy)]
struct Step {
    next: States,
    ended: Ended,
}

/// The ways of matching that have reached the word's end.
#[derive(Clone, Copy, Default)]
struct Ended {
    pinyin: bool,
    initials: bool,
    mixed: bool,
}

impl Ended {
    fn any(self) -> bool {
        self.pinyin || self.initials || self.mixed
    }
}

/// The word `z`, `c` or `s` may be typed with its `h` as an initial.
const H: u8 = 8;

impl Index {
    /// Finds a word with letters by readings and initials.
    pub(super) fn match_pinyin(&self, word: &Word, marks: &[u64], matches: &mut Matches) {
        let own = [word.id(0)];
        let firsts = if word.first == 0 {
            &own
        } else {
            self.alphabet.beginning(word.first)
        };
        for first in firsts {
            let one = self.step(word, marks, *first, States::START);
            if one.next.is_over() && !one.ended.any() {
                continue;
            }
            for pair in self.pairs.beginning(*first) {
                let second = self.pairs.second(pair);
                let two = self.step(word, marks, second, one.next);
                if !one.ended.any() && !two.ended.any() && two.next.is_over() {
                    continue;
                }
                for place in self.pairs.places(pair) {
                    self.note_ended(word, one.ended, *place, 1, matches);
                    self.note_ended(word, two.ended, *place, 2, matches);
                    self.follow(word, marks, *place, two.next, matches);
                }
            }
        }
    }

    /// Goes on from the third character of a place.
    fn follow(
        &self,
        word: &Word,
        marks: &[u64],
        place: u32,
        mut states: States,
        matches: &mut Matches,
    ) {
        let mut characters = 2;
        while !states.is_over() {
            let at = (place + characters) as usize;
            let id = self.terms.ids().get(at).copied().unwrap_or(END);
            let step = self.step(word, marks, id, states);
            characters += 1;
            self.note_ended(word, step.ended, place, characters, matches);
            states = step.next;
        }
    }

    /// Moves all places by one character of a term; the end of a term leads nowhere.
    fn step(&self, word: &Word, marks: &[u64], id: u16, from: States) -> Step {
        let mut next = States::NONE;
        let mut ended = Ended::default();
        let itself = marks.get(usize::from(id)).copied().unwrap_or(0);
        next.mixed = (from.mixed & itself) << 1;
        let readings = self.alphabet.readings(id);
        if readings.is_empty() && itself != 0 && self.alphabet.character(id).is_ascii() {
            // Letters and digits in a term are their own reading.
            next.pinyin = (from.pinyin & itself) << 1;
            next.initials = (from.initials & itself) << 1;
        }
        for reading in readings {
            let syllable = self.lexicon.syllable(*reading);
            let (mut pinyin, mut mixed) = (from.pinyin, from.mixed);
            let mut initials = from.initials;
            for (at, letter) in syllable.into_iter().enumerate() {
                if letter == 0 || (mixed == 0 && initials == 0) {
                    break;
                }
                let places = word.letters.get(usize::from(letter)).copied().unwrap_or(0);
                pinyin = (pinyin & places) << 1;
                mixed = (mixed & places) << 1;
                initials = (initials & places) << 1;
                // A last syllable may be unfinished.
                ended.pinyin |= pinyin & word.end != 0;
                ended.mixed |= mixed & word.end != 0;
                if at == 0 || (at == 1 && letter == H) {
                    next.initials |= initials;
                    next.mixed |= mixed;
                }
                if at > 0 {
                    initials &= if letter == H { u64::MAX } else { 0 };
                }
                if syllable.get(at + 1).copied().unwrap_or(0) == 0 {
                    next.pinyin |= pinyin;
                    next.mixed |= mixed;
                }
            }
        }
        ended.pinyin |= next.pinyin & word.end != 0;
        ended.initials = next.initials & word.end != 0;
        ended.mixed |= next.mixed & word.end != 0;
        // Past the end nothing follows.
        next.pinyin &= !word.end;
        next.initials &= !word.end;
        next.mixed &= !word.end;
        Step { next, ended }
    }

    /// Notes a place where the word ended, if that way of matching is allowed there: what
    /// little is typed must stand at the start, or half the catalogue would be found.
    fn note_ended(
        &self,
        word: &Word,
        ended: Ended,
        place: u32,
        characters: u32,
        matches: &mut Matches,
    ) {
        if !ended.any() {
            return;
        }
        let starts = self.terms.start(self.terms.owner(place)) == place;
        if ended.pinyin && (starts || word.len() > 1) {
            matches.note(self, How::Pinyin, place, characters);
        }
        if ended.initials && (starts || word.len() > 2) {
            matches.note(self, How::Initials, place, characters);
        }
        if ended.mixed && (starts || !word.only_ascii) {
            matches.note(self, How::Mixed, place, characters);
        }
    }
}
