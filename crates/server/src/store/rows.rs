//! Rows, as both databases keep them.

use sqlx::FromRow;

/// An enquiry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnquiryRow {
    /// Its number; 0 before it is kept.
    pub number: i64,
    /// Its receipt.
    pub receipt: String,
    /// A keyed hash of the request's idempotency key.
    pub idempotency: Option<Vec<u8>>,
    /// A keyed hash of the request.
    pub request: Vec<u8>,
    /// `course` or `callback`.
    pub kind: String,
    /// `new`, `in_progress`, `done` or `closed`.
    pub state: String,
    /// The district's code.
    pub district: Option<String>,
    /// The course's id.
    pub course: Option<String>,
    /// The programme's id.
    pub programme: Option<String>,
    /// `zh` or `en`.
    pub language: String,
    /// Name and phone number, encrypted.
    pub sealed: Vec<u8>,
    /// A keyed hash of the phone number's last four digits.
    pub last_four: Vec<u8>,
    /// When it was received.
    pub created_at: i64,
    /// When its state last changed.
    pub changed_at: i64,
    /// When it is deleted.
    pub kept_until: i64,
}

/// Implements `FromRow` for both databases, by the names of columns.
macro_rules! from_row {
    ($row:ident { $($field:ident),* }) => {
        impl<'r, R> FromRow<'r, R> for $row
        where
            R: sqlx::Row,
            &'static str: sqlx::ColumnIndex<R>,
            i64: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
            String: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
            Option<String>: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
            Vec<u8>: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
            Option<Vec<u8>>: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
        {
            fn from_row(row: &'r R) -> Result<Self, sqlx::Error> {
                Ok(Self { $($field: row.try_get(stringify!($field))?),* })
            }
        }
    };
}

from_row!(EnquiryRow {
    number,
    receipt,
    idempotency,
    request,
    kind,
    state,
    district,
    course,
    programme,
    language,
    sealed,
    last_four,
    created_at,
    changed_at,
    kept_until
});

/// Feedback.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedbackRow {
    /// Its number; 0 before it is kept.
    pub number: i64,
    /// The device's id for it.
    pub id: String,
    /// A keyed hash of the request.
    pub request: Vec<u8>,
    /// `right`, `wrong` or `unclear`.
    pub kind: String,
    /// The page's path.
    pub page: String,
    /// The programme's id.
    pub programme: Option<String>,
    /// The pack's hash.
    pub pack_hash: String,
    /// The text, encrypted.
    pub sealed: Option<Vec<u8>>,
    /// When, on the device's clock.
    pub written_at: String,
    /// When it was received.
    pub created_at: i64,
    /// When it is deleted.
    pub kept_until: i64,
}

from_row!(FeedbackRow {
    number,
    id,
    request,
    kind,
    page,
    programme,
    pack_hash,
    sealed,
    written_at,
    created_at,
    kept_until
});

/// A release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleaseRow {
    /// Its number.
    pub number: i64,
    /// The pack's hash.
    pub hash: String,
    /// The catalogue's parts: `name hash`, a line each.
    pub parts: String,
    /// The pack's id.
    pub pack_id: String,
    /// The pack's version.
    pub version: String,
    /// `build`, `publish` or `rollback`.
    pub cause: String,
    /// What its publisher noted.
    pub note: String,
    /// When it was put in force.
    pub published_at: i64,
}

from_row!(ReleaseRow {
    number,
    hash,
    parts,
    pack_id,
    version,
    cause,
    note,
    published_at
});

/// A release that is to be kept, with its files.
#[derive(Clone, Debug)]
pub struct NewRelease {
    /// Its row; the number is not known yet.
    pub row: ReleaseRow,
    /// Its files by hash, the pack's among them.
    pub files: Vec<(String, bytes::Bytes)>,
    /// Only if the same was never in force here before: a site that is started again brings
    /// nothing new.
    pub only_if_new: bool,
}

/// An entry of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditRow {
    /// Its number.
    pub number: i64,
    /// When.
    pub at: i64,
    /// What.
    pub action: String,
    /// To what.
    pub subject: String,
}

from_row!(AuditRow {
    number,
    at,
    action,
    subject
});
