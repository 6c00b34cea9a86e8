//! `/api/v1/packs/…`: the rules in force.

use serde::{Deserialize, Serialize};

/// The pack in force and the parts of its catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Current {
    /// The pack's id.
    #[cfg_attr(feature = "schema", schema(example = "shanghai"))]
    pub id: String,
    /// Its version, as its authors name it.
    pub version: String,
    /// Its content hash: what a result and a share link are pinned to.
    #[cfg_attr(feature = "schema", schema(example = "9f2c…, 32 hexadecimal digits"))]
    pub hash: String,
    /// The day it was checked on.
    pub as_of: String,
    /// The last day it may be used on.
    pub valid_until: String,
    /// When it came into force here.
    pub published_at: String,
    /// The pack's file.
    pub pack: File,
    /// The catalogue's files.
    pub parts: Vec<File>,
}

/// A file that never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct File {
    /// What it holds: `pack`, `courses`, `lexicon`, …
    pub name: String,
    /// Its address.
    pub url: String,
    /// Its length before compression.
    pub bytes: u64,
}
