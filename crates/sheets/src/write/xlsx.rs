//! Workbooks: sheets of texts, figures and days, with widths, a frozen header and lists to choose
//! from.
//!
//! A text is a string cell and never run, whatever it begins with. Figures are written as the
//! decimals they are given as: no binary fraction comes near an amount.

use super::zip::{Entry, Zip};
use crate::place::letters;
use std::collections::HashMap;
use std::fmt::Write as _;

/// Days from 1899-12-30, the day 0 of workbooks, to 1970-01-01.
const EPOCH: i64 = 25_569;

/// The places of the cells' looks in `styles.xml`.
const PLAIN: u8 = 0;
const HEAD: u8 = 1;
const WHOLE: u8 = 2;
const CENTS: u8 = 3;
const DATE: u8 = 4;
const WRAPPED: u8 = 5;

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell<'c> {
    /// Nothing.
    Empty,
    /// A text.
    Text(&'c str),
    /// A text of the header.
    Head(&'c str),
    /// A text of several lines.
    Lines(&'c str),
    /// A figure as a plain decimal: `1234.5`.
    Number(&'c str),
    /// A number of a line, shown without separators.
    Line(u32),
    /// A day, counted from 1970-01-01.
    Day(i64),
}

/// A list that the cells of a column choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The column's place.
    pub column: usize,
    /// The list's sheet.
    pub sheet: String,
    /// The column in that sheet where it stands, from row 2 on.
    pub from: usize,
    /// How many words it has.
    pub count: usize,
}

/// How a sheet looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Each column's width, in letters; further ones have the usual width.
    pub widths: Vec<u16>,
    /// How many rows and columns stay in sight.
    pub frozen: (u32, u32),
    /// Lists to choose from, from row 2 on.
    pub choices: Vec<Choice>,
    /// How many columns' header has a filter.
    pub filter: usize,
}

/// A workbook that is being written: sheet by sheet, row by row.
#[derive(Default)]
pub struct Book {
    zip: Zip,
    /// Sheets' names.
    names: Vec<String>,
    /// The open sheet, its columns with a filter, and what follows.
    open: Option<(Entry, usize, String)>,
    row: u32,
    /// Rows not yet packed.
    text: String,
    strings: HashMap<String, u32>,
    /// The strings in order, as XML.
    list: String,
    uses: u64,
}

impl Book {
    /// A workbook without sheets.
    pub fn new() -> Book {
        Book::default()
    }

    /// Begins a sheet. `name` has at most 31 letters, none of them one of `[]:*?/\`.
    pub fn sheet(&mut self, name: &str, layout: &Layout) {
        self.close();
        self.names.push(name.to_owned());
        let mut head = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews><sheetView workbookViewId=\"0\">",
        );
        let (rows, columns) = layout.frozen;
        if rows + columns > 0 {
            head.push_str("<pane");
            for (name, count) in [("xSplit", columns), ("ySplit", rows)] {
                if count > 0 {
                    let _ = write!(head, " {name}=\"{count}\"");
                }
            }
            let pane = match (rows, columns) {
                (_, 0) => "bottomLeft",
                (0, _) => "topRight",
                _ => "bottomRight",
            };
            let corner = letters(columns as usize);
            let _ = write!(
                head,
                " topLeftCell=\"{corner}{}\" activePane=\"{pane}\" state=\"frozen\"/>",
                rows + 1
            );
        }
        head.push_str("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"16\"/>");
        if !layout.widths.is_empty() {
            head.push_str("<cols>");
            for (at, width) in (1..).zip(&layout.widths) {
                let _ = write!(
                    head,
                    "<col min=\"{at}\" max=\"{at}\" width=\"{width}\" customWidth=\"1\"/>"
                );
            }
            head.push_str("</cols>");
        }
        head.push_str("<sheetData>");
        let mut entry = Entry::new(format!("xl/worksheets/sheet{}.xml", self.names.len()));
        entry.write(&head);
        self.open = Some((entry, layout.filter, choices(&layout.choices)));
        self.row = 0;
    }

    /// Adds a row to the sheet that was begun last.
    pub fn row<'c>(&mut self, cells: impl IntoIterator<Item = Cell<'c>>) {
        self.row += 1;
        let row = self.row;
        let _ = write!(self.text, "<row r=\"{row}\">");
        for (at, cell) in cells.into_iter().enumerate() {
            let style = match cell {
                Cell::Empty => continue,
                Cell::Text(_) | Cell::Line(_) => PLAIN,
                Cell::Head(_) => HEAD,
                Cell::Lines(_) => WRAPPED,
                Cell::Number(number) if number.contains('.') => CENTS,
                Cell::Number(_) => WHOLE,
                Cell::Day(_) => DATE,
            };
            let _ = write!(self.text, "<c r=\"{}{row}\" s=\"{style}\"", letters(at));
            match cell {
                Cell::Text(text) | Cell::Head(text) | Cell::Lines(text) => {
                    let at = self.string(text);
                    let _ = write!(self.text, " t=\"s\"><v>{at}</v></c>");
                }
                Cell::Number(number) => {
                    let _ = write!(self.text, "><v>{number}</v></c>");
                }
                Cell::Line(line) => {
                    let _ = write!(self.text, "><v>{line}</v></c>");
                }
                Cell::Day(day) => {
                    let _ = write!(self.text, "><v>{}</v></c>", day + EPOCH);
                }
                Cell::Empty => {}
            }
        }
        self.text.push_str("</row>");
        if self.text.len() > 1 << 16 {
            self.pack();
        }
    }

    /// The place of a string among all of them.
    fn string(&mut self, text: &str) -> u32 {
        self.uses += 1;
        if let Some(at) = self.strings.get(text) {
            return *at;
        }
        let at = u32::try_from(self.strings.len()).unwrap_or(u32::MAX);
        self.strings.insert(text.to_owned(), at);
        self.list.push_str("<si><t xml:space=\"preserve\">");
        escape(&mut self.list, text);
        self.list.push_str("</t></si>");
        at
    }

    fn pack(&mut self) {
        if let Some((entry, ..)) = &mut self.open {
            entry.write(&self.text);
        }
        self.text.clear();
    }

    fn close(&mut self) {
        self.pack();
        if let Some((mut entry, filter, after)) = self.open.take() {
            entry.write("</sheetData>");
            if let Some(last) = filter.checked_sub(1) {
                let corner = letters(last);
                entry.write(&format!("<autoFilter ref=\"A1:{corner}{}\"/>", self.row));
            }
            entry.write(&after);
            entry.write("</worksheet>");
            self.zip.close(entry);
        }
    }

    /// The workbook's bytes.
    pub fn finish(mut self) -> Vec<u8> {
        self.close();
        let mut types = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>",
        );
        let mut book = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>",
        );
        let mut links = String::from(RELATIONS);
        for (number, name) in (1..).zip(&self.names) {
            let _ = write!(
                types,
                "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
            );
            book.push_str("<sheet name=\"");
            escape(&mut book, name);
            let _ = write!(book, "\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
            let _ = write!(
                links,
                "<Relationship Id=\"rId{number}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
            );
        }
        let next = self.names.len() + 1;
        for (number, kind) in [(next, "styles"), (next + 1, "sharedStrings")] {
            let _ = write!(
                links,
                "<Relationship Id=\"rId{number}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{kind}.xml\"/>"
            );
        }
        types.push_str("</Types>");
        book.push_str("</sheets></workbook>");
        links.push_str("</Relationships>");
        let mut strings = Entry::new("xl/sharedStrings.xml");
        strings.write(&format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"{}\" uniqueCount=\"{}\">",
            self.uses,
            self.strings.len()
        ));
        strings.write(&self.list);
        strings.write("</sst>");
        self.zip.close(strings);
        self.zip.add("xl/styles.xml", STYLES);
        self.zip.add("xl/workbook.xml", &book);
        self.zip.add("xl/_rels/workbook.xml.rels", &links);
        self.zip.add("_rels/.rels", &format!("{RELATIONS}<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"));
        self.zip.add("[Content_Types].xml", &types);
        self.zip.finish()
    }
}

const RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

/// Looks, in the order of the constants above. 3 is `#,##0`, 4 is `#,##0.00`.
const STYLES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"6\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf><xf numFmtId=\"3\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"4\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf></cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

/// The part of a sheet behind its rows that lets columns be chosen from lists. Something else may
/// be typed all the same: who reads the table says what is wrong with it.
fn choices(all: &[Choice]) -> String {
    if all.is_empty() {
        return String::new();
    }
    let mut text = format!("<dataValidations count=\"{}\">", all.len());
    for choice in all {
        let (column, from) = (letters(choice.column), letters(choice.from));
        let _ = write!(
            text,
            "<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"0\" sqref=\"{column}2:{column}100001\"><formula1>'"
        );
        escape(&mut text, &choice.sheet.replace('\'', "''"));
        let _ = write!(
            text,
            "'!${from}$2:${from}${}</formula1></dataValidation>",
            choice.count + 1
        );
    }
    text.push_str("</dataValidations>");
    text
}

/// Appends a text as XML. What XML cannot hold is left out; `_x0041_`, which spreadsheets would
/// read as a letter's code, is kept as it is written.
fn escape(out: &mut String, text: &str) {
    for (at, c) in text.char_indices() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '_' if is_code(text.get(at..).unwrap_or_default()) => out.push_str("_x005F_"),
            '\n' | '\t' => out.push(c),
            '\r' => out.push_str("&#13;"),
            c if (c as u32) < 0x20 || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
}

/// Whether a text begins as `_x0041_` does.
fn is_code(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.get(1) == Some(&b'x')
        && bytes.get(6) == Some(&b'_')
        && bytes
            .get(2..6)
            .is_some_and(|code| code.iter().all(u8::is_ascii_hexdigit))
}
