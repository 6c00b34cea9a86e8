//! Decision tables: every hit policy, and what is proved of them.

use rules::compile::{Compiler, HitPolicy, Table, TableError, TableRule};
use rules::program::{Op, Unit};

use crate::support::{answers, begin, compiler, in_version, last_step};

fn table(policy: &str, inputs: &[&str], rules: &[(&[&str], &str)]) -> Table {
    Table {
        hit_policy: policy.parse().unwrap(),
        inputs: inputs.iter().map(ToString::to_string).collect(),
        rules: rules
            .iter()
            .map(|(when, then)| TableRule {
                when: when.iter().map(ToString::to_string).collect(),
                then: (*then).to_owned(),
            })
            .collect(),
        priority: Vec::new(),
    }
}

fn value(table: &Table, given: &[(&str, &str)]) -> String {
    let mut compiler = in_version();
    compiler
        .step_table("result", table, Unit::None)
        .unwrap_or_else(|errors| panic!("{errors:#?}"));
    last_step(&compiler.finish(), &answers(given))
}

/// Rule, column, message with help.
fn errors(table: &Table) -> Vec<(Option<usize>, Option<usize>, String)> {
    let errors = in_version()
        .step_table("result", table, Unit::None)
        .unwrap_err();
    let shown = |TableError {
                     rule,
                     column,
                     error,
                 }: TableError| (rule, column, error.to_string());
    errors.into_iter().map(shown).collect()
}

const LEVELS: [(&[&str], &str); 3] = [
    (&["5", "\"level\""], "1500"),
    (&["< 5", "\"level\""], "2000"),
    (&["-", "not(\"level\")"], "1000"),
];

#[test]
fn a_unique_table_gives_the_one_rule_that_holds() {
    let table = table("U", &["level", "kind"], &LEVELS);
    for (level, kind, expected) in [
        ("5", "level", "1500"),
        ("1", "level", "2000"),
        ("5", "special", "1000"),
    ] {
        assert_eq!(value(&table, &[("level", level), ("kind", kind)]), expected);
    }
}

#[test]
fn a_table_over_one_question_is_one_look_up() {
    let mut compiler = in_version();
    let table = table(
        "U",
        &["level"],
        &[(&["[1..2]"], "30"), (&["3, 5"], "20"), (&["4"], "10")],
    );
    compiler.step_table("result", &table, Unit::Points).unwrap();
    assert_eq!(
        compiler.finish().ops,
        [Op::Fact(3), Op::Lookup(0, vec![30, 30, 20, 10, 20])]
    );
}

#[test]
fn the_first_the_most_important_or_any_rule_that_holds() {
    let rules: [(&[&str], &str); 3] = [
        (&[">= 12", "-"], "1"),
        (&["-", "true"], "2"),
        (&["-", "-"], "3"),
    ];
    let inputs = ["insured_months", "disabled"];
    let given = |months, disabled| [("insured_months", months), ("disabled", disabled)];
    let first = table("F", &inputs, &rules);
    let mut important = table("P", &inputs, &rules);
    important.priority = ["2", "1", "3"].map(str::to_owned).to_vec();
    for (months, disabled, by_order, by_priority) in [
        ("12", "true", "1", "2"),
        ("11", "true", "2", "2"),
        ("11", "false", "3", "3"),
        ("12", "false", "1", "1"),
    ] {
        assert_eq!(value(&first, &given(months, disabled)), by_order);
        assert_eq!(value(&important, &given(months, disabled)), by_priority);
    }
    let any = table(
        "A",
        &inputs,
        &[
            (&[">= 12", "-"], "0.5 + 0.5"),
            (&["-", "true"], "1"),
            (&["< 12", "false"], "0"),
        ],
    );
    assert_eq!(value(&any, &given("12", "true")), "1");
    assert_eq!(value(&any, &given("11", "false")), "0");
}

#[test]
fn collected_outputs_are_counted_added_or_compared() {
    let rules: [(&[&str], &str); 3] = [
        (&["-", "-"], "1"),
        (&[">= 2", "-"], "10"),
        (&["-", "true"], "claims * 100"),
    ];
    for (policy, expected) in [
        ("C+", ["1", "11", "211"]),
        ("C<", ["1"; 3]),
        ("C>", ["1", "10", "200"]),
        ("C#", ["1", "2", "3"]),
    ] {
        let table = table(policy, &["claims", "disabled"], &rules);
        for (given, expected) in [("0", "false"), ("2", "false"), ("2", "true")]
            .into_iter()
            .zip(expected)
        {
            let given = [("claims", given.0), ("disabled", given.1)];
            assert_eq!(value(&table, &given), expected, "{policy} {given:?}");
        }
    }
    let mut compiler = compiler();
    compiler
        .define_table("all", &table("C", &["claims", "disabled"], &rules), None)
        .unwrap();
    begin(&mut compiler);
    compiler
        .step("result", "count(all) + 0.5 * sum(all)", Unit::None)
        .unwrap();
    let given = answers(&[("claims", "2"), ("disabled", "true")]);
    assert_eq!(last_step(&compiler.finish(), &given), "108.5");
}

