//! The pages of widgets: as the page that links its files, but for a frame of another page. No
//! home page is painted in it, links open outside, and what the widget needs is asked for at once.

use std::fs;
use std::path::Path;

use site::{LINKED, SHELL_END};

use crate::fault::{AtPath, Fault, Outcome};
use crate::project::{Project, files_under};
use crate::{lists, parts, size};

/// A widget's page and what it shows from the start.
pub struct Frame {
    /// The last word of its address.
    pub name: &'static str,
    /// The part of the app's code that it is in; `src/app.rs` and `src/later.rs` say the same.
    /// `None` for one of the program in `src/lists.rs`.
    pub code: Option<&'static str>,
    /// It computes with the policy pack.
    pub pack: bool,
    /// The parts of the catalogue that it reads.
    pub catalogue: &'static [&'static str],
}

/// Every widget, as `crates/embed` names them.
pub const FRAMES: [Frame; 6] = [
    Frame {
        name: "subsidy",
        code: Some("widget"),
        pack: true,
        catalogue: &[],
    },
    Frame {
        name: "levels",
        code: Some("widget_levels"),
        pack: true,
        catalogue: &[],
    },
    Frame {
        name: "courses",
        code: None,
        pack: false,
        catalogue: &["courses", "places"],
    },
    Frame {
        name: "malan",
        code: Some("widget_malan"),
        pack: false,
        catalogue: &["malan"],
    },
    Frame {
        name: "honours",
        code: None,
        pack: false,
        catalogue: &["honours"],
    },
    Frame {
        name: "loan",
        code: Some("widget_loan"),
        pack: true,
        catalogue: &[],
    },
];

/// Their style sheets beside the first one, as `Part::styles` of `src/later.rs` has them.
const STYLES: [&str; 2] = ["more", "widget"];

/// Colours and language as the address tells them, before the first paint. Nothing is kept.
const SCRIPT: &str = r#"
      {
        const told = new URLSearchParams(location.hash.slice(1));
        const asked = new URLSearchParams(location.search);
        const of = (name) => told.get(name) ?? asked.get(name) ?? "";
        const root = document.documentElement;
        if (/^(light|dark)$/.test(of("theme"))) root.dataset.theme = of("theme");
        if (/^en/.test(of("lang"))) root.lang = "en";
      }
    "#;

/// What is seen until the widget is there.
const SHELL: &str = r#"
      <main id="main">
        <div class="page">
          <p class="loading" id="loading" role="status">八柱正在载入… Loading Bazhu… <a href="tel:12333" target="_self">12333</a></p>
          <noscript>
            <p>这个小工具要用 JavaScript。请看<a href="/plain/index.html">政策文字版</a>，或打 12333。</p>
            <p lang="en">This widget needs JavaScript. Read the <a href="/plain/index.html">plain texts</a>, or call 12333.</p>
          </noscript>
        </div>
      </main>
    "#;

/// The page has its own height, which the loader follows, and is as narrow as its frame: less than
/// a phone where the page around has margins.
const STYLE: &str = "<style>html{overflow-y:auto}body{background:var(--card);min-width:0}</style>";

/// The most that a widget may transfer, in bytes after brotli 11: as a first visit to /check.
const BUDGET: u64 = 200_000;

/// The most that the loader may have, as it is.
const LOADER_BUDGET: usize = 2_000;

/// Prints what each widget transfers, and the loader's integrity hash.
///
/// # Errors
///
/// Over a budget, or no site built.
pub fn report(project: &Project) -> Outcome {
    let dist = project.dist();
    let files = files_under(&dist)?;
    println!("      a widget in a frame, all in all");
    for frame in &FRAMES {
        let page = format!("embed/{}/index.html", frame.name);
        let path = dist.join(&page);
        let html = fs::read_to_string(&path).at("read", &path)?;
        let mut sum = packed(&dist, &page)?;
        for file in &files {
            let name = file.strip_prefix(&dist).unwrap_or(file).to_string_lossy();
            if fetches(&html, &name) {
                sum += packed(&dist, &name)?;
            }
        }
        println!("      {:<28}{:>22}  of at most {BUDGET}", frame.name, sum);
        if sum > BUDGET {
            let over = sum - BUDGET;
            return Err(Fault::new(format!(
                "the widget `{}` transfers {sum} bytes, {over} more than the budget",
                frame.name
            )));
        }
    }
    let path = dist.join("embed/v1.js");
    let loader = fs::read(&path).at("read", &path)?;
    println!(
        "      the loader, uncompressed    {:>22}  of less than {LOADER_BUDGET}",
        loader.len()
    );
    println!("      {}", embed::INTEGRITY);
    match loader.len() < LOADER_BUDGET {
        true => Ok(()),
        false => Err(Fault::new(format!(
            "embed/v1.js has {} bytes",
            loader.len()
        ))),
    }
}

/// What a file takes as it travels.
fn packed(dist: &Path, name: &str) -> Outcome<u64> {
    let path = dist.join(name);
    let plain = path.metadata().at("read", &path)?.len();
    let compressed = dist.join(format!("{name}.br"));
    Ok(compressed.metadata().map_or(plain, |data| data.len()))
}

/// Whether a page fetches a file: it links or imports it. What stands in a `meta` tag is only
/// named, and a frame's icon is not shown.
fn fetches(html: &str, name: &str) -> bool {
    let named = |quote: char| html.contains(&format!("{quote}/{name}{quote}"));
    let linked = html.contains(&format!("href=\"/{name}\"")) && !name.ends_with(".png");
    let meta = html.contains(&format!("data-href=\"/{name}\""));
    (linked && !meta) || named('\'')
}

