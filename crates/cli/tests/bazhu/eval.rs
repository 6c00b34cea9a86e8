//! `bazhu eval`.

use crate::run::{PACK, Said, bazhu, bazhu_with, built, folder};
use serde_json::{Value, json};

const DATE: &str = "2026-06-01";

fn eval(facts: &str) -> Said {
    bazhu_with(
        &["eval", "--pack", PACK, "--date", DATE, "--facts", "-"],
        facts,
    )
}

fn result(facts: &Value) -> Value {
    let said = eval(&facts.to_string());
    assert_eq!((said.code, said.stderr.as_str()), (0, ""));
    serde_json::from_str(&said.stdout).unwrap()
}

fn programme<'v>(result: &'v Value, id: &str) -> &'v Value {
    result["programmes"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["id"] == id)
        .unwrap()
}

#[test]
fn the_object_has_exactly_these_keys_and_values() {
    let facts = json!({ "status": "employed", "level": 3, "insured_months": 40, "issued_on": "2026-03-01", "claimed": false, "rent": 1000 });
    let result = result(&facts);
    let hash = result["pack"]["hash"].clone();
    assert_eq!(hash.as_str().unwrap().len(), 32);
    let sure = |id: &str, amount: Value, conditions: &[&str], apply_by: Value| {
        let conditions: Vec<Value> = conditions
            .iter()
            .map(|id| json!({ "id": id, "holds": "yes" }))
            .collect();
        json!({ "id": id, "version": "v2025", "status": "eligible", "amount": amount, "conditions": conditions, "missing": [], "apply_by": apply_by, "hints": [] })
    };
    let yuan = |n: Value| json!({ "unit": "yuan", "min": n, "max": n });
    let third: Value = serde_json::from_str("333.33").unwrap();
    let expected = json!({
        "pack": { "id": "example", "version": "2026.1", "hash": hash },
        "date": DATE,
        "programmes": [
            sure("bonus", yuan(json!(600)), &["insured"], Value::Null),
            sure("course", yuan(json!(2000)), &["insured", "not_claimed", "window"], json!("2027-03-01")),
            sure("exam", Value::Null, &["level_5", "level_4"], Value::Null),
            sure("rent", yuan(third), &["group"], Value::Null),
        ],
        "best": {
            "programmes": ["course"],
            "amount": yuan(json!(2000)),
            "left_out": [{ "id": "bonus", "because": "capped", "by": "yearly" }, { "id": "rent", "because": "excluded", "by": "course" }],
        },
    });
    assert_eq!(result, expected);
}

