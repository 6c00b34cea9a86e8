//! Columns of [`Functions`]. A function is given by how long ago its name came last, for the
//! levels of an occupation repeat theirs: 0 is a name that comes for the first time.

use super::columns::{Reader, Writer, index, length, narrow, optional, place, read_optional, take};
use crate::level::Rank;
use crate::model::{Function, Functions, LevelFunctions, OccupationFunctions};

pub(super) fn encode(it: &Functions, to: &mut Writer) {
    to.numbers([length(&it.list), length(&it.names)]);
    to.texts(it.names.iter().map(String::as_str));
    to.near(it.list.iter().map(|it| it.occupation.into()));
    to.numbers(it.list.iter().map(|it| {
        let years = it.edition.map(|year| u32::from(year).saturating_sub(1989));
        years.unwrap_or(0)
    }));
    to.numbers(it.list.iter().map(|it| {
        let bits = it
            .levels
            .iter()
            .map(|level| 1 << place(&Rank::ALL, &level.rank));
        bits.fold(0, |all, bit: u32| all | bit)
    }));
    let levels = || it.list.iter().flat_map(|it| &it.levels);
    to.numbers(levels().map(|it| length(&it.functions)));
    let functions = || levels().flat_map(|it| &it.functions);
    let mut seen = 0;
    to.numbers(functions().map(|it| {
        let name = u32::from(it.name);
        let back = seen - name.min(seen);
        seen = seen.max(name + 1);
        back
    }));
    to.numbers(functions().map(|it| optional(it.weight.map(u32::from))));
    to.sources(&it.sources);
}

pub(super) fn decode(from: &mut Reader) -> Option<Functions> {
    let sizes: Vec<usize> = from.numbers(2)?.map(|size| size as usize).collect();
    let [count, names] = sizes.try_into().ok()?;
    let names: Vec<String> = from.texts(names)?.collect();
    let occupations = from.near(count)?;
    let mut editions = from.numbers(count)?;
    let masks = from.numbers(count)?;
    let mut lengths = from.any()?.into_iter();
    let sum = lengths
        .as_slice()
        .iter()
        .try_fold(0u32, |sum, it| sum.checked_add(*it))?;
    let mut backs = from.numbers(sum as usize)?;
    let mut weights = from.numbers(sum as usize)?;
    let mut seen = 0u32;
    let mut function = || {
        let name = seen.checked_sub(backs.next()?)?;
        seen = seen.max(name.checked_add(1)?);
        Some(Function {
            name: narrow(name).filter(|_| name < index(names.len()))?,
            weight: read_optional(weights.next()?)?,
        })
    };
    let mut list: Vec<OccupationFunctions> = Vec::new();
    for (occupation, mask) in occupations.zip(masks) {
        let occupation = narrow(occupation)?;
        // INVARIANT: sorted, or `Functions::of_occupation` would miss some.
        if list
            .last()
            .is_some_and(|last| last.occupation >= occupation)
        {
            return None;
        }
        let edition = match editions.next()? {
            0 => None,
            years => Some(narrow(years.checked_add(1989)?)?),
        };
        let mut levels = Vec::new();
        for rank in Rank::ALL {
            if mask & 1 << place(&Rank::ALL, &rank) == 0 {
                continue;
            }
            let length = lengths.next()?;
            let functions = take(&mut core::iter::from_fn(&mut function), length)?;
            levels.push(LevelFunctions { rank, functions });
        }
        list.push(OccupationFunctions {
            occupation,
            edition,
            levels,
        });
    }
    Some(Functions {
        list,
        names,
        sources: from.sources()?,
    })
}
