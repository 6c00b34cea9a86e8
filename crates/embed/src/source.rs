//! One source expression of a policy, and what it lets through.
//!
//! Content Security Policy Level 3, sections 2.3.1 (grammar) and 6.7.2.8 to 6.7.2.12 (matching).

use crate::address::{Address, Scheme};

/// A source expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// `'none'`
    None,
    /// `'self'`
    Own,
    /// `'strict-dynamic'`: hosts and schemes are ignored for scripts.
    StrictDynamic,
    /// Another keyword: `'unsafe-inline'` and the like. Lets no file through.
    Keyword,
    /// `'nonce-…'`
    Nonce(String),
    /// `'sha384-…'`, as it is written between the quotes.
    Hash(String),
    /// `*`
    All,
    /// `https:`, without its colon, in lower case.
    Scheme(String),
    /// `https://*.example.org:8443/path/`
    Host(Host),
    /// None of these: it lets nothing through.
    Unknown,
}

/// A host with what may stand around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    /// In lower case, without `://`.
    pub scheme: Option<String>,
    /// In lower case; begins with `*.` or is `*` where it stands for several.
    pub host: String,
    /// What stands behind the colon.
    pub port: Option<Port>,
    /// From its `/` on; empty where there is none.
    pub path: String,
}

/// The port of a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Port {
    /// `*`
    Any,
    /// A number.
    Number(u16),
}

/// The keywords that say nothing about files, without their quotes.
const KEYWORDS: [&str; 8] = [
    "unsafe-inline",
    "unsafe-eval",
    "unsafe-hashes",
    "unsafe-allow-redirects",
    "report-sample",
    "wasm-unsafe-eval",
    "inline-speculation-rules",
    "trusted-types-eval",
];

/// The kinds of hashes.
const HASHES: [&str; 3] = ["sha256", "sha384", "sha512"];

impl Source {
    /// Reads one word of a directive.
    pub fn read(word: &str) -> Source {
        if word == "*" {
            return Source::All;
        }
        if let Some(inside) = word.strip_prefix('\'') {
            return inside.strip_suffix('\'').map_or(Source::Unknown, quoted);
        }
        if let Some(scheme) = word.strip_suffix(':').filter(|it| is_scheme(it)) {
            return Source::Scheme(scheme.to_ascii_lowercase());
        }
        host(word).map_or(Source::Unknown, Source::Host)
    }

    /// Whether it names a host or scheme, which `'strict-dynamic'` switches off.
    pub fn is_place(&self) -> bool {
        matches!(
            self,
            Source::Own | Source::All | Source::Scheme(_) | Source::Host(_)
        )
    }

    /// Whether a file of this address may be fetched by a page of that one.
    pub fn matches(&self, file: &Address, page: &Address) -> bool {
        match self {
            Source::All => true,
            Source::Own => {
                let ports = file.port == page.port
                    || (file.port == file.scheme.port() && page.port == page.scheme.port());
                let scheme = file.scheme == page.scheme || file.scheme == Scheme::Https;
                file.host == page.host && ports && scheme
            }
            Source::Scheme(scheme) => scheme_fits(scheme, file.scheme),
            Source::Host(host) => host.matches(file, page),
            _ => false,
        }
    }
}

/// What stands between single quotes.
fn quoted(inside: &str) -> Source {
    let lower = inside.to_ascii_lowercase();
    match lower.as_str() {
        "none" => return Source::None,
        "self" => return Source::Own,
        "strict-dynamic" => return Source::StrictDynamic,
        word if KEYWORDS.contains(&word) => return Source::Keyword,
        _ => {}
    }
    let Some((kind, value)) = inside.split_once('-').filter(|(_, it)| is_base64(it)) else {
        return Source::Unknown;
    };
    match kind.to_ascii_lowercase().as_str() {
        "nonce" => Source::Nonce(value.to_owned()),
        kind if HASHES.contains(&kind) => Source::Hash(format!("{kind}-{value}")),
        _ => Source::Unknown,
    }
}

/// The grammar's `base64-value`: both alphabets, at most two `=` at the end.
fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    let fits = |c: char| c.is_ascii_alphanumeric() || "+/-_".contains(c);
    !digits.is_empty() && text.len() - digits.len() <= 2 && digits.chars().all(fits)
}

