//! The content hash of a pack: SHA-256, cut to 16 bytes.
//!
//! Our own seventy lines rather than the `sha2` crate: measured in WebAssembly
//! (opt-level z, LTO), `sha2` 0.11 costs 2.8 kB brotli, mostly because it unrolls
//! its rounds, and a pack is some 50 kB that is hashed once.

use core::fmt;

/// A pack's content address: the first 16 bytes of its SHA-256. Displayed as 32 hex digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Hash(pub [u8; 16]);

impl Hash {
    /// The hash of some bytes.
    pub fn of(bytes: &[u8]) -> Hash {
        let mut hash = [0; 16];
        for (to, from) in hash.iter_mut().zip(sha256(bytes)) {
            *to = from;
        }
        Hash(hash)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// SHA-256 (FIPS 180-4).
fn sha256(bytes: &[u8]) -> [u8; 32] {
    let mut state = [
        0x6a09_e667,
        0xbb67_ae85,
        0x3c6e_f372,
        0xa54f_f53a,
        0x510e_527f,
        0x9b05_688c,
        0x1f83_d9ab,
        0x5be0_cd19,
    ];
    let whole = bytes.len() - bytes.len() % 64;
    let (blocks, rest) = bytes.split_at(whole);
    for block in blocks.chunks_exact(64) {
        compress(&mut state, block);
    }
    // The end: a one bit, zeros, and the length in bits as the last eight bytes.
    let mut tail = Vec::with_capacity(128);
    tail.extend_from_slice(rest);
    tail.push(0x80);
    while tail.len() % 64 != 56 {
        tail.push(0);
    }
    tail.extend_from_slice(&(bytes.len() as u64).wrapping_mul(8).to_be_bytes());
    for block in tail.chunks_exact(64) {
        compress(&mut state, block);
    }
    let mut out = [0; 32];
    for (to, word) in out.chunks_exact_mut(4).zip(state) {
        to.copy_from_slice(&word.to_be_bytes());
    }
    out
}

#[expect(
    clippy::indexing_slicing,
    reason = "every index is masked or bounded by the loop, as in FIPS 180-4"
)]
fn compress(state: &mut [u32; 8], block: &[u8]) {
    let mut w = [0u32; 64];
    for (to, four) in w.iter_mut().zip(block.chunks_exact(4)) {
        *to = four
            .iter()
            .fold(0, |word, byte| word << 8 | u32::from(*byte));
    }
    for i in 16..64 {
        let (a, b) = (w[i - 15], w[i - 2]);
        let s0 = a.rotate_right(7) ^ a.rotate_right(18) ^ (a >> 3);
        let s1 = b.rotate_right(17) ^ b.rotate_right(19) ^ (b >> 10);
        w[i] = w[i - 16]
            .wrapping_add(s0)
            .wrapping_add(w[i - 7])
            .wrapping_add(s1);
    }
    let mut s = *state;
    for (word, key) in w.iter().zip(KEYS) {
        let [a, b, c, d, e, f, g, h] = s;
        let s1 = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
        let t1 = h
            .wrapping_add(s1)
            .wrapping_add((e & f) ^ (!e & g))
            .wrapping_add(key)
            .wrapping_add(*word);
        let s0 = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
        let t2 = s0.wrapping_add((a & b) ^ (a & c) ^ (b & c));
        s = [t1.wrapping_add(t2), a, b, c, d.wrapping_add(t1), e, f, g];
    }
    for (to, add) in state.iter_mut().zip(s) {
        *to = to.wrapping_add(add);
    }
}

#[rustfmt::skip]
const KEYS: [u32; 64] = [
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
];

#[cfg(test)]
mod tests {
    use super::*;

    /// FIPS 180-4's examples, and lengths around the block's end (from GNU `sha256sum`).
    #[test]
    fn agrees_with_the_standard() {
        for (text, hash) in [
            (String::new(), "e3b0c44298fc1c149afbf4c8996fb924"),
            ("abc".to_owned(), "ba7816bf8f01cfea414140de5dae2223"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".to_owned(),
                "248d6a61d20638b8e5c026930c3e6039",
            ),
            ("a".repeat(55), "9f4390f8d30c2dd92ec9f095b65e2b9a"),
            ("a".repeat(56), "b35439a4ac6f0948b6d6f9e3c6af0f5f"),
            ("a".repeat(63), "7d3e74a05d7db15bce4ad9ec0658ea98"),
            ("a".repeat(64), "ffe054fe7ae0cb6dc65c3af9b61d5209"),
            ("a".repeat(65), "635361c48bb9eab14198e76ea8ab7f1a"),
            ("a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67"),
        ] {
            assert_eq!(
                Hash::of(text.as_bytes()).to_string(),
                hash,
                "{} bytes",
                text.len()
            );
        }
    }
}
