//! Secrets: personal data sealed at rest, keyed hashes to look things up by, the operator's token.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::path::Path;
use subtle::ConstantTimeEq;

use crate::settings::{SettingError, Settings};

/// The first byte of what is sealed: how.
const XCHACHA: u8 = 1;
/// Bytes of a nonce; random ones of this length never meet.
const NONCE: usize = 24;
/// The shortest token that is taken.
const TOKEN: usize = 32;

/// The keys that are made of the one that the operator keeps.
pub struct Keys {
    cipher: XChaCha20Poly1305,
    look_up: [u8; 32],
}

impl Keys {
    /// Takes the key from the settings, or makes a key file in the data folder.
    ///
    /// # Errors
    ///
    /// If the key or its file can't be used; with PostgreSQL, if none is set: each instance would
    /// make its own.
    pub fn open(settings: &Settings) -> Result<Self, SettingError> {
        if let Some(key) = &settings.key {
            let wrong = || {
                SettingError::new(
                    "BAZHU_KEY",
                    "it is not 64 hexadecimal digits",
                    "`bazhu token --key` makes one",
                )
            };
            return Ok(Self::of(&unhex(key.0.trim()).ok_or_else(wrong)?));
        }
        let path = match &settings.key_file {
            Some(path) => path.clone(),
            None if settings.database.is_some() => {
                return Err(SettingError::new(
                    "BAZHU_KEY_FILE",
                    "with PostgreSQL the key must be the same for all instances, so none is made",
                    "write one with `bazhu token --key` and give every instance BAZHU_KEY or BAZHU_KEY_FILE",
                ));
            }
            None => settings.data.join("key"),
        };
        let fault = |error: std::io::Error| {
            SettingError::new(
                "BAZHU_KEY_FILE",
                format!("`{}` can't be used: {error}", path.display()),
                "name a file that only this program's user may read",
            )
        };
        if !path.exists() && settings.key_file.is_none() {
            write_private(&path, &format!("{}\n", hex(&random::<32>()))).map_err(fault)?;
        }
        only_ours(&path).map_err(fault)?;
        let text = fs::read_to_string(&path).map_err(fault)?;
        let wrong = || fault(std::io::Error::other("it is not 64 hexadecimal digits"));
        Ok(Self::of(&unhex(text.trim()).ok_or_else(wrong)?))
    }

    /// The keys that follow from one.
    pub fn of(master: &[u8; 32]) -> Self {
        let seal = keyed(master, &[b"bazhu seal 1"]);
        Self {
            cipher: XChaCha20Poly1305::new(&seal.into()),
            look_up: keyed(master, &[b"bazhu look up 1"]),
        }
    }

    /// Seals a text; it opens only with the same `about`, so that it can't be put elsewhere.
    pub fn seal(&self, text: &str, about: &str) -> Vec<u8> {
        let nonce: [u8; NONCE] = random();
        let payload = Payload {
            msg: text.as_bytes(),
            aad: about.as_bytes(),
        };
        let sealed = self.cipher.encrypt(&XNonce::from(nonce), payload);
        // It fails for texts of 256 GB only.
        let sealed = sealed.unwrap_or_default();
        [&[XCHACHA], &nonce[..], &sealed].concat()
    }

    /// The text that was sealed; `None` with another key, another `about`, or damage.
    pub fn open_sealed(&self, sealed: &[u8], about: &str) -> Option<String> {
        let rest = sealed.strip_prefix(&[XCHACHA])?;
        let (nonce, msg) = rest.split_first_chunk::<NONCE>()?;
        let aad = about.as_bytes();
        let plain = self
            .cipher
            .decrypt(&XNonce::from(*nonce), Payload { msg, aad });
        String::from_utf8(plain.ok()?).ok()
    }

    /// A hash that can't be guessed without the key, however few texts there are.
    pub fn hash(&self, purpose: &str, text: &str) -> Vec<u8> {
        keyed(&self.look_up, &[purpose.as_bytes(), text.as_bytes()]).to_vec()
    }
}

