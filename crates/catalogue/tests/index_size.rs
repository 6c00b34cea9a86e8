//! What searching costs a phone to download: a lexicon, because indexes are built where the
//! records are loaded; and what shipping the indexes would cost instead.

#![cfg(test)]

use catalogue::{compact, kinds, source};
use std::path::Path;

const SHANGHAI: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/shanghai");

fn packed(name: &str, bytes: &[u8]) -> usize {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters).unwrap();
    println!(
        "{name:<22} {:>7} bytes, brotli 11: {:>6}",
        bytes.len(),
        packed.len()
    );
    packed.len()
}

#[test]
fn the_lexicon_is_small_and_indexes_would_not_be() {
    let catalogue = source::load(Path::new(SHANGHAI)).unwrap().catalogue;
    let lexicon = kinds::lexicon(&catalogue);
    let size = packed("lexicon", &lexicon.write());
    let (occupations, places) = (&catalogue.occupations, &catalogue.places);
    let index = kinds::occupations(occupations, lexicon.clone());
    let shipped = packed("index of occupations", &index.write());
    let index = kinds::courses(&catalogue.courses, occupations, places, lexicon);
    let shipped = shipped + packed("index of courses", &index.write());
    let parts: usize = compact::write_all(&catalogue)
        .iter()
        .filter(|(name, _)| ["occupations", "places", "courses"].contains(name))
        .map(|(name, bytes)| packed(name, bytes))
        .sum();
    println!("what /courses adds: {}", parts + size);
    assert!(size <= 10_000, "{size}");
    assert!(
        shipped > 2 * size,
        "shipping them would be better: {shipped}"
    );
    // The same budget as in xtask/src/size.rs, without the site's build.
    assert!(parts + size <= 150_000, "{parts} + {size}");
}
