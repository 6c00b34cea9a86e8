//! The content security policy of a page: nothing but its own files and exactly its own inline
//! scripts and styles.

use sha2::{Digest, Sha256};

use crate::worker::SERVICE_WORKER;

/// The policy of what is no page.
pub const NOTHING: &str = "default-src 'none'; frame-ancestors 'none'";

/// The folder of scripts that run as workers.
pub const WORKERS: &str = "workers/";

/// The policy of a worker's script: it may run its module and reach nothing. What the page gives
/// it cannot leave the browser.
pub const WORKER: &str =
    "default-src 'none'; script-src 'wasm-unsafe-eval'; frame-ancestors 'none'";

/// The policy of the service worker: it fetches the site's own files.
const SERVICE: &str = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";

/// The policy of a file that is no page.
pub fn policy_of_file(name: &str) -> &'static str {
    match name.starts_with(WORKERS) && name.ends_with(".js") {
        true => WORKER,
        false if name == SERVICE_WORKER => SERVICE,
        false => NOTHING,
    }
}

/// The policy of a page that may be framed by `ancestors`: `'none'`, or origins.
pub fn policy(html: &str, ancestors: &str) -> String {
    let scripts = hashes(html, "script");
    let styles = hashes(html, "style");
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; \
         style-src 'self'{styles}; connect-src 'self'; img-src 'self' data:; \
         manifest-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; \
         form-action 'self'; frame-ancestors {ancestors}"
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

/// The first `count` bytes in hexadecimal.
pub fn hex(bytes: &[u8], count: usize) -> String {
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

    #[test]
    fn a_workers_script_may_run_its_module_and_connect_nowhere() {
        let policy = policy_of_file("workers/staff.0123456789abcdef.js");
        assert_eq!(
            policy,
            "default-src 'none'; script-src 'wasm-unsafe-eval'; frame-ancestors 'none'"
        );
        assert_eq!(
            policy_of_file("workers/staff.0123456789abcdef.wasm"),
            NOTHING
        );
        assert_eq!(policy_of_file("app-0123456789abcdef.js"), NOTHING);
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
        let policy = policy(html, "'none'");
        assert!(policy.contains(&format!(
            "'wasm-unsafe-eval' 'sha256-{expected}'; style-src"
        )));
        assert_eq!(policy.matches("sha256-").count(), 2);
        assert!(policy.ends_with("frame-ancestors 'none'"));
    }
}
