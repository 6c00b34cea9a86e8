//! The compact form: what is written reads back, in few bytes; damaged and hostile bytes are
//! errors and no panic.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed, and says where"
)]

use catalogue::Catalogue;
use catalogue::compact::{FORMAT, MAGIC, Part, Read, ReadError, read_part, write_all, write_part};
use catalogue::model::{
    Courses, Employers, Functions, Honours, Majors, Occupations, Pillars, Places, ShortageList,
    Sources,
};
use catalogue::source::load;
use pack::Hash;
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;

static SHANGHAI: LazyLock<Catalogue> = LazyLock::new(|| folder("../../data/shanghai"));

/// The small catalogue of the tests of the source, read from a folder of its own.
fn folder(path: &str) -> Catalogue {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    load(&dir).unwrap().catalogue
}

fn there_and_back<P: Part + PartialEq>(part: &P) -> Read<P> {
    let bytes = write_part(part, &[]);
    assert_eq!(bytes[..4], MAGIC);
    assert_eq!(
        write_part(part, &[]),
        bytes,
        "the same part gives the same bytes"
    );
    let read = read_part::<P>(&bytes).unwrap();
    assert!(read.part == *part, "{} reads back otherwise", P::NAME);
    read
}

#[test]
fn shanghai_reads_back() {
    let all = &*SHANGHAI;
    there_and_back(&all.occupations);
    there_and_back(&all.places);
    there_and_back(&all.courses);
    there_and_back(&all.majors);
    there_and_back(&all.functions);
    there_and_back(&all.shortage);
    there_and_back(&all.pillars);
    there_and_back(&all.sources);
    there_and_back(&all.honours);
    there_and_back(&all.employers);
}

#[test]
fn nothing_reads_back_too() {
    let none = Catalogue::default();
    there_and_back(&none.occupations);
    there_and_back(&none.places);
    there_and_back(&none.courses);
    there_and_back(&none.majors);
    there_and_back(&none.functions);
    there_and_back(&none.shortage);
    there_and_back(&none.pillars);
    there_and_back(&none.sources);
    there_and_back(&none.honours);
    there_and_back(&none.employers);
}

#[test]
fn parts_know_what_they_were_made_for() {
    let files = write_all(&SHANGHAI);
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    assert_eq!(
        names,
        [
            "occupations",
            "places",
            "courses",
            "majors",
            "functions",
            "shortage",
            "pillars",
            "sources",
            "honours",
            "employers"
        ]
    );
    let occupations = read_part::<Occupations>(&files[0].1).unwrap();
    let places = read_part::<Places>(&files[1].1).unwrap();
    let courses = read_part::<Courses>(&files[2].1).unwrap();
    let majors = read_part::<Majors>(&files[3].1).unwrap();
    let shortage = read_part::<ShortageList>(&files[5].1).unwrap();
    assert_eq!(courses.fits(&[occupations.hash, places.hash]), Ok(()));
    assert_eq!(majors.fits(&[occupations.hash]), Ok(()));
    assert_eq!(majors.fits(&[places.hash]), Err(ReadError::Mismatch));
    let mut other = SHANGHAI.clone();
    other.occupations.list.remove(0);
    let other = read_part::<Occupations>(&write_all(&other)[0].1).unwrap();
    assert_eq!(majors.fits(&[other.hash]), Err(ReadError::Mismatch));
    assert_eq!(shortage.fits(&[occupations.hash]), Ok(()));
    assert_eq!(shortage.fits(&[other.hash]), Err(ReadError::Mismatch));
}

#[test]
fn wrong_files_are_told_apart() {
    let bytes = write_part(&SHANGHAI.places, &[]);
    let read = read_part::<Places>;
    assert_eq!(read(b""), Err(ReadError::Truncated));
    assert_eq!(read(&bytes[..20]), Err(ReadError::Truncated));
    assert_eq!(read(b"PK"), Err(ReadError::NotAPart));
    assert_eq!(
        read(b"BZPK-is-a-pack-and-no-part-of-a-catalogue"),
        Err(ReadError::NotAPart)
    );
    assert_eq!(read(&bytes[..bytes.len() - 1]), Err(ReadError::Damaged));
    assert_eq!(read_part::<Majors>(&bytes).unwrap_err(), ReadError::Kind);
    let mut newer = bytes.clone();
    newer[4..6].copy_from_slice(&(FORMAT + 1).to_le_bytes());
    let error = read(&newer).unwrap_err();
    assert_eq!(error, ReadError::Format { found: FORMAT + 1 });
    assert_eq!(
        error.to_string(),
        "the catalogue's part has format 3, newer than this program's 2: update the program"
    );
    let mut longer = bytes;
    longer.push(0);
    assert_eq!(read(&sealed(longer)), Err(ReadError::Damaged));
}

