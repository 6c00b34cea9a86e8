//! What can be typed.

mod diff;
mod search;
mod server;

use clap::{Args as Arguments, Parser, Subcommand, ValueEnum};
pub use diff::{Diff, Format};
use pack::facts::parse_date;
use rules::date::Day;
pub use search::{Kind, Search};
pub use server::{At, Backup, Publish, Restore, Rollback, Serve, Token};
use std::io::IsTerminal;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  bazhu check data/shanghai
  bazhu build data/shanghai -o shanghai.bazhu
  bazhu eval --pack data/shanghai --date 2026-11-22 --facts person.json --pretty
  bazhu batch --pack shanghai.bazhu --date 2026-11-22 people.csv -o results.csv
  bazhu diff shanghai-2026.bazhu data/shanghai --people people.csv
  bazhu search --pack data/shanghai --kind occupation diangong
  bazhu serve --site dist
  bazhu publish data/shanghai --to https://example.org

Exit codes: 0 all is well; 1 faults or bad rows were found; 2 wrong usage, or a file
that could not be read or written; 3 packs differ (`diff --exit-code` only).";

/// Check, build and run policy packs.
#[derive(Debug, Parser)]
#[command(name = "bazhu", version, after_help = EXAMPLES, max_term_width = 100)]
pub struct Args {
    /// When to use colours.
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    pub color: Colour,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Colour {
    /// Whether to colour what goes to standard error.
    pub fn for_stderr(self) -> bool {
        self.decide(|| std::io::stderr().is_terminal())
    }

    /// Whether to colour what goes to standard output.
    pub fn for_stdout(self) -> bool {
        self.decide(|| std::io::stdout().is_terminal())
    }

    fn decide(self, terminal: impl Fn() -> bool) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => std::env::var_os("NO_COLOR").is_none_or(|it| it.is_empty()) && terminal(),
        }
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check a pack's source files and its catalogue, and show every fault.
    Check(Check),
    /// Write a pack's compact form, which the app downloads, and its catalogue's parts.
    Build(Build),
    /// What one person may claim on a day, as JSON.
    Eval(Eval),
    /// What many people may claim on a day.
    Batch(Batch),
    /// What a change of a pack means for people.
    Diff(Diff),
    /// Bring a list that others keep into a pack's catalogue.
    Import(Import),
    /// The ways from what a person has to a level of an occupation, as JSON.
    Path(Path),
    /// Courses in the order in which they suit a person, a JSON line each.
    Match(Match),
    /// What a FEEL expression comes to, as JSON.
    Feel(Feel),
    /// Find occupations, courses, institutions, majors or programmes.
    Search(Search),
    /// Write a pack's programmes as plain HTML pages.
    Plain(Plain),
    /// Serve the site, packs, search and enquiries (docs/server.md).
    Serve(Serve),
    /// Check a pack's source files at a server and put them in force there.
    Publish(Publish),
    /// Put an earlier release in force again at a server.
    Rollback(Rollback),
    /// Make an operator's token, or a key for personal data.
    Token(Token),
    /// Write everything that a server keeps into a file, while it goes on.
    Backup(Backup),
    /// Put back what a back-up holds.
    Restore(Restore),
    /// Write a shell's completions to standard output.
    Completions(Completions),
}

/// `bazhu check`.
#[derive(Debug, Arguments)]
#[command(after_help = "Example:\n  bazhu check data/shanghai")]
pub struct Check {
    /// The folder with the pack's source files.
    pub dir: PathBuf,
    /// Faults as one JSON object, for machines.
    #[arg(long)]
    pub json: bool,
}

/// `bazhu build`.
#[derive(Debug, Arguments)]
#[command(after_help = "Example:\n  bazhu build data/shanghai -o shanghai.bazhu")]
pub struct Build {
    /// The folder with the pack's source files.
    pub dir: PathBuf,
    /// The file to write.
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
}

/// `bazhu import`.
#[derive(Debug, Arguments)]
#[command(after_help = "Example:\n  bazhu import courses list.xlsx --pack data/shanghai")]
pub struct Import {
    /// What the list holds.
    #[command(subcommand)]
    pub what: What,
}

/// What a list holds.
#[derive(Debug, Subcommand)]
pub enum What {
    /// Courses: CSV or XLSX, with headers in Chinese or English (docs/courses.md).
    Courses(ImportCourses),
}

