//! Enquiries on their way to the server: kept on the device until they are received, and what was
//! received. No markup and no sending; nothing here is an answer to a question of the rules.

use super::feedback::{escaped, plain};
use rules::date::Day;

/// The first line of the stored text; another one is not read.
const HEAD: &str = "bazhu-outbox 1";

/// The most enquiries that wait on one device.
pub const MOST: usize = 10;
/// So many receipts are remembered, the newest.
const MOST_RECEIPTS: usize = 20;

/// After a failed attempt so long until the next, in milliseconds; the last one for all further.
const PAUSES_MS: [i64; 5] = [15_000, 60_000, 300_000, 1_800_000, 7_200_000];

/// How an enquiry stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// To be sent.
    Waiting {
        /// Attempts that failed.
        tries: u32,
        /// Not before this moment, in milliseconds since 1970.
        not_before: i64,
    },
    /// The server did not take it, and said why; to be changed or deleted by whoever wrote it.
    Refused {
        /// In the language of the moment.
        why: String,
    },
    /// Nobody takes enquiries there.
    NoService,
}

/// An enquiry that is not received yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Made by chance when it was written: sent twice under one key, it is received once.
    pub key: String,
    /// What is sent, as JSON.
    pub body: String,
    /// What it is about, in the language in which it was written.
    pub about: String,
    /// How it stands.
    pub standing: Standing,
}

/// An enquiry that was received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// What to ask for it by.
    pub receipt: String,
    /// What it is about.
    pub about: String,
    /// The day on which it was received.
    pub on: Day,
}

/// All that is kept, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outbox {
    // INVARIANT: at most MOST, no two with one key.
    entries: Vec<Entry>,
    // INVARIANT: at most MOST_RECEIPTS, no two with one receipt.
    received: Vec<Received>,
}

/// What an answer's status says about what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It was received.
    Taken,
    /// Nothing is wrong with it; to be sent again later.
    Later,
    /// Something is wrong with it.
    Refused,
    /// Nobody takes such things there.
    NoService,
}

/// What an answer says: its status, and whether it is JSON. A site without a server answers every
/// address with its page.
pub fn verdict(status: u16, is_json: bool) -> Verdict {
    match status {
        200..=299 if is_json => Verdict::Taken,
        200..=299 | 404 | 405 | 501 => Verdict::NoService,
        // Asked too early, too often, or while the same is being received.
        408 | 409 | 425 | 429 | 500.. => Verdict::Later,
        _ => Verdict::Refused,
    }
}

impl Outbox {
    /// What is not received yet, oldest first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What was received, oldest first.
    pub fn received(&self) -> &[Received] {
        &self.received
    }

    /// Adds an enquiry; `false` where too many wait already, or its key is not new.
    pub fn add(&mut self, key: String, body: String, about: String) -> bool {
        let known = self.entries.iter().any(|entry| entry.key == key);
        if known || key.is_empty() || self.entries.len() >= MOST {
            return false;
        }
        self.entries.push(Entry {
            key,
            body,
            about,
            standing: Standing::Waiting {
                tries: 0,
                not_before: 0,
            },
        });
        true
    }

    /// The first that may be sent at a moment; one whose turn has not come does not hold up others.
    pub fn due(&self, now: i64) -> Option<&Entry> {
        self.entries.iter().find(|entry| match entry.standing {
            Standing::Waiting { not_before, .. } => not_before <= now,
            Standing::Refused { .. } | Standing::NoService => false,
        })
    }

    /// The moment at which something may be sent; `None` where nothing waits.
    pub fn next_turn(&self) -> Option<i64> {
        let turns = self
            .entries
            .iter()
            .filter_map(|entry| match entry.standing {
                Standing::Waiting { not_before, .. } => Some(not_before),
                Standing::Refused { .. } | Standing::NoService => None,
            });
        turns.min()
    }

    /// Something changed: whatever waits may be sent at once.
    pub fn hurry(&mut self) {
        for entry in &mut self.entries {
            if let Standing::Waiting { not_before, .. } = &mut entry.standing {
                *not_before = 0;
            }
        }
    }

    /// An attempt failed through nobody's fault.
    pub fn put_off(&mut self, key: &str, now: i64) {
        let entry = self.entries.iter_mut().find(|entry| entry.key == key);
        if let Some(Standing::Waiting { tries, not_before }) = entry.map(|it| &mut it.standing) {
            let last = PAUSES_MS.len() - 1;
            let place = usize::try_from(*tries).unwrap_or(last).min(last);
            *tries = tries.saturating_add(1);
            *not_before = now.saturating_add(PAUSES_MS.get(place).copied().unwrap_or_default());
        }
    }

