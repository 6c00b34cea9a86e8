//! `bazhu check`, `bazhu build`, `bazhu completions`.

use crate::run::{PACK, bazhu, built, folder};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// A copy of the fixture with one replacement in one file.
fn changed(name: &str, file: &str, from: &str, to: &str) -> String {
    let target = folder(name);
    copy(Path::new(PACK), &target);
    let file = target.join(file);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains(from), "{from}");
    fs::write(&file, text.replacen(from, to, 1)).unwrap();
    target.to_str().unwrap().to_owned()
}

pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)
        } else {
            fs::copy(entry.path(), target).map(|_| ()).unwrap()
        }
    }
}

#[test]
fn a_sound_pack_is_said_to_be_sound() {
    let said = bazhu(&["check", PACK]);
    assert_eq!((said.code, said.stderr.as_str()), (0, ""));
    assert_eq!(
        said.stdout,
        format!(
            "{PACK}: example 2026.1, 4 programmes in 4 versions, 6 questions, 1 sources: sound\n"
        )
    );
}

#[test]
fn faults_are_shown_like_a_compilers_and_counted() {
    let dir = changed(
        "check-fault",
        "programmes/course.toml",
        "insured_months >= 12",
        "insured_month >= 12",
    );
    let said = bazhu(&["check", &dir]);
    assert_eq!(said.code, 1);
    assert!(said.stdout.starts_with("error"), "{}", said.stdout);
    assert!(
        said.stdout.contains("--> programmes/course.toml:"),
        "{}",
        said.stdout
    );
    assert!(
        said.stdout.contains("expression = 'insured_month >= 12'"),
        "{}",
        said.stdout
    );
    assert!(
        said.stdout.lines().last().unwrap().contains("error"),
        "{}",
        said.stdout
    );
    assert!(!said.stdout.contains('\u{1b}'));
    assert!(
        bazhu(&["check", &dir, "--color", "always"])
            .stdout
            .contains('\u{1b}')
    );

    let json: Value = serde_json::from_str(&bazhu(&["check", &dir, "--json"]).stdout).unwrap();
    assert_eq!(json["pack"], Value::Null);
    assert!(json["errors"].as_u64().unwrap() >= 1);
    let fault = &json["faults"][0];
    assert_eq!(
        (fault["severity"].as_str(), fault["file"].as_str()),
        (Some("error"), Some("programmes/course.toml"))
    );
    assert!(fault["line"].as_u64().unwrap() > 1);
}

#[test]
fn a_faulty_pack_is_not_built_nor_run() {
    let dir = changed(
        "build-fault",
        "programmes/course.toml",
        "insured_months >= 12",
        "insured_months >= true",
    );
    let output = folder("build-fault-output").join("x.bazhu");
    let said = bazhu(&["build", &dir, "-o", output.to_str().unwrap()]);
    assert_eq!((said.code, said.stdout.as_str()), (1, ""));
    assert!(
        said.stderr.contains("programmes/course.toml"),
        "{}",
        said.stderr
    );
    assert!(!output.exists());
    let said = bazhu(&[
        "eval",
        "--pack",
        &dir,
        "--date",
        "2026-06-01",
        "--facts",
        "-",
    ]);
    assert_eq!((said.code, said.stdout.as_str()), (1, ""));
}

#[test]
fn a_folder_that_is_not_there_is_wrong_usage() {
    for args in [
        ["check", "nowhere"].as_slice(),
        &["build", "nowhere", "-o", "x"],
        &["plain", "nowhere", "-o", "x"],
    ] {
        let said = bazhu(args);
        assert_eq!(said.code, 2, "{args:?}");
        assert!(
            said.stderr.starts_with("error: nowhere: "),
            "{}",
            said.stderr
        );
    }
}

