//! The situations kept on this device: one or several named sets of answers.

use super::answers::{self, Answer};
use super::scope::Scope;
use rules::date::Day;

/// The first line of the stored text; another one is not read.
const HEAD: &str = "bazhu-situations 1";

/// The most situations that one device keeps.
pub const MAX: usize = 20;

/// One person's, or one "what if's", answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Situation {
    /// As the visitor named it; empty while they did not.
    pub name: String,
    /// The day of application; `None` means the day of reading.
    pub applied_on: Option<Day>,
    /// The way in.
    pub scope: Scope,
    /// In the order in which they were given.
    pub answers: Vec<Answer>,
    /// Questions answered with 不清楚: not asked again, but they can be answered later.
    pub skipped: Vec<String>,
}

impl Situation {
    /// The answer to a question, as text.
    #[cfg(test)]
    fn answer(&self, id: &str) -> Option<&str> {
        self.answers
            .iter()
            .find(|(known, _)| known == id)
            .map(|(_, text)| text.as_str())
    }

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

    /// Whether nothing was told yet.
    pub fn is_blank(&self) -> bool {
        self.answers.is_empty() && self.skipped.is_empty() && self.applied_on.is_none()
    }
}

/// All situations; there is always a current one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Situations {
    // INVARIANT: never empty.
    list: Vec<Situation>,
    // INVARIANT: an index of `list`.
    current: usize,
}

impl Default for Situations {
    fn default() -> Self {
        Situations {
            list: vec![Situation::default()],
            current: 0,
        }
    }
}

impl Situations {
    /// All, in the order in which they were made.
    pub fn list(&self) -> &[Situation] {
        &self.list
    }

    /// The index of the current one.
    pub fn index(&self) -> usize {
        self.current
    }

    /// The current one.
    pub fn current(&self) -> &Situation {
        static BLANK: Situation = Situation {
            name: String::new(),
            applied_on: None,
            scope: Scope::All,
            answers: Vec::new(),
            skipped: Vec::new(),
        };
        self.list.get(self.current).unwrap_or(&BLANK)
    }

    /// The current one, to change.
    pub fn current_mut(&mut self) -> Option<&mut Situation> {
        self.list.get_mut(self.current)
    }

    /// Every one, to change.
    pub fn all_mut(&mut self) -> impl Iterator<Item = &mut Situation> {
        self.list.iter_mut()
    }

    /// Makes another one current.
    pub fn choose(&mut self, index: usize) {
        if index < self.list.len() {
            self.current = index;
        }
    }

    /// Adds one and makes it current; the same one again is only chosen. A blank current one
    /// is replaced. `false` where there are too many already.
    pub fn add(&mut self, situation: Situation) -> bool {
        let same = |known: &Situation| {
            known.answers == situation.answers
                && known.applied_on == situation.applied_on
                && known.scope == situation.scope
        };
        if let Some(index) = self.list.iter().position(same)
            && !situation.is_blank()
        {
            self.current = index;
            return true;
        }
        if self.current().is_blank()
            && self.current().name.is_empty()
            && let Some(current) = self.current_mut()
        {
            *current = situation;
            return true;
        }
        if self.list.len() >= MAX {
            return false;
        }
        self.list.push(situation);
        self.current = self.list.len() - 1;
        true
    }

    /// Adds an empty one and makes it current; a blank current one is kept. Nothing happens
    /// where there are [`MAX`] already.
    pub fn add_blank(&mut self) {
        if !self.current().is_blank() && self.list.len() < MAX {
            self.list.push(Situation::default());
            self.current = self.list.len() - 1;
        }
    }

    /// Deletes one; the last one leaves a blank.
    pub fn remove(&mut self, index: usize) {
        if index >= self.list.len() {
            return;
        }
        self.list.remove(index);
        if self.list.is_empty() {
            self.list.push(Situation::default());
        }
        if self.current >= index {
            self.current = self.current.saturating_sub(1);
        }
        self.current = self.current.min(self.list.len() - 1);
    }

    /// The stored text: a line of head and index, then a line each.
    pub fn write(&self) -> String {
        let mut text = format!("{HEAD}\t{}", self.current);
        for s in &self.list {
            let name: String = s.name.chars().filter(|c| !c.is_control()).collect();
            let date = s
                .applied_on
                .map(pack::facts::format_date)
                .unwrap_or_default();
            let (scope, answers) = (s.scope.tag(), answers::write(&s.answers));
            let skipped = s.skipped.join("~");
            text.push_str(&format!("\n{name}\t{date}\t{scope}\t{answers}\t{skipped}"));
        }
        text
    }

    /// Reads what [`Situations::write`] wrote; `None` where the text is something else.
    pub fn read(text: &str) -> Option<Situations> {
        let mut lines = text.lines();
        let (head, current) = lines.next()?.split_once('\t')?;
        if head != HEAD {
            return None;
        }
        let list: Vec<Situation> = lines
            .take(MAX)
            .map(|line| {
                let mut parts = line.split('\t').chain(std::iter::repeat(""));
                let mut part = || parts.next().unwrap_or("");
                Situation {
                    name: part().to_owned(),
                    applied_on: pack::facts::parse_date(part()),
                    scope: Scope::of_tag(part()).unwrap_or_default(),
                    answers: answers::read(part()),
                    skipped: part()
                        .split('~')
                        .filter(|id| !id.is_empty())
                        .map(str::to_owned)
                        .collect(),
                }
            })
            .collect();
        let last = list.len().checked_sub(1)?;
        let current = current.parse().unwrap_or(0usize).min(last);
        Some(Situations { list, current })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(id: &str, text: &str) -> Situation {
        let mut situation = Situation::default();
        situation.set(id, text.to_owned());
        situation
    }

    #[test]
    fn what_is_stored_reads_back() {
        let mut all = Situations::default();
        let mut first = told("residence", "shanghai");
        first.skip("disabled");
        assert!(all.add(first));
        let mut second = told("residence", "other");
        second.name = "爸爸".to_owned();
        second.applied_on = pack::facts::parse_date("2026-12-01");
        second.scope = Scope::Worker;
        assert!(all.add(second));
        assert_eq!(all.list().len(), 2);
        assert_eq!(Situations::read(&all.write()), Some(all));
    }

    #[test]
    fn foreign_texts_are_not_read() {
        for text in ["", "{}", "bazhu-situations 2\t0\n", "bazhu-situations 1\t0"] {
            assert_eq!(Situations::read(text), None, "{text:?}");
        }
        let cut = Situations::read("bazhu-situations 1\t7\nname").unwrap();
        assert_eq!(cut.current().name, "name");
    }

    #[test]
    fn an_answer_replaces_and_a_skip_takes_back() {
        let mut s = told("level", "4");
        s.set("kind", "special".to_owned());
        s.set("level", "3".to_owned());
        assert_eq!(s.answer("level"), Some("3"));
        assert_eq!(s.answers.first().map(|a| a.0.as_str()), Some("level"));
        s.skip("level");
        assert_eq!(s.answer("level"), None);
        assert_eq!(s.skipped, ["level"]);
        s.set("level", "2".to_owned());
        assert!(s.skipped.is_empty());
    }

    #[test]
    fn a_shared_situation_overwrites_nothing() {
        let mut all = Situations::default();
        all.add(told("level", "4"));
        all.add(told("level", "3"));
        assert_eq!(all.list().len(), 2);
        assert_eq!(all.current().answer("level"), Some("3"));
        all.add(told("level", "4"));
        assert_eq!((all.list().len(), all.index()), (2, 0));
        all.remove(0);
        all.remove(0);
        assert!(all.current().is_blank());
    }
}
