//! schemathesis against the OpenAPI document: whatever fits it is answered as it says, and
//! nothing else is accepted.

use std::fs;
use std::process::Command;

use crate::chromium::is_root;
use crate::fault::{AtPath, Fault, Outcome};
use crate::project::{Project, on_path};
use crate::run::{note, read, run};
use crate::serve;

/// The version that is tested with.
const VERSION: &str = "4.32.5";
/// The operator's token for the time of the test.
const TOKEN: &str = "a-token-for-the-time-of-one-test-run";

/// Installs it where needed, and runs it against a server of its own.
///
/// # Errors
///
/// If it can't be installed, or finds something.
pub fn check(project: &Project) -> Outcome {
    let program = install(project)?;
    serve::build(project)?;
    let data = project.target.join("site/api-data");
    fs::remove_dir_all(&data).ok();
    let bazhu = project.target.join("debug/bazhu");
    let mut command = serve::command(&bazhu, &data, 0);
    command
        .env("BAZHU_SITE", project.dist())
        .env("BAZHU_OPERATOR_TOKEN", TOKEN);
    let served = serve::started(command)?;
    let folder = project.target.join("site");
    run(Command::new(program)
        .current_dir(folder)
        .arg("run")
        .arg(format!("{}/api/openapi.json", served.address))
        .args(["--max-examples", "15", "--workers", "1", "--no-color"])
        .args([
            "--phases",
            "examples,coverage,fuzzing",
            "--request-timeout",
            "30",
        ])
        // Whether an id is known or somebody agrees, no schema says.
        .args(["--exclude-checks", "positive_data_acceptance"])
        .arg("-H")
        .arg(format!("Authorization: Bearer {TOKEN}")))?;
    drop(served);
    fs::remove_dir_all(&data).at("remove", &data)
}

/// Its program, in a folder of its own, made once for all clones.
fn install(project: &Project) -> Outcome<std::path::PathBuf> {
    let home = project.tools.join(format!("schemathesis-{VERSION}"));
    let program = home.join("bin/schemathesis");
    if read(Command::new(&program).arg("--version")).is_ok() {
        note(format!("schemathesis {VERSION} is in {}", home.display()));
        return Ok(program);
    }
    let make = || {
        run(Command::new("python3")
            .args(["-m", "venv", "--clear"])
            .arg(&home))
    };
    if make().is_err() && on_path(&["apt-get"]).is_some() && is_root() {
        run(Command::new("apt-get").args(["update", "-qq"]))?;
        run(Command::new("apt-get")
            .args([
                "install",
                "-y",
                "-qq",
                "--no-install-recommends",
                "python3-venv",
            ])
            .env("DEBIAN_FRONTEND", "noninteractive"))?;
        make()?;
    }
    run(Command::new(home.join("bin/python"))
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ])
        .arg(format!("schemathesis=={VERSION}")))
    .map_err(|fault| {
        fault.help("Python 3.10 or later with its `venv` is needed (Debian: python3-venv)")
    })?;
    match program.is_file() {
        true => Ok(program),
        false => Err(Fault::new("schemathesis was not installed")),
    }
}
