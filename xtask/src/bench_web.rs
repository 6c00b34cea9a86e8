//! `cargo xtask bench web`: a first visit to our `/check` beside minimal apps of other frameworks.

use std::process::Command;

use crate::fault::Outcome;
use crate::project::Project;
use crate::run::{note, run};
use crate::test::against_site;

/// Fetches the peers and measures; the tables go to standard output.
///
/// # Errors
///
/// If the site is not built, a peer cannot be fetched or the browser fails.
pub fn run_all(project: &Project, options: &[&str]) -> Outcome {
    note("Fetching the peers (npm)");
    run(Command::new("npm")
        .current_dir(project.root.join("bench/web"))
        .args(["ci", "--no-audit", "--no-fund"]))?;
    let (mut command, _served) = against_site(project, "bench/web/run.mjs")?;
    run(command.args(options))
}
