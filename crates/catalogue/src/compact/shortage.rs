//! Columns of [`ShortageList`].

use super::columns::{Reader, Writer, length, narrow, optional, read_optional};
use crate::model::{ShortageEntry, ShortageList};

pub(super) fn encode(it: &ShortageList, to: &mut Writer) {
    let all = &it.entries;
    to.numbers([length(all)]);
    to.near(all.iter().map(|it| it.seq.into()));
    to.texts(all.iter().map(|it| it.name.as_str()));
    to.near(all.iter().map(|it| optional(it.occupation.map(u32::from))));
    to.sources(&it.sources);
}

pub(super) fn decode(from: &mut Reader) -> Option<ShortageList> {
    let count = from.one()? as usize;
    let numbers = from.near(count)?;
    let mut names = from.texts(count)?;
    let mut places = from.near(count)?;
    let entries = numbers.map(|seq| {
        Some(ShortageEntry {
            seq: narrow(seq)?,
            name: names.next()?,
            occupation: read_optional(places.next()?)?,
        })
    });
    Some(ShortageList {
        entries: entries.collect::<Option<Vec<ShortageEntry>>>()?,
        sources: from.sources()?,
    })
}
