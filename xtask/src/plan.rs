//! A list of steps, run in order, each announced with its place in the list.

use crate::fault::Outcome;
use crate::project::Project;
use crate::run::announce;

/// One step of a task.
#[derive(Clone, Copy)]
pub struct Step {
    /// What it does, as a line for the terminal.
    pub what: &'static str,
    /// Does it.
    pub run: fn(&Project) -> Outcome,
}

/// Runs the steps in order and stops at the first fault.
///
/// # Errors
///
/// The fault of the first step that fails.
pub fn run(project: &Project, steps: &[Step]) -> Outcome {
    for (index, step) in steps.iter().enumerate() {
        announce(index + 1, steps.len(), step.what);
        (step.run)(project)?;
    }
    Ok(())
}
