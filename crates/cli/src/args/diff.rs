//! `bazhu diff`.

use super::day;
use clap::{Args, ValueEnum};
use rules::date::Day;
use std::path::PathBuf;

/// `bazhu diff`.
#[derive(Debug, Args)]
#[command(after_help = "\
People are the worked cases of both packs' folders, or those of --people: one a line, as for
`bazhu batch`, with question ids of either pack. All are evaluated by both packs on one day.

Examples:
  bazhu diff shanghai-old data/shanghai
  bazhu diff shanghai-old data/shanghai --date 2026-12-31 --format html -o change.html
  bazhu diff old.bazhu new.bazhu --people people.csv --format json --exit-code")]
pub struct Diff {
    /// The pack before the change: its source folder or its compact form.
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    /// The pack after the change.
    #[arg(value_name = "NEW")]
    pub new: PathBuf,
    /// The day of application; the day on which NEW was checked, unless given.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub date: Option<Day>,
    /// The people: `.csv`, `.ndjson` or `.jsonl`.
    #[arg(long, value_name = "FILE")]
    pub people: Option<PathBuf>,
    /// How the result is written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// The file to write; standard output unless given.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// End with exit code 3 if the packs differ.
    #[arg(long)]
    pub exit_code: bool,
}

/// How a comparison is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For a terminal.
    Text,
    /// One JSON object.
    Json,
    /// One page that needs no other file.
    Html,
}
