//! `bazhu path` and `bazhu match`, on the Shanghai pack.

use crate::run::{Said, bazhu, bazhu_with, folder};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const PACK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/shanghai");

/// A worker with level 4 since 2024-11-22 (two years of work), employed by an enterprise.
fn worker() -> Value {
    json!({
        "held_level": "level_4", "years_since_certificate": 2,
        "years_since_certificate_issued": 2, "age_years": 30, "trade_years": 6,
        "trade_status": "working", "graduation": "none", "graduation_major_matches": false,
        "graduation_evaluated": false, "title_rank": "none", "technician_college": "none",
        "situation": "employed", "employer_kind": "enterprise", "residence": "other",
        "working_age": true, "disabled": false, "veteran_within_5_years": false,
        "ui_insured_months": 40, "claims_this_year": 0,
    })
}

fn said(command: &str, facts: &Value, more: &[&str]) -> Said {
    let mut args = vec![
        command,
        "--pack",
        PACK,
        "--date",
        "2026-11-22",
        "--facts",
        "-",
    ];
    args.extend(more);
    bazhu_with(&args, &facts.to_string())
}

fn path(facts: &Value, more: &[&str]) -> Value {
    let said = said("path", facts, more);
    assert_eq!((said.code, said.stderr.as_str()), (0, ""));
    serde_json::from_str(&said.stdout).unwrap()
}

fn steps(way: &Value) -> Vec<(u64, String)> {
    let steps = way["steps"].as_array().unwrap().iter();
    let step = |it: &Value| {
        (
            it["level"].as_u64().unwrap(),
            it["day"].as_str().unwrap().to_owned(),
        )
    };
    steps.map(step).collect()
}

/// 4 years of work since level 4, then 5 since level 3. "2 full years" leave the days open by a
/// year; from the day of the certificate they are exact.
#[test]
fn a_path_has_days_conditions_and_what_is_tested() {
    let goal = ["--occupation", "6-31-01-03", "--level", "2"];
    let found = path(&worker(), &goal);
    assert_eq!(found["verdict"], "found");
    assert_eq!(
        found["occupation"],
        json!({ "code": "6-31-01-03", "name": "电工" })
    );
    let way = &found["ways"][0];
    let days = |first: &str, last: &str| vec![(3, first.to_owned()), (2, last.to_owned())];
    assert_eq!(steps(way), days("2028-11-22", "2033-11-22"));
    assert_eq!(way["not_before"], "2032-11-23");
    let first = &way["steps"][0];
    assert_eq!(
        first["routes"],
        json!([
            { "id": "level_3_after_4", "day": "2028-11-22", "met": true },
            { "id": "level_3_years", "day": "2030-11-22", "met": false },
        ])
    );
    assert!(first["functions"].as_array().unwrap().len() > 1);
    // The rules in hand end with 2026: a figure of today's is shown and not counted.
    assert_eq!(first["counted"], false);
    assert_eq!(way["cost"]["subsidy_max"], 0);
    let dated = [
        &goal[..],
        &["--since", "years_since_certificate=2024-03-01"],
    ]
    .concat();
    let found = path(&worker(), &dated);
    assert_eq!(steps(&found["ways"][0]), days("2028-03-01", "2033-03-01"));
    assert_eq!(found["ways"][0]["not_before"], "2033-03-01");
}

#[test]
fn an_occupation_without_a_standard_has_no_path() {
    // 哲学研究人员: no standard in hand.
    let found = path(&worker(), &["--occupation", "2-01-01-00", "--level", "2"]);
    assert_eq!(found["verdict"], "no_standard");
    assert_eq!(found["ways"], json!([]));
    let held = path(&worker(), &["--occupation", "6-31-01-03", "--level", "4"]);
    assert_eq!(held["verdict"], "held");
}

#[test]
fn what_is_wrong_is_named() {
    let wrong = |more: &[&str]| {
        let said = said("path", &worker(), more);
        assert_eq!((said.code, said.stdout.as_str()), (2, ""));
        said.stderr
    };
    let goal = ["--occupation", "6-31-01-03", "--level", "2"];
    let unknown = wrong(&["--occupation", "6-31-01-93", "--level", "2"]);
    assert!(
        unknown.contains("there is no occupation `6-31-01-93`"),
        "{unknown}"
    );
    let since = |text| wrong(&[&goal[..], &["--since", text]].concat());
    assert!(since("residence=2020-01-01").contains("`residence` does not count full years"));
    assert!(since("nothing=2020-01-01").contains("there is no question `nothing`"));
    assert!(since("trade_years=soon").contains("a day of the calendar"));
    assert!(wrong(&["--occupation", "6-31-01-03", "--level", "6"]).contains("6 is not in 1..=5"));
}

#[test]
fn matches_are_lines_whose_score_is_the_sum_of_their_parts() {
    let more = [
        "--occupation",
        "6-31-01-03",
        "--district",
        "310115",
        "--times",
        "evening,weekend",
    ];
    let limit = ["--limit", "30"];
    let said = said("match", &worker(), &[&more[..], &limit[..]].concat());
    assert_eq!((said.code, said.stderr.as_str()), (0, ""));
    let lines: Vec<Value> = said
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 30);
    for line in &lines {
        let parts = line["parts"].as_array().unwrap().iter();
        let sum: u64 = parts.map(|part| part["points"].as_u64().unwrap()).sum();
        assert_eq!(line["score"].as_u64(), Some(sum));
        assert_eq!(line["sample"], true);
    }
    let scores: Vec<u64> = lines
        .iter()
        .map(|it| it["score"].as_u64().unwrap())
        .collect();
    assert!(scores.is_sorted_by(|a, b| a >= b));
    assert_eq!(lines[0]["parts"][0]["why"], "same");
    // Level 3 is next and can't be sat yet; by then 2,500 × 80 % to × 1.3 under today's rules.
    assert_eq!(lines[0]["parts"][1]["why"], "closed");
    assert_eq!(
        (&lines[0]["subsidy"]["min"], &lines[0]["subsidy"]["max"]),
        (&json!(2000), &json!(2600))
    );
}

/// Settings that belong to another pack are a fault of the pack they lie in.
#[test]
fn settings_that_do_not_fit_the_pack_are_faults() {
    let dir = folder("settings");
    copy(Path::new(crate::run::PACK), &dir);
    let sound = bazhu(&["check", dir.to_str().unwrap()]);
    assert_eq!(sound.code, 0, "{}", sound.stdout);
    fs::copy(
        Path::new(PACK).join("matching.toml"),
        dir.join("matching.toml"),
    )
    .unwrap();
    let said = bazhu(&["check", dir.to_str().unwrap()]);
    assert_eq!(said.code, 1);
    assert!(said.stdout.contains("matching.toml:"), "{}", said.stdout);
    assert!(
        said.stdout.contains("the pack has no `held_level`"),
        "{}",
        said.stdout
    );
    let file = dir.join("pack.bazhu");
    let said = bazhu(&["build", dir.to_str().unwrap(), "-o", file.to_str().unwrap()]);
    assert_eq!((said.code, file.exists()), (1, false));
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).unwrap()),
        }
    }
}
