//! Empty lists to fill in: the headers, an example, and the words that may be written.

use crate::scope::reads_of;
use crate::words::Lang;
use pack::Pack;
use pack::facts::{format_date, format_decimal};
use pack::model::Question;
use rules::date::Day;
use rules::program::{Domain, Fact, Slot};
use sheets::{BOM, Book, Cell, Choice, Layout, push_text};

/// How the example's number or name begins; such rows are passed over.
pub const EXAMPLE: &[&str] = &["示例", "example"];

/// An empty list for some programmes: a workbook or CSV.
///
/// Columns stand in the order in which the questions are asked. The workbook lets one choose from
/// the words; its second sheet lists them.
pub fn template(pack: &Pack, day: Day, programmes: &[u16], workbook: bool, lang: Lang) -> Vec<u8> {
    let slots = slots(pack, day, programmes);
    let asked: Vec<Asked<'_>> = slots
        .iter()
        .filter_map(|slot| Asked::of(pack, *slot))
        .collect();
    let head = [lang.of("工号", "Number"), lang.of("姓名", "Name")];
    let labels = asked.iter().map(|it| lang.pick(&it.question.label));
    let head: Vec<&str> = head.into_iter().chain(labels).collect();
    let mark = lang.of("示例", "Example");
    let cells = asked.iter().map(|it| it.example(lang));
    let cells: Vec<String> = [mark, mark]
        .map(str::to_owned)
        .into_iter()
        .chain(cells)
        .collect();
    match workbook {
        true => as_workbook(&asked, &head, &cells, lang),
        false => as_csv(&head, &cells),
    }
}

/// The questions of some programmes, as they are asked.
fn slots(pack: &Pack, day: Day, programmes: &[u16]) -> Vec<Slot> {
    let reads = reads_of(pack, day, programmes);
    let mut slots: Vec<Slot> = reads.iter().collect();
    slots.sort_by_key(|slot| pack.questions.get(usize::from(*slot)).map(|it| it.order));
    slots
}

struct Asked<'p> {
    fact: &'p Fact,
    question: &'p Question,
}

impl<'p> Asked<'p> {
    fn of(pack: &'p Pack, slot: Slot) -> Option<Asked<'p>> {
        let at = usize::from(slot);
        Some(Asked {
            fact: pack.program.facts.get(at)?,
            question: pack.questions.get(at)?,
        })
    }

    /// The words that may be written; none for numbers and days.
    fn words(&self, lang: Lang) -> Vec<&'p str> {
        match self.fact.domain {
            Domain::Bool => vec![lang.of("是", "yes"), lang.of("否", "no")],
            Domain::Options(_) => {
                let all = self.question.options.iter();
                all.map(|it| lang.pick(&it.label)).collect()
            }
            Domain::Number { .. } | Domain::Date { .. } => Vec::new(),
        }
    }

    /// What may be written, for people.
    fn allowed(&self, lang: Lang) -> String {
        match self.fact.domain {
            Domain::Bool | Domain::Options(_) => String::new(),
            Domain::Number { min, max, scale } => {
                let (min, max) = (format_decimal(min, scale), format_decimal(max, scale));
                match lang {
                    Lang::Zh => format!("数字，{min} 至 {max}"),
                    Lang::En => format!("A number from {min} to {max}"),
                }
            }
            Domain::Date { .. } => lang
                .of("日期，如 2026-05-01", "A day, as 2026-05-01")
                .to_owned(),
        }
    }

    fn example(&self, lang: Lang) -> String {
        match self.fact.domain {
            Domain::Bool => lang.of("是", "yes").to_owned(),
            Domain::Options(_) => {
                let first = self.question.options.first();
                first.map_or_else(String::new, |it| lang.pick(&it.label).to_owned())
            }
            Domain::Number { min, max, scale } => {
                // In the middle of a small span, a year's months of a large one.
                let unit = 10i64.saturating_pow(scale.into());
                let middle = (max.saturating_sub(min) / 2 + min).min(min.saturating_add(24 * unit));
                format_decimal(middle / unit * unit, scale)
            }
            Domain::Date { .. } => format_date(rules::date::from_ymd(2026, 5, 1).unwrap_or(0)),
        }
    }
}

fn as_csv(head: &[&str], example: &[String]) -> Vec<u8> {
    let mut out = BOM.to_vec();
    let mut row = |cells: &mut dyn Iterator<Item = &str>| {
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                out.push(b',');
            }
            push_text(&mut out, cell);
        }
        out.extend(b"\r\n");
    };
    row(&mut head.iter().copied());
    row(&mut example.iter().map(String::as_str));
    out
}

fn as_workbook(asked: &[Asked<'_>], head: &[&str], example: &[String], lang: Lang) -> Vec<u8> {
    let sheet = lang.of("可填的词", "Words");
    let lists: Vec<Vec<&str>> = asked.iter().map(|it| it.words(lang)).collect();
    let choices = lists
        .iter()
        .enumerate()
        .filter(|(_, words)| !words.is_empty());
    let choices = choices.map(|(at, words)| Choice {
        column: at + 2,
        sheet: sheet.to_owned(),
        from: at + 2,
        count: words.len(),
    });
    let width = |name: &&str| {
        let wide = |c: char| if c.is_ascii() { 1 } else { 2 };
        name.chars().map(wide).sum::<u16>().clamp(12, 30)
    };
    let mut book = Book::new();
    book.sheet(
        lang.of("名单", "List"),
        &Layout {
            widths: head.iter().map(width).collect(),
            frozen: (1, 2),
            choices: choices.collect(),
            ..Layout::default()
        },
    );
    book.row(head.iter().copied().map(Cell::Head));
    book.row(example.iter().map(|cell| Cell::Text(cell)));
    // The words stand below the names of their columns, in the same columns.
    book.sheet(
        sheet,
        &Layout {
            widths: vec![24; head.len()],
            frozen: (1, 0),
            ..Layout::default()
        },
    );
    book.row(head.iter().copied().map(Cell::Head));
    let most = lists.iter().map(Vec::len).max().unwrap_or(0).max(1);
    for nth in 0..most {
        let notes: Vec<String> = match nth {
            0 => asked.iter().map(|it| it.allowed(lang)).collect(),
            _ => vec![String::new(); asked.len()],
        };
        let words = lists
            .iter()
            .zip(&notes)
            .map(|(list, note)| match list.get(nth) {
                Some(word) => Cell::Text(word),
                None if note.is_empty() => Cell::Empty,
                None => Cell::Text(note),
            });
        let any = match nth {
            0 => Cell::Text(lang.of("任意", "Anything")),
            _ => Cell::Empty,
        };
        book.row([any, any].into_iter().chain(words));
    }
    for note in [
        lang.of(
            "不知道的格子留空：结果会是一个范围，不当作「否」。",
            "Leave a cell empty where you do not know: it gives a range and is not taken for “no”.",
        ),
        lang.of(
            "不用的列可以删掉。示例行不计入。",
            "Columns that you do not need may go. The example row is not counted.",
        ),
    ] {
        book.row([Cell::Text(note)]);
    }
    book.finish()
}
