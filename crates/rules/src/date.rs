//! Days of the proleptic Gregorian calendar as whole numbers.

/// A day, counted from 1970-01-01 (day 0).
pub type Day = i64;

/// 0001-01-01: no date of application is before it.
pub const FIRST_DAY: Day = -719_162;

/// 9999-12-31: no date of application is after it.
pub const LAST_DAY: Day = 2_932_896;

/// Number of days in `month` (1 to 12) of `year`.
pub fn days_in_month(year: i64, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.rem_euclid(4) == 0
            && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0) =>
        {
            29
        }
        2 => 28,
        _ => 31,
    }
}

/// The day of a calendar date, or `None` where there is no such date.
pub fn from_ymd(year: i64, month: u8, day: u8) -> Option<Day> {
    if !(1..=12).contains(&month)
        || day < 1
        || day > days_in_month(year, month)
        || year.abs() > 999_999_999
    {
        return None;
    }
    // Howard Hinnant's days_from_civil: years begin in March so that the leap day comes last.
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let year_of_era = y.rem_euclid(400);
    let shifted = (i64::from(month) + 9) % 12;
    let day_of_year = (153 * shifted + 2) / 5 + i64::from(day) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    Some(era * 146_097 + day_of_era - 719_468)
}

/// Year, month (1 to 12) and day of month of a [`Day`].
pub fn to_ymd(day: Day) -> (i64, u8, u8) {
    let z = day.saturating_add(719_468);
    let era = z.div_euclid(146_097);
    let day_of_era = z.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let d = day_of_year - (153 * shifted + 2) / 5 + 1;
    let m = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let y = year_of_era + era * 400 + i64::from(m <= 2);
    (y, m as u8, d as u8)
}

/// The same day of the month `months` later, or that month's last day where it does not exist.
pub fn add_months(day: Day, months: i64) -> Day {
    let (y, m, d) = to_ymd(day);
    let total = y
        .saturating_mul(12)
        .saturating_add(i64::from(m) - 1)
        .saturating_add(months);
    let (y, m) = (total.div_euclid(12), total.rem_euclid(12) as u8 + 1);
    from_ymd(y, m, d.min(days_in_month(y, m))).unwrap_or(if months < 0 {
        i64::MIN / 4
    } else {
        i64::MAX / 4
    })
}

/// Whole months from `from` to `to`, toward zero; negative where `to` is earlier.
pub fn months_between(from: Day, to: Day) -> i64 {
    if to < from {
        return -months_between(to, from);
    }
    let ((y1, m1, d1), (y2, m2, d2)) = (to_ymd(from), to_ymd(to));
    let months = (y2 - y1) * 12 + i64::from(m2) - i64::from(m1);
    months - i64::from(d2 < d1)
}
