//! What a first visit transfers, held to a budget.

use std::fs;
use std::path::Path;

use crate::fault::{AtPath, Fault, Outcome};
use crate::project::{Project, files_under};

/// The most that a first visit to /check may transfer, in bytes after brotli 11.
const BUDGET: u64 = 200_000;

/// The catalogue's files, as `bazhu build` writes them.
pub const PARTS: [&str; 7] = [
    "occupations",
    "places",
    "courses",
    "majors",
    "functions",
    "lexicon",
    "matching",
];

/// Those that /courses shows and searches.
const COURSES: [&str; 4] = ["occupations", "places", "courses", "lexicon"];

/// The most that they may add, in bytes after brotli 11.
const COURSES_BUDGET: u64 = 150_000;

/// One part of what a visit transfers.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    /// What it is, for people.
    name: &'static str,
    /// The files' extension.
    extension: &'static str,
    /// How many files.
    files: usize,
    /// Bytes as they lie in `dist`.
    plain: u64,
    /// Bytes as they travel.
    packed: u64,
}

/// Prints the bytes of each part and fails if one is missing or all together are too many.
///
/// # Errors
///
/// Over the budget, a part missing, or no site built.
pub fn report(project: &Project) -> Outcome {
    let parts = measure(&project.dist())?;
    print!("{}", table(&parts));
    verdict(&parts)?;
    courses(&project.dist())
}

/// Prints the bytes of each of the catalogue's files and fails if /courses adds too many.
fn courses(dist: &Path) -> Outcome {
    let mut sum = 0;
    println!("      the catalogue, fetched by the pages that show it");
    for file in files_under(&dist.join("packs"))? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let mut words = name.split('.');
        let Some(part) = words.nth(1).filter(|_| name.ends_with(".part")) else {
            continue;
        };
        let plain = file.metadata().at("read", &file)?.len();
        let compressed = file.with_extension("part.br");
        let packed = compressed.metadata().map_or(plain, |data| data.len());
        if COURSES.contains(&part) {
            sum += packed;
        }
        println!("      {part:<28}{plain:>10}{packed:>12}");
    }
    println!(
        "      {:<28}{:>10}{sum:>12}  of at most {COURSES_BUDGET}",
        "what /courses adds", ""
    );
    if sum > COURSES_BUDGET {
        return Err(Fault::new(format!(
            "/courses adds {sum} bytes, {} more than the budget",
            sum - COURSES_BUDGET
        )));
    }
    Ok(())
}

/// Adds up index.html and every file of the site that it names.
///
/// A file that the page fetches later without naming it first is not seen here; the browser test
/// of a first visit fails on such a request.
fn measure(dist: &Path) -> Outcome<Vec<Part>> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page)
        .at("read", &page)
        .map_err(|fault| fault.help("run `cargo xtask build` first"))?;
    let mut parts = [
        ("HTML, critical CSS inline", "html"),
        ("CSS", "css"),
        ("JavaScript", "js"),
        ("WebAssembly", "wasm"),
        ("pack", "pack"),
    ]
    .map(|(name, extension)| Part {
        name,
        extension,
        files: 0,
        plain: 0,
        packed: 0,
    });
    for file in files_under(dist)? {
        let Ok(inside) = file.strip_prefix(dist) else {
            continue;
        };
        let name = inside.to_string_lossy();
        let extension = inside.extension().unwrap_or_default();
        // Another page that index.html links to is not fetched with it.
        let fetched = match extension.to_str() {
            Some("html") => name == "index.html",
            _ => html.contains(name.as_ref()),
        };
        if !fetched {
            continue;
        }
        let Some(part) = parts.iter_mut().find(|part| part.extension == extension) else {
            continue;
        };
        let plain = file.metadata().at("read", &file)?.len();
        let compressed = dist.join(format!("{name}.br"));
        part.files += 1;
        part.plain += plain;
        part.packed += compressed.metadata().map_or(plain, |data| data.len());
    }
    Ok(parts.to_vec())
}

/// The parts as lines for the terminal, with their sum.
fn table(parts: &[Part]) -> String {
    let mut text = format!("      {:<28}{:>10}{:>12}\n", "", "bytes", "brotli 11");
    for part in parts {
        text += &format!(
            "      {:<28}{:>10}{:>12}\n",
            part.name, part.plain, part.packed
        );
    }
    let plain: u64 = parts.iter().map(|part| part.plain).sum();
    text + &format!(
        "      {:<28}{plain:>10}{:>12}  of at most {BUDGET}\n",
        "together",
        sum(parts)
    )
}

fn sum(parts: &[Part]) -> u64 {
    parts.iter().map(|part| part.packed).sum()
}

fn verdict(parts: &[Part]) -> Outcome {
    if let Some(missing) = parts.iter().find(|part| part.files == 0) {
        return Err(
            Fault::new(format!("the first visit has no part `{}`", missing.name)).help(format!(
                "index.html must name its .{} file, or the sum means nothing",
                missing.extension
            )),
        );
    }
    let packed = sum(parts);
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

    fn part(extension: &'static str, files: usize, packed: u64) -> Part {
        Part {
            name: extension,
            extension,
            files,
            plain: packed * 3,
            packed,
        }
    }

    #[test]
    fn the_budget_holds_to_the_byte() {
        assert_eq!(verdict(&[part("wasm", 1, BUDGET)]), Ok(()));
        let fault = verdict(&[part("wasm", 1, BUDGET), part("js", 1, 1)]).unwrap_err();
        assert_eq!(
            fault.what,
            "a first visit to /check transfers 200001 bytes, 1 more than the budget"
        );
    }

    #[test]
    fn a_missing_part_is_a_failure() {
        let fault = verdict(&[part("wasm", 1, 5), part("pack", 0, 0)]).unwrap_err();
        assert_eq!(fault.what, "the first visit has no part `pack`");
    }
}
