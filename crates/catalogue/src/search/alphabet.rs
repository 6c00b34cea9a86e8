//! The characters of an index, numbered.

use super::Lexicon;
use super::letters::letter;
use super::wire::small;

/// No character: the end of a term.
pub(super) const END: u16 = 0;

/// A character of a query that occurs in no term.
pub(super) const STRANGE: u16 = u16::MAX;

/// Numbers for the characters that occur, in the order in which they were met.
#[derive(Clone, Debug)]
pub(super) struct Alphabet {
    /// The number of each character of the basic plane; 0 for those not met.
    basic: Vec<u16>,
    /// Characters beyond it, rare enough to be looked through.
    beyond: Vec<(char, u16)>,
    /// The character of each number.
    characters: Vec<char>,
    /// Readings of each number: `readings[starts[n]..starts[n + 1]]`, after `settle`.
    starts: Vec<u32>,
    readings: Vec<u16>,
    /// The numbers whose reading begins with each letter, or that are that letter.
    by_letter: Vec<Vec<u16>>,
}

impl Alphabet {
    pub(super) fn new() -> Alphabet {
        Alphabet {
            basic: vec![0; 0x1_0000],
            beyond: Vec::new(),
            characters: vec!['\0'],
            starts: Vec::new(),
            readings: Vec::new(),
            by_letter: Vec::new(),
        }
    }

    /// The number of a folded character; a new one if it was not met before.
    pub(super) fn number(&mut self, character: char, lexicon: &Lexicon) -> u16 {
        match self.find(character) {
            0 => {}
            known => return known,
        }
        let simple = lexicon.simplify(character);
        let number = match self.find(simple) {
            // The last number is `STRANGE`; no language has that many characters.
            0 if self.characters.len() < usize::from(STRANGE) => {
                self.characters.push(simple);
                let number = (self.characters.len() - 1) as u16;
                self.remember(simple, number);
                number
            }
            0 => return STRANGE,
            known => known,
        };
        if simple != character {
            self.remember(character, number);
        }
        number
    }

    fn remember(&mut self, character: char, number: u16) {
        match self.basic.get_mut(character as usize) {
            Some(slot) => *slot = number,
            None => self.beyond.push((character, number)),
        }
    }

    /// The number of a folded character, or 0.
    fn find(&self, character: char) -> u16 {
        match self.basic.get(character as usize) {
            Some(number) => *number,
            None => self
                .beyond
                .iter()
                .find(|(known, _)| *known == character)
                .map_or(0, |(_, number)| *number),
        }
    }

    /// The number of a folded character of a query, and whether it had to be simplified.
    pub(super) fn look_up(&self, character: char, lexicon: &Lexicon) -> (u16, bool) {
        let simple = lexicon.simplify(character);
        match self.find(simple) {
            0 => (STRANGE, false),
            number => (number, simple != character),
        }
    }

    /// Looks up the readings of all numbers, once no more will come.
    pub(super) fn settle(&mut self, lexicon: &Lexicon) {
        self.by_letter = vec![Vec::new(); 27];
        for (number, character) in self.characters.iter().enumerate() {
            self.starts.push(small(self.readings.len()));
            let readings = lexicon.readings(*character);
            self.readings.extend_from_slice(readings);
            let initials = readings
                .iter()
                .filter_map(|reading| lexicon.syllable(*reading).first().copied())
                .chain([letter(*character)]);
            for initial in initials {
                if let Some(list) = self.by_letter.get_mut(usize::from(initial))
                    && initial != 0
                    && list.last() != Some(&(number as u16))
                {
                    list.push(number as u16);
                }
            }
        }
        self.starts.push(small(self.readings.len()));
    }

    /// How many numbers there are, 0 included.
    pub(super) fn len(&self) -> usize {
        self.characters.len()
    }

    pub(super) fn character(&self, number: u16) -> char {
        self.characters
            .get(usize::from(number))
            .copied()
            .unwrap_or('\0')
    }

    /// The readings of a number, as numbers of syllables.
    pub(super) fn readings(&self, number: u16) -> &[u16] {
        let at = usize::from(number);
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(from), Some(to)) => self
                .readings
                .get(*from as usize..*to as usize)
                .unwrap_or(&[]),
            _ => &[],
        }
    }

    /// The numbers whose reading begins with a letter (1 for `a`), or that are that letter.
    pub(super) fn beginning(&self, letter: u8) -> &[u16] {
        self.by_letter
            .get(usize::from(letter))
            .map_or(&[], Vec::as_slice)
    }
}
