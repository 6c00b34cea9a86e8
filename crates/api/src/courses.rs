//! `/api/v1/courses`: what the browser's own search finds, for those who have no browser.

use serde::{Deserialize, Serialize};

/// A page of courses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Courses {
    /// How many there are on all pages.
    pub total: u32,
    /// The page, best first or in the order asked for.
    pub courses: Vec<Course>,
    /// How many each filter's value would leave, all others as they are.
    pub facets: Vec<Facet>,
    /// If nothing is found: what to drop, and how many that would give.
    pub without: Vec<Without>,
    /// The words were too many; only their beginning was looked at.
    pub cut: bool,
    /// The pack that the courses are from.
    pub pack_hash: String,
}

/// A course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Course {
    /// Its id.
    pub id: String,
    /// Its title, in Chinese.
    pub title: String,
    /// The occupation's code in the classification.
    pub occupation: String,
    /// The occupation's name.
    pub occupation_name: String,
    /// The level it leads to, 5 to 1; 0 for none.
    pub level: u8,
    /// Who holds it.
    pub provider: String,
    /// The district's code.
    pub district: String,
    /// The district's name.
    pub district_name: String,
    /// Lessons, in hours.
    pub hours: u16,
    /// What it costs before any subsidy.
    pub price_yuan: u32,
    /// The days it begins on.
    pub starts_on: Vec<String>,
    /// `classroom`, `online` or `blended`.
    pub mode: String,
    /// Made up for demonstration: show 示例数据 beside it.
    pub sample: bool,
    /// How well it fits the words; 0 without words.
    pub score: u32,
    /// Why the words found it.
    pub matched: Vec<Matched>,
}

/// Why a word found a course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Matched {
    /// The word.
    pub word: String,
    /// Which of the course's texts it is in.
    pub field: String,
    /// The text.
    pub text: String,
    /// How: as typed, by pinyin, by initials, with a typing error.
    pub how: String,
}

/// A filter with its values' counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Facet {
    /// Its name in the query.
    pub key: String,
    /// Its values that would leave something.
    pub values: Vec<Count>,
}

/// A value of a filter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Count {
    /// Its name in the query.
    pub id: String,
    /// Its name in Chinese; empty where the id is a word or a number.
    pub name: String,
    /// How many courses it would leave.
    pub count: u32,
}

/// Something that was asked for and might be dropped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Without {
    /// A filter's name, or `q`.
    pub key: String,
    /// How many courses would be found without it.
    pub count: u32,
}
