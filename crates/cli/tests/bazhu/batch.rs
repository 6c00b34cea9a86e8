//! `bazhu batch`.

use crate::run::{PACK, Said, bazhu, bazhu_with, folder};
use std::path::{Path, PathBuf};

const DATE: &str = "2026-06-01";

/// Writes `people`, runs the batch, gives what was said and written.
fn batch(folder: &Path, people: (&str, &[u8]), output: &str, more: &[&str]) -> (Said, String) {
    let input = write(folder, people.0, people.1);
    let output = folder.join(output);
    let mut args = vec![
        "batch",
        "--pack",
        PACK,
        "--date",
        DATE,
        input.to_str().unwrap(),
        "-o",
        output.to_str().unwrap(),
    ];
    args.extend(more);
    let said = bazhu(&args);
    (said, std::fs::read_to_string(&output).unwrap_or_default())
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn a_table_of_people_becomes_a_table_of_results() {
    let people = "\u{feff}id,status,level,insured_months,issued_on,claimed,rent\r\n\
                  王小明,employed,3,40,2026-03-01,FALSE,1000\r\n\
                  \"Li, \"\"A\"\"\",student,,0,,,\r\n\
                  \r\n\
                  =SUM(A1),unemployed,5,12,2026-05-31,false,30000.03\r\n";
    let (said, out) = batch(
        &folder("batch-csv"),
        ("people.csv", people.as_bytes()),
        "out.csv",
        &[],
    );
    assert_eq!(said.code, 0, "{}", said.stderr);
    assert!(said.stderr.starts_with("3 people, "), "{}", said.stderr);
    let expected = "\
id,bonus_status,bonus_min,bonus_max,course_status,course_min,course_max,exam_status,exam_min,exam_max,rent_status,rent_min,rent_max,best_min,best_max,best_programmes
王小明,eligible,600,600,eligible,2000,2000,eligible,,,eligible,333.33,333.33,2000,2000,course
\"Li, \"\"A\"\"\",ineligible,0,0,ineligible,0,0,ineligible,,,ineligible,0,0,0,0,
\"'=SUM(A1)\",eligible,600,600,eligible,1000,1000,eligible,,,eligible,10000.01,10000.01,10600.01,10600.01,bonus rent
";
    assert_eq!(out, expected);
}

#[test]
fn totals_are_the_sums_alone() {
    let people = "status,insured_months,rent\nemployed,12,300\n,0,\n";
    let (said, out) = batch(
        &folder("batch-totals"),
        ("people.csv", people.as_bytes()),
        "out.csv",
        &["--totals"],
    );
    assert_eq!(said.code, 0, "{}", said.stderr);
    assert_eq!(
        out,
        "line,best_min,best_max,eligible\n2,700,2000,3\n3,0,33333.33,0\n"
    );
}

#[test]
fn bad_rows_are_told_with_their_line_and_the_rest_is_done() {
    let people = b"id,level,claimed\na,1,true\nb,6,true\nc,1\nd,1,true,x\n\"e,1,true\nf,1,maybe\n\xff,1,true\ng,,\n";
    let folder = folder("batch-bad");
    let (said, out) = batch(&folder, ("people.csv", people), "out.csv", &["--totals"]);
    assert_eq!(said.code, 1);
    let file = folder.join("people.csv");
    let lines: Vec<&str> = said.stderr.lines().collect();
    let expected = [
        "3: `6` is out of range for `level`: allowed is a whole number from 1 to 5",
        "4: the row has 2 cells, the header 3",
        "5: the row has 4 cells, the header 3",
        "6: a cell's quote is not closed on its line",
        "7: `maybe` is not an answer to `claimed`: allowed is `true` or `false`",
        "8: the line is not UTF-8",
    ];
    let expected: Vec<String> = expected
        .iter()
        .map(|it| format!("{}:{it}", file.display()))
        .collect();
    assert_eq!(lines[..6], expected);
    assert!(
        lines[6].starts_with("2 people, 6 bad rows left out, "),
        "{}",
        lines[6]
    );
    let ids: Vec<&str> = out
        .lines()
        .map(|line| line.split(',').next().unwrap())
        .collect();
    assert_eq!(ids, ["id", "a", "g"]);
}

#[test]
fn ndjson_out_is_the_eval_object_a_line() {
    let people = [
        r#"{"id": "a", "status": "employed", "rent": 1000}"#,
        "",
        r#"{"level": 3}"#,
        r#"{"level": "x"}"#,
        "oops",
        "{}",
    ];
    let folder = folder("batch-ndjson");
    let (said, out) = batch(
        &folder,
        ("people.ndjson", people.join("\n").as_bytes()),
        "out.ndjson",
        &[],
    );
    assert_eq!(said.code, 1);
    let file = folder.join("people.ndjson");
    let lines: Vec<&str> = said.stderr.lines().collect();
    assert_eq!(
        lines[0],
        format!(
            "{}:4: `\"x\"` is not an answer to `level`: allowed is a whole number from 1 to 5",
            file.display()
        )
    );
    assert_eq!(
        lines[1],
        format!(
            "{}:5: not JSON: expected value at line 1 column 1",
            file.display()
        )
    );
    let eval = |facts: &str| {
        bazhu_with(
            &["eval", "--pack", PACK, "--date", DATE, "--facts", "-"],
            facts,
        )
        .stdout
    };
    let expected: String = [
        r#"{"status": "employed", "rent": 1000}"#,
        r#"{"level": 3}"#,
        "{}",
    ]
    .map(eval)
    .concat();
    assert_eq!(out, expected);
}

#[test]
fn ndjson_in_names_people_in_a_table() {
    let people = "{\"id\": \"a\", \"rent\": 3}\n{\"id\": 17}\n{}\n";
    let (said, out) = batch(
        &folder("batch-names"),
        ("people.jsonl", people.as_bytes()),
        "out.csv",
        &["--totals"],
    );
    assert_eq!(said.code, 0, "{}", said.stderr);
    let ids: Vec<&str> = out
        .lines()
        .map(|line| line.split(',').next().unwrap())
        .collect();
    assert_eq!(ids, ["id", "a", "17", ""]);
}

#[test]
fn order_and_count_do_not_depend_on_threads() {
    let folder = folder("batch-threads");
    let mut people = "id,rent,status,level,insured_months,issued_on,claimed\n".to_owned();
    // Long enough for several chunks.
    let padding = "x".repeat(200);
    for n in 0..6_000 {
        let status = if n % 100 == 99 { "x" } else { "employed" };
        people.push_str(&format!(
            "{n:05}{padding},{n},{status},3,12,2026-01-01,false\n"
        ));
    }
    let outputs = ["1", "2", "7"].map(|threads| {
        let (said, out) = batch(
            &folder,
            ("people.csv", people.as_bytes()),
            "out.csv",
            &["--totals", "--threads", threads],
        );
        assert_eq!(said.code, 1);
        let bad: Vec<String> = said
            .stderr
            .lines()
            .filter(|it| it.contains("is not an option"))
            .map(str::to_owned)
            .collect();
        assert_eq!(bad.len(), 60);
        (out, bad)
    });
    assert!(outputs[0] == outputs[1] && outputs[0] == outputs[2]);
    let ids: Vec<u32> = outputs[0]
        .0
        .lines()
        .skip(1)
        .map(|it| it[..5].parse().unwrap())
        .collect();
    assert_eq!(ids.len(), 6_000 - 60);
    assert!(ids.is_sorted());
}

#[test]
fn wrong_headers_and_names_are_usage_errors() {
    let folder = folder("batch-usage");
    let cases: [(&str, &[u8], &str, &str); 6] = [
        (
            "a.csv",
            b"levl\n1\n",
            "out.csv",
            "the header is wrong: there is no question `levl`; did you mean `level`?",
        ),
        (
            "b.csv",
            b"level,level\n1,1\n",
            "out.csv",
            "the header has the column `level` twice",
        ),
        (
            "c.csv",
            b"",
            "out.csv",
            "the file is empty: a header with question ids is needed",
        ),
        (
            "d.csv",
            b"\xff\n",
            "out.csv",
            "the header is not UTF-8: save the table as CSV UTF-8",
        ),
        (
            "e.txt",
            b"",
            "out.csv",
            "the name must end in .csv, .ndjson or .jsonl",
        ),
        (
            "f.csv",
            b"level\n",
            "f.csv",
            "the output would overwrite the people",
        ),
    ];
    for (name, people, output, message) in cases {
        let (said, _) = batch(&folder, (name, people), output, &[]);
        assert_eq!(
            (said.code, said.stderr),
            (
                2,
                format!("error: {}: {message}\n", folder.join(name).display())
            ),
            "{name}"
        );
    }
    let (said, _) = batch(&folder, ("g.csv", b"level\n"), "out.ndjson", &["--totals"]);
    assert_eq!(
        (said.code, said.stderr.as_str()),
        (
            2,
            "error: --totals writes CSV: give an output that ends in .csv\n"
        )
    );
}
