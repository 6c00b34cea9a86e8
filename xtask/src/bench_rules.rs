//! `cargo xtask bench rules`: our engine beside others, on the same rules and people.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::fault::{AtPath, Fault, Outcome};
use crate::project::{Project, files_under};
use crate::run::{announce, note, read, run};

/// Rounds, and milliseconds for each engine and case in each round.
const ROUNDS: &str = "3";
const MILLISECONDS: &str = "400";

/// Builds everything, checks that all engines agree, then times them in turn.
///
/// The tables go to standard output and to `target/bench/rules/report.md`.
///
/// # Errors
///
/// If something cannot be built or fetched, or an engine gives another figure.
pub fn run_all(project: &Project) -> Outcome {
    let folder = project.target.join("bench/rules");
    announce(1, 5, "Copying the rules and fetching the rivals (npm)");
    copy(&project.root.join("bench/rules"), &folder)?;
    run(Command::new("npm")
        .current_dir(&folder)
        .args(["ci", "--no-audit", "--no-fund"]))?;

    announce(
        2,
        5,
        "Building our engine: native, and wasm for speed and for size",
    );
    run(project
        .cargo()
        .args(["build", "--release", "-p", "bench_rules", "-p", "cli"]))?;
    for profile in ["release", "web"] {
        run(project
            .cargo()
            .args([
                "build",
                "-p",
                "bench_rules",
                "--lib",
                "--target",
                "wasm32-unknown-unknown",
            ])
            .args(["--profile", profile]))?;
    }

    announce(3, 5, "Packing the rules");
    let pack = folder.join("rules.bazhu");
    let bazhu = project.target.join("release/bazhu");
    run(Command::new(bazhu)
        .arg("build")
        .arg(project.root.join("bench/rules/pack"))
        .arg("-o")
        .arg(&pack))?;
    let native = project.target.join("release/bench-rules");
    let prepared = |script: &str| {
        let mut command = Command::new("node");
        command
            .current_dir(&folder)
            .arg(script)
            .env("BENCH_PACK", &pack)
            .env("BENCH_NATIVE", &native);
        command.env("BENCH_WASM", wasm(project, "release"));
        command.env("BENCH_WASM_SMALL", wasm(project, "web"));
        command
    };
    run(prepared("write-people.mjs").arg("."))?;

    announce(4, 5, "Checking that all engines give the same figures");
    let figures = read(
        Command::new(&native)
            .current_dir(&folder)
            .arg(&pack)
            .args(["all.bin", "figures"]),
    )?;
    let figures_file = folder.join("native.json");
    fs::write(&figures_file, figures).at("write", &figures_file)?;
    run(prepared("agree.mjs").arg(&figures_file))?;

    announce(5, 5, "Timing them in turn");
    let rustc = read(
        Command::new("rustc")
            .current_dir(&project.root)
            .arg("--version"),
    )?;
    note("medians of several rounds; keep the machine quiet");
    let report = read_with_progress(
        prepared("bench.mjs")
            .args([ROUNDS, MILLISECONDS])
            .env("BENCH_RUSTC", rustc.trim()),
    )?;
    let file = folder.join("report.md");
    fs::write(&file, &report).at("write", &file)?;
    println!("\n{report}");
    note(format!("also in {}", file.display()));
    Ok(())
}

/// Where a build of the wasm module lies.
fn wasm(project: &Project, profile: &str) -> PathBuf {
    project
        .target
        .join("wasm32-unknown-unknown")
        .join(profile)
        .join("bench_rules.wasm")
}

/// A command's standard output; its progress goes to ours as it comes.
fn read_with_progress(command: &mut Command) -> Outcome<String> {
    let output = command
        .stderr(std::process::Stdio::inherit())
        .output()
        .map_err(|e| Fault::new(format!("cannot start `node`: {e}")))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(Fault::new(format!(
            "the benchmark ended with {}",
            output.status
        )))
    }
}

/// Copies the scripts to where npm's packages are installed: Node looks for them beside.
fn copy(from: &Path, to: &Path) -> Outcome {
    for file in files_under(from)? {
        let inner = file.strip_prefix(from).unwrap_or(&file);
        let is_script = inner
            .extension()
            .is_some_and(|it| it == "mjs" || it == "json");
        if inner.starts_with("engine")
            || inner.starts_with("pack")
            || !(is_script || inner.ends_with(".npmrc"))
        {
            continue;
        }
        let target = to.join(inner);
        let folder = target.parent().unwrap_or(to);
        fs::create_dir_all(folder).at("make", folder)?;
        fs::copy(&file, &target).at("copy", &file)?;
    }
    Ok(())
}
