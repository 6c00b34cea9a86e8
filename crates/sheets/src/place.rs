//! Where something is in a table, and what is wrong there.

use core::fmt;

/// What is wrong and what to do, in English and Chinese.
pub type Words = (String, String);

/// Where something is: nowhere in particular, a row, or a cell. `Display` is English.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The line of a file or the number of a sheet's row, from 1; 0 for the whole table.
    pub line: usize,
    /// The column's place, from 0, and its name, which may be empty.
    pub column: Option<(usize, String)>,
    /// Whether a cell is called `F3`.
    pub is_xlsx: bool,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = self.line;
        match &self.column {
            _ if line == 0 => Ok(()),
            Some((at, name)) => {
                match self.is_xlsx {
                    true => write!(f, "cell {}{line}", letters(*at))?,
                    false => write!(f, "line {line}, column {}", at + 1)?,
                }
                match name.is_empty() {
                    true => Ok(()),
                    false => write!(f, " ({name})"),
                }
            }
            None if self.is_xlsx => write!(f, "row {line}"),
            None => write!(f, "line {line}"),
        }
    }
}

impl Place {
    /// The same in Chinese: `第 3 行，第 6 列（价格）`, `单元格 F3（价格）`.
    pub fn zh(&self) -> String {
        let line = self.line;
        match &self.column {
            _ if line == 0 => String::new(),
            Some((at, name)) => {
                let place = match self.is_xlsx {
                    true => format!("单元格 {}{line}", letters(*at)),
                    false => format!("第 {line} 行，第 {} 列", at + 1),
                };
                match name.is_empty() {
                    true => place,
                    false => format!("{place}（{name}）"),
                }
            }
            None => format!("第 {line} 行"),
        }
    }
}

/// Something wrong in a table, or worth a look, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What is wrong and what to do.
    pub en: String,
    /// The same.
    pub zh: String,
}

impl Problem {
    /// These words, said of a place.
    pub fn new(place: Place, (en, zh): Words) -> Problem {
        Problem { place, en, zh }
    }
}

/// `A`, `B`, … `Z`, `AA` for a column's place.
pub(crate) fn letters(mut at: usize) -> String {
    let mut text = String::new();
    loop {
        let letter = u8::try_from(at % 26).unwrap_or(0);
        text.insert(0, char::from(b'A' + letter));
        match (at / 26).checked_sub(1) {
            Some(rest) => at = rest,
            None => return text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        let named: Vec<String> = [0, 25, 26, 51, 52, 701, 702].map(letters).to_vec();
        assert_eq!(named, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn a_place_is_named_as_the_program_that_shows_the_table_does() {
        let mut place = Place {
            line: 3,
            column: Some((5, "价格".to_owned())),
            is_xlsx: true,
        };
        assert_eq!(place.to_string(), "cell F3 (价格)");
        assert_eq!(place.zh(), "单元格 F3（价格）");
        place.is_xlsx = false;
        assert_eq!(place.to_string(), "line 3, column 6 (价格)");
        assert_eq!(place.zh(), "第 3 行，第 6 列（价格）");
        place.column = None;
        assert_eq!(
            (place.to_string(), place.zh()),
            ("line 3".into(), "第 3 行".into())
        );
        assert_eq!(Place::default().to_string() + &Place::default().zh(), "");
    }
}
