//! `bazhu diff`.

use crate::packs::copy;
use crate::run::{PACK, Said, bazhu, folder};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

pub const SHANGHAI: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/shanghai");
const DAY: &str = "2026-06-01";

/// A file of a pack, a text in it, and what stands there instead.
pub type Edit = (&'static str, &'static str, &'static str);

pub const THRESHOLD: Edit = (
    "programmes/course.toml",
    "insured_months >= 12",
    "insured_months >= 10",
);
const DATE: Edit = (
    "programmes/rent.toml",
    "until = 2026-12-31",
    "until = 2026-05-31",
);
const AMOUNT: Edit = ("programmes/bonus.toml", "'600'", "'500'");
const WINDOW: Edit = ("programmes/course.toml", "months = 12", "months = 2");

pub fn changed(name: &str, edits: &[Edit]) -> String {
    let target = folder(name);
    copy(Path::new(PACK), &target);
    for (file, from, to) in edits {
        let file = target.join(file);
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains(from), "{from}");
        fs::write(&file, text.replace(from, to)).unwrap();
    }
    target.to_str().unwrap().to_owned()
}

pub fn diff(old: &str, new: &str, more: &[&str]) -> Said {
    let mut args = vec!["diff", old, new, "--date", DAY];
    args.extend(more);
    bazhu(&args)
}

pub fn json(old: &str, new: &str, more: &[&str]) -> Value {
    let mut args = vec!["--format", "json"];
    args.extend(more);
    let said = diff(old, new, &args);
    assert_eq!((said.code, said.stderr.as_str()), (0, ""));
    serde_json::from_str(&said.stdout).unwrap()
}

/// The people of a programme who move in one way.
pub fn moved(report: &Value, programme: &str, way: &str) -> Vec<String> {
    let programmes = report["programmes"].as_array().unwrap();
    let found = programmes.iter().filter(|it| it["id"] == programme);
    let groups = found.flat_map(|it| it["groups"].as_array().unwrap());
    let people = groups
        .filter(|it| it["move"] == way)
        .flat_map(|it| it["people"].as_array().unwrap());
    people.map(|it| it.as_str().unwrap().to_owned()).collect()
}

/// `[question, before, first, last, after]` of each boundary case.
pub fn edges(report: &Value) -> Vec<[String; 5]> {
    let value = |it: &Value| it["value"].as_str().unwrap_or("-").to_owned();
    let edges = report["edges"].as_array().unwrap().iter();
    let all = edges.map(|it| {
        let question = it["question"].as_str().unwrap().to_owned();
        [
            question,
            value(&it["before"]),
            value(&it["first"]),
            value(&it["last"]),
            value(&it["after"]),
        ]
    });
    all.collect()
}

#[test]
fn a_pack_does_not_differ_from_itself() {
    for pack in [PACK, SHANGHAI] {
        let said = diff(pack, pack, &["--exit-code"]);
        assert_eq!((said.code, said.stderr.as_str()), (0, ""));
        assert!(
            said.stdout.ends_with("\nnothing differs\n"),
            "{}",
            said.stdout
        );
    }
}

#[test]
fn a_changed_threshold_shows_who_crosses_it_and_its_two_edges() {
    let new = changed("diff-threshold", &[THRESHOLD]);
    let report = json(PACK, &new, &[]);
    // Insured for 11 months: 11 < 12 before, 11 >= 10 after; level 3 is ¥2,000. The other seven
    // have 0, 1, 5, 6 (under 10 and 12), 12 (over both) or no months that are known.
    assert_eq!(
        moved(&report, "course", "gained"),
        ["course: a month short"]
    );
    assert_eq!(report["people"]["all"], 8);
    assert_eq!(
        (&report["people"]["gain"], &report["people"]["unchanged"]),
        (&1.into(), &7.into())
    );
    let group = &report["programmes"][0]["groups"][0];
    assert_eq!(
        (&group["old"]["status"], &group["new"]["status"]),
        (&"ineligible".into(), &"eligible".into())
    );
    assert_eq!(
        (
            &group["old"]["amount"]["max"],
            &group["new"]["amount"]["min"]
        ),
        (&0.into(), &2000.into())
    );
    // Best before: the bonus of 600; after: course 2,000 + bonus 600, which share a cap of 2,000.
    // At most: a third of ¥100,000 of rent and the bonus, by both.
    let best = &report["best"][0];
    assert_eq!(best["move"], "narrowed");
    assert_eq!(
        (&best["old"]["amount"]["min"], &best["new"]["amount"]["min"]),
        (&600.into(), &2000.into())
    );
    assert_eq!(edges(&report), [["insured_months", "9", "10", "11", "12"]]);
    let rule = &report["rules"][0];
    assert_eq!(
        (&rule["part"], &rule["id"]),
        (&"condition".into(), &"insured".into())
    );
    assert_eq!(
        (&rule["old"]["value"], &rule["new"]["value"]),
        (
            &"insured_months >= 12".into(),
            &"insured_months >= 10".into()
        )
    );
    assert_eq!(diff(PACK, &new, &["--exit-code"]).code, 3);
}

