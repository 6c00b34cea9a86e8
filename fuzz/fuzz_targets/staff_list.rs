//! Any bytes as a staff list: they are refused in words, or every row is a person or a problem, and
//! what is computed can be looked at and written.
#![no_main]

use bazhu_fuzz::{DAY, SHANGHAI};
use libfuzzer_sys::fuzz_target;
use staff::view::{Filter, Settings};
use staff::{Check, Lang, Scope};

/// So many are computed: the machine's own fuzzing goes deeper.
const MOST: usize = 3;

fuzz_target!(|data: &[u8]| {
    let list = match staff::read(&SHANGHAI, data) {
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
        programmes: staff::offered(&SHANGHAI, DAY).collect(),
    };
    let Ok(scope) = Scope::new(&SHANGHAI, &settings, &list) else { return };
    let Ok(mut check) = Check::new(&scope) else { return };
    let done = check.step(&list, MOST);
    let summary = check.summary(&list);
    assert_eq!(summary.people as usize, done);
    for total in &summary.programmes {
        assert_eq!(total.eligible + total.undetermined + total.ineligible, summary.people);
    }
    let all = Filter { count: u32::MAX, ..Filter::default() };
    assert_eq!(check.look(&list, &all).people.len(), if scope.programmes.is_empty() { 0 } else { done });
    let _ = staff::csv(&SHANGHAI, &list, &check, Lang::Zh);
    let book = staff::xlsx(&SHANGHAI, &list, &check, Lang::En);
    assert!(sheets::read(&book, None, &sheets::Limits::default()).is_ok());
});
