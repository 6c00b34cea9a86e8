//! Rows of a CSV as answers. One line is one row: a cell can't hold a line end, so that
//! a stray quote spoils its own row and no other.

use pack::Pack;
use pack::facts::{parse_answer, parse_date};
use report::facts;
use rules::eval::Answers;
use rules::program::{Domain, Slot};
use std::borrow::Cow;

/// The header: what each column holds.
pub struct Columns<'p> {
    pack: &'p Pack,
    columns: Vec<Column<'p>>,
    has_id: bool,
}

enum Column<'p> {
    Id,
    Fact(Slot, Quick<'p>),
}

/// What a plain cell of a column looks like; anything else goes the thorough way.
enum Quick<'p> {
    Bool,
    Options(Vec<&'p [u8]>),
    Number { min: i64, max: i64, scale: u8 },
    Date { min: i64, max: i64 },
}

impl<'p> Columns<'p> {
    /// Reads the header line.
    ///
    /// # Errors
    /// Names the column that is unknown or there twice.
    pub fn read(pack: &'p Pack, header: &[u8]) -> Result<Self, String> {
        let header = header.strip_prefix(b"\xef\xbb\xbf").unwrap_or(header);
        let header = std::str::from_utf8(header)
            .map_err(|_| "the header is not UTF-8: save the table as CSV UTF-8".to_owned())?;
        let mut columns: Vec<Column<'p>> = Vec::new();
        let mut has_id = false;
        let mut names: Vec<String> = Vec::new();
        for cell in Cells::of(strip_line_end(header)) {
            let name = cell?;
            if names.contains(&name.to_string()) {
                return Err(format!("the header has the column `{name}` twice"));
            }
            names.push(name.to_string());
            match facts::slot(pack, &name) {
                Ok(slot) => columns.push(Column::Fact(slot, quick(pack, slot))),
                Err(_) if name == "id" => {
                    has_id = true;
                    columns.push(Column::Id);
                }
                Err(error) => return Err(format!("the header is wrong: {error}")),
            }
        }
        Ok(Self {
            pack,
            columns,
            has_id,
        })
    }

    /// Is there a column `id`?
    pub fn has_id(&self) -> bool {
        self.has_id
    }

    /// Reads a row into `answers` and `id`; an empty cell is not known.
    ///
    /// # Errors
    /// Says what is wrong with the row.
    pub fn row(&self, line: &str, answers: &mut Answers, id: &mut String) -> Result<(), String> {
        answers.values.fill(None);
        id.clear();
        let mut cells = Cells::of(line);
        for column in &self.columns {
            let Some(cell) = cells.next() else {
                return Err(self.wrong_count(line));
            };
            let cell = cell?;
            match column {
                Column::Id => id.push_str(&cell),
                Column::Fact(..) if cell.is_empty() => {}
                Column::Fact(slot, quick) => {
                    let answer = match quick.read(&cell) {
                        Some(answer) => answer,
                        None => parse_answer(self.pack, *slot, &cell)
                            .map_err(|error| error.to_string())?,
                    };
                    if let Some(place) = answers.values.get_mut(usize::from(*slot)) {
                        *place = Some(answer);
                    }
                }
            }
        }
        if cells.next().is_some() {
            Err(self.wrong_count(line))
        } else {
            Ok(())
        }
    }

    fn wrong_count(&self, line: &str) -> String {
        format!(
            "the row has {} cells, the header {}",
            Cells::of(line).count(),
            self.columns.len()
        )
    }
}

fn quick(pack: &Pack, slot: Slot) -> Quick<'_> {
    let place = usize::from(slot);
    match pack.program.facts.get(place).map(|fact| &fact.domain) {
        Some(Domain::Options(_)) => {
            let options = pack
                .questions
                .get(place)
                .map(|question| question.options.as_slice())
                .unwrap_or_default();
            Quick::Options(options.iter().map(|option| option.id.as_bytes()).collect())
        }
        Some(&Domain::Number { min, max, scale }) => Quick::Number { min, max, scale },
        Some(&Domain::Date { min, max }) => Quick::Date { min, max },
        Some(Domain::Bool) | None => Quick::Bool,
    }
}

