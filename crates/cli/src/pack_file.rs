//! Opens a pack, whichever form it has.

use crate::failure::Failure;
use pack::Pack;
use pack::source::{self, Loaded};
use std::io;
use std::path::Path;

/// The pack of a source folder or of a compact file, and its content hash.
///
/// # Errors
/// A folder's faults are told on standard error and are the failure.
pub fn open(path: &Path, colour: bool) -> Result<(Pack, String), Failure> {
    let bytes = if path.is_dir() {
        pack::write(&load(path, colour)?.pack)
    } else {
        std::fs::read(path).map_err(|error| Failure::file(path, error))?
    };
    let (pack, hash) = pack::read(&bytes).map_err(|error| Failure::file(path, error))?;
    Ok((pack, hash.to_string()))
}

/// The pack of a source folder, with warnings.
///
/// # Errors
/// As [`open`].
pub fn load(dir: &Path, colour: bool) -> Result<Loaded, Failure> {
    folder(dir)?;
    source::load(dir).map_err(|faults| {
        eprint!("{}", source::render(&faults, colour));
        Failure::Faults
    })
}

/// Is there a folder to read? A wrong path is wrong usage and no fault of a pack.
pub fn folder(dir: &Path) -> Result<(), Failure> {
    let found = dir.metadata().map_err(|error| Failure::file(dir, error))?;
    if found.is_dir() {
        Ok(())
    } else {
        Err(Failure::file(
            dir,
            io::Error::from(io::ErrorKind::NotADirectory),
        ))
    }
}
