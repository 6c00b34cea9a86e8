//! A catalogue's records.
//!
//! Lists are sorted, and a record names another by its place in its list (`u16`, `u8`). Names
//! that exist in Chinese only are plain `String`s. Every part can be used without the others.

mod courses;
mod employers;
mod functions;
mod honours;
mod majors;
mod occupations;
mod pillars;
mod places;
mod shortage;

pub use courses::{Certificate, Course, Courses, EVENING, Mode, Slot, Times};
pub use employers::{Employers, Funded, Round, Statistic, Wage, Workers};
pub use functions::{Function, Functions, LevelFunctions, OccupationFunctions};
pub use honours::{
    Award, Count, Edition, Honour, Honouree, Honours, Scope, Total, TradeGroup, TradeLink,
    TradeOccupation,
};
pub use majors::{Major, MajorLevel, Majors};
pub use occupations::{
    Confidence, Group, Link, Occupation, Occupations, Standard, StandardKind, Tree,
};
pub use pillars::{Chart, Figure, Form, Measure, Medal, Pillars, Service, Task};
pub use places::{Body, District, Institution, InstitutionKind, Places, Point, Street};
pub use shortage::{ShortageEntry, ShortageList};

use pack::model::{Evidence, Text};

/// A whole catalogue, as the files give it. A page loads the parts that it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// Occupations, their tree and standards.
    pub occupations: Occupations,
    /// Districts, streets and institutions.
    pub places: Places,
    /// Courses.
    pub courses: Courses,
    /// Majors that lead to occupations.
    pub majors: Majors,
    /// What each level of an occupation tests.
    pub functions: Functions,
    /// Who was honoured, and the results of every edition.
    pub honours: Honours,
    /// The list of occupations in short supply.
    pub shortage: ShortageList,
    /// Four tasks and eight measures.
    pub pillars: Pillars,
    /// What an employer looks up.
    pub employers: Employers,
    /// Where all of it comes from.
    pub sources: Sources,
}

/// Every source of a catalogue, for a page that lists them without fetching what they are of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// In the order of `sources.csv`.
    pub list: Vec<Source>,
}

/// A table of the catalogue, for [`source_of`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// [`Occupation`]s and [`Tree`].
    Occupations,
    /// [`Standard`]s.
    Standards,
    /// [`ShortageList`] and [`Occupation::shortage`].
    Shortage,
    /// [`Occupation::synonyms`].
    Synonyms,
    /// [`Major`]s.
    Majors,
    /// [`Major::occupations`].
    MajorOccupation,
    /// [`Functions`].
    Functions,
    /// [`District`]s.
    Districts,
    /// [`Street`]s.
    Streets,
    /// [`Course`]s.
    Courses,
    /// [`Pillars`].
    Pillars,
}

impl Table {
    /// All of them.
    pub const ALL: [Table; 11] = [
        Table::Occupations,
        Table::Standards,
        Table::Shortage,
        Table::Synonyms,
        Table::Majors,
        Table::MajorOccupation,
        Table::Functions,
        Table::Districts,
        Table::Streets,
        Table::Courses,
        Table::Pillars,
    ];
}

/// Where records come from and how sure that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Stable name.
    pub id: String,
    /// Tables that come from here as a whole; institutions and honours name their sources themselves.
    pub tables: Vec<Table>,
    /// What it is.
    pub title: Text,
    /// Who issued it.
    pub publisher: Text,
    /// As far as known: `2022`, `2022-08-31` or empty.
    pub date: String,
    /// How it was read.
    pub evidence: Evidence,
    /// What a reader must know with the data, if anything: "38 of at least 62 entries".
    pub note: Text,
}

/// The source of a whole table, if the part at hand has it.
pub fn source_of(sources: &[Source], table: Table) -> Option<&Source> {
    sources.iter().find(|source| source.tables.contains(&table))
}
