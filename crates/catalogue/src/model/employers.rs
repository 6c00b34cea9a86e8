//! What an employer looks up: pay figures that were published, and rounds of funding of a district.

use super::Source;
use pack::model::Text;

/// Pay and rounds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Employers {
    /// In the order of the file.
    pub wages: Vec<Wage>,
    /// In the order of the file.
    pub rounds: Vec<Round>,
    /// Of both.
    pub sources: Vec<Source>,
}

/// Whose pay a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Workers {
    /// 技能人才: all skilled workers.
    Skilled,
    /// 高技能人才: those at level 3 and above.
    HighlySkilled,
    /// 高级技师: level 1.
    SeniorTechnician,
}

/// What sort of figure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statistic {
    /// 平均.
    Average,
    /// 中位数.
    Median,
    /// 高位数: the upper figure, as whoever publishes it reckons it.
    Upper,
}

/// A pay figure as it was published. What a firm must pay it does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wage {
    /// Stable name.
    pub id: String,
    /// Whose.
    pub workers: Workers,
    /// What sort of figure.
    pub statistic: Statistic,
    /// Of one industry; empty for all.
    pub industry: Text,
    /// Yuan a year.
    pub yuan: u32,
    /// How much more than the year before, in thousandths; as published.
    pub growth_permille: Option<u16>,
    /// The year it is of.
    pub year: u16,
    /// A place in [`Employers::sources`].
    pub source: u16,
}

/// What a round of funding pays for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Funded {
    /// 首席技师.
    ChiefTechnician,
    /// 技能大师工作室.
    MasterStudio,
}

/// A district's round of funding. That there is another one it does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Stable name.
    pub id: String,
    /// The district's code.
    pub district: String,
    /// The year.
    pub year: u16,
    /// For what.
    pub funded: Funded,
    /// How many.
    pub count: u16,
    /// Yuan each.
    pub yuan: u32,
    /// Numbers of the notices, as written.
    pub notices: String,
    /// A place in [`Employers::sources`].
    pub source: u16,
}
