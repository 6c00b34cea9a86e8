//! The operator's side: publishing, enquiries, feedback, the record of what was done.

use crate::enquiries::{Kind, State};
use crate::{Language, feedback};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A pack's source files, to be checked, built and put in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Publish {
    /// By their path in the pack's folder: `pack.toml`, `programmes/….toml`, `catalogue/….csv`.
    pub files: BTreeMap<String, String>,
    /// What changed, for the record.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(max_length = 500))]
    pub note: String,
}

/// A pack that was put in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Release {
    /// Its number; later ones are larger.
    pub number: i64,
    /// The pack's content hash.
    pub hash: String,
    /// The pack's id.
    pub id: String,
    /// The pack's version.
    pub version: String,
    /// When it was put in force.
    pub published_at: String,
    /// How it came: `build` (the site brought it), `publish` or `rollback`.
    pub cause: String,
    /// What its publisher noted.
    pub note: String,
    /// Whether it is in force.
    pub current: bool,
}

/// All releases, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Releases {
    /// The releases.
    pub releases: Vec<Release>,
}

/// Which release to put in force again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Rollback {
    /// Its number; without one, the release before the current one's content.
    #[serde(default)]
    pub to: Option<i64>,
}

/// An enquiry, with what only the operator may read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Received {
    /// Its receipt.
    pub receipt: String,
    /// What is wanted.
    pub kind: Kind,
    /// How far it is.
    pub state: State,
    /// Who.
    pub name: String,
    /// Under which number.
    pub phone: String,
    /// The district's code.
    pub district: Option<String>,
    /// The course's id.
    pub course: Option<String>,
    /// The programme's id.
    pub programme: Option<String>,
    /// In which language to call.
    pub language: Language,
    /// When it was received.
    pub created_at: String,
    /// When its state last changed.
    pub changed_at: String,
    /// When the server deletes it.
    pub kept_until: String,
}

/// A page of enquiries, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ReceivedList {
    /// The enquiries.
    pub enquiries: Vec<Received>,
    /// Give this as `before` to read on; absent at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<i64>,
}

/// An enquiry's new state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The state.
    pub state: State,
}

/// Feedback as the operator reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Opinion {
    /// When it was received.
    pub received_at: String,
    /// What was sent.
    pub feedback: feedback::Feedback,
}

/// A page of feedback, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Opinions {
    /// The feedback.
    pub feedback: Vec<Opinion>,
    /// Give this as `before` to read on; absent at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<i64>,
}

/// Something that was done on the operator's side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Entry {
    /// Its number; later ones are larger.
    pub number: i64,
    /// When.
    pub at: String,
    /// What: `publish`, `rollback`, `enquiry_state`, `export`, `expired`, …
    pub action: String,
    /// To what: a hash, a receipt, a count. No personal data.
    pub subject: String,
}

/// The record, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Audit {
    /// The entries.
    pub entries: Vec<Entry>,
    /// Give this as `before` to read on; absent at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<i64>,
}