/// A file with the hash that goes with its content, whatever that is.
fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    if let Some((head, body)) = bytes.split_at_mut_checked(23) {
        head[7..23].copy_from_slice(&Hash::of(body).0);
    }
    bytes
}

/// Reads bytes as a part. What reads at all writes and reads back as the same.
fn read_as<P: Part + PartialEq>(bytes: &[u8]) -> bool {
    read_part::<P>(bytes).is_ok_and(|read| {
        there_and_back(&read.part);
        true
    })
}

fn read_as_all(bytes: &[u8]) -> bool {
    read_as::<Occupations>(bytes)
        | read_as::<Places>(bytes)
        | read_as::<Courses>(bytes)
        | read_as::<Majors>(bytes)
        | read_as::<Functions>(bytes)
        | read_as::<ShortageList>(bytes)
        | read_as::<Pillars>(bytes)
        | read_as::<Sources>(bytes)
        | read_as::<Honours>(bytes)
        | read_as::<Employers>(bytes)
}

/// A file of the small catalogue: its many kinds of columns are near to each other.
fn small(kind: usize) -> Vec<u8> {
    static SMALL: LazyLock<Vec<(&str, Vec<u8>)>> = LazyLock::new(|| {
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compact");
        let files = dir.join("catalogue");
        std::fs::create_dir_all(&files).unwrap();
        let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good");
        for entry in std::fs::read_dir(good).unwrap().flatten() {
            std::fs::copy(entry.path(), files.join(entry.file_name())).unwrap();
        }
        write_all(&load(&dir).unwrap().catalogue)
    });
    SMALL[kind % SMALL.len()].1.clone()
}

proptest! {
    #[test]
    fn any_change_is_noticed(kind in 0usize..10, at in 0usize..100_000, xor in 1u8..=255) {
        let mut bytes = small(kind);
        let at = at % bytes.len();
        bytes[at] ^= xor;
        match kind {
            0 => prop_assert!(read_part::<Occupations>(&bytes).is_err()),
            1 => prop_assert!(read_part::<Places>(&bytes).is_err()),
            2 => prop_assert!(read_part::<Courses>(&bytes).is_err()),
            3 => prop_assert!(read_part::<Majors>(&bytes).is_err()),
            4 => prop_assert!(read_part::<Functions>(&bytes).is_err()),
            5 => prop_assert!(read_part::<ShortageList>(&bytes).is_err()),
            6 => prop_assert!(read_part::<Pillars>(&bytes).is_err()),
            7 => prop_assert!(read_part::<Sources>(&bytes).is_err()),
            8 => prop_assert!(read_part::<Honours>(&bytes).is_err()),
            _ => prop_assert!(read_part::<Employers>(&bytes).is_err()),
        }
    }

    /// With a hash that fits, so that the columns themselves are read.
    #[test]
    fn hostile_columns_are_no_panic(
        kind in 0usize..9,
        changes in proptest::collection::vec((0usize..100_000, any::<u8>()), 1..6),
        cut in 0usize..40,
    ) {
        let mut bytes = small(kind);
        for (at, byte) in changes {
            let at = 23 + at % (bytes.len() - 23);
            bytes[at] = byte;
        }
        bytes.truncate(bytes.len() - cut.min(bytes.len() - 39));
        read_as_all(&sealed(bytes));
    }

    #[test]
    fn any_bytes_are_no_panic(kind in 1u8..=10, body in proptest::collection::vec(any::<u8>(), 0..300)) {
        let mut bytes = MAGIC.to_vec();
        bytes.extend_from_slice(&FORMAT.to_le_bytes());
        bytes.push(kind);
        bytes.extend_from_slice(&[0; 16]);
        bytes.extend_from_slice(&body);
        read_as_all(&sealed(bytes));
    }
}

fn brotli(bytes: &[u8]) -> usize {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters).unwrap();
    packed.len()
}

/// `/courses` may add 150 kB for the whole catalogue and its index; the index has the rest.
#[test]
fn courses_fit_their_budget() {
    let mut sum = 0;
    for (name, bytes) in write_all(&SHANGHAI) {
        let packed = brotli(&bytes);
        println!(
            "{name:<12} {:>7} bytes, brotli 11: {packed:>6}",
            bytes.len()
        );
        if ["occupations", "places", "courses"].contains(&name) {
            sum += packed;
        }
    }
    println!("occupations, places and courses: {sum}");
    assert!(sum <= 60_000, "{sum}");
}
