//! Making an index from documents.

use super::Lexicon;
use super::alphabet::Alphabet;
use super::index::{Field, FieldSpec, Index};
use super::rows::Rows;
use super::terms::{ALIAS, Terms};
use super::wire::small;

/// Collects documents and synonyms for an [`Index`].
///
/// Small and quick enough for the browser: the index of 20,000 courses is built from their
/// texts faster than it would be read from a phone's storage (see `docs/benchmarks.md`).
#[derive(Clone, Debug)]
pub struct Builder {
    fields: Vec<Field>,
    lexicon: Lexicon,
    alphabet: Alphabet,
    terms: Terms,
    documents: Rows,
    /// What people say, and the text it stands for.
    synonyms: Vec<(u32, String)>,
    row: Vec<u32>,
}

impl Builder {
    /// An empty index with some fields, at most 255 of them.
    pub fn new(fields: &[FieldSpec], lexicon: Lexicon) -> Builder {
        let fields = fields
            .iter()
            .take(usize::from(ALIAS))
            .map(|field| Field {
                name: field.name.to_owned(),
                weight: field.weight,
            })
            .collect();
        Builder::with(fields, lexicon)
    }

    pub(super) fn with(fields: Vec<Field>, lexicon: Lexicon) -> Builder {
        Builder {
            fields,
            lexicon,
            alphabet: Alphabet::new(),
            terms: Terms::default(),
            documents: Rows::default(),
            synonyms: Vec::new(),
            row: Vec::new(),
        }
    }

    /// Adds a document; gives its number, from 0 on. Documents with equal scores are found in
    /// this order. A text of a field that there is not, and a repeated one, are left out.
    pub fn document(&mut self, texts: &[(u8, &str)]) -> u32 {
        self.row.clear();
        for (field, text) in texts {
            if usize::from(*field) >= self.fields.len() {
                continue;
            }
            let term = self
                .terms
                .intern(*field, text, &mut self.alphabet, &self.lexicon);
            if !self.row.contains(&term) {
                self.row.push(term);
            }
        }
        // Field by field, as they are read back.
        self.row.sort_by_key(|term| self.terms.field(*term));
        self.documents.push(&self.row);
        small(self.documents.len() - 1)
    }

    /// Lets a word stand for every field text that equals `text`: 叉车 for 工业车辆操作工.
    pub fn synonym(&mut self, word: &str, text: &str) {
        let alias = self
            .terms
            .intern(ALIAS, word, &mut self.alphabet, &self.lexicon);
        self.synonyms.push((alias, text.to_owned()));
    }

    /// The index of all that was added.
    pub fn finish(mut self) -> Index {
        let mut aliases = Vec::new();
        for (alias, text) in &self.synonyms {
            for field in 0..self.fields.len() {
                let known = self.terms.find(field as u8, text);
                aliases.extend(known.map(|term| (*alias, term)));
            }
        }
        self.terms.settle();
        Index::assemble(
            self.fields,
            self.lexicon,
            self.alphabet,
            self.terms,
            self.documents,
            aliases,
        )
    }
}
