//! The built site behind the real server, `bazhu serve`: for one developer and the browser tests.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::fault::{Fault, Outcome};
use crate::project::Project;
use crate::run::run;

/// A server that ends with us.
pub struct Served {
    /// Its address, `http://127.0.0.1:4711`.
    pub address: String,
    child: Child,
    // Held open: a server that can't say anything any more might stop.
    _output: BufReader<ChildStdout>,
}

impl Drop for Served {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// Serves the built site until the process is stopped.
///
/// # Errors
///
/// If the site is not built or the port is taken.
pub fn forever(project: &Project, port: u16) -> Outcome {
    build(project)?;
    run(&mut site_command(project, port))
}

/// Starts serving and says on which address; port 0 takes any that is free.
///
/// # Errors
///
/// As [`forever`].
pub fn start(project: &Project, port: u16) -> Outcome<Served> {
    build(project)?;
    started(site_command(project, port))
}

/// Starts a server and waits until it says on which address.
///
/// # Errors
///
/// If it does not start.
pub fn started(mut command: Command) -> Outcome<Served> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|e| Fault::new(format!("cannot start `bazhu serve`: {e}")))?;
    let output = child.stdout.take();
    let mut output = BufReader::new(output.ok_or_else(|| Fault::new("the server has no output"))?);
    let mut line = String::new();
    output.read_line(&mut line).ok();
    let word = line.split_whitespace().find(|it| it.starts_with("http://"));
    let Some(address) = word.map(str::to_owned) else {
        child.wait().ok();
        return Err(Fault::new(
            "`bazhu serve` does not start; it says above why",
        ));
    };
    Ok(Served {
        address,
        child,
        _output: output,
    })
}

/// Builds the program.
pub fn build(project: &Project) -> Outcome {
    run(project
        .cargo()
        .args(["build", "--quiet", "--locked", "--package", "cli"]))
}

/// `bazhu serve` with the built site, and with what it keeps below the build folder.
fn site_command(project: &Project, port: u16) -> Command {
    let program = project.target.join("debug/bazhu");
    let mut command = command(&program, &project.target.join("site/data"), port);
    command.arg("--site").arg(project.dist());
    command
}

/// `bazhu serve` without limits: all requests come from one address.
pub fn command(program: &Path, data: &Path, port: u16) -> Command {
    let mut command = Command::new(program);
    command
        .arg("serve")
        .arg("--data")
        .arg(data)
        .arg("--listen")
        .arg(format!("127.0.0.1:{port}"))
        .env("BAZHU_READS_PER_MINUTE", "0")
        .env("BAZHU_WRITES_PER_MINUTE", "0")
        // Pages of this machine, as the browser tests make them.
        .env(
            "BAZHU_FRAME_ANCESTORS",
            "http://localhost:*,http://127.0.0.1:*",
        )
        .env("BAZHU_LOG", "warn")
        .env_remove("DATABASE_URL");
    command
}