/// Whether two secrets are the same, in a time that does not tell where they differ.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    a.ct_eq(b).into()
}

/// HMAC-SHA-256 of some parts, each with its length before it.
fn keyed(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // A short key is followed by zeros: so says the standard.
    let mut block = [0; 64];
    for (to, from) in block.iter_mut().zip(key) {
        *to = *from;
    }
    let mut mac = <Hmac<Sha256> as KeyInit>::new(&block.into());
    for part in parts {
        let length = u64::try_from(part.len()).unwrap_or(u64::MAX);
        mac.update(&length.to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// The operator's token, as it is kept: hashed.
#[derive(Clone)]
pub struct TokenHash([u8; 32]);

impl std::fmt::Debug for TokenHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("(secret)")
    }
}

impl TokenHash {
    /// Reads a token, or `sha256:` and its hash.
    ///
    /// # Errors
    ///
    /// If it is short enough to be guessed, or no hash.
    pub fn read(text: &str) -> Result<Self, String> {
        match text.strip_prefix("sha256:") {
            Some(digits) => unhex(digits)
                .map(Self)
                .ok_or_else(|| "`sha256:` is not followed by 64 hexadecimal digits".to_owned()),
            None if text.len() < TOKEN => {
                Err(format!("the token has fewer than {TOKEN} characters"))
            }
            None => Ok(Self(Sha256::digest(text).into())),
        }
    }

    /// Whether this is the token.
    pub fn is(&self, token: &str) -> bool {
        let given: [u8; 32] = Sha256::digest(token).into();
        same(&given, &self.0)
    }
}

/// A new token, and what a file needs to hold of it.
pub fn new_token() -> (String, String) {
    let token = hex(&random::<32>());
    let hash = hex(&Sha256::digest(&token));
    (token, format!("sha256:{hash}"))
}

/// A new key, as a file holds it.
pub fn new_key() -> String {
    hex(&random::<32>())
}

/// Characters of a receipt: none that is taken for another, on paper or on the telephone.
const LETTERS: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ!";

/// A new receipt, `7K3M-9QPX-4TWN`: twelve characters of thirty, 58 bits.
pub fn new_receipt() -> String {
    let mut receipt = String::new();
    while receipt.len() < 14 {
        for byte in random::<32>() {
            let letter = LETTERS.get(usize::from(byte & 31));
            // The last one stands for nothing: a fair choice throws it away.
            let Some(letter) = letter.filter(|it| **it != b'!') else {
                continue;
            };
            if receipt.len() == 14 {
                break;
            }
            receipt.push(char::from(*letter));
            if matches!(receipt.len(), 4 | 9) {
                receipt.push('-');
            }
        }
    }
    receipt
}

/// A receipt as it is kept, from what somebody typed: spaces, hyphens and case don't matter.
pub fn tidy_receipt(typed: &str) -> Option<String> {
    let mut tidy = String::new();
    for c in typed.chars() {
        if matches!(c, ' ' | '-') {
            continue;
        }
        let c = c.to_ascii_uppercase();
        if c == '!' || !u8::try_from(c).is_ok_and(|byte| LETTERS.contains(&byte)) {
            return None;
        }
        if matches!(tidy.len(), 4 | 9) {
            tidy.push('-');
        }
        tidy.push(c);
    }
    (tidy.len() == 14).then_some(tidy)
}

/// Random bytes.
///
/// # Panics
///
/// If the system has none: nothing may go on then.
#[expect(
    clippy::expect_used,
    reason = "without random bytes every secret would be known"
)]
fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the system gives random bytes");
    bytes
}

/// In hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    site::hex(bytes, bytes.len())
}

