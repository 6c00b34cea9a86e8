//! The reader and checker of a start-up guide: the folder `malan` of a pack, which holds a small
//! pack of its own and `roadmap.toml`.
//!
//! The small pack is read and proved as every pack. The road map is checked against both packs:
//! what it names must be there, what it waits for must be months that a condition asks for, and
//! no task may wait for itself.

mod look_up;
mod raw;
pub(crate) mod shape;
mod tasks;

use super::fault::{Fault, Faults, File};
use super::{Files, Loaded, files, finish, shaped};
use crate::guide::{FOLDER, Guide};
use crate::model::Pack;
use std::path::Path;
use std::sync::Arc;

/// The road map's file within the guide's folder.
const ROADMAP: &str = "roadmap.toml";

/// A guide that may be used, and what somebody should look at.
#[derive(Debug)]
pub struct LoadedGuide {
    /// The guide.
    pub guide: Guide,
    /// Faults that do not stand in its way.
    pub warnings: Vec<Fault>,
}

/// Whether a pack's folder has a guide.
pub fn is_there(dir: &Path) -> bool {
    dir.join(FOLDER).join(ROADMAP).is_file()
}

/// Reads and checks the guide of the pack in a folder.
///
/// # Errors
/// Everything that is wrong, by file and place; warnings among it.
pub fn load(dir: &Path, main: &Pack) -> Result<LoadedGuide, Vec<Fault>> {
    let mut faults = Faults::default();
    let files = files::read(&dir.join(FOLDER), &mut faults);
    of_files(&files, faults, main).map_err(within)
}

/// Reads and checks a guide whose files are in memory; their paths are as in its folder.
///
/// # Errors
/// As [`load`].
pub fn load_files(
    files: impl IntoIterator<Item = File>,
    main: &Pack,
) -> Result<LoadedGuide, Vec<Fault>> {
    let files = files
        .into_iter()
        .map(|file| (file.path.clone(), Arc::new(file)));
    of_files(&files.collect(), Faults::default(), main).map_err(within)
}

fn of_files(files: &Files, faults: Faults, main: &Pack) -> Result<LoadedGuide, Vec<Fault>> {
    let Loaded { pack, warnings, .. } = finish(files, faults, true)?;
    let mut faults = Faults::default();
    let file = files::required(files, ROADMAP, &mut faults);
    let raw = shaped(file, &shape::ROADMAP, &mut faults, raw::road);
    let road = raw
        .filter(|_| !faults.has_errors())
        .map(|raw| tasks::road(raw, &pack, main, &mut faults));
    look_up::same_sources(&pack, main, files, &mut faults);
    let has_errors = faults.has_errors();
    faults.0.extend(warnings);
    match road.filter(|_| !has_errors) {
        Some(road) => Ok(LoadedGuide {
            guide: Guide { pack, road },
            warnings: within(faults.sorted()),
        }),
        None => Err(faults.sorted()),
    }
}

/// Says of each fault that its file stands in the guide's folder.
fn within(faults: Vec<Fault>) -> Vec<Fault> {
    let within = |mut fault: Fault| {
        fault.move_into(FOLDER);
        fault
    };
    faults.into_iter().map(within).collect()
}
