//! Where each byte of a TOML string's value stands in the file.

/// For each byte of the value, and for its end, the offset within the token `raw`
/// (quotes included). Understands all four kinds of string and their escapes.
pub(crate) fn offsets(raw: &str) -> Vec<usize> {
    let (mut at, quotes, literal) = if raw.starts_with("'''") {
        (3, 3, true)
    } else if raw.starts_with("\"\"\"") {
        (3, 3, false)
    } else {
        (1, 1, raw.starts_with('\''))
    };
    let body_end = raw.len().saturating_sub(quotes);
    let rest = |at: usize| raw.get(at..body_end).unwrap_or_default();
    if quotes == 3 {
        // A newline right after the opening quotes does not belong to the value.
        at += if rest(at).starts_with("\r\n") {
            2
        } else {
            usize::from(rest(at).starts_with('\n'))
        };
    }
    let mut offsets = Vec::with_capacity(raw.len());
    while let Some(first) = rest(at).chars().next() {
        if literal || first != '\\' {
            offsets.extend((0..first.len_utf8()).map(|i| at + i));
            at += first.len_utf8();
            continue;
        }
        let escape = rest(at + 1).chars().next().unwrap_or('\\');
        let digits = match escape {
            'u' => 4,
            'U' => 8,
            'x' => 2,
            // A backslash at the end of a line takes all white space up to the next word.
            ' ' | '\t' | '\r' | '\n' => {
                let tail = rest(at + 1);
                at += 1 + tail.len() - tail.trim_start_matches([' ', '\t', '\r', '\n']).len();
                continue;
            }
            _ => 0,
        };
        let code = rest(at + 2)
            .get(..digits)
            .and_then(|hex| u32::from_str_radix(hex, 16).ok());
        let bytes = if digits == 0 {
            1
        } else {
            code.and_then(char::from_u32).map_or(1, char::len_utf8)
        };
        offsets.extend(std::iter::repeat_n(at, bytes));
        at += 2 + digits;
    }
    offsets.push(at.min(body_end));
    offsets
}

#[cfg(test)]
mod tests {
    use super::offsets;
    use toml::de::DeTable;

    /// Every `x` of the value is found at an `x` of the file, in every kind of string.
    #[test]
    fn finds_each_character() {
        for raw in [
            r#""a x 中 x""#,
            r#"'a x 中 x \n x'"#,
            r#""\" x \u4e2d x \U0001F600 x \x41 x \t x \\ x""#,
            "\"\"\"\nfirst x\n中 x \\\n     x \"\" x\"\"\"",
            "'''\nfirst x\n  中 x ' x'''",
            "\"\"\"x \"quoted\" x\"\"\"",
            "'''\r\nfirst x\r\n x'''",
            "\"\"\"\r\nfirst x\r\n x \\\r\n x\"\"\"",
        ] {
            let text = format!("k = {raw}");
            let table = DeTable::parse(&text).unwrap();
            let value = table
                .get_ref()
                .get("k")
                .unwrap()
                .get_ref()
                .as_str()
                .unwrap()
                .to_owned();
            let offsets = offsets(raw);
            assert_eq!(offsets.len(), value.len() + 1, "{raw}");
            let xs: Vec<usize> = value
                .match_indices('x')
                .map(|(at, _)| offsets[at])
                .collect();
            let of_raw: Vec<usize> = raw.match_indices('x').map(|(at, _)| at).collect();
            let of_raw: Vec<usize> = of_raw
                .into_iter()
                .filter(|at| !raw.get(..*at).unwrap().ends_with('\\'))
                .collect();
            assert_eq!(xs, of_raw, "{raw}");
            let quotes = if raw.starts_with("'''") || raw.starts_with("\"\"\"") {
                3
            } else {
                1
            };
            assert_eq!(offsets.last(), Some(&(raw.len() - quotes)));
        }
    }
}
