//! Programmes, versions and the names in them.

use rules::compile::{Compiler, Error};
use rules::eval::{Evaluator, Status};
use rules::program::{Change, Domain, Fact, Figure, Kind, Unit, Window};

use crate::support::{TODAY, answers, begin, compiler, day, in_version};

fn message<T: std::fmt::Debug>(result: Result<T, Error>) -> String {
    result.unwrap_err().to_string()
}

fn messages<T: std::fmt::Debug>(result: Result<T, Vec<Error>>) -> Vec<String> {
    result
        .unwrap_err()
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn a_grant_from_its_expressions_to_its_figure() {
    let mut compiler = compiler();
    compiler.define("ranked", "kind = \"level\"", None).unwrap();
    compiler.begin_programme("grant", Kind::Grant);
    compiler.begin_version("v2021", Some(day("2021-05-01")), Some(day("2024-12-03")));
    compiler.amount("1000", Unit::Yuan).unwrap();
    compiler.begin_version("v2024", Some(day("2024-12-04")), None);
    compiler
        .step(
            "standard",
            "if ranked then [3500, 3000, 2500, 2000, 1500][level] else 1000",
            Unit::Yuan,
        )
        .unwrap();
    compiler
        .step("full", "disabled or veteran", Unit::None)
        .unwrap();
    compiler
        .step("share", "if full then 1 else 0.8", Unit::None)
        .unwrap();
    compiler
        .condition("situation", "situation in (\"employed\", \"flexible\")")
        .unwrap();
    compiler
        .route("months", "insured_months >= 12", None)
        .unwrap();
    compiler.route("level", "level <= 2", Some(2)).unwrap();
    compiler.window("issued", 12).unwrap();
    compiler.amount("standard * share", Unit::Yuan).unwrap();
    compiler
        .due_now("standard * share * 0.2", Unit::Yuan)
        .unwrap();
    let program = compiler.finish();
    let version = &program.programmes[0].versions[1];
    assert_eq!(
        version.window,
        Some(Window {
            event: 14,
            months: 12
        })
    );
    let ids: Vec<&str> = version
        .conditions
        .iter()
        .map(|condition| condition.id.as_str())
        .collect();
    assert_eq!(ids, ["situation", "window"]);
    assert_eq!(version.routes[1].level, Some(2));
    let scales: Vec<(u8, Unit)> = version
        .steps
        .iter()
        .map(|step| (step.figure.scale, step.figure.unit))
        .collect();
    assert_eq!(scales, [(0, Unit::Yuan), (0, Unit::None), (1, Unit::None)]);
    assert!(matches!(
        version.amount,
        Some(Figure {
            scale: 1,
            unit: Unit::Yuan,
            ..
        })
    ));

    let mut evaluator = Evaluator::new(&program).unwrap();
    let given = [
        ("issued", "2025-11-22"),
        ("insured_months", "12"),
        ("level", "4"),
    ];
    let outcome = evaluator
        .evaluate(TODAY, &answers(&given))
        .outcomes
        .remove(0);
    assert_eq!(
        (outcome.version, outcome.status),
        (Some(1), Status::Eligible)
    );
    let (amount, due) = (outcome.amount.unwrap(), outcome.due_now.unwrap());
    assert_eq!((amount.min, amount.max, amount.scale), (16_000, 16_000, 1));
    assert_eq!((due.min, due.scale), (32_000, 2));
    for given in [
        [("issued", "2025-11-21"), ("insured_months", "12")],
        [("issued", "2026-11-23"), ("insured_months", "12")],
        [("issued", "2025-11-22"), ("insured_months", "11")],
    ] {
        let mut given = given.to_vec();
        given.push(("level", "4"));
        let outcome = evaluator
            .evaluate(TODAY, &answers(&given))
            .outcomes
            .remove(0);
        assert_eq!(outcome.status, Status::Ineligible, "{given:?}");
    }
}

#[test]
fn lists_that_double_from_definition_to_definition_end_somewhere() {
    for twice in [
        "concatenate(before, before)",
        "[before, before]",
        "append(before, before)",
    ] {
        let mut compiler = compiler();
        compiler.define("l0", "[1, 2]", None).unwrap();
        let refused = (1..60).find_map(|at| {
            let expression = twice.replace("before", &format!("l{}", at - 1));
            compiler.define(&format!("l{at}"), &expression, None).err()
        });
        let message = refused.unwrap()[0].message.clone();
        assert!(
            message.contains("goes through more than 20000 entries"),
            "{message}"
        );
    }
}

#[test]
fn steps_are_a_versions_own() {
    let mut compiler = in_version();
    compiler.step("share", "0.8", Unit::None).unwrap();
    assert_eq!(
        messages(compiler.step("share", "1", Unit::None)),
        ["the name `share` is taken; choose another one"]
    );
    compiler.begin_version("v2", None, None);
    assert_eq!(
        messages(compiler.condition("a", "share > 0.5")),
        ["there is no question, definition or step named `share`"]
    );
    compiler.step("share", "1", Unit::None).unwrap();
}

#[test]
fn names_are_checked() {
    let mut compiler = compiler();
    compiler.define("hard", "disabled", None).unwrap();
    for (id, expected) in [
        ("hard", "the name `hard` is taken; choose another one"),
        ("level", "the name `level` is taken; choose another one"),
        (
            "applied_on",
            "`applied_on` already means something; choose another name",
        ),
        ("if", "`if` already means something; choose another name"),
        (
            "1st",
            "`1st` is not a name; use ASCII letters, digits and `_`, a letter first",
        ),
        (
            "",
            "`` is not a name; use ASCII letters, digits and `_`, a letter first",
        ),
        (
            "等级",
            "`等级` is not a name; use ASCII letters, digits and `_`, a letter first",
        ),
    ] {
        assert_eq!(messages(compiler.define(id, "1", None)), [expected]);
    }
    begin(&mut compiler);
    assert_eq!(
        messages(compiler.step("hard", "1", Unit::None)),
        ["the name `hard` is taken; choose another one"]
    );
    assert_eq!(
        messages(compiler.define("late", "1", None)),
        [
            "definition `late` comes after a programme; add all definitions before the first programme"
        ]
    );
    compiler.condition("a", "disabled").unwrap();
    assert_eq!(
        messages(compiler.route("a", "veteran", None)),
        ["version `v1` has another condition `a`; choose another id"]
    );
}

#[test]
fn a_name_in_error_is_reported_once() {
    let mut compiler = in_version();
    assert_eq!(
        compiler
            .step("share", "levle + 1", Unit::None)
            .unwrap_err()
            .len(),
        1
    );
    assert_eq!(compiler.condition("a", "share > 1"), Err(vec![]));
    assert_eq!(
        messages(compiler.condition("b", "share > 1 and disbled")),
        ["there is no question, definition or step named `disbled`; did you mean `disabled`?"]
    );
}

#[test]
fn questions_are_checked() {
    let fact = |id: &str, domain: Domain| Fact {
        id: id.to_owned(),
        domain,
        change: Change::Fixed,
        order: 0,
    };
    let mut compiler = Compiler::new();
    let whole = |min, max| Domain::Number { min, max, scale: 0 };
    let ids = ["a".to_owned()];
    let help =
        "an option needs 1 to 63 ids, a number and a date a `min` that is not above its `max`";
    for domain in [
        whole(1, 0),
        Domain::Date { min: 1, max: 0 },
        Domain::Date {
            min: 0,
            max: 3_000_000,
        },
        Domain::Options(0),
        Domain::Options(2),
        Domain::Options(64),
    ] {
        assert_eq!(
            message(compiler.fact(fact("age", domain), Unit::None, &ids)),
            format!("question `age` has no possible answer; {help}")
        );
    }
    assert_eq!(
        compiler.fact(fact("age", whole(0, 1)), Unit::None, &[]),
        Ok(0)
    );
    assert_eq!(
        message(compiler.fact(fact("age", whole(0, 1)), Unit::None, &[])),
        "the name `age` is taken; choose another one"
    );
    for slot in 1..128 {
        assert_eq!(
            compiler.fact(fact(&format!("q{slot}"), Domain::Bool), Unit::None, &[]),
            Ok(slot)
        );
    }
    assert_eq!(
        message(compiler.fact(fact("q128", Domain::Bool), Unit::None, &[])),
        "there are more than 128 questions; merge or drop some"
    );
    compiler.begin_programme("p", Kind::Grant);
    assert_eq!(
        message(compiler.fact(fact("late", Domain::Bool), Unit::None, &[])),
        "question `late` comes after a programme; add all questions first"
    );
}

#[test]
fn windows_start_with_the_answer_to_a_question_about_a_day() {
    let mut compiler = compiler();
    compiler.define("later", "issued + @\"P1M\"", None).unwrap();
    begin(&mut compiler);
    assert_eq!(
        message(compiler.window("isued", 12)),
        "there is no question `isued`; did you mean `issued`?"
    );
    assert_eq!(
        message(compiler.window("level", 12)),
        "`level` is a number, but a window starts with a date"
    );
    assert_eq!(
        message(compiler.window("later", 12)),
        "`later` is not a question, but a window starts with one's answer"
    );
    compiler.window("issued", 12).unwrap();
    assert_eq!(
        message(compiler.window("born", 12)),
        "the version has another window"
    );
}

#[test]
fn steps_conditions_and_amounts_have_the_type_and_unit_that_is_said() {
    let mut compiler = compiler();
    compiler
        .define("kinds", "[\"level\", \"special\"]", None)
        .unwrap();
    for (unit, expression, expected) in [
        (
            Unit::Yuan,
            "insured_months",
            "this counts months, but its unit is said to be `yuan`; write `unit = \"months\"`, or mend the expression",
        ),
        (
            Unit::Yuan,
            "level",
            "this has no unit, but its unit is said to be `yuan`; write `unit = \"none\"`, or mend the expression",
        ),
        (
            Unit::None,
            "rent",
            "this counts yuan, but its unit is said to be `none`; write `unit = \"yuan\"`, or mend the expression",
        ),
        (
            Unit::Yuan,
            "disabled",
            "this is true or false, but its unit is said to be `yuan`; leave the unit out",
        ),
    ] {
        assert_eq!(
            messages(compiler.define("d", expression, Some(unit))),
            [expected]
        );
        compiler = self::compiler();
    }
    compiler
        .define("kinds", "[\"level\", \"special\"]", None)
        .unwrap();
    begin(&mut compiler);
    compiler.condition("kind", "kind in kinds").unwrap();
    for (place, (expression, unit, expected)) in [
        (
            "disabled",
            Unit::Yuan,
            "this is true or false, not a number of yuan; give it the unit `none`",
        ),
        (
            "issued",
            Unit::None,
            "this is a date, but a step is a number, true or false",
        ),
        (
            "kinds",
            Unit::None,
            "this is a list, but a step is a number, true or false",
        ),
        (
            "rent ** 1 / 1000000000000",
            Unit::Yuan,
            "this can have 14 decimal places, more than 12; say how it is rounded",
        ),
    ]
    .into_iter()
    .enumerate()
    {
        assert_eq!(
            messages(compiler.step(&format!("s{place}"), expression, unit)),
            [expected],
            "{expression}"
        );
    }
    assert_eq!(
        messages(compiler.condition("a", "level + 1")),
        ["`level + 1` is a number, but a condition needs true or false"]
    );
    for (expression, expected) in [
        (
            "disabled",
            "`disabled` is true or false, but an amount needs a number",
        ),
        (
            "rent * 0.85",
            "an amount in yuan has 2 decimal places, `rent * 0.85` can have 4; say how it is rounded: `round half up(rent * 0.85, 2)`",
        ),
        (
            "rent * 100000000",
            "an amount in yuan stays below 10,000,000,000,000, `rent * 100000000` can be larger; give the questions that it reads narrower bounds, or use `min`",
        ),
    ] {
        assert_eq!(
            messages(compiler.amount(expression, Unit::Yuan)),
            [expected]
        );
    }
    compiler
        .amount("round half up(rent * 0.85, 2)", Unit::Yuan)
        .unwrap();
    compiler.end_version();
    assert_eq!(
        messages(compiler.condition("late", "disabled")),
        ["no version has begun"]
    );
}
