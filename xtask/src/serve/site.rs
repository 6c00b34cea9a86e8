//! The built site in memory: which file answers which path, in which encoding.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::fault::{AtPath, Fault, Outcome};
use crate::project::files_under;

/// Every file of the site with its compressed twins.
pub struct Site {
    files: BTreeMap<String, File>,
}

/// The app's page, for every address without a file of its own.
const PAGE: &str = "/app.html";

/// One file of the site.
pub struct File {
    /// Its media type.
    pub mime: &'static str,
    /// Its content's name in an `ETag`, quotes included; weak, for it is the same in every encoding.
    pub etag: String,
    /// Its name holds its content's hash, so it never changes.
    pub immutable: bool,
    /// A page's content security policy, with the hashes of its inline scripts and styles; of
    /// anything else, one that allows nothing.
    pub policy: String,
    plain: Vec<u8>,
    brotli: Option<Vec<u8>>,
    gzip: Option<Vec<u8>>,
}

/// A path's answer.
#[derive(Clone, Copy)]
pub enum Found<'a> {
    /// A file, or the app's page for one of its routes.
    File(&'a File),
    /// No such file.
    Missing,
}

impl Site {
    /// Reads a built site.
    ///
    /// # Errors
    ///
    /// If there is no index.html or a file cannot be read.
    pub fn read(dist: &Path) -> Outcome<Self> {
        let mut files = BTreeMap::new();
        for path in files_under(dist)? {
            let Ok(inside) = path.strip_prefix(dist) else {
                continue;
            };
            let name = inside.to_string_lossy().replace('\\', "/");
            if name.ends_with(".br") || name.ends_with(".gz") {
                continue;
            }
            let plain = fs::read(&path).at("read", &path)?;
            let beside = |end: &str| fs::read(dist.join(format!("{name}.{end}"))).ok();
            let html = match name.ends_with(".html") {
                true => String::from_utf8_lossy(&plain),
                false => "".into(),
            };
            let file = File {
                mime: mime(&name),
                policy: policy(&html),
                etag: format!("W/\"{}\"", hex(&Sha256::digest(&plain), 8)),
                immutable: is_hashed(&name),
                brotli: beside("br"),
                gzip: beside("gz"),
                plain,
            };
            files.insert(format!("/{name}"), file);
        }
        if !files.contains_key(PAGE) {
            return Err(Fault::new(format!("`{}` holds no {PAGE}", dist.display()))
                .help("run `cargo xtask build` first"));
        }
        Ok(Self { files })
    }

    /// What answers a path: its file; a folder's index.html; the app's page for anything that
    /// looks like a route; nothing for a file that is not there.
    pub fn find(&self, path: &str) -> Found<'_> {
        let exact = self.files.get(path);
        let index = || {
            self.files
                .get(&format!("{}/index.html", path.trim_end_matches('/')))
        };
        if let Some(file) = exact.or_else(index) {
            return Found::File(file);
        }
        let last = path.rsplit('/').next().unwrap_or_default();
        match self.files.get(PAGE) {
            Some(page) if !last.contains('.') => Found::File(page),
            _ => Found::Missing,
        }
    }
}

impl File {
    /// The bytes to send and the name of their encoding, by what the browser accepts.
    pub fn body(&self, accepted: &str) -> (&[u8], Option<&'static str>) {
        let accepts = |name: &str| {
            accepted.split(',').any(|item| {
                let mut words = item.split(';').map(str::trim);
                words.next() == Some(name) && !words.any(|w| matches!(w, "q=0" | "q=0.0"))
            })
        };
        match (&self.brotli, &self.gzip) {
            (Some(bytes), _) if accepts("br") => (bytes, Some("br")),
            (_, Some(bytes)) if accepts("gzip") => (bytes, Some("gzip")),
            _ => (&self.plain, None),
        }
    }

    /// Whether there is more than one encoding, so that caches must look at `Accept-Encoding`.
    pub fn varies(&self) -> bool {
        self.brotli.is_some() || self.gzip.is_some()
    }
}

/// The media type that a file's name stands for.
fn mime(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}

