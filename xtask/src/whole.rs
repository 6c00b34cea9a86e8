//! The page with everything in it, for a first visit: one round trip instead of two.
//!
//! `/` and `/check` are answered with it; every other address gets the page that links its files
//! (docs/decisions/0007).

use std::fs;
use std::path::Path;

use crate::fault::{AtPath, Fault, Outcome};

/// The page that links its files; answers every address without a file of its own.
pub const LINKED: &str = "app.html";

/// What a first visit to these addresses gets has everything in it.
const WHOLE: [&str; 2] = ["index.html", "check/index.html"];

/// Writes both kinds of pages from the one that Trunk wrote.
///
/// # Errors
///
/// If that page is not as we expect it, or a file of it is missing.
pub fn write(dist: &Path) -> Outcome {
    let index = dist.join("index.html");
    let linked = fs::read_to_string(&index).at("read", &index)?;
    let page = dist.join(LINKED);
    fs::write(&page, &linked).at("write", &page)?;
    let whole = whole(&linked, |name| {
        let path = dist.join(name.trim_start_matches('/'));
        fs::read(&path).at("read", &path)
    })?;
    for name in WHOLE {
        let path = dist.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).at("make", folder)?;
        }
        fs::write(&path, &whole).at("write", &path)?;
    }
    Ok(())
}

/// The page with its style sheet, its pack, its code and its script inside; `read` gives a file
/// by its address.
fn whole(linked: &str, read: impl Fn(&str) -> Outcome<Vec<u8>>) -> Outcome<String> {
    let text = |name: &str| {
        String::from_utf8(read(name)?).map_err(|_| Fault::new(format!("`{name}` is not text")))
    };
    let mut page = linked.to_owned();
    // Nothing is fetched beside the page.
    while let Some(tag) = tag_with(&page, "<link", "rel=\"modulepreload\"") {
        page = page.replace(&tag, "");
    }
    while let Some(tag) = tag_with(&page, "<link", "as=\"fetch\"") {
        if attribute(&tag, "id") == Some("pack") {
            let name = attribute(&tag, "href").unwrap_or_default().to_owned();
            page = page.replace(&tag, "");
            page = put(&page, &data("pack", &name, &read(&name)?))?;
        } else {
            page = page.replace(&tag, "");
        }
    }
    let sheet =
        tag_with(&page, "<link", "rel=\"stylesheet\"").ok_or_else(|| lacks("style sheet"))?;
    let style = text(attribute(&sheet, "href").unwrap_or_default())?;
    page = page.replace(&sheet, &format!("<style>{style}</style>"));
    let (script, imports) = module(&page).ok_or_else(|| lacks("module script"))?;
    page = page.replace(&script, "");
    let names: Vec<&str> = imports.split('\'').skip(1).step_by(2).collect();
    let [script, code] = names[..] else {
        return Err(lacks("script's import and its code"));
    };
    page = put(&page, &data("code", code, &read(code)?))?;
    let glue = text(script)?;
    put(
        &page,
        &format!("<script type=\"module\">{glue}\n{START}</script>"),
    )
}

/// Reads what stands in the page, as `data` wrote it, and starts the app.
const START: &str = "const text = document.getElementById(\"code\").textContent, code = new Uint8Array(text.length);
for (let i = 0; i < text.length; i++) code[i] = text.charCodeAt(i);
__wbg_init({ module_or_path: code });
";

fn lacks(what: &str) -> Fault {
    Fault::new(format!("index.html has no {what} where we expect it"))
        .help("Trunk writes it; look at xtask/src/whole.rs")
}

/// Puts something at the end of the page.
fn put(page: &str, what: &str) -> Outcome<String> {
    let (before, after) = page
        .rsplit_once("</body>")
        .ok_or_else(|| lacks("end of its body"))?;
    Ok(format!("{before}{what}</body>{after}"))
}

/// Bytes as text in the page: each is the character of its number, but for those that HTML would
/// change, which stand 256 higher. Brotli makes it 4 % larger than the file; base64 would be 30 %.
fn data(id: &str, name: &str, bytes: &[u8]) -> String {
    let text: String = bytes
        .iter()
        .map(|&byte| match byte {
            b'\0' | b'\r' | b'<' => char::from_u32(256 + u32::from(byte)).unwrap_or('\u{fffd}'),
            byte => char::from(byte),
        })
        .collect();
    format!(
        "<script type=\"application/octet-stream\" id=\"{id}\" data-href=\"{name}\">{text}</script>"
    )
}

/// The first tag that begins so and holds such an attribute.
fn tag_with(page: &str, begin: &str, holds: &str) -> Option<String> {
    page.match_indices(begin).find_map(|(at, _)| {
        let rest = page.get(at..)?;
        let tag = rest.get(..=rest.find('>')?)?;
        tag.contains(holds).then(|| tag.to_owned())
    })
}

/// The value of a tag's attribute.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

/// The inline module script, whole, and its text.
fn module(page: &str) -> Option<(String, String)> {
    let at = page.find("<script type=\"module\">")?;
    let rest = page.get(at..)?;
    let end = rest.find("</script>")?;
    let inside = rest.get("<script type=\"module\">".len()..end)?;
    Some((
        rest.get(..end + "</script>".len())?.to_owned(),
        inside.to_owned(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINKED_PAGE: &str = "<head><link id=\"pack\" rel=\"preload\" href=\"/packs/a.pack\" as=\"fetch\" />\
        <script type=\"module\">\nimport init, * as bindings from '/app.js';\nconst wasm = await init({ module_or_path: '/app.wasm' });\n</script>\
        <link rel=\"modulepreload\" href=\"/app.js\"><link rel=\"preload\" href=\"/app.wasm\" as=\"fetch\"></head>\
        <body>shell<link rel=\"stylesheet\" href=\"/a.css\"/></body>";

    fn read(name: &str) -> Outcome<Vec<u8>> {
        Ok(match name {
            "/packs/a.pack" => vec![0, 13, 60, 65, 255],
            "/app.js" => b"function __wbg_init() {}".to_vec(),
            "/app.wasm" => b"wasm".to_vec(),
            "/a.css" => b"a{}".to_vec(),
            other => return Err(Fault::new(format!("no `{other}`"))),
        })
    }

    #[test]
    fn everything_stands_in_the_page_and_nothing_is_linked() {
        let page = whole(LINKED_PAGE, read).unwrap();
        assert!(!page.contains("<link"), "{page}");
        assert!(!page.contains("import init"), "{page}");
        assert!(page.contains("<body>shell<style>a{}</style>"), "{page}");
        assert!(page.contains("id=\"code\" data-href=\"/app.wasm\">wasm</script>"));
        assert!(page.contains("<script type=\"module\">function __wbg_init() {}\n"));
        assert!(page.ends_with("</script></body>"));
    }

    #[test]
    fn bytes_come_back_from_the_page_as_they_were() {
        let page = whole(LINKED_PAGE, read).unwrap();
        let inside = page.split("data-href=\"/packs/a.pack\">").nth(1).unwrap();
        let inside = inside.split("</script>").next().unwrap();
        assert!(!inside.contains(['\0', '\r', '<']));
        let bytes: Vec<u8> = inside.chars().map(|c| u32::from(c) as u8).collect();
        assert_eq!(bytes, read("/packs/a.pack").unwrap());
    }

    #[test]
    fn a_page_of_another_make_is_refused() {
        let fault = whole("<body></body>", read).unwrap_err();
        assert_eq!(
            fault.what,
            "index.html has no style sheet where we expect it"
        );
    }
}
