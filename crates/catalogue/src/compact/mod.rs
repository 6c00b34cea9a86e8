//! The compact form of a catalogue's parts: one file each, that a browser reads alone.
//!
//! Magic `BZCT`, the format's number (u16, little endian), the part's kind (a byte), the 16-byte
//! content hash of everything after it, the 16-byte hash of the parts whose places this one names
//! ([`basis`]), and the part's columns in
//! [postcard](https://postcard.jamesmunns.com/wire-format). Columns instead of rows: like stands
//! beside like, and brotli makes half of it.

mod columns;
mod courses;
mod employers;
mod functions;
mod honours;
mod majors;
mod occupations;
mod pillars;
mod places;
mod shortage;
mod sources;

use crate::model::{
    Courses, Employers, Functions, Honours, Majors, Occupations, Pillars, Places, ShortageList,
    Sources,
};
use columns::{Reader, Writer};
use core::fmt;
use pack::Hash;

/// The first four bytes of a part.
pub const MAGIC: [u8; 4] = *b"BZCT";

/// The number of the format that this code reads. It grows whenever a part's columns change.
pub const FORMAT: u16 = 2;

/// Bytes before the hashed content.
const HEAD: usize = 23;

/// Why bytes are not the part that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadError {
    /// Something else than a part of a catalogue.
    NotAPart,
    /// The file ends before its content begins.
    Truncated,
    /// A part in a format of another number; a larger one is newer than this program.
    Format {
        /// The file's number.
        found: u16,
    },
    /// A part of another kind.
    Kind,
    /// The content is not what was written: cut off or changed on the way.
    Damaged,
    /// Whole, but made for other parts than those it is used with.
    Mismatch,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::NotAPart => {
                f.write_str("this is not a part of a catalogue: it does not begin with `BZCT`")
            }
            ReadError::Truncated => f.write_str("the catalogue's part is cut off: fetch it again"),
            ReadError::Format { found } if *found > FORMAT => write!(
                f,
                "the catalogue's part has format {found}, newer than this program's {FORMAT}: update the program"
            ),
            ReadError::Format { found } => write!(
                f,
                "the catalogue's part has format {found}, but this program reads {FORMAT}: build the catalogue again"
            ),
            ReadError::Kind => f.write_str("this is another part of a catalogue"),
            ReadError::Damaged => f.write_str("the catalogue's part is damaged: fetch it again"),
            ReadError::Mismatch => {
                f.write_str("the catalogue's parts are of different days: fetch all of them again")
            }
        }
    }
}

impl core::error::Error for ReadError {}

/// A part that has a compact form.
pub trait Part: Sized {
    /// Its name, which is its file's.
    const NAME: &'static str;
    /// Its number in the head of a file.
    const KIND: u8;

    #[doc(hidden)]
    fn encode(&self, writer: &mut Writer);
    #[doc(hidden)]
    fn decode(reader: &mut Reader) -> Option<Self>;
}

macro_rules! parts {
    ($($part:ty: $name:literal, $kind:literal, $module:ident;)*) => {$(
        impl Part for $part {
            const NAME: &'static str = $name;
            const KIND: u8 = $kind;

            fn encode(&self, writer: &mut Writer) {
                $module::encode(self, writer);
            }

            fn decode(reader: &mut Reader) -> Option<Self> {
                $module::decode(reader)
            }
        }
    )*};
}

parts! {
    Occupations: "occupations", 1, occupations;
    Places: "places", 2, places;
    Courses: "courses", 3, courses;
    Majors: "majors", 4, majors;
    Functions: "functions", 5, functions;
    ShortageList: "shortage", 6, shortage;
    Pillars: "pillars", 7, pillars;
    Sources: "sources", 8, sources;
    Honours: "honours", 9, honours;
    Employers: "employers", 10, employers;
}

/// A part that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read<P> {
    /// The part.
    pub part: P,
    /// Of its content; the name of its address.
    pub hash: Hash,
    /// Of the parts whose places it names, by [`basis`].
    basis: Hash,
}

