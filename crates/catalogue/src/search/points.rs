//! Points: how a match is scored, every part of it shown.

/// How a word was found in a field's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum How {
    /// The word is the whole text.
    Exact,
    /// The text begins with the word.
    Prefix,
    /// The word stands further in.
    Inside,
    /// As typed, but for traditional characters: 電工 for 电工.
    Traditional,
    /// Full pinyin, the last syllable perhaps unfinished: `diango`.
    Pinyin,
    /// A word that stands for the text was found, in any way but with a typing error: 叉车.
    Synonym,
    /// Characters, syllables and initials mixed: `dian工`.
    Mixed,
    /// The first letter of every syllable: `dg`.
    Initials,
    /// With one typing error, because no text has the word as typed.
    Typo,
}

/// A synonym gives as many points fewer than the text itself found in the same way.
pub const SYNONYM_LESS: u16 = 15;

impl How {
    /// Points for this way of matching; of a synonym, found as it is typed.
    pub fn points(self) -> u16 {
        match self {
            How::Exact | How::Prefix | How::Inside => 60,
            How::Traditional => 58,
            How::Pinyin => 50,
            How::Synonym => 60 - SYNONYM_LESS,
            How::Mixed => 40,
            How::Initials => 42,
            How::Typo => 20,
        }
    }

    /// A name for scripts: `exact`, `pinyin`, …
    pub fn name(self) -> &'static str {
        match self {
            How::Exact => "exact",
            How::Prefix => "prefix",
            How::Inside => "inside",
            How::Traditional => "traditional",
            How::Pinyin => "pinyin",
            How::Synonym => "synonym",
            How::Mixed => "mixed",
            How::Initials => "initials",
            How::Typo => "typo",
        }
    }
}

/// Where in a text a word was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// It is the whole text.
    Whole,
    /// At the start.
    Start,
    /// Further in.
    Inside,
}

impl Place {
    /// Points for this place.
    pub fn points(self) -> u16 {
        match self {
            Place::Whole => 40,
            Place::Start => 20,
            Place::Inside => 0,
        }
    }

    /// A name for scripts: `whole`, `start`, `inside`.
    pub fn name(self) -> &'static str {
        match self {
            Place::Whole => "whole",
            Place::Start => "start",
            Place::Inside => "inside",
        }
    }

    pub(super) fn of(begin: u32, characters: u32, length: u32) -> Place {
        match (begin, characters == length) {
            (0, true) => Place::Whole,
            (0, false) => Place::Start,
            _ => Place::Inside,
        }
    }
}

/// Points for the part of the text that the word covers: 20 for all of it.
pub(super) fn cover(characters: u32, length: u32) -> u16 {
    (20 * characters.min(length))
        .checked_div(length)
        .map_or(0, |points| points as u16)
}

/// Why a document was found by one word of a query.
///
/// The word's points are the sum of the four parts; a document's score is the sum over the
/// words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// The word, counted from 0.
    pub word: u8,
    /// The field it was found in.
    pub field: u8,
    /// How.
    pub how: How,
    /// Where.
    pub place: Place,
    /// The field's text, see [`Index::text`](super::Index::text).
    pub term: u32,
    /// The synonym that was found instead of the text.
    pub synonym: Option<u32>,
    /// The field's points.
    pub for_field: u16,
    /// Points for the way of matching.
    pub for_how: u16,
    /// Points for the place.
    pub for_place: u16,
    /// Points for the part of the text that is covered, 0 to 20.
    pub for_cover: u16,
}

impl Match {
    /// The sum of the parts.
    pub fn points(&self) -> u32 {
        [self.for_field, self.for_how, self.for_place, self.for_cover]
            .into_iter()
            .map(u32::from)
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_covered_is_a_twentieth_at_a_time() {
        assert_eq!(cover(2, 2), 20);
        assert_eq!(cover(2, 7), 5);
        assert_eq!(cover(1, 0), 0);
        assert_eq!(Place::of(0, 2, 2), Place::Whole);
        assert_eq!(Place::of(0, 1, 2), Place::Start);
        assert_eq!(Place::of(1, 1, 2), Place::Inside);
    }
}
