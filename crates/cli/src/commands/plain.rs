//! `bazhu plain`: a pack as plain pages.

use crate::args::Plain;
use crate::failure::Failure;
use crate::pack_file;
use report::plain;
use std::fs;

/// Writes the pages.
pub fn run(args: &Plain, colour: bool) -> Result<(), Failure> {
    let (pack, _) = pack_file::open(&args.pack, colour)?;
    let files = plain::files(&pack);
    for file in &files {
        let path = args.output.join(&file.path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| Failure::file(folder, error))?;
        }
        fs::write(&path, &file.text).map_err(|error| Failure::file(&path, error))?;
    }
    println!("{}: {} files", args.output.display(), files.len());
    Ok(())
}
