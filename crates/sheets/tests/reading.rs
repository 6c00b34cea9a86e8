//! Files of all sorts: what people have, and what nobody should have.
#![expect(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]

use calamine::{Data, Reader, Xlsx};
use proptest::prelude::*;
use sheets::{Book, Cell, Choice, Layout, Limits, Table, read};
use std::io::Cursor;

fn rows(table: &Table) -> Vec<Vec<&str>> {
    table.rows().map(|row| row.cells().collect()).collect()
}

fn table(bytes: &[u8]) -> Table {
    read(bytes, None, &Limits::default()).unwrap()
}

/// What is said of a file that is refused, in English.
fn refused(bytes: &[u8], limits: &Limits) -> String {
    let (en, zh) = read(bytes, None, limits).unwrap_err();
    assert!(zh.chars().any(|c| c >= '\u{4e00}'), "{zh}");
    en
}

/// A workbook of one sheet with these cells.
fn book(all: &[&[Cell]]) -> Vec<u8> {
    let mut book = Book::new();
    book.sheet("名单", &Layout::default());
    for row in all {
        book.row(row.iter().copied());
    }
    book.finish()
}

#[test]
fn the_same_table_in_every_form() {
    let text = "姓名,户籍\n王小明,上海\n李四,\"外省市\"\n";
    let wanted = [["姓名", "户籍"], ["王小明", "上海"], ["李四", "外省市"]];
    let utf16: Vec<u8> = std::iter::once(0xfeff)
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let gb = encoding_rs::GB18030.encode(text).0.into_owned();
    let forms = [
        text.as_bytes().to_vec(),
        [sheets::BOM, text.as_bytes()].concat(),
        text.replace(',', "\t").into_bytes(),
        text.replace(',', ";").into_bytes(),
        text.replace('\n', "\r\n").into_bytes(),
        utf16,
        gb,
        book(
            &wanted
                .each_ref()
                .map(|row| row.map(Cell::Text))
                .each_ref()
                .map(|row| &row[..]),
        ),
    ];
    for bytes in forms {
        assert_eq!(rows(&table(&bytes)), wanted);
    }
}

#[test]
fn a_workbook_reads_back_as_it_was_written() {
    let bytes = book(&[
        &[Cell::Head("a"), Cell::Empty, Cell::Head("c")],
        &[
            Cell::Text("=1+1"),
            Cell::Number("1234.5"),
            Cell::Day(20_779),
        ],
        &[
            Cell::Lines("一\n二"),
            Cell::Number("0"),
            Cell::Text("  两端有空格 "),
        ],
        &[
            Cell::Text("<&>\"'"),
            Cell::Text("_x0041_"),
            Cell::Text("a\u{1}b"),
        ],
    ]);
    assert_eq!(
        rows(&table(&bytes)),
        [
            vec!["a", "", "c"],
            vec!["=1+1", "1234.5", "2026-11-22"],
            vec!["一\n二", "0", "两端有空格"],
            vec!["<&>\"'", "_x0041_", "ab"],
        ]
    );
    // No cell is a formula, whatever it begins with.
    let mut written: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).unwrap();
    assert_eq!(
        written
            .worksheet_formula("名单")
            .unwrap()
            .used_cells()
            .count(),
        0
    );
    let range = written.worksheet_range("名单").unwrap();
    assert_eq!(range.get_value((1, 0)), Some(&Data::String("=1+1".into())));
    assert_eq!(
        range.get_value((2, 2)),
        Some(&Data::String("  两端有空格 ".into()))
    );
}

