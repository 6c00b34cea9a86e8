//! What is refused, where, in which words.

use crate::support::{in_version, step};

/// Expression, the faulty part, message, help.
type Case = (&'static str, &'static str, &'static str, &'static str);

/// Compares each expression's only error.
#[track_caller]
pub fn check(cases: &[Case]) {
    for (expression, part, message, help) in cases {
        let mut compiler = in_version();
        let errors = step(&mut compiler, "result", expression).expect_err(expression);
        let [error] = errors.as_slice() else {
            panic!("{expression}: {errors:#?}");
        };
        let place = error.span.start as usize..error.span.end as usize;
        assert_eq!(
            (
                expression.get(place).unwrap(),
                error.message.as_str(),
                error.help.as_deref().unwrap_or("")
            ),
            (*part, *message, *help),
            "{expression}"
        );
    }
}

#[test]
fn names_that_nothing_has() {
    check(&[
        (
            "levle + 1",
            "levle",
            "there is no question, definition or step named `levle`",
            "did you mean `level`?",
        ),
        (
            "1 + income",
            "income",
            "there is no question, definition or step named `income`",
            "",
        ),
        (
            "aplied_on.year",
            "aplied_on",
            "there is no question, definition or step named `aplied_on`",
            "did you mean `applied_on`?",
        ),
        (
            "some number in [1] satisfies numbre = 1",
            "numbre",
            "there is no question, definition or step named `numbre`",
            "did you mean `number`?",
        ),
        (
            "{total: 1}.totl",
            "{total: 1}.totl",
            "`{total: 1}` has no entry `totl`",
            "did you mean `total`?",
        ),
        (
            "mni(1, 2)",
            "mni(1, 2)",
            "`mni` is not among the functions that rules may use",
            "did you mean `min`?",
        ),
        (
            "today().year",
            "today()",
            "`today` is not among the functions that rules may use",
            "a rule has no clock: use `applied_on`, the date of application",
        ),
    ]);
}

#[test]
fn what_could_be_null() {
    check(&[
        (
            "level = null",
            "null",
            "`null` has no place in a rule: every question has an answer",
            "leave the comparison out; what is not answered yet is treated as unknown",
        ),
        ("1 / 0", "1 / 0", "`1 / 0` divides by zero", ""),
        (
            "floor(rent / claims)",
            "rent / claims",
            "the divisor of `rent / claims` can be zero",
            "give the question a `min` above 0, or divide only where `if … > 0 then` holds",
        ),
        (
            "[1, 2, 3][level]",
            "[1, 2, 3][level]",
            "the index of `[1, 2, 3][level]` runs from 1 to 5, but the list has 3 entries",
            "give the question bounds that stay in the list, or add the missing entries",
        ),
        (
            "if claims > 0 then [1, 2, 3][claims] else 0",
            "[1, 2, 3][claims]",
            "the index of `[1, 2, 3][claims]` runs from 1 to 10, but the list has 3 entries",
            "give the question bounds that stay in the list, or add the missing entries",
        ),
        (
            "level in [3..1]",
            "[3..1]",
            "the low end of `[3..1]` is above its high end",
            "put the smaller end first",
        ),
        ("[1, 2][3]", "3", "there is no entry 3 in a list of 2", ""),
        ("[1, 2][0]", "0", "there is no entry 0 in a list of 2", ""),
        (
            "[1, 2][0.5 * level]",
            "0.5 * level",
            "the index `0.5 * level` is not a whole number",
            "",
        ),
        ("[][1]", "[]", "an empty list has no entries", ""),
        (
            "[1, 2][item > level][2]",
            "2",
            "of a filtered list only the first entry can be taken",
            "write `[1]`",
        ),
        (
            "[1, 2][item > level][1]",
            "[1, 2][item > level][1]",
            "the list can be empty, and then `[1]` has no result",
            "add an entry that is always there, such as `0`",
        ),
        (
            "min([claims][item > 2])",
            "min([claims][item > 2])",
            "the list can be empty, and then `min` has no result",
            "add an entry that is always there, such as `0`",
        ),
        (
            "sum([])",
            "sum([])",
            "the list can be empty, and then `sum` has no result",
            "add an entry that is always there, such as `0`",
        ),
        (
            "date(\"2026-02-29\") > applied_on",
            "date(\"2026-02-29\")",
            "`2026-02-29` is no day of the calendar",
            "write year, month and day: `2026-01-31`",
        ),
        (
            "date(2026, 2, 29) > applied_on",
            "date(2026, 2, 29)",
            "`date(2026, 2, 29)` is no day of the calendar",
            "give year, month and day",
        ),
        (
            "applied_on + @\"P1M1D\" > issued",
            "@\"P1M1D\"",
            "`P1M1D` is no duration of whole months or whole days",
            "write `P2Y`, `P18M` or `P30D`",
        ),
    ]);
}

