//! The site: the pack, the app around it, and both made ready to be served.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use site::short_hash;

use crate::fault::{AtPath, Fault, Outcome};
use crate::lean::lean;
use crate::plan::Step;
use crate::project::{Project, files_under};
use crate::run::{note, run};
use crate::{catalogue_size, frames, lists, parts, precache, setup, size, whole, worker};

/// The steps that make the site; `cargo xtask test` takes the same ones.
pub const STEPS: [Step; 6] = [
    Step {
        what: "Checking and packing the rules (data/shanghai)",
        run: pack,
    },
    Step {
        what: "Building the app for the browser (release)",
        run: app,
    },
    Step {
        what: "Building the widgets that list the catalogue",
        run: list_widgets,
    },
    Step {
        what: "Building the worker for staff lists",
        run: staff_worker,
    },
    Step {
        what: "Adding plain pages, for browsers without WebAssembly",
        run: plain,
    },
    Step {
        what: "Naming the packs by their content, compressing (brotli 11, gzip 9)",
        run: finish,
    },
];

/// What `cargo xtask build` says at its end.
pub const REPORT: Step = Step {
    what: "What a first visit to /check transfers, and what /courses adds",
    run: size::report,
};

/// How index.html names the pack; the build puts the content's hash into it.
const PACK_PLACEHOLDER: &str = "/packs/shanghai.pack";

/// How index.html names the catalogue's parts, as [`PACK_PLACEHOLDER`]: what no page shows at
/// first is not fetched, but the app must know where it lies.
fn part_placeholder(name: &str) -> String {
    format!("/packs/shanghai.{name}.part")
}

/// The style sheets of pages whose code is fetched later: all files of a folder of `style/`.
const STYLES: [&str; 6] = ["more", "learn", "city", "beside", "widget", "embed"];

/// Everything that decides what the site looks like.
const INPUTS: [&str; 12] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "crates",
    "data",
    "index.html",
    "package-lock.json",
    "public",
    "rust-toolchain.toml",
    "src",
    "style",
    "xtask",
];

fn packed(project: &Project) -> PathBuf {
    project.target.join("site/shanghai.pack")
}

/// Holds the fingerprint of what `dist` was built from.
fn built(project: &Project) -> PathBuf {
    project.target.join("site/built")
}

/// Holds the fingerprint that was taken when the build under way began: what is edited meanwhile
/// shall be built the next time.
fn begun(project: &Project) -> PathBuf {
    project.target.join("site/begun")
}

/// Whether `dist` is what the files of this moment would give.
///
/// # Errors
///
/// If an input cannot be read.
fn is_current(project: &Project) -> Outcome<bool> {
    let built = fs::read_to_string(built(project)).unwrap_or_default();
    Ok(project.dist().join("index.html").is_file() && built == fingerprint(project)?)
}

/// Whether `BAZHU_DRAFT` asks for a build that takes seconds, is large and slow, and is for looking
/// at a page while one works on it.
pub fn is_draft() -> bool {
    std::env::var_os("BAZHU_DRAFT").is_some()
}

