//! A pack's folder, read into memory.

use super::fault::{At, Faults, File};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// The largest source file, in bytes.
const MAX_FILE: u64 = 4 << 20;

/// By path within the pack.
pub(crate) type Files = BTreeMap<String, Arc<File>>;

/// Reads all files of a pack's folder; those that can't be read are faults.
pub(crate) fn read(dir: &Path, faults: &mut Faults) -> Files {
    let mut files = Files::new();
    let mut unreadable = |path: &str, message: String| {
        let file = Arc::new(File {
            path: path.to_owned(),
            text: String::new(),
        });
        faults.error("unreadable", &At::new(&file, 0..0), message);
    };
    for folder in ["", "programmes/", "cases/"] {
        let entries = match std::fs::read_dir(dir.join(folder)) {
            Ok(entries) => entries,
            Err(error) if folder.is_empty() => {
                unreadable(
                    "",
                    format!(
                        "the folder `{}` can't be read: {}",
                        dir.display(),
                        error.kind()
                    ),
                );
                continue;
            }
            Err(_) => continue,
        };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_source = name.ends_with(".toml") || !folder.is_empty();
            if name.starts_with('.') || !is_source || entry.path().is_dir() {
                continue;
            }
            let path = format!("{folder}{name}");
            match text(&entry.path()) {
                Ok(text) => drop(files.insert(path.clone(), Arc::new(File { path, text }))),
                Err(message) => unreadable(&path, message),
            }
        }
    }
    files
}

/// A source file's text, without a byte order mark.
///
/// # Errors
/// Why it can't be read: missing, too large or not UTF-8.
pub fn text(path: &Path) -> Result<String, String> {
    let unreadable = |error: std::io::Error| format!("the file can't be read: {}", error.kind());
    if std::fs::metadata(path).map_err(unreadable)?.len() > MAX_FILE {
        return Err(format!("the file is larger than {} MiB", MAX_FILE >> 20));
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text.trim_start_matches('\u{feff}').to_owned()),
        Err(error) => {
            let before = error
                .as_bytes()
                .iter()
                .take(error.utf8_error().valid_up_to());
            let line = before.filter(|byte| **byte == b'\n').count() + 1;
            Err(format!(
                "the file is not UTF-8 (line {line}): save it as UTF-8"
            ))
        }
    }
}

/// A file that must be there.
pub(crate) fn required<'a>(
    files: &'a Files,
    path: &str,
    faults: &mut Faults,
) -> Option<&'a Arc<File>> {
    let file = files.get(path);
    if file.is_none() {
        let file = Arc::new(File {
            path: path.to_owned(),
            text: String::new(),
        });
        faults.error(
            "missing-file",
            &At::new(&file, 0..0),
            format!("the pack has no `{path}`"),
        );
    }
    file
}

/// The files of a folder, sorted; those with another ending are a warning.
pub(crate) fn of<'a>(
    files: &'a Files,
    folder: &str,
    ending: &str,
    faults: &mut Faults,
) -> Vec<&'a Arc<File>> {
    let mut found = Vec::new();
    for (path, file) in files {
        let Some(name) = path
            .strip_prefix(folder)
            .and_then(|rest| rest.strip_prefix('/'))
        else {
            continue;
        };
        if name
            .strip_suffix(ending)
            .is_some_and(|stem| stem.ends_with('.'))
        {
            found.push(file);
        } else {
            let fault = faults.warning(
                "unknown-file",
                &At::new(file, 0..0),
                "this file is not read",
            );
            fault.help(format!("files in `{folder}` end in `.{ending}`"));
        }
    }
    found
}