#[test]
fn the_first_sheet_with_content_is_read_and_others_by_name() {
    let mut book = Book::new();
    let layout = Layout {
        widths: vec![10, 20],
        frozen: (1, 2),
        filter: 1,
        choices: vec![Choice {
            column: 0,
            sheet: "it's".into(),
            from: 1,
            count: 2,
        }],
    };
    for (name, text) in [("空", ""), ("it's", "a"), ("三", "b")] {
        book.sheet(name, &layout);
        if !text.is_empty() {
            book.row([Cell::Text(text)]);
        }
    }
    let bytes = book.finish();
    assert_eq!(rows(&table(&bytes)), [["a"]]);
    let third = read(&bytes, Some("三"), &Limits::default()).unwrap();
    assert_eq!(rows(&third), [["b"]]);
    let (en, _) = read(&bytes, Some("四"), &Limits::default()).unwrap_err();
    assert_eq!(en, "there is no sheet `四`; there are `空`, `it's`, `三`");
}

/// A workbook around the XML of one sheet, as other programs write it.
fn around(sheet: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut zip = zip::ZipWriter::new(Cursor::new(&mut out));
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let files = [
        (
            "_rels/.rels",
            format!(
                "<Relationships><Relationship Id=\"r1\" Type=\"{kind}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns:r=\"{kind}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships><Relationship Id=\"r1\" Type=\"{kind}/worksheet\" Target=\"worksheets/s.xml\"/></Relationships>"
            ),
        ),
        ("xl/worksheets/s.xml", sheet.to_owned()),
    ];
    for (name, text) in files {
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        std::io::Write::write_all(&mut zip, text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    out
}

#[test]
fn formulas_are_never_computed_and_told() {
    let bytes = around(
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c></row>\
         <row r=\"2\"><c r=\"A2\"><f>1+1</f><v>2</v></c></row>\
         <row r=\"3\"><c r=\"A3\"><f>NOW()</f></c><c r=\"B3\"><v>5</v></c></row></sheetData></worksheet>",
    );
    let table = table(&bytes);
    assert_eq!(rows(&table), [vec!["x"], vec!["2"], vec!["", "5"]]);
    let notes: Vec<String> = table
        .notes
        .iter()
        .map(|it| format!("{}: {}", it.place, it.en))
        .collect();
    assert_eq!(
        notes,
        [
            "cell A2: the formula `=1+1` is not computed: the value that was saved is taken",
            "cell A3: the formula `=NOW()` is not computed and no value was saved: the cell counts as empty",
        ]
    );
}

#[test]
fn of_a_thousand_notes_the_first_are_told_and_the_rest_counted() {
    let text = "a\n".to_owned() + &"=1\n".repeat(1_000);
    let table = table(text.as_bytes());
    assert_eq!(table.notes.len(), 21);
    assert_eq!(table.notes[20].en, "the same holds for 980 more cells");
    let long = format!("a\n={}\n", "x".repeat(5_000_000));
    let table = read(long.as_bytes(), None, &Limits::default()).unwrap();
    assert!(table.notes[0].en.len() < 300);
}

const SMALL: Limits = Limits {
    bytes: 1_000_000,
    unpacked: 2_000_000,
    text: 100_000,
    rows: 11,
    columns: 20,
};

#[test]
fn what_is_too_large_is_refused_with_what_to_do() {
    let csv = |rows: usize, columns: usize, cell: &str| {
        let row = vec![cell; columns].join(",") + "\n";
        row.repeat(rows).into_bytes()
    };
    assert_eq!(table(&csv(11, 20, "x")).len(), 11);
    assert!(read(&csv(11, 20, "x"), None, &SMALL).is_ok());
    for (bytes, said) in [
        (
            csv(12, 2, "x"),
            "the table has more than 10 rows: take it apart",
        ),
        (
            csv(2, 21, "x"),
            "the table has more than 20 columns: leave those out that are not needed",
        ),
        (
            csv(2, 2, &"x".repeat(60_000)),
            "the cells hold more than 100 kB of text: leave columns out that are not needed",
        ),
        (
            csv(1_000, 20, &"x".repeat(60)),
            "the file is larger than 1000 kB: take it apart, or leave columns out",
        ),
    ] {
        assert_eq!(refused(&bytes, &SMALL), said);
    }
    let many = vec![&[Cell::Text("x")][..]; 12];
    assert_eq!(
        refused(&book(&many), &SMALL),
        "the table has more than 10 rows: take it apart"
    );
    let far = around(
        "<worksheet><sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row></sheetData></worksheet>",
    );
    assert_eq!(
        refused(&far, &SMALL),
        "the table has more than 20 columns: leave those out that are not needed"
    );
}

#[test]
fn a_small_file_that_unpacks_to_a_huge_one_is_refused_unread() {
    let bomb = around(&" ".repeat(50_000_000));
    assert!(bomb.len() < 200_000, "{}", bomb.len());
    assert_eq!(
        refused(&bomb, &SMALL),
        "the workbook unpacks to more than 1 MiB: save the table alone, as CSV UTF-8"
    );
    // One that lies about its size is stopped where the lie shows.
    let sheet =
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>";
    let honest = around(&format!("{sheet}{}", " ".repeat(5_000_000)));
    let size = u32::try_from(sheet.len() + 5_000_000)
        .unwrap()
        .to_le_bytes();
    let mut lying = honest.clone();
    let places: Vec<usize> = (0..honest.len() - 4)
        .filter(|at| honest[*at..at + 4] == size)
        .collect();
    assert_eq!(places.len(), 2, "in the file's head and in the list");
    for at in places {
        lying[at..at + 4].copy_from_slice(&100u32.to_le_bytes());
    }
    let text = refused(&lying, &SMALL);
    assert!(text.starts_with("the workbook can't be read"), "{text}");
}

#[test]
fn files_that_are_no_tables_say_so() {
    let cases: [(&[u8], &str); 5] = [
        (b"\xd0\xcf\x11\xe0rest", "this is an old `.xls` workbook"),
        (b"PK\x03\x04 cut off", "the workbook can't be read"),
        (b"a,b\n\xff\xfe\x81", "line 2 is neither UTF-8 nor GB18030"),
        (
            b"\xef\xbb\xbf\xff\xfe",
            "the file says that it is UTF-8 and is not",
        ),
        (
            b"a,b\nx,\"y\nz,w\n",
            "line 2 has a quote that is not closed",
        ),
    ];
    for (bytes, said) in cases {
        let text = refused(bytes, &Limits::default());
        assert!(text.starts_with(said), "{text}");
    }
    let whole = book(&[&[Cell::Text("x")]]);
    for end in (4..whole.len()).step_by(37) {
        let text = refused(&whole[..end], &Limits::default());
        assert!(text.starts_with("the workbook can't be read"), "{text}");
    }
    assert!(table(b"").is_empty() && table(b"\n\n , ,\n").is_empty());
}

#[test]
fn rows_and_cells_out_of_order_are_refused() {
    for sheet in [
        "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
    ] {
        let bytes = around(&format!(
            "<worksheet><sheetData>{sheet}</sheetData></worksheet>"
        ));
        let text = refused(&bytes, &Limits::default());
        assert!(text.contains("its cells are not in order"), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any texts come back from a workbook, but for what XML cannot hold.
    #[test]
    fn any_text_comes_back_from_a_workbook(cells in proptest::collection::vec("\\PC{0,12}", 1..20)) {
        let all: Vec<Cell> = cells.iter().map(|cell| Cell::Text(cell)).collect();
        let bytes = book(&[&all]);
        let mut read: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).unwrap();
        let range = read.worksheet_range("名单").unwrap();
        for (at, cell) in cells.iter().enumerate() {
            let value = range.get_value((0, u32::try_from(at).unwrap())).map(ToString::to_string);
            prop_assert_eq!(value.unwrap_or_default(), cell.as_str());
        }
    }

    /// Damaged workbooks give words or a table, and end.
    #[test]
    fn damage_is_survived(at in 0usize..3_000, byte: u8, cut in 0usize..3_000) {
        let mut bytes = book(&[&[Cell::Head("a"), Cell::Day(3)], &[Cell::Text("b"), Cell::Number("1")]]);
        let (at, cut) = (at % bytes.len(), cut % bytes.len());
        bytes[at] = byte;
        let _ = read(&bytes, None, &SMALL);
        let _ = read(&bytes[..cut], None, &SMALL);
    }
}