/// `bazhu import courses`.
#[derive(Debug, Arguments)]
#[command(after_help = "\
Every row that can't be read is told with its line, column, reason and remedy, and with one of
them nothing is written. Without --add the list replaces all courses; samples always go.

Examples:
  bazhu import courses list.xlsx --pack data/shanghai --dry-run
  bazhu import courses list.csv --pack data/shanghai")]
pub struct ImportCourses {
    /// The list: `.csv` (UTF-8, UTF-16 or GB18030; commas, semicolons or tabs) or `.xlsx`.
    pub file: PathBuf,
    /// The pack's source folder.
    #[arg(long, value_name = "DIR")]
    pub pack: PathBuf,
    /// Keep the courses that were imported before.
    #[arg(long)]
    pub add: bool,
    /// Only say whether the list could be imported.
    #[arg(long)]
    pub dry_run: bool,
    /// The sheet of a workbook; the first with content unless given.
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
}

/// `bazhu feel`.
#[derive(Debug, Arguments)]
#[command(after_help = "\
Each answer is one line: {\"value\": …}, or {\"refused\": \"why (line:column)\"} for what is
outside the subset (docs/feel.md).

Examples:
  bazhu feel 'months >= 12 and share * 0.8 > 100' \\
    --context '{\"months\": {\"number\": \"40\"}, \"share\": {\"number\": \"150.5\"}}'
  echo '{\"expression\": \"1 + n\", \"context\": {\"n\": {\"number\": \"2\"}}}' | bazhu feel --batch -")]
pub struct Feel {
    /// The expression.
    #[arg(
        value_name = "EXPR",
        allow_hyphen_values = true,
        required_unless_present = "batch"
    )]
    pub expression: Option<String>,
    /// The names that it uses: a JSON object.
    #[arg(long, value_name = "JSON", conflicts_with = "batch")]
    pub context: Option<String>,
    /// Answer every line of a file, each {"expression", "context"}; `-` is standard input.
    #[arg(long, value_name = "FILE", conflicts_with = "expression")]
    pub batch: Option<PathBuf>,
}

/// `bazhu eval`.
#[derive(Debug, Arguments)]
#[command(after_help = "\
Facts are a JSON object by question id; what is left out or null is not known.

Examples:
  bazhu eval --pack data/shanghai --date 2026-11-22 --facts person.json
  echo '{\"ui_insured_months\": 40}' | bazhu eval --pack shanghai.bazhu --date 2026-11-22 --facts - --pretty")]
pub struct Eval {
    /// A pack's source folder or its compact form.
    #[arg(long, value_name = "DIR|FILE")]
    pub pack: PathBuf,
    /// The day of application.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub date: Day,
    /// What is known about the person; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    pub facts: PathBuf,
    /// Show only this programme (may be repeated); the best combination is over all.
    #[arg(long, value_name = "ID")]
    pub programme: Vec<String>,
    /// Indent the JSON.
    #[arg(long)]
    pub pretty: bool,
}

/// `bazhu batch`.
#[derive(Debug, Arguments)]
#[command(after_help = "\
People are one a line: a CSV with question ids as its header (and `id`, passed through), or
NDJSON with a facts object a line (`id` passed over). A row that can't be read is reported
with its line and left out.

Examples:
  bazhu batch --pack shanghai.bazhu --date 2026-11-22 people.csv -o results.csv
  bazhu batch --pack shanghai.bazhu --date 2026-11-22 people.ndjson -o results.ndjson
  bazhu batch --pack shanghai.bazhu --date 2026-11-22 people.csv -o sums.csv --totals")]
pub struct Batch {
    /// A pack's source folder or its compact form.
    #[arg(long, value_name = "DIR|FILE")]
    pub pack: PathBuf,
    /// The day of application.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub date: Day,
    /// The people: `.csv`, `.ndjson` or `.jsonl`.
    #[arg(value_name = "PEOPLE")]
    pub people: PathBuf,
    /// The file to write: `.csv`, `.ndjson` or `.jsonl`.
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// Only the best sum and how many programmes are certain; CSV, and fastest.
    #[arg(long)]
    pub totals: bool,
    /// Worker threads; all cores unless given.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
}

/// `bazhu path`.
#[derive(Debug, Arguments)]
#[command(after_help = "\
Facts are a JSON object by question id, as for `bazhu eval`; those about a trade are about the
occupation. A question that counts full years is better answered by the day that it counts from.

