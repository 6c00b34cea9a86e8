//! Columns of [`Occupations`]. Codes follow from the tree: each storey has its last number alone.

use super::columns::{
    MAX_NAME, Reader, Writer, length, narrow, optional, place, read_optional, take, value,
};
use crate::level::Rank;
use crate::model::{
    Confidence, Group, Link, Occupation, Occupations, Standard, StandardKind, Tree,
};

const MARKS: [Option<bool>; 3] = [Some(false), Some(true), None];
const CONFIDENCE: [Confidence; 2] = [Confidence::Both, Confidence::One];
const KINDS: [StandardKind; 2] = [StandardKind::Skill, StandardKind::Technician];
const LINKS: [Link; 4] = [Link::Both, Link::Code, Link::Name, Link::None];

pub(super) fn encode(it: &Occupations, to: &mut Writer) {
    let tree = &it.tree;
    to.numbers([
        length(&tree.majors),
        length(&tree.middles),
        length(&tree.minors),
        length(&it.list),
        length(&it.unlinked),
    ]);
    for storey in [&tree.majors, &tree.middles, &tree.minors] {
        to.near(storey.iter().map(|group| u32::from(group.parent)));
        to.near(storey.iter().map(|group| last_number(&group.code)));
        to.texts(storey.iter().map(|group| group.name.as_str()));
    }
    to.near(it.list.iter().map(|it| u32::from(it.minor)));
    to.near(it.list.iter().map(|it| last_number(&it.code)));
    to.texts(it.list.iter().map(|it| it.name.as_str()));
    to.numbers(it.list.iter().map(|it| {
        let marks = place(&MARKS, &it.digital) + 3 * place(&MARKS, &it.green);
        marks + 9 * place(&CONFIDENCE, &it.confidence)
    }));
    lists(it.list.iter().map(|it| it.work_types.as_slice()), to);
    lists(it.list.iter().map(|it| it.synonyms.as_slice()), to);
    to.numbers(
        it.list
            .iter()
            .map(|it| optional(it.shortage.map(u32::from))),
    );
    to.numbers(it.list.iter().map(|it| length(&it.standards)));
    let of_list = it.list.iter().flat_map(|it| {
        it.standards
            .iter()
            .map(move |standard| (standard, it.code.as_str(), it.name.as_str()))
    });
    let unlinked = it.unlinked.iter().map(|standard| (standard, "", ""));
    standards(&of_list.chain(unlinked).collect::<Vec<_>>(), to);
    to.sources(&it.sources);
}

/// The last number of a code: 3 of `6-31-01-03`.
fn last_number(code: &str) -> u32 {
    let last = code.rsplit('-').next().unwrap_or(code);
    last.parse().unwrap_or(0)
}

fn lists<'a>(lists: impl Iterator<Item = &'a [String]> + Clone, to: &mut Writer) {
    to.numbers(lists.clone().map(length));
    to.texts(lists.flatten().map(String::as_str));
}

/// A text that is often another one, or begins with it: `=` stands for that.
fn short(text: &str, of: &str) -> String {
    match text.strip_prefix(of) {
        Some(rest) if !of.is_empty() => format!("={rest}"),
        _ if text.starts_with(['=', '!']) => format!("!{text}"),
        _ => text.to_owned(),
    }
}

fn long(text: &str, of: &str) -> String {
    match (text.strip_prefix('='), text.strip_prefix('!')) {
        (Some(rest), _) => format!("{of}{rest}"),
        (_, Some(rest)) => rest.to_owned(),
        _ => text.to_owned(),
    }
}

/// Standards, each with the code and name of its occupation.
fn standards(all: &[(&Standard, &str, &str)], to: &mut Writer) {
    let column = |text: fn(&Standard) -> &str, of: fn(&(&Standard, &str, &str)) -> String| {
        let texts = all.iter().map(|it| short(text(it.0), &of(it)));
        texts.collect::<Vec<String>>()
    };
    let codes = column(|it| &it.code, |(_, code, _)| (*code).to_owned());
    let names = column(|it| &it.name, |(_, _, name)| (*name).to_owned());
    to.texts(codes.iter().map(String::as_str));
    to.texts(names.iter().map(String::as_str));
    to.numbers(all.iter().map(|(it, ..)| {
        let years = it.edition.map(|year| u32::from(year).saturating_sub(1989));
        years.unwrap_or(0)
    }));
    to.numbers(all.iter().map(|(it, ..)| {
        let bits = it.ranks.iter().map(|rank| 1 << place(&Rank::ALL, rank));
        bits.fold(0, |all, bit: u32| all | bit)
    }));
    to.numbers(
        all.iter()
            .map(|(it, ..)| place(&KINDS, &it.kind) + 2 * place(&LINKS, &it.link)),
    );
}