    /// It stays, and somebody must look at it.
    pub fn hold(&mut self, key: &str, standing: Standing) {
        if let Some(entry) = self.entries.iter_mut().find(|entry| entry.key == key) {
            entry.standing = standing;
        }
    }

    /// It is sent again although nobody took it before.
    pub fn retry(&mut self, key: &str) {
        self.hold(
            key,
            Standing::Waiting {
                tries: 0,
                not_before: 0,
            },
        );
    }

    /// It was received: only its receipt is kept.
    pub fn receive(&mut self, key: &str, receipt: String, on: Day) {
        let place = self.entries.iter().position(|entry| entry.key == key);
        let Some(place) = place else { return };
        let entry = self.entries.remove(place);
        self.remember(Received {
            receipt,
            about: entry.about,
            on,
        });
    }

    fn remember(&mut self, received: Received) {
        self.received.retain(|it| it.receipt != received.receipt);
        self.received.push(received);
        let over = self.received.len().saturating_sub(MOST_RECEIPTS);
        self.received.drain(..over);
    }

    /// Forgets one that is not received.
    pub fn remove(&mut self, key: &str) {
        self.entries.retain(|entry| entry.key != key);
    }

    /// Forgets a receipt.
    pub fn forget(&mut self, receipt: &str) {
        self.received.retain(|it| it.receipt != receipt);
    }

    /// The stored text: a line of head, then a line each.
    pub fn write(&self) -> String {
        let mut text = HEAD.to_owned();
        let mut line = |parts: &[&str]| {
            let parts: Vec<String> = parts.iter().map(|part| escaped(part)).collect();
            text.push('\n');
            text.push_str(&parts.join("\t"));
        };
        for entry in &self.entries {
            let (kind, first, second) = match &entry.standing {
                Standing::Waiting { tries, not_before } => {
                    ("w", tries.to_string(), not_before.to_string())
                }
                Standing::Refused { why } => ("r", why.clone(), String::new()),
                Standing::NoService => ("n", String::new(), String::new()),
            };
            line(&[kind, &entry.key, &first, &second, &entry.about, &entry.body]);
        }
        for it in &self.received {
            let day = pack::facts::format_date(it.on);
            line(&["s", &it.receipt, &day, "", &it.about, ""]);
        }
        text
    }

    /// Reads what [`Outbox::write`] wrote. A line that it did not write is passed over; a text
    /// that is something else gives an empty outbox.
    pub fn read(text: &str) -> Outbox {
        let mut outbox = Outbox::default();
        let mut lines = text.split('\n');
        if lines.next() == Some(HEAD) {
            for line in lines {
                outbox.read_line(line);
            }
        }
        outbox
    }

    fn read_line(&mut self, line: &str) -> Option<()> {
        let parts: Vec<String> = line.split('\t').map(plain).collect();
        let [kind, key, first, second, about, body] = parts.try_into().ok()?;
        let standing = match kind.as_str() {
            "w" => Standing::Waiting {
                tries: first.parse().ok()?,
                not_before: second.parse().ok()?,
            },
            "r" => Standing::Refused { why: first },
            "n" => Standing::NoService,
            "s" if !key.is_empty() => {
                let on = pack::facts::parse_date(&first)?;
                self.remember(Received {
                    receipt: key,
                    about,
                    on,
                });
                return Some(());
            }
            _ => return None,
        };
        let added = self.add(key.clone(), body, about);
        added.then(|| self.hold(&key, standing))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        pack::facts::parse_date(text).unwrap()
    }

    fn outbox(keys: &[&str]) -> Outbox {
        let mut outbox = Outbox::default();
        for key in keys {
            let body = format!("{{\"name\":\"示例\\n{key}\"}}");
            assert!(outbox.add((*key).to_owned(), body, "养老护理员\t五级".to_owned()));
        }
        outbox
    }

