//! From words to documents, best first.

use std::collections::BinaryHeap;

use super::Index;
use super::points::Match;
use super::query::{Hit, Hits, Query};
use super::scratch::{Scratch, Slot};
use super::wire::small;
use super::word::words;

impl Index {
    /// A page of the documents that have all words of a query and that `keep` lets through.
    ///
    /// A query without a word finds every document, in their order.
    pub fn search(
        &self,
        scratch: &mut Scratch,
        query: &Query<'_>,
        keep: &dyn Fn(u32) -> bool,
    ) -> Hits {
        let cut = self.find(scratch, query.text);
        let wanted = query.offset.saturating_add(query.limit);
        // The worst of the best is on top, to be pushed out.
        let mut best: BinaryHeap<(core::cmp::Reverse<u32>, u32)> = BinaryHeap::new();
        let mut total = 0;
        for document in &scratch.found {
            if !keep(*document) {
                continue;
            }
            total += 1;
            let entry = (core::cmp::Reverse(scratch.score(*document)), *document);
            if best.len() < wanted {
                best.push(entry);
            } else if let Some(mut worst) = best.peek_mut()
                && entry < *worst
            {
                *worst = entry;
            }
        }
        let hits = best
            .into_sorted_vec()
            .into_iter()
            .skip(query.offset)
            .map(|(score, document)| Hit {
                document,
                score: score.0,
                matched: self.explain(scratch, document),
            })
            .collect();
        Hits { total, hits, cut }
    }

    /// Finds the documents that have all words of a text; [`Scratch::found`] and
    /// [`Scratch::score`] have them until the next search. Gives whether the text was too long
    /// and only its beginning was looked at.
    pub fn find(&self, scratch: &mut Scratch, text: &str) -> bool {
        scratch.reset(self.documents());
        let (words, cut) = words(text, self);
        while scratch.matches.len() < words.len() {
            scratch.matches.push(Default::default());
        }
        scratch.words = words.len();
        if words.is_empty() {
            scratch.found.extend(0..small(self.documents()));
            return cut;
        }
        for (number, word) in words.iter().enumerate() {
            let Scratch { marks, matches, .. } = scratch;
            if let Some(matches) = matches.get_mut(number) {
                self.match_word(word, marks, matches);
            }
            self.gather(scratch, number);
            if scratch.found.is_empty() {
                break;
            }
        }
        cut
    }

    /// Narrows what is found to the documents of a word's terms, and adds their points.
    fn gather(&self, scratch: &mut Scratch, number: usize) {
        let Scratch {
            matches,
            slots,
            dirty,
            found,
            ..
        } = scratch;
        let Some(matches) = matches.get(number) else {
            return;
        };
        found.clear();
        for one in &matches.list {
            for document in self.postings.row(one.term) {
                let Some(slot) = slots.get_mut(*document as usize) else {
                    continue;
                };
                if usize::from(slot.words) != number || slot.current >= one.points {
                    continue;
                }
                if slot.current == 0 {
                    found.push(*document);
                }
                slot.current = one.points;
            }
        }
        for document in &*found {
            if let Some(slot) = slots.get_mut(*document as usize) {
                *slot = Slot {
                    score: slot.score + u32::from(slot.current),
                    current: 0,
                    words: slot.words + 1,
                };
            }
        }
        if number == 0 {
            dirty.extend_from_slice(found);
        }
    }

    /// Why a document was found by the last search: the best match of each word.
    pub fn explain(&self, scratch: &Scratch, document: u32) -> Vec<Match> {
        let mut explained = Vec::new();
        for (word, matches) in scratch.matches.iter().take(scratch.words).enumerate() {
            let best = self
                .documents
                .row(document)
                .iter()
                .filter_map(|term| matches.of(*term))
                .reduce(|best, other| {
                    if other.points > best.points {
                        other
                    } else {
                        best
                    }
                });
            explained.extend(best.map(|one| {
                let field = self.terms.field(one.term);
                Match {
                    word: word as u8,
                    field,
                    how: one.how,
                    place: one.place,
                    term: one.term,
                    synonym: (one.alias != u32::MAX).then_some(one.alias),
                    for_field: self.weight(field),
                    for_how: one.for_how,
                    for_place: one.place.points(),
                    for_cover: one.cover,
                }
            }));
        }
        explained
    }
}

impl Scratch {
    /// The documents that the last search found, in no order.
    pub fn found(&self) -> &[u32] {
        &self.found
    }

    /// A found document's score.
    pub fn score(&self, document: u32) -> u32 {
        self.slots
            .get(document as usize)
            .map_or(0, |slot| slot.score)
    }

    /// Forgets the last search, and makes room for an index's documents.
    fn reset(&mut self, documents: usize) {
        for document in self.dirty.drain(..) {
            if let Some(slot) = self.slots.get_mut(document as usize) {
                *slot = Slot::default();
            }
        }
        self.found.clear();
        if self.slots.len() < documents {
            self.slots.resize(documents, Slot::default());
        }
    }
}
