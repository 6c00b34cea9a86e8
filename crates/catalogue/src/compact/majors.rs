//! Columns of [`Majors`].

use super::columns::{Reader, Writer, length, narrow, place, take, value};
use crate::model::{Major, MajorLevel, Majors};

const LEVELS: [MajorLevel; 4] = [
    MajorLevel::VocationalSecondary,
    MajorLevel::VocationalAssociate,
    MajorLevel::VocationalBachelor,
    MajorLevel::Bachelor,
];

pub(super) fn encode(it: &Majors, to: &mut Writer) {
    to.numbers([length(&it.list), length(&it.categories)]);
    to.texts(it.categories.iter().map(String::as_str));
    to.ids(it.list.iter().map(|it| it.code.as_str()));
    to.texts(it.list.iter().map(|it| it.name.as_str()));
    to.near(it.list.iter().map(|it| place(&LEVELS, &it.level)));
    to.near(it.list.iter().map(|it| it.category.into()));
    to.numbers(it.list.iter().map(|it| length(&it.occupations)));
    to.near(
        it.list
            .iter()
            .flat_map(|it| &it.occupations)
            .map(|at| (*at).into()),
    );
    to.sources(&it.sources);
}

pub(super) fn decode(from: &mut Reader) -> Option<Majors> {
    let sizes: Vec<usize> = from.numbers(2)?.map(|size| size as usize).collect();
    let [count, categories] = sizes.try_into().ok()?;
    let categories: Vec<String> = from.texts(categories)?.collect();
    let codes = from.ids(count)?;
    let mut names = from.texts(count)?;
    let mut levels = from.near(count)?;
    let mut at = from.near(count)?;
    let counts = from.numbers(count)?;
    let sum = counts
        .as_slice()
        .iter()
        .try_fold(0u32, |sum, it| sum.checked_add(*it))?;
    let mut links = from.near(sum as usize)?;
    let list = codes.zip(counts).map(|(code, count)| {
        let occupations = take(&mut links, count)?.into_iter().map(narrow::<u16>);
        Some(Major {
            code,
            name: names.next()?,
            level: value(&LEVELS, levels.next()?)?,
            category: narrow(at.next()?).filter(|at| usize::from(*at) < categories.len())?,
            occupations: occupations.collect::<Option<Vec<u16>>>()?,
        })
    });
    Some(Majors {
        list: list.collect::<Option<Vec<Major>>>()?,
        categories,
        sources: from.sources()?,
    })
}
