//! One search index, the same in the browser and in the server.
//!
//! Distinct field texts ("terms") are indexed once, whatever the number of documents that
//! carry them. Chinese needs no dictionary of words: every pair of neighbouring characters
//! leads to its places in the terms. Pinyin needs no index of its own: a typed syllable is a
//! set of characters, and pairs of such sets are looked up among the pairs that occur.
//!
//! What a typed word finds, and how, is written down in `docs/search.md`; the naive matcher
//! in `tests/search.rs` says the same in code.
//!
//! ```
//! use catalogue::search::{Builder, FieldSpec, Lexicon, Query, Scratch};
//!
//! let lexicon = Lexicon::from_groups(&[("dian", "电"), ("gong", "工公")], &[('電', '电')]);
//! let mut builder = Builder::new(&[FieldSpec { name: "name", weight: 40 }], lexicon);
//! builder.document(&[(0, "电工")]);
//! let index = builder.finish();
//! for typed in ["电工", "電工", "diangong", "dg", "dian工"] {
//!     let hits = index.search(&mut Scratch::default(), &Query::first(typed, 10), &|_| true);
//!     assert_eq!(hits.total, 1, "{typed}");
//! }
//! ```

mod alphabet;
mod builder;
mod error;
mod find;
mod fold;
mod index;
mod letters;
mod lexicon;
mod pairs;
mod pinyin;
mod points;
mod query;
mod rank;
mod rows;
mod scratch;
#[cfg(feature = "source")]
mod tables;
mod terms;
mod typo;
mod wire;
mod word;
mod write;

pub use builder::Builder;
pub use error::Error;
pub use fold::fold_text;
pub use index::{Field, FieldSpec, Index};
pub use lexicon::Lexicon;
pub use points::{How, Match, Place, SYNONYM_LESS};
pub use query::{Hit, Hits, MAX_LETTERS, MAX_WORDS, Query};
pub use scratch::Scratch;
pub use word::split_query;
