//! The app's code in parts: what `/check` does not need is fetched when a page first needs it.
//!
//! `src/later.rs` marks the functions at which the WebAssembly is divided. Trunk calls our script
//! in the place of wasm-bindgen; it divides what the linker wrote and hands only the first part
//! on (docs/decisions/0007).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_split_cli_support::{Options, transform};

use crate::fault::{AtPath, Fault, Outcome};
use crate::project::{Project, files_under};
use crate::{build, bundle};

/// What the app's JavaScript calls the script that fetches parts, before it is folded in.
const LINK: &str = "./__wasm_split.js";

/// Where the parts lie until the site is put together.
pub fn folder(project: &Project) -> PathBuf {
    project.target.join("site/parts")
}

/// The app's script as it was put together, with the remarks that say which part needs what; the
/// site's own has none.
pub fn script(project: &Project) -> PathBuf {
    project.target.join("site/app.js")
}

/// Stands for wasm-bindgen: `real` is the program, `arguments` are Trunk's for it.
///
/// # Errors
///
/// If the code cannot be divided, or wasm-bindgen or wasm-opt fails.
pub fn bindgen(project: &Project, real: &str, arguments: &[&str]) -> Outcome {
    let Some(input) = arguments.iter().find(|a| a.ends_with(".wasm")) else {
        // Trunk asks for the version.
        return quietly(Command::new(real).args(arguments));
    };
    let option = |name: &str| {
        arguments
            .iter()
            .find_map(|a| a.strip_prefix(name))
            .ok_or_else(|| Fault::new(format!("Trunk calls wasm-bindgen without `{name}`")))
    };
    let (out, name) = (option("--out-dir=")?, option("--out-name=")?);
    let code = fs::read(input).at("read", Path::new(input))?;
    let folder = folder(project);
    fs::remove_dir_all(&folder).ok();
    let first = divide(&code, &folder)?;
    let rest: Vec<&str> = arguments
        .iter()
        .copied()
        .filter(|a| a != input && !a.starts_with("--out-name="))
        .collect();
    quietly(
        Command::new(real)
            .args(rest)
            // What the parts share with the first one is exported under names that wasm-bindgen drops.
            .arg("--keep-lld-exports")
            .arg(format!("--out-name={name}"))
            .arg(&first),
    )?;
    fs::remove_file(&first).at("remove", &first)?;
    let link = folder.join(LINK);
    let target = Path::new(out).join(format!("{name}.js"));
    let glue = fs::read_to_string(&target).at("read", &target)?;
    let loader = fs::read_to_string(&link).at("read", &link)?;
    fs::remove_file(&link).at("remove", &link)?;
    let hash = site::short_hash(&code);
    for part in files_under(&folder)? {
        squeeze(project, &part, &hash)?;
    }
    let folded = fold(&glue, &loader, &hash)?;
    let script = script(project);
    fs::write(&script, bundle::gather(&folder, &folded)?).at("write", &script)?;
    if build::is_draft() {
        return fs::copy(&script, &target).map(|_| ()).at("write", &target);
    }
    quietly(
        project
            .node("node_modules/terser/bin/terser")
            .arg(&script)
            .args(["--module", "--compress"])
            // The pages that hold everything call it by its name (crates/site/src/whole.rs).
            .args(["--mangle", "reserved=[__wbg_init]", "--output"])
            .arg(&target),
    )
}

/// Divides the code: the parts and their script lie in `folder`; gives the first part's file.
fn divide(code: &[u8], folder: &Path) -> Outcome<PathBuf> {
    fs::create_dir_all(folder).at("make", folder)?;
    let first = folder.join("first.wasm");
    let mut options = Options::new(code);
    options.output_dir = folder;
    options.main_out_path = &first;
    options.link_name = LINK;
    options.target.web();
    transform(options).map_err(|error| {
        Fault::new(format!("the app's code cannot be divided: {error:#}"))
            .help("it must be linked with `--emit-relocs` and keep its names")
    })?;
    Ok(first)
}

