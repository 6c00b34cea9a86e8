//! Courses.

use super::Source;
use rules::date::Day;

/// Courses, sorted by occupation, then level from 5 to 1 (none last), then id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Courses {
    /// In the order above.
    pub list: Vec<Course>,
    /// Of the courses, if all come from one.
    pub sources: Vec<Source>,
}

impl Courses {
    /// The place of a course by its id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.list.iter().position(|it| it.id == id)
    }

    /// The places of an occupation's courses.
    pub fn of_occupation(&self, occupation: u16) -> core::ops::Range<usize> {
        let from = self.list.partition_point(|it| it.occupation < occupation);
        let to = self.list.partition_point(|it| it.occupation <= occupation);
        from..to
    }
}

/// Where a course is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// In a classroom or workshop.
    Classroom,
    /// On line.
    Online,
    /// Both.
    Blended,
}

/// What one gets at a course's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certificate {
    /// It prepares for the assessment of its level (职业技能等级证书).
    Level,
    /// The provider's own paper (结业证明).
    Completion,
}

/// Something learnt somewhere at certain times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// Unique in its list.
    pub id: String,
    /// Its title.
    pub title: String,
    /// A place in [`Occupations::list`].
    pub occupation: u16,
    /// 5 to 1; 0 where it is for no level.
    pub level: u8,
    /// A place in [`Places::institutions`].
    pub institution: u16,
    /// A place in [`Places::districts`].
    pub district: u8,
    /// Hours of teaching (课时).
    pub hours: u16,
    /// Before any subsidy, in yuan.
    pub price_yuan: u32,
    /// The days on which it begins, ascending; empty where not announced.
    pub starts_on: Vec<Day>,
    /// Where it is held.
    pub mode: Mode,
    /// Its lessons in a week, ascending; empty where free (on line) or not announced.
    pub slots: Vec<Slot>,
    /// What one gets at its end.
    pub certificate: Certificate,
    /// Made up for demonstration: show 示例数据 beside it.
    pub sample: bool,
}

impl Course {
    /// When its lessons are.
    pub fn times(&self) -> Times {
        let mut times = Times::default();
        for slot in &self.slots {
            if slot.weekday >= 6 {
                times.weekend = true;
            } else if slot.from >= EVENING {
                times.evening = true;
            } else {
                times.weekday = true;
            }
        }
        times
    }
}

/// From this minute of a weekday on, a lesson is in the evening: 17:00.
pub const EVENING: u16 = 17 * 60;

/// A lesson of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// 1 is Monday, 7 is Sunday.
    pub weekday: u8,
    /// Minutes after midnight.
    pub from: u16,
    /// Minutes after midnight, more than `from`.
    pub to: u16,
}

impl Slot {
    /// The most lessons that a course has in a week.
    pub const MAX: u32 = 50;

    /// Whether one can't be in both; lessons that only touch don't clash.
    pub fn clashes(&self, other: &Slot) -> bool {
        self.weekday == other.weekday && self.from < other.to && other.from < self.to
    }
}

/// The parts of a week that a course has lessons in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// Monday to Friday before 17:00.
    pub weekday: bool,
    /// Monday to Friday from 17:00.
    pub evening: bool,
    /// Saturday or Sunday.
    pub weekend: bool,
}
