//! `bazhu search`.

use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// `bazhu search`.
#[derive(Debug, Args)]
#[command(after_help = "\
Words may be typed in Chinese (traditional too), pinyin, initials or a mixture; all must be
found. Each hit is one line of JSON, best first, with the points of its score one by one.

Filters: courses have district, level, group, mode, times, price (at most, in yuan), month,
shortage, digital, green; occupations group, level, shortage, digital, green; institutions kind,
district; majors level; honours honour, year, group, occupation. Values are ids or names; with
commas between them any of them will do.

Examples:
  bazhu search --pack data/shanghai --kind occupation diangong
  bazhu search --pack data/shanghai --kind course 电工 --filter district=浦东新区 --filter price=2000
  bazhu search --pack data/shanghai --kind major jidian --filter level=vocational_associate
  bazhu search --pack data/shanghai --kind programme 補貼 --limit 3")]
pub struct Search {
    /// A pack's source folder; for programmes its compact form will do.
    #[arg(long, value_name = "DIR|FILE")]
    pub pack: PathBuf,
    /// What to look for.
    #[arg(long, value_enum)]
    pub kind: Kind,
    /// How many hits to show at most.
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub limit: usize,
    /// How many of the best hits to pass over.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub offset: usize,
    /// Only what has this value (may be repeated; all must hold).
    #[arg(long, value_name = "KEY=VALUE")]
    pub filter: Vec<String>,
    /// The words; without any, everything.
    #[arg(value_name = "QUERY")]
    pub query: Vec<String>,
}

/// A kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// Occupations of the national classification.
    Occupation,
    /// Courses.
    Course,
    /// Colleges, service points and providers.
    Institution,
    /// Vocational majors.
    Major,
    /// Honours, by their people.
    Honour,
    /// Programmes: subsidies and the like.
    Programme,
}
