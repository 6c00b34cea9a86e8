//! A start-up guide: a small pack of its own that says which course fits now, and a road map of
//! tasks from an idea to a growing firm.
//!
//! Its source stands in a pack's folder `malan`; [`crate::source::guide`] reads and checks it
//! against the pack. The road map names the pack's programmes, conditions and questions by
//! their ids, so that no window and no number of months is written twice.

mod compact;
pub mod grants;
pub mod months;
mod order;
pub mod plan;

pub use compact::{FORMAT, MAGIC, read, write};
pub use order::order;

use crate::facts::slot_of;
use crate::model::{Evidence, Pack, Text};
use rules::eval::Answers;
use rules::program::Domain;
use serde::{Deserialize, Serialize};

/// The guide's folder within a pack's, and the name of its compact file.
pub const FOLDER: &str = "malan";

/// A start-up guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guide {
    /// Which course fits now: its programmes are the courses, and what else can be told.
    pub pack: Pack,
    /// What to do, in which order.
    pub road: Road,
}

/// A road map.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Road {
    /// In order.
    pub stages: Vec<Stage>,
    /// The courses, in the order in which they are taken.
    pub courses: Vec<Course>,
    /// The days that a person can enter.
    pub dates: Vec<Date>,
    /// The tasks, in an order in which each comes after all that must come before it.
    pub tasks: Vec<Task>,
    /// What to know besides; figures that are not in hand.
    pub notes: Vec<Said>,
}

/// A stretch of the road.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// `idea`
    pub id: String,
    /// 想法
    pub title: Text,
}

/// A course and what comes after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// The programme that recommends it, by index into the guide's own pack.
    pub programme: u16,
    /// Its short name: `GYB`.
    pub short: Text,
    /// Index into [`Road::stages`].
    pub stage: u8,
    /// The courses that come after it, by index into [`Road::courses`].
    pub next: Vec<u8>,
}

/// A day that a person can enter: tasks wait for months from it, windows count from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Date {
    /// `registered`
    pub id: String,
    /// A short name.
    pub label: Text,
    /// What counts.
    pub help: Text,
    /// The main pack's question that asks for the same day, by id.
    pub question: Option<String>,
    /// The main pack's questions that count full months from this day, by id.
    pub counts: Vec<String>,
    /// Questions of the guide's own pack that count full months from it, by id.
    pub own_counts: Vec<String>,
    /// Questions of the guide's own pack that are answered with yes once the day has come, by id.
    pub own_yes: Vec<String>,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Unique; progress is kept under it.
    pub id: String,
    /// Index into [`Road::stages`].
    pub stage: u8,
    /// A few words, a verb first.
    pub title: Text,
    /// What it is about.
    pub about: Said,
    /// The tasks that must come before it, by index; each smaller than its own.
    pub after: Vec<u16>,
    /// Whether one may do without it.
    pub optional: bool,
    /// The date that is its doing, by index into [`Road::dates`].
    pub date: Option<u8>,
    /// The courses that it may consist of, by index into [`Road::courses`].
    pub courses: Vec<u8>,
    /// Programmes of the main pack that it is a step towards, by id.
    pub unlocks: Vec<String>,
    /// The programme of the main pack that is applied for, by id: its papers, its offices and
    /// its window are the task's.
    pub claims: Option<String>,
    /// Months that must pass.
    pub waits: Option<Wait>,
    /// What to bring.
    pub papers: Vec<Said>,
    /// Where to go.
    pub offices: Vec<Said>,
    /// A page of the site that helps.
    pub page: Option<Page>,
}

/// Months that a programme's condition asks for; how many, the condition itself says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    /// The programme, by id.
    pub programme: String,
    /// The condition's id.
    pub condition: String,
    /// The day from which the months count, by index into [`Road::dates`].
    pub since: u8,
}

/// A page of the site that helps with a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Page {
    /// `/check`: what may be claimed.
    Check,
    /// `/loan`: what a loan costs.
    Loan,
    /// `/courses`
    Courses,
    /// `/employers`
    Employers,
    /// The part of the guide's own page about money.
    Money,
}

/// A sentence and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The sentence.
    pub text: Text,
    /// The source's id, in the guide's pack or in the main one; empty where the sentence is
    /// advice that rests on no document.
    pub source: String,
    /// The place within the source; may be empty.
    pub clause: String,
    /// How far it is known.
    pub evidence: Evidence,
}

impl Guide {
    /// The compact file's name.
    pub const NAME: &str = FOLDER;
}

impl Road {
    /// The place of a task.
    pub fn task(&self, id: &str) -> Option<usize> {
        self.tasks.iter().position(|task| task.id == id)
    }

    /// The place of a date.
    pub fn date(&self, id: &str) -> Option<usize> {
        self.dates.iter().position(|date| date.id == id)
    }
}

/// Answers a question, as far as it can be answered so: a number beyond its bounds counts as the
/// bound, a day beyond them is not told.
fn put(pack: &Pack, answers: &mut Answers, id: &str, value: i64) {
    let Some(at) = slot_of(pack, id).map(usize::from) else {
        return;
    };
    let value = match pack.program.facts.get(at).map(|fact| &fact.domain) {
        Some(Domain::Number { min, max, .. }) => Some(value.clamp(*min, *max)),
        Some(Domain::Date { min, max }) => (*min..=*max).contains(&value).then_some(value),
        Some(Domain::Bool) => Some(i64::from(value != 0)),
        Some(Domain::Options(_)) | None => None,
    };
    if let Some(place) = answers.values.get_mut(at) {
        *place = value;
    }
}
