//! The compact form: one file that a browser reads.
//!
//! Magic `BZPK`, the format's number (u16, little endian), the 16-byte content hash
//! of everything after it, and the pack in [postcard](https://postcard.jamesmunns.com/wire-format).

use crate::check::check;
use crate::hash::Hash;
use crate::model::Pack;
use core::fmt;

/// The first four bytes of a pack.
pub const MAGIC: [u8; 4] = *b"BZPK";

/// The number of the format that this code reads. It grows whenever the types of
/// [`crate::model`] or [`rules::program`] change.
pub const FORMAT: u16 = rules::program::FORMAT;

/// Bytes before the body.
const HEAD: usize = 22;

/// Why bytes are not a pack that this code can use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadError {
    /// Something else than a pack.
    NotAPack,
    /// The file ends before its body begins.
    Truncated,
    /// A pack in a format of another number; a larger one is newer than this program.
    Format {
        /// The file's number.
        found: u16,
    },
    /// The content is not what was written: cut off or changed on the way.
    Damaged,
    /// Whole, but its parts contradict each other (which one is named).
    Contradiction(&'static str),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::NotAPack => {
                f.write_str("this is not a policy pack: it does not begin with `BZPK`")
            }
            ReadError::Truncated => f.write_str("the policy pack is cut off: fetch it again"),
            ReadError::Format { found } if *found > FORMAT => write!(
                f,
                "the policy pack has format {found}, newer than this program's {FORMAT}: update the program"
            ),
            ReadError::Format { found } => {
                write!(
                    f,
                    "the policy pack has format {found}, but this program reads {FORMAT}: build the pack again"
                )
            }
            ReadError::Damaged => f.write_str("the policy pack is damaged: fetch it again"),
            ReadError::Contradiction(part) => {
                write!(f, "the policy pack contradicts itself in {part}")
            }
        }
    }
}

impl core::error::Error for ReadError {}

/// Reads a pack and checks that its parts fit each other.
///
/// The rules' code itself is checked by `rules::eval::Evaluator::new`.
///
/// # Errors
/// Any bytes that [`write`] of this format did not write are refused.
pub fn read(bytes: &[u8]) -> Result<(Pack, Hash), ReadError> {
    let Some((head, body)) = bytes.split_at_checked(HEAD) else {
        return Err(if MAGIC.starts_with(bytes.get(..4).unwrap_or(bytes)) {
            ReadError::Truncated
        } else {
            ReadError::NotAPack
        });
    };
    let Some(rest) = head.strip_prefix(&MAGIC) else {
        return Err(ReadError::NotAPack);
    };
    let Some((format, hash)) = rest.split_first_chunk::<2>() else {
        return Err(ReadError::Truncated);
    };
    let found = u16::from_le_bytes(*format);
    if found != FORMAT {
        return Err(ReadError::Format { found });
    }
    let actual = Hash::of(body);
    if hash != actual.0 {
        return Err(ReadError::Damaged);
    }
    match postcard::take_from_bytes::<Pack>(body) {
        Ok((pack, [])) => check(&pack)
            .map_err(ReadError::Contradiction)
            .map(|()| (pack, actual)),
        _ => Err(ReadError::Damaged),
    }
}

/// Writes a pack. The same pack gives the same bytes.
pub fn write(pack: &Pack) -> Vec<u8> {
    // Every type in a pack has a postcard form, and a `Vec` takes any length.
    let body = postcard::to_allocvec(pack).unwrap_or_default();
    let mut bytes = Vec::with_capacity(HEAD + body.len());
    bytes.extend_from_slice(&MAGIC);
    bytes.extend_from_slice(&FORMAT.to_le_bytes());
    bytes.extend_from_slice(&Hash::of(&body).0);
    bytes.extend_from_slice(&body);
    bytes
}
