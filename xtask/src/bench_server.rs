//! `cargo xtask bench server`: requests per second, latency and memory beside nginx and Fastify.

use std::fs;
use std::process::Command;

use crate::chromium::is_root;
use crate::fault::{AtPath, Fault, Outcome};
use crate::package;
use crate::project::{Project, on_path};
use crate::run::{note, run};

/// Debian's packages for it.
const PACKAGES: [&str; 3] = ["nginx-light", "libnginx-mod-http-brotli-static", "wrk"];

/// Fetches the peers and measures; the table goes to standard output.
///
/// # Errors
///
/// If a peer can't be had, the site is not built, or an answer is wrong.
pub fn run_all(project: &Project, options: &[&str]) -> Outcome {
    if on_path(&["wrk"]).is_none() || on_path(&["nginx"]).is_none() {
        if on_path(&["apt-get"]).is_none() || !is_root() {
            return Err(Fault::new("wrk or nginx is not installed")
                .help(format!("install {} (Debian)", PACKAGES.join(", "))));
        }
        run(Command::new("apt-get").args(["update", "-qq"]))?;
        run(Command::new("apt-get")
            .args(["install", "-y", "-qq", "--no-install-recommends"])
            .args(PACKAGES)
            .env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    let folder = project.target.join("bench/server");
    fs::create_dir_all(&folder).at("make", &folder)?;
    let from = project.root.join("bench/server");
    for name in [
        "package.json",
        "package-lock.json",
        ".npmrc",
        "run.mjs",
        "peer.mjs",
    ] {
        let file = from.join(name);
        fs::copy(&file, folder.join(name)).at("copy", &file)?;
    }
    note("Fetching the peers (npm)");
    run(Command::new("npm")
        .current_dir(&folder)
        .args(["ci", "--no-audit", "--no-fund"]))?;
    let program = package::program(project, true)?;
    run(Command::new("node")
        .current_dir(&folder)
        .arg("run.mjs")
        .args(options)
        .env("BENCH_BAZHU", program)
        .env("BENCH_SITE", project.dist())
        .env("BENCH_FOLDER", &folder))
}
