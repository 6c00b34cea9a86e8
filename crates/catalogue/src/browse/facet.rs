//! What can be filtered by.

/// The value of a document that has none: it passes no filter of the facet and is not counted.
pub const NONE: u16 = u16::MAX;

/// Something that documents can be filtered by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// Its name in addresses and commands: `district`.
    pub key: &'static str,
    /// Its values, by their numbers.
    pub values: Vec<Value>,
    /// What each document has.
    pub column: Column,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// Its name in addresses and commands: `310115`.
    pub id: String,
    /// Its name as the data have it: `浦东新区`. Empty where the page has the word for it.
    pub name: String,
}

impl Value {
    /// A value that the page has a word for.
    pub fn plain(id: &str) -> Value {
        Value {
            id: id.to_owned(),
            name: String::new(),
        }
    }
}

/// What each document has of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Column {
    /// One value, or [`NONE`].
    One(Vec<u16>),
    /// Any of the first 32 values, as bits.
    Many(Vec<u32>),
    /// A number; `u32::MAX` is not known and passes no filter. The facet's values are bands:
    /// value n is up to and with `bounds[n]`, the one after the last is everything above.
    Number {
        /// Each document's number.
        numbers: Vec<u32>,
        /// Upper bounds of the bands, ascending.
        bounds: Vec<u32>,
    },
}

/// What is chosen in a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Any of these values (of a number: bands).
    Any(Vec<u16>),
    /// A number up to and with this; other columns have none.
    AtMost(u32),
}

impl Facet {
    /// The number of a value by its id or its name.
    pub fn value(&self, word: &str) -> Option<u16> {
        let at = self
            .values
            .iter()
            .position(|value| value.id == word || (!word.is_empty() && value.name == word))?;
        u16::try_from(at).ok()
    }

    /// How many of some documents have each value.
    ///
    /// A column at a time: this is most of what a keystroke costs.
    pub(super) fn count<'a>(&self, documents: impl Iterator<Item = &'a u32>) -> Vec<u32> {
        let mut counts = vec![0; self.values.len()];
        let mut add = |value: u16| {
            if let Some(count) = counts.get_mut(usize::from(value)) {
                *count += 1;
            }
        };
        match &self.column {
            Column::One(values) => {
                for document in documents {
                    add(values.get(*document as usize).copied().unwrap_or(NONE));
                }
            }
            Column::Many(bits) => {
                for document in documents {
                    let mut rest = bits.get(*document as usize).copied().unwrap_or(0);
                    while rest != 0 {
                        add(rest.trailing_zeros() as u16);
                        rest &= rest - 1;
                    }
                }
            }
            Column::Number { numbers, bounds } => {
                for document in documents {
                    match numbers.get(*document as usize) {
                        Some(number) if *number != u32::MAX => add(band(bounds, *number)),
                        _ => {}
                    }
                }
            }
        }
        counts
    }

    /// Whether a document passes a filter.
    pub(super) fn passes(&self, document: u32, filter: &Filter) -> bool {
        let at = document as usize;
        match (&self.column, filter) {
            (Column::One(values), Filter::Any(wanted)) => values
                .get(at)
                .is_some_and(|value| *value != NONE && wanted.contains(value)),
            (Column::Many(bits), Filter::Any(wanted)) => {
                let bits = bits.get(at).copied().unwrap_or(0);
                wanted
                    .iter()
                    .any(|value| *value < 32 && bits & (1 << value) != 0)
            }
            (Column::Number { numbers, bounds }, filter) => {
                let number = numbers.get(at).copied().unwrap_or(u32::MAX);
                number != u32::MAX
                    && match filter {
                        Filter::Any(wanted) => wanted.contains(&band(bounds, number)),
                        Filter::AtMost(most) => number <= *most,
                    }
            }
            (_, Filter::AtMost(_)) => false,
        }
    }
}

/// The band of a number.
fn band(bounds: &[u32], number: u32) -> u16 {
    bounds.partition_point(|bound| *bound < number) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_in_one_band() {
        let bounds = [0, 500, 1000];
        for (number, at) in [(0, 0), (1, 1), (500, 1), (501, 2), (1000, 2), (1001, 3)] {
            assert_eq!(band(&bounds, number), at, "{number}");
        }
    }

    #[test]
    fn what_is_not_known_passes_nothing() {
        let one = Facet {
            key: "district",
            values: vec![Value::plain("a")],
            column: Column::One(vec![0, NONE]),
        };
        assert!(one.passes(0, &Filter::Any(vec![0])));
        assert!(!one.passes(1, &Filter::Any(vec![0, NONE])));
        assert!(!one.passes(7, &Filter::Any(vec![0])));
        assert!(!one.passes(0, &Filter::AtMost(9)));
        assert_eq!(one.value("a"), Some(0));
        assert_eq!(one.value(""), None);
        let number = Facet {
            key: "price",
            values: vec![],
            column: Column::Number {
                numbers: vec![500, u32::MAX],
                bounds: vec![500],
            },
        };
        assert!(number.passes(0, &Filter::AtMost(500)));
        assert!(!number.passes(0, &Filter::AtMost(499)));
        assert!(!number.passes(1, &Filter::AtMost(u32::MAX)));
        assert!(!number.passes(1, &Filter::Any(vec![0, 1])));
    }
}
