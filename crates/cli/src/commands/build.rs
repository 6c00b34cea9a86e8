//! `bazhu build`: a pack's compact form.

use crate::args::Build;
use crate::failure::Failure;
use crate::pack_file;

/// Writes the file; prints its size and content hash.
pub fn run(args: &Build, colour: bool) -> Result<(), Failure> {
    let pack = pack_file::load(&args.dir, colour)?.pack;
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
    Ok(())
}
