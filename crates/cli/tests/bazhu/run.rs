//! Starts `bazhu` and holds what it said.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The fixture's source folder.
pub const PACK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pack");

/// What a run said, and how it ended.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

/// Runs `bazhu` with nothing on standard input.
pub fn bazhu(args: &[&str]) -> Said {
    bazhu_with(args, "")
}

/// Runs `bazhu` with a text on standard input.
pub fn bazhu_with(args: &[&str], input: &str) -> Said {
    run(Command::new(env!("CARGO_BIN_EXE_bazhu")).args(args), input)
}

/// Runs a command with a text on standard input.
pub fn run(command: &mut Command, input: &str) -> Said {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that does not read its input may be gone already.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    Said {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A folder of its own for a test, empty.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// The fixture's compact form, built into a test's folder.
pub fn built(folder: &Path) -> String {
    let file = folder.join("example.bazhu").to_str().unwrap().to_owned();
    let said = bazhu(&["build", PACK, "-o", &file]);
    assert_eq!((said.code, said.stderr.as_str()), (0, ""));
    file
}
