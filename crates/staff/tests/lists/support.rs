//! The pack of Shanghai, and lists computed.

use pack::Pack;
use rules::date::Day;
use staff::view::{Filter, PersonView, Settings, Standing};
use staff::{Check, List, Scope};
use std::path::Path;
use std::sync::LazyLock;

/// Its folder.
pub const DIR: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/shanghai");

/// The pack.
pub static PACK: LazyLock<Pack> =
    LazyLock::new(|| pack::source::load(Path::new(DIR)).unwrap().pack);

/// The day on which most cases are worked.
pub static DAY: LazyLock<Day> = LazyLock::new(|| day("2026-11-22"));

/// `2026-11-22`.
pub fn day(text: &str) -> Day {
    pack::facts::parse_date(text).unwrap()
}

/// A programme's place.
pub fn programme(id: &str) -> u16 {
    let all = &PACK.program.programmes;
    u16::try_from(all.iter().position(|it| it.id == id).unwrap()).unwrap()
}

/// Places, ascending.
pub fn programmes(ids: &[&str]) -> Vec<u16> {
    let mut places: Vec<u16> = ids.iter().map(|id| programme(id)).collect();
    places.sort_unstable();
    places
}

/// What is wrong with a list as a whole.
pub fn refused(bytes: &[u8]) -> String {
    let problems = staff::read(&PACK, bytes).unwrap_err();
    let told = problems
        .iter()
        .map(|it| format!("{}: {}\n  {}", it.place, it.en, it.zh));
    told.collect::<Vec<_>>().join("\n")
}

/// A list that was read.
pub fn list(bytes: &[u8]) -> List {
    staff::read(&PACK, bytes).unwrap_or_else(|_| panic!("{}", refused(bytes)))
}

/// What is computed for it.
pub fn scope(list: &List, day: Day, ids: &[&str]) -> Scope {
    let settings = Settings {
        day,
        programmes: programmes(ids),
    };
    Scope::new(&PACK, &settings, list).unwrap()
}

/// Everybody's results, computed a few at a time.
pub fn checked<'s>(scope: &'s Scope, list: &List) -> Check<'s> {
    let mut check = Check::new(scope).unwrap();
    while check.step(list, 7) < list.people.len() {}
    check
}

/// Everybody as the page sees them.
pub fn everybody(check: &Check<'_>, list: &List) -> Vec<PersonView> {
    let all = Filter {
        count: u32::MAX,
        ..Filter::default()
    };
    check.look(list, &all).people
}

/// The word of a table of cases.
pub fn word(standing: Standing) -> &'static str {
    match standing {
        Standing::Eligible => "eligible",
        Standing::Undetermined => "undetermined",
        Standing::Ineligible => "ineligible",
    }
}

/// The rows of a CSV.
pub fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let table = sheets::read(bytes, None, &sheets::Limits::default()).unwrap();
    let rows = table
        .rows()
        .map(|row| row.cells().map(str::to_owned).collect());
    rows.collect()
}
