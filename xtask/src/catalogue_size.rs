//! What the catalogue's files take, held to a budget.

use std::path::Path;

use crate::fault::{AtPath, Fault, Outcome};
use crate::project::files_under;

/// The catalogue's files, the change log and the start-up guide, as `bazhu build` writes them.
pub const PARTS: [&str; 14] = [
    "occupations",
    "places",
    "courses",
    "majors",
    "functions",
    "shortage",
    "pillars",
    "sources",
    "honours",
    "employers",
    "lexicon",
    "matching",
    "changes",
    "malan",
];

/// Those that /courses shows and searches.
const COURSES: [&str; 4] = ["occupations", "places", "courses", "lexicon"];

/// The most that they may add, in bytes after brotli 11.
const COURSES_BUDGET: u64 = 150_000;

/// Prints the bytes of each of the catalogue's files and fails if /courses adds too many.
///
/// # Errors
///
/// Over the budget, or no site built.
pub fn report(dist: &Path) -> Outcome {
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