Example:
  bazhu path --pack data/shanghai --date 2026-11-22 --facts person.json \\
    --occupation 6-31-01-03 --level 1 --since trade_years=2020-07-01 --pretty")]
pub struct Path {
    /// A pack's source folder, with a catalogue and `matching.toml`.
    #[arg(long, value_name = "DIR")]
    pub pack: PathBuf,
    /// The first day: the facts are those of this day.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub date: Day,
    /// What is known about the person; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    pub facts: PathBuf,
    /// The occupation's code in the classification.
    #[arg(long, value_name = "CODE")]
    pub occupation: String,
    /// The level to reach, 5 to 1.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=5))]
    pub level: u8,
    /// The person works in the trade from this day on; without it from the first day on, unless
    /// they don't and are not going to.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub works_from: Option<Day>,
    /// The day that a question's full years are counted from (may be repeated).
    #[arg(long, value_name = "QUESTION=YYYY-MM-DD", value_parser = since)]
    pub since: Vec<(String, Day)>,
    /// Indent the JSON.
    #[arg(long)]
    pub pretty: bool,
}

/// `bazhu match`.
#[derive(Debug, Arguments)]
#[command(after_help = "\
Example:
  bazhu match --pack data/shanghai --date 2026-11-22 --facts person.json \\
    --occupation 6-31-01-03 --district 310115 --times evening,weekend --limit 5")]
pub struct Match {
    /// A pack's source folder, with a catalogue and `matching.toml`.
    #[arg(long, value_name = "DIR")]
    pub pack: PathBuf,
    /// The day.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub date: Day,
    /// What is known about the person; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    pub facts: PathBuf,
    /// The code of the occupation that one has in mind.
    #[arg(long, value_name = "CODE")]
    pub occupation: Option<String>,
    /// The level that one wants to reach in it, 5 to 1.
    #[arg(long, value_name = "N", requires = "occupation", value_parser = clap::value_parser!(u8).range(1..=5))]
    pub level: Option<u8>,
    /// The code of the district that one wants.
    #[arg(long, value_name = "CODE")]
    pub district: Option<String>,
    /// The times that one has.
    #[arg(long, value_name = "TIMES", value_delimiter = ',')]
    pub times: Vec<Time>,
    /// At most so many courses.
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub limit: usize,
}

/// A part of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Time {
    /// Monday to Friday before 17:00.
    Weekday,
    /// Monday to Friday from 17:00.
    Evening,
    /// Saturday or Sunday.
    Weekend,
}

/// `bazhu plain`.
#[derive(Debug, Arguments)]
#[command(after_help = "Example:\n  bazhu plain data/shanghai -o dist/plain")]
pub struct Plain {
    /// A pack's source folder or its compact form.
    #[arg(value_name = "DIR|FILE")]
    pub pack: PathBuf,
    /// The folder to write into.
    #[arg(short, long, value_name = "OUTDIR")]
    pub output: PathBuf,
}

/// `bazhu completions`.
#[derive(Debug, Arguments)]
#[command(
    after_help = "Example:\n  bazhu completions bash > ~/.local/share/bash-completion/completions/bazhu"
)]
pub struct Completions {
    /// For which shell.
    pub shell: clap_complete::Shell,
}

/// Reads `YYYY-MM-DD`.
fn day(text: &str) -> Result<Day, String> {
    parse_date(text).ok_or_else(|| "expected a day of the calendar as YYYY-MM-DD".to_owned())
}

/// Reads `QUESTION=YYYY-MM-DD`.
fn since(text: &str) -> Result<(String, Day), String> {
    let (id, date) = text.split_once('=').ok_or("expected QUESTION=YYYY-MM-DD")?;
    Ok((id.to_owned(), day(date)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_is_sound() {
        Args::command().debug_assert();
    }

    #[test]
    fn a_day_is_a_day_of_the_calendar() {
        assert_eq!(day("1970-01-02"), Ok(1));
        for wrong in [
            "2026-02-29",
            "2026-13-01",
            "2026-1-1",
            "+026-01-01",
            "",
            "2026-11-22 ",
            "二〇二六-11-22",
        ] {
            assert!(day(wrong).is_err(), "{wrong}");
        }
    }
}
