//! The article on the city's skills work: four tasks, eight measures, and every figure it states.

use super::Source;
use pack::model::Text;
use rules::date::Day;

/// Tasks and measures, in the article's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pillars {
    /// 四梁: what is to be built.
    pub tasks: Vec<Task>,
    /// 八柱: what carries it.
    pub measures: Vec<Measure>,
    /// Of tasks, measures and charts.
    pub sources: Vec<Source>,
}

/// One of the four tasks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Stable name: `lifelong-training`.
    pub id: String,
    /// As the article calls it; the English is ours.
    pub name: Text,
    /// A word or two, for a drawing.
    pub short: Text,
}

/// One of the eight measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Stable name, for addresses: `market`.
    pub id: String,
    /// As the article calls it; the English is ours.
    pub name: Text,
    /// A word or two, for a drawing.
    pub short: Text,
    /// What it consists of. Never empty.
    pub what: Vec<Text>,
    /// What on this site puts it into practice. Never empty: every measure leads somewhere.
    pub serves: Vec<Service>,
    /// What a reader must know besides, said by this site and not by the article; may be empty.
    pub note: Text,
    /// Its figures; empty where the article states none.
    pub charts: Vec<Chart>,
    /// A place in [`Pillars::sources`].
    pub source: u16,
}

/// Figures that are drawn on one scale: all of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Stable name: `bodies`.
    pub id: String,
    /// How it is drawn.
    pub form: Form,
    /// What it shows.
    pub title: Text,
    /// What its figures count. Two counts of different things are never one chart.
    pub unit: Text,
    /// Never empty.
    pub figures: Vec<Figure>,
    /// A place in [`Pillars::sources`].
    pub source: u16,
}

impl Chart {
    /// The largest of its figures.
    pub fn most(&self) -> u32 {
        self.figures.iter().map(|it| it.value).max().unwrap_or(0)
    }
}

/// A figure as the article states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Stable name: `training_bodies`.
    pub id: String,
    /// What is counted.
    pub label: Text,
    /// In the chart's unit; money in whole yuan. From 1.
    pub value: u32,
    /// Stated as "about".
    pub about: bool,
    /// Stated as "more than" or "at least".
    pub at_least: bool,
    /// The day of the count, where stated.
    pub as_of: Option<Day>,
    /// The first and last year counted, where stated.
    pub years: Option<(u16, u16)>,
    /// The figure of the same chart that it is a part of, by place.
    pub within: Option<u8>,
    /// In a chart of medals: which one.
    pub medal: Option<Medal>,
}

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A bar each, from zero, on one axis.
    Bars,
    /// A dot for each thing counted, or for a round number of them.
    Dots,
    /// A disc for each medal, prize or person honoured.
    Medals,
}

impl Form {
    /// All of them.
    pub const ALL: [Form; 3] = [Form::Bars, Form::Dots, Form::Medals];
}

/// What a disc in a chart of medals stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medal {
    /// 金牌, or a national honour.
    Gold,
    /// 银牌
    Silver,
    /// 铜牌
    Bronze,
    /// 优胜奖
    Prize,
}

impl Medal {
    /// All of them.
    pub const ALL: [Medal; 4] = [Medal::Gold, Medal::Silver, Medal::Bronze, Medal::Prize];
}

/// What on this site puts a measure into practice; a page knows where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    /// The shortage list.
    Shortage,
    /// Occupations and what each level tests.
    Occupations,
    /// Colleges and offices.
    Institutions,
    /// Courses with prices after the subsidy.
    Courses,
    /// The apprenticeship's rule and sums.
    Apprenticeship,
    /// The start-up guide.
    Malan,
    /// Which level one can sit.
    Levels,
    /// Results of competitions.
    Competitions,
    /// The districts' service points.
    ServicePoints,
    /// What a firm can check and ask for.
    Enterprise,
    /// What may be claimed.
    Subsidies,
    /// Pay figures.
    Wages,
    /// Self-checks for points and settlement.
    Settlement,
    /// People honoured.
    Honours,
    /// Funding of training bases.
    TrainingBase,
    /// Funding of chief technicians.
    ChiefTechnician,
    /// Funding of skill-master studios.
    MasterStudio,
}

impl Service {
    /// All of them.
    pub const ALL: [Service; 17] = [
        Service::Shortage,
        Service::Occupations,
        Service::Institutions,
        Service::Courses,
        Service::Apprenticeship,
        Service::Malan,
        Service::Levels,
        Service::Competitions,
        Service::ServicePoints,
        Service::Enterprise,
        Service::Subsidies,
        Service::Wages,
        Service::Settlement,
        Service::Honours,
        Service::TrainingBase,
        Service::ChiefTechnician,
        Service::MasterStudio,
    ];
}
