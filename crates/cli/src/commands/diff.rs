//! `bazhu diff`: what a change of a pack means for people.

use crate::args::{Colour, Diff, Format};
use crate::diff::{self, Input};
use crate::failure::Failure;
use crate::pack_file;
use pack::source::{self, Fault};
use std::fs;
use std::io::Write;
use std::path::Path;

/// Compares two packs and writes what differs.
pub fn run(args: &Diff, colour: Colour) -> Result<(), Failure> {
    let old = input(&args.old, colour.for_stderr())?;
    let new = input(&args.new, colour.for_stderr())?;
    let date = args.date.unwrap_or(new.pack.as_of);
    let (people, bad) = match &args.people {
        Some(path) => diff::of_list(path, [&old.pack, &new.pack])?,
        None => {
            let mut people = Vec::new();
            for path in [&args.new, &args.old] {
                diff::of_folder(path, date, &mut people)?;
            }
            if people.is_empty() {
                return Err(Failure::usage(
                    "there are no people to compare by: a compact pack carries no worked cases, \
                     and no folder was given that has some; name a list with --people FILE",
                ));
            }
            (people, 0)
        }
    };
    let report = diff::compare([&old, &new], date, &people).map_err(Failure::usage)?;
    let text = match args.format {
        Format::Text => diff::text(&report, args.output.is_none() && colour.for_stdout()),
        Format::Json => diff::object(&report),
        Format::Html => diff::page(&report),
    };
    match &args.output {
        Some(path) => fs::write(path, text).map_err(|error| Failure::file(path, error))?,
        None => std::io::stdout()
            .write_all(text.as_bytes())
            .map_err(|error| Failure::output(&error))?,
    }
    if bad > 0 {
        Err(Failure::Faults)
    } else if args.exit_code && !report.is_empty() {
        Err(Failure::Different)
    } else {
        Ok(())
    }
}

fn input(path: &Path, colour: bool) -> Result<Input, Failure> {
    let ((pack, hash), written) = if path.is_dir() {
        let told = |faults: Vec<Fault>| {
            eprint!("{}", source::render(&faults, colour));
            Failure::Faults
        };
        let draft = source::load_draft(path).map_err(told)?.pack;
        let read = pack::read(&pack::write(&draft));
        let read = read.map_err(|error| Failure::file(path, error))?;
        (
            (read.0, read.1.to_string()),
            source::written(path).map_err(told)?,
        )
    } else {
        (pack_file::open(path, colour)?, Vec::new())
    };
    Ok(Input {
        path: path.display().to_string(),
        pack,
        hash,
        written,
    })
}
