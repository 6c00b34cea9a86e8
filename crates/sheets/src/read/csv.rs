//! Tables with separators.

use super::{Limits, Notes, within};
use crate::place::{Problem, Words};
use crate::table::Table;

/// The separator that the header line has most of, outside of quotes.
fn separator(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.trim_start_matches(['\r', '\n']).bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ if quoted => {}
            _ => {
                for (separator, count) in &mut counts {
                    *count += usize::from(*separator == byte);
                }
            }
        }
    }
    let most = counts.into_iter().rev().max_by_key(|(_, count)| *count);
    most.map_or(b',', |(separator, _)| separator)
}

/// Reads the rows of a text into a table.
pub(super) fn read(text: &str, mut table: Table, limits: &Limits) -> Result<Table, Words> {
    // The reader takes a quote that is never closed for a very long cell.
    if text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
        let line = text
            .lines()
            .position(|line| line.matches('"').count() % 2 == 1);
        let line = line.map_or(1, |line| line + 1);
        return Err((
            format!(
                "line {line} has a quote that is not closed: double a quote that belongs to the text (\"\")"
            ),
            format!("第 {line} 行有未闭合的引号：内容里的引号要写两遍（\"\"）"),
        ));
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(text))
        .from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    loop {
        let more = reader.read_record(&mut record).map_err(|error| {
            (
                format!("the table can't be read: {error}"),
                format!("表格无法读取：{error}"),
            )
        })?;
        if !more {
            break;
        }
        for cell in &record {
            table.push(cell);
        }
        within(&table, limits)?;
        let line = record.position().map_or(0, csv::Position::line);
        table.end_row(usize::try_from(line).unwrap_or(0));
    }
    let mut notes = Notes::new();
    for row in table.rows() {
        for (at, cell) in row.cells().enumerate() {
            if cell.starts_with('=') {
                notes.add(|| {
                    let cell = short(cell);
                    let words = (
                        format!("`{cell}` looks like a formula: it is taken as text"),
                        format!("「{cell}」像是公式：按文字处理"),
                    );
                    Problem::new(row.place(Some((at, ""))), words)
                });
            }
        }
    }
    notes.finish(&mut table);
    Ok(table)
}

/// A cell's beginning, for a message.
fn short(cell: &str) -> String {
    match cell.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", cell.get(..end).unwrap_or_default()),
        None => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_the_header_lines_commonest() {
        assert_eq!(separator("a,b;c,d\n1;2;3;4;5"), b',');
        assert_eq!(separator("a;b;c\n"), b';');
        assert_eq!(separator("a\tb"), b'\t');
        assert_eq!(separator("\"a;b;c\",d"), b',');
        assert_eq!(separator("only"), b',');
    }
}
