//! The built site in memory: which file answers which path, in which encoding, with which headers.

mod answer;
mod body;
mod file;
mod pages;

pub use answer::{answer, unchanged};
pub use file::{Encoded, File, Headers, kept};
pub use pages::{Own, compressed, own, renewed};

use bytes::Bytes;
use std::collections::HashMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// Contents by name, compressed twins (`.br`, `.gz`) among them.
pub type Contents = HashMap<String, Bytes>;

/// Every file of the site. A copy shares the files.
#[derive(Clone, Default)]
pub struct Site {
    files: HashMap<String, Arc<File>>,
}

/// The app's page, for every address without a file of its own.
const PAGE: &str = "/app.html";

impl Site {
    /// A site of these contents.
    pub fn new(contents: &Contents, headers: &Headers) -> Self {
        let mut site = Self::default();
        for (name, plain) in contents {
            if name.ends_with(".br") || name.ends_with(".gz") {
                continue;
            }
            let beside = |end: &str| contents.get(&format!("{name}.{end}")).cloned();
            let content = Encoded {
                plain: plain.clone(),
                brotli: beside("br"),
                gzip: beside("gz"),
            };
            site.put(name, content, headers);
        }
        site
    }

    /// Adds a file, or puts it in another's place.
    pub fn put(&mut self, name: &str, content: Encoded, headers: &Headers) {
        let file = File::new(name, content, headers);
        self.files.insert(format!("/{name}"), Arc::new(file));
    }

    /// The file of exactly this path.
    pub fn get(&self, path: &str) -> Option<&Arc<File>> {
        self.files.get(path)
    }

    /// Every path with its content.
    pub fn contents(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let files = self.files.iter();
        files.map(|(path, file)| (path.as_str(), &file.content.plain[..]))
    }

    /// What answers a path: its file; a folder's index.html; the app's page for anything that
    /// looks like a route; nothing for a file that is not there.
    pub fn find(&self, path: &str) -> Option<&Arc<File>> {
        if let Some(file) = self.files.get(path) {
            return Some(file);
        }
        let folder = path.trim_end_matches('/');
        if let Some(file) = self.files.get(&format!("{folder}/index.html")) {
            return Some(file);
        }
        let last = path.rsplit('/').next().unwrap_or_default();
        let is_route = !last.contains('.') && !path.starts_with("/api/");
        self.files.get(PAGE).filter(|_| is_route)
    }
}

/// Reads a built site's folder.
///
/// # Errors
///
/// If a folder or file can't be read.
pub fn read_folder(folder: &Path) -> io::Result<Contents> {
    let mut contents = Contents::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(&next)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).unwrap_or(&path);
            let name = name.to_string_lossy().replace('\\', "/");
            contents.insert(name, std::fs::read(&path)?.into());
        }
    }
    Ok(contents)
}

/// Reads the site that the program carries.
pub fn read_archive(bytes: &'static [u8]) -> Option<Contents> {
    let files = ::site::archive::unpack(bytes)?;
    let files = files.into_iter();
    Some(
        files
            .map(|(name, content)| (name.to_owned(), Bytes::from_static(content)))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        let names = [
            "index.html",
            "check/index.html",
            "app.html",
            "app-0123456789abcdef.js",
            "plain/index.html",
        ];
        let contents = names.map(|name| (name.to_owned(), Bytes::from(name)));
        Site::new(&contents.into(), &Headers::default())
    }

    #[test]
    fn routes_give_the_app_and_missing_files_give_nothing() {
        let site = site();
        for (path, found) in [
            ("/", Some("index.html")),
            ("/check", Some("check/index.html")),
            ("/programmes/sh_skill_upgrade", Some("app.html")),
            ("/plain/", Some("plain/index.html")),
            ("/app-0123456789abcdef.js", Some("app-0123456789abcdef.js")),
            ("/app-gone.js", None),
            ("/api/v1/nothing", None),
            ("/../etc/passwd.txt", None),
        ] {
            let file = site.find(path).map(|file| file.content.plain.clone());
            assert_eq!(file.as_deref(), found.map(str::as_bytes), "{path}");
        }
    }
}
