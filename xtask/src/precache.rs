//! The site as it is kept on a visitor's device.

use std::fs;
use std::path::Path;

use site::{SERVICE_WORKER, is_ahead};

use crate::fault::{AtPath, Fault, Outcome};
use crate::project::files_under;

/// The most that a device may be asked to fetch for keeping the site, in bytes after brotli 11.
const BUDGET: u64 = 1_000_000;

/// Writes the list of files into the service worker of a built site. With `BAZHU_NO_WORKER` set
/// the worker stays without one: it then removes itself, and what it kept, from every device that
/// meets it.
///
/// # Errors
///
/// If a file cannot be read, or the worker has no place for the list.
pub fn write(dist: &Path) -> Outcome {
    if std::env::var_os("BAZHU_NO_WORKER").is_some() {
        return Ok(());
    }
    let path = dist.join(SERVICE_WORKER);
    let template = fs::read_to_string(&path).at("read", &path)?;
    let mut files = Vec::new();
    for file in files_under(dist)? {
        files.push((name_in(dist, &file), fs::read(&file).at("read", &file)?));
    }
    let files = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), &bytes[..]));
    let worker = site::with_files(&template, files).ok_or_else(|| {
        Fault::new(format!(
            "public/{SERVICE_WORKER} has no place for the list of files"
        ))
        .help("look at crates/site/src/worker.rs")
    })?;
    fs::write(&path, worker).at("write", &path)
}

/// Prints how many files are kept, and how many bytes travel for them.
///
/// # Errors
///
/// If a file cannot be read, or they are too many bytes.
pub fn report(dist: &Path) -> Outcome {
    let (mut count, mut plain, mut packed) = (0, 0, 0);
    for file in files_under(dist)? {
        let name = name_in(dist, &file);
        if !is_ahead(&name) {
            continue;
        }
        let bytes = file.metadata().at("read", &file)?.len();
        let twin = dist.join(format!("{name}.br"));
        count += 1;
        plain += bytes;
        packed += twin.metadata().map_or(bytes, |data| data.len());
    }
    let what = format!("kept on the device, {count} files");
    println!("      {what:<28}{plain:>10}{packed:>12}  of at most {BUDGET}");
    if packed > BUDGET {
        return Err(Fault::new(format!(
            "keeping the site on a device takes {packed} bytes, {} more than the budget",
            packed - BUDGET
        ))
        .help("`is_kept` in crates/site/src/worker.rs says what is kept"));
    }
    Ok(())
}

fn name_in(dist: &Path, file: &Path) -> String {
    let inside = file.strip_prefix(dist).unwrap_or(file);
    inside.to_string_lossy().replace('\\', "/")
}
