//! Tables in CSV (RFC 4180) with the place of every cell.

use super::fault::{At, Faults, File};
use super::node::Str;
use std::sync::Arc;

/// The rows of a CSV file, each with its cells; empty lines are left out.
pub fn rows(file: &Arc<File>, faults: &mut Faults) -> Vec<Vec<Str>> {
    let text = file.text.as_str();
    let mut rows = Vec::new();
    let mut row: Vec<Str> = Vec::new();
    let mut at = 0;
    let rest = |at: usize| text.get(at..).unwrap_or_default();
    while at < text.len() {
        let start = at;
        let value = if rest(at).starts_with('"') {
            at += 1;
            let mut value = String::new();
            loop {
                let Some(length) = rest(at).find('"') else {
                    let place = At::new(file, start..text.len()).first_line();
                    let fault = faults.error("csv", &place, "this quote is never closed");
                    fault.help("double a quote that belongs to the text: \"\"");
                    return rows;
                };
                value.push_str(rest(at).get(..length).unwrap_or_default());
                at += length + 1;
                if !rest(at).starts_with('"') {
                    break;
                }
                value.push('"');
                at += 1;
            }
            if !(at == text.len() || rest(at).starts_with([',', '\r', '\n'])) {
                let end = at + rest(at).find([',', '\r', '\n']).unwrap_or(rest(at).len());
                let message = "there is text after the closing quote";
                faults.error("csv", &At::new(file, at..end), message);
                at = end;
            }
            value
        } else {
            let length = rest(at).find([',', '\r', '\n']).unwrap_or(text.len() - at);
            let value = rest(at).get(..length).unwrap_or_default();
            at += length;
            value.to_owned()
        };
        row.push(Str {
            value,
            at: At::new(file, start..at),
        });
        if rest(at).starts_with(',') {
            at += 1;
            if at < text.len() && !rest(at).starts_with(['\r', '\n']) {
                continue;
            }
            // The line ends with a comma: an empty cell follows.
            row.push(Str {
                value: String::new(),
                at: At::new(file, at..at),
            });
        }
        at += rest(at).len() - rest(at).trim_start_matches('\r').len();
        at += usize::from(rest(at).starts_with('\n'));
        let row = std::mem::take(&mut row);
        if row.iter().any(|cell| !cell.value.trim().is_empty()) {
            rows.push(row);
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<Vec<String>>, usize) {
        let file = Arc::new(File {
            path: "t.csv".to_owned(),
            text: text.to_owned(),
        });
        let mut faults = Faults::default();
        let rows = rows(&file, &mut faults);
        let strings = |row: Vec<Str>| row.into_iter().map(|cell| cell.value).collect();
        (rows.into_iter().map(strings).collect(), faults.0.len())
    }

    #[test]
    fn reads_rows() {
        for (text, rows) in [
            ("a,b\n1,2\n", vec![vec!["a", "b"], vec!["1", "2"]]),
            ("a,b\r\n1,\r\n\r\n", vec![vec!["a", "b"], vec!["1", ""]]),
            (",\n", vec![]),
            ("x,,\n", vec![vec!["x", "", ""]]),
            ("\"a, \"\"b\"\"\nc\",2", vec![vec!["a, \"b\"\nc", "2"]]),
            ("中,文", vec![vec!["中", "文"]]),
        ] {
            assert_eq!(read(text).0, rows, "{text}");
            assert_eq!(read(text).1, 0, "{text}");
        }
        assert_eq!(read("\"a").1, 1);
        assert_eq!(
            read("\"a\"b,c"),
            (vec![vec!["a".to_owned(), "c".to_owned()]], 1)
        );
    }
}
