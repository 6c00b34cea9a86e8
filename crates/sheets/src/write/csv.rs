//! Cells of CSV.

/// What a CSV begins with so that spreadsheets take it for UTF-8.
pub const BOM: &[u8] = b"\xef\xbb\xbf";

/// Appends a text as a cell: quoted where needed, and with a `'` before what a spreadsheet would
/// run as a formula (`=`, `+`, `-`, `@`, also in full width, a tab or a line end).
pub fn push_text(out: &mut Vec<u8>, text: &str) {
    let formula = text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']);
    if !formula
        && !text
            .bytes()
            .any(|byte| matches!(byte, b'"' | b',' | b'\n' | b'\r'))
    {
        out.extend(text.bytes());
        return;
    }
    out.push(b'"');
    if formula {
        out.push(b'\'');
    }
    for byte in text.bytes() {
        if byte == b'"' {
            out.push(b'"');
        }
        out.push(byte);
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_written_as_text() {
        let cases = [
            ("王小明", "王小明"),
            ("=1+1", "\"'=1+1\""),
            ("+86", "\"'+86\""),
            ("-5", "\"'-5\""),
            ("@a", "\"'@a\""),
            ("＝1", "\"'＝1\""),
            ("a,b", "\"a,b\""),
            ("a\"b", "\"a\"\"b\""),
            ("a=b", "a=b"),
            ("", ""),
            ("\t=1", "\"'\t=1\""),
            ("\n=1", "\"'\n=1\""),
        ];
        for (given, expected) in cases {
            let mut out = Vec::new();
            push_text(&mut out, given);
            assert_eq!(String::from_utf8(out).unwrap(), expected);
        }
    }
}
