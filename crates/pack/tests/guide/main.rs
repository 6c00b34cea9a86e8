//! Start-up guides: the road map read, checked, put in order and worked out for a person.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "tests may panic"
)]

mod calendar;
mod compact;
mod faults;
mod grants;
mod months;
mod order;
mod plan;

use pack::Pack;
use pack::guide::Guide;
use pack::source::{guide, load, render};
use rules::date::Day;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// A pack with its guide.
type Both = (Pack, Guide);

/// Shanghai's; read once, because its worked cases take a while.
static SHANGHAI: LazyLock<Both> =
    LazyLock::new(|| read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/shanghai")));

static SMALL: LazyLock<Both> = LazyLock::new(|| read(&small()));

/// A pack with a guide, small enough to think about.
fn small() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/guide/pack")
}

fn read(dir: &Path) -> Both {
    let main = load(dir).unwrap_or_else(|faults| panic!("{}", render(&faults, false)));
    match guide::load(dir, &main.pack) {
        Ok(loaded) => (main.pack, loaded.guide),
        Err(faults) => panic!("{}", render(&faults, false)),
    }
}

/// `2026-11-22`.
fn day(text: &str) -> Day {
    pack::facts::parse_date(text).unwrap()
}
