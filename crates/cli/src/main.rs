//! `bazhu`: check, build and run policy packs.
//!
//! Exit codes: 0 all is well; 1 faults were found, or rows that could not be read;
//! 2 wrong usage, or a file that could not be read or written; 3 packs differ, where asked.

mod args;
mod batch;
mod catalogue_file;
mod commands;
mod diff;
mod failure;
mod feel;
mod import;
mod learning;
mod pack_file;

use args::{Args, Command, What};
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = Args::parse();
    let colour = args.color.for_stderr();
    let done = match args.command {
        Command::Check(it) => commands::check::run(&it, args.color),
        Command::Build(it) => commands::build::run(&it, colour),
        Command::Eval(it) => commands::eval::run(&it, colour),
        Command::Batch(it) => commands::batch::run(&it, colour),
        Command::Diff(it) => commands::diff::run(&it, args.color),
        Command::Import(it) => match it.what {
            What::Courses(it) => commands::import::run(&it, colour),
        },
        Command::Path(it) => commands::path::run(&it, colour),
        Command::Match(it) => commands::matching::run(&it, colour),
        Command::Feel(it) => commands::feel::run(&it),
        Command::Search(it) => commands::search::run(&it, colour),
        Command::Plain(it) => commands::plain::run(&it, colour),
        Command::Serve(it) => commands::serve::run(&it),
        Command::Publish(it) => commands::publish::run(&it, colour),
        Command::Rollback(it) => commands::publish::back(&it, colour),
        Command::Token(it) => commands::keep::token(&it),
        Command::Backup(it) => commands::keep::backup(&it),
        Command::Restore(it) => commands::keep::restore(&it),
        Command::Completions(it) => commands::completions::run(&it),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(colour),
    }
}
