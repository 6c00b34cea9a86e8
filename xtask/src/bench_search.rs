//! `cargo xtask bench search`: our search beside others, on the same rows and queries.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::chromium;
use crate::fault::{AtPath, Fault, Outcome};
use crate::project::{Project, files_under};
use crate::run::{announce, note, read, run};

/// How many rows there are.
const COUNTS: [&str; 3] = ["2000", "20000", "200000"];

/// How long each engine is timed on each number of rows.
const SECONDS: &str = "5";

/// Makes the rows, builds ours, then runs every engine in turn.
///
/// The tables go to standard output and to `target/bench/search/report.md`.
///
/// # Errors
///
/// If something cannot be built or fetched. An engine that fails is a row of the table.
pub fn run_all(project: &Project) -> Outcome {
    let folder = project.target.join("bench/search");
    announce(1, 4, "Copying the scripts and fetching the peers (npm)");
    copy(&project.root.join("bench/search"), &folder)?;
    run(Command::new("npm")
        .current_dir(&folder)
        .args(["ci", "--no-audit", "--no-fund"]))?;
    if !project.root.join("node_modules/playwright-core").is_dir() {
        run(Command::new("npm").current_dir(&project.root).args([
            "ci",
            "--no-audit",
            "--no-fund",
        ]))?;
    }

    announce(
        2,
        4,
        "Building ours: native, and wasm for speed and for size",
    );
    run(project.cargo().args([
        "build",
        "--release",
        "-p",
        "bench_search",
        "--features",
        "native",
    ]))?;
    for profile in ["release", "web"] {
        run(project
            .cargo()
            .args([
                "build",
                "-p",
                "bench_search",
                "--lib",
                "--target",
                "wasm32-unknown-unknown",
            ])
            .args(["--profile", profile]))?;
    }

    announce(3, 4, "Making rows, queries and their answers");
    run(Command::new("node")
        .current_dir(&folder)
        .arg("write-rows.mjs")
        .args(COUNTS))?;
    let native = project.target.join("release/bench-search");
    for count in COUNTS {
        run(Command::new(&native)
            .current_dir(&folder)
            .arg("lexicon")
            .arg(format!("rows-{count}.tsv"))
            .arg(format!("rows-{count}.lexicon")))?;
    }

    announce(4, 4, "Running every engine in turn");
    note("half an hour; keep the machine quiet");
    let rustc = read(
        Command::new("rustc")
            .current_dir(&project.root)
            .arg("--version"),
    )?;
    let wasm = |profile: &str| {
        let built = project.target.join("wasm32-unknown-unknown").join(profile);
        built.join("bench_search.wasm")
    };
    let output = Command::new("node")
        .current_dir(&folder)
        .args(["bench.mjs", SECONDS])
        .env("BENCH_WASM", wasm("release"))
        .env("BENCH_WASM_SMALL", wasm("web"))
        .env("BENCH_NATIVE", &native)
        .env("BENCH_ROOT", &project.root)
        .env("BENCH_FOLDER", &folder)
        .env("BENCH_RUSTC", rustc.trim())
        .env("CHROMIUM", chromium::find()?.chromium)
        .stderr(std::process::Stdio::inherit())
        .output()
        .map_err(|e| Fault::new(format!("cannot start `node`: {e}")))?;
    let report = String::from_utf8_lossy(&output.stdout).into_owned();
    let file = folder.join("report.md");
    fs::write(&file, &report).at("write", &file)?;
    println!("\n{report}");
    if !output.status.success() {
        return Err(Fault::new(format!(
            "the benchmark ended with {}",
            output.status
        )));
    }
    note(format!("also in {}", file.display()));
    Ok(())
}

/// Copies the scripts to where npm's packages are installed: Node looks for them beside.
fn copy(from: &Path, to: &Path) -> Outcome {
    for file in files_under(from)? {
        let inner = file.strip_prefix(from).unwrap_or(&file);
        let is_script = inner
            .extension()
            .is_some_and(|it| it == "mjs" || it == "json");
        if inner.starts_with("engine") || !(is_script || inner.ends_with(".npmrc")) {
            continue;
        }
        let target = to.join(inner);
        let folder = target.parent().unwrap_or(to);
        fs::create_dir_all(folder).at("make", folder)?;
        fs::copy(&file, &target).at("copy", &file)?;
    }
    Ok(())
}
