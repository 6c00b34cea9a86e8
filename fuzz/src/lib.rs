//! What fuzz targets share.

use pack::Pack;
use std::sync::LazyLock;

/// Shanghai's rules.
pub static SHANGHAI: LazyLock<Pack> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../data/shanghai");
    match pack::source::load(folder.as_ref()) {
        Ok(loaded) => loaded.pack,
        Err(_) => panic!("the pack of Shanghai is not sound"),
    }
});

/// A day within them: 2026-11-22.
pub const DAY: i64 = 20_779;