impl Quick<'_> {
    fn read(&self, cell: &str) -> Option<i64> {
        match self {
            Self::Bool => match cell {
                "true" => Some(1),
                "false" => Some(0),
                // As spreadsheets write it.
                _ if cell.eq_ignore_ascii_case("true") => Some(1),
                _ if cell.eq_ignore_ascii_case("false") => Some(0),
                _ => None,
            },
            Self::Options(ids) => ids
                .iter()
                .zip(0i64..)
                .find(|(id, _)| **id == cell.as_bytes())
                .map(|(_, index)| index),
            Self::Number { min, max, scale } => {
                // Up to 15 digits can't overflow, scaled neither.
                if cell.is_empty() || cell.len() + usize::from(*scale) > 18 {
                    return None;
                }
                let whole = cell.bytes().try_fold(0i64, |n, c| {
                    c.is_ascii_digit().then(|| n * 10 + i64::from(c - b'0'))
                })?;
                let value = whole * 10i64.pow(u32::from(*scale));
                (*min..=*max).contains(&value).then_some(value)
            }
            Self::Date { min, max } => parse_date(cell).filter(|day| (min..=max).contains(&day)),
        }
    }
}

fn strip_line_end(line: &str) -> &str {
    let line = line.strip_suffix('\n').unwrap_or(line);
    line.strip_suffix('\r').unwrap_or(line)
}

/// The cells of one line.
struct Cells<'l> {
    rest: Option<&'l str>,
}

impl<'l> Cells<'l> {
    fn of(line: &'l str) -> Self {
        Self { rest: Some(line) }
    }

    fn quoted(&mut self, inside: &'l str) -> Result<Cow<'l, str>, String> {
        let mut text = Cow::Borrowed("");
        let mut rest = inside;
        loop {
            let Some((part, after)) = rest.split_once('"') else {
                return Err("a cell's quote is not closed on its line".to_owned());
            };
            if text.is_empty() {
                text = Cow::Borrowed(part)
            } else {
                text.to_mut().push_str(part)
            }
            match after.as_bytes().first() {
                None => {
                    self.rest = None;
                    return Ok(text);
                }
                Some(b',') => {
                    self.rest = after.get(1..);
                    return Ok(text);
                }
                Some(b'"') => {
                    text.to_mut().push('"');
                    rest = after.get(1..).unwrap_or_default();
                }
                Some(_) => return Err("a cell goes on after its closing quote".to_owned()),
            }
        }
    }
}

impl<'l> Iterator for Cells<'l> {
    type Item = Result<Cow<'l, str>, String>;

    fn next(&mut self) -> Option<Self::Item> {
        let line = self.rest.take()?;
        if let Some(inside) = line.strip_prefix('"') {
            return Some(self.quoted(inside));
        }
        let end = line.bytes().position(|byte| byte == b',');
        let cell = match end {
            Some(end) => {
                self.rest = line.get(end + 1..);
                line.get(..end).unwrap_or_default()
            }
            None => line,
        };
        Some(Ok(Cow::Borrowed(cell.trim_matches(' '))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(line: &str) -> Result<Vec<String>, String> {
        Cells::of(line)
            .map(|cell| cell.map(Cow::into_owned))
            .collect()
    }

    #[test]
    fn cells_are_split_at_commas_outside_quotes() {
        assert_eq!(cells("a,b,c").unwrap(), ["a", "b", "c"]);
        assert_eq!(cells("").unwrap(), [""]);
        assert_eq!(cells(",").unwrap(), ["", ""]);
        assert_eq!(
            cells("\"a,b\",\"say \"\"hi\"\"\", c ").unwrap(),
            ["a,b", "say \"hi\"", "c"]
        );
        assert_eq!(cells("\"\",\"\"\"\"").unwrap(), ["", "\""]);
        assert_eq!(cells("5\"x,王").unwrap(), ["5\"x", "王"]);
    }

    #[test]
    fn a_stray_quote_is_an_error_of_its_line() {
        assert_eq!(
            cells("\"a,b").unwrap_err(),
            "a cell's quote is not closed on its line"
        );
        assert_eq!(
            cells("\"a\"b,c").unwrap_err(),
            "a cell goes on after its closing quote"
        );
    }
}
