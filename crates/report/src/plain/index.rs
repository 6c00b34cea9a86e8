//! The list of programmes.

use super::html;
use super::words::Words;
use pack::Pack;

/// The page.
pub fn page(pack: &Pack, words: &Words) -> String {
    let mut body = format!("<p>{}</p>\n<ul class=\"programmes\">\n", words.index_intro);
    for (code, programme) in pack.program.programmes.iter().zip(&pack.programmes) {
        body.push_str(&format!(
            "<li><a href=\"{}.html\">{}</a><br>{}</li>\n",
            html::escaped(&code.id),
            html::text(&programme.title, words),
            html::text(&programme.summary, words)
        ));
    }
    body.push_str("</ul>\n");
    html::page(pack, words, words.index_title, "index.html", &body)
}
