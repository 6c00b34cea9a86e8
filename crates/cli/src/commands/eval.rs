//! `bazhu eval`: what one person may claim.

use super::read_text;
use crate::args::Eval;
use crate::failure::Failure;
use crate::pack_file;
use report::facts;
use report::result::Reporter;
use report::similar;
use rules::eval::Answers;
use serde_json::Value;
use std::io::Write;

/// Prints one JSON object.
pub fn run(args: &Eval, colour: bool) -> Result<(), Failure> {
    let (pack, hash) = pack_file::open(&args.pack, colour)?;
    for id in &args.programme {
        let ids = || pack.program.programmes.iter().map(|it| it.id.as_str());
        if !ids().any(|it| it == id) {
            return Err(Failure::usage(format!(
                "there is no programme `{id}`{}",
                similar::hint(id, ids())
            )));
        }
    }
    let text = read_text(&args.facts)?;
    let mut answers = Answers::none(&pack.program);
    facts::read_json(&pack, &text, &mut answers, None)
        .map_err(|error| Failure::file(&args.facts, error))?;
    let mut reporter = Reporter::new(&pack, hash, args.date, &args.programme)
        .map_err(|error| Failure::file(&args.pack, error))?;
    let mut out = String::new();
    reporter.report(&mut out, &answers);
    if args.pretty {
        out = serde_json::from_str(&out)
            .and_then(|value: Value| serde_json::to_string_pretty(&value))
            .map_err(|error| {
                Failure::usage(format!(
                    "the result is not JSON, which is our fault: {error}"
                ))
            })?;
    }
    out.push('\n');
    std::io::stdout()
        .write_all(out.as_bytes())
        .map_err(|error| Failure::output(&error))
}
