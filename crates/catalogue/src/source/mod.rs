//! The reader and checker of a catalogue's files: CSV tables in a pack's folder `catalogue`.
//!
//! Every table has a fixed header. A cell that can't be read, an id that stands twice and a code
//! that no other table has are faults with file, line and column; all of them are told at once.

mod asked;
mod courses;
mod employers;
mod functions;
mod generate;
mod honours;
mod majors;
mod occupations;
mod pillars;
mod places;
mod shortage;
mod sources;
mod table;
mod words;

pub use courses::{CourseRow, SAMPLE_NAME, format_slot, parse_clock, parse_slot, write_courses};
pub use generate::{COUNT, SEED, sample_courses};
pub use table::is_control;

use crate::Catalogue;
use crate::model::{Courses, Occupations, Places, Sources};
use pack::source::{At, Fault, Faults, File};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;
use table::Files;

/// The folder of a catalogue within its pack's.
pub const FOLDER: &str = "catalogue";

/// Faults of one kind in one file that are shown; the rest is counted.
const SHOWN: usize = 12;

/// A catalogue that may be used, and what somebody should look at.
#[derive(Debug)]
pub struct Loaded {
    /// The catalogue.
    pub catalogue: Catalogue,
    /// Faults that do not stand in its way.
    pub warnings: Vec<Fault>,
}

/// Whether a pack's folder has a catalogue.
pub fn is_there(pack: &Path) -> bool {
    pack.join(FOLDER).is_dir()
}

/// Reads and checks the catalogue in a pack's folder.
///
/// # Errors
/// Everything that is wrong, by file and place; warnings among it.
pub fn load(pack: &Path) -> Result<Loaded, Vec<Fault>> {
    let mut faults = Faults::default();
    let files = read(&pack.join(FOLDER), &mut faults);
    finish(files, faults)
}

/// Reads and checks a catalogue whose files are in memory, by their names: `courses.csv`.
///
/// # Errors
/// As [`load`].
pub fn load_files(files: impl IntoIterator<Item = File>) -> Result<Loaded, Vec<Fault>> {
    let files = files.into_iter().map(|file| {
        let path = format!("{FOLDER}/{}", file.path);
        let file = File {
            path: path.clone(),
            text: file.text,
        };
        (path, Arc::new(file))
    });
    finish(files.collect(), Faults::default())
}

fn read(folder: &Path, faults: &mut Faults) -> Files {
    let mut files = Files::new();
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".csv") && !name.starts_with('.'))
        .collect();
    names.sort();
    for name in names {
        let path = format!("{FOLDER}/{name}");
        let mut file = File {
            path: path.clone(),
            text: String::new(),
        };
        match pack::source::text(&folder.join(&name)) {
            Ok(text) => {
                file.text = text;
                files.insert(path, Arc::new(file));
            }
            Err(message) => {
                faults.error("unreadable", &At::new(&Arc::new(file), 0..0), message);
            }
        }
    }
    files
}

fn finish(files: Files, mut faults: Faults) -> Result<Loaded, Vec<Fault>> {
    unknown_files(&files, &mut faults);
    let catalogue = check(&files, &mut faults);
    let failed = faults.has_errors();
    let faults = shortened(faults.sorted());
    if failed {
        Err(faults)
    } else {
        Ok(Loaded {
            catalogue,
            warnings: faults,
        })
    }
}

/// The tables of a catalogue; all must be there, if only with a header.
const TABLES: [&str; 21] = [
    "courses",
    "district_rounds",
    "districts",
    "functions",
    "honour_editions",
    "honour_results",
    "honours",
    "institutions",
    "major_occupation",
    "majors",
    "occupations",
    "pillar_charts",
    "pillar_figures",
    "pillars",
    "shortage",
    "sources",
    "standards",
    "streets",
    "synonyms",
    "tree",
    "wages",
];

