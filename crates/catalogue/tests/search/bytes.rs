//! Bytes that are no index are refused.

use catalogue::search::{Error, Index};

use crate::same::build;

fn sample() -> Vec<u8> {
    let documents: Vec<Vec<(u8, String)>> = ["电工", "先长安", "电工"]
        .iter()
        .map(|name| vec![(0, (*name).to_owned()), (1, "女工\n".to_owned())])
        .collect();
    build(&documents, &[("电老虎".into(), "电工".into())]).write()
}

#[test]
fn the_same_index_gives_the_same_bytes() {
    let bytes = sample();
    assert_eq!(bytes, sample());
    let again = Index::read(&bytes).unwrap();
    assert_eq!(again.documents(), 3);
    let texts: Vec<(u8, &str)> = again.document(0).collect();
    assert_eq!(texts, [(0, "电工"), (1, "女工 ")]);
}

#[test]
fn every_cut_and_every_changed_byte_is_refused() {
    let bytes = sample();
    for end in 0..bytes.len() {
        assert!(Index::read(&bytes[..end]).is_err(), "{end}");
    }
    for at in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x10;
        assert!(Index::read(&damaged).is_err(), "{at}");
    }
    let mut longer = bytes.clone();
    longer.push(0);
    assert_eq!(Index::read(&longer).unwrap_err(), Error::Damaged);
}

#[test]
fn a_refusal_says_why() {
    assert_eq!(
        Index::read(b"PK..").unwrap_err().to_string(),
        "this is not a search index: it does not begin with `BZIX`"
    );
    let mut newer = sample();
    newer[4] = 9;
    assert_eq!(
        Index::read(&newer).unwrap_err().to_string(),
        "the search index has format 9, but this program reads 1: build it again"
    );
    assert_eq!(
        Error::Damaged.to_string(),
        "the search index is damaged: fetch it again"
    );
}

/// A body whose hash is right may still be nonsense.
#[test]
fn nonsense_under_a_right_hash_never_panics() {
    let bytes = sample();
    let (_, body) = bytes.split_at(22);
    for at in 0..body.len() {
        for flip in [1, 0x7f, 0x80, 0xff] {
            let mut body = body.to_vec();
            body[at] ^= flip;
            let mut forged = bytes[..6].to_vec();
            forged.extend_from_slice(&pack::Hash::of(&body).0);
            forged.extend_from_slice(&body);
            if let Ok(index) = Index::read(&forged) {
                assert!(index.documents() <= 3);
            }
        }
    }
}
