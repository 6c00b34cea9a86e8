//! `bazhu import courses`: a list of courses into a pack's catalogue.

use crate::args::ImportCourses;
use crate::failure::Failure;
use crate::import::{self, Imported, Problem};
use crate::{catalogue_file, pack_file};
use catalogue::Catalogue;
use catalogue::source::{CourseRow, FOLDER, read_courses, write_courses};
use pack::source::{File, render};
use std::fs;
use std::path::Path;

/// Reads the list, tells every bad row, and writes all courses or nothing.
pub fn run(args: &ImportCourses, colour: bool) -> Result<(), Failure> {
    pack_file::folder(&args.pack)?;
    let Some(known) = catalogue_file::load(&args.pack, colour)? else {
        return Err(Failure::usage(format!(
            "{} has no folder `{FOLDER}`: courses need its occupations and districts",
            args.pack.display()
        )));
    };
    let bytes = fs::read(&args.file).map_err(|error| Failure::file(&args.file, error))?;
    let sheet = import::read(&bytes, args.sheet.as_deref())
        .map_err(|(en, zh)| Failure::file(&args.file, format!("{en}\n  {zh}")))?;
    let kept = if args.add { real(&known) } else { Vec::new() };
    let mut imported = import::courses(&sheet, &known, &kept);
    for note in &imported.notes {
        tell(&args.file, "note: ", note);
    }
    let mut rows = std::mem::take(&mut imported.rows);
    if !imported.problems.is_empty() {
        return Err(refused(&args.file, &imported));
    }
    let (new, before) = (rows.len(), kept.len());
    rows.splice(0..0, kept);
    let text = write_courses(&rows);
    let target = args.pack.join(FOLDER).join("courses.csv");
    check(&known, &text, colour)?;
    if args.dry_run {
        println!(
            "{}: {new} courses, all of them sound; nothing was written",
            args.file.display()
        );
        return Ok(());
    }
    replace(&target, &text)?;
    let samples = known.courses.list.iter().filter(|it| it.sample).count();
    println!(
        "{}: {new} courses imported, {before} kept",
        target.display()
    );
    if samples > 0 {
        println!("the {samples} sample courses are gone");
    }
    Ok(())
}

fn tell(file: &Path, kind: &str, problem: &Problem) {
    let place = if problem.place.line == 0 {
        String::new()
    } else {
        format!("{}: ", problem.place)
    };
    let Problem { en, zh, .. } = problem;
    eprintln!("{}: {kind}{place}{en}\n  {zh}", file.display());
}

/// Tells every problem, and how many rows have one.
fn refused(file: &Path, imported: &Imported) -> Failure {
    for problem in &imported.problems {
        tell(file, "", problem);
    }
    let (problems, rows) = (imported.problems.len(), imported.count);
    let s = if problems == 1 { "" } else { "s" };
    eprintln!("{problems} problem{s} in {rows} rows: nothing was imported");
    eprintln!("  {rows} 行中有 {problems} 处问题，未导入任何内容");
    Failure::Faults
}

/// The courses that are there already and are no samples.
fn real(known: &Catalogue) -> Vec<CourseRow> {
    let real = known.courses.list.iter().filter(|it| !it.sample);
    real.filter_map(|it| CourseRow::of(it, known)).collect()
}

/// Reads what will be written as every other command will.
fn check(known: &Catalogue, text: &str, colour: bool) -> Result<(), Failure> {
    let file = File {
        path: format!("{FOLDER}/courses.csv"),
        text: text.to_owned(),
    };
    match read_courses(file, &known.occupations, &known.places) {
        Ok(_) => Ok(()),
        Err(faults) => {
            eprint!("{}", render(&faults, colour));
            Err(Failure::Faults)
        }
    }
}

/// Writes beside the file and renames: whoever reads sees the old list or the new one.
fn replace(target: &Path, text: &str) -> Result<(), Failure> {
    let beside = target.with_extension("csv.new");
    fs::write(&beside, text)
        .and_then(|()| fs::rename(&beside, target))
        .map_err(|error| {
            let _ = fs::remove_file(&beside);
            Failure::file(target, error)
        })
}
