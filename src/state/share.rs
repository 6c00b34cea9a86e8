//! The link that carries a situation: answers in the fragment, which no server sees.
//!
//! `#v=<pack's hash>&d=<day of application>&f=<scope>&a=<answers>`. The answers go by
//! question id, so a link of another pack version still opens; it then says so.

use super::answers::{self, Answer};
use super::scope::Scope;
use crate::routes::value_of;
use rules::date::Day;

/// So many digits of the pack's hash stand in a link.
const HASH_DIGITS: usize = 12;

/// What a link carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The beginning of the hash of the pack that it was made with.
    pub hash: String,
    /// The day of application.
    pub date: Option<Day>,
    /// The way in.
    pub scope: Scope,
    /// By question id.
    pub answers: Vec<Answer>,
}

impl Shared {
    /// The fragment, without `#`.
    pub fn write(&self) -> String {
        let mut text = format!("v={}", short(&self.hash));
        if let Some(date) = self.date {
            text.push_str("&d=");
            text.push_str(&pack::facts::format_date(date));
        }
        if self.scope != Scope::All {
            text.push_str("&f=");
            text.push_str(self.scope.tag());
        }
        text.push_str("&a=");
        text.push_str(&answers::write(&self.answers));
        text
    }

    /// What a fragment carries; `None` where it is not such a link.
    pub fn read(fragment: &str) -> Option<Shared> {
        let hash = value_of(fragment, "v")?;
        let answers = value_of(fragment, "a")?;
        Some(Shared {
            hash: hash.to_owned(),
            date: value_of(fragment, "d").and_then(pack::facts::parse_date),
            scope: value_of(fragment, "f")
                .and_then(Scope::of_tag)
                .unwrap_or_default(),
            answers: answers::read(answers),
        })
    }

    /// Whether the link was made with the pack of this hash.
    pub fn made_with(&self, hash: &str) -> bool {
        short(hash) == self.hash
    }
}

fn short(hash: &str) -> &str {
    hash.get(..HASH_DIGITS).unwrap_or(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_reads_back() {
        let shared = Shared {
            hash: "0123456789ab".to_owned(),
            date: pack::facts::parse_date("2026-11-22"),
            scope: Scope::Founder,
            answers: vec![("residence".to_owned(), "shanghai".to_owned())],
        };
        let text = shared.write();
        assert_eq!(
            text,
            "v=0123456789ab&d=2026-11-22&f=founder&a=residence-shanghai"
        );
        assert_eq!(Shared::read(&text), Some(shared.clone()));
        assert!(shared.made_with("0123456789abcdef0123456789abcdef"));
        assert!(!shared.made_with("0123456789acbdef0123456789abcdef"));
    }

    #[test]
    fn other_fragments_are_no_links() {
        assert_eq!(Shared::read("q=residence"), None);
        assert_eq!(Shared::read("main"), None);
        assert_eq!(Shared::read(""), None);
    }
}
