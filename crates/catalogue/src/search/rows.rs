//! Lists of numbers for each of many things, end to end.

use super::wire::small;

/// Lists end to end: the terms of each document, the documents of each term.
#[derive(Clone, Debug)]
pub(super) struct Rows {
    // INVARIANT: ascending, from 0 to the length of `values`.
    starts: Vec<u32>,
    values: Vec<u32>,
}

impl Default for Rows {
    fn default() -> Rows {
        Rows {
            starts: vec![0],
            values: Vec::new(),
        }
    }
}

impl Rows {
    /// Adds a list at the end.
    pub(super) fn push(&mut self, row: &[u32]) {
        self.values.extend_from_slice(row);
        self.starts.push(small(self.values.len()));
    }

    /// How many lists there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// A list; empty if there is none of that number.
    pub(super) fn row(&self, number: u32) -> &[u32] {
        let at = number as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(from), Some(to)) => self.values.get(*from as usize..*to as usize).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// The other way round: for each value below `values` the numbers of the lists that have
    /// it, ascending.
    pub(super) fn turned(&self, values: usize) -> Rows {
        let mut starts = vec![0u32; values + 2];
        for value in &self.values {
            if let Some(count) = starts.get_mut(*value as usize + 2) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for count in &mut starts {
            sum += *count;
            *count = sum;
        }
        // `starts[value + 1]` is now where the next number of a value goes; at the end it is
        // where the value after it begins.
        let mut turned = vec![0u32; self.values.len()];
        for number in 0..small(self.len()) {
            for value in self.row(number) {
                if let Some(at) = starts.get_mut(*value as usize + 1)
                    && let Some(slot) = turned.get_mut(*at as usize)
                {
                    *slot = number;
                    *at += 1;
                }
            }
        }
        starts.pop();
        Rows {
            starts,
            values: turned,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turning_gives_who_has_a_value() {
        let mut rows = Rows::default();
        rows.push(&[2, 0]);
        rows.push(&[]);
        rows.push(&[2]);
        let turned = rows.turned(4);
        assert_eq!(turned.len(), 4);
        assert_eq!(turned.row(0), [0]);
        assert_eq!(turned.row(1), [] as [u32; 0]);
        assert_eq!(turned.row(2), [0, 2]);
        assert_eq!(turned.row(9), [] as [u32; 0]);
    }
}
