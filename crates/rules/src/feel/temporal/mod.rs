//! Times and dates with times. Dates alone are [`Day`]s.

pub(super) mod duration;
pub(super) mod read;
mod zone;

use super::Outcome;
use crate::date::{self, Day};
use std::cmp::Ordering;
use std::fmt::{self, Display, Formatter};

pub use zone::Zone;

/// Nanoseconds of a second.
pub(super) const SECOND: i128 = 1_000_000_000;

/// Nanoseconds of a day.
pub(super) const DAY: i128 = 86_400 * SECOND;

/// The largest year of a date, either side of 0.
pub(super) const MAX_YEAR: i64 = 999_999_999;

/// Whether a duration in nanoseconds is one of those that are kept: below 30 digits, far
/// more than lies between any two dates.
pub(super) fn is_bounded(nanos: i128) -> bool {
    nanos.unsigned_abs() < 10u128.pow(29)
}

/// A time of day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// Nanoseconds since midnight, less than a day.
    pub nanos: i128,
    /// What it counts from.
    pub zone: Zone,
}

/// A date and a time of day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateTime {
    /// The date where the clock stands.
    pub day: Day,
    /// The time where the clock stands.
    pub time: Time,
}

/// A number of months later, clamped to the month's last day; refused beyond the last year.
pub(super) fn add_months(day: Day, months: i64) -> Outcome<Day> {
    let (year, month, _) = date::to_ymd(day);
    let moved = year
        .checked_mul(12)
        .and_then(|total| total.checked_add(i64::from(month) - 1)?.checked_add(months))
        .map(|total| total.div_euclid(12));
    match moved {
        Some(year) if year.abs() <= MAX_YEAR => Ok(date::add_months(day, months)),
        _ => Err(out_of_calendar()),
    }
}

fn out_of_calendar() -> String {
    format!("the date lies beyond the year {MAX_YEAR}")
}

/// The day, where its year is within bounds.
pub(super) fn checked_day(day: i128) -> Outcome<Day> {
    // A little more than the days of MAX_YEAR years; beyond it `to_ymd` need not be asked.
    const FAR: i128 = 400_000_000_000;
    match Day::try_from(day) {
        Ok(near) if day.abs() < FAR && date::to_ymd(near).0.abs() <= MAX_YEAR => Ok(near),
        _ => Err(out_of_calendar()),
    }
}

impl Time {
    /// Later by a duration, around the clock.
    pub(super) fn plus(&self, nanos: i128) -> Self {
        Time {
            nanos: (self.nanos + nanos.rem_euclid(DAY)).rem_euclid(DAY),
            zone: self.zone.clone(),
        }
    }

    /// `self - other` in nanoseconds. `None` where only one has a zone.
    pub(super) fn minus(&self, other: &Self) -> Outcome<Option<i128>> {
        let local = self.nanos - other.nanos;
        if self.zone == other.zone {
            return Ok(Some(local));
        }
        match (self.zone.offset(), other.zone.offset()) {
            (Some(a), Some(b)) => Ok(Some(local - i128::from(a - b) * SECOND)),
            _ if (self.zone == Zone::Local) != (other.zone == Zone::Local) => Ok(None),
            _ => Err(zone::unknown(&self.zone, &other.zone)),
        }
    }
}

impl DateTime {
    /// Midnight, the clock standing at UTC: what a date is beside dates with times.
    pub(super) fn midnight_utc(day: Day) -> Self {
        DateTime {
            day,
            time: Time {
                nanos: 0,
                zone: Zone::Offset(0),
            },
        }
    }

    /// Nanoseconds since 1970-01-01T00:00:00 where the clock stands.
    pub(super) fn local(&self) -> i128 {
        i128::from(self.day) * DAY + self.time.nanos
    }

    fn from_local(nanos: i128, zone: Zone) -> Outcome<Self> {
        let day = checked_day(nanos.div_euclid(DAY))?;
        Ok(DateTime {
            day,
            time: Time {
                nanos: nanos.rem_euclid(DAY),
                zone,
            },
        })
    }

    /// Later by a duration. Refused where a change of the zone's clock may lie between.
    pub(super) fn plus(&self, nanos: i128) -> Outcome<Self> {
        let sum = self
            .local()
            .checked_add(nanos)
            .ok_or_else(out_of_calendar)?;
        let later = DateTime::from_local(sum, self.time.zone.clone())?;
        if self.has_fixed_clock() && later.has_fixed_clock() {
            return Ok(later);
        }
        Err(zone::unknown(&self.time.zone, &self.time.zone))
    }

    /// Whether the zone's clock is known not to have been changed up to then.
    fn has_fixed_clock(&self) -> bool {
        // The first change of any clock in the time zone database is of 1835.
        self.time.zone == Zone::Local
            || self.time.zone.offset().is_some()
            || date::to_ymd(self.day).0 < 1800
    }

    /// Later by months: the clock keeps its time.
    pub(super) fn plus_months(&self, months: i64) -> Outcome<Self> {
        Ok(DateTime {
            day: add_months(self.day, months)?,
            time: self.time.clone(),
        })
    }

    /// `self - other` in nanoseconds. `None` where only one has a zone; refused where it
    /// depends on a zone's rules.
    pub(super) fn minus(&self, other: &Self) -> Outcome<Option<i128>> {
        let local = self.local() - other.local();
        let (a, b) = (&self.time.zone, &other.time.zone);
        if a == b && self.has_fixed_clock() && other.has_fixed_clock() {
            return Ok(Some(local));
        }
        match (a.offset(), b.offset()) {
            (Some(a), Some(b)) => Ok(Some(local - i128::from(a - b) * SECOND)),
            _ if (*a == Zone::Local) != (*b == Zone::Local) => Ok(None),
            _ => Err(zone::unknown(a, b)),
        }
    }

    /// Which one is earlier. `None` where only one has a zone; refused where it depends on
    /// a zone's rules.
    pub(super) fn order(&self, other: &Self) -> Outcome<Option<Ordering>> {
        if self == other {
            return Ok(Some(Ordering::Equal));
        }
        match self.minus(other) {
            Ok(difference) => Ok(difference.map(|nanos| nanos.cmp(&0))),
            Err(refused) => {
                // No two clocks on earth are further apart than this.
                let apart = 36 * 3_600 * SECOND;
                let local = self.local() - other.local();
                if local.abs() > apart {
                    Ok(Some(local.cmp(&0)))
                } else {
                    Err(refused)
                }
            }
        }
    }
}

/// Prints a day: `2026-11-22`, `-0044-03-15`.
pub(super) struct DateText(pub Day);

impl Display for DateText {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let (year, month, day) = date::to_ymd(self.0);
        let sign = if year < 0 { "-" } else { "" };
        write!(out, "{sign}{:04}-{month:02}-{day:02}", year.abs())
    }
}

/// Prints seconds with as many decimal places as they have.
pub(super) fn write_fraction(out: &mut impl fmt::Write, nanos: i128) -> fmt::Result {
    if nanos == 0 {
        return Ok(());
    }
    write!(out, ".{}", format!("{nanos:09}").trim_end_matches('0'))
}

impl Display for Time {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let seconds = self.nanos / SECOND;
        write!(
            out,
            "{:02}:{:02}:{:02}",
            seconds / 3_600,
            seconds / 60 % 60,
            seconds % 60
        )?;
        write_fraction(out, self.nanos % SECOND)?;
        write!(out, "{}", self.zone)
    }
}

impl Display for DateTime {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        write!(out, "{}T{}", DateText(self.day), self.time)
    }
}
