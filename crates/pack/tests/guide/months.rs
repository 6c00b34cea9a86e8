use crate::day;
use pack::guide::months::{full_months, last_since};
use proptest::prelude::*;
use rules::date::{Day, add_months, from_ymd};

fn any_day() -> impl Strategy<Value = Day> {
    from_ymd(1990, 1, 1).unwrap()..=from_ymd(2050, 12, 31).unwrap()
}

proptest! {
    /// As many months are full as windows of whole months have ended.
    #[test]
    fn months_are_full_as_windows_end(since in any_day(), days in 0i64..4_000) {
        let day = since + days;
        let counted = (1..=140).take_while(|n| add_months(since, *n) <= day).count();
        prop_assert_eq!(full_months(since, day), i64::try_from(counted).unwrap());
    }

    /// Found by trying every day.
    #[test]
    fn the_last_beginning_is_the_last(months in 0i64..40, day in any_day()) {
        let tried = (day - 1_300..=day).rev().find(|since| add_months(*since, months) <= day);
        prop_assert_eq!(Some(last_since(months, day)), tried);
    }
}

#[test]
fn months_ends() {
    assert_eq!(full_months(day("2026-01-31"), day("2026-02-27")), 0);
    assert_eq!(full_months(day("2026-01-31"), day("2026-02-28")), 1);
    assert_eq!(full_months(day("2024-02-29"), day("2025-02-28")), 12);
    assert_eq!(full_months(day("2026-11-22"), day("2026-11-21")), 0);
    // From the 28th, 29th, 30th and 31st of August six months are full on the same day.
    assert_eq!(last_since(6, day("2027-02-28")), day("2026-08-31"));
    assert_eq!(last_since(6, day("2027-02-27")), day("2026-08-27"));
}
