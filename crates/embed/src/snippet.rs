//! The lines that place a widget on a page.

use crate::address::Address;
use crate::options::Options;
use crate::widget::Widget;
use crate::{FOLDER, INTEGRITY, LOADER, SANDBOX};

/// A plain frame's height in pixels: the loader would measure it.
pub const HEIGHT: u16 = 640;

/// What a page is told of a widget.
#[derive(Clone, Copy, Debug)]
pub struct Snippet<'a> {
    /// The site, by any of its addresses.
    pub site: &'a Address,
    /// Which widget.
    pub widget: Widget,
    /// What it is told.
    pub options: &'a Options,
    /// The link's words; they are the frame's title too.
    pub words: &'a str,
}

impl Snippet<'_> {
    /// A link that the loader makes a frame of; without the loader it stays a link.
    pub fn link(&self) -> String {
        let attributes: String = self
            .options
            .of(self.widget)
            .iter()
            .map(|(name, value)| format!(" data-{}=\"{value}\"", name.name()))
            .collect();
        let href = self.href();
        format!(
            "<a class=\"bazhu-widget\" href=\"{href}\"{attributes}>{}</a>",
            escaped(self.words)
        )
    }

    /// A frame without the loader: of one height, and locked in.
    pub fn frame(&self) -> String {
        let fragment = self.options.write(self.widget);
        let mark = if fragment.is_empty() { "" } else { "#" };
        // The fragment holds several pairs.
        let fragment = fragment.replace('&', "&amp;");
        let (href, title) = (self.href(), escaped(self.words));
        let sandbox = SANDBOX.join(" ");
        format!(
            "<iframe src=\"{href}{mark}{fragment}\" title=\"{title}\" width=\"100%\" height=\"{HEIGHT}\" \
             loading=\"lazy\" frameborder=\"0\" sandbox=\"{sandbox}\"></iframe>"
        )
    }

    fn href(&self) -> String {
        let path = format!("{FOLDER}{}", self.widget.name());
        self.site.with_path(&path).to_string()
    }
}

/// The loader: once on a page, wherever.
pub fn loader(site: &Address) -> String {
    let src = site.with_path(LOADER);
    format!(
        "<script src=\"{src}\" integrity=\"{INTEGRITY}\" crossorigin=\"anonymous\" defer></script>"
    )
}

/// What a page's policy must let through for the loader: a source for `script-src`.
pub fn script_source(site: &Address) -> String {
    site.with_path(LOADER).to_string()
}

/// What a page's policy must let through for the frames: a source for `frame-src`.
pub fn frame_source(site: &Address) -> String {
    site.with_path(FOLDER).to_string()
}

/// A text as it may stand in markup and in an attribute.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::tags;

    #[test]
    fn snippets_are_markup_whatever_the_words() {
        let site = Address::read("https://bazhu.cn/").unwrap();
        let options = Options::read("", "lang=en&accent=0b6e4f&district=310115");
        let snippet = Snippet {
            site: &site,
            widget: Widget::Courses,
            options: &options,
            words: "\"A\" <b> & c",
        };
        let link = tags(&snippet.link());
        let [link] = link.as_slice() else {
            panic!("{link:?}")
        };
        assert_eq!(link.text, "\"A\" <b> & c");
        assert_eq!(link.get("href"), Some("https://bazhu.cn/embed/courses"));
        assert_eq!(link.get("data-accent"), Some("#0b6e4f"));
        let frame = tags(&snippet.frame());
        let [frame] = frame.as_slice() else {
            panic!("{frame:?}")
        };
        assert_eq!(frame.get("title"), Some("\"A\" <b> & c"));
        assert_eq!(
            frame.get("src"),
            Some("https://bazhu.cn/embed/courses#lang=en&accent=0b6e4f&district=310115")
        );
        let loader = tags(&loader(&site));
        assert_eq!(
            loader.first().and_then(|it| it.get("integrity")),
            Some(INTEGRITY)
        );
    }
}
