//! A table's cells, all in one text: a cell of its own for each would take most of the memory.

use crate::place::{Place, Problem};

/// A table: rows that are not empty, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// All cells' texts, one behind the other.
    text: String,
    /// Where each cell's text ends.
    ends: Vec<u32>,
    /// Each row's line, and where its cells end.
    rows: Vec<(u32, u32)>,
    /// Whether it comes out of a workbook.
    pub is_xlsx: bool,
    /// What somebody should know about the file.
    pub notes: Vec<Problem>,
}

/// A row of a table.
#[derive(Clone, Copy, Debug)]
pub struct Row<'t> {
    table: &'t Table,
    /// Its line in the file, or its number in the sheet, from 1.
    pub line: usize,
    from: usize,
    to: usize,
}

impl Table {
    /// An empty table.
    pub(crate) fn new(is_xlsx: bool) -> Table {
        Table {
            is_xlsx,
            ..Table::default()
        }
    }

    /// Adds a cell to the row that is being written. Its ends are trimmed of line ends and such
    /// only by who reads it.
    pub(crate) fn push(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.ends
            .push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    /// How many cells the row that is being written has.
    pub(crate) fn open(&self) -> usize {
        let from = self.rows.last().map_or(0, |(_, to)| *to as usize);
        self.ends.len() - from
    }

    /// Ends the row that is being written; one without content is forgotten.
    pub(crate) fn end_row(&mut self, line: usize) {
        let from = self.rows.last().map_or(0, |(_, to)| *to as usize);
        let start = self.start(from);
        let is_blank = self
            .text
            .get(start..)
            .is_none_or(|text| text.trim().is_empty());
        if is_blank {
            self.text.truncate(start);
            self.ends.truncate(from);
            return;
        }
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        self.rows.push((count(line), count(self.ends.len())));
    }

    /// How many bytes its cells have.
    pub(crate) fn bytes(&self) -> usize {
        self.text.len()
    }

    /// Where a cell's text begins.
    fn start(&self, cell: usize) -> usize {
        let before = cell.checked_sub(1).and_then(|before| self.ends.get(before));
        before.map_or(0, |end| *end as usize)
    }

    /// How many rows there are, the header among them.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// A row.
    pub fn row(&self, at: usize) -> Option<Row<'_>> {
        let (line, to) = *self.rows.get(at)?;
        let before = at.checked_sub(1).and_then(|before| self.rows.get(before));
        Some(Row {
            table: self,
            line: line as usize,
            from: before.map_or(0, |(_, to)| *to as usize),
            to: to as usize,
        })
    }

    /// All rows.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.len()).filter_map(|at| self.row(at))
    }
}

impl<'t> Row<'t> {
    /// How many cells it has.
    pub fn count(self) -> usize {
        self.to - self.from
    }

    /// A cell, without spaces at its ends; empty where there is none.
    pub fn cell(self, at: usize) -> &'t str {
        let cell = self.from + at;
        let ends = &self.table.ends;
        let text = match ends.get(cell) {
            Some(end) if cell < self.to => {
                let span = self.table.start(cell)..*end as usize;
                self.table.text.get(span).unwrap_or_default()
            }
            _ => "",
        };
        text.trim()
    }

    /// All cells.
    pub fn cells(self) -> impl Iterator<Item = &'t str> {
        (0..self.count()).map(move |at| self.cell(at))
    }

    /// Where a cell is, by its place and its column's name, or the row.
    pub fn place(self, cell: Option<(usize, &str)>) -> Place {
        Place {
            line: self.line,
            column: cell.map(|(at, name)| (at, name.to_owned())),
            is_xlsx: self.table.is_xlsx,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_come_back_and_blank_rows_are_gone() {
        let mut table = Table::new(false);
        let rows: [&[&str]; 4] = [&["a", "", " b "], &["", " "], &[], &["", "c"]];
        for (line, cells) in (1..).zip(rows) {
            cells.iter().for_each(|cell| table.push(cell));
            assert_eq!(table.open(), cells.len());
            table.end_row(line);
        }
        let read: Vec<(usize, Vec<&str>)> = table
            .rows()
            .map(|row| (row.line, row.cells().collect()))
            .collect();
        assert_eq!(read, [(1, vec!["a", "", "b"]), (4, vec!["", "c"])]);
        assert_eq!(table.row(1).unwrap().cell(7), "");
        assert_eq!(table.row(0).unwrap().cell(3), "", "not the next row's");
        assert!(table.row(2).is_none());
    }
}
