//! Source files: the good pack loads, and each kind of fault is shown as a compiler would.
#![cfg(test)]

use pack::Changes;
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
const OLD: &str = "programmes/old_grant.toml";

#[test]
fn the_good_pack_loads() {
    match load(&good()) {
        Ok(loaded) => assert_eq!(render(&loaded.warnings, false), ""),
        Err(faults) => panic!("{}", render(&faults, false)),
    }
}

/// A decision table in place of an expression changes nothing.
#[test]
fn a_table_for_an_expression() {
    let table = "\
table = { hit_policy = \"U\", inputs = [\"certificate_level\"], rules = [
    { when = [\"1\"], then = \"3000\" },
    { when = [\"[2..4]\"], then = \"3500 - 500 * certificate_level\" },
    { when = [\"5\"], then = \"1000\" },
  ] }";
    let expression = "expression = '[3000, 2500, 2000, 1500, 1000][certificate_level]'";
    assert_eq!(faults(&[(GRANT, expression, table)]), "");
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
    missing_field: [(GRANT, "kind = \"grant\"\n", ""), ("sources.toml", "id = \"notice\"\n", "")];
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
    version_ends_soon: [(OLD, "id = \"v1\"", "id = \"v1\"\nuntil = 2026-12-31")];
    version_has_ended: [(OLD, "id = \"v1\"", "id = \"v1\"\nuntil = 2026-11-21")];
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
    ids_within_a_version: [
        (GRANT, "id = \"standard\"", "id = \"claimed\""),
        (GRANT, "id = \"high\"", "id = \"here\""),
        ("definitions.toml", "expression = ", "expression = '1' # ")
    ];
    kinds_and_amounts: [
        (GRANT, "unit = \"yuan\"\n  expression = '(6", "unit = \"points\"\n  expression = '(6"),
        (GRANT, "id = \"here\"", "id = \"here\"\n  level = 4"),
        (OLD, "kind = \"grant\"", "kind = \"eligibility\"")
    ];
    names_and_types_in_expressions: [
        (GRANT, "'insured_months >= 12'", "'insured_month >= 12 and claimed = 1'"),
        (GRANT, "and not(claimed)", "and not(claimd)"),
        (GRANT, "'from_here'", "'residence = \"twon\"'"),
        (GRANT, "event = \"certificate_issued_on\"", "event = \"insured_months\""),
        ("definitions.toml", "'residence = \"town\"'", "\"residence = \\\"town\\\" + 中\"")
    ];
    units_and_bounds: [
        (GRANT, "'(6 - certificate_level) * 200'", "'insured_months + fee_paid'"),
        (GRANT, "[certificate_level]'", "[certificate_level + 1]'"),
        (OLD, "'300'", "'300 / 7'")
    ];
    tables_with_gaps_and_typos: [
        (GRANT, "expression = '[3000, 2500, 2000, 1500, 1000][certificate_level]'", "\
table = { hit_policy = \"U\", inputs = [\"certificate_level\", 'residance'], rules = [
    { when = [\"1\", \"-\"], then = \"3000\" },
    { when = [\"[2..3]\"], then = \"2000\" },
    { when = [\"> 3 and\", \"-\"], then = \"1000 + claimed\" },
  ] }"),
        ("definitions.toml", "expression = 'residence = \"town\"'", "\
table = { hit_policy = \"U\", inputs = ['insured_months', 'residence'], rules = [
  { when = ['< 10', '\"town\"'], then = 'true' },
  { when = ['>= 9', '\"town\"'], then = 'true' },
  { when = ['> 100', '\"other\"'], then = 'false' },
] }")
    ];
    neither_expression_nor_table: [(GRANT, "expression = '[3000, 2500, 2000, 1500, 1000][certificate_level]'\n", "")];
    never_and_always: [
        (OLD, "certificate_level <= 4", "certificate_level > 3 and certificate_level < 3"),
        (GRANT, "insured_months >= 12'", "insured_months >= 0'"),
        (GRANT, "'certificate_level <= 3'", "'insured_months < 12 and insured_months > 400'")
    ];
    unused_question: [("questions.toml", "[[questions]]", "\
[[questions]]
id = \"spare\"
type = \"bool\"
group = \"person\"
order = 99
label = { zh = \"备用\", en = \"Spare\" }
ask = { zh = \"备用吗？\", en = \"Spare?\" }

[[questions]]")];
    wrong_cases: [
        ("cases/skill_grant.csv", "first day of v2025,2025-01-01,eligible,v2025,200,200,", "first day of v2025,2025-01-01,ineligible,v2026,300,199.99,2025-06-01"),
        ("cases/skill_grant.csv", "eligible,v2026,1000,1000,2027-07-01", "eligible,v2026,none,1000,none"),
        ("cases/skill_grant.csv", "undetermined,v2026,0", "eligible,v2026,1")
    ];
    range_wider_than_worked_out: [
        ("cases/skill_grant.csv", "eligible,v2026,1000,3000,,town", "eligible,v2026,1000.01,2999,,town")
    ];
    range_that_misses_a_world: [
        ("cases/skill_grant.csv", "eligible,v2026,1000,3000,,town", "eligible,v2026,999,3000,,town")
    ];
    unknown_columns: [
        ("cases/old_grant.csv", "certificate_level\n", "certificat_level\n"),
        ("cases/skill_grant.csv", "claimed,fee_paid", "claimed,claimed"),
        ("cases/skil_grant.csv", "", "name,date\n"),
        ("cases/notes.txt", "", "remember\n")
    ];
    unreadable_cells: [
        ("cases/skill_grant.csv", "town,12,5", "city,12,6"),
        ("cases/skill_grant.csv", "2025-01-01,eligible", "2025-02-30,elligible"),
        ("cases/skill_grant.csv", "false,0.5", "no,0.505"),
        ("cases/skill_grant.csv", "v2025,1000,1000", "v2024,1e3,1000"),
        ("cases/skill_grant.csv", "the gap,", "\"the gap\"s,,"),
        ("cases/skill_grant.csv", "2027-07-01,town,12,5,2026-07-01", "soon,town,12,5,2031-01-01")
    ];
    version_without_a_case: [(GRANT, "[[gaps]]", "\
[[versions]]
id = \"v1999\"
until = 1999-12-31
source = \"notice\"

[[gaps]]
from = 2000-01-01
until = 2024-12-31
text = { zh = \"不在手边。\", en = \"Not in hand.\" }

[[gaps]]")];
    no_cases: [("cases/old_grant.csv", "level 4,2026-10-01,eligible,300,4\n", "")];
    unknown_group_and_option: [
        ("questions.toml", "group = \"person\"", "group = \"persons\""),
        (GRANT, "residence = [\"town\"]", "residance = [\"town\"]"),
        (OLD, "[[versions]]", "[[papers]]\ntext = { zh = \"纸\", en = \"Paper\" }\nonly_for = { residence = [\"city\"], insured_months = [\"1\"] }\n\n[[versions]]")
    ];
}

const LOG: &str = "changes.toml";

faulty! {
    changes_without_translation: [
        (LOG, "en = \"The skill grant has a new standard.\"", "en = \"\""),
        (LOG, ", en = \"The first version.\"", "")
    ];
    changes_out_of_order: [(LOG, "date = 2026-10-01", "date = 2026-12-01")];
    changes_of_another_version: [("pack.toml", "version = \"1\"", "version = \"2\"")];
    changes_of_a_version_apart: [
        (LOG, "version = \"1\"\ntext", "version = \"1.1\"\ntext"),
        (LOG, "version = \"0.9\"", "version = \"1\"")
    ];
    changes_of_a_version_on_two_days: [(LOG, "date = 2026-11-22\nversion = \"1\"\ntext", "date = 2026-11-21\nversion = \"1\"\ntext")];
    changes_of_unknown_programmes: [
        (LOG, "[\"skill_grant\"]", "[\"skil_grant\", \"old_grant\", \"old_grant\"]"),
        (LOG, "sources = [\"notice\"]", "sources = [\"notise\"]")
    ];
    changes_without_source: [(LOG, "sources = [\"notice\"]\n", "")];
    changes_with_wrong_types: [
        (LOG, "starred = true", "starred = \"yes\""),
        (LOG, "date = 2026-10-01", "date = \"2026-10-01\""),
        (LOG, "programmes = [\"skill_grant\"]", "programme = \"skill_grant\"")
    ];
}

#[test]
fn changes_of_nothing() {
    let files = good_files().into_iter().map(|file| match file.path == LOG {
        true => File {
            text: "changes = []\n".to_owned(),
            ..file
        },
        false => file,
    });
    insta::assert_snapshot!(render(&load_files(files).unwrap_err(), false));
}

/// The log travels as a file of its own and reads back; other bytes are refused.
#[test]
fn changes_are_read_in_order() {
    let changes = changed(&[]).unwrap().changes.unwrap();
    let told: Vec<_> = changes
        .list
        .iter()
        .map(|it| {
            (
                it.version.as_str(),
                it.starred,
                it.programmes.len(),
                it.sources.len(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [("1", true, 1, 1), ("1", false, 0, 0), ("0.9", false, 2, 0)]
    );
    let bytes = changes.write();
    assert_eq!(Changes::read(&bytes), Ok(changes));
    for at in 0..bytes.len() {
        let mut other = bytes.clone();
        other[at] ^= 1;
        assert!(Changes::read(&other).is_err(), "byte {at} was changed");
        assert!(Changes::read(&bytes[..at]).is_err(), "cut off at {at}");
    }
    let mut newer = bytes;
    newer[4] = 2;
    let error = Changes::read(&newer).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the change log has format 2, but this program reads 1: build the pack again or update the program"
    );
}

/// A pack without a change log is a pack.
#[test]
fn changes_may_be_missing() {
    let files = good_files().into_iter().filter(|file| file.path != LOG);
    assert_eq!(load_files(files).unwrap().changes, None);
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

#[test]
fn colour_only_when_asked() {
    let faults = changed(&[(GRANT, "until = 2025", "untill = 2025")]).unwrap_err();
    assert!(render(&faults, true).contains("\u{1b}["));
    assert!(!render(&faults, false).contains('\u{1b}'));
}

proptest::proptest! {
    /// Whatever is cut out of or put into a file: faults, never a panic.
    #[test]
    fn survives_damaged_sources(
        file in 0usize..10,
        at in 0usize..4000,
        cut in 0usize..40,
        put in r#"[\[\]{}="',.\n\\0-9a-z中é -]{0,6}"#,
    ) {
        let mut files = good_files();
        let index = file % files.len();
        let text = &mut files[index].text;
        let letters: Vec<char> = text.chars().collect();
        let at = at % letters.len();
        let end = (at + cut).min(letters.len());
        *text = letters[..at].iter().copied().chain(put.chars()).chain(letters[end..].iter().copied()).collect();
        match load_files(files) {
            Ok(loaded) => drop(render(&loaded.warnings, false)),
            Err(faults) => proptest::prop_assert!(!render(&faults, false).is_empty()),
        }
    }
}

/// The fenced blocks of a document that name a file: (file, text).
fn files_of_document(text: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        let path = line
            .strip_prefix("```")
            .and_then(|info| info.split_once(' '));
        match path {
            Some((_, path)) => files.push((path.to_owned(), String::new())),
            None if line == "```" => {}
            None if inside => files.last_mut().unwrap().1.push_str(&format!("{line}\n")),
            None => {}
        }
        inside = path.is_some() || (inside && line != "```");
    }
    files
}

/// The example of `docs/writing-a-rule.md` loads with the tiny pack.
#[test]
fn the_documented_example_loads() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let document = std::fs::read_to_string(root.join("docs/writing-a-rule.md")).unwrap();
    let added = files_of_document(&document);
    let paths: Vec<&str> = added.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths,
        ["programmes/example_grant.toml", "cases/example_grant.csv"]
    );
    let changes: Vec<_> = added
        .iter()
        .map(|(path, text)| (path.as_str(), "", text.as_str()))
        .collect();
    assert_eq!(faults(&changes), "");
}

/// The schemas for editors are those of this code. To renew them: `UPDATE_SCHEMA=1`.
#[test]
fn schemas_are_up_to_date() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/schema");
    for (name, text) in pack::source::schemas() {
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(folder.join(name), &text).unwrap();
        }
        let committed = std::fs::read_to_string(folder.join(name)).unwrap_or_default();
        assert!(
            committed == text,
            "data/schema/{name} is out of date: run this test with UPDATE_SCHEMA=1"
        );
    }
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
