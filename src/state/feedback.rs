//! What visitors say about a result: kept on the device until it can be sent. No markup, and no
//! sending: whoever sends takes [`Queue::list`] and removes what was taken.

use rules::date::Day;

/// The first line of the stored text; another one is not read.
const HEAD: &str = "bazhu-feedback 1";

/// The most entries that one device keeps.
pub const MAX: usize = 50;

/// The longest remark, in characters.
pub const LONGEST: usize = 500;

/// What somebody thinks of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// 对
    Right,
    /// 不对
    Wrong,
    /// 看不懂
    Unclear,
}

impl Verdict {
    /// All of them.
    pub const ALL: [Verdict; 3] = [Verdict::Right, Verdict::Wrong, Verdict::Unclear];

    /// As it is stored.
    pub fn tag(self) -> &'static str {
        match self {
            Verdict::Right => "right",
            Verdict::Wrong => "wrong",
            Verdict::Unclear => "unclear",
        }
    }

    fn of_tag(tag: &str) -> Option<Verdict> {
        Verdict::ALL.into_iter().find(|known| known.tag() == tag)
    }
}

/// What a remark is about: never the answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The page's path: `/result`.
    pub page: &'static str,
    /// A programme's or a course's id; empty where the page is meant.
    pub item: String,
}

/// One remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Made once, by chance; says nothing about who or where. A server knows by it what it has.
    pub id: String,
    /// The day on which it was given.
    pub on: Day,
    /// What they think.
    pub verdict: Verdict,
    /// The page's path.
    pub page: String,
    /// A programme's or a course's id, or nothing.
    pub item: String,
    /// The pack that the result came from: version and the beginning of its hash.
    pub pack: String,
    /// In their own words; may be empty.
    pub text: String,
}

/// All that is kept, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Queue {
    // INVARIANT: at most MAX, each text at most LONGEST characters, no two with one id.
    list: Vec<Entry>,
}

impl Queue {
    /// All, oldest first.
    pub fn list(&self) -> &[Entry] {
        &self.list
    }

    /// What was last said about this, with this pack.
    pub fn find(&self, about: &About, pack: &str) -> Option<&Entry> {
        let same = |entry: &&Entry| {
            entry.page == about.page && entry.item == about.item && entry.pack == pack
        };
        self.list.iter().rev().find(same)
    }

    /// Puts an entry in the place of the one with its id, else at the end; `false` where there
    /// are [`MAX`] already, and nothing is changed. A text that is too long is cut.
    pub fn put(&mut self, entry: Entry) -> bool {
        let text = entry.text.chars().take(LONGEST).collect();
        let entry = Entry { text, ..entry };
        let full = self.list.len() >= MAX;
        match self.list.iter_mut().find(|known| known.id == entry.id) {
            Some(known) => *known = entry,
            None if full => return false,
            None => self.list.push(entry),
        }
        true
    }

    /// Removes one.
    pub fn remove(&mut self, id: &str) {
        self.list.retain(|entry| entry.id != id);
    }

    /// The stored text: a line of head, then a line each.
    pub fn write(&self) -> String {
        let mut text = HEAD.to_owned();
        for entry in &self.list {
            let day = pack::facts::format_date(entry.on);
            let verdict = entry.verdict.tag();
            let parts: [&str; 7] = [
                &entry.id,
                &day,
                verdict,
                &entry.page,
                &entry.item,
                &entry.pack,
                &entry.text,
            ];
            let line: Vec<String> = parts.map(escaped).into();
            text.push('\n');
            text.push_str(&line.join("\t"));
        }
        text
    }

    /// Reads what [`Queue::write`] wrote. A line that it did not write is passed over; a text
    /// that is something else gives an empty queue.
    pub fn read(text: &str) -> Queue {
        let mut queue = Queue::default();
        let mut lines = text.split('\n');
        if lines.next() == Some(HEAD) {
            for entry in lines.filter_map(entry_of) {
                queue.put(entry);
            }
        }
        queue
    }
}

fn entry_of(line: &str) -> Option<Entry> {
    let parts: Vec<String> = line.split('\t').map(plain).collect();
    let [id, on, verdict, page, item, pack, text] = parts.try_into().ok()?;
    Some(Entry {
        on: pack::facts::parse_date(&on)?,
        verdict: Verdict::of_tag(&verdict)?,
        id,
        page,
        item,
        pack,
        text,
    })
}

