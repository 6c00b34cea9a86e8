//! What the page and its worker say to each other.
//!
//! Programmes, versions, conditions and questions are named by their places in the pack, which
//! both have; texts are the pack's.

use rules::date::Day;
use rules::eval::Range;
use rules::program::Unit;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// The largest file that is read, in bytes. The page says so before it reads one.
pub const MAX_BYTES: u32 = 20 << 20;

/// The most people in a list.
pub const MAX_PEOPLE: u32 = 50_000;

/// The most problems that are handed to the page; the rest is counted, and written in the files.
pub const MAX_PROBLEMS: usize = 500;

/// What to compute.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The day of application, for everybody.
    pub day: Day,
    /// Programmes by their places, ascending.
    pub programmes: Vec<u16>,
}

/// What the page asks its worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// People who pass a filter; the answer is a [`Page`].
    Look(Filter),
    /// The results as CSV.
    Csv {
        /// In English instead of Chinese.
        english: bool,
    },
    /// The results as a workbook.
    Xlsx {
        /// In English instead of Chinese.
        english: bool,
    },
    /// An empty list to fill in, for these programmes.
    Template {
        /// The day of application.
        day: Day,
        /// Programmes by their places, ascending.
        programmes: Vec<u16>,
        /// A workbook instead of CSV.
        workbook: bool,
        /// In English instead of Chinese.
        english: bool,
    },
}

/// Something said in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The line, or the sheet's row, from 1; 0 for the whole table.
    pub line: u32,
    /// `第 3 行，第 6 列（户籍）：…`
    pub zh: String,
    /// `line 3, column 6 (户籍): …`
    pub en: String,
}

/// Whether a person may claim. There is always a rule: programmes without one are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// In all possible worlds.
    Eligible,
    /// It depends on what is not known.
    Undetermined,
    /// In none.
    Ineligible,
}

/// A smallest and a largest figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Smallest.
    pub min: i64,
    /// Largest.
    pub max: i64,
}

/// Why a programme was not computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// No rule is in hand for the day.
    NoRule,
    /// The list has no column about it.
    NoColumn,
    /// The list has a column about it alone, but it was not asked for.
    NotAsked,
}

/// A list that was computed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// The day of application.
    pub day: Day,
    /// How many people were computed.
    pub people: u32,
    /// How many rows are examples and were passed over.
    pub examples: u32,
    /// How many rows could not be read.
    pub bad_rows: u32,
    /// What is wrong with them, in the order of the rows; at most [`MAX_PROBLEMS`].
    pub problems: Vec<Said>,
    /// What somebody should know.
    pub notes: Vec<Said>,
    /// Names of columns that are not read.
    pub unread: Vec<String>,
    /// Whether there is a column of numbers or names for people.
    pub named: bool,
    /// By programme that was computed.
    pub programmes: Vec<Total>,
    /// Programmes that were not.
    pub left_out: Vec<(u16, Why)>,
    /// The best combinations' sums, added up over everybody, in fen.
    pub best: Span,
    /// How many people surely get something.
    pub paid: u32,
}

/// Everybody's results for one programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Total {
    /// Its place.
    pub programme: u16,
    /// The place of its version that is in force.
    pub version: u16,
    /// How many may claim.
    pub eligible: u32,
    /// How many may, depending on what is not known.
    pub undetermined: u32,
    /// How many may not.
    pub ineligible: u32,
    /// What all of them get: the smallest and the largest sum. `None` where it is no money.
    pub sum: Option<Figure>,
    /// In how many people's best combination it is.
    pub chosen: u32,
}

/// A range with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// Mantissas.
    pub span: Span,
    /// Decimal places.
    pub scale: u8,
    /// What it counts.
    pub unit: Unit,
}

impl From<Range> for Figure {
    fn from(range: Range) -> Figure {
        Figure {
            span: Span {
                min: range.min,
                max: range.max,
            },
            scale: range.scale,
            unit: range.unit,
        }
    }
}

/// Whom to show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// Only what this programme gives, by its place.
    pub programme: Option<u16>,
    /// Only people with this standing in that programme, or in any.
    pub standing: Option<Standing>,
    /// Only people who may claim, or perhaps may, and whose last day is within so many days.
    pub within: Option<u32>,
    /// Only people whose number or name holds this.
    pub text: String,
    /// The first of them that is shown.
    pub from: u32,
    /// How many are shown.
    pub count: u32,
}

/// Some people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// How many pass the filter.
    pub total: u32,
    /// Their best combinations' sums, added up, in fen.
    pub best: Span,
    /// Those shown; with [`Filter::within`] the nearest last day first, otherwise as listed.
    pub people: Vec<PersonView>,
}

/// One person's results.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonView {
    /// The line, or the sheet's row.
    pub line: u32,
    /// As listed; may be empty.
    pub id: String,
    /// As listed; may be empty.
    pub name: String,
    /// The best combination's sum, in fen.
    pub best: Span,
    /// Its programmes.
    pub chosen: Vec<u16>,
    /// Grants that could be paid but are not in it, each with the chosen one that stands against
    /// it, or none where a shared limit does.
    pub left_out: Vec<(u16, Option<u16>)>,
    /// By programme that was computed.
    pub outcomes: Vec<OutcomeView>,
}

/// One person's result for one programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeView {
    /// Its place.
    pub programme: u16,
    /// The place of its version.
    pub version: u16,
    /// Whether the person may claim.
    pub standing: Standing,
    /// What they get; nothing counts for the worlds in which they may not claim.
    pub amount: Option<Figure>,
    /// What is due on the day, where it is paid in parts.
    pub due: Option<Figure>,
    /// Last day to apply, where it is known.
    pub apply_by: Option<Day>,
    /// Conditions that do not hold, by their places.
    pub failed: Vec<u16>,
    /// Conditions of which it is not known whether they hold.
    pub open: Vec<u16>,
    /// Ways, one of which is needed, that hold.
    pub routes: Vec<u16>,
    /// Questions whose answer is missing and can still change the result, by slot.
    pub missing: Vec<u16>,
}

/// Writes what is said.
pub fn write<T: Serialize>(what: &T) -> Vec<u8> {
    // Every type here has a postcard form, and a `Vec` takes any length.
    postcard::to_allocvec(what).unwrap_or_default()
}

/// Reads what was said; `None` where it is something else.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}
