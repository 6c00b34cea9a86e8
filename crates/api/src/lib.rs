//! What the app and the server say to each other, as JSON.
//!
//! Names are `snake_case`, days `2026-11-22`, moments RFC 3339 in UTC, sums in whole yuan unless
//! a name says otherwise. Unknown fields of a request are refused: a misspelt one would be lost.

pub mod courses;
pub mod enquiries;
pub mod evaluate;
pub mod events;
pub mod feedback;
pub mod operator;
pub mod packs;
pub mod problem;

pub use problem::{Field, Problem};

use serde::{Deserialize, Serialize};

/// A language that somebody is answered in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// 简体中文.
    #[default]
    Zh,
    /// English.
    En,
}
