//! The worker that computes staff lists: a WebAssembly module of its own and the script that runs
//! it, fetched when somebody chooses a list.
//!
//! The module imports nothing, and its script is served with a policy that lets it connect
//! nowhere (see `serve::site`): what it is given stays in the browser.

use std::fs;
use std::path::{Path, PathBuf};

use crate::build;
use crate::fault::{AtPath, Fault, Outcome};
use crate::parts::FEATURES;
use crate::project::Project;
use crate::run::run;
use crate::wasm::{CUSTOM, HEAD, IMPORTS, NAMES, number, push, push_number, sections};

/// Where a site has both.
pub const FOLDER: &str = "workers";

/// How index.html names the script and the module; the build puts the contents' hashes into it.
pub const PLACEHOLDERS: [&str; 2] = ["/workers/staff.js", "/workers/staff.wasm"];

/// What the module exports; anything else that a library would is dropped.
const EXPORTS: [&str; 11] = [
    "memory",
    "room",
    "open",
    "settings",
    "read",
    "step",
    "summary",
    "answer",
    "out",
    "out_length",
    "forget",
];

/// The most that both may take, in bytes after brotli 11. Half of the module are the tables of old
/// encodings that the reader of workbooks brings.
const BUDGET: u64 = 400_000;

/// The script.
pub fn script(project: &Project) -> PathBuf {
    project.root.join("crates/staff-worker/worker.js")
}

/// The module, once it is built.
pub fn module(project: &Project) -> PathBuf {
    project.target.join("site/staff.wasm")
}

/// Builds the module in the profile made for the browser and makes it small.
///
/// # Errors
///
/// If it does not build, or imports something.
pub fn build(project: &Project) -> Outcome {
    let built = build::for_browser(project, &["--package", "staff-worker", "--lib"])?
        .join("staff_worker.wasm");
    let code = fs::read(&built).at("read", &built)?;
    let bare = bare(&code).ok_or_else(|| {
        Fault::new(format!(
            "`{}` is no WebAssembly that we can read",
            built.display()
        ))
    })?;
    let module = module(project);
    let large = module.with_extension("bare");
    fs::write(&large, bare).at("write", &large)?;
    let mut command = std::process::Command::new(project.shims().join("wasm-opt"));
    command.arg(match build::is_draft() {
        true => "--remove-unused-module-elements",
        // For speed: a list of ten thousand people is waited for.
        false => "-O3",
    });
    run(command.args(FEATURES).arg(&large).arg("-o").arg(&module))?;
    fs::remove_file(&large).at("remove", &large)?;
    let code = fs::read(&module).at("read", &module)?;
    match sections(&code) {
        Some(all) if all.iter().all(|(kind, _)| *kind != IMPORTS) => Ok(()),
        _ => Err(Fault::new("the worker's module imports something")
            .help("it must run without anything around it: find the crate that wants more")),
    }
}

/// A module without what tools left in it, and with only the exports that are ours.
fn bare(code: &[u8]) -> Option<Vec<u8>> {
    let mut out = HEAD.to_vec();
    for (kind, content) in sections(code)? {
        match kind {
            CUSTOM => continue,
            NAMES => push(&mut out, kind, &exports(content)?),
            _ => push(&mut out, kind, content),
        }
    }
    Some(out)
}

/// A section of exports with ours alone.
fn exports(content: &[u8]) -> Option<Vec<u8>> {
    let (count, mut rest) = number(content)?;
    let mut kept: Vec<u8> = Vec::new();
    let mut ours = 0;
    for _ in 0..count {
        let start = rest;
        let (length, after) = number(rest)?;
        let (name, after) = after.split_at_checked(length)?;
        // A byte for its kind, then its place.
        let (_, after) = number(after.get(1..)?)?;
        rest = after;
        if EXPORTS.iter().any(|it| it.as_bytes() == name) {
            ours += 1;
            kept.extend(start.get(..start.len() - rest.len())?);
        }
    }
    let mut section = Vec::new();
    push_number(&mut section, ours);
    section.extend(kept);
    Some(section)
}

/// Prints the bytes of script and module and fails if they are too many.
///
/// # Errors
///
/// Over the budget, or no site built.
pub fn report(dist: &Path) -> Outcome {
    let mut sum = 0;
    println!("      the worker for staff lists, fetched when one is chosen");
    for file in crate::project::files_under(&dist.join(FOLDER))? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".br") || name.ends_with(".gz") {
            continue;
        }
        let plain = file.metadata().at("read", &file)?.len();
        let packed = fs::metadata(format!("{}.br", file.display()));
        let packed = packed.map_or(plain, |data| data.len());
        sum += packed;
        println!("      {name:<34}{plain:>10}{packed:>12}");
    }
    println!(
        "      {:<34}{:>10}{sum:>12}  of at most {BUDGET}",
        "both", ""
    );
    if sum == 0 || sum > BUDGET {
        return Err(Fault::new(format!(
            "the worker for staff lists takes {sum} bytes of at most {BUDGET}"
        )));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with a custom section, an import, and the exports `room` and `other`.
    fn module() -> Vec<u8> {
        let mut code = HEAD.to_vec();
        for (kind, content) in [
            (CUSTOM, &b"\x04nameX"[..]),
            (IMPORTS, b"\x01\x01a\x01b\0\0"),
            (NAMES, b"\x02\x04room\0\x03\x05other\0\x81\x01"),
        ] {
            push(&mut code, kind, content);
        }
        code
    }

    #[test]
    fn only_our_exports_stay_and_no_tools_section() {
        let bare = bare(&module()).unwrap();
        let all = sections(&bare).unwrap();
        assert_eq!(
            all,
            [
                (IMPORTS, &b"\x01\x01a\x01b\0\0"[..]),
                (NAMES, b"\x01\x04room\0\x03")
            ]
        );
    }

    #[test]
    fn what_is_cut_off_is_no_module() {
        let whole = module();
        assert!(bare(b"").is_none() && bare(b"\0asm").is_none());
        assert!(bare(&whole[..whole.len() - 1]).is_none());
        assert_eq!(
            bare(b"\0asm\x01\0\0\0").as_deref(),
            Some(&b"\0asm\x01\0\0\0"[..])
        );
    }
}
