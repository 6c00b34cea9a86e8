//! What standards test.

use super::Source;
use crate::level::Rank;

/// The job functions (职业功能) that standards test, by occupation and level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Functions {
    /// The functions' names; many occupations share one.
    pub names: Vec<String>,
    /// Sorted by occupation.
    pub list: Vec<OccupationFunctions>,
    /// Of the functions.
    pub sources: Vec<Source>,
}

impl Functions {
    /// What an occupation's standard tests.
    pub fn of_occupation(&self, occupation: u16) -> Option<&OccupationFunctions> {
        let at = self
            .list
            .binary_search_by(|it| it.occupation.cmp(&occupation))
            .ok()?;
        self.list.get(at)
    }

    /// A function's name.
    pub fn name(&self, function: &Function) -> &str {
        self.names
            .get(usize::from(function.name))
            .map_or("", String::as_str)
    }
}

/// What one occupation's standard tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OccupationFunctions {
    /// A place in [`Occupations::list`].
    pub occupation: u16,
    /// The year of the standard's edition.
    pub edition: Option<u16>,
    /// From the lowest level up.
    pub levels: Vec<LevelFunctions>,
}

impl OccupationFunctions {
    /// What a level (5 to 1) tests. As in [`Standard::ladder`], a grade in the place of a level is
    /// that level.
    pub fn level(&self, level: u8) -> Option<&LevelFunctions> {
        let ranks: Vec<Rank> = self.levels.iter().map(|it| it.rank).collect();
        let rank = Rank::of_level(&ranks, level)?;
        self.levels.iter().find(|it| it.rank == rank)
    }
}

/// What one level tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelFunctions {
    /// The level or grade.
    pub rank: Rank,
    /// As the standard lists them.
    pub functions: Vec<Function>,
}

impl LevelFunctions {
    /// Whether the weights are whole: all are known and they sum up to 100. Otherwise (several
    /// directions in one list, or a row that was not read) show them without a chart of shares.
    pub fn is_whole(&self) -> bool {
        let sum = self
            .functions
            .iter()
            .try_fold(0u32, |sum, it| Some(sum + u32::from(it.weight?)));
        sum == Some(100)
    }
}

/// A job function and what it counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Function {
    /// A place in [`Functions::names`].
    pub name: u16,
    /// Percent, where the standard states it.
    pub weight: Option<u8>,
}
