//! HTML: texts escaped, and what every page has.

use super::words::{Language, Words};
use pack::Pack;
use pack::model::Text;
use rules::date::{Day, to_ymd};

/// Appends a text so that it is read as text, in an element or a quoted attribute.
pub fn push(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}

/// The escaped text.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push(&mut out, text);
    out
}

/// The text in the page's language, as it is.
pub fn said<'t>(text: &'t Text, words: &Words) -> &'t str {
    match words.language {
        Language::Chinese => &text.zh,
        Language::English => &text.en,
    }
}

/// The text in the page's language, escaped.
pub fn text(text: &Text, words: &Words) -> String {
    escaped(said(text, words))
}

/// A date as people write it.
pub fn date(day: Day, words: &Words) -> String {
    let (year, month, day) = to_ymd(day);
    match words.language {
        Language::Chinese => format!("{year}年{month}月{day}日"),
        Language::English => {
            const MONTHS: [&str; 12] = [
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            ];
            let month = MONTHS
                .get(usize::from(month).wrapping_sub(1))
                .copied()
                .unwrap_or_default();
            format!("{day} {month} {year}")
        }
    }
}

/// A whole page; `file` is its name in either language's folder.
pub fn page(pack: &Pack, words: &Words, title: &str, file: &str, body: &str) -> String {
    let Words {
        tag,
        other_tag,
        other_name,
        to_other,
        to_root,
        home,
        ..
    } = words;
    let (title, site) = (escaped(title), text(&pack.title, words));
    let (hotline, version) = (escaped(&pack.hotline), escaped(&pack.version));
    let as_of = (words.as_of)(&date(pack.as_of, words), &date(pack.valid_until, words));
    let call = (words.call)(&format!("<a href=\"tel:{hotline}\">{hotline}</a>"));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title} · {site}</title>\n<link rel=\"stylesheet\" href=\"{to_root}plain.css\">\n\
         <link rel=\"alternate\" hreflang=\"{other_tag}\" href=\"{to_other}{file}\">\n</head>\n<body>\n\
         <nav><a href=\"index.html\">{home}</a> <a href=\"{to_other}{file}\" hreflang=\"{other_tag}\" lang=\"{other_tag}\">{other_name}</a></nav>\n\
         <main>\n<h1>{title}</h1>\n{body}</main>\n<footer>\n<p>{call}</p>\n<p>{as_of} {version}</p>\n</footer>\n</body>\n</html>\n"
    )
}
