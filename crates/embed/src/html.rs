//! The tags of pasted HTML that have to do with widgets.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

/// A start tag with its attributes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tag {
    /// In lower case.
    pub name: String,
    /// In lower case, each name once; values with entities read.
    pub attributes: Vec<(String, String)>,
    /// The text between it and its end tag; of links only.
    pub text: String,
    /// The line that it begins on, from 1.
    pub line: usize,
}

/// The tags that are looked at.
const NAMES: [&str; 4] = ["a", "script", "iframe", "meta"];

/// What stands in these is not shown, or not while scripts run.
const ASIDE: [&str; 2] = ["template", "noscript"];

impl Tag {
    /// The value of an attribute; empty for one without value.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(it, _)| it == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Whether it has a class.
    pub fn has_class(&self, class: &str) -> bool {
        let classes = self.get("class").unwrap_or_default();
        classes.split_ascii_whitespace().any(|it| it == class)
    }
}

/// The links, scripts, frames and `meta` tags, in order.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    // The text of a script is no markup.
    emitter.naively_switch_states(true);
    let tokens = Tokenizer::new_with_emitter(html, emitter);
    let mut tags: Vec<Tag> = Vec::new();
    let mut inside_link = false;
    let mut aside = 0usize;
    for Ok(token) in tokens {
        match token {
            Token::StartTag(tag) => {
                let name = text(&tag.name);
                if ASIDE.contains(&name.as_str()) {
                    aside += 1;
                }
                if aside > 0 || !NAMES.contains(&name.as_str()) {
                    continue;
                }
                inside_link = name == "a";
                let attributes = tag.attributes.iter();
                let attributes = attributes.map(|(name, value)| (text(name), text(value)));
                let before = html.as_bytes().get(..tag.span.start).unwrap_or_default();
                let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
                tags.push(Tag {
                    name,
                    attributes: attributes.collect(),
                    text: String::new(),
                    line,
                });
            }
            Token::EndTag(tag) => {
                let name = text(&tag.name);
                if ASIDE.contains(&name.as_str()) {
                    aside = aside.saturating_sub(1);
                }
                inside_link &= name != "a";
            }
            Token::String(string) if inside_link => {
                if let Some(link) = tags.last_mut() {
                    link.text.push_str(&text(&string));
                }
            }
            _ => {}
        }
    }
    tags
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_with_attributes_text_and_line() {
        let all = tags(
            "<p>\n<A HREF='/embed/loan' class=\"x  bazhu-widget\" data-lang=en hidden>补贴 &amp; <b>贷款</b></A> after\n<script src=a.js></script>",
        );
        assert_eq!(all.len(), 2);
        let link = all.first().unwrap();
        assert_eq!((link.name.as_str(), link.line), ("a", 2));
        assert_eq!(link.get("href"), Some("/embed/loan"));
        assert_eq!(link.get("hidden"), Some(""));
        assert!(link.has_class("bazhu-widget") && !link.has_class("bazhu"));
        assert_eq!(link.text, "补贴 & 贷款");
        assert_eq!(all.last().unwrap().line, 3);
    }

    #[test]
    fn what_does_not_stand_on_the_page_is_left_out() {
        let html = "<!-- <iframe src=1> --><script>'<iframe src=2>'</script>\
            <noscript><iframe src=3></iframe></noscript><template><a href=4></a></template><iframe src=5>";
        let names: Vec<_> = tags(html)
            .into_iter()
            .map(|tag| (tag.name, tag.attributes))
            .collect();
        assert_eq!(
            names,
            [
                ("script".to_owned(), vec![]),
                (
                    "iframe".to_owned(),
                    vec![("src".to_owned(), "5".to_owned())]
                ),
            ]
        );
    }

    #[test]
    fn anything_is_read_to_its_end() {
        for html in [
            "",
            "<",
            "<a",
            "<a href",
            "<a href='",
            "</",
            "<script",
            "<script>",
            "&#0;",
            "\u{0}",
        ] {
            tags(html);
        }
    }
}