impl<P> Read<P> {
    /// Whether it was written with these parts: majors, functions and the shortage list with the
    /// occupations, courses with the occupations and the places.
    ///
    /// # Errors
    /// [`ReadError::Mismatch`] if not: its places would name other records.
    pub fn fits(&self, parts: &[Hash]) -> Result<(), ReadError> {
        if self.basis == basis(parts) {
            Ok(())
        } else {
            Err(ReadError::Mismatch)
        }
    }
}

/// One hash for the parts that another names places of.
pub fn basis(parts: &[Hash]) -> Hash {
    let bytes: Vec<u8> = parts.iter().flat_map(|hash| hash.0).collect();
    Hash::of(&bytes)
}

/// Writes a part that names places of some others. The same part gives the same bytes.
pub fn write_part<P: Part>(part: &P, parts: &[Hash]) -> Vec<u8> {
    let mut writer = Writer::default();
    part.encode(&mut writer);
    let mut body = basis(parts).0.to_vec();
    body.extend(writer.finish());
    seal(&body, P::KIND)
}

/// Content of a kind with its head.
pub(crate) fn seal(body: &[u8], kind: u8) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(HEAD + body.len());
    bytes.extend_from_slice(&MAGIC);
    bytes.extend_from_slice(&FORMAT.to_le_bytes());
    bytes.push(kind);
    bytes.extend_from_slice(&Hash::of(body).0);
    bytes.extend_from_slice(body);
    bytes
}

/// Reads a part.
///
/// # Errors
/// Any bytes that [`write_part`] of this format did not write are refused.
pub fn read_part<P: Part>(bytes: &[u8]) -> Result<Read<P>, ReadError> {
    let (body, hash) = open(bytes, P::KIND)?;
    let (basis, columns) = body.split_first_chunk::<16>().ok_or(ReadError::Damaged)?;
    let mut reader = Reader::new(columns).ok_or(ReadError::Damaged)?;
    let part = P::decode(&mut reader).ok_or(ReadError::Damaged)?;
    if !reader.is_done() {
        return Err(ReadError::Damaged);
    }
    Ok(Read {
        part,
        hash,
        basis: Hash(*basis),
    })
}

/// The content of a part of a kind, and its hash, which is checked.
pub(crate) fn open(bytes: &[u8], kind: u8) -> Result<(&[u8], Hash), ReadError> {
    let Some((head, body)) = bytes.split_at_checked(HEAD) else {
        let begins = MAGIC.starts_with(bytes.get(..4).unwrap_or(bytes));
        return Err(if begins {
            ReadError::Truncated
        } else {
            ReadError::NotAPart
        });
    };
    let rest = head.strip_prefix(&MAGIC).ok_or(ReadError::NotAPart)?;
    let (format, rest) = rest.split_first_chunk::<2>().ok_or(ReadError::Truncated)?;
    let found = u16::from_le_bytes(*format);
    if found != FORMAT {
        return Err(ReadError::Format { found });
    }
    let (found, hash) = rest.split_first().ok_or(ReadError::Truncated)?;
    if *found != kind {
        return Err(ReadError::Kind);
    }
    let actual = Hash::of(body);
    if hash != actual.0 {
        return Err(ReadError::Damaged);
    }
    Ok((body, actual))
}

/// The parts of a whole catalogue as files: name and bytes, in the order of [`Part::KIND`].
pub fn write_all(catalogue: &crate::Catalogue) -> Vec<(&'static str, Vec<u8>)> {
    let occupations = write_part(&catalogue.occupations, &[]);
    let places = write_part(&catalogue.places, &[]);
    let hash = |bytes: &[u8]| Hash::of(bytes.get(HEAD..).unwrap_or_default());
    let (o, p) = (hash(&occupations), hash(&places));
    vec![
        (Occupations::NAME, occupations),
        (Places::NAME, places),
        (Courses::NAME, write_part(&catalogue.courses, &[o, p])),
        (Majors::NAME, write_part(&catalogue.majors, &[o])),
        (Functions::NAME, write_part(&catalogue.functions, &[o])),
        (ShortageList::NAME, write_part(&catalogue.shortage, &[o])),
        (Pillars::NAME, write_part(&catalogue.pillars, &[])),
        (Sources::NAME, write_part(&catalogue.sources, &[])),
        (Honours::NAME, write_part(&catalogue.honours, &[])),
        (Employers::NAME, write_part(&catalogue.employers, &[])),
    ]
}
