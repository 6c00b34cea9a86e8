//! A table out of a file: CSV in UTF-8, UTF-16 or GB18030, with commas, semicolons or tabs, or XLSX.

mod csv;
mod text;
mod workbook;

use crate::place::{Problem, Words};
use crate::table::Table;

/// How large a table may be. What is larger is refused, with words that say what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The file.
    pub bytes: usize,
    /// All that is packed in a workbook, unpacked, in bytes: a small file may hide a huge one.
    pub unpacked: u64,
    /// The cells' texts together, in bytes.
    pub text: usize,
    /// Rows with content, the header among them.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            bytes: 64 << 20,
            unpacked: 1 << 30,
            text: 256 << 20,
            rows: 1_100_000,
            columns: 16_384,
        }
    }
}

/// Notes about single cells that a table carries; more are counted.
const MOST_NOTES: usize = 20;

/// Reads a file; `sheet` names one of a workbook's sheets instead of the first with content.
///
/// # Errors
/// Why the file is not a table, or a larger one than `limits` allow.
pub fn read(bytes: &[u8], sheet: Option<&str>, limits: &Limits) -> Result<Table, Words> {
    if bytes.len() > limits.bytes {
        let most = mebibytes(limits.bytes as u64);
        return Err((
            format!("the file is larger than {most}: take it apart, or leave columns out"),
            format!("文件超过 {most}：请分成几份，或者去掉用不到的列"),
        ));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return workbook::read(bytes, sheet, limits);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err((
            "this is an old `.xls` workbook, or one with a password: save it as `.xlsx` or CSV without a password"
                .to_owned(),
            "这是旧的 .xls 文件，或者加了密码：请另存为不带密码的 .xlsx 或 CSV".to_owned(),
        ));
    }
    let mut table = Table::new(false);
    let text = text::decode(bytes, &mut table.notes)?;
    csv::read(&text, table, limits)
}

/// `20 MiB`, `512 kB`.
fn mebibytes(bytes: u64) -> String {
    match bytes >> 20 {
        0 => format!("{} kB", bytes.div_ceil(1_000)),
        whole => format!("{whole} MiB"),
    }
}

/// Whether there is room for what is being written; the words say what is too much.
fn within(table: &Table, limits: &Limits) -> Result<(), Words> {
    // One more row is being written.
    if table.len() >= limits.rows && table.open() > 0 {
        let most = limits.rows.saturating_sub(1);
        return Err((
            format!("the table has more than {most} rows: take it apart"),
            format!("表超过 {most} 行：请分成几份"),
        ));
    }
    if table.open() > limits.columns {
        let most = limits.columns;
        return Err((
            format!("the table has more than {most} columns: leave those out that are not needed"),
            format!("表超过 {most} 列：请去掉用不到的列"),
        ));
    }
    if table.bytes() > limits.text {
        let most = mebibytes(limits.text as u64);
        return Err((
            format!(
                "the cells hold more than {most} of text: leave columns out that are not needed"
            ),
            format!("格子里的文字超过 {most}：请去掉用不到的列"),
        ));
    }
    Ok(())
}

/// Notes about cells of one kind: the first ones, and how many more there are.
struct Notes {
    all: Vec<Problem>,
    more: usize,
}

impl Notes {
    fn new() -> Notes {
        Notes {
            all: Vec::new(),
            more: 0,
        }
    }

    fn add(&mut self, note: impl FnOnce() -> Problem) {
        match self.all.len() < MOST_NOTES {
            true => self.all.push(note()),
            false => self.more += 1,
        }
    }

    fn finish(mut self, table: &mut Table) {
        if self.more > 0 {
            let more = self.more;
            let words = (
                format!("the same holds for {more} more cells"),
                format!("另有 {more} 格也是这样"),
            );
            self.all.push(Problem::new(crate::Place::default(), words));
        }
        table.notes.append(&mut self.all);
    }
}