fn is_scheme(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| c.is_ascii_alphabetic())
        && chars.all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
}

fn host(word: &str) -> Option<Host> {
    let (scheme, rest) = match word.split_once("://") {
        Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme.to_ascii_lowercase()), rest),
        Some(_) => return None,
        None => (None, word),
    };
    let (place, path) = rest.split_at_checked(rest.find('/').unwrap_or(rest.len()))?;
    let (host, port) = match place.split_once(':') {
        Some((host, "*")) => (host, Some(Port::Any)),
        Some((host, digits)) if digits.bytes().all(|b| b.is_ascii_digit()) => {
            (host, Some(Port::Number(digits.parse().ok()?)))
        }
        Some(_) => return None,
        None => (place, None),
    };
    let names = host.strip_prefix("*.").unwrap_or(host);
    let is_name = |name: &str| {
        !name.is_empty()
            && name
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
    };
    // A comma or semicolon would have ended the policy or directive; a query is no path.
    let path_fits = path
        .chars()
        .all(|c| c.is_ascii_graphic() && !"?#,;".contains(c));
    let fits = (host == "*" || names.split('.').all(is_name)) && path_fits;
    fits.then(|| Host {
        scheme,
        host: host.to_ascii_lowercase(),
        port,
        path: path.to_owned(),
    })
}

/// A policy's scheme also stands for its encrypted form.
fn scheme_fits(named: &str, scheme: Scheme) -> bool {
    named == scheme.name() || (named == "http" && scheme == Scheme::Https)
}

impl Host {
    fn matches(&self, file: &Address, page: &Address) -> bool {
        let named = self.scheme.as_deref().unwrap_or(page.scheme.name());
        scheme_fits(named, file.scheme)
            && self.host_fits(&file.host)
            && self.port_fits(file)
            && self.path_fits(&file.path)
    }

    fn host_fits(&self, host: &str) -> bool {
        match self.host.strip_prefix('*') {
            Some("") => true,
            Some(end) => host.len() > end.len() && host.ends_with(end),
            None => self.host == host,
        }
    }

    fn port_fits(&self, file: &Address) -> bool {
        match self.port {
            None => file.port == file.scheme.port(),
            Some(Port::Any) => true,
            // Chromium also lets 80 stand for 443; the standard does not.
            Some(Port::Number(port)) => port == file.port,
        }
    }

    fn path_fits(&self, path: &str) -> bool {
        let own = self.path.as_str();
        if own.is_empty() {
            return true;
        }
        let (mut own_parts, mut parts) = (own.split('/'), path.split('/'));
        // A path that ends with `/` stands for all that begin so.
        let begins = own.ends_with('/');
        if begins {
            own_parts.next_back();
        }
        let same = own_parts.all(|own| parts.next().is_some_and(|it| decoded(own) == decoded(it)));
        same && parts.next().is_some() == begins
    }
}

