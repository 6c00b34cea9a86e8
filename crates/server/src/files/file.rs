//! One file of the site, with the headers of its answers made beforehand.

use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use bytes::Bytes;

/// A content and its compressed twins.
#[derive(Clone, Default)]
pub struct Encoded {
    /// As it is.
    pub plain: Bytes,
    /// Brotli, where it is shorter.
    pub brotli: Option<Bytes>,
    /// Gzip, where it is shorter.
    pub gzip: Option<Bytes>,
}

/// Which of a file's encodings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// None.
    Plain,
    /// `br`.
    Brotli,
    /// `gzip`.
    Gzip,
}

/// What the headers of every answer depend on.
#[derive(Clone, Debug, Default)]
pub struct Headers {
    /// The site is reached by HTTPS.
    pub tls: bool,
    /// Origins that may frame `/embed/…`.
    pub frame_ancestors: Vec<String>,
}

impl Headers {
    /// The headers that answers of every kind have.
    pub fn common(&self) -> HeaderMap {
        let mut map = HeaderMap::with_capacity(16);
        let mut set = |name: HeaderName, value: &'static str| {
            map.insert(name, HeaderValue::from_static(value));
        };
        set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
        set(header::REFERRER_POLICY, "no-referrer");
        set(
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        );
        set(
            HeaderName::from_static("permissions-policy"),
            "camera=(), geolocation=(self), microphone=()",
        );
        if self.tls {
            // Two years, as browsers' own lists want it; other names of the domain are not ours.
            set(header::STRICT_TRANSPORT_SECURITY, "max-age=63072000");
        }
        map
    }

    /// The headers of the API's answers, unless one has its own.
    pub fn of_the_api(&self) -> HeaderMap {
        let mut map = self.common();
        map.insert(
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(::site::NOTHING),
        );
        map.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        map
    }

    /// Who may frame `/embed/…`, as a policy has it: the site itself, whose builder shows widgets,
    /// and those that are listed.
    fn embedders(&self) -> String {
        let own = ["'self'".to_owned()];
        let all: Vec<String> = own.iter().chain(&self.frame_ancestors).cloned().collect();
        all.join(" ")
    }
}

/// Who may load a file.
const CORP: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
/// What a page may load.
const COEP: HeaderName = HeaderName::from_static("cross-origin-embedder-policy");

/// One file of the site.
pub struct File {
    /// What it holds.
    pub content: Encoded,
    /// Its content's name in an `ETag`; weak, for it is the same in every encoding.
    pub etag: HeaderValue,
    /// The headers of each answer with it, but for those that depend on the encoding.
    head: HeaderMap,
    /// The same where the page may be framed.
    embedded: Option<HeaderMap>,
    /// What is said of a file whose name never changes when a browser has it: its other headers
    /// are as they were. Those of a page follow the settings, so they are said anew.
    unchanged: Option<HeaderMap>,
    /// A page whose beginning is painted while the rest is on its way.
    pub has_shell: bool,
}