/// Makes a part small, and names it by the code that it belongs to.
fn squeeze(project: &Project, part: &Path, hash: &str) -> Outcome {
    let stem = part.file_stem().unwrap_or_default().to_string_lossy();
    let named = part.with_file_name(format!("{stem}-{hash}.wasm"));
    if build::is_draft() {
        return fs::rename(part, &named).at("rename to", &named);
    }
    quietly(
        Command::new(project.shims().join("wasm-opt"))
            .args(["-Oz", "--strip-debug", "--strip-producers"])
            .args(FEATURES)
            .arg(part)
            .arg("-o")
            .arg(&named),
    )?;
    fs::remove_file(part).at("remove", part)
}

/// What the browsers that we build for can do; as index.html tells Trunk.
pub const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Runs a program without a word of ours: Trunk reads what we print.
fn quietly(command: &mut Command) -> Outcome {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command
        .status()
        .map_err(|e| Fault::new(format!("`{program}` cannot be started: {e}")))?;
    match status.success() {
        true => Ok(()),
        false => Err(Fault::new(format!("`{program}` failed: {status}"))),
    }
}

/// Puts the script that fetches parts into the app's own: one file less to wait for.
fn fold(glue: &str, loader: &str, hash: &str) -> Outcome<String> {
    let changed = || {
        Fault::new("wasm-bindgen's script no longer imports the parts' script as we expect")
            .help("look at `fold` in xtask/src/parts.rs")
    };
    let end = format!(" from \"{LINK}\"");
    // wasm-bindgen imports the script once for every part.
    let mut imports = Vec::new();
    let mut rest = String::new();
    for line in glue.lines() {
        match line.trim_end_matches(';').strip_suffix(&end) {
            Some(import) => {
                imports.push(import.strip_prefix("import * as ").ok_or_else(changed)?);
            }
            None => {
                rest += line;
                rest += "\n";
            }
        }
    }
    if imports.is_empty() {
        return Err(changed());
    }
    // The script's own import is the file that it is folded into.
    let (_, loader) = loader.split_once('\n').ok_or_else(changed)?;
    let mut names = Vec::new();
    for line in loader.lines() {
        if let Some(rest) = line.strip_prefix("export const ") {
            names.extend(rest.split_once(' ').map(|(name, _)| name));
        }
    }
    let loader = loader
        .replace("export const ", "const ")
        .replace(
            ".wasm\", import.meta.url",
            &format!("-{hash}.wasm\", location.origin"),
        )
        .replace("new URL(\"./", "new URL(\"/parts/");
    let names = names.join(", ");
    let imports: String = imports
        .iter()
        .map(|import| format!("const {import} = {{ {names} }};\n"))
        .collect();
    Ok(format!("{loader}{imports}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOADER: &str = "import { initSync } from \"./main.js\";\nlet a;\n\
        export const load_a = get(() => fetch(new URL(\"./split_a.wasm\", import.meta.url)));\n\
        export const load_b = get(() => fetch(new URL(\"./split_b.wasm\", import.meta.url)));\n";

    #[test]
    fn the_parts_script_is_folded_into_the_apps() {
        let glue = "import * as import1 from \"./__wasm_split.js\"\n\
            import * as import2 from \"./__wasm_split.js\"\nuse(import1, import2);\n";
        let folded = fold(glue, LOADER, "0123").unwrap();
        assert!(!folded.contains("import "), "{folded}");
        assert!(folded.contains("const import2 = { load_a, load_b };"));
        assert!(folded.contains("new URL(\"/parts/split_a-0123.wasm\", location.origin)"));
        assert!(folded.ends_with("use(import1, import2);\n"));
    }

    #[test]
    fn a_script_of_another_make_is_refused() {
        assert!(fold("nothing is imported", LOADER, "0123").is_err());
    }
}
