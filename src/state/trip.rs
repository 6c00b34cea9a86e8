//! What the address of `/pathways` says: the occupation, the level to reach, the days that are
//! known, and the question that is open.
//!
//! `#o=6-31-01-03&g=3&c=2024-03-15`. It is on this device only, as every fragment.

use crate::routes::value_of;
use rules::date::Day;

/// A day that the visitor may know to the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// The day of issue of the highest certificate.
    Certificate,
    /// The day from which the years in the trade count.
    Trade,
    /// The day from which the years since the title count.
    Title,
    /// The day on which work in the trade begins.
    Work,
}

impl Known {
    /// All of them.
    pub const ALL: [Known; 4] = [Known::Trade, Known::Certificate, Known::Title, Known::Work];

    fn key(self) -> &'static str {
        match self {
            Known::Certificate => "c",
            Known::Trade => "y",
            Known::Title => "t",
            Known::Work => "w",
        }
    }
}

/// What the address says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trip {
    /// The occupation's code; empty while none is chosen.
    pub code: String,
    /// The level to reach.
    pub goal: Option<u8>,
    /// Days that are known, each kind once.
    pub days: Vec<(Known, Day)>,
    /// The question that is open.
    pub question: Option<String>,
}

impl Trip {
    /// What a fragment says.
    pub fn read(fragment: &str) -> Trip {
        let goal = value_of(fragment, "g").and_then(|text| text.parse().ok());
        let day = |known: Known| {
            let day = value_of(fragment, known.key()).and_then(pack::facts::parse_date)?;
            Some((known, day))
        };
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
        let word = |key| {
            let text = value_of(fragment, key).filter(|text| text.chars().all(plain))?;
            Some(text.to_owned())
        };
        Trip {
            code: word("o").unwrap_or_default(),
            goal: goal.filter(|level| (1..=5).contains(level)),
            days: Known::ALL.into_iter().filter_map(day).collect(),
            question: word("q"),
        }
    }

    /// The fragment, without `#`.
    pub fn write(&self) -> String {
        let mut parts = Vec::new();
        if !self.code.is_empty() {
            parts.push(format!("o={}", self.code));
        }
        if let Some(goal) = self.goal {
            parts.push(format!("g={goal}"));
        }
        for (known, day) in &self.days {
            let day = pack::facts::format_date(*day);
            parts.push(format!("{}={day}", known.key()));
        }
        if let Some(question) = &self.question {
            parts.push(format!("q={question}"));
        }
        parts.join("&")
    }

    /// Whether a fragment is of this page, and not a jump within it or a question alone.
    pub fn is_whole(fragment: &str) -> bool {
        value_of(fragment, "o").is_some()
    }

    /// A day, if it is known.
    pub fn day(&self, known: Known) -> Option<Day> {
        let found = self.days.iter().find(|(it, _)| *it == known);
        found.map(|(_, day)| *day)
    }

    /// The same with a day, or without it.
    pub fn with_day(mut self, known: Known, day: Option<Day>) -> Trip {
        self.days.retain(|(it, _)| *it != known);
        self.days.extend(day.map(|day| (known, day)));
        self
    }

    /// The same with this question open.
    pub fn with_question(mut self, question: Option<&str>) -> Trip {
        self.question = question.map(str::to_owned);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trip_reads_back() {
        let mut trip = Trip {
            code: "6-31-01-03".to_owned(),
            goal: Some(3),
            ..Trip::default()
        };
        assert_eq!(trip.write(), "o=6-31-01-03&g=3");
        let day = pack::facts::parse_date("2024-02-29");
        trip = trip.with_day(Known::Certificate, day);
        trip = trip.with_question(Some("trade_years"));
        let text = trip.write();
        assert_eq!(text, "o=6-31-01-03&g=3&c=2024-02-29&q=trade_years");
        assert_eq!(Trip::read(&text), trip);
        assert_eq!(trip.day(Known::Certificate), day);
        assert_eq!(trip.day(Known::Work), None);
        assert!(Trip::is_whole(&text) && !Trip::is_whole("q=trade_years"));
    }

    #[test]
    fn what_is_no_level_or_day_is_left_out() {
        let trip = Trip::read("o=<b>&g=9&c=2024-02-30&w=x&q=a b");
        assert_eq!(trip, Trip::default());
        assert_eq!(Trip::read("main"), Trip::default());
    }
}