#[test]
fn what_is_not_exact() {
    let rounded = "say how it is rounded, for example `round half up(rent / 3, 2)`, with nothing but the division inside";
    check(&[
        (
            "rent / 3",
            "rent / 3",
            "`rent / 3` has no exact decimal value in every case",
            rounded,
        ),
        (
            "floor(rent / 3 * 2)",
            "rent / 3",
            "`rent / 3` has no exact decimal value in every case",
            rounded,
        ),
        (
            "rent / staff",
            "rent / staff",
            "`rent / staff` has no exact decimal value in every case",
            "say how it is rounded, for example `round half up(rent / staff, 2)`, with nothing but the division inside",
        ),
        (
            "rent * rent_scale",
            "rent_scale",
            "there is no question, definition or step named `rent_scale`",
            "",
        ),
        (
            "balance ** 10",
            "balance ** 10",
            "`balance ** 10` can grow beyond the 18 digits that are computed exactly",
            "give the questions that it reads narrower bounds, or round earlier",
        ),
        (
            "staff * 1000000000 * 1000000000",
            "staff * 1000000000 * 1000000000",
            "`staff * 1000000000 * 1000000000` can grow beyond the 18 digits that are computed exactly",
            "give the questions that it reads narrower bounds, or round earlier",
        ),
        (
            "0.1234567890123456789 * level",
            "0.1234567890123456789",
            "`0.1234567890123456789` has more than the 18 digits that are computed exactly",
            "",
        ),
        (
            "2 ** level",
            "level",
            "`level` is not a whole number from 0 to 18",
            "",
        ),
        (
            "2 ** 0.5",
            "0.5",
            "`0.5` is not a whole number from 0 to 18",
            "",
        ),
        (
            "round half up(rent, level)",
            "level",
            "`level` is not a constant whole number from -18 to 18",
            "say to how many decimal places to round",
        ),
        (
            "modulo(level, claims)",
            "claims",
            "`claims` is not a constant whole number above 0",
            "",
        ),
    ]);
}

#[test]
fn what_a_rule_is_not_for() {
    check(&[
        (
            "sum(for x in 1..level return x)",
            "level",
            "`level` is not a constant whole number",
            "give the ends of what is gone through as literals",
        ),
        (
            "sum(for x in 1..100000 return x)",
            "for x in 1..100000 return x",
            "`for x in 1..100000 return x` goes through more than 20000 entries",
            "use shorter lists",
        ),
        (
            "count(for x in 1..200, y in 1..200 return x * y)",
            "for x in 1..200, y in 1..200 return x * y",
            "`for x in 1..200, y in 1..200 return x * y` goes through more than 20000 entries",
            "use shorter lists",
        ),
        (
            "count(for x in 1..100, y in 1..100 return x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x)",
            "count(for x in 1..100, y in 1..100 return x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x)",
            "this unrolls to more than 500000 expressions",
            "use shorter lists, or a step for what is repeated",
        ),
        (
            "floor()",
            "floor()",
            "`floor` takes 1 to 2 values, not 0",
            "",
        ),
        (
            "round half up(1.5)",
            "round half up(1.5)",
            "`round half up` takes 2 values, not 1",
            "",
        ),
        (
            "not(true, false)",
            "not(true, false)",
            "`not` takes 1 value, not 2",
            "",
        ),
        (
            "floor(n: 1.5, places: 0)",
            "0",
            "`floor` takes no `places`",
            "it takes `n`, `scale`",
        ),
        (
            "duration(level) > @\"P1M\"",
            "level",
            "`level` is a number, but `duration` needs a text such as \"P12M\"",
            "for a number of months write `duration(\"P1M\") * n`",
        ),
        (
            "level instance of number",
            "level instance of number",
            "`level instance of number` is known when the rules are built",
            "leave `instance of` out",
        ),
    ]);
}

#[test]
fn several_errors_at_once_and_syntax_errors() {
    let mut compiler = in_version();
    let errors = compiler.condition(
        "a",
        "levle > 1 and kind = \"speical\" and (rent + claims > 0 or floor(1))",
    );
    let messages: Vec<String> = errors
        .unwrap_err()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        messages,
        [
            "there is no question, definition or step named `levle`; did you mean `level`?",
            "`kind` has no option \"speical\"; did you mean \"special\"?",
            "`rent` counts yuan and `claims` has no unit: they can't be added",
            "`floor(1)` is a number, but `or` needs true or false",
        ]
    );
    let errors = compiler.condition("b", "level >").unwrap_err();
    assert_eq!(errors.len(), 1);
}
