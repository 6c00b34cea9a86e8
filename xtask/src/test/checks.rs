//! The checks themselves.

use std::path::PathBuf;
use std::process::Command;

use super::tally::Tally;
use super::{Check, Needs};
use crate::fault::{Fault, Outcome};
use crate::project::Project;
use crate::run::{note, run, run_reading};
use crate::{api_check, build, chromium, package, postgres, proxy_check, serve, setup, size, tidy};

/// Every check, cheapest first.
pub const CHECKS: [Check; 14] = [
    Check {
        name: "tidy",
        what: "Crate arrows, colours, dependencies, versions",
        needs: Needs::Rust,
        run: |project, _| tidy::run(project),
    },
    Check {
        name: "fmt",
        what: "Formatting",
        needs: Needs::Rust,
        run: |project, _| run(project.cargo().args(["fmt", "--all", "--check"])),
    },
    Check {
        name: "clippy",
        what: "Clippy, warnings denied",
        needs: Needs::Rust,
        run: |project, _| clippy(project, &["--workspace", "--all-targets", "--all-features"]),
    },
    Check {
        name: "native",
        what: "Native tests and the examples in the docs",
        needs: Needs::Rust,
        run: native,
    },
    Check {
        name: "fuzz",
        what: "The fuzz targets fit the code that they feed",
        needs: Needs::Rust,
        run: fuzz,
    },
    Check {
        name: "pack",
        what: "The Shanghai pack and its worked cases",
        needs: Needs::Rust,
        run: pack,
    },
    Check {
        name: "clippy-web",
        what: "Clippy for the browser, warnings denied",
        needs: Needs::Tools,
        run: |project, _| {
            clippy(
                project,
                &[
                    "-p",
                    "app",
                    "-p",
                    "catalogue",
                    "-p",
                    "embed",
                    "-p",
                    "pack",
                    "-p",
                    "rules",
                    "-p",
                    "staff-worker",
                    "--target",
                    WASM,
                ],
            )
        },
    },
    Check {
        name: "wasm",
        what: "WebAssembly tests in headless Chromium",
        needs: Needs::Tools,
        run: wasm,
    },
    Check {
        name: "site",
        what: "The release build of the site",
        needs: Needs::Tools,
        run: |project, _| build::STEPS.iter().try_for_each(|step| (step.run)(project)),
    },
    Check {
        name: "size",
        what: "What a first visit to /check transfers, against the budget",
        needs: Needs::Site,
        run: |project, _| size::report(project),
    },
    Check {
        name: "package",
        what: "One program that carries the site, and serves it",
        needs: Needs::Site,
        run: |project, _| package::program(project, false).map(|_| ()),
    },
    Check {
        name: "api",
        what: "schemathesis against the OpenAPI document",
        needs: Needs::Site,
        run: |project, _| api_check::check(project),
    },
    Check {
        name: "proxy",
        what: "nginx and Caddy in front of the server, as docs/server.md has them",
        needs: Needs::Site,
        run: |project, _| proxy_check::check(project),
    },
    Check {
        name: "browser",
        what: "Browser tests on a phone's and a desktop's screen",
        needs: Needs::Site,
        run: browser,
    },
];

const WASM: &str = "wasm32-unknown-unknown";

fn clippy(project: &Project, what: &[&str]) -> Outcome {
    run(project
        .cargo()
        .args(["clippy", "--locked"])
        .args(what)
        .args(["--", "-D", "warnings"]))
}

/// They are run by hand, on nightly; here they are only compiled, so that none is left behind.
fn fuzz(project: &Project, _: &mut Tally) -> Outcome {
    run(project
        .cargo()
        .args(["check", "--locked", "--manifest-path", "fuzz/Cargo.toml"])
        .arg("--target-dir")
        .arg(&project.target)
        // Nothing is linked: the fuzzer's own C++ need not be compiled.
        .env("CUSTOM_LIBFUZZER_PATH", "/libfuzzer.a"))
}

/// `FEEL_CASES`, if set, reaches the tests of `rules` through the environment.
fn native(project: &Project, tally: &mut Tally) -> Outcome {
    if std::env::var_os("FEEL_CASES").is_none() {
        note("FEEL_CASES names no file: the standard's own cases are left out");
    }
    let mut command = project.cargo();
    command.args(["test", "--locked", "--workspace", "--no-fail-fast"]);
    // The server's tests run on PostgreSQL too: on the one that is named, or on one of our own.
    let _cluster = match std::env::var_os("BAZHU_TEST_POSTGRES") {
        Some(_) => None,
        None => {
            let cluster = postgres::start()?;
            command.env("BAZHU_TEST_POSTGRES", &cluster.url);
            Some(cluster)
        }
    };
    run_reading(&mut command, |line| tally.read(line))?;
    at_least_one(tally)
}

fn pack(project: &Project, tally: &mut Tally) -> Outcome {
    let mut command = project.cargo();
    command.args([
        "run",
        "--quiet",
        "--locked",
        "--package",
        "cli",
        "--bin",
        "bazhu",
    ]);
    command.args(["--", "check", "data/shanghai"]);
    run_reading(&mut command, |line| tally.read(line))
}

/// Runs `tests/wasm.rs` of every package that has one.
fn wasm(project: &Project, tally: &mut Tally) -> Outcome {
    let found = chromium::find()?;
    let capabilities = chromium::capabilities(project, &found)?;
    let runner = setup::wasm_bindgen_bin(project)?.join("wasm-bindgen-test-runner");
    for package in ["rules", "pack", "app"] {
        let folder = match package {
            "app" => project.root.clone(),
            _ => project.root.join("crates").join(package),
        };
        if !folder.join("tests/wasm.rs").is_file() {
            continue;
        }
        let mut command = project.cargo();
        command
            .args(["test", "--locked", "--package", package, "--test", "wasm"])
            .args(["--target", WASM])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", &runner)
            .env("CHROMEDRIVER", &found.driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &capabilities)
            .env("WASM_BINDGEN_TEST_ONLY_WEB", "1")
            // A machine under load may take long to start a browser.
            .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
            .env("WASM_BINDGEN_TEST_TIMEOUT", "300");
        run_reading(&mut command, |line| tally.read(line))?;
    }
    at_least_one(tally)
}

/// Serves the built site on a free port and runs the browser tests against it.
fn browser(project: &Project, tally: &mut Tally) -> Outcome {
    let (mut command, _served) = against_site(project, "tests/e2e/run.mjs")?;
    run_reading(&mut command, |line| tally.read(line))?;
    at_least_one(tally)
}

/// Pictures of pages on three screens, light and dark, in target/pictures.
///
/// # Errors
///
/// If the site is not built or the browser fails.
pub fn pictures(project: &Project, routes: &[&str]) -> Outcome {
    let (mut command, _served) = against_site(project, "tests/e2e/pictures.mjs")?;
    run(command.args(routes))
}

/// A Node script, and the built site served for it as long as the second is held.
///
/// # Errors
///
/// If the site is not built or there is no Chromium.
pub fn against_site(project: &Project, script: &str) -> Outcome<(Command, serve::Served)> {
    let served = serve::start(project, 0)?;
    let chromium: PathBuf = chromium::find()?.chromium;
    let mut command = project.node(script);
    command
        .env("BAZHU_URL", &served.address)
        .env("CLI_PROGRAM", project.target.join("debug/bazhu"))
        .env("CHROMIUM", chromium);
    Ok((command, served))
}

/// A test run without a test proves nothing.
fn at_least_one(tally: &Tally) -> Outcome {
    if tally.passed == 0 {
        return Err(Fault::new("no test ran"));
    }
    Ok(())
}
