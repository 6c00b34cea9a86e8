//! What a first visit transfers, held to a budget.

use std::fs;
use std::path::Path;

use crate::build;
use crate::catalogue_size;
use crate::fault::{AtPath, Fault, Outcome};
use crate::precache;
use crate::project::{Project, files_under};
use crate::run::note;
use crate::{frames, parts, worker};

/// The most that a first visit to /check may transfer, in bytes after brotli 11.
const BUDGET: u64 = 200_000;

/// What answers /check.
const CHECK: &str = "check/index.html";

/// One part of what a visit transfers.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    /// What it is, for people.
    name: &'static str,
    /// How many files.
    files: usize,
    /// Bytes as they lie in `dist`.
    plain: u64,
    /// Bytes as they travel.
    packed: u64,
}

impl Part {
    fn new(name: &'static str) -> Part {
        Part {
            name,
            files: 0,
            plain: 0,
            packed: 0,
        }
    }

    /// Adds a file of the site.
    fn add(&mut self, dist: &Path, name: &str) -> Outcome {
        let path = dist.join(name);
        let plain = path.metadata().at("read", &path)?.len();
        let compressed = dist.join(format!("{name}.br"));
        self.files += 1;
        self.plain += plain;
        self.packed += compressed.metadata().map_or(plain, |data| data.len());
        Ok(())
    }
}

/// What a visit transfers.
#[derive(Debug, PartialEq, Eq)]
struct Visit {
    /// What stands in the page, each as if it travelled alone.
    inside: Vec<Part>,
    /// What travels: the page, and the code that it fetches next.
    travels: Vec<Part>,
}

/// Prints the bytes of each part and fails if one is missing or all together are too many.
///
/// # Errors
///
/// Over the budget, a part missing, or no site built.
pub fn report(project: &Project) -> Outcome {
    if build::is_draft() {
        note("BAZHU_DRAFT: this is no build to measure or to publish");
        return Ok(());
    }
    let script = parts::script(project);
    let script = fs::read_to_string(&script).at("read", &script)?;
    let visit = measure(&project.dist(), &script)?;
    print!("{}", table(&visit));
    verdict(&visit)?;
    catalogue_size::report(&project.dist())?;
    worker::report(&project.dist())?;
    precache::report(&project.dist())?;
    frames::report(project)
}

/// Looks at the page that answers /check, at the files that it was made of (the page that links
/// them names them), and at the code of the result, which is fetched next.
///
/// A file that the page fetches without naming it is not seen here; the browser test of a first
/// visit fails on such a request.
fn measure(dist: &Path, script: &str) -> Outcome<Visit> {
    let page = dist.join(site::LINKED);
    let html = fs::read_to_string(&page)
        .at("read", &page)
        .map_err(|fault| fault.help("run `cargo xtask build` first"))?;
    let kinds = [
        ("HTML, critical CSS inline", "html"),
        ("CSS", "css"),
        ("JavaScript", "js"),
        ("WebAssembly", "wasm"),
        ("pack", "pack"),
    ];
    let mut inside = kinds.map(|(name, _)| Part::new(name));
    let mut next = Part::new("code of the result, fetched next");
    for file in files_under(dist)? {
        let Ok(name) = file.strip_prefix(dist) else {
            continue;
        };
        let extension = name.extension().unwrap_or_default();
        let name = name.to_string_lossy();
        // Another page that index.html links to is not fetched with it.
        let fetched = match extension.to_str() {
            Some("html") => name == site::LINKED,
            // Named for pages that need them.
            Some("css") if name.starts_with("styles") => false,
            Some("js" | "wasm") if name.starts_with(worker::FOLDER) => false,
            _ => html.contains(name.as_ref()),
        };
        let kind = kinds.iter().position(|(_, e)| extension == *e);
        let Some(part) = kind.and_then(|at| inside.get_mut(at)).filter(|_| fetched) else {
            continue;
        };
        part.add(dist, &name)?;
    }
    for name in fetched_with(script, "result") {
        next.add(dist, name.trim_start_matches('/'))?;
    }
    let mut whole = Part::new("all of it in one page");
    whole.add(dist, CHECK)?;
    Ok(Visit {
        inside: inside.to_vec(),
        travels: vec![whole, next],
    })
}