impl File {
    /// A file of this name.
    pub fn new(name: &str, content: Encoded, headers: &Headers) -> Self {
        let is_page = name.ends_with(".html");
        let html = match is_page {
            true => String::from_utf8_lossy(&content.plain),
            false => "".into(),
        };
        // By the twin that is sent: of what is carried and never asked for no page is then loaded.
        let sent = content.brotli.as_ref().unwrap_or(&content.plain);
        let tag = format!("W/\"{}\"", ::site::short_hash(sent));
        let etag = value(&tag);
        let never_changes = ::site::never_changes(name);
        let mut head = headers.common();
        head.insert(header::ETAG, etag.clone());
        head.insert(
            header::CACHE_CONTROL,
            HeaderValue::from_static(match never_changes {
                true => "public, max-age=31536000, immutable",
                false => "no-cache",
            }),
        );
        if content.brotli.is_some() || content.gzip.is_some() {
            head.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        }
        let unchanged = never_changes.then(|| kept(&head));
        head.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static(::site::mime(name)),
        );
        if !is_page {
            // A widget in a sandbox is of no origin and fetches the site's own files as a stranger;
            // other sites load its loader with an integrity hash.
            head.insert(
                header::ACCESS_CONTROL_ALLOW_ORIGIN,
                HeaderValue::from_static("*"),
            );
            head.insert(CORP, HeaderValue::from_static("cross-origin"));
        }
        let policy = match is_page {
            true => ::site::policy(&html, "'none'"),
            false => ::site::policy_of_file(name).to_owned(),
        };
        head.insert(header::CONTENT_SECURITY_POLICY, value(&policy));
        let embedded = is_page.then(|| {
            let mut head = head.clone();
            let policy = ::site::policy(&html, &headers.embedders());
            head.insert(header::CONTENT_SECURITY_POLICY, value(&policy));
            // Pages that isolate themselves frame only what says this too.
            head.insert(CORP, HeaderValue::from_static("cross-origin"));
            head.insert(COEP, HeaderValue::from_static("require-corp"));
            head
        });
        Self {
            has_shell: is_page && html.contains(::site::SHELL_END),
            content,
            etag,
            head,
            embedded,
            unchanged,
        }
    }

    /// The headers of a 304 (RFC 9110, section 15.4.5); `embedded` where the file may be framed.
    pub fn head_unchanged(&self, embedded: bool) -> HeaderMap {
        self.unchanged.clone().unwrap_or_else(|| {
            let mut head = self.head(embedded);
            head.remove(header::CONTENT_TYPE);
            head
        })
    }

    /// The headers of an answer; `embedded` where it may be framed.
    pub fn head(&self, embedded: bool) -> HeaderMap {
        let embedded = self.embedded.as_ref().filter(|_| embedded);
        embedded.unwrap_or(&self.head).clone()
    }

    /// The bytes to send and their encoding, by what the browser accepts.
    pub fn body(&self, accepted: &str) -> (&Bytes, Encoding) {
        let accepts = |name: &str| {
            accepted.split(',').any(|item| {
                let mut words = item.split(';').map(str::trim);
                words.next() == Some(name) && !words.any(|w| matches!(w, "q=0" | "q=0.0"))
            })
        };
        let Encoded {
            plain,
            brotli,
            gzip,
        } = &self.content;
        match (brotli, gzip) {
            (Some(bytes), _) if accepts("br") => (bytes, Encoding::Brotli),
            (_, Some(bytes)) if accepts("gzip") => (bytes, Encoding::Gzip),
            _ => (plain, Encoding::Plain),
        }
    }
}

/// What a 304 says (RFC 9110, section 15.4.5) where an answer has these headers: the others are as
/// the caller has them.
pub fn kept(head: &HeaderMap) -> HeaderMap {
    let said = [
        header::ETAG,
        header::CACHE_CONTROL,
        header::VARY,
        header::STRICT_TRANSPORT_SECURITY,
    ];
    let found = said.into_iter().filter_map(|name| {
        let value = head.get(&name)?.clone();
        Some((name, value))
    });
    found.collect()
}

/// A header's value; text that can't be one is left out rather than sent in part.
fn value(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).unwrap_or_else(|_| HeaderValue::from_static(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str) -> File {
        let content = Encoded {
            plain: Bytes::from("plain"),
            brotli: Some(Bytes::from("br")),
            gzip: Some(Bytes::from("gz")),
        };
        let headers = Headers {
            tls: true,
            frame_ancestors: vec!["https://a.cn".into(), "https://b.cn".into()],
        };
        File::new(name, content, &headers)
    }

    #[test]
    fn the_best_accepted_encoding_is_sent() {
        let file = file("a.txt");
        for (accepted, body, encoding) in [
            ("gzip, deflate, br, zstd", "br", Encoding::Brotli),
            ("gzip", "gz", Encoding::Gzip),
            ("br;q=0, gzip;q=0", "plain", Encoding::Plain),
            ("", "plain", Encoding::Plain),
        ] {
            assert_eq!(file.body(accepted), (&Bytes::from(body), encoding));
        }
    }

    #[test]
    fn only_embedded_pages_may_be_framed_and_only_by_the_listed() {
        let policy = |head: HeaderMap| head["content-security-policy"].to_str().unwrap().to_owned();
        let page = file("app.html");
        assert!(policy(page.head(false)).ends_with("frame-ancestors 'none'"));
        assert!(
            policy(page.head(true)).ends_with("frame-ancestors 'self' https://a.cn https://b.cn")
        );
        assert_eq!(page.head(true)[COEP], "require-corp");
        assert!(!page.head(false).contains_key(COEP));
        assert!(
            !page
                .head(true)
                .contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN)
        );
        assert_eq!(file("a.js").head(false)[CORP], "cross-origin");
        assert_eq!(
            file("a.js").head(false)[header::ACCESS_CONTROL_ALLOW_ORIGIN],
            "*"
        );
        assert!(policy(file("a.js").head(true)).ends_with("frame-ancestors 'none'"));
        assert_eq!(policy(file("workers/a.js").head(false)), ::site::WORKER);
        assert!(policy(file("sw.js").head(false)).contains("connect-src 'self'"));
        assert_eq!(
            page.head(false)["strict-transport-security"],
            "max-age=63072000"
        );
        assert!(
            !Headers::default()
                .common()
                .contains_key("strict-transport-security")
        );
    }
}
