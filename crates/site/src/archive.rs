//! A folder's files in one: what the program carries.
//!
//! Magic `BZST`, then for each file the length of its name (u32, little endian), its name, the
//! length of its content (u64) and its content. No times, no rights: a site has none.

/// The first four bytes of an archive.
const MAGIC: [u8; 4] = *b"BZST";

/// Writes files in the order given.
pub fn pack<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    for (name, content) in files {
        bytes.extend_from_slice(&u32::try_from(name.len()).unwrap_or(0).to_le_bytes());
        bytes.extend_from_slice(name.as_bytes());
        bytes.extend_from_slice(&u64::try_from(content.len()).unwrap_or(0).to_le_bytes());
        bytes.extend_from_slice(content);
    }
    bytes
}

/// The files of an archive; `None` if it is none, or damaged.
pub fn unpack(bytes: &[u8]) -> Option<Vec<(&str, &[u8])>> {
    let mut rest = bytes.strip_prefix(&MAGIC)?;
    let mut files = Vec::new();
    while !rest.is_empty() {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let (name, after) = after.split_at_checked(length)?;
        let (length, after) = after.split_first_chunk::<8>()?;
        let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
        let (content, after) = after.split_at_checked(length)?;
        files.push((std::str::from_utf8(name).ok()?, content));
        rest = after;
    }
    Some(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_back_and_damage_is_seen() {
        let files = [
            ("app.html", &b"<html>"[..]),
            ("a/b.wasm", &[0, 255]),
            ("空", b""),
        ];
        let bytes = pack(files);
        assert_eq!(unpack(&bytes).unwrap(), files);
        for end in 1..bytes.len() {
            let cut = unpack(&bytes[..end]);
            assert!(cut.is_none_or(|files| files.len() < 3), "{end}");
        }
        assert_eq!(unpack(b""), None);
        assert_eq!(unpack(b"BZST\xff\xff\xff\xff"), None);
    }
}
