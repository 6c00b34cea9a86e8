//! Faults of `matching.toml` name the place.

use crate::support::{DIR, PACK, SETTINGS};
use catalogue::compact::ReadError;
use catalogue::matching::Settings;
use catalogue::matching::source::{self, FILE};
use pack::source::{Fault, File};
use std::path::Path;
use std::sync::Arc;

fn text() -> String {
    std::fs::read_to_string(Path::new(DIR).join(FILE)).unwrap()
}

/// The fault of the settings with one place changed: code, line's text, message.
fn fault(from: &str, to: &str) -> (&'static str, String, String) {
    let text = text();
    assert!(text.contains(from), "`{from}` is in the file");
    let text = text.replacen(from, to, 1);
    let file = Arc::new(File {
        path: FILE.to_owned(),
        text: text.clone(),
    });
    let faults: Vec<Fault> = source::read(&file, &PACK).unwrap_err();
    let line = text.lines().nth(faults[0].line - 1).unwrap_or_default();
    (
        faults[0].code,
        line.trim().to_owned(),
        faults[0].message.clone(),
    )
}

#[test]
fn the_compact_form_is_read_as_it_was_written_and_not_when_damaged() {
    let bytes = SETTINGS.write();
    assert_eq!(Settings::read(&bytes).as_ref(), Ok(&*SETTINGS));
    assert!(bytes.len() < 6_000, "{} bytes", bytes.len());
    for end in 0..bytes.len() {
        assert!(Settings::read(&bytes[..end]).is_err(), "cut at {end}");
    }
    for place in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[place] ^= 1;
        assert!(Settings::read(&damaged).is_err(), "changed at {place}");
    }
    let mut newer = bytes.clone();
    newer[4] += 1;
    let found = u16::from(newer[4]);
    assert_eq!(Settings::read(&newer), Err(ReadError::Format { found }));
}

#[test]
fn an_unknown_id_is_told_with_its_line() {
    let (code, line, message) = fault(
        r#"level = "certificate_level""#,
        r#"level = "certificate_levl""#,
    );
    assert_eq!(code, "unknown-id");
    assert_eq!(line, r#"level = "certificate_levl""#);
    assert_eq!(message, "the pack has no `certificate_levl`");
    let (code, line, message) = fault(
        r#"working = { fact = "trade_status", value = "working" }"#,
        r#"working = { fact = "trade_status", value = "wroking" }"#,
    );
    assert_eq!(code, "unknown-id");
    assert!(line.starts_with("working = "));
    assert_eq!(message, "the pack has no `trade_status = wroking`");
}

#[test]
fn what_is_of_the_wrong_kind_is_told() {
    let (code, line, _) = fault(
        r#"calendar = ["age_years""#,
        r#"calendar = ["has_certificate""#,
    );
    assert_eq!(code, "wrong-kind");
    assert_eq!(
        line,
        r#"calendar = ["has_certificate", "years_since_certificate_issued"]"#
    );
    let (code, ..) = fault(
        r#"programmes = ["sh_skill_upgrade""#,
        r#"programmes = ["assessment_level""#,
    );
    assert_eq!(code, "wrong-kind");
    let (code, ..) = fault(r#"levels = "assessment_level""#, r#"levels = "care_entry""#);
    assert_eq!(code, "wrong-kind");
}

#[test]
fn a_wrong_shape_is_told() {
    let (code, line, _) = fault("occupation = 800", "occupation = -800");
    assert_eq!((code, line.as_str()), ("shape", "occupation = -800"));
    let (code, line, message) = fault("same_group = 300", "same_groop = 300");
    assert_eq!((code, line.as_str()), ("shape", "same_groop = 300"));
    assert!(message.contains("same_groop"), "{message}");
    let missing = source::load(Path::new("/nowhere"), &PACK).unwrap_err();
    assert_eq!(missing[0].code, "unreadable");
}