/// The files that a part's code is in: its own, and those that it shares with others, as the
/// script that fetches them names them.
pub fn fetched_with<'a>(script: &'a str, part: &str) -> Vec<&'a str> {
    let file = |text: &'a str| text.split('"').find(|word| word.starts_with("/parts/"));
    let own = format!("const __wasm_split_load_{part} ");
    let mut found = Vec::new();
    for (at, _) in script.match_indices(&own) {
        found.extend(script.get(at..).and_then(file));
    }
    // `/* guide, result */` stands above what both need.
    let mut rest = script;
    while let Some((_, after)) = rest.split_once("/* ") {
        let Some((names, after)) = after.split_once(" */\nconst __chunk_") else {
            break;
        };
        // A small one has no file: it travels with the part (xtask/src/bundle.rs).
        let (own, _) = after.split_once("]);").unwrap_or((after, ""));
        if names.split(", ").any(|name| name == part) {
            found.extend(file(own));
        }
        rest = after;
    }
    found
}

/// The parts as lines for the terminal, with their sum.
fn table(visit: &Visit) -> String {
    let line =
        |name: &str, plain: u64, packed: u64| format!("      {name:<34}{plain:>10}{packed:>12}");
    let mut text = format!("      {:<34}{:>10}{:>12}\n", "", "bytes", "brotli 11");
    for part in visit.inside.iter().chain(&visit.travels) {
        text += &line(part.name, part.plain, part.packed);
        text += "\n";
    }
    let plain = visit.travels.iter().map(|part| part.plain).sum();
    text + &line("a first visit", plain, sum(visit)) + &format!("  of at most {BUDGET}\n")
}

fn sum(visit: &Visit) -> u64 {
    visit.travels.iter().map(|part| part.packed).sum()
}

fn verdict(visit: &Visit) -> Outcome {
    let all = visit.inside.iter().chain(&visit.travels);
    if let Some(missing) = all.clone().find(|part| part.files == 0) {
        return Err(
            Fault::new(format!("the first visit has no part `{}`", missing.name))
                .help("the page must name its file, or the sum means nothing"),
        );
    }
    let packed = sum(visit);
    if packed > BUDGET {
        return Err(Fault::new(format!(
            "a first visit to /check transfers {packed} bytes, {} more than the budget",
            packed - BUDGET
        ))
        .help("find what grew in the table above; docs/decisions says what costs what"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &'static str, files: usize, packed: u64) -> Part {
        Part {
            name,
            files,
            plain: packed * 3,
            packed,
        }
    }

    fn visit(inside: usize, page: u64, next: u64) -> Visit {
        Visit {
            inside: vec![part("CSS", inside, 7)],
            travels: vec![part("page", 1, page), part("next", 1, next)],
        }
    }

    #[test]
    fn the_budget_holds_to_the_byte() {
        assert_eq!(verdict(&visit(1, BUDGET - 1, 1)), Ok(()));
        let fault = verdict(&visit(1, BUDGET, 1)).unwrap_err();
        assert_eq!(
            fault.what,
            "a first visit to /check transfers 200001 bytes, 1 more than the budget"
        );
    }

    #[test]
    fn a_missing_part_is_a_failure() {
        let fault = verdict(&visit(0, 5, 5)).unwrap_err();
        assert_eq!(fault.what, "the first visit has no part `CSS`");
    }

    #[test]
    fn the_files_of_a_part_are_its_own_and_those_that_it_shares() {
        let script = "/* guide, result */\nconst __chunk_3 = makeLoad(new URL(\"/parts/c3.wasm\"\n\
            /* guide, learn */\nconst __chunk_4 = makeLoad(new URL(\"/parts/c4.wasm\"\n\
            const __wasm_split_load_result = wrap(new URL(\"/parts/r.wasm\"\n\
            const __wasm_split_load_guide = wrap(new URL(\"/parts/g.wasm\"\n";
        assert_eq!(
            fetched_with(script, "result"),
            ["/parts/r.wasm", "/parts/c3.wasm"]
        );
        assert_eq!(fetched_with(script, "learn"), ["/parts/c4.wasm"]);
    }
}
