//! `cargo xtask bench employers`: a list of ten thousand people, from file to results.

use crate::fault::Outcome;
use crate::project::Project;
use crate::run::run;
use crate::test::against_site;

/// Measures the built site; the table goes to standard output.
///
/// # Errors
///
/// If the site is not built or the browser fails.
pub fn run_all(project: &Project, options: &[&str]) -> Outcome {
    let (mut command, _served) = against_site(project, "bench/employers/run.mjs")?;
    run(command.args(options))
}
