//! What somebody types who wants to be called: name, telephone number, digits of a receipt. The
//! server checks the same (`crates/server`); here it is said at once, and without a network.

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 40;

/// A name as it is sent; `None` where it is empty or too long.
pub fn name(typed: &str) -> Option<String> {
    let name: String = typed.chars().filter(|c| !c.is_control()).collect();
    let name = name.trim();
    (1..=LONGEST_NAME)
        .contains(&name.chars().count())
        .then(|| name.to_owned())
}

/// The digits of a telephone number in mainland China: a mobile one of eleven, or a fixed one with
/// its area code. Spaces, hyphens, brackets, full-width digits and +86 may stand in it.
pub fn phone(typed: &str) -> Option<String> {
    let filler = |c: char| c.is_whitespace() || matches!(c, '-' | '－' | '(' | ')' | '（' | '）');
    let plain: String = typed.chars().filter(|c| !filler(*c)).map(narrow).collect();
    let plain = plain.strip_prefix("+86").unwrap_or(&plain);
    let digits = plain.bytes().all(|it| it.is_ascii_digit());
    let mut first = plain.bytes();
    let (first, second) = (first.next(), first.next());
    let mobile = first == Some(b'1') && second >= Some(b'3') && plain.len() == 11;
    let area = first == Some(b'0') && second.is_some_and(|it| it != b'0');
    let fixed = area && (10..=12).contains(&plain.len());
    (digits && (mobile || fixed)).then(|| plain.to_owned())
}

/// Four digits.
pub fn last_four(typed: &str) -> Option<String> {
    let digits: String = typed.trim().chars().map(narrow).collect();
    let fits = digits.len() == 4 && digits.bytes().all(|it| it.is_ascii_digit());
    fits.then_some(digits)
}

/// What a receipt is asked for by, of what stands in an address: letters, digits and hyphens.
pub fn receipt(text: &str) -> Option<&str> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    ((8..=40).contains(&text.len()) && text.chars().all(plain)).then_some(text)
}

/// A full-width digit or plus as an ASCII one.
fn narrow(c: char) -> char {
    match c {
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
        '＋' => '+',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phone_numbers_are_read_as_people_write_them() {
        for (typed, digits) in [
            ("13800000000", Some("13800000000")),
            (" 138 0000-0000 ", Some("13800000000")),
            ("+86 138 0000 0000", Some("13800000000")),
            ("１３８００００００００", Some("13800000000")),
            ("021-12345678", Some("02112345678")),
            ("（0512）12345678", Some("051212345678")),
            ("12800000000", None),
            ("1380000000", None),
            ("138000000000", None),
            ("12345678", None),
            ("0012345678", None),
            ("1380000000a", None),
            ("", None),
        ] {
            assert_eq!(phone(typed).as_deref(), digits, "{typed}");
        }
    }

    #[test]
    fn names_digits_and_receipts_are_tidied_or_refused() {
        assert_eq!(name("  王女士\u{7} ").as_deref(), Some("王女士"));
        assert_eq!(name(" "), None);
        assert_eq!(name(&"长".repeat(41)), None);
        assert_eq!(last_four(" ０１23").as_deref(), Some("0123"));
        assert_eq!(last_four("123"), None);
        assert_eq!(last_four("12345"), None);
        assert_eq!(receipt("7K3M-9QPX-4TWN"), Some("7K3M-9QPX-4TWN"));
        for wrong in ["", "7K3M", "../packs/current", "7K3M-9QPX-4TWN?x=1"] {
            assert_eq!(receipt(wrong), None, "{wrong}");
        }
    }
}
