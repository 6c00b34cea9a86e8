//! Everything that a build needs beyond rustup and Node, fetched from package registries only.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::fault::{AtPath, Fault, Outcome};
use crate::plan::Step;
use crate::project::{Project, on_path};
use crate::run::{note, read, run};

/// The newest Trunk that builds with this toolchain.
const TRUNK: &str = "0.21.14";
/// What the app is built for.
const WASM: &str = "wasm32-unknown-unknown";
/// The oldest Node that our scripts run on.
const OLDEST_NODE: u32 = 20;

/// The steps of `cargo xtask setup`.
pub const STEPS: [Step; 8] = [
    Step {
        what: "Looking for rustup and Node",
        run: prerequisites,
    },
    Step {
        what: "Rust's WebAssembly target",
        run: wasm_target,
    },
    Step {
        what: "The standard library's source (rustup)",
        run: std_source,
    },
    Step {
        what: "Crates that Cargo.lock names",
        run: crates,
    },
    Step {
        what: "Trunk, which builds the app (the first time: several minutes)",
        run: trunk,
    },
    Step {
        what: "wasm-bindgen, in the version that Cargo.lock names",
        run: wasm_bindgen,
    },
    Step {
        what: "Tailwind, binaryen, playwright-core and axe-core from package-lock.json",
        run: npm_packages,
    },
    Step {
        what: "Putting them where Trunk finds them",
        run: shims,
    },
];

/// Checks that rustup, Node and npm are there and new enough.
pub fn prerequisites(_: &Project) -> Outcome {
    if cfg!(windows) {
        return Err(Fault::new("the build scripts need a Unix shell")
            .help("run this inside WSL on Windows"));
    }
    read(Command::new("rustup").arg("--version")).map_err(|_| {
        Fault::new("rustup is not installed").help("install it from rustup.rs, then run this again")
    })?;
    let node = read(Command::new("node").arg("--version")).map_err(|_| {
        Fault::new("Node is not installed").help(format!(
            "install Node {OLDEST_NODE} or later from nodejs.org"
        ))
    })?;
    let node = node.trim();
    if major(node).is_none_or(|version| version < OLDEST_NODE) {
        return Err(Fault::new(format!("Node {node} is too old")).help(format!(
            "install Node {OLDEST_NODE} or later from nodejs.org"
        )));
    }
    read(Command::new("npm").arg("--version")).map_err(|_| {
        Fault::new("npm is not installed").help("install it; Node's own installer brings it along")
    })?;
    note(format!("rustup, Node {node} and npm are here"));
    Ok(())
}

/// The major version in Node's `v20.1.2`.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Adds the WebAssembly target to the toolchain unless its standard library is there.
pub fn wasm_target(project: &Project) -> Outcome {
    let folder = read(Command::new("rustc").current_dir(&project.root).args([
        "--print",
        "target-libdir",
        "--target",
        WASM,
    ]))?;
    let there = Path::new(folder.trim()).read_dir().is_ok_and(|mut files| {
        files.any(|f| f.is_ok_and(|f| f.file_name().to_string_lossy().starts_with("libstd-")))
    });
    if there {
        note("already there");
        return Ok(());
    }
    run(Command::new("rustup")
        .current_dir(&project.root)
        .args(["target", "add", WASM]))
    .map_err(|fault| {
        fault.help(format!(
            "check the network, then run `rustup target add {WASM}`"
        ))
    })
}

/// Fetches the standard library's own source, of which the browser's build makes a small one.
pub fn std_source(project: &Project) -> Outcome {
    let sysroot = read(
        Command::new("rustc")
            .current_dir(&project.root)
            .args(["--print", "sysroot"]),
    )?;
    let manifest = Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/Cargo.toml");
    if manifest.is_file() {
        note("already there");
        return Ok(());
    }
    run(Command::new("rustup")
        .current_dir(&project.root)
        .args(["component", "add", "rust-src"]))
    .map_err(|fault| fault.help("check the network, then run `rustup component add rust-src`"))
}

/// Has `command` build the standard library anew, for size, and end a panic at once: some 26 kB
/// (brotli) of what a visitor downloads are messages and fast paths that no page needs. Cargo
/// calls this unstable, so the stable compiler has to be told that it may (docs/decisions).
pub fn with_small_std(command: &mut Command) -> &mut Command {
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env(
            "RUSTFLAGS",
            // The last one: the code is divided by what the linker knew (see `parts`).
            "--cfg erase_components -Zunstable-options -Cpanic=immediate-abort \
             -Clink-args=--emit-relocs",
        )
}

/// Downloads every crate of Cargo.lock, and those of the standard library: Trunk runs cargo offline.
pub fn crates(project: &Project) -> Outcome {
    run(project.cargo().args(["fetch", "--locked", "--quiet"]))
        .map_err(|fault| fault.help("check the network; Cargo.lock must fit Cargo.toml"))?;
    let mut command = project.cargo();
    command.args(["fetch", "--locked", "--quiet", "--target", WASM]);
    run(with_small_std(&mut command))
        .map_err(|fault| fault.help("check the network: the standard library's crates are missing"))
}

/// Installs Trunk, with the dependencies it was released with.
pub fn trunk(project: &Project) -> Outcome {
    install(project, "trunk", TRUNK, &["--locked"]).map(|_| ())
}

/// Installs the wasm-bindgen program of the library's version: any other refuses the app.
pub fn wasm_bindgen(project: &Project) -> Outcome {
    let version = wasm_bindgen_version(project)?;
    // Its published lock file asks for crates that this toolchain does not build.
    install(project, "wasm-bindgen-cli", &version, &[]).map(|_| ())
}