fn unhex(digits: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if digits.len() != 64 || !digits.is_ascii() {
        return None;
    }
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(digits.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    Some(bytes)
}

/// Writes a file that only this program's user may read.
///
/// # Errors
///
/// If it exists, or can't be written.
pub fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Refuses a key file that others may read.
fn only_ours(path: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(path)?.permissions().mode();
        if mode & 0o077 != 0 {
            return Err(std::io::Error::other(format!(
                "others may read it (mode {:o}); run `chmod 600`",
                mode & 0o777
            )));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_with_its_key_and_place_only() {
        let (keys, others) = (Keys::of(&[1; 32]), Keys::of(&[2; 32]));
        let sealed = keys.seal("张三 13800000000", "enquiry A");
        assert_eq!(
            keys.open_sealed(&sealed, "enquiry A").as_deref(),
            Some("张三 13800000000")
        );
        assert_eq!(keys.open_sealed(&sealed, "enquiry B"), None);
        assert_eq!(others.open_sealed(&sealed, "enquiry A"), None);
        assert_ne!(sealed, keys.seal("张三 13800000000", "enquiry A"));
        for at in 0..sealed.len() {
            let mut damaged = sealed.clone();
            damaged[at] ^= 1;
            assert_eq!(keys.open_sealed(&damaged, "enquiry A"), None, "{at}");
            assert_eq!(keys.open_sealed(&sealed[..at], "enquiry A"), None);
        }
    }

    #[test]
    fn keyed_hashes_depend_on_key_purpose_and_text() {
        let keys = Keys::of(&[1; 32]);
        let hash = keys.hash("last four", "A 1234");
        assert_eq!(hash, Keys::of(&[1; 32]).hash("last four", "A 1234"));
        assert_ne!(hash, Keys::of(&[2; 32]).hash("last four", "A 1234"));
        assert_ne!(hash, keys.hash("last fourA", " 1234"));
        assert_ne!(hash, keys.hash("last four", "A 1235"));
    }

    #[test]
    fn a_token_is_known_by_itself_or_its_hash() {
        let (token, hash) = new_token();
        for kept in [&token, &hash] {
            let kept = TokenHash::read(kept).unwrap();
            assert!(kept.is(&token));
            assert!(!kept.is(&hash) && !kept.is("") && !kept.is(token.split_at(1).1));
        }
        assert!(TokenHash::read("sha256:12").is_err());
    }

    #[test]
    fn a_receipt_is_found_however_it_is_typed() {
        let receipt = new_receipt();
        assert_eq!(receipt.len(), 14);
        assert_ne!(receipt, new_receipt());
        assert_eq!(tidy_receipt(&receipt), Some(receipt.clone()));
        let typed = receipt.replace('-', " ").to_lowercase();
        assert_eq!(tidy_receipt(&typed), Some(receipt.clone()));
        assert_eq!(tidy_receipt(receipt.split_at(1).1), None);
        assert_eq!(tidy_receipt(&format!("{receipt}A")), None);
        assert_eq!(tidy_receipt("7K3M-9QPX-4TW!"), None);
        assert_eq!(tidy_receipt("一二三四一二三四一二三四"), None);
    }

    #[cfg(unix)]
    #[test]
    fn the_key_file_is_made_once_and_for_nobody_else() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let get = |name: &str| (name == "BAZHU_DATA").then(|| data.display().to_string());
        let settings = Settings::read(get, []).unwrap();
        let hash = Keys::open(&settings).unwrap().hash("x", "y");
        assert_eq!(Keys::open(&settings).unwrap().hash("x", "y"), hash);
        let mode = fs::metadata(data.join("key")).unwrap().permissions();
        assert_eq!(mode.mode() & 0o777, 0o600);
        fs::set_permissions(data.join("key"), fs::Permissions::from_mode(0o644)).unwrap();
        let error = Keys::open(&settings).err().unwrap();
        assert_eq!(error.setting, "BAZHU_KEY_FILE");
        assert!(error.wrong.contains("others may read it"), "{error}");
    }
}
