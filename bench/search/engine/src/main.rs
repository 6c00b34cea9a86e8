//! `bench-search lexicon ROWS OUT`: the lexicon of some rows.
//! `bench-search time ROWS QUERIES PASSES`: times of our search, native, as JSON.
//! `bench-search judged PACK QUERIES`: recall and rank of our search on the judged queries, as JSON.

use bench_search::{Asked, Corpus};
use catalogue::kinds;
use catalogue::search::{Index, Lexicon, Query, Scratch};
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["lexicon", rows, out] => {
            let rows = fs::read_to_string(rows)?;
            fs::write(out, Lexicon::of(rows.lines()).write())?;
        }
        ["time", rows, queries, passes] => time(rows, queries, passes.parse()?)?,
        ["judged", pack, queries] => judged(Path::new(pack), queries)?,
        _ => return Err("see the first lines of bench/search/engine/src/main.rs".into()),
    }
    Ok(())
}

/// Queries are lines with tabs between way, text, district, level and price.
fn time(rows: &str, queries: &str, passes: usize) -> Result<(), Box<dyn Error>> {
    let rows = fs::read_to_string(rows)?;
    let queries = fs::read_to_string(queries)?;
    let lexicon = Lexicon::of(rows.lines());
    let begun = Instant::now();
    let mut corpus = Corpus::build(&rows, lexicon);
    let build = begun.elapsed().as_nanos();
    let mut times: BTreeMap<&str, Vec<u128>> = BTreeMap::new();
    for _ in 0..passes {
        for line in queries.lines() {
            let cells: Vec<&str> = line.split('\t').collect();
            let [way, text, district, level, most] = cells[..] else {
                return Err(format!("not five cells: {line}").into());
            };
            let asked = Asked {
                text,
                district: corpus.value(0, district),
                level: corpus.value(1, level),
                most: most.parse().unwrap_or(-1),
            };
            let begun = Instant::now();
            std::hint::black_box(corpus.search(asked, 20));
            let passed = begun.elapsed().as_nanos();
            times.entry(way).or_default().push(passed);
            times.entry("all").or_default().push(passed);
        }
    }
    let ways: Vec<String> = times
        .iter_mut()
        .map(|(way, times)| {
            times.sort_unstable();
            let at = |hundredths: usize| times[(times.len() - 1) * hundredths / 100];
            format!("{way:?}:{{\"p50_ns\":{},\"p95_ns\":{}}}", at(50), at(95))
        })
        .collect();
    println!("{{\"build_ns\":{build},\"ways\":{{{}}}}}", ways.join(","));
    Ok(())
}

fn judged(pack: &Path, queries: &str) -> Result<(), Box<dyn Error>> {
    let queries = fs::read_to_string(queries)?;
    let loaded = catalogue::source::load(pack).map_err(|_| "the catalogue has faults")?;
    let catalogue = loaded.catalogue;
    let lexicon = kinds::lexicon(&catalogue);
    let occupations = kinds::occupations(&catalogue.occupations, lexicon.clone());
    let majors = kinds::majors(&catalogue.majors, lexicon);
    let codes = |index: &Index, document: u32| -> String {
        let document = document as usize;
        if index.documents() == catalogue.majors.list.len() {
            catalogue.majors.list[document].code.clone()
        } else {
            catalogue.occupations.list[document].code.clone()
        }
    };
    let mut scratch = Scratch::default();
    let mut lines = Vec::new();
    for line in queries.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let index = if cells[1] == "major" {
            &majors
        } else {
            &occupations
        };
        let hits = index.search(&mut scratch, &Query::first(cells[2], 10), &|_| true);
        let found: Vec<String> = hits
            .hits
            .iter()
            .map(|hit| format!("{:?}", codes(index, hit.document)))
            .collect();
        lines.push(format!("[{}]", found.join(",")));
    }
    println!("[{}]", lines.join(","));
    Ok(())
}
