//! The pages of a first visit: `/` and `/check` are answered with one that has everything in it;
//! every other address gets the page that links its files (docs/decisions/0007).

use std::fs;
use std::path::Path;

use site::{LINKED, WHOLE, Wrong};

use crate::fault::{AtPath, Fault, Outcome};

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
    let whole = site::whole(&linked, |name| {
        let path = dist.join(name.trim_start_matches('/'));
        fs::read(&path).map_err(|e| Wrong(format!("cannot read `{}`: {e}", path.display())))
    })
    .map_err(|wrong| {
        Fault::new(wrong.0).help("Trunk writes index.html; look at crates/site/src/whole.rs")
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
