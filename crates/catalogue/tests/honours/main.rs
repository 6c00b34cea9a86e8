//! Honours: their tables' faults, their compact form, Shanghai's figures, and that whoever is
//! taken down is nowhere.
#![cfg(test)]

mod compact;
mod shanghai;
mod source;
mod withdrawn;

use catalogue::source::{Loaded, load_files};
use pack::source::{Fault, File, render};
use std::path::{Path, PathBuf};

/// A folder beside the crate.
fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The files of a folder after some replacements: (file, old, new).
fn changed(path: &str, changes: &[(&str, &str, &str)]) -> Result<Loaded, Vec<Fault>> {
    let entries = std::fs::read_dir(folder(path)).unwrap();
    let mut files: Vec<File> = entries
        .map(|entry| entry.unwrap())
        .map(|entry| File {
            path: entry.file_name().to_str().unwrap().to_owned(),
            text: std::fs::read_to_string(entry.path()).unwrap(),
        })
        .collect();
    for (path, old, new) in changes {
        let file = files.iter_mut().find(|file| file.path == *path).unwrap();
        assert!(file.text.contains(old), "{path} has no {old}");
        file.text = file.text.replacen(old, new, 1);
    }
    load_files(files)
}

/// The small catalogue after some replacements.
fn good(changes: &[(&str, &str, &str)]) -> Result<Loaded, Vec<Fault>> {
    changed("tests/good", changes)
}

/// Faults as a person reads them.
fn told(result: Result<Loaded, Vec<Fault>>) -> String {
    match result {
        Ok(loaded) => render(&loaded.warnings, false),
        Err(faults) => render(&faults, false),
    }
}
