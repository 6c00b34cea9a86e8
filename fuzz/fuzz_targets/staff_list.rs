//! Any bytes as a staff list: they are refused in words, or every row is a person or a problem, and
//! what is computed can be looked at and written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pack::Pack;
use staff::view::{Filter, Settings};
use staff::{Check, Lang, Scope};
use std::sync::LazyLock;

static PACK: LazyLock<Pack> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../data/shanghai");
    match pack::source::load(folder.as_ref()) {
        Ok(loaded) => loaded.pack,
        Err(_) => panic!("the pack of Shanghai is not sound"),
    }
});

/// 2026-11-22.
const DAY: i64 = 20_779;

/// So many are computed: the machine's own fuzzing goes deeper.
const MOST: usize = 3;

fuzz_target!(|data: &[u8]| {
    let list = match staff::read(&PACK, data) {
        Ok(list) => list,
        Err(problems) => {
            assert!(!problems.is_empty(), "refused without a word");
            return;
        }
    };
    assert!(!list.people.is_empty() || list.bad_rows > 0);
    assert!(list.problems.len() >= list.bad_rows as usize);
    let settings = Settings {
        day: DAY,
        programmes: staff::offered(&PACK, DAY).collect(),
    };
    let Ok(scope) = Scope::new(&PACK, &settings, &list) else { return };
    let Ok(mut check) = Check::new(&scope) else { return };
    let done = check.step(&list, MOST);
    let summary = check.summary(&list);
    assert_eq!(summary.people as usize, done);
    for total in &summary.programmes {
        assert_eq!(total.eligible + total.undetermined + total.ineligible, summary.people);
    }
    let all = Filter { count: u32::MAX, ..Filter::default() };
    assert_eq!(check.look(&list, &all).people.len(), if scope.programmes.is_empty() { 0 } else { done });
    let _ = staff::csv(&PACK, &list, &check, Lang::Zh);
    let book = staff::xlsx(&PACK, &list, &check, Lang::En);
    assert!(sheets::read(&book, None, &sheets::Limits::default()).is_ok());
});