#[test]
fn amounts_are_plain_decimals_in_the_text() {
    let said = eval(r#"{"status": "employed", "rent": 1234.56}"#);
    assert!(
        said.stdout
            .contains(r#""amount":{"unit":"yuan","min":411.52,"max":411.52}"#),
        "{}",
        said.stdout
    );
    assert_eq!(said.stdout.lines().count(), 1);
}

#[test]
fn what_is_not_known_gives_ranges_and_the_questions_that_matter() {
    let result = result(&json!({ "insured_months": 20, "claimed": null }));
    let course = programme(&result, "course");
    assert_eq!(course["status"], "undetermined");
    assert_eq!(
        course["amount"],
        json!({ "unit": "yuan", "min": 0, "max": 3000 })
    );
    let mut missing: Vec<&str> = course["missing"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it.as_str().unwrap())
        .collect();
    missing.sort_unstable();
    assert_eq!(missing, ["claimed", "issued_on", "level"]);
    assert_eq!(
        course["conditions"][0],
        json!({ "id": "insured", "holds": "yes" })
    );
    assert_eq!(
        course["conditions"][1],
        json!({ "id": "not_claimed", "holds": "unknown" })
    );
    assert_eq!(programme(&result, "bonus")["missing"], json!([]));
}

#[test]
fn a_date_without_a_rule_is_said_to_have_none() {
    let said = bazhu_with(
        &[
            "eval",
            "--pack",
            PACK,
            "--date",
            "2027-01-01",
            "--facts",
            "-",
        ],
        "{}",
    );
    let result: Value = serde_json::from_str(&said.stdout).unwrap();
    let course = json!({ "id": "course", "version": null, "status": "no_rule", "amount": null, "conditions": [], "missing": [], "apply_by": null, "hints": [] });
    assert_eq!(programme(&result, "course"), &course);
    assert_eq!(
        result["best"],
        json!({ "programmes": [], "amount": { "unit": "yuan", "min": 0, "max": 0 }, "left_out": [] })
    );
}

#[test]
fn folder_and_compact_form_give_the_same() {
    let file = built(&folder("eval-compact"));
    let facts = r#"{"status": "student", "level": 2}"#;
    let args = ["eval", "--pack", &file, "--date", DATE, "--facts", "-"];
    assert_eq!(bazhu_with(&args, facts).stdout, eval(facts).stdout);
}

#[test]
fn pretty_is_the_same_object_on_many_lines() {
    let facts = r#"{"rent": 1000.10}"#;
    let pretty = bazhu_with(
        &[
            "eval", "--pack", PACK, "--date", DATE, "--facts", "-", "--pretty",
        ],
        facts,
    )
    .stdout;
    assert!(pretty.lines().count() > 20);
    let value = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    assert_eq!(value(&pretty), value(&eval(facts).stdout));
}

#[test]
fn programmes_can_be_chosen_and_the_best_is_still_over_all() {
    let facts = r#"{"status": "employed", "rent": 1000}"#;
    let args = [
        "eval",
        "--pack",
        PACK,
        "--date",
        DATE,
        "--facts",
        "-",
        "--programme",
        "rent",
        "--programme",
        "exam",
    ];
    let chosen: Value = serde_json::from_str(&bazhu_with(&args, facts).stdout).unwrap();
    let ids: Vec<&Value> = chosen["programmes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["id"])
        .collect();
    assert_eq!(ids, ["exam", "rent"]);
    let all: Value = serde_json::from_str(&eval(facts).stdout).unwrap();
    assert_eq!(chosen["best"], all["best"]);

    let said = bazhu_with(
        &[
            "eval",
            "--pack",
            PACK,
            "--date",
            DATE,
            "--facts",
            "-",
            "--programme",
            "rents",
        ],
        facts,
    );
    assert_eq!(
        (said.code, said.stderr.as_str()),
        (
            2,
            "error: there is no programme `rents`; did you mean `rent`?\n"
        )
    );
}

#[test]
fn wrong_facts_are_named() {
    let cases = [
        (
            r#"{"lvel": 3}"#,
            "there is no question `lvel`; did you mean `level`?",
        ),
        (r#"{"colour": 3}"#, "there is no question `colour`"),
        (r#"{"id": 3}"#, "there is no question `id`"),
        (r#"{"level": 3, "level": 3}"#, "`level` is answered twice"),
        (
            r#"{"level": 6}"#,
            "`6` is out of range for `level`: allowed is a whole number from 1 to 5",
        ),
        (
            r#"{"level": 2.5}"#,
            "`2.5` has too many decimal places for `level`: allowed is a whole number from 1 to 5",
        ),
        (
            r#"{"level": "3"}"#,
            "`\"3\"` is not an answer to `level`: allowed is a whole number from 1 to 5",
        ),
        (
            r#"{"level": [3]}"#,
            "`[3]` is not an answer to `level`: allowed is a whole number from 1 to 5",
        ),
        (
            r#"{"claimed": 1}"#,
            "`1` is not an answer to `claimed`: allowed is `true` or `false`",
        ),
        (
            r#"{"claimed": "true"}"#,
            "`\"true\"` is not an answer to `claimed`: allowed is `true` or `false`",
        ),
        (
            r#"{"status": "retired"}"#,
            "`retired` is not an option of `status`: allowed is one of `employed`, `unemployed`, `student`",
        ),
        (
            r#"{"status": true}"#,
            "`true` is not an answer to `status`: allowed is one of `employed`, `unemployed`, `student`",
        ),
        (
            r#"{"rent": 0.001}"#,
            "`0.001` has too many decimal places for `rent`: allowed is a number from 0 to 100000 with at most 2 decimal places",
        ),
        (
            r#"{"rent": -1}"#,
            "`-1` is out of range for `rent`: allowed is a number from 0 to 100000 with at most 2 decimal places",
        ),
        (
            r#"{"issued_on": "2026-02-29"}"#,
            "`2026-02-29` is not an answer to `issued_on`: allowed is a date from 2020-01-01 to 2027-12-31, written 2026-11-22",
        ),
        (
            r#"{"issued_on": "2019-12-31"}"#,
            "`2019-12-31` is out of range for `issued_on`: allowed is a date from 2020-01-01 to 2027-12-31, written 2026-11-22",
        ),
        ("[]", "facts are a JSON object by question id"),
        (
            "{\"level\": 3",
            "not JSON: EOF while parsing an object at line 1 column 11",
        ),
    ];
    for (facts, message) in cases {
        let said = eval(facts);
        assert_eq!((said.code, said.stdout.as_str()), (2, ""), "{facts}");
        assert_eq!(
            said.stderr,
            format!("error: standard input: {message}\n"),
            "{facts}"
        );
    }
}

#[test]
fn files_that_are_not_there_and_wrong_usage_are_exit_code_2() {
    let said = bazhu(&["eval", "--pack", "nowhere", "--date", DATE, "--facts", "-"]);
    assert_eq!(said.code, 2);
    assert!(
        said.stderr.starts_with("error: nowhere: "),
        "{}",
        said.stderr
    );
    let said = bazhu(&[
        "eval",
        "--pack",
        PACK,
        "--date",
        "2026-13-01",
        "--facts",
        "-",
    ]);
    assert_eq!(said.code, 2);
    assert!(
        said.stderr
            .contains("expected a day of the calendar as YYYY-MM-DD"),
        "{}",
        said.stderr
    );
    assert_eq!(bazhu(&["eval", "--pack", PACK]).code, 2);
    assert_eq!(bazhu(&["frobnicate"]).code, 2);
    let not_a_pack = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let said = bazhu(&["eval", "--pack", not_a_pack, "--date", DATE, "--facts", "-"]);
    assert_eq!(said.code, 2);
    assert!(
        said.stderr.contains("does not begin with `BZPK`"),
        "{}",
        said.stderr
    );
}
