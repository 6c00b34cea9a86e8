//! The program of the widgets that list what the catalogue holds (`src/lists.rs`), which their pages
//! load in the app's place.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use site::short_hash;

use crate::build;
use crate::fault::{AtPath, Fault, Outcome};
use crate::parts::FEATURES;
use crate::project::Project;
use crate::run::run;
use crate::{setup, wasm};

/// Where script and code lie until the site is put together.
fn folder(project: &Project) -> PathBuf {
    project.target.join("site/lists")
}

/// Builds the program in the profile made for the browser and makes it small.
///
/// # Errors
///
/// If it does not build, or one of the tools fails.
pub fn build(project: &Project) -> Outcome {
    let built =
        build::for_browser(project, &["--package", "app", "--bin", "lists"])?.join("lists.wasm");
    let folder = folder(project);
    run(
        Command::new(setup::wasm_bindgen_bin(project)?.join("wasm-bindgen"))
            .args(["--target=web", "--no-typescript", "--out-name=lists"])
            .arg("--out-dir")
            .arg(&folder)
            .arg(&built),
    )?;
    if build::is_draft() {
        return Ok(());
    }
    let code = folder.join("lists_bg.wasm");
    // The linker's notes are for the app, whose code is divided.
    let bare = wasm::without_custom(&fs::read(&code).at("read", &code)?).ok_or_else(|| {
        Fault::new("wasm-bindgen wrote no WebAssembly that we can read")
            .help("look at xtask/src/wasm.rs")
    })?;
    fs::write(&code, bare).at("write", &code)?;
    run(Command::new(project.shims().join("wasm-opt"))
        .arg("-Oz")
        .args(FEATURES)
        .arg(&code)
        .arg("-o")
        .arg(&code))?;
    let script = folder.join("lists.js");
    run(project
        .node("node_modules/terser/bin/terser")
        .arg(&script)
        .args(["--module", "--compress", "--mangle", "--output"])
        .arg(&script))
}

/// The addresses of a program's script and code.
#[derive(Debug, PartialEq, Eq)]
pub struct Addresses {
    script: String,
    code: String,
}

/// Adds script and code to the site in `dist`, named by their content so that they may be kept for
/// ever. They lie with the widgets, which no visitor's device keeps.
///
/// # Errors
///
/// If they are not built, or cannot be written.
pub fn add(project: &Project, dist: &Path) -> Outcome<Addresses> {
    let copy = |name: &str, ending: &str| {
        let path = folder(project).join(name);
        let content = fs::read(&path).at("read", &path)?;
        let address = format!("/embed/lists.{}.{ending}", short_hash(&content));
        let target = dist.join(address.trim_start_matches('/'));
        fs::write(&target, content).at("write", &target)?;
        Ok(address)
    };
    Ok(Addresses {
        script: copy("lists.js", "js")?,
        code: copy("lists_bg.wasm", "wasm")?,
    })
}

/// A page of the app that loads this program instead.
///
/// # Errors
///
/// If the page does not load the app as we expect it.
pub fn instead(page: &str, with: &Addresses) -> Outcome<String> {
    let address = |ending: &str| {
        let mut words = page.split(['"', '\'']);
        words
            .find(|word| word.starts_with("/app-") && word.ends_with(ending))
            .ok_or_else(|| {
                Fault::new(format!("index.html loads no `/app-…{ending}`"))
                    .help("Trunk names the app so; look at xtask/src/lists.rs")
            })
    };
    let (script, code) = (address(".js")?, address("_bg.wasm")?);
    Ok(page.replace(script, &with.script).replace(code, &with.code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_loads_the_program_in_the_apps_place() {
        let with = Addresses {
            script: "/embed/lists.01.js".to_owned(),
            code: "/embed/lists.02.wasm".to_owned(),
        };
        let page = "<link href=\"/app-12.js\"><link href=\"/app-12_bg.wasm\">import init from '/app-12.js'; init('/app-12_bg.wasm')";
        assert_eq!(
            instead(page, &with).unwrap(),
            "<link href=\"/embed/lists.01.js\"><link href=\"/embed/lists.02.wasm\">import init from '/embed/lists.01.js'; init('/embed/lists.02.wasm')"
        );
        assert!(instead("<p>'/app-12.js'</p>", &with).is_err());
    }
}
