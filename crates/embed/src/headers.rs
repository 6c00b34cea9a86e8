//! Response headers as people paste them: from a browser, from `curl -i`, from the settings of
//! nginx, Apache or Caddy, or a bare policy.

/// A header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// In lower case.
    pub name: String,
    /// Without what surrounds it.
    pub value: String,
    /// The line that it begins on, from 1.
    pub line: usize,
}

/// What was pasted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headers {
    /// In order.
    pub list: Vec<Header>,
    /// Lines that are no header.
    pub unread: Vec<usize>,
}

/// The header of policies.
const CSP: &str = "content-security-policy";

/// The names that are also known without a colon behind them.
const KNOWN: [&str; 14] = [
    "content-security-policy",
    "content-security-policy-report-only",
    "cross-origin-embedder-policy",
    "cross-origin-embedder-policy-report-only",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "feature-policy",
    "integrity-policy",
    "integrity-policy-report-only",
    "permissions-policy",
    "referrer-policy",
    "strict-transport-security",
    "x-content-type-options",
    "x-frame-options",
];

/// The words that set a header in a server's settings.
const SETTERS: [&str; 4] = ["add_header", "header", "set-header", "more_set_headers"];

/// A policy without the header's name begins with one of these.
const DIRECTIVES: [&str; 16] = [
    "base-uri",
    "block-all-mixed-content",
    "child-src",
    "connect-src",
    "default-src",
    "font-src",
    "form-action",
    "frame-ancestors",
    "frame-src",
    "img-src",
    "object-src",
    "sandbox",
    "script-src",
    "script-src-elem",
    "style-src",
    "upgrade-insecure-requests",
];

impl Headers {
    /// Reads what was pasted.
    pub fn read(text: &str) -> Headers {
        let mut headers = Headers::default();
        for (index, raw) in text.lines().enumerate() {
            // `curl -v` marks what it received.
            let line = raw.strip_prefix("< ").unwrap_or(raw);
            let words = line.trim();
            let is_request = raw.starts_with('>') || raw.starts_with('*');
            let is_mark = words.is_empty() || words.starts_with('#') || words.starts_with("HTTP/");
            if is_request || is_mark || words.chars().all(|c| "{}<".contains(c)) {
                continue;
            }
            let policy = headers
                .list
                .last_mut()
                .filter(|it| it.name.starts_with(CSP));
            if let Some(last) = policy.filter(|_| is_directive(words)) {
                // The next line of a policy, indented or not.
                let between = if last.value.ends_with(';') { " " } else { "; " };
                last.value.push_str(between);
                last.value.push_str(unquoted(words));
            } else if let Some((name, value)) = header(words) {
                headers.list.push(Header {
                    name,
                    value,
                    line: index + 1,
                });
            } else if let Some(last) = headers.list.last_mut().filter(|_| continues(line)) {
                // A long value goes on in the next line, indented.
                last.value.push(' ');
                last.value.push_str(unquoted(words));
            } else {
                headers.unread.push(index + 1);
            }
        }
        headers
    }

    /// The headers of a name.
    pub fn of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Header> {
        self.list.iter().filter(move |header| header.name == name)
    }
}

/// Whether a line begins with a directive of a policy.
fn is_directive(line: &str) -> bool {
    let first = line.split([' ', '\t', ';']).next().unwrap_or_default();
    DIRECTIVES.contains(&first.to_ascii_lowercase().as_str())
}

fn continues(line: &str) -> bool {
    line.starts_with([' ', '\t'])
}

