//! Moments: seconds since 1970, written as RFC 3339 in UTC.

use rules::date::to_ymd;
use std::time::{SystemTime, UNIX_EPOCH};

/// Seconds of a day.
pub const DAY: i64 = 86_400;

/// This moment.
pub fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(0))
}

/// The day of a moment, counted from 1970-01-01.
pub fn day(moment: i64) -> i64 {
    moment.div_euclid(DAY)
}

/// `2026-11-27T08:09:10Z`.
pub fn written(moment: i64) -> String {
    let (year, month, date) = to_ymd(day(moment));
    let second = moment.rem_euclid(DAY);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{date:02}T{hour:02}:{minute:02}:{second:02}Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_as_the_standard_says() {
        assert_eq!(written(0), "1970-01-01T00:00:00Z");
        assert_eq!(written(1_795_766_399), "2026-11-27T07:59:59Z");
        assert_eq!(written(951_868_800), "2000-03-01T00:00:00Z");
    }
}
