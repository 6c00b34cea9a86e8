//! nginx and Caddy with the lines that docs/server.md shows, in front of the server.

use std::process::Command;

use crate::chromium::is_root;
use crate::fault::{Fault, Outcome};
use crate::project::{Project, on_path};
use crate::run::run;
use crate::serve;

/// Debian's packages for it.
const PACKAGES: [&str; 3] = ["nginx-light", "caddy", "openssl"];

/// Installs them where needed, and runs `tests/proxy/run.mjs`.
///
/// # Errors
///
/// If they can't be installed, or something does not arrive as it was sent.
pub fn check(project: &Project) -> Outcome {
    let missing = ["nginx", "caddy", "openssl"].map(|name| on_path(&[name]).is_none());
    if missing.contains(&true) {
        if on_path(&["apt-get"]).is_none() || !is_root() {
            return Err(Fault::new("nginx, caddy or openssl is not installed")
                .help(format!("install {} (Debian)", PACKAGES.join(", "))));
        }
        run(Command::new("apt-get").args(["update", "-qq"]))?;
        run(Command::new("apt-get")
            .args(["install", "-y", "-qq", "--no-install-recommends"])
            .args(PACKAGES)
            .env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    serve::build(project)?;
    run(Command::new("node")
        .arg(project.root.join("tests/proxy/run.mjs"))
        .arg(project.target.join("debug/bazhu"))
        .arg(project.dist()))
}
