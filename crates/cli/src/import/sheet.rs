//! A table out of a file: CSV in UTF-8, UTF-16 or GB18030, with commas, semicolons or tabs, or XLSX.

use super::{Problem, Words};
use calamine::{Data, Reader, Xlsx};
use std::io::Cursor;

/// The largest file, in bytes.
const MAX: usize = 64 << 20;

/// A table's rows, with the header first.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Rows that are not empty.
    pub rows: Vec<SheetRow>,
    /// What somebody should know about the file.
    pub notes: Vec<Problem>,
}

/// A row.
#[derive(Debug)]
pub struct SheetRow {
    /// Its line in the file, or its number in the sheet, from 1.
    pub line: usize,
    /// Its cells.
    pub cells: Vec<String>,
    /// Whether a cell is called `F3`.
    is_xlsx: bool,
}

impl SheetRow {
    /// Where a cell is, or the row.
    pub fn place(&self, cell: Option<(usize, &str)>) -> String {
        match cell {
            Some((at, name)) if self.is_xlsx => {
                format!("cell {}{} ({name})", letters(at), self.line)
            }
            Some((at, name)) => format!("line {}, column {} ({name})", self.line, at + 1),
            None if self.is_xlsx => format!("row {}", self.line),
            None => format!("line {}", self.line),
        }
    }
}

/// `A`, `B`, … `Z`, `AA` for a column's place.
fn letters(mut at: usize) -> String {
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

/// Reads a file; `sheet` names one of a workbook's sheets instead of the first with content.
///
/// # Errors
/// Why the file is not a table.
pub fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Sheet, Words> {
    if bytes.len() > MAX {
        return Err((
            format!("the file is larger than {} MiB", MAX >> 20),
            format!("文件超过 {} MiB", MAX >> 20),
        ));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return workbook(bytes, sheet);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err((
            "this is an old `.xls` workbook: save it as `.xlsx` or CSV".to_owned(),
            "这是旧的 .xls 文件：请另存为 .xlsx 或 CSV".to_owned(),
        ));
    }
    let mut notes = Vec::new();
    let text = decode(bytes, &mut notes)?;
    csv(&text, notes)
}

fn decode(bytes: &[u8], notes: &mut Vec<Problem>) -> Result<String, Words> {
    // A byte order mark decides.
    if let Some((encoding, length)) = encoding_rs::Encoding::for_bom(bytes) {
        let rest = bytes.get(length..).unwrap_or_default();
        let (text, wrong) = encoding.decode_without_bom_handling(rest);
        if wrong {
            return Err((
                format!(
                    "the file says that it is {} and is not: save it as CSV UTF-8",
                    encoding.name()
                ),
                format!(
                    "文件标明是 {}，内容却不是：请另存为 CSV UTF-8",
                    encoding.name()
                ),
            ));
        }
        return Ok(text.into_owned());
    }
    let valid = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(text.to_owned()),
        Err(error) => error.valid_up_to(),
    };
    let (text, wrong) = encoding_rs::GB18030.decode_without_bom_handling(bytes);
    if wrong || !text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) {
        let line = bytes
            .iter()
            .take(valid)
            .filter(|byte| **byte == b'\n')
            .count()
            + 1;
        return Err((
            format!("line {line} is neither UTF-8 nor GB18030: save the table as CSV UTF-8"),
            format!("第 {line} 行既不是 UTF-8 也不是 GB18030：请另存为 CSV UTF-8"),
        ));
    }
    let words = (
        "the file is not UTF-8 and was read as GB18030".to_owned(),
        "文件不是 UTF-8，已按 GB18030 读取".to_owned(),
    );
    notes.push(Problem::new("", words));
    Ok(text.into_owned())
}

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

fn csv(text: &str, mut notes: Vec<Problem>) -> Result<Sheet, Words> {
    let separator = separator(text);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
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
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| {
            (
                format!("the table can't be read: {error}"),
                format!("表格无法读取：{error}"),
            )
        })?;
        let line = record.position().map_or(0, csv::Position::line);
        let cells: Vec<String> = record.iter().map(str::to_owned).collect();
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(SheetRow {
                line: usize::try_from(line).unwrap_or(0),
                cells,
                is_xlsx: false,
            });
        }
    }
    for row in &rows {
        for (at, cell) in row.cells.iter().enumerate() {
            if cell.trim_start().starts_with('=') {
                let words = (
                    format!("`{cell}` looks like a formula: it is taken as text"),
                    format!("「{cell}」像是公式：按文字处理"),
                );
                let place = format!("line {}, column {}", row.line, at + 1);
                notes.push(Problem::new(place, words));
            }
        }
    }
    Ok(Sheet { rows, notes })
}

fn workbook(bytes: &[u8], wanted: Option<&str>) -> Result<Sheet, Words> {
    let unreadable = |error: String| {
        (
            format!("the workbook can't be read: {error}; save it again, or as CSV UTF-8"),
            format!("工作簿无法读取：{error}；请重新保存，或另存为 CSV UTF-8"),
        )
    };
    let mut book: Xlsx<_> =
        Xlsx::new(Cursor::new(bytes)).map_err(|error| unreadable(error.to_string()))?;
    let names = book.sheet_names().to_vec();
    if let Some(wanted) = wanted
        && !names.iter().any(|name| name == wanted)
    {
        let names = names.join("`, `");
        return Err((
            format!("there is no sheet `{wanted}`; there are `{names}`"),
            format!("没有工作表「{wanted}」；现有：{names}"),
        ));
    }
    let mut sheet = Sheet::default();
    for name in names
        .iter()
        .filter(|name| wanted.is_none_or(|it| it == **name))
    {
        let range = book
            .worksheet_range(name)
            .map_err(|error| unreadable(error.to_string()))?;
        let first_row = range.start().map_or(0, |(row, _)| row as usize);
        let first_column = range.start().map_or(0, |(_, column)| column as usize);
        for (at, cells) in range.rows().enumerate() {
            let blank = vec![String::new(); first_column];
            let row = SheetRow {
                line: first_row + at + 1,
                cells: blank.into_iter().chain(cells.iter().map(text)).collect(),
                is_xlsx: true,
            };
            if row.cells.iter().any(|cell| !cell.trim().is_empty()) {
                sheet.rows.push(row);
            }
        }
        if sheet.rows.is_empty() {
            continue;
        }
        if let Ok(formulas) = book.worksheet_formula(name) {
            let (row, column) = formulas.start().unwrap_or((0, 0));
            for (down, across, formula) in formulas.used_cells() {
                let place = format!(
                    "cell {}{}",
                    letters(column as usize + across),
                    row as usize + down + 1
                );
                let words = (
                    format!(
                        "the formula `={formula}` is not computed: the value that was saved is taken"
                    ),
                    format!("公式「={formula}」不会计算：取保存时的值"),
                );
                sheet.notes.push(Problem::new(place, words));
            }
        }
        break;
    }
    Ok(sheet)
}

/// A cell as a person would type it.
fn text(cell: &Data) -> String {
    match cell {
        Data::DateTime(day) if day.is_datetime() => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        // `#N/A`: no column takes it, so it is told with its place.
        other => other.to_string(),
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
    fn the_separator_is_the_header_lines_commonest() {
        assert_eq!(separator("a,b;c,d\n1;2;3;4;5"), b',');
        assert_eq!(separator("a;b;c\n"), b';');
        assert_eq!(separator("a\tb"), b'\t');
        assert_eq!(separator("\"a;b;c\",d"), b',');
        assert_eq!(separator("only"), b',');
    }
}
