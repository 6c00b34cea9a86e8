//! What counts as the same character, and what does not count at all.

/// Vowels with tone marks, four of each, in the order of [`PLAIN`].
const MARKED: &str = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ";

/// The letters under the marks of [`MARKED`]; ü is typed as v.
const PLAIN: [char; 6] = ['a', 'e', 'i', 'o', 'u', 'v'];

/// A character as it is compared: half-width, lower case, without tone mark.
/// `None` for spaces, punctuation, control and direction marks, which are not compared.
///
/// Traditional characters are left alone: see [`Lexicon`](super::Lexicon).
pub(super) fn fold(character: char) -> Option<char> {
    let character = match character {
        // Full-width forms of ASCII.
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
        }
        _ => character,
    };
    match character {
        'a'..='z' | '0'..='9' => Some(character),
        'A'..='Z' => Some(character.to_ascii_lowercase()),
        '\0'..='\u{bf}' => None,
        'ü' | 'Ü' => Some('v'),
        // Combining marks; general punctuation and direction marks; Chinese punctuation (but
        // not 々 and 〇); variation selectors; byte order mark and half-width punctuation.
        '\u{300}'..='\u{36f}'
        | '\u{61c}'
        | '\u{2000}'..='\u{206f}'
        | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}'
        | '\u{fe00}'..='\u{fe6f}'
        | '\u{feff}'
        | '\u{ff5f}'..='\u{ff65}' => None,
        _ => Some(
            MARKED
                .chars()
                .position(|marked| marked == character)
                .filter(|_| character < '\u{1e0}')
                .and_then(|at| PLAIN.get(at / 4).copied())
                .unwrap_or(character),
        ),
    }
}

/// Whether a character ends a word of a query.
pub(super) fn separates(character: char) -> bool {
    matches!(
        character,
        '\0'..=' ' | '\u{7f}'..='\u{a0}' | ',' | ';' | '、' | '，' | '；' | '。' | '\u{3000}'
            | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{205f}'
    )
}

/// A text as the index compares it, traditional characters aside.
pub fn fold_text(text: &str) -> String {
    text.chars().filter_map(fold).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_case_tones_and_punctuation_do_not_count() {
        assert_eq!(fold_text("ＣＡＤ 制图（初级）"), "cad制图初级");
        assert_eq!(fold_text("Diàn-gōng\u{202e}"), "diangong");
        assert_eq!(fold_text("lǜ Nü"), "lvnv");
        assert_eq!(fold_text("々〇😀"), "々〇😀");
        assert_eq!(fold_text("\u{7}\t，。・"), "・");
    }
}
