//! Why bytes are not an index.

use core::fmt;

/// Why bytes are not an index that this code can use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// Something else than an index.
    NotAnIndex,
    /// An index in a format of another number; a larger one is newer than this program.
    Format {
        /// The file's number.
        found: u16,
    },
    /// The content is not what was written: cut off or changed on the way.
    Damaged,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::NotAnIndex => {
                f.write_str("this is not a search index: it does not begin with `BZIX`")
            }
            Error::Format { found } => write!(
                f,
                "the search index has format {found}, but this program reads {}: build it again",
                super::write::FORMAT
            ),
            Error::Damaged => f.write_str("the search index is damaged: fetch it again"),
        }
    }
}

impl core::error::Error for Error {}
