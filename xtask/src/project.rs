//! Where things are: the clone, its build folder, the shared tools.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::fault::{AtPath, Fault, Outcome};

/// The folders that every task works in.
#[derive(Clone, Debug)]
pub struct Project {
    /// The clone's top folder.
    pub root: PathBuf,
    /// Cargo's target folder.
    pub target: PathBuf,
    /// Tools installed by us, by version; shared by all clones of this user.
    pub tools: PathBuf,
}

impl Project {
    /// Finds the folders from where Cargo says this crate lies and from the environment.
    ///
    /// # Errors
    ///
    /// If neither `BAZHU_TOOLS` nor a home folder says where tools may be installed.
    pub fn find() -> Outcome<Self> {
        let here = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = here
            .parent()
            .ok_or_else(|| Fault::new("xtask lies outside of a clone"))?
            .to_path_buf();
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(
            || root.join("target"),
            |folder| root.join(PathBuf::from(folder)),
        );
        let cache = env::var_os("BAZHU_TOOLS")
            .map(PathBuf::from)
            .or_else(|| env::var_os("HOME").map(|h| PathBuf::from(h).join(".cache/bazhu")));
        let tools = cache.ok_or_else(|| {
            Fault::new("there is no folder to install tools into")
                .help("set BAZHU_TOOLS to a folder that you may write to")
        })?;
        Ok(Self {
            root,
            target,
            tools,
        })
    }

    /// The site as it is served.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Scripts that stand for npm's programs on PATH.
    pub fn shims(&self) -> PathBuf {
        self.target.join("tools/bin")
    }

    /// A `cargo` command in the clone, of the toolchain that runs us.
    pub fn cargo(&self) -> Command {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.current_dir(&self.root);
        command
    }

    /// A `node` command in the clone.
    pub fn node(&self, script: &str) -> Command {
        let mut command = Command::new("node");
        command.current_dir(&self.root).arg(script);
        command
    }

    /// PATH with `first` before everything else.
    ///
    /// # Errors
    ///
    /// If a folder's name holds the character that separates folders in PATH.
    pub fn path_with(&self, first: &[PathBuf]) -> Outcome<OsString> {
        let rest = env::var_os("PATH").unwrap_or_default();
        env::join_paths(first.iter().cloned().chain(env::split_paths(&rest)))
            .map_err(|e| Fault::new(format!("cannot put our tools on PATH: {e}")))
    }

    /// The version of package `name` in Cargo.lock, if it is there.
    ///
    /// # Errors
    ///
    /// If Cargo.lock cannot be read.
    pub fn locked_version(&self, name: &str) -> Outcome<Option<String>> {
        let path = self.root.join("Cargo.lock");
        let text = std::fs::read_to_string(&path).at("read", &path)?;
        Ok(version_in_lock(&text, name))
    }
}

/// The version that a Cargo.lock's text gives package `name`.
fn version_in_lock(text: &str, name: &str) -> Option<String> {
    let wanted = format!("name = \"{name}\"");
    let mut lines = text.lines().skip_while(|line| *line != wanted);
    lines.next()?;
    let line = lines.next()?;
    let version = line.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

/// The first of `names` that lies on PATH as a file.
pub fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    names.iter().find_map(|name| {
        env::split_paths(&path)
            .map(|folder| folder.join(name))
            .find(|file| file.is_file())
    })
}

/// Every file under `folder`, sorted; empty if there is no such folder.
///
/// # Errors
///
/// If a folder cannot be read.
pub fn files_under(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        if !next.is_dir() {
            continue;
        }
        for entry in std::fs::read_dir(&next).at("read", &next)? {
            let path = entry.at("read", &next)?.path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_gives_the_version_of_exactly_that_package() {
        let text = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(
            version_in_lock(text, "wasm-bindgen").as_deref(),
            Some("0.2.130")
        );
        assert_eq!(version_in_lock(text, "leptos"), None);
    }
}
