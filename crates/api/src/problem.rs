//! Why a request got no answer (RFC 9457).

use serde::{Deserialize, Serialize};

/// A problem document, `application/problem+json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Problem {
    /// What kind of problem it is: an address that explains it, the same in every language.
    #[serde(rename = "type")]
    #[cfg_attr(feature = "schema", schema(example = "/api/docs#no-such-enquiry"))]
    pub kind: String,
    /// The kind in words, in the caller's language.
    pub title: String,
    /// The answer's status code.
    #[cfg_attr(feature = "schema", schema(minimum = 400, maximum = 599))]
    pub status: u16,
    /// What is wrong this time and what to do, in the caller's language.
    pub detail: String,
    /// What is wrong with the request, field by field; absent if nothing is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Field>,
}

/// What is wrong with a part of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Field {
    /// Where: a JSON pointer into the body (`/phone`), or the name of a parameter or header.
    #[cfg_attr(feature = "schema", schema(example = "/phone"))]
    pub at: String,
    /// What is wrong and what would be right, in the caller's language.
    pub detail: String,
}
