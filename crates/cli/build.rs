//! With the feature `site`, names the archive of the built site that the program carries: the
//! one of `BAZHU_SITE_ARCHIVE`, or one without files, so that every feature builds by itself.

use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=BAZHU_SITE_ARCHIVE");
    let archive = match std::env::var_os("BAZHU_SITE_ARCHIVE") {
        Some(path) => PathBuf::from(path),
        None => {
            let folder = std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
            let path = PathBuf::from(folder).join("empty.site");
            std::fs::write(&path, site::archive::pack([]))?;
            path
        }
    };
    println!("cargo::rerun-if-changed={}", archive.display());
    println!("cargo::rustc-env=SITE_ARCHIVE={}", archive.display());
    Ok(())
}
