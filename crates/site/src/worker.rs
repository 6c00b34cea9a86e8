//! The list of files that the service worker keeps on a visitor's device.

use sha2::{Digest, Sha256};

use crate::policy::{WORKERS, hex};
use crate::whole::WHOLE;

/// The worker; `public/` holds it without a list.
pub const SERVICE_WORKER: &str = "sw.js";

/// Where the list stands in the worker.
const PLACE: &str = "const [VERSION, FILES] = ";

/// What a worker says that has no list: it removes itself, and what it kept.
const NONE: &str = "[null, null]";

/// Whether a file of the site is kept: what pages are made of, but not the pages that hold
/// everything (app.html takes their place), nor what the network alone needs.
pub fn is_kept(name: &str) -> bool {
    let kind = name.rsplit('.').next().unwrap_or_default();
    let apart = WHOLE.contains(&name)
        || name == SERVICE_WORKER
        || name.starts_with("embed/")
        || name.starts_with("icons/");
    !apart && !matches!(kind, "br" | "gz" | "webmanifest" | "txt" | "xml")
}

/// Whether a file is kept as soon as the page is idle; others when they are first used.
pub fn is_ahead(name: &str) -> bool {
    is_kept(name) && !name.starts_with(WORKERS)
}

/// The worker with the list of those files that are kept, given with name and content; it may have
/// a list already. The version is the list's own hash. `None` if it has no place for one.
pub fn with_files<'a>(
    worker: &str,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> Option<String> {
    let (before, rest) = worker.split_once(PLACE)?;
    let (_, after) = rest.split_once(";\n")?;
    let mut lines: Vec<String> = files
        .into_iter()
        .filter(|(name, _)| is_kept(name))
        .map(|(name, bytes)| format!("\"/{name}\":\"{}\"", hex(&Sha256::digest(bytes), 16)))
        .collect();
    lines.sort();
    let list = lines.join(",");
    let version = hex(&Sha256::digest(&list), 8);
    Some(format!(
        "{before}{PLACE}[\"{version}\", {{{list}}}];\n{after}"
    ))
}

/// Whether a worker has a list: one without keeps nothing, and must not be given one.
pub fn has_files(worker: &str) -> bool {
    !worker.contains(&format!("{PLACE}{NONE}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "// worker\nconst [VERSION, FILES] = [null, null];\nrest;\n";

    #[test]
    fn the_list_takes_the_templates_place_and_an_older_lists() {
        let first = with_files(TEMPLATE, [("b.js", &b"b"[..]), ("app.html", b"a")]).unwrap();
        // The first 16 bytes of SHA-256 of "a" and "b".
        let list = "{\"/app.html\":\"ca978112ca1bbdcafac231b39a23dc4d\",\
                    \"/b.js\":\"3e23e8160039594a33894f6564e1b134\"}";
        assert!(first.contains(list), "{first}");
        assert!(first.ends_with(";\nrest;\n") && first.starts_with("// worker\n"));
        let again = with_files(&first, [("app.html", &b"a"[..]), ("b.js", b"b")]).unwrap();
        assert_eq!(again, first);
        assert!(has_files(&first) && !has_files(TEMPLATE));
        let other = with_files(&first, [("app.html", &b"c"[..]), ("sw.js", b"")]).unwrap();
        assert_ne!(other.lines().nth(1), first.lines().nth(1));
        assert!(!other.contains("/b.js") && !other.contains("/sw.js"));
        assert_eq!(with_files("nothing", []), None);
    }

    #[test]
    fn pages_of_a_first_visit_and_what_needs_the_network_are_not_kept() {
        for name in [
            "app.html",
            "app-0123456789abcdef_bg.wasm",
            "parts/split_learn-0123456789abcdef.wasm",
            "packs/shanghai.0123456789abcdef.pack",
            "styles/learn.0123456789abcdef.css",
            "plain/en/index.html",
            "icon-32.png",
        ] {
            assert!(is_kept(name) && is_ahead(name), "{name}");
        }
        let used_by_few = "workers/staff.0123456789abcdef.wasm";
        assert!(is_kept(used_by_few) && !is_ahead(used_by_few));
        for name in [
            "index.html",
            "check/index.html",
            "sw.js",
            "app.html.br",
            "embed/v1.js",
            "icons/icon-512.png",
            "manifest.webmanifest",
        ] {
            assert!(!is_kept(name), "{name}");
        }
    }

    #[test]
    fn the_worker_of_public_has_a_place_for_the_list() {
        let worker = include_str!("../../../public/sw.js");
        assert!(!has_files(worker));
        assert!(with_files(worker, [("app.html", &b""[..])]).is_some());
    }
}
