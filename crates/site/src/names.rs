//! What a file's name says.

use sha2::{Digest, Sha256};

use crate::hex;

/// The media type that a file's name stands for.
pub fn mime(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "csv" => "text/csv; charset=utf-8",
        "pdf" => "application/pdf",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}

/// Whether a name holds a word of twelve to sixteen hexadecimal digits: `app-0123456789abcdef_bg.wasm`.
///
/// Trunk's hashes have sixteen but for leading zeros.
pub fn is_hashed(name: &str) -> bool {
    name.split(['-', '.', '_', '/'])
        .any(|word| (12..=16).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// The folder of widgets for other sites.
pub const EMBED: &str = "embed/";

/// Whether an address is a widget's, which other sites may frame. `/embed/check` is a page for
/// those who run such a site, and so is `/embed`.
pub fn may_be_framed(path: &str) -> bool {
    let name = path
        .strip_prefix("/embed/")
        .map(|it| it.trim_end_matches('/'));
    name.is_some_and(|name| !matches!(name, "" | "check"))
}

/// Whether a file of this name never has another content: its name holds a hash, or it is a
/// version of the widgets' loader, which other sites ask for with its integrity hash.
pub fn never_changes(name: &str) -> bool {
    let version = name.strip_prefix(EMBED).and_then(|it| it.strip_prefix('v'));
    let version = version.and_then(|it| it.strip_suffix(".js"));
    let loader = version.is_some_and(|it| it.bytes().all(|b| b.is_ascii_digit()));
    is_hashed(name) || loader
}

/// Sixteen hexadecimal digits that stand for a file's content, in its name and its `ETag`.
pub fn short_hash(content: &[u8]) -> String {
    hex(&Sha256::digest(content), 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_with_a_hash_is_kept_for_ever() {
        assert!(is_hashed("app-0123456789abcdef_bg.wasm"));
        assert!(is_hashed("main-78b60fa2f61a34c.css"));
        assert!(is_hashed("packs/shanghai.e3b0c44298fc1c14.pack"));
        assert!(!is_hashed("index.html"));
        assert!(!is_hashed("icons/icon-512.png"));
    }

    #[test]
    fn widgets_may_be_framed_and_the_pages_about_them_may_not() {
        for path in ["/embed/loan", "/embed/loan/", "/embed/nothing"] {
            assert!(may_be_framed(path), "{path}");
        }
        for path in [
            "/",
            "/embed",
            "/embed/",
            "/embed/check",
            "/embed/check/",
            "/check",
            "/embedded/loan",
        ] {
            assert!(!may_be_framed(path), "{path}");
        }
    }

    #[test]
    fn a_version_of_the_loader_is_kept_for_ever_too() {
        assert!(never_changes("embed/v1.js"));
        assert!(never_changes("app-0123456789abcdef.js"));
        assert!(!never_changes("embed/subsidy/index.html"));
        assert!(!never_changes("embed/vx.js"));
        assert!(!never_changes("v1.js"));
    }

    #[test]
    fn the_name_of_a_pack_follows_from_its_content() {
        assert_eq!(short_hash(b""), "e3b0c44298fc1c14");
        assert_ne!(short_hash(b"a"), short_hash(b"b"));
    }
}
