//! Content security policies: reading them, what they let through, and the least change that lets
//! a widget through.
//!
//! Content Security Policy Level 3: sections 4.2 (parsing), 6.1 (fetch directives), 6.7.1 (scripts)
//! and 6.8.3 (which directive counts in the place of a missing one).

use crate::address::Address;
use crate::source::Source;
use core::fmt;

/// A policy: its directives in order, each name once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// As browsers take them.
    pub directives: Vec<Directive>,
}

/// A directive: `script-src 'self' https://example.org`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// In lower case.
    pub name: String,
    /// As they are written.
    pub words: Vec<String>,
}

/// What a widget needs of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// To run the loader.
    Script,
    /// To show the frame.
    Frame,
}

/// A script as a page's HTML has it.
#[derive(Clone, Copy, Debug)]
pub struct Script<'a> {
    /// Where it lies.
    pub file: &'a Address,
    /// Its `nonce`; empty where it has none.
    pub nonce: &'a str,
    /// Its `integrity`; empty where it has none.
    pub integrity: &'a str,
}

/// Why something is not let through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blocked<'a> {
    /// The directive that counts.
    pub directive: &'a Directive,
    /// It has `'strict-dynamic'`, so that naming the host would not help.
    pub strict: bool,
}

impl Need {
    /// The directives that count for it, the first that is there.
    pub fn directives(self) -> [&'static str; 3] {
        match self {
            Need::Script => ["script-src-elem", "script-src", "default-src"],
            Need::Frame => ["frame-src", "child-src", "default-src"],
        }
    }

    /// The directive to add where only one counts that is also about other things.
    fn own(self) -> &'static str {
        match self {
            Need::Script => "script-src",
            Need::Frame => "frame-src",
        }
    }
}

impl Policy {
    /// Reads one policy. What browsers skip is skipped.
    pub fn read(text: &str) -> Policy {
        let mut policy = Policy::default();
        for part in text.split(';') {
            let mut words = part.split_ascii_whitespace();
            let Some(name) = words.next().filter(|_| part.is_ascii()) else {
                continue;
            };
            let name = name.to_ascii_lowercase();
            if policy.get(&name).is_none() {
                let words = words.map(str::to_owned).collect();
                policy.directives.push(Directive { name, words });
            }
        }
        policy
    }

    /// Reads a header's value, which may hold several policies: all of them count.
    pub fn read_list(value: &str) -> Vec<Policy> {
        let all = value.split(',').map(Policy::read);
        all.filter(|policy| !policy.directives.is_empty()).collect()
    }

    /// A directive by its name.
    pub fn get(&self, name: &str) -> Option<&Directive> {
        self.directives.iter().find(|it| it.name == name)
    }

    /// The directive that counts for a need; without one everything is let through.
    pub fn governing(&self, need: Need) -> Option<&Directive> {
        need.directives()
            .into_iter()
            .find_map(|name| self.get(name))
    }

    /// Why a script of the page's HTML does not run; `None` where it does.
    pub fn blocks_script(&self, script: Script<'_>, page: &Address) -> Option<Blocked<'_>> {
        let directive = self.governing(Need::Script)?;
        let sources: Vec<Source> = directive.sources().collect();
        let nonce = Source::Nonce(script.nonce.to_owned());
        let hashes = hashes(script.integrity);
        let known = |hash: &String| sources.contains(&Source::Hash(hash.clone()));
        let strict = sources.contains(&Source::StrictDynamic);
        let passes = (!script.nonce.is_empty() && sources.contains(&nonce))
            || (!hashes.is_empty() && hashes.iter().all(known))
            || (!strict && directive.lets(script.file, page));
        (!passes).then_some(Blocked { directive, strict })
    }

    /// Why a frame is not shown; `None` where it is.
    pub fn blocks_frame(&self, file: &Address, page: &Address) -> Option<Blocked<'_>> {
        let directive = self.governing(Need::Frame)?;
        let strict = false;
        (!directive.lets(file, page)).then_some(Blocked { directive, strict })
    }

    /// The directive that would let a source through, as it must read; `None` where none counts.
    pub fn amended(&self, need: Need, source: &str) -> Option<Directive> {
        let governing = self.governing(need)?;
        // `child-src` and `default-src` are also about workers, pictures and so on: those stay.
        let shared = matches!(governing.name.as_str(), "default-src" | "child-src");
        let name = match shared {
            true => need.own(),
            false => governing.name.as_str(),
        };
        let keep = |word: &&String| Source::read(word) != Source::None;
        let mut words: Vec<String> = governing.words.iter().filter(keep).cloned().collect();
        if !words.iter().any(|word| word == source) {
            words.push(source.to_owned());
        }
        Some(Directive {
            name: name.to_owned(),
            words,
        })
    }

    /// The policy with this directive in the place of the one of its name, or behind the others.
    pub fn with(&self, directive: Directive) -> Policy {
        let mut policy = self.clone();
        let old = policy
            .directives
            .iter_mut()
            .find(|it| it.name == directive.name);
        match old {
            Some(old) => *old = directive,
            None => policy.directives.push(directive),
        }
        policy
    }
}

impl Directive {
    /// Its words, read as sources.
    pub fn sources(&self) -> impl Iterator<Item = Source> {
        self.words.iter().map(|word| Source::read(word))
    }

    /// Whether one of its sources lets a file through.
    fn lets(&self, file: &Address, page: &Address) -> bool {
        self.sources().any(|source| source.matches(file, page))
    }
}