/// A field without tabs and line ends; other control characters are dropped.
pub fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// What [`escaped`] wrote.
pub fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.chars();
    while let Some(c) = letters.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match letters.next() {
            Some('n') => out.push('\n'),
            Some(other) => out.push(other),
            None => {}
        }
    }
    out
}

/// Whether a remark holds what looks like a telephone or identity number: eleven figures or more
/// in a row, however they are spaced. Sums and dates have fewer.
pub fn looks_personal(text: &str) -> bool {
    let mut figures = 0;
    for c in text.chars() {
        match c {
            '0'..='9' | '０'..='９' => figures += 1,
            ' ' | '-' | '－' => {}
            _ => figures = 0,
        }
        if figures >= 11 {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: &str, text: &str) -> Entry {
        Entry {
            id: id.to_owned(),
            on: pack::facts::parse_date("2026-11-27").unwrap(),
            verdict: Verdict::Wrong,
            page: "/programmes".to_owned(),
            item: "care_entry".to_owned(),
            pack: "2026-11 0123456789ab".to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn what_is_stored_reads_back() {
        let mut queue = Queue::default();
        for (id, text) in [
            ("a", ""),
            ("b", "两行\n第二行"),
            ("c", "\\n 不是换行 \\"),
            ("d", "\\"),
        ] {
            assert!(queue.put(entry(id, text)));
        }
        assert_eq!(Queue::read(&queue.write()), queue);
        assert_eq!(queue.write().lines().count(), 5);
        queue.put(entry("e", "制表\t符\u{7}"));
        let read = Queue::read(&queue.write());
        assert_eq!(read.list().last().map(|e| e.text.as_str()), Some("制表 符"));
    }

    #[test]
    fn foreign_and_damaged_texts_lose_only_what_is_damaged() {
        for text in ["", "{}", "bazhu-feedback 2\na\tb", "bazhu-feedback 1"] {
            assert_eq!(Queue::read(text), Queue::default(), "{text:?}");
        }
        let mut queue = Queue::default();
        queue.put(entry("a", "一"));
        queue.put(entry("b", "二"));
        let text = queue.write().replace("\nb\t2026-11-27", "\nb\t2026-13-27");
        let read = Queue::read(&text);
        assert_eq!(read.list().len(), 1);
        assert_eq!(Queue::read(&format!("{text}\nb\tx\n\n\\")), read);
        // Whatever is cut off or doubled, nothing panics and what is read can be written again.
        let text = queue.write();
        for end in (0..=text.len()).filter(|end| text.is_char_boundary(*end)) {
            for from in [0, end / 2] {
                let Some(cut) = text.get(..end) else { continue };
                let doubled = format!("{cut}{}", text.get(from..).unwrap_or_default());
                let read = Queue::read(&doubled);
                assert_eq!(Queue::read(&read.write()), read);
            }
        }
    }

    #[test]
    fn an_entry_is_changed_found_and_removed_and_the_queue_has_an_end() {
        let mut queue = Queue::default();
        for n in 0..MAX {
            assert!(queue.put(entry(&n.to_string(), "")));
        }
        assert!(!queue.put(entry("one more", "")));
        assert!(queue.put(entry("7", "改过")));
        assert_eq!(queue.list().len(), MAX);
        let about = About {
            page: "/programmes",
            item: "care_entry".to_owned(),
        };
        let last = queue.find(&about, "2026-11 0123456789ab");
        assert_eq!(last.map(|e| e.id.as_str()), Some("49"));
        assert_eq!(queue.find(&about, "2026-12 0123456789ab"), None);
        let other = About {
            page: "/result",
            ..about
        };
        assert_eq!(queue.find(&other, "2026-11 0123456789ab"), None);
        queue.remove("7");
        assert!(queue.put(entry("one more", &"长".repeat(LONGEST + 1))));
        let longest = queue.list().last().map(|e| e.text.chars().count());
        assert_eq!(longest, Some(LONGEST));
    }

    #[test]
    fn telephone_and_identity_numbers_are_seen() {
        for text in [
            "13800138000",
            "电话 138-0013-8000",
            "31010119900101123X",
            "１３８００１３８０００",
        ] {
            assert!(looks_personal(text), "{text}");
        }
        for text in [
            "",
            "应该是 ¥1,600",
            "2026-11-27，12333",
            "1,200,000,000 元",
            "编号 1234567890",
        ] {
            assert!(!looks_personal(text), "{text}");
        }
    }
}
