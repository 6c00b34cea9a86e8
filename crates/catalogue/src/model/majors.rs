//! Majors and the occupations that they lead to.

use super::Source;

/// Majors, sorted by code, then level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Majors {
    /// In the order above.
    pub list: Vec<Major>,
    /// Names of categories: `5101 农业类`.
    pub categories: Vec<String>,
    /// Of majors and their occupations.
    pub sources: Vec<Source>,
}

impl Majors {
    /// The place of a major by its code.
    pub fn find(&self, code: &str) -> Option<u16> {
        let at = self
            .list
            .binary_search_by(|it| it.code.as_str().cmp(code))
            .ok()?;
        u16::try_from(at).ok()
    }

    /// The majors that lead to an occupation.
    pub fn of_occupation(&self, occupation: u16) -> impl Iterator<Item = (usize, &Major)> {
        let leads = move |it: &Major| it.occupations.binary_search(&occupation).is_ok();
        self.list
            .iter()
            .enumerate()
            .filter(move |(_, it)| leads(it))
    }
}

/// The school level of a major.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MajorLevel {
    /// 中等职业教育.
    VocationalSecondary,
    /// 高等职业教育专科.
    VocationalAssociate,
    /// 高等职业教育本科.
    VocationalBachelor,
    /// 普通本科.
    Bachelor,
}

/// A major of the national catalogues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Major {
    /// `510102`, unique in the list.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its school level.
    pub level: MajorLevel,
    /// A place in [`Majors::categories`].
    pub category: u16,
    /// Places in [`Occupations::list`], ascending; empty where no official link is in hand.
    pub occupations: Vec<u16>,
}
