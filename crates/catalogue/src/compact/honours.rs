//! Columns of [`Honours`].

use super::columns::{
    Reader, Writer, evidence_number, index, length, narrow, optional, place, read_evidence,
    read_optional, value,
};
use crate::level::Levels;
use crate::model::{
    Award, Count, Edition, Honour, Honouree, Honours, Scope, Total, TradeGroup, TradeLink,
    TradeOccupation,
};
use pack::model::Text;

const LINKS: [TradeLink; 3] = [TradeLink::Name, TradeLink::WorkType, TradeLink::Mapped];
const COMPLETE: [Option<bool>; 3] = [None, Some(false), Some(true)];

/// The place of a value in a list of words for values.
fn word<T: PartialEq>(words: &[(&str, T)], value: &T) -> u32 {
    words
        .iter()
        .position(|(_, it)| it == value)
        .map_or(0, index)
}

/// The value at a place of a list of words for values.
fn of_word<T: Copy>(words: &[(&str, T)], at: u32) -> Option<T> {
    let at = usize::try_from(at).ok()?;
    words.get(at).map(|(_, it)| *it)
}

/// Both languages as two columns.
fn texts<'a>(to: &mut Writer, texts: impl Iterator<Item = &'a Text> + Clone) {
    to.texts(texts.clone().map(|it| it.zh.as_str()));
    to.texts(texts.map(|it| it.en.as_str()));
}

fn read_texts(from: &mut Reader, count: usize) -> Option<impl Iterator<Item = Text> + use<>> {
    let (zh, en) = (from.texts(count)?, from.texts(count)?);
    Some(zh.zip(en).map(|(zh, en)| Text { zh, en }))
}

/// A day as a column has it; days before 1970 are none that a competition began on.
fn day(day: i64) -> u32 {
    u32::try_from(day).unwrap_or(0)
}

pub(super) fn encode(it: &Honours, to: &mut Writer) {
    to.numbers([
        length(&it.editions),
        length(&it.people),
        length(&it.figures),
        length(&it.occupations),
        length(&it.withdrawn),
    ]);
    let all = &it.editions;
    to.ids(all.iter().map(|it| it.id.as_str()));
    texts(to, all.iter().map(|it| &it.name));
    texts(to, all.iter().map(|it| &it.place));
    texts(to, all.iter().map(|it| &it.note));
    to.numbers(all.iter().map(|it| place(&Honour::ALL, &it.honour)));
    to.numbers(all.iter().map(|it| optional(it.year.map(u32::from))));
    to.numbers(
        all.iter()
            .map(|it| it.days.map_or(0, |days| day(days.0) + 1)),
    );
    to.numbers(
        all.iter()
            .map(|it| it.days.map_or(0, |days| day(days.1) + 1)),
    );
    to.numbers(all.iter().map(|it| place(&COMPLETE, &it.complete)));
    to.numbers(all.iter().map(|it| it.source.into()));

    let all = &it.people;
    to.ids(all.iter().map(|it| it.id.as_str()));
    to.texts(all.iter().map(|it| it.name.as_str()));
    to.texts(all.iter().map(|it| it.trade.as_str()));
    to.texts(all.iter().map(|it| it.org.as_str()));
    to.near(all.iter().map(|it| it.edition.into()));
    to.numbers(
        all.iter()
            .map(|it| optional(it.award.map(|it| place(&Award::ALL, &it)))),
    );
    to.numbers(
        all.iter()
            .map(|it| optional(it.occupation.map(|(at, _)| at.into()))),
    );
    to.numbers(
        all.iter()
            .map(|it| it.occupation.map_or(0, |(_, link)| place(&LINKS, &link))),
    );
    to.numbers(all.iter().map(|it| word(&TradeGroup::ALL, &it.group)));
    to.numbers(all.iter().map(|it| optional(it.team.map(u32::from))));
    to.numbers(all.iter().map(|it| evidence_number(it.evidence)));
    to.numbers(all.iter().map(|it| it.source.into()));

    let all = &it.figures;
    to.near(all.iter().map(|it| it.edition.into()));
    to.numbers(all.iter().map(|it| word(&Scope::ALL, &it.scope)));
    to.numbers(all.iter().map(|it| word(&Count::ALL, &it.measure)));
    to.numbers(all.iter().map(|it| it.value));
    to.numbers(all.iter().map(|it| it.counted.into()));
    to.numbers(all.iter().map(|it| it.source.into()));
    texts(to, all.iter().map(|it| &it.note));

    to.ids(it.occupations.iter().map(|it| it.code.as_str()));
    to.texts(it.occupations.iter().map(|it| it.name.as_str()));
    to.numbers(it.occupations.iter().map(|it| it.levels.bits().into()));
    to.ids(it.withdrawn.iter().map(String::as_str));
    to.sources(&it.sources);
}

