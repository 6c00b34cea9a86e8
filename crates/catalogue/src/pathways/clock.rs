//! Full years that pass: age, years worked, years since a certificate.

use rules::date::{Day, add_months, months_between};

/// Full years from `since` to `day`; 0 before `since`.
///
/// A year is full on the same day of the month twelve months later, or on that month's last
/// day where it does not exist, as the rules count months.
pub fn years_at(since: Day, day: Day) -> i64 {
    if day < since {
        return 0;
    }
    let years = months_between(since, day) / 12;
    match full_on(since, years + 1) <= day {
        // From the 29th of February a year is full on the 28th.
        true => years + 1,
        false => years,
    }
}

/// The day on which so many years are full.
pub fn full_on(since: Day, years: i64) -> Day {
    add_months(since, years.saturating_mul(12))
}

/// A fact that counts full years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Not known.
    Unknown,
    /// It does not grow.
    Still(i64),
    /// It grows.
    Running {
        /// Counted from here.
        since: Day,
        /// But never less than this: what had been counted before a break.
        least: i64,
    },
}

impl Clock {
    /// Full years on a day.
    pub fn at(self, day: Day) -> Option<i64> {
        match self {
            Self::Unknown => None,
            Self::Still(years) => Some(years),
            Self::Running { since, least } => Some(years_at(since, day).max(least)),
        }
    }

    /// The next day after `day` on which another year is full.
    pub fn next_after(self, day: Day) -> Option<Day> {
        match self {
            Self::Unknown | Self::Still(_) => None,
            Self::Running { since, .. } => Some(full_on(since, self.at(day)? + 1)),
        }
    }

    /// A clock that showed `years` full years on `day`, of which no more is known, and goes on
    /// from `from` (not before `day`): the last day that it may count from.
    ///
    /// With `early` the first day instead: the next year may be full on the day after `from`.
    pub fn told(years: i64, from: Day, early: bool) -> Self {
        let since = match early {
            false => full_on(from, -years),
            true => first_since(years, from),
        };
        let least = years;
        Self::Running { since, least }
    }

    /// A clock that has counted from `since`, stood still between `day` and `from` and then
    /// goes on.
    pub fn counted(since: Day, day: Day, from: Day) -> Self {
        Self::Running {
            since: since + (from - day).max(0),
            least: years_at(since, day),
        }
    }
}

/// The earliest day from which no more than `years` years are full on `day`.
fn first_since(years: i64, day: Day) -> Day {
    let mut since = full_on(day, -(years + 1)) - 1;
    while years_at(since, day) > years {
        since += 1;
    }
    since
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rules::date::from_ymd;

    fn day(year: i64, month: u8, day: u8) -> Day {
        from_ymd(year, month, day).unwrap()
    }

    #[test]
    fn a_year_from_the_leap_day_is_full_on_the_28th() {
        let since = day(2024, 2, 29);
        assert_eq!(years_at(since, day(2025, 2, 27)), 0);
        assert_eq!(years_at(since, day(2025, 2, 28)), 1);
        assert_eq!(years_at(since, day(2028, 2, 28)), 3);
        assert_eq!(years_at(since, day(2028, 2, 29)), 4);
        assert_eq!(years_at(since, day(2023, 2, 28)), 0);
    }

    #[test]
    fn what_was_counted_before_a_break_is_kept() {
        // Two years and 100 days by the day; a break of 50 days; the third year is full 50 days late.
        let (since, today) = (day(2024, 1, 1), day(2026, 4, 11));
        let clock = Clock::counted(since, today, today + 50);
        assert_eq!(clock.at(today), Some(2));
        assert_eq!(clock.at(today + 50), Some(2));
        assert_eq!(clock.next_after(today), Some(day(2027, 1, 1) + 50));
        let told = Clock::told(2, today + 50, false);
        assert_eq!(told.at(today), Some(2));
        assert_eq!(told.next_after(today), Some(full_on(today + 50, 1)));
    }

    proptest! {
        #[test]
        fn years_are_full_on_their_day_and_not_before(since in -40_000i64..60_000, days in 0i64..40_000) {
            let years = years_at(since, since + days);
            prop_assert!(full_on(since, years) <= since + days);
            prop_assert!(full_on(since, years + 1) > since + days);
        }

        #[test]
        fn a_told_number_of_years_is_that_number_on_the_day(day in -40_000i64..60_000, years in 0i64..60) {
            let (late, early) = (Clock::told(years, day, false), Clock::told(years, day, true));
            prop_assert_eq!((late.at(day), early.at(day)), (Some(years), Some(years)));
            let (Some(last), Some(first)) = (late.next_after(day), early.next_after(day)) else {
                return Err(TestCaseError::fail("the clock runs"));
            };
            prop_assert!(day < first && first <= last);
            prop_assert!(first <= day + 3, "the next year may be full tomorrow");
            prop_assert_eq!(years_at(day, last), 1);
        }
    }
}