#[test]
fn inputs_may_be_days_durations_money_and_expressions() {
    let years = "years and months duration(issued, applied_on)";
    let rules: [(&[&str], &str); 3] = [
        (&["< @\"P1Y\"", "-"], "1"),
        (&[">= @\"P1Y\"", "< @\"2000-01-01\""], "2"),
        (&[">= @\"P1Y\"", ">= @\"2000-01-01\""], "3"),
    ];
    let table_of_days = table("U", &[years, "born"], &rules);
    for (issued, born, expected) in [
        ("2025-11-23", "1999-12-31", "1"),
        ("2025-11-22", "1999-12-31", "2"),
        ("2025-11-22", "2000-01-01", "3"),
    ] {
        assert_eq!(
            value(&table_of_days, &[("issued", issued), ("born", born)]),
            expected
        );
    }
    let money = table(
        "U",
        &["rent * 2"],
        &[
            (&["< 0.005"], "0"),
            (&["[0.005..1)"], "1"),
            (&[">= 1"], "2"),
        ],
    );
    for (rent, expected) in [("0", "0"), ("0.01", "1"), ("0.49", "1"), ("0.5", "2")] {
        assert_eq!(value(&money, &[("rent", rent)]), expected);
    }
}

#[test]
fn texts_as_outputs_are_options() {
    let mut compiler = compiler();
    let bands = table(
        "F",
        &["claims"],
        &[
            (&["< 2"], "\"few\""),
            (&["< 5"], "\"some\""),
            (&["-"], "\"many\""),
        ],
    );
    compiler.define_table("band", &bands, None).unwrap();
    begin(&mut compiler);
    compiler
        .step(
            "result",
            "if band in (\"few\", \"many\") then 1 else 0",
            Unit::None,
        )
        .unwrap();
    let typo = compiler.condition("typo", "band = \"mnay\"").unwrap_err();
    assert_eq!(
        typo[0].to_string(),
        "the value has no option \"mnay\"; did you mean \"many\"?"
    );
    let program = compiler.finish();
    for (claims, expected) in [("1", "1"), ("4", "0"), ("5", "1")] {
        assert_eq!(
            last_step(&program, &answers(&[("claims", claims)])),
            expected
        );
    }
}

#[test]
fn a_missed_case_is_named() {
    let help =
        "add a rule for it, or a last rule with `-` in every cell where the hit policy allows it";
    for (policy, inputs, rules, case) in [
        (
            "U",
            &["level", "kind"][..],
            &LEVELS[..2],
            "level = 1, kind = \"unranked\"",
        ),
        (
            "U",
            &["level", "kind"],
            &LEVELS[1..],
            "level = 5, kind = \"level\"",
        ),
        (
            "F",
            &["rent"],
            &[(&["> 0.5"][..], "1"), (&["< 0.5"], "2")],
            "rent = 0.5",
        ),
        (
            "A",
            &["issued"],
            &[(&["< @\"2020-01-01\""], "1"), (&["> @\"2020-01-01\""], "1")],
            "issued = 2020-01-01",
        ),
        ("C+", &["disabled"], &[(&["true"], "1")], "disabled = false"),
        ("C>", &["claims"], &[(&["not(3)"], "1")], "claims = 3"),
        (
            "U",
            &["level"],
            &[(&["1"][..], "1"), (&["5"], "2")],
            "level = 2",
        ),
        (
            "U",
            &["claims"],
            &[(&["< 2.5"], "1"), (&["> 3.5"], "1")],
            "claims = 3",
        ),
    ] {
        let expected = (
            None,
            None,
            format!("no rule answers the case {case}; {help}"),
        );
        assert_eq!(errors(&table(policy, inputs, rules)), [expected], "{case}");
    }
}

#[test]
fn a_case_answered_twice_is_named() {
    let rules: [(&[&str], &str); 3] = [
        (&["<= 3", "-"], "1"),
        (&[">= 3", "true"], "2"),
        (&["> 3", "false"], "3"),
    ];
    assert_eq!(
        errors(&table("U", &["level", "disabled"], &rules)),
        [(
            Some(1),
            None,
            "rules 1 and 2 both answer the case level = 3, disabled = true; make their cells exclude each other, or use hit policy `F`"
                .to_owned()
        )]
    );
    let same: [(&[&str], &str); 2] = [(&["<= 3"], "1"), (&[">= 3"], "1")];
    assert_eq!(errors(&table("U", &["level"], &same)).len(), 1);
    assert_eq!(
        errors(&table("A", &["level", "disabled"], &rules)),
        [(
            Some(1),
            None,
            "rules 1 and 2 give different outputs in the case level = 3, disabled = true; give both the same output, or use hit policy `F`"
                .to_owned()
        )]
    );
}