#[test]
fn a_changed_date_shows_its_edges_in_time() {
    let report = json(PACK, &changed("diff-date", &[DATE]), &[]);
    // ¥1,000 of rent: 333.33 before, no rule after. A student had no right before either.
    assert_eq!(moved(&report, "rent", "lost"), ["rent: a third"]);
    assert!(moved(&report, "rent", "changed").contains(&"rent: a student".to_owned()));
    assert_eq!(
        edges(&report),
        [["", "2026-05-31", "2026-06-01", "2026-12-31", "2027-01-01"]]
    );
}

#[test]
fn a_changed_window_says_how_many_months_after() {
    let report = json(PACK, &changed("diff-window", &[WINDOW]), &[]);
    // Issued on 1 March: to be applied for by 1 March 2027 before, by 1 May 2026 after.
    assert_eq!(moved(&report, "course", "lost"), ["course: all well"]);
    // Two months before 1 June is 1 April, still in time; twelve months before is 2025-06-01.
    let edges = edges(&report);
    assert_eq!(
        edges,
        [[
            "issued_on",
            "2025-05-31",
            "2025-06-01",
            "2026-03-31",
            "2026-04-01"
        ]]
    );
    assert_eq!(
        (
            &report["edges"][0]["first"]["months"],
            &report["edges"][0]["last"]["months"]
        ),
        (&12.into(), &2.into())
    );
}

#[test]
fn a_changed_amount_is_lost_by_those_who_have_it() {
    let report = json(PACK, &changed("diff-amount", &[AMOUNT]), &[]);
    // Everyone insured for a month or more: 1, 12, 11, 6 and 5 months.
    assert_eq!(moved(&report, "bonus", "lost").len(), 5);
    // Whose months are not known: ¥0 to 600, then ¥0 to 500. That is no loss.
    assert_eq!(
        moved(&report, "bonus", "narrowed"),
        ["rent: a third", "rent: a student"]
    );
    assert_eq!(
        (
            &report["people"]["lose"],
            &report["people"]["range"],
            &report["people"]["unchanged"]
        ),
        (&5.into(), &2.into(), &1.into())
    );
}

#[test]
fn a_dropped_programme_is_lost_by_those_who_were_certain() {
    let new = changed("diff-dropped", &[]);
    fs::remove_file(Path::new(&new).join("programmes/exam.toml")).unwrap();
    fs::remove_file(Path::new(&new).join("cases/exam.csv")).unwrap();
    let report = json(PACK, &new, &[]);
    // Level 5 takes 6 months: 12, 11 and 6 have them.
    assert_eq!(
        moved(&report, "exam", "lost"),
        [
            "course: all well",
            "course: a month short",
            "exam: half a year"
        ]
    );
    let rule = &report["rules"][0];
    assert_eq!(
        (&rule["part"], &rule["what"]),
        (&"programme".into(), &"removed".into())
    );
}

