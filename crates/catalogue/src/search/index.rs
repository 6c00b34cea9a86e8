//! The index in memory.

use super::Lexicon;
use super::alphabet::Alphabet;
use super::pairs::Pairs;
use super::rows::Rows;
use super::terms::{ALIAS, Terms};

/// A field of documents, as a builder names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldSpec {
    /// What explanations call it.
    pub name: &'static str,
    /// Points for a word that is found in it.
    pub weight: u16,
}

/// A field of an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What explanations call it.
    pub name: String,
    /// Points for a word that is found in it.
    pub weight: u16,
}

/// Documents by the texts of their fields. Made by a [`Builder`](super::Builder) or read.
#[derive(Clone, Debug)]
pub struct Index {
    pub(super) fields: Vec<Field>,
    pub(super) lexicon: Lexicon,
    pub(super) alphabet: Alphabet,
    pub(super) terms: Terms,
    pub(super) pairs: Pairs,
    /// The terms of each document.
    pub(super) documents: Rows,
    /// The documents of each term.
    pub(super) postings: Rows,
    /// Synonyms: the term that is found, the term it stands for. Ascending.
    pub(super) aliases: Vec<(u32, u32)>,
}

impl Index {
    /// Puts together what was built or read.
    pub(super) fn assemble(
        fields: Vec<Field>,
        lexicon: Lexicon,
        mut alphabet: Alphabet,
        mut terms: Terms,
        documents: Rows,
        mut aliases: Vec<(u32, u32)>,
    ) -> Index {
        alphabet.settle(&lexicon);
        terms.settle();
        aliases.sort_unstable();
        aliases.dedup();
        let pairs = Pairs::of(terms.ids(), alphabet.len());
        let postings = documents.turned(terms.len());
        Index {
            fields,
            lexicon,
            alphabet,
            terms,
            pairs,
            documents,
            postings,
            aliases,
        }
    }

    /// How many documents there are.
    pub fn documents(&self) -> usize {
        self.documents.len()
    }

    /// How many distinct texts the fields have.
    pub fn terms(&self) -> usize {
        self.terms.len()
    }

    /// The fields, by their numbers.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// A term as it was written; empty for a number that is none.
    pub fn text(&self, term: u32) -> &str {
        self.terms.text(term)
    }

    /// The texts of a document with the numbers of their fields, field by field.
    pub fn document(&self, document: u32) -> impl Iterator<Item = (u8, &str)> {
        self.documents
            .row(document)
            .iter()
            .map(|term| (self.terms.field(*term), self.terms.text(*term)))
    }

    /// The points of a field; 0 for synonyms, which have none of their own.
    pub(super) fn weight(&self, field: u8) -> u16 {
        self.fields
            .get(usize::from(field))
            .filter(|_| field != ALIAS)
            .map_or(0, |field| field.weight)
    }

    /// The terms that a synonym stands for.
    pub(super) fn meant_by(&self, alias: u32) -> impl Iterator<Item = u32> {
        let from = self.aliases.partition_point(|pair| pair.0 < alias);
        self.aliases
            .iter()
            .skip(from)
            .take_while(move |pair| pair.0 == alias)
            .map(|pair| pair.1)
    }
}
