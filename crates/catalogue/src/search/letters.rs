//! Letters as small numbers.

/// 1 for `a` to 26 for `z`; 0 for everything else.
pub(super) fn letter(character: char) -> u8 {
    match character {
        'a'..='z' => character as u8 - b'a' + 1,
        _ => 0,
    }
}