/// A number that changes when a file's name, length or time of change does.
fn fingerprint(project: &Project) -> Outcome<String> {
    let mut hasher = DefaultHasher::new();
    is_draft().hash(&mut hasher);
    std::env::var_os("BAZHU_NO_WORKER").hash(&mut hasher);
    for input in INPUTS {
        let path = project.root.join(input);
        let files = if path.is_file() {
            vec![path]
        } else {
            files_under(&path)?
        };
        for file in files {
            let data = file.metadata().at("read", &file)?;
            let changed = data.modified().ok();
            let changed = changed.and_then(|t| t.duration_since(UNIX_EPOCH).ok());
            (file, data.len(), changed).hash(&mut hasher);
        }
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Turns the pack's source files into the compact form that the browser reads.
pub fn pack(project: &Project) -> Outcome {
    if is_current(project)? {
        note("nothing changed since the last build");
        return Ok(());
    }
    let out = packed(project);
    let folder = out.parent().unwrap_or(&project.target);
    fs::create_dir_all(folder).at("make", folder)?;
    fs::remove_file(built(project)).ok();
    let begun = begun(project);
    fs::write(&begun, fingerprint(project)?).at("write", &begun)?;
    run(project
        .cargo()
        .args([
            "run",
            "--quiet",
            "--locked",
            "--package",
            "cli",
            "--bin",
            "bazhu",
            "--",
        ])
        .args(["build", "data/shanghai", "-o"])
        .arg(&out))
    .map_err(|fault| {
        fault
            .help("mend the fault shown above; `docs/writing-a-rule.md` says how a rule is written")
    })?;
    if !out.is_file() {
        note("`bazhu build` wrote nothing: the site gets an empty pack");
        fs::write(&out, []).at("write", &out)?;
    }
    Ok(())
}

/// Builds the app with Trunk, in the profile made for the browser.
pub fn app(project: &Project) -> Outcome {
    if is_current(project)? {
        note("nothing changed since the last build");
        return Ok(());
    }
    let path = project.path_with(&[project.shims(), setup::trunk_bin(project)])?;
    let trunk = setup::trunk_bin(project).join("trunk");
    let mut command = std::process::Command::new(trunk);
    command
        .current_dir(&project.root)
        .args(match is_draft() {
            true => &["build", "--cargo-profile", "draft", "--offline"][..],
            false => &["build", "--release", "--cargo-profile", "web", "--offline"],
        })
        .arg("--skip-version-check")
        .env("PATH", path)
        // Trunk takes this for a switch and refuses the usual `1`.
        .env_remove("NO_COLOR");
    run(setup::with_small_std(&mut command))
}

/// Builds what is no part of the app itself in the profile made for the browser; gives the folder
/// that it is in.
///
/// # Errors
///
/// If it does not build.
pub fn for_browser(project: &Project, what: &[&str]) -> Outcome<PathBuf> {
    let profile = if is_draft() { "draft" } else { "web" };
    let mut command = project.cargo();
    command.args(["build", "--locked"]).args(what);
    command.args(["--target", "wasm32-unknown-unknown", "--profile", profile]);
    run(setup::with_small_std(&mut command))?;
    let target = project.target.join("wasm32-unknown-unknown");
    Ok(target.join(profile))
}

/// Builds the program of the widgets that list what the catalogue holds.
pub fn list_widgets(project: &Project) -> Outcome {
    if is_current(project)? {
        note("nothing changed since the last build");
        return Ok(());
    }
    lists::build(project)
}

/// Builds the worker that computes staff lists.
pub fn staff_worker(project: &Project) -> Outcome {
    if is_current(project)? {
        note("nothing changed since the last build");
        return Ok(());
    }
    worker::build(project)
}

/// Writes every programme as a plain page: what the app's shell links to until the app is there.
pub fn plain(project: &Project) -> Outcome {
    if is_current(project)? {
        note("nothing changed since the last build");
        return Ok(());
    }
    run(project
        .cargo()
        .args([
            "run",
            "--quiet",
            "--locked",
            "--package",
            "cli",
            "--bin",
            "bazhu",
            "--",
        ])
        .arg("plain")
        .arg(packed(project))
        .arg("-o")
        .arg(project.dist().join("plain")))
}

/// Adds the pack and the catalogue's parts to the site, named by their content so that they may be kept for ever, and compresses
/// every file.
pub fn finish(project: &Project) -> Outcome {
    if is_current(project)? {
        note("nothing changed since the last build");
        return Ok(());
    }
    let dist = project.dist();
    let source = packed(project);
    let content = fs::read(&source).at("read", &source)?;
    let name = format!("/packs/shanghai.{}.pack", short_hash(&content));
    let target = dist.join(name.trim_start_matches('/'));
    let folder = dist.join("packs");
    fs::create_dir_all(&folder).at("make", &folder)?;
    fs::write(&target, content).at("write", &target)?;
    let mut names = vec![(PACK_PLACEHOLDER.to_owned(), name)];
    for part in catalogue_size::PARTS {
        let source = source.with_extension(format!("{part}.part"));
        let content = fs::read(&source).at("read", &source)?;
        let name = format!("/packs/shanghai.{part}.{}.part", short_hash(&content));
        let target = dist.join(name.trim_start_matches('/'));
        fs::write(&target, content).at("write", &target)?;
        names.push((part_placeholder(part), name));
    }
    let folder = dist.join(worker::FOLDER);
    fs::create_dir_all(&folder).at("make", &folder)?;
    let sources = [worker::script(project), worker::module(project)];
    for (placeholder, source) in worker::PLACEHOLDERS.into_iter().zip(sources) {
        let content = fs::read(&source).at("read", &source)?;
        let (stem, extension) = placeholder.rsplit_once('.').unwrap_or((placeholder, ""));
        let name = format!("{stem}.{}.{extension}", short_hash(&content));
        let target = dist.join(name.trim_start_matches('/'));
        fs::write(&target, content).at("write", &target)?;
        names.push((placeholder.to_owned(), name));
    }
    for style in STYLES {
        let mut content = Vec::new();
        for file in files_under(&project.root.join("style").join(style))? {
            content.extend(fs::read(&file).at("read", &file)?);
        }
        let name = format!("/styles/{style}.{}.css", short_hash(&content));
        let target = dist.join(name.trim_start_matches('/'));
        let folder = dist.join("styles");
        fs::create_dir_all(&folder).at("make", &folder)?;
        fs::write(&target, content).at("write", &target)?;
        names.push((format!("/styles/{style}.css"), name));
    }
    name_packs(&dist.join("index.html"), &names)?;
    add_parts(project, &dist)?;
    whole::write(&dist)?;
    frames::write(project)?;
    precache::write(&dist)?;
    if !is_draft() {
        run(project.node("xtask/js/compress.mjs").arg(&dist))?;
    }
    let (begun, built) = (begun(project), built(project));
    fs::rename(&begun, &built).at("rename to", &built)
}

/// Adds the parts of the code that pages fetch when they need them.
fn add_parts(project: &Project, dist: &Path) -> Outcome {
    let folder = dist.join("parts");
    fs::create_dir_all(&folder).at("make", &folder)?;
    for part in files_under(&parts::folder(project))? {
        let target = folder.join(part.file_name().unwrap_or_default());
        fs::copy(&part, &target).at("write", &target)?;
    }
    Ok(())
}

/// Puts the real names of the pack and the catalogue's parts into the page, and makes its shell
/// lean.
fn name_packs(page: &Path, names: &[(String, String)]) -> Outcome {
    let mut html = fs::read_to_string(page).at("read", page)?;
    for (placeholder, name) in names {
        if !html.contains(placeholder) {
            return Err(
                Fault::new(format!("index.html does not name `{placeholder}`")).help(
                    "let it name the pack and its parts so; the build puts the content's hash into it",
                ),
            );
        }
        html = html.replace(placeholder, name);
    }
    fs::write(page, lean(&html)).at("write", page)
}
