//! A pack as plain pages: no JavaScript, no WebAssembly, one style sheet.

mod html;
mod index;
mod programme;
mod words;

pub use html::escaped;

use pack::Pack;
use words::{Language, Words};

/// A file to write: its path below the output folder, and its text.
#[derive(Debug)]
pub struct File {
    /// With `/`.
    pub path: String,
    /// UTF-8.
    pub text: String,
}

/// All pages of a pack, in Chinese at the top and in English below `en/`.
pub fn files(pack: &Pack) -> Vec<File> {
    let mut files = vec![File {
        path: "plain.css".to_owned(),
        text: include_str!("plain.css").to_owned(),
    }];
    for language in [Language::Chinese, Language::English] {
        let words = Words::of(language);
        let folder = words.folder;
        files.push(File {
            path: format!("{folder}index.html"),
            text: index::page(pack, words),
        });
        for (place, programme) in pack.program.programmes.iter().enumerate() {
            if let Some(text) = programme::page(pack, place, words) {
                files.push(File {
                    path: format!("{folder}{}.html", programme.id),
                    text,
                });
            }
        }
    }
    files
}