/// The hashes of an `integrity` attribute that browsers know.
pub fn hashes(integrity: &str) -> Vec<String> {
    let words = integrity.split_ascii_whitespace();
    let words = words.filter_map(|word| word.split('?').next());
    words
        .filter_map(|word| match Source::read(&format!("'{word}'")) {
            Source::Hash(hash) => Some(hash),
            _ => None,
        })
        .collect()
}

impl fmt::Display for Directive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        self.words.iter().try_for_each(|word| write!(f, " {word}"))
    }
}

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, directive) in self.directives.iter().enumerate() {
            let between = if place > 0 { "; " } else { "" };
            write!(f, "{between}{directive}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Address {
        Address::read("https://bazhu.cn/embed/v1.js").unwrap()
    }

    fn page() -> Address {
        Address::read("https://www.host.cn/").unwrap()
    }

    const HASH: &str = "sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K";

    fn script<'a>(file: &'a Address, nonce: &'a str, integrity: &'a str) -> Script<'a> {
        Script {
            file,
            nonce,
            integrity,
        }
    }

    /// Whether the loader runs, with nonce `n1` and its hash, under a policy.
    fn runs(policy: &str, nonce: &str, integrity: &str) -> bool {
        let policy = Policy::read(policy);
        policy
            .blocks_script(script(&site(), nonce, integrity), &page())
            .is_none()
    }

    #[test]
    fn a_policy_is_read_as_browsers_do() {
        let policy = Policy::read(
            " Script-Src 'self'  https://a.cn ;; default-src\t'none'; script-src *; frame-src 例子; sandbox",
        );
        assert_eq!(
            policy.to_string(),
            "script-src 'self' https://a.cn; default-src 'none'; sandbox"
        );
        assert_eq!(
            Policy::read_list("default-src 'none', , frame-src *").len(),
            2
        );
        assert_eq!(Policy::read(&policy.to_string()), policy);
    }

    #[test]
    fn without_a_directive_everything_runs() {
        assert!(runs("img-src 'none'", "", ""));
        assert!(runs("", "", ""));
    }

    #[test]
    fn the_first_directive_of_the_chain_counts() {
        assert!(!runs("default-src 'self'", "", ""));
        assert!(runs(
            "default-src 'self'; script-src https://bazhu.cn",
            "",
            ""
        ));
        assert!(!runs(
            "script-src https://bazhu.cn; script-src-elem 'self'",
            "",
            ""
        ));
        let frame = site();
        let blocks = |text: &str| {
            Policy::read(text)
                .blocks_frame(&frame, &page())
                .map(|it| it.directive.name.clone())
        };
        assert_eq!(
            blocks("default-src 'self'; child-src 'none'").as_deref(),
            Some("child-src")
        );
        assert_eq!(
            blocks("child-src 'none'; frame-src https://bazhu.cn/embed/"),
            None
        );
        assert_eq!(blocks("script-src 'none'"), None);
    }

    #[test]
    fn a_directive_without_words_or_with_none_lets_nothing_through() {
        assert!(!runs("script-src", "", ""));
        assert!(!runs("script-src 'none'", "", ""));
        // `'none'` beside another source is no source.
        assert!(runs("script-src 'none' https://bazhu.cn", "", ""));
    }

    #[test]
    fn nonces_and_hashes_let_through_what_carries_them() {
        let strict = format!("script-src 'strict-dynamic' 'nonce-n1' '{HASH}' https://bazhu.cn");
        assert!(!runs(&strict, "", ""));
        assert!(runs(&strict, "n1", ""));
        assert!(!runs(&strict, "N1", ""));
        assert!(runs(&strict, "", HASH));
        // Every hash that the script may have must be known.
        assert!(!runs(&strict, "", &format!("{HASH} sha384-AAAA")));
        assert!(runs(&strict, "", &format!("{HASH}?x md5-AAAA")));
        assert!(!runs("script-src 'nonce-'", "", ""));
    }

    #[test]
    fn strict_dynamic_is_told_as_the_reason() {
        let policy = Policy::read("script-src 'strict-dynamic' 'nonce-n1' https://bazhu.cn");
        let site = site();
        let blocked = policy
            .blocks_script(script(&site, "", ""), &page())
            .unwrap();
        assert!(blocked.strict);
        // Frames do not know it.
        let policy = Policy::read("default-src 'strict-dynamic' https://bazhu.cn");
        assert_eq!(policy.blocks_frame(&site, &page()), None);
    }

    #[test]
    fn an_amended_directive_keeps_what_it_stood_for() {
        let amended = |text: &str, need| {
            let directive = Policy::read(text).amended(need, "https://bazhu.cn/embed/");
            directive.map(|it| it.to_string())
        };
        let text = amended("default-src 'none'", Need::Frame);
        assert_eq!(text.as_deref(), Some("frame-src https://bazhu.cn/embed/"));
        let text = amended("default-src 'self' data:", Need::Script);
        assert_eq!(
            text.as_deref(),
            Some("script-src 'self' data: https://bazhu.cn/embed/")
        );
        let text = amended("child-src https://a.cn", Need::Frame);
        assert_eq!(
            text.as_deref(),
            Some("frame-src https://a.cn https://bazhu.cn/embed/")
        );
        let text = amended("script-src-elem 'self'; script-src *", Need::Script);
        assert_eq!(
            text.as_deref(),
            Some("script-src-elem 'self' https://bazhu.cn/embed/")
        );
        assert_eq!(amended("img-src *", Need::Script), None);
        let policy = Policy::read("default-src 'self'; frame-src 'none'; sandbox");
        let frame = policy.amended(Need::Frame, "https://b.cn").unwrap();
        assert_eq!(
            policy.with(frame).to_string(),
            "default-src 'self'; frame-src https://b.cn; sandbox"
        );
    }
}
