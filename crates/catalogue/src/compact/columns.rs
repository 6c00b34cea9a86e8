//! Columns of texts and of numbers, and the ways in which parts put records into them.

use crate::model::{Source, Table};
use pack::model::{Evidence, Text};
use serde::{Deserialize, Serialize};

/// The longest text, in bytes, that another one may be made from. The checker takes shorter ones.
pub(super) const MAX_NAME: usize = 400;

#[derive(Default, Serialize, Deserialize)]
struct Columns {
    /// Texts, parted by line ends.
    texts: Vec<String>,
    numbers: Vec<Vec<u32>>,
}

/// Collects a part's columns.
#[derive(Default)]
pub struct Writer {
    columns: Columns,
}

impl Writer {
    /// A column of texts; none of them has a line end.
    pub(super) fn texts<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) {
        let mut column = String::new();
        for (nth, text) in texts.into_iter().enumerate() {
            if nth > 0 {
                column.push('\n');
            }
            // The checker lets no line end through; one that came here would shift all after it.
            column.extend(text.chars().map(|c| if c == '\n' { ' ' } else { c }));
        }
        self.columns.texts.push(column);
    }

    /// A column of numbers.
    pub(super) fn numbers(&mut self, numbers: impl IntoIterator<Item = u32>) {
        self.columns.numbers.push(numbers.into_iter().collect());
    }

    /// A column of numbers of which each is near the one before.
    pub(super) fn near(&mut self, numbers: impl IntoIterator<Item = u32>) {
        let mut last = 0;
        self.numbers(numbers.into_iter().map(|number| {
            let step = number.wrapping_sub(last).cast_signed();
            last = number;
            ((step << 1) ^ (step >> 31)).cast_unsigned()
        }));
    }

    /// A column of ids, most of which count on from the one before.
    pub(super) fn ids<'a>(&mut self, ids: impl IntoIterator<Item = &'a str>) {
        let mut last = String::new();
        let mut column = Vec::new();
        for id in ids {
            let (stem, suffix) = suffix(id);
            if next(&last).as_deref() == Some(stem) {
                column.push(suffix.to_owned());
            } else {
                column.push(format!("={id}"));
            }
            stem.clone_into(&mut last);
        }
        self.texts(column.iter().map(String::as_str));
    }

    pub(super) fn sources(&mut self, sources: &[Source]) {
        self.numbers([length(sources)]);
        let text = |it: &Text| format!("{}\t{}", it.zh, it.en);
        let rows: Vec<String> = sources
            .iter()
            .map(|it| {
                let texts = [text(&it.title), text(&it.publisher), text(&it.note)];
                format!("{}\t{}\t{}", it.id, it.date, texts.join("\t"))
            })
            .collect();
        self.texts(rows.iter().map(String::as_str));
        self.numbers(sources.iter().map(|it| {
            let bits = it.tables.iter().map(|table| 1 << bit(*table));
            bits.fold(0, |all, bit: u32| all | bit) << 2 | evidence_number(it.evidence)
        }));
    }

    pub(super) fn finish(self) -> Vec<u8> {
        // Every column has a postcard form, and a `Vec` takes any length.
        postcard::to_allocvec(&self.columns).unwrap_or_default()
    }
}

/// Gives a part's columns back, in the order in which they were written.
pub struct Reader {
    texts: std::vec::IntoIter<String>,
    numbers: std::vec::IntoIter<Vec<u32>>,
}

impl Reader {
    pub(super) fn new(bytes: &[u8]) -> Option<Reader> {
        match postcard::take_from_bytes::<Columns>(bytes) {
            Ok((columns, [])) => Some(Reader {
                texts: columns.texts.into_iter(),
                numbers: columns.numbers.into_iter(),
            }),
            _ => None,
        }
    }

    /// Whether every column was read.
    pub(super) fn is_done(&self) -> bool {
        self.texts.len() == 0 && self.numbers.len() == 0
    }

    /// The next column of texts, which has so many.
    pub(super) fn texts(&mut self, count: usize) -> Option<std::vec::IntoIter<String>> {
        let column = self.texts.next()?;
        if count == 0 {
            return column.is_empty().then(|| Vec::new().into_iter());
        }
        let texts: Vec<String> = column.split('\n').map(str::to_owned).collect();
        (texts.len() == count).then(|| texts.into_iter())
    }

    /// The next column of numbers, however many it has.
    pub(super) fn any(&mut self) -> Option<Vec<u32>> {
        self.numbers.next()
    }

    /// The next column of numbers, which has so many.
    pub(super) fn numbers(&mut self, count: usize) -> Option<std::vec::IntoIter<u32>> {
        let column = self.any()?;
        (column.len() == count).then(|| column.into_iter())
    }

    /// As [`Writer::near`] wrote them.
    pub(super) fn near(&mut self, count: usize) -> Option<std::vec::IntoIter<u32>> {
        let mut last = 0u32;
        let mut column = self.any()?;
        for number in &mut column {
            let step = (*number >> 1) ^ (*number & 1).wrapping_neg();
            last = last.wrapping_add(step);
            *number = last;
        }
        (column.len() == count).then(|| column.into_iter())
    }

    /// A single number.
    pub(super) fn one(&mut self) -> Option<u32> {
        match self.any()?.as_slice() {
            [number] => Some(*number),
            _ => None,
        }
    }

