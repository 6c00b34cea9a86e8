//! `bazhu completions`: what a shell needs to complete commands and options.

use crate::args::{Args, Completions};
use crate::failure::Failure;
use clap::CommandFactory;
use std::io::Write;

/// Writes the completions to standard output.
pub fn run(args: &Completions) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "bazhu", &mut script);
    std::io::stdout()
        .write_all(&script)
        .map_err(|error| Failure::output(&error))
}
