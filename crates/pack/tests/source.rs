//! Source files: the good pack loads, and each kind of fault is shown as a compiler would.
#![cfg(test)]

use pack::source::{Fault, File, Loaded, load, load_files, render};
use std::path::{Path, PathBuf};

fn good() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good")
}

fn good_files() -> Vec<File> {
    let mut files = Vec::new();
    for folder in ["", "programmes/", "cases/"] {
        for entry in std::fs::read_dir(good().join(folder)).into_iter().flatten() {
            let entry = entry.unwrap();
            if entry.path().is_file() {
                let path = format!("{folder}{}", entry.file_name().to_str().unwrap());
                files.push(File {
                    path,
                    text: std::fs::read_to_string(entry.path()).unwrap(),
                });
            }
        }
    }
    files
}

/// Loads the good pack after some replacements: (file, old, new). A file that is not
/// there is added.
fn changed(changes: &[(&str, &str, &str)]) -> Result<Loaded, Vec<Fault>> {
    let mut files = good_files();
    for (path, old, new) in changes {
        match files.iter_mut().find(|file| file.path == *path) {
            Some(file) => {
                assert!(file.text.contains(old), "{path} has no {old}");
                file.text = file.text.replacen(old, new, 1);
            }
            None => files.push(File {
                path: (*path).to_owned(),
                text: (*new).to_owned(),
            }),
        }
    }
    load_files(files)
}

/// The faults of the changed pack as a person reads them.
fn faults(changes: &[(&str, &str, &str)]) -> String {
    match changed(changes) {
        Ok(loaded) => render(&loaded.warnings, false),
        Err(faults) => render(&faults, false),
    }
}

const GRANT: &str = "programmes/skill_grant.toml";

#[test]
fn the_good_pack_loads() {
    match load(&good()) {
        Ok(loaded) => assert_eq!(render(&loaded.warnings, false), ""),
        Err(faults) => panic!("{}", render(&faults, false)),
    }
}

macro_rules! faulty {
    ($($name:ident: $changes:expr;)*) => {$(
        #[test]
        fn $name() {
            insta::assert_snapshot!(faults(&$changes));
        }
    )*};
}

faulty! {
    broken_toml: [(GRANT, "id = \"v2025\"", "id = v2025")];
    unknown_field: [(GRANT, "until = 2025", "untill = 2025")];
    missing_field: [(GRANT, "kind = \"grant\"\n", "")];
    wrong_types: [
        ("pack.toml", "as_of = 2026-11-22", "as_of = \"2026-11-22\""),
        ("pack.toml", "version = \"1\"", "version = 1"),
        ("questions.toml", "min = 0\nmax = 600", "min = \"0\"\nmax = 600"),
        ("questions.toml", "order = 10", "order = 1.5"),
        (GRANT, "text = { zh = \"户口簿\", en = \"Household register\" }", "text = \"户口簿\"")
    ];
    unknown_word: [(GRANT, "kind = \"grant\"", "kind = \"grants\"")];
    bad_id: [("questions.toml", "id = \"claimed\"", "id = \"已领\"")];
    no_translation: [
        (GRANT, "en = \"Skill grant\"", "en = \"\""),
        (GRANT, "{ zh = \"五级\", en = \"Level 5\" }", "{ zh = \"五级\" }"),
        ("questions.toml", "{ zh = \"\", en = \"\" }", "{ zh = \"看参保记录\", en = \"\" }")
    ];
    untranslated: [
        (GRANT, "小城人社局窗口", "Go to the counter of 人社局"),
        (GRANT, "The bureau's counter", "The counter of 人社局")
    ];
    unknown_source: [(GRANT, "source = \"notice\"", "source = \"notise\"")];
    unused_source: [("sources.toml", "[[sources]]", "\
[[sources]]
id = \"spare\"
title = { zh = \"备用\", en = \"Spare\" }
publisher = { zh = \"局\", en = \"Bureau\" }
evidence = \"official\"

[[sources]]")];
    unknown_programme: [("pack.toml", "\"old_grant\"", "\"old_grand\"")];
    file_name: [(GRANT, "id = \"skill_grant\"", "id = \"skilled_grant\"")];
    duplicate_ids: [
        ("definitions.toml", "id = \"from_here\"", "id = \"claimed\""),
        (GRANT, "id = \"v2026\"", "id = \"v2025\"")
    ];
    versions_overlap: [(GRANT, "from = 2026-07-01", "from = 2025-12-31")];
    versions_leave_a_gap: [(GRANT, "until = 2026-06-30", "until = 2026-06-29")];
    version_ends_soon: [(GRANT, "from = 2026-07-01", "from = 2026-07-01\nuntil = 2026-12-31")];
    version_has_ended: [(GRANT, "from = 2026-07-01", "from = 2026-07-01\nuntil = 2026-10-31")];
    version_ends_before_it_begins: [(GRANT, "from = 2025-01-01", "from = 2026-01-01")];
    unconfirmed_amount: [
        (GRANT, "text = { zh = \"每级200元\"", "evidence = \"unconfirmed\"\n  text = { zh = \"每级200元\"")
    ];
    question_bounds: [
        ("questions.toml", "min = 1\nmax = 5", "min = 5\nmax = 1"),
        ("questions.toml", "max = 2000.50", "max = 2000.505"),
        ("questions.toml", "max = 2030-12-31", "max = 2030"),
        ("questions.toml", "max = 600\n", "")
    ];
    question_changes: [
        ("questions.toml", "change = \"wait_up\"", "change = { do_to = [\"town\"] }"),
        ("questions.toml", "order = 10", "order = 10\nchange = { do_to = [\"twon\"] }"),
        ("questions.toml", "order = 50", "order = 50\nchange = \"do_up\"")
    ];
    unknown_group_and_option: [
        ("questions.toml", "group = \"person\"", "group = \"persons\""),
        (GRANT, "residence = [\"town\"]", "residance = [\"town\"]"),
        ("programmes/old_grant.toml", "[[versions]]", "[[papers]]\ntext = { zh = \"纸\", en = \"Paper\" }\nonly_for = { residence = [\"city\"], insured_months = [\"1\"] }\n\n[[versions]]")
    ];
}

#[test]
fn missing_files() {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("empty");
    std::fs::create_dir_all(&dir).unwrap();
    insta::assert_snapshot!(render(&load(&dir).unwrap_err(), false));
    let faults = load(Path::new("/nowhere")).unwrap_err();
    assert_eq!(
        faults
            .iter()
            .filter(|fault| fault.code == "unreadable")
            .count(),
        1
    );
}

#[test]
fn a_fault_for_an_editor() {
    let faults = changed(&[(GRANT, "until = 2025", "untill = 2025")]).unwrap_err();
    insta::assert_snapshot!(serde_json::to_string_pretty(&faults).unwrap());
}

/// Tries a pack of your own: `PACK_DIR=… cargo test -p pack --features source your_pack -- --nocapture`.
#[test]
fn your_pack() {
    if let Ok(dir) = std::env::var("PACK_DIR") {
        match load(Path::new(&dir)) {
            Ok(loaded) => eprintln!("{}", render(&loaded.warnings, false)),
            Err(faults) => panic!("{}", render(&faults, false)),
        }
    }
}