    #[test]
    fn what_is_stored_reads_back() {
        let mut all = outbox(&["a", "b", "c", "d"]);
        all.put_off("b", 1_000);
        let why = "电话号码不对：\n`12`\\".to_owned();
        all.hold("c", Standing::Refused { why });
        all.hold("d", Standing::NoService);
        all.receive("a", "7K3M-9QPX-4TWN".to_owned(), day("2026-11-27"));
        let read = Outbox::read(&all.write());
        // A tab is the one thing that does not come back.
        assert_eq!(read.received()[0].about, "养老护理员 五级");
        assert_eq!(read.entries().len(), 3);
        assert_eq!(read.entries()[1].standing, all.entries()[1].standing);
        assert_eq!(read.entries()[0].body, all.entries()[0].body);
        assert_eq!(Outbox::read(&read.write()), read);
    }

    #[test]
    fn foreign_and_damaged_texts_lose_only_what_is_damaged() {
        for text in ["", "{}", "bazhu-outbox 2\nw\ta\t0\t0\t\t", "bazhu-outbox 1"] {
            assert_eq!(Outbox::read(text), Outbox::default(), "{text:?}");
        }
        let mut all = outbox(&["a", "b"]);
        all.receive("a", "R".to_owned(), day("2026-11-27"));
        let text = all.write();
        let broken = text.replace("2026-11-27", "2026-13-27");
        assert_eq!(Outbox::read(&broken).received(), []);
        assert_eq!(Outbox::read(&broken).entries().len(), 1);
        for end in (0..=text.len()).filter(|end| text.is_char_boundary(*end)) {
            let cut = text.get(..end).unwrap();
            let read = Outbox::read(&format!("{cut}{text}"));
            assert_eq!(Outbox::read(&read.write()), read);
        }
    }

    #[test]
    fn one_that_fails_waits_longer_each_time_and_does_not_hold_up_others() {
        let mut all = outbox(&["a", "b"]);
        let mut now = 0;
        let mut pauses = Vec::new();
        for _ in 0..7 {
            all.put_off("a", now);
            assert_eq!(all.due(now).map(|it| it.key.as_str()), Some("b"));
            let Standing::Waiting { not_before, .. } = all.entries()[0].standing else {
                panic!("it waits");
            };
            pauses.push(not_before - now);
            now = not_before;
        }
        assert!(pauses.is_sorted() && pauses[0] < pauses[4]);
        assert_eq!(pauses[4], pauses[6]);
        all.remove("b");
        assert_eq!(all.next_turn(), Some(now));
        assert_eq!(all.due(now - 1), None);
        all.hurry();
        assert_eq!(all.due(0).map(|it| it.key.as_str()), Some("a"));
    }

    #[test]
    fn what_is_refused_is_not_sent_again_by_itself() {
        let mut all = outbox(&["a"]);
        let why = "不对".to_owned();
        all.hold("a", Standing::Refused { why });
        all.hurry();
        all.put_off("a", 5);
        assert_eq!((all.due(i64::MAX), all.next_turn()), (None, None));
        all.retry("a");
        assert_eq!(all.next_turn(), Some(0));
    }

    #[test]
    fn a_key_is_taken_once_and_there_is_an_end() {
        let keys: Vec<String> = (0..MOST).map(|n| n.to_string()).collect();
        let mut all = outbox(&keys.iter().map(String::as_str).collect::<Vec<_>>());
        for key in ["3", "", "one more"] {
            assert!(
                !all.add(key.to_owned(), String::new(), String::new()),
                "{key}"
            );
        }
        assert_eq!(all.entries().len(), MOST);
        for n in 0..30 {
            let mut next = outbox(&["k"]);
            next.received = all.received.clone();
            next.receive("k", n.to_string(), day("2026-11-27"));
            all.received = next.received;
        }
        assert_eq!(all.received().len(), MOST_RECEIPTS);
        assert_eq!(all.received()[0].receipt, "10");
        all.forget("10");
        assert_eq!(all.received()[0].receipt, "11");
        all.receive("gone", "x".to_owned(), day("2026-11-27"));
        assert_eq!(all.received().len(), MOST_RECEIPTS - 1);
    }

    #[test]
    fn a_status_says_what_to_do() {
        for (status, is_json, expected) in [
            (201, true, Verdict::Taken),
            (200, false, Verdict::NoService),
            (404, true, Verdict::NoService),
            (405, false, Verdict::NoService),
            (400, true, Verdict::Refused),
            (422, true, Verdict::Refused),
            (409, true, Verdict::Later),
            (429, true, Verdict::Later),
            (500, false, Verdict::Later),
            (503, true, Verdict::Later),
        ] {
            assert_eq!(verdict(status, is_json), expected, "{status}");
        }
    }
}