/// A part of a path with `%41` and the like read.
fn decoded(part: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = tail
            .get(..2)
            .filter(|digits| *first == b'%' && digits.iter().all(u8::is_ascii_hexdigit))
            .and_then(|digits| core::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = match code {
            Some(_) => tail.get(2..).unwrap_or_default(),
            None => tail,
        };
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(word: &str, file: &str, page: &str) -> bool {
        let [file, page] = [file, page].map(|text| Address::read(text).unwrap());
        Source::read(word).matches(&file, &page)
    }

    const PAGE: &str = "https://www.host.cn/";

    #[test]
    fn words_are_told_apart() {
        assert_eq!(Source::read("'NONE'"), Source::None);
        assert_eq!(Source::read("'Self'"), Source::Own);
        assert_eq!(Source::read("'strict-dynamic'"), Source::StrictDynamic);
        assert_eq!(Source::read("'unsafe-inline'"), Source::Keyword);
        assert_eq!(
            Source::read("'nonce-Ab+/_-1=='"),
            Source::Nonce("Ab+/_-1==".into())
        );
        assert_eq!(
            Source::read("'SHA384-YQ=='"),
            Source::Hash("sha384-YQ==".into())
        );
        assert_eq!(Source::read("HTTPS:"), Source::Scheme("https".into()));
        for word in [
            "'self",
            "self'",
            "'https://a.cn'",
            "'nonce-'",
            "'nonce-a b'",
            "'md5-YQ=='",
            "'sha384-YQ==='",
            "https://",
            "*.",
            "a..b",
            "*a.cn",
            "a.cn:x",
            "a.cn:99999",
            "a.cn/?q",
            "例子.cn",
            "://a.cn",
            "",
        ] {
            assert_eq!(Source::read(word), Source::Unknown, "{word}");
        }
    }

    #[test]
    fn a_word_without_quotes_is_a_host() {
        let Source::Host(host) = Source::read("self") else {
            panic!()
        };
        assert_eq!(host.host, "self");
    }

    #[test]
    fn hosts_match_whole_or_by_their_end() {
        assert!(fits("https://b.cn", "https://b.cn/embed/v1.js", PAGE));
        assert!(fits("B.CN", "https://b.cn/", PAGE));
        assert!(!fits("b.cn", "https://a.b.cn/", PAGE));
        assert!(fits("*.b.cn", "https://a.b.cn/", PAGE));
        assert!(fits("*.b.cn", "https://c.a.b.cn/", PAGE));
        assert!(!fits("*.b.cn", "https://b.cn/", PAGE));
        assert!(!fits("*.b.cn", "https://ab.cn/", PAGE));
        assert!(fits("https://*", "https://b.cn/", PAGE));
        assert!(fits("*", "https://b.cn:9/", PAGE));
    }

    #[test]
    fn a_scheme_stands_for_its_encrypted_form_and_not_the_other_way() {
        assert!(fits("http://b.cn", "https://b.cn/", PAGE));
        assert!(!fits("https://b.cn", "http://b.cn/", "http://www.host.cn/"));
        assert!(!fits("b.cn", "http://b.cn/", PAGE));
        assert!(fits("b.cn", "https://b.cn/", "http://www.host.cn/"));
        assert!(fits("https:", "https://b.cn/", PAGE));
        assert!(!fits("https:", "http://b.cn/", PAGE));
        assert!(!fits("data:", "https://b.cn/", PAGE));
    }

    #[test]
    fn ports_must_be_named_unless_they_are_the_schemes() {
        assert!(!fits("https://b.cn", "https://b.cn:8443/", PAGE));
        assert!(fits("https://b.cn:8443", "https://b.cn:8443/", PAGE));
        assert!(fits("https://b.cn:*", "https://b.cn:8443/", PAGE));
        assert!(fits("https://b.cn:443", "https://b.cn/", PAGE));
        assert!(!fits("http://b.cn:80", "https://b.cn/", PAGE));
        assert!(!fits("https://b.cn:444", "https://b.cn/", PAGE));
    }

    #[test]
    fn a_path_is_whole_unless_it_ends_with_a_slash() {
        let file = "https://b.cn/embed/v1.js";
        assert!(fits("https://b.cn/embed/v1.js", file, PAGE));
        assert!(fits("https://b.cn/embed/", file, PAGE));
        assert!(fits("https://b.cn/", file, PAGE));
        assert!(fits("https://b.cn/%65mbed/", file, PAGE));
        assert!(!fits("https://b.cn/embed", file, PAGE));
        assert!(!fits("https://b.cn/embed/v1", file, PAGE));
        assert!(!fits("https://b.cn/Embed/", file, PAGE));
        assert!(!fits("https://b.cn/embed/v1.js/", file, PAGE));
    }

    #[test]
    fn own_is_the_origin_or_its_encrypted_form() {
        assert!(fits("'self'", "https://www.host.cn/a", PAGE));
        assert!(!fits("'self'", "https://host.cn/a", PAGE));
        assert!(!fits("'self'", "https://www.host.cn:8443/a", PAGE));
        assert!(fits(
            "'self'",
            "https://www.host.cn/a",
            "http://www.host.cn/"
        ));
        assert!(!fits("'self'", "http://www.host.cn/a", PAGE));
    }
}
