//! What is kept on this device of a visitor's start-up: answers of the guide's own questions,
//! days, tasks that are done, and what was typed about money.
//!
//! One plan a device. The day of registration is an answer of the main rules and is kept with
//! those (see [`super::situations`]).

use super::answers::{self, Answer};
use rules::date::Day;

/// Under this name it is kept.
pub const KEPT: &str = "bazhu.malan";

/// The first line of the stored text; another one is not read.
const HEAD: &str = "bazhu-malan 1";

/// A number field holds no more than this.
const LONGEST: usize = 16;

/// A visitor's start-up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StartUp {
    /// By question id of the guide's own pack, in the order in which they were given.
    pub answers: Vec<Answer>,
    /// Questions answered with 不清楚.
    pub skipped: Vec<String>,
    /// Days by the road map's dates.
    pub days: Vec<(String, Day)>,
    /// Tasks that are done, by id.
    pub done: Vec<String>,
    /// What was typed about money, by field, as it was typed.
    pub typed: Vec<(String, String)>,
}

impl StartUp {
    /// Gives or changes an answer.
    pub fn set(&mut self, id: &str, text: String) {
        self.skipped.retain(|skipped| skipped != id);
        match self.answers.iter_mut().find(|(known, _)| known == id) {
            Some((_, old)) => *old = text,
            None => self.answers.push((id.to_owned(), text)),
        }
    }

    /// Takes an answer back: 不清楚.
    pub fn skip(&mut self, id: &str) {
        self.answers.retain(|(known, _)| known != id);
        if !self.skipped.iter().any(|skipped| skipped == id) {
            self.skipped.push(id.to_owned());
        }
    }

    /// Enters a day, or takes it out.
    pub fn set_day(&mut self, id: &str, day: Option<Day>) {
        self.days.retain(|(known, _)| known != id);
        self.days.extend(day.map(|day| (id.to_owned(), day)));
    }

    /// A day, if it is entered.
    pub fn day(&self, id: &str) -> Option<Day> {
        let found = self.days.iter().find(|(known, _)| known == id);
        found.map(|(_, day)| *day)
    }

    /// Ticks a task, or takes the tick away.
    pub fn tick(&mut self, id: &str, done: bool) {
        self.done.retain(|known| known != id);
        if done {
            self.done.push(id.to_owned());
        }
    }

    /// Keeps what stands in a field.
    pub fn type_in(&mut self, field: &str, text: &str) {
        let text: String = text.chars().filter(|c| !c.is_control()).collect();
        let text = text.chars().take(LONGEST).collect();
        match self.typed.iter_mut().find(|(known, _)| known == field) {
            Some((_, old)) => *old = text,
            None => self.typed.push((field.to_owned(), text)),
        }
    }

    /// What stands in a field.
    pub fn typed(&self, field: &str) -> Option<&str> {
        let found = self.typed.iter().find(|(known, _)| known == field);
        found.map(|(_, text)| text.as_str())
    }

    /// Whether there is nothing to keep.
    pub fn is_blank(&self) -> bool {
        *self == StartUp::default()
    }

    /// The stored text: a line for each kind, and one for each field.
    pub fn write(&self) -> String {
        let days = self.days.iter().map(|(id, day)| {
            let day = pack::facts::format_date(*day);
            (id.clone(), day)
        });
        let days: Vec<Answer> = days.collect();
        let mut text = format!(
            "{HEAD}\nanswers\t{}\nskipped\t{}\ndays\t{}\ndone\t{}",
            answers::write(&self.answers),
            self.skipped.join("~"),
            answers::write(&days),
            self.done.join("~"),
        );
        for (field, typed) in &self.typed {
            text.push_str(&format!("\ntyped {field}\t{typed}"));
        }
        text
    }

    /// Reads what [`StartUp::write`] wrote; `None` where the text is something else.
    pub fn read(text: &str) -> Option<StartUp> {
        let mut lines = text.lines();
        (lines.next()? == HEAD).then_some(())?;
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let ids = |text: &str| {
            let ids = text.split('~').filter(|id| !id.is_empty());
            ids.filter(|id| id.chars().all(plain))
                .map(str::to_owned)
                .collect()
        };
        let mut read = StartUp::default();
        for (name, value) in lines.filter_map(|line| line.split_once('\t')) {
            match (name, name.strip_prefix("typed ")) {
                ("answers", _) => read.answers = answers::read(value),
                ("skipped", _) => read.skipped = ids(value),
                ("done", _) => read.done = ids(value),
                ("days", _) => {
                    let days = answers::read(value).into_iter();
                    let day = |(id, text): Answer| Some((id, pack::facts::parse_date(&text)?));
                    read.days = days.filter_map(day).collect();
                }
                (_, Some(field)) if field.chars().all(plain) => read.type_in(field, value),
                _ => {}
            }
        }
        Some(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_reads_back() {
        let mut start_up = StartUp::default();
        assert!(start_up.is_blank());
        start_up.set("idea", "some".to_owned());
        start_up.set("staff", "0".to_owned());
        start_up.skip("staff");
        start_up.set_day("insured", pack::facts::parse_date("2026-01-31"));
        start_up.tick("find_idea", true);
        start_up.tick("register", true);
        start_up.tick("find_idea", false);
        start_up.type_in("own", "五万\t元");
        start_up.type_in("cost", "8,000.50");
        let read = StartUp::read(&start_up.write());
        assert_eq!(read, Some(start_up.clone()));
        let read = read.unwrap_or_default();
        assert_eq!(read.answers, [("idea".to_owned(), "some".to_owned())]);
        assert_eq!(read.skipped, ["staff"]);
        assert_eq!(read.day("insured"), pack::facts::parse_date("2026-01-31"));
        assert_eq!(read.done, ["register"]);
        assert_eq!(read.typed("own"), Some("五万元"));
        assert_eq!(read.typed("cost"), Some("8,000.50"));
        assert_eq!(read.typed("income"), None);
    }

    #[test]
    fn foreign_texts_are_not_read() {
        for text in ["", "{}", "bazhu-malan 2\nanswers\tidea-some"] {
            assert_eq!(StartUp::read(text), None, "{text:?}");
        }
        let odd = "bazhu-malan 1\nanswers\tidea-<b>\ndays\tinsured-2026-02-30~x\ndone\ta b~ok\nwhat\t1\ntyped a b\t1\nbroken";
        let read = StartUp::read(odd).unwrap_or_default();
        assert_eq!((read.answers.len(), read.days.len()), (0, 0));
        assert_eq!(read.done, ["ok"]);
        assert!(read.typed.is_empty());
    }

    #[test]
    fn a_day_and_a_tick_can_be_taken_back() {
        let mut start_up = StartUp::default();
        start_up.set_day("insured", Some(20_000));
        start_up.set_day("insured", Some(20_001));
        assert_eq!(start_up.days, [("insured".to_owned(), 20_001)]);
        start_up.set_day("insured", None);
        start_up.tick("register", true);
        start_up.tick("register", true);
        assert_eq!((start_up.days.len(), start_up.done.len()), (0, 1));
    }
}
