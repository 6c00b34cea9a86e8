//! A word of a query, ready to be matched.

use super::Index;
use super::alphabet::{END, STRANGE};
use super::fold::{fold, separates};
use super::letters::letter;
use super::query::{MAX_LETTERS, MAX_WORDS};

/// A folded word. Its letters are numbered from 0; a set of numbers is a `u64`.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Numbers in the index's alphabet; [`STRANGE`] for what occurs nowhere.
    pub(super) ids: Vec<u16>,
    /// For each letter 1 to 26 the places where the word has it.
    pub(super) letters: [u64; 27],
    /// The first letter as a number of [`letter`].
    pub(super) first: u8,
    /// The place behind the last letter.
    pub(super) end: u64,
    /// Whether a traditional character was simplified.
    pub(super) simplified: bool,
    /// Whether any of the letters a to z is in it.
    pub(super) has_letters: bool,
    /// Whether it consists of the letters a to z alone.
    pub(super) only_letters: bool,
    /// Whether it consists of letters and digits alone.
    pub(super) only_ascii: bool,
}

impl Word {
    fn new(characters: &[char], index: &Index) -> Word {
        let mut word = Word {
            ids: Vec::with_capacity(characters.len()),
            letters: [0; 27],
            first: characters.first().map_or(0, |first| letter(*first)),
            end: 1 << characters.len().min(MAX_LETTERS),
            simplified: false,
            has_letters: false,
            only_letters: true,
            only_ascii: true,
        };
        for (place, character) in characters.iter().enumerate() {
            let (id, simplified) = index.alphabet.look_up(*character, &index.lexicon);
            word.ids.push(id);
            word.simplified |= simplified;
            let number = letter(*character);
            word.has_letters |= number != 0;
            word.only_letters &= number != 0;
            word.only_ascii &= character.is_ascii();
            if let Some(places) = word.letters.get_mut(usize::from(number))
                && number != 0
            {
                *places |= 1 << place;
            }
        }
        word
    }

    /// How many letters it has, 1 to [`MAX_LETTERS`].
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// The number at a place; [`STRANGE`] past the end.
    pub(super) fn id(&self, place: usize) -> u16 {
        self.ids.get(place).copied().unwrap_or(STRANGE)
    }

    /// Writes for each character of the alphabet the places where the word has it.
    pub(super) fn mark(&self, marks: &mut [u64]) {
        for (place, id) in self.ids.iter().enumerate() {
            if let Some(mark) = marks.get_mut(usize::from(*id))
                && *id != END
            {
                *mark |= 1 << place;
            }
        }
    }

    /// Takes back what [`Word::mark`] wrote.
    pub(super) fn unmark(&self, marks: &mut [u64]) {
        for id in &self.ids {
            if let Some(mark) = marks.get_mut(usize::from(*id)) {
                *mark = 0;
            }
        }
    }
}

/// The words of a query, and whether the query was too long to be taken whole.
pub(super) fn words(text: &str, index: &Index) -> (Vec<Word>, bool) {
    let (words, cut) = split(text);
    (words.iter().map(|it| Word::new(it, index)).collect(), cut)
}

/// The words of a query as they are looked for, but for traditional characters, and whether
/// the query was too long to be taken whole.
pub fn split_query(text: &str) -> (Vec<String>, bool) {
    let (words, cut) = split(text);
    (words.iter().map(|it| it.iter().collect()).collect(), cut)
}

/// Folded words. The time this takes is bounded by the limits, not by the length of the text.
fn split(text: &str) -> (Vec<Vec<char>>, bool) {
    let mut words = Vec::new();
    let mut word: Vec<char> = Vec::new();
    let mut letters = 0;
    let mut cut = false;
    // Marks and spaces are no letters, so a text could hide endless ones of them.
    let mut rest = text.chars();
    for character in rest.by_ref().take(16 * MAX_LETTERS) {
        if separates(character) {
            if !word.is_empty() {
                words.push(core::mem::take(&mut word));
            }
            continue;
        }
        let Some(folded) = fold(character) else {
            continue;
        };
        if letters == MAX_LETTERS || words.len() == MAX_WORDS {
            cut = true;
            break;
        }
        word.push(folded);
        letters += 1;
    }
    cut |= rest.next().is_some();
    if !word.is_empty() {
        words.push(word);
    }
    (words, cut)
}
