//! A page of documents, the counts beside every value, and what to drop if there is nothing.

use super::facet::{Facet, Filter};
use crate::search::{Index, Match, Scratch};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Ask<'a> {
    /// The words to look for; empty for all documents.
    pub text: &'a str,
    /// Facets by their place in the list, and what is chosen in them. All must hold.
    pub filters: &'a [(usize, Filter)],
    /// In which order.
    pub sort: Sort<'a>,
    /// How many documents to pass over.
    pub offset: usize,
    /// How many to give.
    pub limit: usize,
}

/// The order of documents. Equal ones keep the order of relevance, then of their numbers, so
/// pages never overlap.
#[derive(Clone, Copy, Debug)]
pub enum Sort<'a> {
    /// Best first.
    Relevance,
    /// By a number of each document, small ones first; `u32::MAX` (not known) is last.
    By(&'a [u32]),
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// How many documents there are on all pages.
    pub total: u32,
    /// The page.
    pub listed: Vec<Listed>,
    /// For each facet the counts of its values.
    pub counts: Vec<Counts>,
    /// If nothing is found: what to drop, alone, and how many documents that would give; most
    /// first, and nothing that would give none.
    pub without: Vec<(Without, u32)>,
    /// Whether the text was too long and only its beginning was looked at.
    pub cut: bool,
}

/// A document of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its number.
    pub document: u32,
    /// Its score; 0 without words.
    pub score: u32,
    /// One match for each word.
    pub matched: Vec<Match>,
}

/// For each value of a facet how many documents it would leave, all other facets as they are.
pub type Counts = Vec<u32>;

/// Something that was asked for and might be dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Without {
    /// The filters of a facet.
    Facet(usize),
    /// The words.
    Text,
}

/// Filters of more facets than this are not told apart for counts; no page has as many.
const MOST_FACETS: usize = 31;

/// Finds, filters, counts, sorts and cuts out a page.
pub fn browse(index: &Index, facets: &[Facet], scratch: &mut Scratch, ask: &Ask<'_>) -> Page {
    let cut = index.find(scratch, ask.text);
    let mut tally = Tally::new(facets, ask.filters);
    let mut passed = Vec::new();
    for document in scratch.found() {
        if tally.take(*document) {
            passed.push(*document);
        }
    }
    let total = passed.len() as u32;
    let without = if passed.is_empty() {
        without(index, &tally, ask)
    } else {
        Vec::new()
    };
    let key = |document: u32| {
        let by = match ask.sort {
            Sort::Relevance => 0,
            Sort::By(keys) => keys.get(document as usize).copied().unwrap_or(u32::MAX),
        };
        (by, u32::MAX - scratch.score(document), document)
    };
    // Only as far as the page reaches.
    let end = ask.offset.saturating_add(ask.limit).min(passed.len());
    if end < passed.len() && end > 0 {
        passed.select_nth_unstable_by_key(end - 1, |document| key(*document));
    }
    passed.truncate(end);
    passed.sort_unstable_by_key(|document| key(*document));
    let listed = passed
        .iter()
        .skip(ask.offset)
        .map(|document| Listed {
            document: *document,
            score: scratch.score(*document),
            matched: index.explain(scratch, *document),
        })
        .collect();
    Page {
        total,
        listed,
        counts: tally.counts,
        without,
        cut,
    }
}

/// What to drop if nothing is found.
fn without(index: &Index, tally: &Tally<'_>, ask: &Ask<'_>) -> Vec<(Without, u32)> {
    let mut without: Vec<(Without, u32)> = tally
        .alone
        .iter()
        .enumerate()
        .map(|(facet, count)| (Without::Facet(facet), *count))
        .collect();
    let mut no_text = Tally::new(tally.facets, ask.filters);
    let all = 0..index.documents() as u32;
    let count = all.filter(|document| no_text.take(*document)).count();
    without.push((Without::Text, count as u32));
    without.retain(|(_, count)| *count > 0);
    without.sort_unstable_by_key(|(drop, count)| (core::cmp::Reverse(*count), *drop));
    without
}

/// Counts documents by which facets' filters they fail.
struct Tally<'a> {
    facets: &'a [Facet],
    filters: &'a [(usize, Filter)],
    counts: Vec<Counts>,
    /// For each facet, documents that fail its filters and no others.
    alone: Vec<u32>,
}

impl<'a> Tally<'a> {
    fn new(facets: &'a [Facet], filters: &'a [(usize, Filter)]) -> Tally<'a> {
        Tally {
            facets,
            filters,
            counts: facets
                .iter()
                .map(|facet| vec![0; facet.values.len()])
                .collect(),
            alone: vec![0; facets.len()],
        }
    }

    /// Counts a document; gives whether it passes all filters.
    fn take(&mut self, document: u32) -> bool {
        // The facets whose filters it fails, as bits.
        let mut failed = 0u32;
        for (facet, filter) in self.filters {
            let passes = self
                .facets
                .get(*facet)
                .is_some_and(|it| it.passes(document, filter));
            if !passes {
                failed |= 1 << facet.min(&MOST_FACETS);
            }
        }
        match failed {
            0 => {
                for facet in 0..self.facets.len() {
                    self.count(facet, document);
                }
                true
            }
            // One facet alone stands in the way: its other values would let it pass.
            one if one.is_power_of_two() => {
                let facet = one.trailing_zeros() as usize;
                if facet < MOST_FACETS {
                    self.count(facet, document);
                    if let Some(count) = self.alone.get_mut(facet) {
                        *count += 1;
                    }
                }
                false
            }
            _ => false,
        }
    }

    fn count(&mut self, facet: usize, document: u32) {
        let (Some(facet), Some(counts)) = (self.facets.get(facet), self.counts.get_mut(facet))
        else {
            return;
        };
        facet.each(document, |value| {
            if let Some(count) = counts.get_mut(usize::from(value)) {
                *count += 1;
            }
        });
    }
}
