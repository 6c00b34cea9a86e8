//! What a query finds, written naively: no index, no state machine, every stretch of every
//! text tried in every way. This is the definition that the index must agree with.

use catalogue::search::{FieldSpec, How, Lexicon, Place, SYNONYM_LESS};

/// A catalogue to be searched naively.
pub struct Naive<'a> {
    pub lexicon: &'a Lexicon,
    pub fields: &'a [FieldSpec],
    /// Texts of each document with the numbers of their fields.
    pub documents: &'a [Vec<(u8, String)>],
    /// A word and the text that it stands for.
    pub synonyms: &'a [(String, String)],
}

/// A typed word: folded, and whether folding simplified it.
struct Word {
    letters: Vec<char>,
    simplified: bool,
}

impl Naive<'_> {
    /// The documents that have all words, with their scores, best first.
    pub fn search(&self, query: &str) -> Vec<(u32, u32)> {
        let words: Vec<Word> = query
            .split([' ', '，'])
            .map(|text| {
                let folded = self.lexicon.fold(text);
                Word {
                    simplified: folded != catalogue::search::fold_text(text),
                    letters: folded.chars().collect(),
                }
            })
            .filter(|word| !word.letters.is_empty())
            .collect();
        let mut found: Vec<(u32, u32)> = (0..self.documents.len())
            .filter_map(|document| {
                let mut score = 0;
                for word in &words {
                    score += self.points(word, document)?;
                }
                Some((document as u32, score))
            })
            .collect();
        found.sort_by_key(|(document, score)| (std::cmp::Reverse(*score), *document));
        found
    }

    /// The best points of a word in a document.
    fn points(&self, word: &Word, document: usize) -> Option<u32> {
        let forgiving = !self.anywhere(word);
        self.documents[document]
            .iter()
            .filter_map(|(field, text)| self.points_in(word, *field, text, forgiving))
            .max()
    }

    /// Whether any text or synonym has a word as typed.
    fn anywhere(&self, word: &Word) -> bool {
        let texts = self.documents.iter().flatten().map(|(_, text)| text);
        let said = self.synonyms.iter().map(|(said, _)| said);
        texts
            .chain(said)
            .any(|text| !self.ways(word, text, false).is_empty())
    }

    fn points_in(&self, word: &Word, field: u8, text: &str, forgiving: bool) -> Option<u32> {
        let weight = u32::from(self.fields[usize::from(field)].weight);
        let direct = self.ways(word, text, forgiving);
        let meant = self
            .synonyms
            .iter()
            .filter(|(_, meaning)| meaning == text)
            .flat_map(|(said, _)| self.ways(word, said, forgiving))
            .map(|(how, place, cover)| (u32::from(how.points() - SYNONYM_LESS), place, cover));
        direct
            .into_iter()
            .map(|(how, place, cover)| (u32::from(how.points()), place, cover))
            .chain(meant)
            .map(|(how, place, cover)| weight + how + u32::from(place.points()) + cover)
            .max()
    }

    /// Every way in which a word is found in a text.
    fn ways(&self, word: &Word, text: &str, forgiving: bool) -> Vec<(How, Place, u32)> {
        let text: Vec<char> = self.lexicon.fold(text).chars().collect();
        let w: &[char] = &word.letters;
        let latin = w.iter().any(char::is_ascii_lowercase);
        let ascii = w.iter().all(char::is_ascii);
        let mut ways = Vec::new();
        for begin in 0..text.len() {
            for end in begin + 1..=text.len() {
                let stretch = &text[begin..end];
                let place = match (begin, end == text.len()) {
                    (0, true) => Place::Whole,
                    (0, false) => Place::Start,
                    _ => Place::Inside,
                };
                let mut add = |how| {
                    ways.push((how, place, (20 * stretch.len() / text.len()) as u32));
                };
                if stretch == w {
                    add(match (word.simplified, place) {
                        (true, _) => How::Traditional,
                        (_, Place::Whole) => How::Exact,
                        (_, Place::Start) => How::Prefix,
                        (_, Place::Inside) => How::Inside,
                    });
                }
                if latin && (begin == 0 || w.len() > 1) && self.read(stretch, w, Mode::Pinyin) {
                    add(How::Pinyin);
                }
                if latin && (begin == 0 || w.len() > 2) && self.read(stretch, w, Mode::Initials) {
                    add(How::Initials);
                }
                if latin && (begin == 0 || !ascii) && self.read(stretch, w, Mode::Mixed) {
                    add(How::Mixed);
                }
                if !forgiving {
                    continue;
                }
                if !latin && w.len() >= 3 && distance(w, stretch, false) <= 1 {
                    add(How::Typo);
                }
                if w.iter().all(char::is_ascii_lowercase)
                    && w.len() >= 4
                    && self
                        .spellings(stretch)
                        .iter()
                        .any(|spelt| distance(w, spelt, true) <= 1)
                {
                    add(How::Typo);
                }
            }
        }
        ways
    }

    /// Whether a word is a reading of all characters of a stretch, in a mode.
    fn read(&self, stretch: &[char], word: &[char], mode: Mode) -> bool {
        let Some((character, rest)) = stretch.split_first() else {
            return word.is_empty();
        };
        let last = rest.is_empty();
        self.pieces(*character, mode)
            .iter()
            .any(|(piece, may_be_unfinished)| {
                let piece: Vec<char> = piece.chars().collect();
                if let Some(after) = word.strip_prefix(piece.as_slice()) {
                    return self.read(rest, after, mode);
                }
                last && *may_be_unfinished && !word.is_empty() && piece.starts_with(word)
            })
    }

    /// What may be typed for a character in a mode, and whether it may be left unfinished.
    fn pieces(&self, character: char, mode: Mode) -> Vec<(String, bool)> {
        let readings = self.lexicon.spellings(character);
        let mut pieces = Vec::new();
        if mode == Mode::Mixed || (readings.is_empty() && character.is_ascii()) {
            pieces.push((character.to_string(), false));
        }
        for reading in readings {
            if mode != Mode::Pinyin {
                pieces.push((reading.chars().take(1).collect(), false));
                if reading.chars().nth(1) == Some('h') {
                    pieces.push((reading.chars().take(2).collect(), false));
                }
            }
            if mode != Mode::Initials {
                pieces.push((reading, true));
            }
        }
        pieces
    }

    /// All full spellings of a stretch.
    fn spellings(&self, stretch: &[char]) -> Vec<Vec<char>> {
        let mut all: Vec<Vec<char>> = vec![Vec::new()];
        for character in stretch {
            let mut longer = Vec::new();
            for (piece, _) in self.pieces(*character, Mode::Pinyin) {
                for one in &all {
                    longer.push(one.iter().copied().chain(piece.chars()).collect());
                }
            }
            all = longer;
        }
        all
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Mode {
    Pinyin,
    Initials,
    Mixed,
}

/// Characters to insert, delete or replace (and, with `swaps`, neighbours to swap) at least.
fn distance(a: &[char], b: &[char], swaps: bool) -> usize {
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let same = usize::from(a[i - 1] != b[j - 1]);
                let mut least = (table[i - 1][j] + 1)
                    .min(table[i][j - 1] + 1)
                    .min(table[i - 1][j - 1] + same);
                if swaps && i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(table[i - 2][j - 2] + 1);
                }
                least
            };
        }
    }
    table[a.len()][b.len()]
}
