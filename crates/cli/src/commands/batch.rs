//! `bazhu batch`: what many people may claim.

use crate::args::Batch;
use crate::batch::{
    Chunks, Columns, Done, Input, Output, Progress, Sheet, Sums, Worker, has_id, per_second,
    pipeline, thousands,
};
use crate::failure::Failure;
use crate::pack_file;
use pack::Pack;
use report::result::Reporter;
use rules::eval::{Answers, Evaluation, Evaluator};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::thread;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Csv,
    Ndjson,
}

impl Format {
    fn of(path: &Path) -> Result<Self, Failure> {
        match path
            .extension()
            .and_then(|it| it.to_str())
            .map(str::to_ascii_lowercase)
            .as_deref()
        {
            Some("csv") => Ok(Self::Csv),
            Some("ndjson" | "jsonl") => Ok(Self::Ndjson),
            _ => Err(Failure::file(
                path,
                "the name must end in .csv, .ndjson or .jsonl",
            )),
        }
    }
}

/// Evaluates all people, tells of bad rows, and closes with a line of counts.
pub fn run(args: &Batch, colour: bool) -> Result<(), Failure> {
    let (from, to) = (Format::of(&args.people)?, Format::of(&args.output)?);
    if args.totals && to == Format::Ndjson {
        return Err(Failure::usage(
            "--totals writes CSV: give an output that ends in .csv",
        ));
    }
    if same_file(&args.people, &args.output) {
        return Err(Failure::file(
            &args.output,
            "the output would overwrite the people",
        ));
    }
    let (pack, hash) = pack_file::open(&args.pack, colour)?;
    let people = File::open(&args.people).map_err(|error| Failure::file(&args.people, error))?;
    let size = people.metadata().map_or(0, |it| it.len());
    let mut chunks = Chunks::new(people, 1, Vec::new());
    let columns = match from {
        Format::Ndjson => None,
        Format::Csv => {
            let header = chunks
                .header()
                .map_err(|error| Failure::file(&args.people, error))?;
            let header = header.ok_or_else(|| {
                Failure::file(
                    &args.people,
                    "the file is empty: a header with question ids is needed",
                )
            })?;
            Some(
                Columns::read(&pack, &header)
                    .map_err(|error| Failure::file(&args.people, error))?,
            )
        }
    };
    let input = columns.as_ref().map_or(Input::Ndjson, Input::Csv);
    let threads = args.threads.map_or_else(
        || thread::available_parallelism().map_or(1, usize::from),
        usize::from,
    );
    let workers = (0..threads)
        .map(|_| worker(args, &pack, &hash, input, to))
        .collect::<Result<Vec<_>, _>>()?;

    let output = File::create(&args.output).map_err(|error| Failure::file(&args.output, error))?;
    let mut output = BufWriter::with_capacity(1 << 20, output);
    let mut head = Vec::new();
    if to == Format::Csv {
        if args.totals {
            head.extend(if has_id(input) { &b"id"[..] } else { b"line" });
            head.extend(b",best_min,best_max,eligible\n");
        } else {
            Sheet::new(&pack).header(&mut head, has_id(input));
        }
    }
    let mut written = output.write_all(&head);
    let mut progress = Progress::new(size);
    let mut bad = 0;
    let workers = workers
        .into_iter()
        .map(|mut worker| move |chunk: &_| worker.work(chunk))
        .collect();
    let done = pipeline(chunks, workers, |done: Done| {
        bad += tell(&args.people, &done, &mut progress);
        written = output.write_all(&done.output);
        progress.advance(done.bytes, done.people);
        // The reader's error and the writer's are told apart by `written`.
        if written.is_err() {
            Err(io::Error::other(""))
        } else {
            Ok(())
        }
    });
    progress.clear();
    written
        .and_then(|()| if done.is_ok() { output.flush() } else { Ok(()) })
        .map_err(|error| Failure::file(&args.output, error))?;
    done.map_err(|error| Failure::file(&args.people, error))?;
    let (people, elapsed) = progress.so_far();
    let rows = match bad {
        0 => String::new(),
        1 => ", 1 bad row left out".to_owned(),
        bad => format!(", {} bad rows left out", thousands(bad)),
    };
    eprintln!(
        "{} people{rows}, {} per second",
        thousands(people),
        thousands(per_second(people, elapsed))
    );
    if bad > 0 {
        Err(Failure::Faults)
    } else {
        Ok(())
    }
}

fn worker<'a>(
    args: &Batch,
    pack: &'a Pack,
    hash: &str,
    input: Input<'a>,
    to: Format,
) -> Result<Worker<'a>, Failure> {
    let evaluator =
        || Evaluator::new(&pack.program).map_err(|error| Failure::file(&args.pack, error));
    let output = match to {
        Format::Ndjson => {
            let reporter = Reporter::new(pack, hash.to_owned(), args.date, &[]);
            Output::Json(Box::new(
                reporter.map_err(|error| Failure::file(&args.pack, error))?,
            ))
        }
        Format::Csv if args.totals => Output::Totals(Box::new(Sums::new(evaluator()?))),
        Format::Csv => Output::Sheet(Sheet::new(pack), Box::new(evaluator()?)),
    };
    let answers = Answers::none(&pack.program);
    Ok(Worker {
        pack,
        date: args.date,
        input,
        output,
        answers,
        id: String::new(),
        line: String::new(),
        evaluation: Evaluation::default(),
    })
}

/// Tells of a chunk's bad rows and says how many there were.
fn tell(path: &Path, done: &Done, progress: &mut Progress) -> u64 {
    if !done.bad.is_empty() {
        progress.clear();
        let mut stderr = BufWriter::new(io::stderr().lock());
        for (line, message) in &done.bad {
            // Nobody is left to be told if this fails.
            let _ = writeln!(stderr, "{}:{line}: {message}", path.display());
        }
    }
    done.bad.len() as u64
}

fn same_file(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}