pub(super) fn decode(from: &mut Reader) -> Option<Honours> {
    let sizes: Vec<usize> = from.numbers(5)?.map(|size| size as usize).collect();
    let [editions, people, figures, occupations, withdrawn] = sizes.try_into().ok()?;
    let editions = read_editions(from, editions)?;
    let people = read_people(from, people)?;
    let figures = read_figures(from, figures)?;
    let codes = from.ids(occupations)?.zip(from.texts(occupations)?);
    let occupations = codes.zip(from.numbers(occupations)?);
    let occupations = occupations.map(|((code, name), bits)| {
        let bits = narrow(bits).filter(|bits| Levels::from_bits(*bits).bits() == *bits)?;
        Some(TradeOccupation {
            code,
            name,
            levels: Levels::from_bits(bits),
        })
    });
    let it = Honours {
        editions,
        people,
        figures,
        occupations: occupations.collect::<Option<_>>()?,
        withdrawn: from.ids(withdrawn)?.collect(),
        sources: from.sources()?,
    };
    holds_together(&it).then_some(it)
}

/// Whether every place names something.
fn holds_together(it: &Honours) -> bool {
    let source = |at: u16| usize::from(at) < it.sources.len();
    let edition = |at: u16| usize::from(at) < it.editions.len();
    it.editions.iter().all(|it| source(it.source))
        && it
            .figures
            .iter()
            .all(|it| edition(it.edition) && source(it.source))
        && it.people.iter().all(|person| {
            let occupation = person.occupation.map(|(at, _)| usize::from(at));
            edition(person.edition)
                && source(person.source)
                && occupation.is_none_or(|at| at < it.occupations.len())
        })
}

fn read_editions(from: &mut Reader, count: usize) -> Option<Vec<Edition>> {
    let ids = from.ids(count)?;
    let mut names = read_texts(from, count)?;
    let mut places = read_texts(from, count)?;
    let mut notes = read_texts(from, count)?;
    let mut honours = from.numbers(count)?;
    let mut years = from.numbers(count)?;
    let (mut first, mut last) = (from.numbers(count)?, from.numbers(count)?);
    let mut complete = from.numbers(count)?;
    let mut sources = from.numbers(count)?;
    let editions = ids.map(|id| {
        let days = match (first.next()?, last.next()?) {
            (0, 0) => None,
            (0, _) | (_, 0) => return None,
            (first, last) => Some((i64::from(first) - 1, i64::from(last) - 1)),
        };
        Some(Edition {
            id,
            honour: value(&Honour::ALL, honours.next()?)?,
            name: names.next()?,
            place: places.next()?,
            year: read_optional(years.next()?)?,
            days,
            complete: value(&COMPLETE, complete.next()?)?,
            source: narrow(sources.next()?)?,
            note: notes.next()?,
        })
    });
    editions.collect()
}

fn read_people(from: &mut Reader, count: usize) -> Option<Vec<Honouree>> {
    let ids = from.ids(count)?;
    let mut names = from.texts(count)?;
    let mut trades = from.texts(count)?;
    let mut orgs = from.texts(count)?;
    let mut editions = from.near(count)?;
    let mut awards = from.numbers(count)?;
    let mut occupations = from.numbers(count)?;
    let mut links = from.numbers(count)?;
    let mut groups = from.numbers(count)?;
    let mut teams = from.numbers(count)?;
    let mut evidence = from.numbers(count)?;
    let mut sources = from.numbers(count)?;
    let people = ids.map(|id| {
        let award = match read_optional::<u32>(awards.next()?)? {
            Some(at) => Some(value(&Award::ALL, at)?),
            None => None,
        };
        let occupation = match (read_optional(occupations.next()?)?, links.next()?) {
            (Some(at), link) => Some((at, value(&LINKS, link)?)),
            (None, 0) => None,
            (None, _) => return None,
        };
        Some(Honouree {
            id,
            edition: narrow(editions.next()?)?,
            name: names.next()?,
            award,
            trade: trades.next()?,
            org: orgs.next()?,
            occupation,
            group: of_word(&TradeGroup::ALL, groups.next()?)?,
            team: read_optional(teams.next()?)?,
            evidence: read_evidence(evidence.next()?)?,
            source: narrow(sources.next()?)?,
        })
    });
    people.collect()
}

fn read_figures(from: &mut Reader, count: usize) -> Option<Vec<Total>> {
    let editions = from.near(count)?;
    let mut scopes = from.numbers(count)?;
    let mut measures = from.numbers(count)?;
    let mut values = from.numbers(count)?;
    let mut counted = from.numbers(count)?;
    let mut sources = from.numbers(count)?;
    let mut notes = read_texts(from, count)?;
    let figures = editions.map(|edition| {
        Some(Total {
            edition: narrow(edition)?,
            scope: of_word(&Scope::ALL, scopes.next()?)?,
            measure: of_word(&Count::ALL, measures.next()?)?,
            value: values.next()?,
            counted: match counted.next()? {
                0 => false,
                1 => true,
                _ => return None,
            },
            source: narrow(sources.next()?)?,
            note: notes.next()?,
        })
    });
    figures.collect()
}
