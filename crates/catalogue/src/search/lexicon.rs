//! How characters are read, and which traditional character is which simplified one.

use super::Error;
use super::fold::fold;
use super::wire::{Reader, put, put_bytes, put_column, put_len, small};

/// Readings (without tones) and simplified forms of the characters of an index.
///
/// Made natively for the characters that occur (`Lexicon::of`, feature `source`), carried in
/// the index or beside the texts it is built from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lexicon {
    /// Letters of each syllable, 1 for `a`, ended by zeros.
    syllables: Vec<Syllable>,
    /// Characters in ascending order.
    // INVARIANT: strictly ascending; `starts` has one more element, ascending, the last of
    // them the length of `readings`; every reading is an index into `syllables`.
    characters: Vec<char>,
    starts: Vec<u32>,
    readings: Vec<u16>,
    /// Traditional characters in ascending order, each with its simplified one.
    // INVARIANT: strictly ascending by the first.
    traditional: Vec<(char, char)>,
}

/// The letters of a syllable, 1 for `a`, ended by zeros: at most six (`zhuang`).
pub(super) type Syllable = [u8; 6];

impl Lexicon {
    /// A lexicon from characters grouped by syllable, and pairs of traditional and simplified.
    ///
    /// Syllables that are not one to six of the letters a to z are left out.
    pub fn from_groups(groups: &[(&str, &str)], traditional: &[(char, char)]) -> Lexicon {
        let mut syllables = Vec::new();
        let mut pairs: Vec<(char, u16)> = Vec::new();
        for (name, characters) in groups {
            let (Some(syllable), Ok(number)) = (syllable(name), u16::try_from(syllables.len()))
            else {
                continue;
            };
            syllables.push(syllable);
            pairs.extend(characters.chars().map(|character| (character, number)));
        }
        pairs.sort_unstable();
        pairs.dedup();
        let mut traditional = traditional.to_vec();
        traditional.sort_unstable();
        traditional.dedup_by_key(|pair| pair.0);
        let mut lexicon = Lexicon {
            syllables,
            traditional,
            ..Lexicon::default()
        };
        for (character, reading) in pairs {
            if lexicon.characters.last() != Some(&character) {
                lexicon.characters.push(character);
                lexicon.starts.push(small(lexicon.readings.len()));
            }
            lexicon.readings.push(reading);
        }
        lexicon.starts.push(small(lexicon.readings.len()));
        lexicon
    }

    /// The same lexicon with only the characters that `keep` names; traditional ones stay if
    /// their simplified one does.
    #[cfg(feature = "source")]
    pub(super) fn only(&self, keep: &dyn Fn(char) -> bool) -> Lexicon {
        let mut groups: Vec<(String, String)> = Vec::new();
        for (number, letters) in self.syllables.iter().enumerate() {
            let characters: String = self
                .characters
                .iter()
                .copied()
                .filter(|character| keep(*character))
                .filter(|character| {
                    self.readings(*character)
                        .iter()
                        .any(|reading| usize::from(*reading) == number)
                })
                .collect();
            if !characters.is_empty() {
                groups.push((spelt(*letters), characters));
            }
        }
        let groups: Vec<(&str, &str)> = groups
            .iter()
            .map(|(name, characters)| (name.as_str(), characters.as_str()))
            .collect();
        let pairs: Vec<(char, char)> = self
            .traditional
            .iter()
            .copied()
            .filter(|(_, simple)| keep(*simple))
            .collect();
        Lexicon::from_groups(&groups, &pairs)
    }

    /// The simplified form of a character; itself if it has no other.
    pub(super) fn simplify(&self, character: char) -> char {
        // Nothing below this is a traditional character, and most of a text is Latin or simple.
        if character < '\u{3400}' {
            return character;
        }
        match self
            .traditional
            .binary_search_by_key(&character, |pair| pair.0)
        {
            Ok(at) => self.traditional.get(at).map_or(character, |pair| pair.1),
            Err(_) => character,
        }
    }

