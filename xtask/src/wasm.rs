//! WebAssembly's outer form: a row of sections.

/// A section for tools; not a part of the program.
pub const CUSTOM: u8 = 0;
/// What the module wants from around it.
pub const IMPORTS: u8 = 2;
/// What the module exports.
pub const NAMES: u8 = 7;

/// A module's sections: kind and content. `None` for what is none.
pub fn sections(code: &[u8]) -> Option<Vec<(u8, &[u8])>> {
    let mut rest = code.strip_prefix(HEAD)?;
    let mut all = Vec::new();
    while let Some((kind, after)) = rest.split_first() {
        let (length, after) = number(after)?;
        let (content, after) = after.split_at_checked(length)?;
        all.push((*kind, content));
        rest = after;
    }
    Some(all)
}

/// A number as modules write it, and what follows.
pub fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0usize;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(at + 1..)?));
        }
    }
    None
}

/// Writes a number as modules do.
pub fn push_number(to: &mut Vec<u8>, mut value: usize) {
    loop {
        let byte = u8::try_from(value & 0x7f).unwrap_or(0);
        value >>= 7;
        match value {
            0 => return to.push(byte),
            _ => to.push(byte | 0x80),
        }
    }
}

/// A module without the sections that are for tools.
pub fn without_custom(code: &[u8]) -> Option<Vec<u8>> {
    let mut out = HEAD.to_vec();
    for (kind, content) in sections(code)? {
        if kind != CUSTOM {
            push(&mut out, kind, content);
        }
    }
    Some(out)
}

/// How every module begins.
pub const HEAD: &[u8] = b"\0asm\x01\0\0\0";

/// Adds a section.
pub fn push(to: &mut Vec<u8>, kind: u8, content: &[u8]) {
    to.push(kind);
    push_number(to, content.len());
    to.extend(content);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_every_length() {
        for value in [0, 1, 127, 128, 16_383, 16_384, 2_000_000] {
            let mut bytes = Vec::new();
            push_number(&mut bytes, value);
            assert_eq!(number(&bytes), Some((value, &[][..])));
        }
    }

    #[test]
    fn what_is_for_tools_goes_and_the_rest_stays() {
        let mut code = HEAD.to_vec();
        push(&mut code, CUSTOM, b"\x04nameX");
        push(&mut code, NAMES, b"\x01\x01a\0\0");
        let mut bare = HEAD.to_vec();
        push(&mut bare, NAMES, b"\x01\x01a\0\0");
        assert_eq!(without_custom(&code), Some(bare));
        assert_eq!(without_custom(b"no module"), None);
    }
}
