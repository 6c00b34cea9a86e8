//! Cases of the DMN Technology Compatibility Kit's form: right, or refused before or while
//! they are run; never wrong.
//!
//! The file that `FEEL_CASES` names is read where it lies. Without it a small table of our
//! own is run, so that this test can fail all the same.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

mod json;

use json::{entries, same, value};
use rules::feel;
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

/// The smallest share of cases that must be right, in hundredths of a per cent.
const FLOOR: usize = 9_750;

enum Found {
    Right,
    Refused(String),
    Wrong(String),
}

fn run(case: &Json) -> Found {
    let text = case["expression"].as_str().unwrap();
    let expr = match feel::parse(text) {
        Ok(expr) => expr,
        Err(error) => return Found::Refused(format!("syntax: {}", error.message)),
    };
    if let Err(refused) = feel::refuse_bare(&expr).and_then(|()| feel::refuse(&expr)) {
        return Found::Refused(refused.message);
    }
    match feel::interpret(&expr, &entries(&case["context"])) {
        Err(refused) => Found::Refused(format!("run: {}", refused.message)),
        Ok(found) if same(&found, &value(&case["expected"])) => Found::Right,
        Ok(found) => Found::Wrong(format!("{found:?}")),
    }
}

/// Runs the cases, prints the shares, and gives back how many there are and how many are
/// right.
fn run_all(cases: &[Json]) -> (usize, usize) {
    let (mut right, mut wrong) = (0, Vec::new());
    let mut refused: BTreeMap<String, usize> = BTreeMap::new();
    for case in cases {
        match run(case) {
            Found::Right => right += 1,
            Found::Refused(reason) => *refused.entry(reason).or_default() += 1,
            Found::Wrong(found) => wrong.push(format!(
                "{}: {} gives {found}, not {}",
                case["from"], case["expression"], case["expected"]
            )),
        }
    }
    let share = right * 10_000 / cases.len().max(1);
    println!(
        "{right} of {} cases are right ({}.{:02} %)",
        cases.len(),
        share / 100,
        share % 100
    );
    for (reason, count) in &refused {
        println!("{count:5} refused: {reason}");
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    (cases.len(), right)
}

#[test]
fn cases_are_right_or_refused() {
    let Ok(path) = std::env::var("FEEL_CASES") else {
        println!("FEEL_CASES is not set: skipped; running our own cases instead");
        let (count, right) = run_all(&own_cases());
        assert_eq!(right, count);
        return;
    };
    let text = std::fs::read_to_string(&path).unwrap();
    let cases: Vec<Json> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let (count, right) = run_all(&cases);
    assert!(count > 0, "{path} has no cases");
    assert!(
        right * 10_000 >= FLOOR * count,
        "only {right} of {count} are right"
    );
}

/// Run where no file is named.
fn own_cases() -> Vec<Json> {
    let number = |text: &str| json!({"number": text});
    [
        ("-3 ** 2", number("9")),
        ("0.1 + 0.2", number("0.3")),
        ("null and false", json!(false)),
        ("null or 1", Json::Null),
        ("round half up(-2.5, 0)", number("-3")),
        ("decimal(2.5, 0)", number("2")),
        ("[1, 2, 3][item > 1][1]", number("2")),
        ("[{a: 1}, {a: 2}][a = 2].a", json!([number("2")])),
        ("for i in 1..3 return sum(append(partial, i))", json!([number("1"), number("3"), number("7")])),
        ("@\"2024-02-29\" + duration(\"P1Y\")", json!({"date": "2025-02-28"})),
        ("years and months duration(@\"2024-01-31\", @\"2024-02-29\")", json!({"duration": "P0M"})),
        ("date and time(\"2026-11-22T23:30:00+08:00\") < date and time(\"2026-11-22T16:00:00Z\")", json!(true)),
        ("15 in ([1..10), >= 15)", json!(true)),
        ("some x in [1, null] satisfies x > 1", Json::Null),
        ("substring before(\"上海市\", \"市\") + \"!\"", json!("上海!")),
        ("abs(number: -1)", Json::Null),
    ]
    .into_iter()
    .map(|(expression, expected)| json!({"from": "own", "expression": expression, "context": {}, "expected": expected}))
    .collect()
}