fn unknown_files(files: &Files, faults: &mut Faults) {
    for (path, file) in files {
        let name = path.trim_start_matches(FOLDER).trim_start_matches('/');
        let stem = name.strip_suffix(".csv").unwrap_or(name);
        if !TABLES.contains(&stem) {
            let fault = faults.warning(
                "unknown-file",
                &At::new(file, 0..0),
                "this file is not read",
            );
            fault.help(match pack::source::nearest(stem, TABLES) {
                Some(near) => format!("did you mean `{near}.csv`?"),
                None => format!("tables are {}", TABLES.join(", ")),
            });
        }
    }
}

fn check(files: &Files, faults: &mut Faults) -> Catalogue {
    let sources = sources::read(files, faults);
    let mut occupations = occupations::read(files, &sources, faults);
    let codes = occupation_codes(&occupations);
    let shortage = shortage::read(files, &codes, &mut occupations, &sources, faults);
    let majors = majors::read(files, &codes, &sources, faults);
    let functions = functions::read(files, &codes, &sources, faults);
    let mut places = places::read(files, &sources, faults);
    let courses = courses::read(files, &codes, &mut places, &sources, faults);
    let honours = honours::read(files, &occupations, &sources, faults);
    let pillars = pillars::read(files, &sources, faults);
    let employers = employers::read(files, &places, &sources, faults);
    Catalogue {
        occupations,
        places,
        courses,
        majors,
        functions,
        honours,
        shortage,
        pillars,
        employers,
        sources: Sources { list: sources },
    }
}

/// Where each code stands in its list.
pub(crate) type Codes = HashMap<String, u16>;

fn occupation_codes(occupations: &Occupations) -> Codes {
    let codes = occupations.list.iter().map(|it| it.code.clone());
    codes.zip(0..=u16::MAX).collect()
}

/// Of many faults of one kind in one file the first ones, and how many more there are.
fn shortened(faults: Vec<Fault>) -> Vec<Fault> {
    let mut counts: BTreeMap<(String, &'static str), usize> = BTreeMap::new();
    for fault in &faults {
        *counts.entry((fault.file.clone(), fault.code)).or_default() += 1;
    }
    let mut seen: BTreeMap<(String, &'static str), usize> = BTreeMap::new();
    let mut kept = Vec::new();
    for mut fault in faults {
        let key = (fault.file.clone(), fault.code);
        let all = counts.get(&key).copied().unwrap_or(0);
        let nth = seen.entry(key).or_default();
        *nth += 1;
        if *nth == SHOWN && all > SHOWN {
            let more = format!("{} more faults of this kind in this file", all - SHOWN);
            let help = fault.help.take();
            fault.help(help.map_or(more.clone(), |help| format!("{help}; {more}")));
        }
        if *nth <= SHOWN {
            kept.push(fault);
        }
    }
    kept
}

/// The files that a site serves for a catalogue, by name: its parts, and the lexicon with which
/// they are searched.
pub fn files(catalogue: &Catalogue) -> Vec<(&'static str, Vec<u8>)> {
    let mut files = crate::compact::write_all(catalogue);
    files.push(("lexicon", crate::kinds::lexicon(catalogue).write()));
    files
}

/// Reads rows of courses against a catalogue's occupations and places, as [`load`] does with
/// `courses.csv`; providers that are not among the institutions are added to them.
///
/// # Errors
/// As [`load`].
pub fn read_courses(
    file: File,
    occupations: &Occupations,
    places: &Places,
) -> Result<(Courses, Places), Vec<Fault>> {
    let mut faults = Faults::default();
    let path = format!("{FOLDER}/courses.csv");
    let files = Files::from([(path, Arc::new(file))]);
    let mut places = places.clone();
    let codes = occupation_codes(occupations);
    let courses = courses::read(&files, &codes, &mut places, &[], &mut faults);
    if faults.has_errors() {
        Err(shortened(faults.sorted()))
    } else {
        Ok((courses, places))
    }
}
