//! Is a text in the language that it claims to be in? Warnings only: names may be foreign.

use super::fault::{At, Faults};
use super::node::within;

/// Warns of an English sentence in a Chinese text, or of Chinese in an English one.
pub(crate) fn check(text: &str, english: bool, at: &At, faults: &mut Faults) {
    if english {
        if let Some(start) = bare_chinese(text) {
            let rest = text.get(start..).unwrap_or_default();
            let length = rest.find(|c| !is_chinese(c)).unwrap_or(rest.len());
            faults
                .warning(
                    "untranslated",
                    &within(at, start..start + length),
                    "Chinese in the English text",
                )
                .help("translate it, or put a name in 《》, quotes or brackets");
        }
    } else if is_english(text) {
        faults.warning("untranslated", at, "this Chinese text reads like English");
    }
}

fn is_chinese(c: char) -> bool {
    matches!(
        c,
        '\u{3400}'..='\u{9fff}' | '，' | '。' | '；' | '、' | '：'
    )
}

/// The first Chinese character outside of 《》, quotes and brackets.
fn bare_chinese(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '《' | '“' | '「' | '（' | '(' | '〔' | '[' | '‘' => depth += 1,
            '》' | '”' | '」' | '）' | ')' | '〕' | ']' | '’' => {
                depth = depth.saturating_sub(1)
            }
            '"' => quoted = !quoted,
            c if depth == 0 && !quoted && is_chinese(c) => return Some(at),
            _ => {}
        }
    }
    None
}

/// Four English words in a row, or a word and nothing Chinese.
fn is_english(text: &str) -> bool {
    let is_word = |word: &str| {
        word.len() > 1
            && word.bytes().all(|b| b.is_ascii_alphabetic())
            && word.bytes().any(|b| b.is_ascii_lowercase())
    };
    let words = text
        .split([' ', ',', '.', ';', ':'])
        .filter(|word| !word.is_empty());
    let longest = words.fold((0usize, 0usize), |(run, longest), word| {
        let run = if is_word(word) || (run > 0 && word == "a") {
            run + 1
        } else {
            0
        };
        (run, longest.max(run))
    });
    longest.1 >= 4 || (longest.1 >= 1 && !text.chars().any(is_chinese))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_languages_apart() {
        for (text, english) in [
            ("Apply within a year at the office", true),
            ("Shanghai", true),
            ("上海人社 APP", false),
            ("GYB", false),
            ("SYB 创办你的企业", false),
            ("1,500", false),
            ("使用 Start and Improve 教材", false),
        ] {
            assert_eq!(is_english(text), english, "{text}");
        }
        for (text, at) in [
            ("The notice 《关于通知》 says", None),
            ("the app 随申办", Some(8)),
            ("the app (随申办)", None),
            ("the app “随申办”, 12333", None),
            ("first，second", Some(5)),
        ] {
            assert_eq!(bare_chinese(text), at, "{text}");
        }
    }
}
