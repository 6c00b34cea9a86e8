//! The compact form of a guide: one file that a browser reads when its page is opened.
//!
//! Magic `BZGD`, the format's number (u16, little endian), the 16-byte hash of everything after
//! it, and in [postcard](https://postcard.jamesmunns.com/wire-format) the pack in its own compact
//! form, as bytes, and the road map.

use super::{Guide, Road, Said};
use crate::check::is_id;
use crate::compact::{self, ReadError};
use crate::facts::slot_of;
use crate::hash::Hash;
use crate::model::Pack;
use rules::program::Domain;

/// The first four bytes of a guide.
pub const MAGIC: [u8; 4] = *b"BZGD";

/// The number of the format that this code reads. It grows whenever the types of a road map
/// change; the pack inside has its own.
pub const FORMAT: u16 = 1;

/// Bytes before the body.
const HEAD: usize = 22;

/// Reads a guide and checks that its parts fit each other.
///
/// # Errors
/// Any bytes that [`write`] of this format did not write are refused.
pub fn read(bytes: &[u8]) -> Result<Guide, ReadError> {
    let (head, body) = bytes.split_at_checked(HEAD).ok_or(ReadError::Truncated)?;
    let rest = head.strip_prefix(&MAGIC).ok_or(ReadError::Damaged)?;
    let (format, hash) = rest.split_first_chunk::<2>().ok_or(ReadError::Truncated)?;
    let found = u16::from_le_bytes(*format);
    if found != FORMAT {
        return Err(ReadError::Format { found });
    }
    if hash != Hash::of(body).0 {
        return Err(ReadError::Damaged);
    }
    match postcard::take_from_bytes::<(&[u8], Road)>(body) {
        Ok(((pack, road), [])) => {
            let (pack, _) = compact::read(pack)?;
            check(&pack, &road).map_err(ReadError::Contradiction)?;
            Ok(Guide { pack, road })
        }
        _ => Err(ReadError::Damaged),
    }
}

/// Writes a guide. The same guide gives the same bytes.
pub fn write(guide: &Guide) -> Vec<u8> {
    let pack = compact::write(&guide.pack);
    // Every type of a road map has a postcard form, and a `Vec` takes any length.
    let body = postcard::to_allocvec(&(pack.as_slice(), &guide.road)).unwrap_or_default();
    let mut bytes = Vec::with_capacity(HEAD + body.len());
    bytes.extend_from_slice(&MAGIC);
    bytes.extend_from_slice(&FORMAT.to_le_bytes());
    bytes.extend_from_slice(&Hash::of(&body).0);
    bytes.extend_from_slice(&body);
    bytes
}

/// Checks indices, ids and the order of the tasks.
fn check(pack: &Pack, road: &Road) -> Result<(), &'static str> {
    let stages = road.stages.len();
    let stage = |at: u8| usize::from(at) < stages;
    let course = |at: &u8| usize::from(*at) < road.courses.len();
    let date = |at: u8| usize::from(at) < road.dates.len();
    for it in &road.courses {
        let programme = usize::from(it.programme) < pack.programmes.len();
        ensure(programme && stage(it.stage), "a course")?;
        ensure(it.next.iter().all(course), "what comes after a course")?;
    }
    for it in &road.dates {
        let whole = |id: &String| {
            let domain =
                slot_of(pack, id).and_then(|slot| pack.program.facts.get(usize::from(slot)));
            domain.is_some_and(|fact| matches!(fact.domain, Domain::Number { scale: 0, .. }))
        };
        let yes = |id: &String| {
            let domain =
                slot_of(pack, id).and_then(|slot| pack.program.facts.get(usize::from(slot)));
            domain.is_some_and(|fact| fact.domain == Domain::Bool)
        };
        ensure(is_id(&it.id), "a date's id")?;
        let answers = it.own_counts.iter().all(whole) && it.own_yes.iter().all(yes);
        ensure(answers, "what a date answers")?;
    }
    let mut before: Vec<&str> = Vec::new();
    for (at, it) in road.tasks.iter().enumerate() {
        ensure(
            is_id(&it.id) && !before.contains(&it.id.as_str()),
            "a task's id",
        )?;
        before.push(&it.id);
        let earlier = it.after.iter().all(|task| usize::from(*task) < at);
        ensure(earlier, "the order of the tasks")?;
        let known = stage(it.stage)
            && it.courses.iter().all(course)
            && it.date.is_none_or(date)
            && it.waits.as_ref().is_none_or(|wait| date(wait.since));
        ensure(known, "a task")?;
    }
    let sorted = road.tasks.windows(2).all(|pair| match pair {
        [a, b] => a.stage <= b.stage,
        _ => true,
    });
    ensure(sorted, "the stages of the tasks")
}

fn ensure(holds: bool, part: &'static str) -> Result<(), &'static str> {
    if holds { Ok(()) } else { Err(part) }
}

impl Said {
    /// Whether it rests on a document.
    pub fn is_cited(&self) -> bool {
        !self.source.is_empty()
    }
}