/// Whether a name holds a word of twelve to sixteen hexadecimal digits: `app-0123456789abcdef_bg.wasm`.
///
/// Trunk's hashes have sixteen but for leading zeros.
fn is_hashed(name: &str) -> bool {
    name.split(['-', '.', '_', '/'])
        .any(|word| (12..=16).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// The content security policy of a page: nothing but its own files and exactly its own inline
/// scripts and styles.
fn policy(html: &str) -> String {
    let scripts = hashes(html, "script");
    let styles = hashes(html, "style");
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; \
         style-src 'self'{styles}; connect-src 'self'; img-src 'self' data:; \
         manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; \
         frame-ancestors 'none'"
    )
}

/// ` 'sha256-…'` for each inline element of that name.
fn hashes(html: &str, element: &str) -> String {
    let (open, close) = (format!("<{element}"), format!("</{element}>"));
    let mut found = String::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once(&open) {
        let Some((tag, after)) = after.split_once('>') else {
            break;
        };
        let Some((content, after)) = after.split_once(&close) else {
            break;
        };
        // What is data is not run, so that the policy need not name it.
        if !content.is_empty() && !tag.contains("src=") && !tag.contains("octet-stream") {
            found += &format!(" 'sha256-{}'", base64(&Sha256::digest(content)));
        }
        rest = after;
    }
    found
}

fn hex(bytes: &[u8], count: usize) -> String {
    bytes
        .iter()
        .take(count)
        .map(|b| format!("{b:02x}"))
        .collect()
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let value = chunk
            .iter()
            .chain([&0, &0])
            .take(3)
            .fold(0usize, |sum, byte| sum << 8 | usize::from(*byte));
        for place in 0..4 {
            let digit = DIGITS.get(value >> (18 - 6 * place) & 63);
            let shown = place <= chunk.len();
            text.push(digit.filter(|_| shown).map_or('=', |d| char::from(*d)));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> File {
        File {
            mime: "text/html; charset=utf-8",
            etag: "\"e\"".into(),
            immutable: false,
            policy: String::new(),
            plain: text.into(),
            brotli: Some(b"br".to_vec()),
            gzip: Some(b"gz".to_vec()),
        }
    }

    fn site() -> Site {
        let files = [
            ("/index.html".to_owned(), file("whole")),
            ("/check/index.html".to_owned(), file("whole")),
            ("/app.html".to_owned(), file("app")),
            ("/app-0123456789abcdef.js".to_owned(), file("js")),
            ("/plain/index.html".to_owned(), file("plain")),
        ];
        Site {
            files: files.into(),
        }
    }

    fn text(found: Found<'_>) -> Option<String> {
        match found {
            Found::File(file) => Some(String::from_utf8_lossy(&file.plain).into_owned()),
            Found::Missing => None,
        }
    }

    #[test]
    fn routes_give_the_app_and_missing_files_give_nothing() {
        let site = site();
        assert_eq!(text(site.find("/")).as_deref(), Some("whole"));
        assert_eq!(text(site.find("/check")).as_deref(), Some("whole"));
        assert_eq!(
            text(site.find("/programmes/sh_skill_upgrade")).as_deref(),
            Some("app")
        );
        assert_eq!(text(site.find("/plain/")).as_deref(), Some("plain"));
        assert_eq!(
            text(site.find("/app-0123456789abcdef.js")).as_deref(),
            Some("js")
        );
        assert_eq!(text(site.find("/app-gone.js")), None);
        assert_eq!(text(site.find("/../etc/passwd.txt")), None);
    }

    #[test]
    fn the_best_accepted_encoding_is_sent() {
        let file = file("plain");
        assert_eq!(
            file.body("gzip, deflate, br, zstd"),
            (&b"br"[..], Some("br"))
        );
        assert_eq!(file.body("gzip"), (&b"gz"[..], Some("gzip")));
        assert_eq!(file.body("br;q=0, gzip;q=0"), (&b"plain"[..], None));
        assert_eq!(file.body(""), (&b"plain"[..], None));
    }

    #[test]
    fn only_a_name_with_a_hash_is_kept_for_ever() {
        assert!(is_hashed("app-0123456789abcdef_bg.wasm"));
        assert!(is_hashed("main-78b60fa2f61a34c.css"));
        assert!(is_hashed("packs/shanghai.e3b0c44298fc1c14.pack"));
        assert!(!is_hashed("index.html"));
        assert!(!is_hashed("icons/icon-512.png"));
    }

    #[test]
    fn base64_pads_as_the_standard_says() {
        assert_eq!(base64(b""), "");
        assert_eq!(base64(b"f"), "Zg==");
        assert_eq!(base64(b"fo"), "Zm8=");
        assert_eq!(base64(b"foobar"), "Zm9vYmFy");
    }

    #[test]
    fn inline_scripts_and_styles_are_named_by_hash_and_linked_ones_are_not() {
        let html = "<script type=\"module\">alert(1)</script><script src=\"/a.js\"></script>\
                    <style>a{}</style>";
        let expected = base64(&Sha256::digest("alert(1)"));
        let policy = policy(html);
        assert!(policy.contains(&format!(
            "'wasm-unsafe-eval' 'sha256-{expected}'; style-src"
        )));
        assert_eq!(policy.matches("sha256-").count(), 2);
    }
}
