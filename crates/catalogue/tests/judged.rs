//! The quality of search: 200 queries with right answers (`judged/make.mjs` says how they were
//! derived), recall among the first ten and mean reciprocal rank, held by floors.

#![cfg(test)]

use catalogue::kinds;
use catalogue::search::{Index, Lexicon, Query, Scratch};
use catalogue::{Catalogue, source};
use std::collections::BTreeMap;
use std::path::Path;

const SHANGHAI: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/shanghai");
const QUERIES: &str = include_str!("judged/queries.csv");

/// The least that each way of typing must reach: recall among the first ten, and mean
/// reciprocal rank of the first right answer; both in thousandths.
const FLOORS: [(&str, u32, u32); 6] = [
    ("chinese", 980, 980),
    ("pinyin", 980, 960),
    ("initials", 980, 980),
    ("traditional", 980, 980),
    ("typo", 970, 950),
    ("synonym", 980, 980),
];

/// An index and the code of each of its documents.
struct Searched {
    index: Index,
    codes: Vec<String>,
}

impl Searched {
    fn first_ten(&self, scratch: &mut Scratch, query: &str) -> Vec<&str> {
        let hits = self
            .index
            .search(scratch, &Query::first(query, 10), &|_| true);
        let code = |document: u32| self.codes[document as usize].as_str();
        hits.hits.iter().map(|hit| code(hit.document)).collect()
    }
}

fn searched(catalogue: &Catalogue) -> BTreeMap<&'static str, Searched> {
    let lexicon: Lexicon = kinds::lexicon(catalogue);
    let occupations = &catalogue.occupations;
    BTreeMap::from([
        (
            "occupation",
            Searched {
                index: kinds::occupations(occupations, lexicon.clone()),
                codes: occupations.list.iter().map(|it| it.code.clone()).collect(),
            },
        ),
        (
            "major",
            Searched {
                index: kinds::majors(&catalogue.majors, lexicon),
                codes: catalogue
                    .majors
                    .list
                    .iter()
                    .map(|it| it.code.clone())
                    .collect(),
            },
        ),
    ])
}

/// Sums over the queries of one way of typing, in thousandths.
#[derive(Default)]
struct Sum {
    queries: u32,
    recall: u32,
    rank: u32,
}

#[test]
fn people_find_what_they_mean() {
    let catalogue = source::load(Path::new(SHANGHAI)).unwrap().catalogue;
    let searched = searched(&catalogue);
    let mut scratch = Scratch::default();
    let mut sums: BTreeMap<&str, Sum> = BTreeMap::new();
    for line in QUERIES.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let [way, kind, query, answers] = cells[..] else {
            panic!("not four cells: {line}");
        };
        let right: Vec<&str> = answers.split('|').collect();
        let found = searched[kind].first_ten(&mut scratch, query);
        let hit = right.iter().filter(|it| found.contains(it)).count() as u32;
        let first = found.iter().position(|it| right.contains(it));
        let sum = sums.entry(way).or_default();
        sum.queries += 1;
        sum.recall += 1000 * hit / right.len() as u32;
        sum.rank += first.map_or(0, |at| 1000 / (at as u32 + 1));
        if hit < right.len() as u32 || first != Some(0) {
            println!("  {way} {query}: {answers}; found {}", found.join(" "));
        }
    }
    println!("way          queries  recall@10    MRR");
    let mut low = Vec::new();
    for (way, least_recall, least_rank) in FLOORS {
        let sum = &sums[way];
        let (recall, rank) = (sum.recall / sum.queries, sum.rank / sum.queries);
        println!("{way:<12} {:>7} {recall:>10} {rank:>6}", sum.queries);
        if recall < least_recall || rank < least_rank {
            low.push(way);
        }
    }
    assert_eq!(sums.values().map(|it| it.queries).sum::<u32>(), 200);
    assert!(low.is_empty(), "below the floor: {low:?}");
}
