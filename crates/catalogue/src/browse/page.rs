//! A page of documents, the counts beside every value, and what to drop if there is nothing.

use super::facet::{Facet, Filter};
use crate::search::{Index, Match, Scratch};
use core::cmp::Reverse;
use std::collections::BinaryHeap;

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
    let mut passed = Vec::new();
    // For each facet, documents that fail its filters and no others: another of its values
    // would let them pass.
    let mut alone = vec![Vec::new(); facets.len()];
    for document in scratch.found() {
        match failed(facets, ask.filters, *document) {
            0 => passed.push(*document),
            one if one.is_power_of_two() => {
                if let Some(alone) = alone.get_mut(one.trailing_zeros() as usize) {
                    alone.push(*document);
                }
            }
            _ => {}
        }
    }
    let counts = facets
        .iter()
        .zip(&alone)
        .map(|(facet, alone)| facet.count(passed.iter().chain(alone)))
        .collect();
    let without = if passed.is_empty() {
        without(index, facets, &alone, ask)
    } else {
        Vec::new()
    };
    Page {
        total: passed.len() as u32,
        listed: cut_out(index, scratch, &passed, ask),
        counts,
        without,
        cut,
    }
}

/// The page of some documents.
fn cut_out(index: &Index, scratch: &Scratch, passed: &[u32], ask: &Ask<'_>) -> Vec<Listed> {
    let wanted = ask.offset.saturating_add(ask.limit).min(passed.len());
    // The last of the page is on top, to be pushed out.
    let mut best: BinaryHeap<(u32, Reverse<u32>, u32)> = BinaryHeap::new();
    for document in passed {
        let by = match ask.sort {
            Sort::Relevance => 0,
            Sort::By(keys) => keys.get(*document as usize).copied().unwrap_or(u32::MAX),
        };
        let entry = (by, Reverse(scratch.score(*document)), *document);
        if best.len() < wanted {
            best.push(entry);
        } else if let Some(mut last) = best.peek_mut()
            && entry < *last
        {
            *last = entry;
        }
    }
    best.into_sorted_vec()
        .into_iter()
        .skip(ask.offset)
        .map(|(_, score, document)| Listed {
            document,
            score: score.0,
            matched: index.explain(scratch, document),
        })
        .collect()
}

/// The facets whose filters a document fails, as bits.
fn failed(facets: &[Facet], filters: &[(usize, Filter)], document: u32) -> u32 {
    let mut failed = 0;
    for (facet, filter) in filters {
        let passes = facets
            .get(*facet)
            .is_some_and(|it| it.passes(document, filter));
        if !passes {
            failed |= 1 << facet.min(&MOST_FACETS);
        }
    }
    failed
}

/// What to drop if nothing is found.
fn without(
    index: &Index,
    facets: &[Facet],
    alone: &[Vec<u32>],
    ask: &Ask<'_>,
) -> Vec<(Without, u32)> {
    let mut without: Vec<(Without, u32)> = alone
        .iter()
        .take(MOST_FACETS)
        .enumerate()
        .map(|(facet, alone)| (Without::Facet(facet), alone.len() as u32))
        .collect();
    let all = 0..index.documents() as u32;
    let passing = all.filter(|document| failed(facets, ask.filters, *document) == 0);
    without.push((Without::Text, passing.count() as u32));
    without.retain(|(_, count)| *count > 0);
    without.sort_unstable_by_key(|(what, count)| (Reverse(*count), *what));
    without
}