/// Where the programs of package `name` are, once installed.
fn bin(project: &Project, name: &str, version: &str) -> PathBuf {
    project.tools.join(format!("{name}-{version}")).join("bin")
}

/// The folder of the `trunk` program.
pub fn trunk_bin(project: &Project) -> PathBuf {
    bin(project, "trunk", TRUNK)
}

/// The folder of `wasm-bindgen` and `wasm-bindgen-test-runner`.
///
/// # Errors
///
/// If Cargo.lock cannot be read or names no wasm-bindgen.
pub fn wasm_bindgen_bin(project: &Project) -> Outcome<PathBuf> {
    Ok(bin(
        project,
        "wasm-bindgen-cli",
        &wasm_bindgen_version(project)?,
    ))
}

fn wasm_bindgen_version(project: &Project) -> Outcome<String> {
    project.locked_version("wasm-bindgen")?.ok_or_else(|| {
        Fault::new("Cargo.lock names no wasm-bindgen").help("run `cargo generate-lockfile`")
    })
}

/// Installs one program from the registry of crates into the shared folder, once for all clones.
///
/// Two clones at once wait for each other, and a half-finished installation is never seen: it is
/// made in a folder of its own and renamed when complete.
fn install(project: &Project, name: &str, version: &str, options: &[&str]) -> Outcome<PathBuf> {
    let home = project.tools.join(format!("{name}-{version}"));
    if home.join("bin").is_dir() {
        note(format!("{name} {version} is in {}", home.display()));
        return Ok(home);
    }
    fs::create_dir_all(&project.tools).at("make", &project.tools)?;
    let lock_path = project.tools.join(".lock");
    let lock = File::create(&lock_path).at("open", &lock_path)?;
    if lock.try_lock().is_err() {
        note("waiting for another clone that is installing tools");
        lock.lock().at("lock", &lock_path)?;
    }
    if home.join("bin").is_dir() {
        note(format!("{name} {version} was installed by another clone"));
        return Ok(home);
    }
    let unfinished = project.tools.join(format!(".{name}-{version}.unfinished"));
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished).at("remove", &unfinished)?;
    }
    note(format!(
        "installing {name} {version} into {}",
        home.display()
    ));
    run(project
        .cargo()
        .args(["install", name, "--version", version])
        .args(options)
        .arg("--root")
        .arg(&unfinished)
        // A build of its own, whatever the clone's build folder and flags are.
        .arg("--target-dir")
        .arg(unfinished.join("build"))
        .env_remove("RUSTFLAGS"))
    .map_err(|fault| fault.help("check the network; then run `cargo xtask setup` again"))?;
    let build = unfinished.join("build");
    fs::remove_dir_all(&build).at("remove", &build)?;
    fs::rename(&unfinished, &home).at("rename to", &home)?;
    Ok(home)
}

/// Installs npm's packages unless those of this very lock file are installed.
pub fn npm_packages(project: &Project) -> Outcome {
    let lock_path = project.root.join("package-lock.json");
    let lock = fs::read(&lock_path).at("read", &lock_path)?;
    let done = project.root.join("node_modules/.bazhu-lock");
    if fs::read(&done).is_ok_and(|installed| installed == lock) {
        note("already as package-lock.json says");
        return Ok(());
    }
    // No package of ours needs its installation script, so none is run.
    run(Command::new("npm").current_dir(&project.root).args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
    ]))
    .map_err(|fault| fault.help("check the network; then run `cargo xtask setup` again"))?;
    fs::write(&done, lock).at("write", &done)
}

/// Writes the scripts under whose names Trunk looks for npm's programs and wasm-bindgen.
pub fn shims(project: &Project) -> Outcome {
    let folder = project.shims();
    fs::create_dir_all(&folder).at("make", &folder)?;
    for (name, program) in [
        ("wasm-opt", "binaryen/bin/wasm-opt"),
        ("tailwindcss", "@tailwindcss/cli/dist/index.mjs"),
    ] {
        let program = project.root.join("node_modules").join(program);
        if !program.is_file() {
            return Err(Fault::new(format!("`{}` is missing", program.display()))
                .help("remove node_modules and run `cargo xtask setup` again"));
        }
        script(
            &folder.join(name),
            &format!("exec node {}", quoted(&program)),
        )?;
    }
    let real = wasm_bindgen_bin(project)?.join("wasm-bindgen");
    let ours = std::env::current_exe()
        .map_err(|e| Fault::new(format!("the system does not say where we are: {e}")))?;
    script(
        &folder.join("wasm-bindgen"),
        &format!("exec {} bindgen {}", quoted(&ours), quoted(&real)),
    )?;
    note(format!(
        "wasm-opt, tailwindcss and our wasm-bindgen are in {}",
        folder.display()
    ));
    if on_path(&["node"]).is_none() {
        return Err(Fault::new("`node` left PATH while we ran"));
    }
    Ok(())
}

/// Writes a script that hands its arguments on to `command`.
fn script(path: &Path, command: &str) -> Outcome {
    let text = format!("#!/bin/sh\n{command} \"$@\"\n");
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    fs::write(path, text).at("write", path)?;
    make_executable(path)
}

/// A path as one word of a shell script.
fn quoted(path: &Path) -> String {
    format!("'{}'", path.display().to_string().replace('\'', r"'\''"))
}

#[cfg(unix)]
fn make_executable(path: &Path) -> Outcome {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).at("make executable", path)
}

#[cfg(not(unix))]
fn make_executable(_: &Path) -> Outcome {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_version_gives_its_major_number() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("20"), None);
    }

    #[test]
    fn a_path_with_a_quote_stays_one_word() {
        assert_eq!(quoted(Path::new("/a b/it's")), r"'/a b/it'\''s'");
    }
}