#[test]
fn faults_are_placed_in_their_cells() {
    let all = table(
        "U",
        &["level", "kind", "levl"],
        &[
            (&["< ", "\"levle\"", "-"], "1"),
            (&["> claims", "-", "1"], "disbled"),
            (&["-"], "1"),
        ],
    );
    assert_eq!(
        errors(&all),
        [(
            Some(2),
            None,
            "the rule's cells are 1, the inputs 3; write `-` for a cell that tests nothing"
                .to_owned()
        )]
    );
    let cells = table(
        "U",
        &["level", "kind", "levl"],
        &[
            (&["\"a\"", "\"levle\"", "-"], "1"),
            (&["> 2", "-", "1"], "disbled"),
        ],
    );
    assert_eq!(
        errors(&cells),
        [
            (None, Some(2), "there is no question, definition or step named `levl`; did you mean `level`?".to_owned()),
            (Some(0), Some(0), "`level` is a number and `\"a\"` is the text \"a\": they can't be compared".to_owned()),
            (Some(0), Some(1), "`kind` has no option \"levle\"; did you mean \"level\"?".to_owned()),
            (
                Some(1),
                Some(3),
                "there is no question, definition or step named `disbled`; did you mean `disabled`?".to_owned()
            ),
        ]
    );
    let open = table(
        "U",
        &["level"],
        &[(&["> claims"], "1"), (&["<= claims"], "2")],
    );
    let not_constant =
        "`claims` is not constant; make it an input of its own, so that no case is missed"
            .to_owned();
    assert_eq!(
        errors(&open),
        [
            (Some(0), Some(0), not_constant.clone()),
            (Some(1), Some(0), not_constant)
        ]
    );
    let kinds = table("F", &["level"], &[(&["1"], "1"), (&["-"], "true")]);
    assert_eq!(
        errors(&kinds),
        [(Some(0), Some(1), "`1` is a number and `true` is true or false, but both ways must give the same kind of value".to_owned())]
    );
    let mut unranked = table("P", &["level"], &[(&["1"], "1"), (&["-"], "2")]);
    assert_eq!(
        errors(&unranked),
        [(None, None, "hit policy `P` needs the outputs in the order of their priority; add `priority = [..]`, the most important output first".to_owned())]
    );
    unranked.priority = vec!["2".to_owned()];
    assert_eq!(
        errors(&unranked),
        [(
            Some(0),
            Some(1),
            "the output `1` is not among the priorities; add it to `priority`".to_owned()
        )]
    );
    unranked.hit_policy = HitPolicy::First;
    assert_eq!(
        errors(&unranked),
        [(
            None,
            None,
            "hit policy `F` has no priorities; leave `priority` out".to_owned()
        )]
    );
    assert_eq!(
        errors(&table("C", &["level"], &[(&["1"], "1")])),
        [(
            None,
            None,
            "this is a list, but a step is a number, true or false".to_owned()
        )]
    );
    assert_eq!(
        errors(&table("U", &["[1]"], &[(&["1"], "1")])),
        [(
            None,
            Some(0),
            "`[1]` is a list, which a table can't test".to_owned()
        )]
    );
    assert_eq!(
        errors(&table("U", &[], &[])),
        [(
            None,
            None,
            "the table has 0 inputs and 0 rules; give it 1 to 32 inputs and 1 to 300 rules"
                .to_owned()
        )]
    );
}

#[test]
fn hit_policies_have_dmns_letters() {
    for letters in ["U", "A", "P", "F", "C", "C+", "C<", "C>", "C#"] {
        assert_eq!(letters.parse::<HitPolicy>().unwrap().to_string(), letters);
    }
    assert_eq!(
        "R".parse::<HitPolicy>().unwrap_err().to_string(),
        "`R` is not a hit policy; write one of `U`, `A`, `P`, `F`, `C`, `C+`, `C<`, `C>`, `C#`"
    );
}

#[test]
fn a_table_in_error_is_reported_once() {
    let mut compiler: Compiler = compiler();
    compiler
        .define_table("pay", &table("U", &["level"], &[(&["1"], "1")]), None)
        .unwrap_err();
    begin(&mut compiler);
    assert_eq!(compiler.condition("a", "pay > 1"), Err(vec![]));
}
