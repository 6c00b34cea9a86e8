//! `/api/v1/feedback`: was it right?

use serde::{Deserialize, Serialize};

/// What somebody thinks of a page or a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Feedback {
    /// A UUID made on the device: sent twice, it is kept once.
    #[cfg_attr(
        feature = "schema",
        schema(
            pattern = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
            example = "0190b1a2-3c4d-7e5f-8a6b-9c0d1e2f3a4b"
        )
    )]
    pub id: String,
    /// What is thought.
    pub kind: Kind,
    /// Of what.
    pub about: About,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(max_length = 2000))]
    pub text: Option<String>,
    /// When it was written, on the device's clock: RFC 3339.
    #[cfg_attr(
        feature = "schema",
        schema(max_length = 40, example = "2026-11-27T08:00:00Z")
    )]
    pub at: String,
}

/// A verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = Verdict))]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// It is right.
    Right,
    /// It is wrong.
    Wrong,
    /// It can't be understood.
    Unclear,
}

/// What feedback is about. No answers: they stay on the device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The page's path, without what stands behind `?` or `#`.
    #[cfg_attr(
        feature = "schema",
        schema(max_length = 200, pattern = "^/[^?#]*$", example = "/check")
    )]
    pub page: String,
    /// The programme's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(max_length = 64))]
    pub programme: Option<String>,
    /// The pack that the page was computed with.
    #[cfg_attr(feature = "schema", schema(max_length = 64))]
    pub pack_hash: String,
}
