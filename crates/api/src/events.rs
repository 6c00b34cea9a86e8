//! `/api/v1/events` and `/api/v1/stats`: how often something happens. Nobody is identified.

use serde::{Deserialize, Serialize};

/// What is counted, and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The first question was answered.
    CheckBegun,
    /// A result was shown.
    ResultShown,
    /// A result was printed.
    ResultPrinted,
    /// A link to a result was made.
    ResultShared,
    /// A course's page was opened.
    CourseOpened,
    /// A pathway was shown.
    PathwayShown,
    /// A widget was shown on another site.
    WidgetShown,
    /// The site was opened without a network.
    OpenedOffline,
    /// A newer pack was taken.
    PackRenewed,
    /// The page met a fault of ours.
    FaultMet,
}

impl Event {
    /// All of them.
    pub const ALL: [Event; 10] = [
        Event::CheckBegun,
        Event::ResultShown,
        Event::ResultPrinted,
        Event::ResultShared,
        Event::CourseOpened,
        Event::PathwayShown,
        Event::WidgetShown,
        Event::OpenedOffline,
        Event::PackRenewed,
        Event::FaultMet,
    ];

    /// Its name, as in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Event::CheckBegun => "check_begun",
            Event::ResultShown => "result_shown",
            Event::ResultPrinted => "result_printed",
            Event::ResultShared => "result_shared",
            Event::CourseOpened => "course_opened",
            Event::PathwayShown => "pathway_shown",
            Event::WidgetShown => "widget_shown",
            Event::OpenedOffline => "opened_offline",
            Event::PackRenewed => "pack_renewed",
            Event::FaultMet => "fault_met",
        }
    }
}

/// What happened on a device since it last told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Events {
    /// What, and how often.
    #[cfg_attr(feature = "schema", schema(min_items = 1, max_items = 10))]
    pub events: Vec<Counted>,
}

/// How often something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// What.
    pub event: Event,
    /// How often.
    #[cfg_attr(feature = "schema", schema(minimum = 1, maximum = 100))]
    pub count: u32,
}

/// Sums that anybody may read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Stats {
    /// The pack in force.
    pub pack_hash: String,
    /// Its programmes.
    pub programmes: u32,
    /// Occupations in its catalogue.
    pub occupations: u32,
    /// Courses in its catalogue, without samples.
    pub courses: u32,
    /// Courses made up for demonstration.
    pub sample_courses: u32,
    /// How often each event happened, in all and in the last thirty days.
    pub events: Vec<Sum>,
}

/// How often an event happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Sum {
    /// What.
    pub event: Event,
    /// In all.
    pub total: u64,
    /// In the last thirty days, today included.
    pub last_30_days: u64,
}
