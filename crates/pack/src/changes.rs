//! A pack's change log: what became different with which version, for those who use it.
//!
//! Its compact form is a file of its own, beside the pack's: magic `BZCH`, the format's number
//! (u16, little endian), the 16-byte content hash of everything after it, and the log in
//! [postcard](https://postcard.jamesmunns.com/wire-format).

use crate::hash::Hash;
use crate::model::Text;
use core::fmt;
use rules::date::Day;
use serde::{Deserialize, Serialize};

/// The first four bytes of a change log.
pub const MAGIC: [u8; 4] = *b"BZCH";

/// The number of the format that this code reads. It grows whenever [`Change`] changes.
pub const FORMAT: u16 = 1;

/// Bytes before the log.
const HEAD: usize = 22;

/// A pack's change log, newest first. Never empty where a checker wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// Newest first; those of one version stand together.
    pub list: Vec<Change>,
}

/// One thing that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The day on which the version was published.
    pub date: Day,
    /// The pack's version that brought it: `2026.11.22`.
    pub version: String,
    /// ★: it changes what somebody is told they may claim.
    pub starred: bool,
    /// Ids of the programmes that it concerns. Ids, because a page may hold a pack of another
    /// day than the log.
    pub programmes: Vec<String>,
    /// What changed, in a sentence or two.
    pub text: Text,
    /// Ids of the sources that it rests on.
    pub sources: Vec<String>,
}

/// Why bytes are not a change log that this code can use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ChangesError {
    /// Something else, or cut off before its content begins.
    NotALog,
    /// A log in a format of another number; a larger one is newer than this program.
    Format {
        /// The file's number.
        found: u16,
    },
    /// The content is not what was written: cut off or changed on the way.
    Damaged,
}

impl fmt::Display for ChangesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ChangesError::NotALog => {
                f.write_str("this is not a change log: it does not begin with `BZCH`")
            }
            ChangesError::Format { found } => write!(
                f,
                "the change log has format {found}, but this program reads {FORMAT}: build the pack again or update the program"
            ),
            ChangesError::Damaged => f.write_str("the change log is damaged: fetch it again"),
        }
    }
}

impl core::error::Error for ChangesError {}

impl Changes {
    /// The name of its file among a pack's parts.
    pub const NAME: &'static str = "changes";

    /// The compact form, that a browser reads. The same log gives the same bytes.
    pub fn write(&self) -> Vec<u8> {
        // Every type in it has a postcard form, and a `Vec` takes any length.
        let body = postcard::to_allocvec(self).unwrap_or_default();
        let mut bytes = Vec::with_capacity(HEAD + body.len());
        bytes.extend_from_slice(&MAGIC);
        bytes.extend_from_slice(&FORMAT.to_le_bytes());
        bytes.extend_from_slice(&Hash::of(&body).0);
        bytes.extend_from_slice(&body);
        bytes
    }

    /// Reads the compact form.
    ///
    /// # Errors
    /// Any bytes that [`Changes::write`] of this format did not write are refused.
    pub fn read(bytes: &[u8]) -> Result<Changes, ChangesError> {
        let (head, body) = bytes.split_at_checked(HEAD).ok_or(ChangesError::NotALog)?;
        let rest = head.strip_prefix(&MAGIC).ok_or(ChangesError::NotALog)?;
        let (format, hash) = rest.split_first_chunk::<2>().ok_or(ChangesError::NotALog)?;
        let found = u16::from_le_bytes(*format);
        if found != FORMAT {
            return Err(ChangesError::Format { found });
        }
        if hash != Hash::of(body).0 {
            return Err(ChangesError::Damaged);
        }
        match postcard::take_from_bytes(body) {
            Ok((changes, [])) => Ok(changes),
            _ => Err(ChangesError::Damaged),
        }
    }
}
