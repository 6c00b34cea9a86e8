//! The reader and checker of the files that people write.
//!
//! A pack's folder holds `pack.toml`, `sources.toml`, `questions.toml`, perhaps
//! `definitions.toml` and `changes.toml`, `programmes/<id>.toml` and `cases/<id>.csv`. [`load`] reads
//! them in three passes: the files' shapes, then what they name and compute, then
//! the worked cases. Each pass reports all that it finds; a pass with errors is the last.

mod cases;
mod changes;
mod code;
mod csv;
mod fault;
mod files;
pub mod guide;
mod kinds;
mod language;
mod node;
mod programme;
mod prove;
mod questions;
mod raw;
mod schema;
mod shape;
mod shapes;
mod strings;
mod tables;
mod texts;
mod versions;
mod work;
mod written;

pub use csv::rows;
pub use fault::{Also, At, Fault, Faults, File, Severity, nearest, render};
pub use files::text;
pub use node::Str;
pub use schema::schemas;
pub use written::{Written, written};

use crate::changes::Changes;
use crate::model::Pack;
use changes::RawLog;
use files::Files;
use node::Node;
use questions::{Asked, unique};
use raw::{RawDefinition, RawPack, RawProgramme, RawSource};
use shape::TableShape;
use std::path::Path;
use std::sync::Arc;

/// A pack that may be used, and what somebody should look at.
#[derive(Debug)]
pub struct Loaded {
    /// The pack.
    pub pack: Pack,
    /// Its change log; `None` where the pack has no `changes.toml`.
    pub changes: Option<Changes>,
    /// Faults that do not stand in its way.
    pub warnings: Vec<Fault>,
}

/// Reads and checks the pack in a folder.
///
/// # Errors
/// Everything that is wrong, by file and place; warnings among it.
pub fn load(dir: &Path) -> Result<Loaded, Vec<Fault>> {
    let mut faults = Faults::default();
    let files = files::read(dir, &mut faults);
    finish(&files, faults, true)
}

/// Reads and checks the pack in a folder, but not whether its worked cases still hold: a change
/// that is being thought about breaks them first.
///
/// # Errors
/// As [`load`].
pub fn load_draft(dir: &Path) -> Result<Loaded, Vec<Fault>> {
    let mut faults = Faults::default();
    let files = files::read(dir, &mut faults);
    finish(&files, faults, false)
}

/// Reads and checks a pack whose files are in memory; their paths are as in a folder.
///
/// # Errors
/// As [`load`].
pub fn load_files(files: impl IntoIterator<Item = File>) -> Result<Loaded, Vec<Fault>> {
    let files = files
        .into_iter()
        .map(|file| (file.path.clone(), Arc::new(file)))
        .collect();
    finish(&files, Faults::default(), true)
}

fn finish(files: &Files, mut faults: Faults, cases: bool) -> Result<Loaded, Vec<Fault>> {
    match check(files, &mut faults, cases) {
        Some((pack, changes)) if !faults.has_errors() => Ok(Loaded {
            pack,
            changes,
            warnings: faults.sorted(),
        }),
        _ => Err(faults.sorted()),
    }
}

/// Everything as written.
struct Raw {
    pack: RawPack,
    sources: Vec<RawSource>,
    asked: Vec<Asked>,
    definitions: Vec<RawDefinition>,
    programmes: Vec<RawProgramme>,
    changes: Option<RawLog>,
    /// What the questions' fields contradict each other in: of the second pass.
    later: Faults,
}

