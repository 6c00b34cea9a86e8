//! `bazhu build`: a pack's compact form, and its catalogue's parts, change log and guide beside it.

use crate::args::Build;
use crate::catalogue_file;
use crate::failure::Failure;
use crate::learning;
use crate::pack_file;
use catalogue::matching::{self, Settings};
use pack::Changes;
use pack::guide::Guide;
use pack::source::guide;

/// Writes the files; prints their sizes, and the pack's content hash.
pub fn run(args: &Build, colour: bool) -> Result<(), Failure> {
    let loaded = pack_file::load(&args.dir, colour)?;
    let pack = loaded.pack;
    let mut parts = match catalogue_file::load(&args.dir, colour)? {
        Some(catalogue) => catalogue::source::files(&catalogue),
        None => Vec::new(),
    };
    if matching::source::is_there(&args.dir) {
        let settings = learning::settings(&args.dir, &pack, colour)?;
        parts.push((Settings::NAME, settings.write()));
    }
    parts.extend(loaded.changes.map(|log| (Changes::NAME, log.write())));
    if guide::is_there(&args.dir) {
        let loaded = guide::load(&args.dir, &pack).map_err(|faults| {
            eprint!("{}", pack::source::render(&faults, colour));
            Failure::Faults
        })?;
        parts.push((Guide::NAME, pack::guide::write(&loaded.guide)));
    }
    let bytes = pack::write(&pack);
    let (_, hash) = pack::read(&bytes).map_err(|error| Failure::file(&args.dir, error))?;
    std::fs::write(&args.output, &bytes).map_err(|error| Failure::file(&args.output, error))?;
    println!(
        "{}: {} {}, {} bytes, hash {hash}",
        args.output.display(),
        pack.id,
        pack.version,
        bytes.len()
    );
    for (name, bytes) in parts {
        let path = args.output.with_extension(format!("{name}.part"));
        std::fs::write(&path, &bytes).map_err(|error| Failure::file(&path, error))?;
        println!("{}: {} bytes", path.display(), bytes.len());
    }
    Ok(())
}
