//! `/api/v1/enquiries`: somebody wants a place on a course, or to be called back.

use crate::Language;
use serde::{Deserialize, Serialize};

/// An enquiry as it is sent.
///
/// Name and phone number are kept encrypted, for a set time; who sent it may delete it at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Enquiry {
    /// What is wanted.
    pub kind: Kind,
    /// How to address whoever sends it.
    #[cfg_attr(
        feature = "schema",
        schema(min_length = 1, max_length = 40, example = "示例")
    )]
    pub name: String,
    /// A telephone number in mainland China: a mobile one, or a fixed one with its area code.
    #[cfg_attr(
        feature = "schema",
        schema(min_length = 7, max_length = 20, example = "13800000000")
    )]
    pub phone: String,
    /// The district's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(max_length = 64, example = "310115"))]
    pub district: Option<String>,
    /// The course's id; needed for `course`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(max_length = 64))]
    pub course: Option<String>,
    /// The programme's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(max_length = 64))]
    pub programme: Option<String>,
    /// Whoever sends it agrees that name and phone number are kept to answer it; must be true.
    pub consent: bool,
    /// In which language to call.
    #[serde(default)]
    pub language: Language,
}

/// What an enquiry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = EnquiryKind))]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A place on a course.
    Course,
    /// A call back about a programme, or anything.
    Callback,
}

/// How far an enquiry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = EnquiryState))]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nobody has looked at it.
    New,
    /// Somebody is at it.
    InProgress,
    /// It is answered.
    Done,
    /// It could not be answered: a wrong number, for example.
    Closed,
}

/// What whoever sent an enquiry may read about it. No name, no phone number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Receipt {
    /// What to ask by, with the last four digits of the phone number.
    #[cfg_attr(feature = "schema", schema(example = "7K3M-9QPX-4TWN"))]
    pub receipt: String,
    /// What is wanted.
    pub kind: Kind,
    /// How far it is.
    pub state: State,
    /// When it was received.
    pub created_at: String,
    /// When its state last changed.
    pub changed_at: String,
    /// When the server deletes it by itself.
    pub kept_until: String,
}
