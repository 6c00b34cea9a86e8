//! The page with everything in it, for a first visit: one round trip instead of two
//! (docs/decisions/0007).

use core::fmt;

/// The page that links its files; answers every address without a file of its own.
pub const LINKED: &str = "app.html";

/// What a first visit to these addresses gets has everything in it.
pub const WHOLE: [&str; 2] = ["index.html", "check/index.html"];

/// Where a page's shell ends: what stands before is sent and painted by itself.
pub const SHELL_END: &str = "<!-- The shell ends here. -->";

/// Why a page can't be made: one sentence, lower case, no full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong(pub String);

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for Wrong {}

/// The page with its style sheet, its pack, its code and its script inside; `read` gives a file
/// by its address.
///
/// # Errors
///
/// If the page is not as the build makes it, or `read` fails.
pub fn whole(linked: &str, read: impl Fn(&str) -> Result<Vec<u8>, Wrong>) -> Result<String, Wrong> {
    let text = |name: &str| {
        String::from_utf8(read(name)?).map_err(|_| Wrong(format!("`{name}` is not text")))
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
    if !glue.contains("function __wbg_init(") {
        return Err(lacks("function `__wbg_init` in its script"));
    }
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

fn lacks(what: &str) -> Wrong {
    Wrong(format!("the page has no {what} where we expect it"))
}

/// The page, linked or whole, with another pack: `names` are the addresses that change, the
/// pack's own first, and `bytes` is the new pack.
///
/// # Errors
///
/// If the page names no such pack.
pub fn with_pack(page: &str, names: &[(String, String)], bytes: &[u8]) -> Result<String, Wrong> {
    let (old, new) = names.first().ok_or_else(|| lacks("pack"))?;
    let mut page = page.to_owned();
    let begin = format!("{}\"{old}\">", opening("pack"));
    if let Some(at) = page.find(&begin) {
        let rest = page.get(at..).unwrap_or_default();
        let end = rest.find(CLOSING).ok_or_else(|| lacks("end of its pack"))?;
        page.replace_range(at..at + end + CLOSING.len(), &data("pack", new, bytes));
    } else if !page.contains(old.as_str()) {
        return Err(Wrong(format!("the page does not name `{old}`")));
    }
    for (old, new) in names {
        page = page.replace(old.as_str(), new);
    }
    Ok(page)
}

/// Puts something at the end of the page.
fn put(page: &str, what: &str) -> Result<String, Wrong> {
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
    format!("{}\"{name}\">{text}{CLOSING}", opening(id))
}

/// What `data` begins with, up to the name.
fn opening(id: &str) -> String {
    format!("<script type=\"application/octet-stream\" id=\"{id}\" data-href=")
}

const CLOSING: &str = "</script>";

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

    fn read(name: &str) -> Result<Vec<u8>, Wrong> {
        Ok(match name {
            "/packs/a.pack" => vec![0, 13, 60, 65, 255],
            "/app.js" => b"function __wbg_init() {}".to_vec(),
            "/app.wasm" => b"wasm".to_vec(),
            "/a.css" => b"a{}".to_vec(),
            other => return Err(Wrong(format!("no `{other}`"))),
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
        let wrong = whole("<body></body>", read).unwrap_err();
        assert_eq!(wrong.0, "the page has no style sheet where we expect it");
        // Made smaller, and its name with it.
        let other = |name: &str| match name {
            "/app.js" => Ok(b"function Ft() {}".to_vec()),
            name => read(name),
        };
        let wrong = whole(LINKED_PAGE, other).unwrap_err();
        assert!(wrong.0.contains("`__wbg_init`"), "{wrong}");
    }

    #[test]
    fn another_pack_takes_the_place_of_the_first_in_both_kinds_of_pages() {
        let names = [("/packs/a.pack".to_owned(), "/packs/b.pack".to_owned())];
        let linked = with_pack(LINKED_PAGE, &names, b"new").unwrap();
        assert_eq!(linked, LINKED_PAGE.replace("a.pack", "b.pack"));
        let page = with_pack(&whole(LINKED_PAGE, read).unwrap(), &names, &[60, 1]).unwrap();
        assert!(
            page.contains("data-href=\"/packs/b.pack\">\u{13c}\u{1}</script>"),
            "{page}"
        );
        assert!(!page.contains("a.pack"));
        assert!(with_pack("<body></body>", &names, b"").is_err());
    }
}