#[test]
fn an_answer_to_a_renamed_question_is_dropped_and_said() {
    let edits = [
        ("questions.toml", "\"claimed\"", "\"claimed_before\""),
        (
            "programmes/course.toml",
            "not(claimed)",
            "not(claimed_before)",
        ),
    ];
    let new = changed("diff-renamed", &edits);
    let said = diff(PACK, &new, &[]);
    assert!(
        said.stdout
            .contains("left out: `claimed` of 2 people: the new pack has no such question"),
        "{}",
        said.stdout
    );
    let report = json(PACK, &new, &[]);
    // ¥2,000 for sure before; whether it was claimed is not known after: ¥0 to 2,000.
    assert_eq!(moved(&report, "course", "widened"), ["course: all well"]);
    let questions: Vec<_> = report["rules"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| it["part"] == "question")
        .collect();
    assert_eq!(
        questions
            .iter()
            .map(|it| (it["id"].as_str().unwrap(), it["what"].as_str().unwrap()))
            .collect::<Vec<_>>(),
        [("claimed", "removed"), ("claimed_before", "added")]
    );
}

/// Everything that a report says of results, with the packs' names left out.
fn results(report: &Value, swapped: bool) -> BTreeSet<String> {
    let [old, new] = if swapped {
        ["new", "old"]
    } else {
        ["old", "new"]
    };
    let way = |it: &Value| {
        let way = it.as_str().unwrap();
        match way {
            _ if !swapped => way,
            "gained" => "lost",
            "lost" => "gained",
            "widened" => "narrowed",
            "narrowed" => "widened",
            other => other,
        }
        .to_owned()
    };
    let mut all = BTreeSet::new();
    let mut group = |of: &str, it: &Value| {
        let people: BTreeSet<&str> = it["people"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it.as_str().unwrap())
            .collect();
        all.insert(format!(
            "{of} {} {} {} {people:?}",
            way(&it["move"]),
            it[old],
            it[new]
        ));
    };
    for programme in report["programmes"].as_array().unwrap() {
        programme["groups"]
            .as_array()
            .unwrap()
            .iter()
            .for_each(|it| group(programme["id"].as_str().unwrap(), it));
    }
    report["best"]
        .as_array()
        .unwrap()
        .iter()
        .for_each(|it| group("best", it));
    all.extend(edges(report).iter().map(|it| format!("{it:?}")));
    all
}

#[test]
fn swapping_the_packs_swaps_gains_and_losses() {
    for (name, edits) in [
        ("diff-swap-1", &[THRESHOLD][..]),
        ("diff-swap-2", &[DATE, AMOUNT]),
        ("diff-swap-3", &[THRESHOLD, WINDOW, AMOUNT]),
    ] {
        let new = changed(name, edits);
        let (there, back) = (json(PACK, &new, &[]), json(&new, PACK, &[]));
        assert!(!results(&there, false).is_empty());
        assert_eq!(results(&there, false), results(&back, true), "{name}");
        assert_eq!(there["people"]["gain"], back["people"]["lose"]);
        assert_eq!(there["people"]["lose"], back["people"]["gain"]);
    }
}

#[test]
fn the_report_reads_well() {
    let new = changed(
        "diff-shown",
        &[
            THRESHOLD,
            DATE,
            ("pack.toml", "max_yuan = 2000", "max_yuan = 1000"),
        ],
    );
    let named = |text: String| text.replace(&new, "new").replace(PACK, "old");
    insta::assert_snapshot!("diff_text", named(diff(PACK, &new, &[]).stdout));
    let file = folder("diff-html").join("change.html");
    let said = diff(
        PACK,
        &new,
        &["--format", "html", "-o", file.to_str().unwrap()],
    );
    assert_eq!((said.code, said.stdout.as_str()), (0, ""));
    let page = named(fs::read_to_string(file).unwrap());
    assert!(
        !page.contains("<script")
            && !page.contains("http://")
            && !page.contains("https://")
            && !page.contains(" style=")
    );
    let (_, body) = page.split_once("</style>").unwrap();
    insta::assert_snapshot!("diff_html", body);
    let painted = diff(PACK, &new, &["--color", "always"]).stdout;
    assert!(painted.contains("\u{1b}[31mlose\u{1b}[0m"));
    assert!(!diff(PACK, &new, &[]).stdout.contains('\u{1b}'));
}
