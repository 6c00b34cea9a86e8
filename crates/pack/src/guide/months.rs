//! Full months since a day.

use rules::date::{Day, add_months, months_between};

/// Full months from `since` to `day`; 0 before `since`.
///
/// A month is full on the same day of the next month, or on that month's last day where it does
/// not exist, as the rules count windows: the first day on which `n` months are full is
/// `add_months(since, n)`.
pub fn full_months(since: Day, day: Day) -> i64 {
    if day < since {
        return 0;
    }
    let months = months_between(since, day);
    match add_months(since, months + 1) <= day {
        // From the 31st of January a month is full on the 28th of February.
        true => months + 1,
        false => months,
    }
}

/// The last day from which `months` months are full on `day` at the latest.
pub fn last_since(months: i64, day: Day) -> Day {
    // From several days at a month's end the months are full on the same day.
    let least = add_months(day, -months);
    let days = (least..=least + 3).rev();
    let fits = |since: &Day| add_months(*since, months) <= day;
    days.into_iter().find(fits).unwrap_or(least)
}
