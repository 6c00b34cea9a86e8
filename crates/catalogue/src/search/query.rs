//! What is asked and what is answered.

use super::points::Match;

/// Letters of a query that are looked at; the rest is cut off and [`Hits::cut`] says so.
pub const MAX_LETTERS: usize = 60;

/// Words of a query that are looked at; [`Hits::cut`] says if there were more.
pub const MAX_WORDS: usize = 8;

/// A text to look for and the page that is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Query<'a> {
    /// Words with spaces, commas or semicolons between them; all of them must be found.
    pub text: &'a str,
    /// How many hits to give at most.
    pub limit: usize,
    /// How many of the best to pass over.
    pub offset: usize,
}

impl<'a> Query<'a> {
    /// The first page.
    pub fn first(text: &'a str, limit: usize) -> Query<'a> {
        Query {
            text,
            limit,
            offset: 0,
        }
    }
}

/// A page of documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// How many documents there are, on all pages.
    pub total: u32,
    /// The page: best first, equal ones by the number of the document.
    pub hits: Vec<Hit>,
    /// Whether the query was too long and only its beginning was looked at.
    pub cut: bool,
}

/// A document that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its number.
    pub document: u32,
    /// The sum of the points of its matches.
    pub score: u32,
    /// One for each word of the query, the best there is.
    pub matched: Vec<Match>,
}