#[test]
fn building_twice_gives_the_same_file_and_says_its_size_and_hash() {
    let folder = folder("build");
    let file = built(&folder);
    let first = fs::read(&file).unwrap();
    let said = bazhu(&["build", PACK, "-o", &file]);
    assert_eq!(fs::read(&file).unwrap(), first);
    let line = format!("{file}: example 2026.1, {} bytes, hash ", first.len());
    let hash = said.stdout.strip_prefix(&line).unwrap().trim_end();
    assert!(
        hash.len() == 32 && hash.bytes().all(|it| it.is_ascii_hexdigit()),
        "{hash}"
    );
}

#[test]
fn a_damaged_or_newer_file_is_refused() {
    let folder = folder("damaged");
    let file = built(&folder);
    let mut bytes = fs::read(&file).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(&file, &bytes).unwrap();
    let said = bazhu(&["plain", &file, "-o", "x"]);
    assert_eq!(
        (said.code, said.stderr),
        (
            2,
            format!("error: {file}: the policy pack is damaged: fetch it again\n")
        )
    );
    bytes[4] = 0xff;
    fs::write(&file, &bytes).unwrap();
    let said = bazhu(&["plain", &file, "-o", "x"]);
    assert_eq!(said.code, 2);
    assert!(
        said.stderr.contains("newer than this program's"),
        "{}",
        said.stderr
    );
}

#[test]
fn every_shell_has_completions() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let said = bazhu(&["completions", shell]);
        assert_eq!(said.code, 0);
        assert!(
            said.stdout.contains("batch") && said.stdout.contains("bazhu"),
            "{shell}"
        );
    }
}

#[test]
fn help_has_examples_and_exit_codes() {
    let said = bazhu(&["--help"]);
    assert_eq!(said.code, 0);
    assert!(said.stdout.contains("Examples:") && said.stdout.contains("Exit codes:"));
    for command in ["check", "build", "eval", "batch", "plain", "completions"] {
        assert!(
            bazhu(&[command, "--help"]).stdout.contains("  bazhu "),
            "{command}"
        );
    }
}

/// The pack of the start-up guide's own tests.
const WITH_GUIDE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../pack/tests/guide/pack");

#[test]
fn a_guide_is_checked_and_built_with_its_pack() {
    let said = bazhu(&["check", WITH_GUIDE]);
    assert_eq!((said.code, said.stderr.as_str()), (0, ""));
    let last = said.stdout.lines().last().unwrap();
    assert!(
        last.ends_with("malan: small_guide 1, 2 programmes in 2 versions, 2 questions, 1 sources, 2 courses, 4 tasks: sound"),
        "{last}"
    );
    let file = folder("guide").join("x.bazhu");
    let said = bazhu(&["build", WITH_GUIDE, "-o", file.to_str().unwrap()]);
    assert_eq!(said.code, 0, "{}", said.stderr);
    let bytes = fs::read(file.with_extension("malan.part")).unwrap();
    assert_eq!(pack::guide::read(&bytes).unwrap().road.tasks.len(), 4);
}

#[test]
fn a_cycle_of_tasks_is_a_fault_and_nothing_is_built() {
    let dir = folder("guide-cycle");
    copy(Path::new(WITH_GUIDE), &dir);
    let map = dir.join("malan/roadmap.toml");
    let text = fs::read_to_string(&map).unwrap();
    let after = text.replacen("[\"open_up\"]", "[\"open_up\", \"claim\"]", 1);
    assert_ne!(text, after);
    fs::write(&map, after).unwrap();
    let said = bazhu(&["check", dir.to_str().unwrap()]);
    assert_eq!(said.code, 1);
    assert!(said.stdout.contains("error[cycle]"), "{}", said.stdout);
    assert!(
        said.stdout.contains("--> malan/roadmap.toml:"),
        "{}",
        said.stdout
    );
    let file = dir.join("x.bazhu");
    let said = bazhu(&["build", dir.to_str().unwrap(), "-o", file.to_str().unwrap()]);
    assert_eq!((said.code, file.exists()), (1, false));
    assert!(said.stderr.contains("error[cycle]"), "{}", said.stderr);
}
