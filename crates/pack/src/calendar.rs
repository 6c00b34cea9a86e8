//! Days as an iCalendar file (RFC 5545), for the calendar that somebody has already.
//!
//! Written here and not by a library: those that exist bring a clock and time zones to the
//! browser (`chrono`, 13 kB), and a day needs neither.

use core::fmt::Write;
use rules::date::{Day, to_ymd};

/// A line's longest, in bytes, without its end (RFC 5545, 3.1).
const LINE: usize = 75;

/// A whole day to be reminded of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// The same for the same thing at every export, so that a calendar renews its entry instead
    /// of adding another; unique in the world.
    pub uid: String,
    /// The day.
    pub day: Day,
    /// One line.
    pub summary: String,
    /// More; lines may end with `\n`.
    pub description: String,
    /// So many days before, at nine in the morning, it reminds; 0 is the day itself.
    pub remind_before: Vec<u16>,
}

/// An iCalendar file of some days. `name` is what a calendar shows for it; `product` names the
/// program that wrote it; `now` are the seconds since 1970-01-01 00:00 UTC.
pub fn write(product: &str, name: &str, now: i64, events: &[Event]) -> String {
    let mut file = File::default();
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", &escape(product));
    file.line("CALSCALE", "GREGORIAN");
    file.line("METHOD", "PUBLISH");
    file.line("X-WR-CALNAME", &escape(name));
    let stamp = stamp(now);
    for event in events {
        file.event(event, &stamp);
    }
    file.line("END", "VCALENDAR");
    file.text
}

#[derive(Default)]
struct File {
    text: String,
}

impl File {
    fn event(&mut self, event: &Event, stamp: &str) {
        self.line("BEGIN", "VEVENT");
        self.line("UID", &escape(&event.uid));
        self.line("DTSTAMP", stamp);
        self.line("DTSTART;VALUE=DATE", &date(event.day));
        // The end is the first day that is not of it.
        self.line("DTEND;VALUE=DATE", &date(event.day.saturating_add(1)));
        self.line("SUMMARY", &escape(&event.summary));
        if !event.description.is_empty() {
            self.line("DESCRIPTION", &escape(&event.description));
        }
        // A deadline takes no time of the day that it falls on.
        self.line("TRANSP", "TRANSPARENT");
        for days in &event.remind_before {
            self.line("BEGIN", "VALARM");
            self.line("ACTION", "DISPLAY");
            self.line("TRIGGER", &trigger(*days));
            self.line("DESCRIPTION", &escape(&event.summary));
            self.line("END", "VALARM");
        }
        self.line("END", "VEVENT");
    }

    /// Adds a line, folded after at most 75 bytes and never within a character.
    fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if length + c.len_utf8() > LINE {
                // The blank that marks a folded line counts too.
                self.text.push_str("\r\n ");
                length = 1;
            }
            self.text.push(c);
            length += c.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// A text as a value: RFC 5545, 3.3.11. What is no text (control characters) is left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// Nine in the morning, so many days before the day begins.
fn trigger(days_before: u16) -> String {
    match days_before {
        0 => "PT9H".to_owned(),
        1 => "-PT15H".to_owned(),
        days => format!("-P{}DT15H", days - 1),
    }
}

fn date(day: Day) -> String {
    let (year, month, day) = to_ymd(day);
    let mut text = String::new();
    // Writing to a string never fails.
    let _ = write!(text, "{year:04}{month:02}{day:02}");
    text
}

fn stamp(now: i64) -> String {
    const DAY: i64 = 86_400;
    let (day, second) = (now.div_euclid(DAY), now.rem_euclid(DAY));
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    format!("{}T{hour:02}{minute:02}{second:02}Z", date(day))
}
