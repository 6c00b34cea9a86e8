//! The Shanghai pack, its settings, and people in a few words.

use catalogue::matching::{Names, Settings, source};
use catalogue::pathways::Person;
use pack::{Pack, parse_answer, slot_of};
use rules::date::Day;
use rules::eval::Answers;
use std::path::Path;
use std::sync::LazyLock;

/// Its folder.
pub const DIR: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/shanghai");

/// The pack.
pub static PACK: LazyLock<Pack> =
    LazyLock::new(|| pack::source::load(Path::new(DIR)).unwrap().pack);

/// Its settings.
pub static SETTINGS: LazyLock<Settings> =
    LazyLock::new(|| source::load(Path::new(DIR), &PACK).unwrap());

/// The settings' places in the pack.
pub static NAMES: LazyLock<Names> = LazyLock::new(|| Names::find(&SETTINGS, &PACK).unwrap());

/// `2026-11-22`.
pub fn day(text: &str) -> Day {
    pack::facts::parse_date(text).unwrap()
}

/// Answers by ids.
pub fn answers(given: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::none(&PACK.program);
    for (id, text) in given {
        let slot = slot_of(&PACK, id).unwrap();
        answers.values[usize::from(slot)] = Some(parse_answer(&PACK, slot, text).unwrap());
    }
    answers
}

/// Somebody who has given these answers on a day.
pub fn person(date: &str, given: &[(&str, &str)]) -> Person {
    Person::told(&NAMES, day(date), answers(given))
}
