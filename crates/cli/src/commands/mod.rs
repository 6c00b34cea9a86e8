//! One file a command.

pub mod batch;
pub mod build;
pub mod check;
pub mod completions;
pub mod diff;
pub mod eval;
pub mod feel;
pub mod import;
pub mod keep;
pub mod matching;
pub mod path;
pub mod plain;
pub mod publish;
pub mod search;
pub mod serve;

use crate::failure::Failure;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// A file's text, or standard input's where the path is `-`.
pub fn read_text(path: &Path) -> Result<String, Failure> {
    let mut text = String::new();
    let read = if path == Path::new("-") {
        io::stdin().read_to_string(&mut text)
    } else {
        File::open(path).and_then(|mut file| file.read_to_string(&mut text))
    };
    read.map_err(|error| Failure::file(path, error))?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(text)
}
