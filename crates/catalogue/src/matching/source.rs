//! Reads a pack's `matching.toml` and checks it against the pack.

use super::names::Names;
use super::settings::Settings;
use pack::Pack;
use pack::source::{At, Fault, File, Severity};
use rules::program::{Domain, Kind, Slot};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// The file's name within a pack's folder.
pub const FILE: &str = "matching.toml";

/// Whether a pack's folder has settings.
pub fn is_there(dir: &Path) -> bool {
    dir.join(FILE).is_file()
}

/// Reads the settings of the pack in a folder.
///
/// # Errors
/// What is wrong with the file, with its place.
pub fn load(dir: &Path, pack: &Pack) -> Result<Settings, Vec<Fault>> {
    let path = dir.join(FILE);
    let text = std::fs::read_to_string(&path);
    let file = |text: String| {
        let path = FILE.to_owned();
        Arc::new(File { path, text })
    };
    match text {
        Ok(text) => read(&file(text), pack),
        Err(error) => {
            let message = format!("the file can't be read: {}", error.kind());
            let at = At::new(&file(String::new()), 0..0);
            Err(vec![Fault::new(
                Severity::Error,
                "unreadable",
                &at,
                message,
            )])
        }
    }
}

/// Reads settings and checks them against a pack.
///
/// # Errors
/// What is wrong with the file, with its place.
pub fn read(file: &Arc<File>, pack: &Pack) -> Result<Settings, Vec<Fault>> {
    let fault = |code, span, message: String| {
        Fault::new(Severity::Error, code, &At::new(file, span), message)
    };
    let settings: Settings = match toml::from_str(&file.text) {
        Ok(settings) => settings,
        Err(error) => {
            let span = error.span().unwrap_or_default();
            return Err(vec![fault("shape", span, error.message().to_owned())]);
        }
    };
    let names = match Names::find(&settings, pack) {
        Ok(names) => names,
        Err(error) => {
            let span = place(&file.text, &error.id);
            return Err(vec![fault("unknown-id", span, error.to_string())]);
        }
    };
    let mut faults = Vec::new();
    for (id, what) in wrong(&settings, &names, pack) {
        faults.push(fault("wrong-kind", place(&file.text, id), what));
    }
    match faults.is_empty() {
        true => Ok(settings),
        false => Err(faults),
    }
}

/// Where an id, or `question = answer`, is written; the file's start where that is not found.
fn place(text: &str, id: &str) -> Range<usize> {
    let words: Vec<String> = id.split(" = ").map(|word| format!("\"{word}\"")).collect();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if words.iter().all(|word| line.contains(word.as_str()))
            && let Some(word) = words.last()
            && let Some(at) = line.rfind(word.as_str())
        {
            return start + at..start + at + word.len();
        }
        start += line.len();
    }
    0..0
}

/// Ids whose questions or programmes are not of the kind that they are used as.
fn wrong<'s>(settings: &'s Settings, names: &Names, pack: &Pack) -> Vec<(&'s str, String)> {
    let mut wrong = Vec::new();
    let domain = |slot: Slot| {
        pack.program
            .facts
            .get(usize::from(slot))
            .map(|it| &it.domain)
    };
    let counts = |slot: Slot| matches!(domain(slot), Some(Domain::Number { scale: 0, .. }));
    let clocks = &settings.clocks;
    for (id, slot) in clocks.worked.iter().zip(&names.worked) {
        if !counts(*slot) {
            wrong.push((id.as_str(), format!("`{id}` is no whole number of years")));
        }
    }
    for (id, slot) in clocks.calendar.iter().zip(&names.calendar) {
        if !counts(*slot) || names.worked.contains(slot) {
            let why = "is no whole number of years, or passes with work as well";
            wrong.push((id.as_str(), format!("`{id}` {why}")));
        }
    }
    for (id, slot) in clocks.restart.iter().zip(&names.restart) {
        if !names.is_clock(*slot) {
            wrong.push((id.as_str(), format!("`{id}` is none of the clocks")));
        }
    }
    for (change, known) in settings.what_if.iter().zip(&names.what_if) {
        if let Some((id, slot)) = change.more.as_ref().zip(known.more)
            && !names.is_clock(slot)
        {
            wrong.push((id.as_str(), format!("`{id}` is none of the clocks")));
        }
    }
    let certificate = &settings.certificate;
    if !matches!(
        domain(names.level),
        Some(Domain::Number {
            min: 1,
            max: 5,
            scale: 0
        })
    ) {
        let id = certificate.level.as_str();
        wrong.push((id, format!("`{id}` is no number from 1 to 5")));
    }
    if !matches!(domain(names.issued_on), Some(Domain::Date { .. })) {
        let id = certificate.issued_on.as_str();
        wrong.push((id, format!("`{id}` is no date")));
    }
    if domain(names.digital_or_green) != Some(&Domain::Bool) {
        let id = certificate.digital_or_green.as_str();
        wrong.push((id, format!("`{id}` is not answered by yes or no")));
    }
    let kind = |at: usize| pack.program.programmes.get(at).map(|it| it.kind);
    if kind(names.levels) != Some(Kind::Levels) {
        let id = settings.levels.as_str();
        wrong.push((id, format!("`{id}` opens no levels")));
    }
    for id in &certificate.programmes {
        let programmes = pack.program.programmes.iter();
        if programmes
            .clone()
            .any(|it| it.id == *id && it.kind != Kind::Grant)
        {
            wrong.push((id.as_str(), format!("`{id}` is no grant")));
        }
    }
    wrong
}