    /// As [`Writer::ids`] wrote them.
    pub(super) fn ids(&mut self, count: usize) -> Option<std::vec::IntoIter<String>> {
        let mut last = String::new();
        let mut ids: Vec<String> = self.texts(count)?.collect();
        for id in &mut ids {
            match id.strip_prefix('=') {
                Some(full) => *id = full.to_owned(),
                None => *id = next(&last)? + id,
            }
            suffix(id).0.clone_into(&mut last);
        }
        Some(ids.into_iter())
    }

    pub(super) fn sources(&mut self) -> Option<Vec<Source>> {
        let count = self.one()? as usize;
        let rows = self.texts(count)?;
        let bits = self.numbers(count)?;
        rows.zip(bits)
            .map(|(row, bits)| source(&row, bits))
            .collect()
    }
}

fn source(row: &str, bits: u32) -> Option<Source> {
    let mut cells = row.split('\t').map(str::to_owned);
    let mut cell = || cells.next();
    let source = Source {
        id: cell()?,
        date: cell()?,
        title: Text {
            zh: cell()?,
            en: cell()?,
        },
        publisher: Text {
            zh: cell()?,
            en: cell()?,
        },
        note: Text {
            zh: cell()?,
            en: cell()?,
        },
        tables: Table::ALL
            .into_iter()
            .filter(|table| bits >> 2 & 1 << bit(*table) != 0)
            .collect(),
        evidence: read_evidence(bits & 3).unwrap_or(Evidence::Unconfirmed),
    };
    cell().is_none().then_some(source)
}

fn bit(table: Table) -> u32 {
    let at = Table::ALL.iter().position(|it| *it == table);
    at.map_or(0, index)
}

/// How something is known, as columns have it.
pub(super) fn evidence_number(evidence: Evidence) -> u32 {
    match evidence {
        Evidence::Official => 0,
        Evidence::Press => 1,
        Evidence::Unconfirmed => 2,
    }
}

/// What [`evidence_number`] wrote.
pub(super) fn read_evidence(number: u32) -> Option<Evidence> {
    match number {
        0 => Some(Evidence::Official),
        1 => Some(Evidence::Press),
        2 => Some(Evidence::Unconfirmed),
        _ => None,
    }
}

/// An id without the letters at its end, and those letters.
fn suffix(id: &str) -> (&str, &str) {
    let stem = id.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    (stem, id.get(stem.len()..).unwrap_or_default())
}

/// The id that counts on: its last digits and one, as long as they are. None after a long id: a
/// few bytes of a damaged file must not stand for very many.
fn next(id: &str) -> Option<String> {
    if id.len() > MAX_NAME {
        return None;
    }
    let stem = id.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = id.get(stem.len()..)?;
    let number: u64 = digits.parse().ok()?;
    let text = format!("{:0width$}", number.checked_add(1)?, width = digits.len());
    (text.len() == digits.len()).then(|| format!("{stem}{text}"))
}

/// A list's length, as columns count.
pub(super) fn length<T>(list: &[T]) -> u32 {
    index(list.len())
}

/// A place in a list, as columns count.
pub(super) fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// A number as it was before, if it fits.
pub(super) fn narrow<T: TryFrom<u32>>(number: u32) -> Option<T> {
    T::try_from(number).ok()
}

/// 0 for none, otherwise one more.
pub(super) fn optional(number: Option<u32>) -> u32 {
    number.map_or(0, |number| number.saturating_add(1))
}

/// What [`optional`] wrote.
pub(super) fn read_optional<T: TryFrom<u32>>(number: u32) -> Option<Option<T>> {
    match number.checked_sub(1) {
        None => Some(None),
        Some(number) => narrow(number).map(Some),
    }
}

/// The value at a place of a fixed list.
pub(super) fn value<T: Copy>(values: &[T], at: u32) -> Option<T> {
    values.get(usize::try_from(at).ok()?).copied()
}

/// The place of a value in a fixed list.
pub(super) fn place<T: PartialEq>(values: &[T], value: &T) -> u32 {
    values.iter().position(|it| it == value).map_or(0, index)
}

/// So many members of an iterator; `None` where it ends before.
pub(super) fn take<T>(from: &mut impl Iterator<Item = T>, count: u32) -> Option<Vec<T>> {
    let mut taken = Vec::new();
    for _ in 0..count {
        taken.push(from.next()?);
    }
    Some(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn there_and_back(ids: &[&str]) -> usize {
        let mut writer = Writer::default();
        writer.ids(ids.iter().copied());
        let size = writer.columns.texts[0].len();
        let mut reader = Reader::new(&writer.finish()).unwrap();
        let back: Vec<String> = reader.ids(ids.len()).unwrap().collect();
        assert_eq!(back, ids);
        size
    }

    #[test]
    fn ids_that_count_on_cost_a_byte() {
        assert_eq!(there_and_back(&["S0001", "S0002", "S0003"]), 8);
        assert_eq!(there_and_back(&["020102", "020103T", "020104TK"]), 12);
        there_and_back(&["S9", "S10", "S099", "S100", "a", "", "=", "T", "=S1"]);
        there_and_back(&["18446744073709551615", "18446744073709551616"]);
        there_and_back(&["", ""]);
        there_and_back(&[]);
    }

    #[test]
    fn numbers_come_back() {
        let numbers = [0, u32::MAX, 5, 4, 1 << 31, (1 << 31) - 1, 7];
        let mut writer = Writer::default();
        writer.near(numbers);
        let mut reader = Reader::new(&writer.finish()).unwrap();
        let back: Vec<u32> = reader.near(numbers.len()).unwrap().collect();
        assert_eq!(back, numbers);
        assert!(reader.is_done());
    }
}