    /// The readings of a simplified character, as numbers of syllables.
    pub(super) fn readings(&self, character: char) -> &[u16] {
        let Ok(at) = self.characters.binary_search(&character) else {
            return &[];
        };
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(from), Some(to)) => self
                .readings
                .get(*from as usize..*to as usize)
                .unwrap_or(&[]),
            _ => &[],
        }
    }

    /// The letters of a syllable.
    pub(super) fn syllable(&self, number: u16) -> Syllable {
        self.syllables
            .get(usize::from(number))
            .copied()
            .unwrap_or_default()
    }

    /// The spellings of a character, for whoever explains or tests: `["dian"]`.
    pub fn spellings(&self, character: char) -> Vec<String> {
        let Some(character) = fold(character) else {
            return Vec::new();
        };
        self.readings(self.simplify(character))
            .iter()
            .map(|reading| spelt(self.syllable(*reading)))
            .collect()
    }

    /// A text as the index compares it, traditional characters simplified.
    pub fn fold(&self, text: &str) -> String {
        text.chars()
            .filter_map(fold)
            .map(|character| self.simplify(character))
            .collect()
    }

    /// The lexicon as bytes, without a head: the file that carries it has one.
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let names: Vec<String> = self.syllables.iter().map(|it| spelt(*it)).collect();
        put_bytes(&mut bytes, names.join(" ").as_bytes());
        put_deltas(&mut bytes, self.characters.iter().copied());
        let counts: Vec<u32> = self
            .starts
            .iter()
            .zip(self.starts.iter().skip(1))
            .map(|(from, to)| to - from)
            .collect();
        put_column(&mut bytes, &counts);
        let readings: Vec<u32> = self.readings.iter().map(|it| u32::from(*it)).collect();
        put_column(&mut bytes, &readings);
        put_deltas(&mut bytes, self.traditional.iter().map(|pair| pair.0));
        let simple: Vec<u32> = self
            .traditional
            .iter()
            .map(|(_, simple)| u32::from(*simple))
            .collect();
        put_column(&mut bytes, &simple);
        bytes
    }

    /// Reads what [`Lexicon::write`] wrote.
    ///
    /// # Errors
    /// Bytes that are cut off, longer, or contradict themselves.
    pub fn read(bytes: &[u8]) -> Result<Lexicon, Error> {
        let mut reader = Reader::new(bytes);
        let lexicon = Lexicon::take(&mut reader)?;
        reader.end()?;
        Ok(lexicon)
    }

    fn take(reader: &mut Reader) -> Result<Lexicon, Error> {
        let syllables: Option<Vec<Syllable>> = reader
            .text()?
            .split(' ')
            .filter(|name| !name.is_empty())
            .map(syllable)
            .collect();
        let syllables = syllables.ok_or(Error::Damaged)?;
        let characters = take_deltas(reader)?;
        let counts = reader.column(characters.len())?;
        let readings = reader.column(reader.left())?;
        let traditional = take_deltas(reader)?;
        let simple = reader.column(traditional.len())?;
        if counts.len() != characters.len() || simple.len() != traditional.len() {
            return Err(Error::Damaged);
        }
        let mut starts = Vec::with_capacity(counts.len() + 1);
        let mut end = 0u32;
        starts.push(0);
        for count in counts {
            end = end.checked_add(count).ok_or(Error::Damaged)?;
            starts.push(end);
        }
        if end as usize != readings.len() {
            return Err(Error::Damaged);
        }
        let readings = readings
            .into_iter()
            .map(|it| {
                u16::try_from(it)
                    .ok()
                    .filter(|it| usize::from(*it) < syllables.len())
            })
            .collect::<Option<Vec<u16>>>()
            .ok_or(Error::Damaged)?;
        let traditional = traditional
            .into_iter()
            .zip(simple)
            .map(|(from, to)| Some((from, char::from_u32(to)?)))
            .collect::<Option<Vec<(char, char)>>>()
            .ok_or(Error::Damaged)?;
        Ok(Lexicon {
            syllables,
            characters,
            starts,
            readings,
            traditional,
        })
    }
}

/// Adds ascending characters as their distances.
fn put_deltas(bytes: &mut Vec<u8>, characters: impl ExactSizeIterator<Item = char>) {
    put_len(bytes, characters.len());
    let mut before = 0;
    for character in characters {
        put(bytes, u32::from(character) - before);
        before = u32::from(character);
    }
}

fn take_deltas(reader: &mut Reader) -> Result<Vec<char>, Error> {
    let length = reader.number()? as usize;
    // A distance takes a byte at least.
    if length > reader.left() {
        return Err(Error::Damaged);
    }
    let mut characters = Vec::with_capacity(length);
    let mut at = 0u32;
    for _ in 0..length {
        let step = reader.number()?;
        at = at
            .checked_add(step)
            .filter(|_| step > 0)
            .ok_or(Error::Damaged)?;
        characters.push(char::from_u32(at).ok_or(Error::Damaged)?);
    }
    Ok(characters)
}

/// A syllable's letters from its name.
fn syllable(name: &str) -> Option<Syllable> {
    let mut letters = Syllable::default();
    if name.is_empty() || name.len() > letters.len() {
        return None;
    }
    for (to, letter) in letters.iter_mut().zip(name.bytes()) {
        *to = letter.is_ascii_lowercase().then(|| letter - b'a' + 1)?;
    }
    Some(letters)
}

/// A syllable's name from its letters.
fn spelt(syllable: Syllable) -> String {
    syllable
        .iter()
        .filter(|letter| **letter != 0)
        .map(|letter| char::from(letter + b'a' - 1))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Lexicon {
        Lexicon::from_groups(
            &[
                ("dian", "电店"),
                ("chang", "长"),
                ("zhang", "长张"),
                ("no!", "不"),
            ],
            &[('電', '电'), ('長', '长')],
        )
    }

    #[test]
    fn readings_and_folding() {
        let lexicon = sample();
        assert_eq!(lexicon.spellings('長'), ["chang", "zhang"]);
        assert_eq!(lexicon.spellings('不'), Vec::<String>::new());
        assert_eq!(lexicon.fold("長 電（Ｘ）"), "长电x");
    }

    #[test]
    fn reads_back_and_refuses_the_rest() {
        let bytes = sample().write();
        assert_eq!(Lexicon::read(&bytes), Ok(sample()));
        for end in 0..bytes.len() {
            assert_eq!(Lexicon::read(&bytes[..end]), Err(Error::Damaged), "{end}");
        }
        let mut longer = bytes.clone();
        longer.push(0);
        assert_eq!(Lexicon::read(&longer), Err(Error::Damaged));
    }

    #[test]
    fn damaged_bytes_never_panic() {
        let bytes = sample().write();
        for at in 0..bytes.len() {
            for flip in [1, 0x40, 0x80, 0xff] {
                let mut damaged = bytes.clone();
                damaged[at] ^= flip;
                if let Ok(lexicon) = Lexicon::read(&damaged) {
                    lexicon.fold("長电x");
                    lexicon.spellings('长');
                }
            }
        }
    }
}
