//! `/api/v1/evaluate`: what people may claim. Nothing of it is kept.
//!
//! Requests are read and answers written by the code behind `bazhu eval`, so that doubled keys
//! are found and numbers stay exact; these types describe them.

use serde::{Deserialize, Serialize};

/// The most people in one request.
pub const MOST: usize = 1000;

/// Something that is written by other code; here for the OpenAPI document.
#[cfg(feature = "schema")]
mod schemas {
    use utoipa::ToSchema;

    /// One person, or many.
    #[derive(ToSchema)]
    #[schema(as = Evaluate)]
    pub struct Evaluate {
        /// The day of application.
        #[schema(example = "2026-11-22", format = Date)]
        pub date: String,
        /// What is known about one person, by question id; what is left out or null is not known.
        #[schema(value_type = Option<Object>)]
        pub facts: Option<()>,
        /// Many people's facts, at most 1,000, instead of `facts`.
        #[schema(value_type = Option<Vec<Object>>, max_items = 1000)]
        pub people: Option<()>,
        /// Show only these programmes; the best combination is over all.
        #[serde(default)]
        pub programmes: Vec<String>,
    }
}
#[cfg(feature = "schema")]
pub use schemas::Evaluate;

/// Which day, and which programmes to show; beside `facts` or `people`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The day of application, `2026-11-22`.
    pub date: String,
    /// Show only these programmes; all if empty.
    #[serde(default)]
    pub programmes: Vec<String>,
}