/// Writes a page for each widget from the one that links its files.
///
/// # Errors
///
/// If that page is not as we expect it.
pub fn write(project: &Project) -> Outcome {
    let dist = project.dist();
    let page = dist.join(LINKED);
    let linked = fs::read_to_string(&page).at("read", &page)?;
    let path = parts::script(project);
    let script = fs::read_to_string(&path).at("read", &path)?;
    let lists = lists::add(project, &dist)?;
    for frame in &FRAMES {
        let code = frame
            .code
            .map_or_else(Vec::new, |part| size::fetched_with(&script, part));
        let path = dist.join("embed").join(frame.name).join("index.html");
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).at("make", folder)?;
        }
        let page = framed(&linked, frame, &code)?;
        let page = match frame.code {
            Some(_) => page,
            None => lists::instead(&page, &lists)?,
        };
        fs::write(&path, page).at("write", &path)?;
    }
    Ok(())
}

/// A widget's page.
fn framed(linked: &str, frame: &Frame, code: &[&str]) -> Outcome<String> {
    let page = between(linked, "<script>", "</script>", SCRIPT)?;
    let page = between(
        &page,
        "<div id=\"app\">",
        &format!("</div>\n{SHELL_END}"),
        SHELL,
    )?;
    let mut head = String::from("<base target=\"_blank\" />");
    head += "<meta name=\"robots\" content=\"noindex\" />";
    for name in code {
        head += &preload(name, "fetch");
    }
    for part in frame.catalogue {
        head += &preload(&named(&page, &format!(".{part}."))?, "fetch");
    }
    for style in STYLES {
        head += &preload(&named(&page, &format!("/styles/{style}."))?, "style");
    }
    head += STYLE;
    let page = page.replacen("</head>", &format!("{head}</head>"), 1);
    Ok(match frame.pack {
        true => page,
        // Its address stays for those parts that ask.
        false => page.replacen(
            "<link id=\"pack\" rel=\"preload\" href=",
            "<meta id=\"pack\" data-href=",
            1,
        ),
    })
}

fn preload(name: &str, kind: &str) -> String {
    let cross = match kind {
        // As the page itself fetches it: a style sheet not, everything else so.
        "style" => "",
        _ => " crossorigin=\"anonymous\"",
    };
    format!("<link rel=\"preload\" href=\"{name}\" as=\"{kind}\"{cross} />")
}

/// The address with `part` in it that the page names for later.
fn named(page: &str, part: &str) -> Outcome<String> {
    let mut words = page.split(['"', ' ', '\n']);
    let found = words.find(|word| word.starts_with('/') && word.contains(part));
    found.map(str::to_owned).ok_or_else(|| lacks(part))
}

/// The page with something else between two texts.
fn between(page: &str, from: &str, to: &str, inside: &str) -> Outcome<String> {
    let (before, rest) = page.split_once(from).ok_or_else(|| lacks(from))?;
    let (_, after) = rest.split_once(to).ok_or_else(|| lacks(to))?;
    Ok(format!("{before}{from}{inside}{to}{after}"))
}

fn lacks(what: &str) -> Fault {
    Fault::new(format!("index.html has no `{what}` where we expect it"))
        .help("the widgets' pages are made from it; look at xtask/src/frames.rs")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINKED_PAGE: &str = "<head><link id=\"pack\" rel=\"preload\" href=\"/packs/a.pack\" as=\"fetch\" />\n\
        <meta name=\"styles\" content=\"/styles/more.cd.css /styles/widget.ab.css\" /><meta name=\"catalogue\" content=\"/packs/a.places.part /packs/a.courses.part\" />\n\
        <script>localStorage</script></head><body><div id=\"app\">\n<div>home</div></div>\n<!-- The shell ends here. --></body>";

    #[test]
    fn a_frame_paints_no_home_page_and_reads_no_storage() {
        let [subsidy, _, courses, ..] = &FRAMES;
        let page = framed(LINKED_PAGE, subsidy, &["/parts/w.wasm"]).unwrap();
        assert!(
            !page.contains("home") && !page.contains("localStorage"),
            "{page}"
        );
        assert!(page.contains("<base target=\"_blank\" />"));
        assert!(page.contains("href=\"/parts/w.wasm\" as=\"fetch\" crossorigin"));
        assert!(page.contains("href=\"/styles/widget.ab.css\" as=\"style\" />"));
        assert!(page.contains("<link id=\"pack\" rel=\"preload\""));
        let page = framed(LINKED_PAGE, courses, &[]).unwrap();
        assert!(page.contains("<meta id=\"pack\" data-href=\"/packs/a.pack\""));
        assert!(page.contains("href=\"/packs/a.courses.part\" as=\"fetch\""));
    }

    #[test]
    fn what_is_linked_or_imported_is_fetched_and_what_is_named_is_not() {
        let html = "<link rel=\"preload\" href=\"/a.wasm\" /><meta id=\"pack\" data-href=\"/p.pack\" />\
            <meta name=\"styles\" content=\"/s.css\" /><link rel=\"icon\" href=\"/i.png\" /><script>import x from '/a.js';</script>";
        let fetched =
            ["a.wasm", "p.pack", "s.css", "i.png", "a.js"].map(|name| fetches(html, name));
        assert_eq!(fetched, [true, false, false, false, true]);
    }

    #[test]
    fn every_widget_has_a_page() {
        let names = embed::Widget::ALL.map(embed::Widget::name);
        assert_eq!(FRAMES.map(|it| it.name), names);
    }

    #[test]
    fn a_page_of_another_make_is_refused() {
        let [subsidy, ..] = &FRAMES;
        let fault = framed("<head></head>", subsidy, &[]).unwrap_err();
        assert_eq!(
            fault.what,
            "index.html has no `<script>` where we expect it"
        );
    }
}
