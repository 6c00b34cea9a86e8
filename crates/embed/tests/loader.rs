//! The loader as it lies in public/, and what is published about it.
#![cfg(test)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has failed, and says where"
)]

use embed::address::Address;
use embed::snippet::{frame_source, loader, script_source};
use embed::{INTEGRITY, Widget};
use sha2::{Digest, Sha384};
use std::fs;
use std::path::PathBuf;

fn read(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    // 48 bytes are sixteen groups of three: nothing to pad.
    let groups = bytes.chunks_exact(3).flat_map(|group| {
        let value = group
            .iter()
            .fold(0usize, |sum, byte| sum << 8 | usize::from(*byte));
        [18, 12, 6, 0].map(|shift| char::from(DIGITS[value >> shift & 63]))
    });
    groups.collect()
}

#[test]
fn the_hash_is_that_of_the_file() {
    let hash = format!(
        "sha384-{}",
        base64(&Sha384::digest(read("public/embed/v1.js")))
    );
    assert_eq!(
        INTEGRITY, hash,
        "v1.js is published with its hash: make a v2.js instead of changing it"
    );
}

#[test]
fn it_is_small_and_old_browsers_parse_it() {
    let text = read("public/embed/v1.js");
    assert!(text.len() < 2_000, "{} bytes", text.len());
    for new in [
        "=>", "`", "let ", "const ", "class ", "?.", "??", "...", "async ", "**",
    ] {
        let code = text.replace("class=\"", "");
        assert!(!code.contains(new), "`{new}` is no ES5");
    }
    for refused in [
        "innerHTML",
        "document.write",
        "eval(",
        "cookie",
        "Storage",
        "setAttribute('style'",
        "fetch(",
    ] {
        assert!(!text.contains(refused), "{refused}");
    }
}

#[test]
fn the_document_shows_the_hash_and_the_lines_of_now() {
    let text = read("docs/embedding.md");
    let site = Address::read("https://bazhu.example.org").unwrap();
    assert!(text.contains(&loader(&site)));
    assert!(text.contains(&format!("```\n{INTEGRITY}\n```")));
    assert!(text.contains(&format!(
        "script-src {};\nframe-src {};",
        script_source(&site),
        frame_source(&site)
    )));
    for (at, _) in text.match_indices("sha384-") {
        assert!(text[at..].starts_with(INTEGRITY), "another hash");
    }
    for widget in Widget::ALL {
        assert!(
            text.contains(&format!("| `{}` |", widget.name())),
            "{}",
            widget.name()
        );
    }
}