fn check(files: &Files, faults: &mut Faults, cases: bool) -> Option<(Pack, Option<Changes>)> {
    let mut raw = read_all(files, faults)?;
    if faults.has_errors() {
        return None;
    }
    let mut sound = raw.later.0.is_empty();
    faults.0.append(&mut raw.later.0);
    names(&raw, faults);
    let Raw {
        pack,
        sources: documents,
        asked,
        definitions,
        programmes,
        changes,
        later: _,
    } = raw;
    let mut sources = texts::Sources::new(&documents);
    let changes = changes.map(|log| changes::check(log, &pack, &programmes, &mut sources, faults));
    let mut pack = texts::pack(pack, &asked, &mut sources, &programmes, faults);
    sources.warn_of_unused(faults);
    sound &= !faults.0.iter().any(|fault| fault.code == "duplicate-id");
    // On questions that don't stand, the compiler would report what follows from it.
    if !sound {
        return None;
    }
    let used = code::compile(&mut pack, &asked, &definitions, &programmes, faults)?;
    code::unused(&asked, &used, faults);
    if let Err(invalid) = rules::validate::validate(&pack.program) {
        let file = files.get("pack.toml")?;
        let message = format!("the pack can't be run: {invalid}");
        faults.error("invalid", &At::new(file, 0..0), message);
        return None;
    }
    prove::conditions(&pack, &programmes, faults);
    if cases {
        work::all(&pack, files, &programmes, faults);
    }
    Some((pack, changes))
}

fn read_all(files: &Files, faults: &mut Faults) -> Option<Raw> {
    let pack_file = files::required(files, "pack.toml", faults);
    let sources_file = files::required(files, "sources.toml", faults);
    let questions_file = files::required(files, "questions.toml", faults);
    let pack = shaped(pack_file, &shapes::PACK, faults, raw::pack);
    let sources = shaped(sources_file, &shapes::SOURCES, faults, |node| {
        raw::sources(node)
    });
    let definitions = files
        .get("definitions.toml")
        .and_then(|file| {
            shaped(Some(file), &shapes::DEFINITIONS, faults, |node| {
                raw::definitions(node)
            })
        })
        .unwrap_or_default();
    let groups: Vec<&str> = pack
        .iter()
        .flat_map(|pack| &pack.groups)
        .map(|(id, _)| id.value.as_str())
        .collect();
    let mut later = Faults::default();
    let asked = shaped(questions_file, &shapes::QUESTIONS, faults, |node| {
        questions::questions(node, &groups, &mut later)
    });
    let log = files.get("changes.toml");
    let log = log.and_then(|file| shaped(Some(file), &changes::CHANGE_LOG, faults, changes::read));
    let mut programmes = Vec::new();
    for file in files::of(files, "programmes", "toml", faults) {
        programmes.extend(shaped(Some(file), &programme::PROGRAMME, faults, |node| {
            raw::programme(node)
        }));
    }
    programmes.sort_by(|a, b| a.id.value.cmp(&b.id.value));
    for programme in &mut programmes {
        programme.versions.sort_by_key(|version| version.from);
    }
    Some(Raw {
        pack: pack?,
        sources: sources?,
        asked: asked?,
        definitions,
        programmes,
        changes: log,
        later,
    })
}

fn shaped<T>(
    file: Option<&Arc<File>>,
    shape: &'static TableShape,
    faults: &mut Faults,
    read: impl FnOnce(&Node<'_>) -> T,
) -> Option<T> {
    let file = file?;
    let node = shape::parse(file, shape, faults)?;
    Some(read(&node))
}

/// Ids that must be unique across files.
fn names(raw: &Raw, faults: &mut Faults) {
    let mut each = |ids: Vec<&Str>, what: &str| {
        for (at, id) in ids.iter().enumerate() {
            unique(id, ids.iter().take(at).copied(), what, faults);
        }
    };
    each(raw.pack.groups.iter().map(|(id, _)| id).collect(), "group");
    each(
        raw.sources.iter().map(|source| &source.id).collect(),
        "source",
    );
    each(
        raw.programmes
            .iter()
            .map(|programme| &programme.id)
            .collect(),
        "programme",
    );
    let questions = raw.asked.iter().map(|asked| &asked.id);
    let names: Vec<&Str> = questions
        .chain(raw.definitions.iter().map(|d| &d.id))
        .collect();
    each(names.clone(), "name");
    for programme in &raw.programmes {
        kinds::check(programme, &names, faults);
    }
}
