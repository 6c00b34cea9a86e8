//! Tables in workbooks.

use super::{Limits, Notes, mebibytes, within};
use crate::place::{Place, Problem, Words};
use crate::table::Table;
use calamine::{DataRef, Reader, Xlsx, XlsxError};
use std::io::Cursor;
use zip::ZipArchive;

type Source<'b> = Cursor<&'b [u8]>;

/// Reads a workbook's sheet of that name, or the first with content.
pub(super) fn read(bytes: &[u8], wanted: Option<&str>, limits: &Limits) -> Result<Table, Words> {
    room(bytes, limits)?;
    let mut book: Xlsx<Source> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
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
    for name in &names {
        if wanted.is_none_or(|it| it == name) {
            let table = sheet(&mut book, name, limits)?;
            if !table.is_empty() {
                return Ok(table);
            }
        }
    }
    Ok(Table::new(true))
}

fn unreadable(error: impl ToString) -> Words {
    let error = error.to_string();
    (
        format!("the workbook can't be read: {error}; save it again, or as CSV UTF-8"),
        format!("工作簿无法读取：{error}；请重新保存，或另存为 CSV UTF-8"),
    )
}

/// Refuses a workbook that unpacks to more than is allowed. The reader holds every file in it to
/// the size that is declared here.
fn room(bytes: &[u8], limits: &Limits) -> Result<(), Words> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    match archive.decompressed_size() {
        Some(size) if size <= u128::from(limits.unpacked) => Ok(()),
        _ => {
            let most = mebibytes(limits.unpacked);
            Err((
                format!(
                    "the workbook unpacks to more than {most}: save the table alone, as CSV UTF-8"
                ),
                format!("工作簿解开后超过 {most}：请只保留这张表，另存为 CSV UTF-8"),
            ))
        }
    }
}

fn sheet(book: &mut Xlsx<Source>, name: &str, limits: &Limits) -> Result<Table, Words> {
    let mut table = Table::new(true);
    let mut notes = Notes::new();
    let mut cells = match book.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        // A chart, for one, has no cells.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(table),
        Err(error) => return Err(unreadable(error)),
    };
    let mut at = 0;
    while let Some(record) = cells.next_cell_with_formula().map_err(unreadable)? {
        let (row, column) = (record.pos.0 as usize, record.pos.1 as usize);
        if row != at {
            table.end_row(at + 1);
        }
        let blank = matches!(record.value, DataRef::Empty);
        if row < at || (row == at && column < table.open()) {
            return Err(unreadable("its cells are not in order"));
        }
        at = row;
        if let Some(formula) = &record.formula {
            notes.add(|| formula_note(formula, blank, row, column));
        }
        if blank {
            continue;
        }
        if column >= limits.columns {
            // Refused with the words for too many columns.
            (0..=limits.columns).for_each(|_| table.push(""));
            within(&table, limits)?;
        }
        while table.open() < column {
            table.push("");
        }
        push(&mut table, &record.value);
        within(&table, limits)?;
    }
    table.end_row(at + 1);
    notes.finish(&mut table);
    Ok(table)
}

fn formula_note(formula: &str, blank: bool, row: usize, column: usize) -> Problem {
    let formula: String = formula.chars().take(60).collect();
    let words = match blank {
        false => (
            format!("the formula `={formula}` is not computed: the value that was saved is taken"),
            format!("公式「={formula}」不会计算：取保存时的值"),
        ),
        true => (
            format!(
                "the formula `={formula}` is not computed and no value was saved: the cell counts as empty"
            ),
            format!("公式「={formula}」不会计算，也没有保存的值：按空格子处理"),
        ),
    };
    let place = Place {
        line: row + 1,
        column: Some((column, String::new())),
        is_xlsx: true,
    };
    Problem::new(place, words)
}

/// Adds a cell as a person would type it.
fn push(table: &mut Table, value: &DataRef<'_>) {
    match value {
        DataRef::String(text) => table.push(text),
        DataRef::SharedString(text) => table.push(text),
        DataRef::DateTime(day) if day.is_datetime() => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            table.push(&format!("{year:04}-{month:02}-{day:02}"));
        }
        DataRef::Int(number) => table.push(&number.to_string()),
        DataRef::Float(number) => table.push(&number.to_string()),
        DataRef::Bool(truth) => table.push(if *truth { "true" } else { "false" }),
        DataRef::DateTimeIso(text) => table.push(text),
        // `#N/A`: no column takes it, so it is told with its place.
        other => table.push(&calamine::Data::from(other.clone()).to_string()),
    }
}
