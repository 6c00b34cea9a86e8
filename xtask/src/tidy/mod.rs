//! What no compiler checks: which crate may know which, where colours may stand, that lists are
//! complete and versions agree.

mod arrows;
mod colours;
mod lists;

use std::fs;
use std::path::Path;

use crate::fault::{AtPath, Fault, Outcome};
use crate::project::Project;
use crate::run::note;

/// Runs every check of this module and reports all that is wrong at once.
///
/// # Errors
///
/// If anything is wrong; the fault has a line for each place.
pub fn run(project: &Project) -> Outcome {
    let mut wrong = arrows::check(project)?;
    wrong.extend(arrows::check_weight(project)?);
    wrong.extend(colours::check(project)?);
    wrong.extend(lists::check(project)?);
    if wrong.is_empty() {
        note("in order");
        return Ok(());
    }
    Err(Fault::new(format!("not tidy:\n  {}", wrong.join("\n  "))))
}

/// A file's text.
fn text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).at("read", path)
}
