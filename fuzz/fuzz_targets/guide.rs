//! Any bytes: as a guide in compact form they give an error, or a guide that reads back as the
//! same and is worked out for anybody without a panic; as a road map that somebody wrote, faults
//! with places; as the texts of a calendar, lines of at most 75 bytes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pack::calendar::{Event, write};
use pack::guide::plan::{Progress, own_answers, steps};
use pack::guide::{self, Guide, Road};
use pack::source::{self, File};
use pack::Pack;
use rules::eval::Answers;
use std::sync::LazyLock;

macro_rules! files {
    ($folder:literal: $($path:literal)+) => {
        [$(($path, include_str!(concat!("../../crates/pack/tests/guide/pack/", $folder, $path)))),+]
    };
}

fn file((path, text): (&str, &str)) -> File {
    File { path: path.to_owned(), text: text.to_owned() }
}

const MAIN: [(&str, &str); 5] = files!("": "pack.toml" "sources.toml" "questions.toml" "programmes/opening.toml" "cases/opening.csv");
const OWN: [(&str, &str); 7] = files!("malan/": "pack.toml" "sources.toml" "questions.toml" "programmes/before.toml" "programmes/later.toml" "cases/before.csv" "cases/later.csv");

/// The tests' small pack, and the pack of its guide.
static PACKS: LazyLock<(Pack, Pack)> = LazyLock::new(|| {
    let load = |files: &[(&str, &str)]| {
        let loaded = source::load_files(files.iter().copied().map(file));
        loaded.expect("the tests' packs are sound").pack
    };
    (load(&MAIN), load(&OWN))
});

fuzz_target!(|data: &[u8]| {
    let (main, own) = &*PACKS;
    // As it comes, the head is read first.
    let _ = guide::read(data);
    let Some((seed, rest)) = data.split_first() else { return };
    if let Ok(road) = postcard::from_bytes::<Road>(rest) {
        let written = guide::write(&Guide { pack: own.clone(), road });
        if let Ok(guide) = guide::read(&written) {
            assert_eq!(guide::write(&guide), written, "reads back otherwise");
            worked_out(&guide, main, *seed);
        }
    }
    let Ok(text) = std::str::from_utf8(rest) else { return };
    let map = file(("roadmap.toml", text));
    let files = OWN.into_iter().map(file).chain([map]);
    if let Ok(loaded) = source::guide::load_files(files, main) {
        worked_out(&loaded.guide, main, *seed);
    }
    let event = Event {
        uid: text.to_owned(),
        day: i64::from(*seed) * 1_000,
        summary: text.to_owned(),
        description: text.to_owned(),
        remind_before: vec![u16::from(*seed)],
    };
    for line in write(text, text, i64::from(*seed) << 32, &[event]).split("\r\n") {
        assert!(line.len() <= 75);
        assert!(!line.contains(['\r', '\n']));
    }
});

/// For somebody who entered some days and ticked some tasks.
fn worked_out(guide: &Guide, main: &Pack, seed: u8) {
    let some = |at: usize| (usize::from(seed) >> (at % 8)) & 1 == 1;
    let today = 20_000 + i64::from(seed) * 16;
    let dates = (0..guide.road.dates.len()).map(|at| some(at).then(|| today - 400 * i64::from(seed % 5)));
    let progress = Progress {
        dates: dates.collect(),
        ticked: (0..guide.road.tasks.len()).map(some).collect(),
    };
    let all = steps(guide, main, &progress, today);
    assert_eq!(all.len(), guide.road.tasks.len());
    own_answers(guide, &Answers::default(), &progress.dates, today);
}
