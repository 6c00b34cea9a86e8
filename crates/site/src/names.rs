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
    fn the_name_of_a_pack_follows_from_its_content() {
        assert_eq!(short_hash(b""), "e3b0c44298fc1c14");
        assert_ne!(short_hash(b"a"), short_hash(b"b"));
    }
}