pub(super) fn decode(from: &mut Reader) -> Option<Occupations> {
    let sizes: Vec<usize> = from.numbers(5)?.map(|size| size as usize).collect();
    let [majors, middles, minors, count, unlinked] = sizes.try_into().ok()?;
    let majors = storey(from, majors, &[])?;
    let middles = storey(from, middles, &majors)?;
    let minors = storey(from, minors, &middles)?;
    let above = from.near(count)?;
    let numbers = from.near(count)?;
    let names = from.texts(count)?;
    let marks = from.numbers(count)?;
    let mut work_types = read_lists(from, count)?.into_iter();
    let mut synonyms = read_lists(from, count)?.into_iter();
    let mut shortage = from.numbers(count)?;
    let standard_counts = from.numbers(count)?;
    let mut list = Vec::new();
    if names.as_slice().iter().any(|name| name.len() > MAX_NAME) {
        return None;
    }
    for (((minor, number), name), marks) in above.zip(numbers).zip(names).zip(marks) {
        let group: &Group = minors.get(minor as usize)?;
        list.push(Occupation {
            code: format!("{}-{number:02}", group.code),
            name,
            minor: narrow(minor)?,
            digital: value(&MARKS, marks % 3)?,
            green: value(&MARKS, marks / 3 % 3)?,
            confidence: value(&CONFIDENCE, marks / 9)?,
            work_types: work_types.next()?,
            synonyms: synonyms.next()?,
            shortage: read_optional(shortage.next()?)?,
            standards: Vec::new(),
        });
    }
    let counts: Vec<u32> = standard_counts.collect();
    let sum = counts
        .iter()
        .try_fold(0u32, |sum, it| sum.checked_add(*it))?;
    let mut standards = Standards::new(from, (sum as usize).checked_add(unlinked)?)?;
    for (occupation, count) in list.iter_mut().zip(counts) {
        for _ in 0..count {
            let standard = standards.next(&occupation.code, &occupation.name)?;
            occupation.standards.push(standard);
        }
    }
    let unlinked = (0..unlinked).map(|_| standards.next("", ""));
    let unlinked = unlinked.collect::<Option<Vec<Standard>>>()?;
    Some(Occupations {
        tree: Tree {
            majors,
            middles,
            minors,
        },
        list,
        unlinked,
        sources: from.sources()?,
    })
}

fn storey(from: &mut Reader, count: usize, upper: &[Group]) -> Option<Vec<Group>> {
    let parents = from.near(count)?;
    let numbers = from.near(count)?;
    let names = from.texts(count)?;
    let groups = parents.zip(numbers).zip(names);
    let groups = groups.map(|((parent, number), name)| {
        let above = upper.get(parent as usize);
        Some(Group {
            code: match above {
                Some(above) => format!("{}-{number:02}", above.code),
                None if upper.is_empty() && parent == 0 => format!("{number}"),
                None => return None,
            },
            name,
            parent: narrow(parent)?,
        })
    });
    groups.collect()
}

fn read_lists(from: &mut Reader, count: usize) -> Option<Vec<Vec<String>>> {
    let counts = from.numbers(count)?;
    let sum = counts
        .as_slice()
        .iter()
        .try_fold(0u32, |sum, it| sum.checked_add(*it))?;
    let mut texts = from.texts(sum as usize)?;
    counts.map(|count| take(&mut texts, count)).collect()
}

struct Standards {
    codes: std::vec::IntoIter<String>,
    names: std::vec::IntoIter<String>,
    editions: std::vec::IntoIter<u32>,
    ranks: std::vec::IntoIter<u32>,
    kinds: std::vec::IntoIter<u32>,
}

impl Standards {
    fn new(from: &mut Reader, count: usize) -> Option<Standards> {
        Some(Standards {
            codes: from.texts(count)?,
            names: from.texts(count)?,
            editions: from.numbers(count)?,
            ranks: from.numbers(count)?,
            kinds: from.numbers(count)?,
        })
    }

    /// The next standard, which stands at an occupation of that code and name.
    fn next(&mut self, code: &str, name: &str) -> Option<Standard> {
        let (edition, bits) = (self.editions.next()?, self.ranks.next()?);
        let kind = self.kinds.next()?;
        let in_it = |rank: &Rank| bits & 1 << place(&Rank::ALL, rank) != 0;
        Some(Standard {
            code: long(&self.codes.next()?, code),
            name: long(&self.names.next()?, name),
            edition: match edition {
                0 => None,
                years => Some(narrow(years.checked_add(1989)?)?),
            },
            ranks: Rank::ALL.into_iter().filter(in_it).collect(),
            kind: value(&KINDS, kind % 2)?,
            link: value(&LINKS, kind / 2)?,
        })
    }
}