/// The header of a line, if it is one.
fn header(line: &str) -> Option<(String, String)> {
    let known = |word: &str| {
        let name = word.trim_matches(['"', '\'', ':']).to_ascii_lowercase();
        KNOWN.contains(&name.as_str()).then_some(name)
    };
    let (first, rest) = line
        .split_once(char::is_whitespace)
        .map_or((line, ""), |(first, rest)| (first, rest.trim_start()));
    if SETTERS.contains(&first.to_ascii_lowercase().as_str()) {
        // `always`, `set` and the like stand before the name.
        let mut rest = rest;
        for _ in 0..4 {
            let (word, after) = rest.split_once(char::is_whitespace)?;
            if let Some(name) = known(word) {
                return Some((name, unquoted(after).to_owned()));
            }
            rest = after.trim_start();
        }
        return None;
    }
    if let Some(name) = known(first) {
        return Some((name, unquoted(rest).to_owned()));
    }
    if is_directive(line) {
        return Some((CSP.to_owned(), unquoted(line).to_owned()));
    }
    let (name, value) = line.split_once(':')?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    let name = name.trim_end();
    // `https://…` is an address that goes on with a value.
    let fits = !name.is_empty() && name.chars().all(is_name) && !value.starts_with("//");
    fits.then(|| (name.to_ascii_lowercase(), value.trim().to_owned()))
}

/// A value without its quotes and what settings put behind it. A `;` within a long value stays.
fn unquoted(value: &str) -> &str {
    let value = value.trim();
    let ends = |it: &&str| it.ends_with('"') || it.ends_with("always");
    let bare = value.strip_suffix(';').map(str::trim_end);
    let value = bare.filter(ends).unwrap_or(value);
    let value = value.strip_suffix("always").map_or(value, str::trim_end);
    let value = value.strip_prefix('"').unwrap_or(value);
    value.strip_suffix('"').unwrap_or(value).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, String)> {
        let headers = Headers::read(text);
        assert_eq!(headers.unread, Vec::<usize>::new(), "{text}");
        headers
            .list
            .into_iter()
            .map(|it| (it.name, it.value))
            .collect()
    }

    #[test]
    fn an_answer_of_curl_is_read() {
        let text = "HTTP/2 200\r\nContent-Security-Policy: default-src 'self'; img-src https://a.cn\r\nx-frame-options:DENY\r\n\r\n";
        assert_eq!(
            read(text),
            [
                (
                    CSP.to_owned(),
                    "default-src 'self'; img-src https://a.cn".to_owned()
                ),
                ("x-frame-options".to_owned(), "DENY".to_owned()),
            ]
        );
        let text = "* Connected\n> GET / HTTP/2\n> Host: a.cn\n< HTTP/2 200\n< server: nginx\n<";
        assert_eq!(read(text), [("server".to_owned(), "nginx".to_owned())]);
    }

    #[test]
    fn settings_of_servers_are_read() {
        for text in [
            "    add_header Content-Security-Policy \"default-src 'self'; frame-src 'none'\" always;",
            "Header always set Content-Security-Policy \"default-src 'self'; frame-src 'none'\"",
            "header Content-Security-Policy \"default-src 'self'; frame-src 'none'\"",
            "header {\n\tContent-Security-Policy \"default-src 'self'; frame-src 'none'\"\n}",
            "more_set_headers \"Content-Security-Policy: default-src 'self'; frame-src 'none'\";",
            "default-src 'self'; frame-src 'none'",
            "Content-Security-Policy: default-src 'self';\n    frame-src 'none'",
            "default-src 'self'\nframe-src 'none'",
        ] {
            let text = text.replace("header {\n", "");
            assert_eq!(
                read(&text),
                [(
                    CSP.to_owned(),
                    "default-src 'self'; frame-src 'none'".to_owned()
                )],
                "{text}"
            );
        }
    }

    #[test]
    fn policies_of_two_headers_stay_two() {
        assert_eq!(
            read("Content-Security-Policy: img-src *\nContent-Security-Policy: frame-src *").len(),
            2
        );
    }

    #[test]
    fn a_long_value_goes_on_indented_even_with_an_address() {
        let text =
            "Content-Security-Policy: script-src 'self'\n  https://a.cn;\n\tframe-src 'none'";
        let all = read(text);
        assert_eq!(all.len(), 1, "{all:?}");
        let policy = crate::csp::Policy::read(&all.first().unwrap().1);
        assert_eq!(
            policy.to_string(),
            "script-src 'self' https://a.cn; frame-src 'none'"
        );
    }

    #[test]
    fn what_is_no_header_is_told() {
        let headers = Headers::read("hello world\nServer: x\n{\"a\": 1}");
        assert_eq!(headers.unread, [1, 3]);
        assert_eq!(headers.list.len(), 1);
    }
}
