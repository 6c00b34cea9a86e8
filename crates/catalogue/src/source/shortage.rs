//! `shortage.csv`.

use super::table::{Files, Unique, table};
use super::{Codes, sources};
use crate::model::{Occupations, ShortageEntry, ShortageList, Source, Table};
use pack::source::Faults;

/// The list, whose entries are also told to the occupations.
pub(crate) fn read(
    files: &Files,
    codes: &Codes,
    occupations: &mut Occupations,
    all: &[Source],
    faults: &mut Faults,
) -> ShortageList {
    let mut list = ShortageList {
        entries: Vec::new(),
        sources: sources::of(all, &[Table::Shortage]),
    };
    let mut ids = Unique::new("the number");
    for row in table(files, "shortage", &["seq", "name", "occupation"], faults) {
        let seq = row.required("seq", 1..=999, faults);
        let seq = u16::try_from(seq).unwrap_or(u16::MAX);
        let new = ids.add(row.opt("seq"), row.at("seq"), faults);
        let name = row.name("name", faults);
        // An entry whose occupation is not certain stands at none.
        let occupation = row.reference("occupation", codes, "occupations", faults);
        if let Some(at) = occupation
            && let Some(occupation) = occupations.list.get_mut(usize::from(at))
        {
            occupation.shortage = Some(seq);
        }
        if new {
            list.entries.push(ShortageEntry {
                seq,
                name,
                occupation,
            });
        }
    }
    list.entries.sort_by_key(|it| it.seq);
    list
}
