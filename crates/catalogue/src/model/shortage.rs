//! The list of occupations in short supply, as far as it is in hand.

use super::Source;

/// The list; its source says which list it is and how much of it is in hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShortageList {
    /// Sorted by number; the numbers that are missing are not in hand.
    pub entries: Vec<ShortageEntry>,
    /// Of the list.
    pub sources: Vec<Source>,
}

impl ShortageList {
    /// The first and last numbers of each run that lies between two entries in hand.
    pub fn missing(&self) -> Vec<(u16, u16)> {
        let pairs = self.entries.iter().zip(self.entries.iter().skip(1));
        let gaps = pairs.filter_map(|(one, next)| {
            let from = one.seq.checked_add(1)?;
            (from < next.seq).then(|| (from, next.seq - 1))
        });
        gaps.collect()
    }
}

/// An entry of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortageEntry {
    /// Its number in the list.
    pub seq: u16,
    /// As the list calls it.
    pub name: String,
    /// A place among the occupations; `None` where it is not certain which one it is.
    pub occupation: Option<u16>,
}
