//! `bazhu diff` on compact packs with a list of people, and on the Shanghai pack.

use crate::diff::{SHANGHAI, THRESHOLD, changed, diff, edges, json, moved};
use crate::packs::copy;
use crate::run::{bazhu, built, folder};
use serde_json::Value;
use std::fs;
use std::path::Path;

#[test]
fn compact_packs_need_a_list_of_people() {
    let old = built(&folder("diff-compact-old"));
    let at = folder("diff-compact-new");
    let new = at.join("new.bazhu").to_str().unwrap().to_owned();
    let source = changed(
        "diff-compact-source",
        &[THRESHOLD, ("cases/course.csv", ",11,", ",9,")],
    );
    assert_eq!(bazhu(&["build", &source, "-o", &new]).code, 0);
    let said = diff(&old, &new, &[]);
    assert_eq!((said.code, said.stdout.as_str()), (2, ""));
    assert!(
        said.stderr
            .contains("a compact pack carries no worked cases")
            && said.stderr.contains("--people FILE"),
        "{}",
        said.stderr
    );

    let people = at.join("people.csv");
    fs::write(
        &people,
        "id,insured_months,claimed,issued_on,level\n甲,11,FALSE,2026-03-01,3\n乙,601,,,\n",
    )
    .unwrap();
    let said = diff(&old, &new, &["--people", people.to_str().unwrap()]);
    assert_eq!(said.code, 1);
    assert!(
        said.stderr
            .contains("people.csv:3: `601` is out of range for `insured_months`"),
        "{}",
        said.stderr
    );
    for line in [
        "- insured_months: 12",
        "+ insured_months: 10",
        "Insured months: 10 – 11: ineligible → eligible, ¥2,000",
        "as 甲",
    ] {
        assert!(said.stdout.contains(line), "{line}\n{}", said.stdout);
    }
    let lines = at.join("people.ndjson");
    fs::write(&lines, "{\"id\": 7, \"insured_months\": 11, \"claimed\": false, \"issued_on\": \"2026-03-01\", \"level\": 3}\n").unwrap();
    let report = json(&old, &new, &["--people", lines.to_str().unwrap()]);
    assert_eq!(moved(&report, "course", "gained"), ["7"]);
    fs::write(&lines, "{\"months\": 1}\n").unwrap();
    let said = diff(&old, &new, &["--people", lines.to_str().unwrap()]);
    assert!(
        said.stderr
            .contains("people.ndjson:1: neither pack has a question `months`"),
        "{}",
        said.stderr
    );
}

#[test]
fn a_policy_officer_sees_a_change_of_shanghai_s_rules() {
    let new = folder("diff-shanghai");
    for part in ["programmes", "cases"] {
        copy(&Path::new(SHANGHAI).join(part), &new.join(part));
    }
    for file in ["pack.toml", "questions.toml", "sources.toml"] {
        fs::copy(Path::new(SHANGHAI).join(file), new.join(file)).unwrap();
    }
    let file = new.join("programmes/ui_skill_upgrade.toml");
    let text = fs::read_to_string(&file).unwrap();
    let (before, after) = text.split_once("id = \"v2026\"").unwrap();
    let after = after.replacen("ui_insured_months >= 12", "ui_insured_months >= 24", 1);
    fs::write(&file, format!("{before}id = \"v2026\"{after}")).unwrap();
    let said = bazhu(&[
        "diff",
        SHANGHAI,
        new.to_str().unwrap(),
        "--date",
        "2026-11-22",
        "--format",
        "json",
    ]);
    let report: Value = serde_json::from_str(&said.stdout).unwrap();
    // The only sample person with 12 to 23 months who meets the rest is the case at the old edge.
    assert_eq!(
        moved(&report, "ui_skill_upgrade", "lost"),
        ["ui_skill_upgrade: v2026 insured 12 months"]
    );
    assert_eq!(
        edges(&report),
        [["ui_insured_months", "11", "12", "23", "24"]]
    );
}
