//! What each part of the subset means, and what is refused with which words.

use rules::feel::{self, Refused, Value};

fn run(text: &str) -> Result<Value, String> {
    let expr = feel::parse(text).map_err(|error| error.to_string())?;
    let message = |refused: Refused| refused.message;
    feel::refuse(&expr).map_err(message)?;
    feel::interpret(&expr, &[]).map_err(message)
}

/// Each expression comes to what the literal beside it is.
fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(run(text), run(expected), "{text}");
        assert!(run(expected).is_ok(), "{expected}: {:?}", run(expected));
    }
}

#[test]
fn numbers() {
    check(&[
        ("0.1 + 0.2", "0.3"),
        ("1 / 3 * 3", "0.9999999999999999999999999999999999"),
        ("2 / 3", "0.6666666666666666666666666666666667"),
        ("1 / 0", "null"),
        ("10 - 3 - 2", "5"),
        ("2 ** 3 ** 2", "64"),
        ("2 ** -2", "0.25"),
        ("-3 ** 2", "9"),
        ("1 + \"1\"", "null"),
        ("1.23e+4 = 12300", "true"),
        ("floor(-1.5)", "-2"),
        ("floor(-1.56, 1)", "-1.6"),
        ("ceiling(n: -1.56, scale: 1)", "-1.5"),
        ("round up(-5.1, 0)", "-6"),
        ("round down(-5.9, 0)", "-5"),
        ("round half up(-2.5, 0)", "-3"),
        ("round half down(-2.5, 0)", "-2"),
        ("decimal(2.5, 0)", "2"),
        ("decimal(1250, -2)", "1200"),
        ("round up(5.5, 6176)", "5.5"),
        ("round up(5.5, 6177)", "null"),
        ("abs(-1)", "1"),
        ("modulo(-12, 5)", "3"),
        ("modulo(12, -5)", "-3"),
        ("modulo(10.1, 4.5)", "1.1"),
        ("modulo(1, 0)", "null"),
        ("number(\"1 234,50\", \" \", \",\")", "1234.5"),
        ("number(\"1,234.5\", \",\", \".\")", "1234.5"),
        ("number(\"1.5\", \".\", \".\")", "null"),
        ("abs(number: 1)", "null"),
        ("abs(1, 2)", "null"),
    ]);
}

#[test]
fn truths() {
    check(&[
        ("null and false", "false"),
        ("null and true", "null"),
        ("1 or true", "true"),
        ("1 or false", "null"),
        ("not(null)", "null"),
        ("not(1)", "null"),
        ("if null then 1 else 2", "2"),
        ("null = null", "true"),
        ("1 = null", "false"),
        ("1 = \"1\"", "null"),
        ("true < false", "null"),
        ("{a: 1, b: 2} = {b: 2, a: 1}", "true"),
        ("[1, [2]] = [1, [2]]", "true"),
        ("2 between 1 and 3", "true"),
        ("2 between null and 3", "null"),
        ("all([true, null])", "null"),
        ("all([null, false])", "false"),
        ("any([null, true])", "true"),
        ("all([]) and not(any([]))", "true"),
        ("some x in [1, null] satisfies x > 1", "null"),
        ("some x in [null, 2] satisfies x > 1", "true"),
        ("every x in [null, 1] satisfies x > 1", "false"),
        ("every x in [] satisfies x", "true"),
        ("some x in [1, 2], y in [2, 3] satisfies x + y = 5", "true"),
        ("1 instance of number", "true"),
        ("[1, 2] instance of list<number>", "true"),
        ("[1, \"a\"] instance of list<number>", "false"),
        ("@\"P1M\" instance of years and months duration", "true"),
        ("is(1, \"1\")", "false"),
        ("is(time(\"10:00:00Z\"), time(\"11:00:00+01:00\"))", "false"),
    ]);
}

#[test]
fn tests_and_ranges() {
    check(&[
        ("5 in (< 3, > 4)", "true"),
        ("5 in [1..5)", "false"),
        ("5 in ]4..6[", "true"),
        ("5 in [[1..2], [4..6]]", "true"),
        ("5 in 5", "true"),
        ("5 in != 5", "false"),
        ("5 in (2 + 3)", "true"),
        ("5 in (2 + 3) * 2", "false"),
        ("[1] in [[1], [2]]", "true"),
        ("\"b\" in [\"a\"..\"c\"]", "true"),
        ("5 in [1..null]", "null"),
        ("(< 10) = (null..10)", "false"),
        ("(< 10) = (< 10)", "true"),
        ("[1..2] = [1..2)", "false"),
        ("[1..3].start + [1..3].end", "4"),
        ("[1..3).end included", "false"),
    ]);
}

#[test]
fn lists_and_contexts() {
    check(&[
        ("[1, 2, 3][2]", "2"),
        ("[1, 2, 3][-1]", "3"),
        ("[1, 2, 3][4]", "null"),
        ("[1, 2, 3][0]", "null"),
        ("[1, 2, 3][item >= 2]", "[2, 3]"),
        ("[{a: 1}, {a: 2}][a > 1]", "[{a: 2}]"),
        ("[{item: 1}, {item: 2}][item > 1]", "[{item: 2}]"),
        ("[{a: 1}, {b: 2}][a = 1]", "[{a: 1}]"),
        ("true[true]", "[true]"),
        ("[][1]", "null"),
        ("[][item > 1]", "[]"),
        ("[{a: 1}, {a: 2}].a", "[1, 2]"),
        ("{a: {b: 1}}.a.b", "1"),
        ("{a: 1, b: a + 1}.b", "2"),
        ("{a: 1}.b", "null"),
        ("null.b", "null"),
        ("for i in 3..1 return i", "[3, 2, 1]"),
        (
            "for i in 1..4 return if i = 1 then 1 else i * partial[-1]",
            "[1, 2, 6, 24]",
        ),
        ("for x in [[1, 2], [3]], y in x return y", "[1, 2, 3]"),
        (
            "for d in @\"2024-02-28\"..@\"2024-03-01\" return d.day",
            "[28, 29, 1]",
        ),
        ("for i in \"a\"..\"c\" return i", "null"),
        ("min(3, 1, 2)", "1"),
        ("max([@\"2024-01-01\", @\"2025-01-01\"])", "@\"2025-01-01\""),
        ("min([1, null])", "null"),
        ("min([])", "null"),
        ("sum(1, 2, 3)", "6"),
        ("sum([1, \"2\"])", "null"),
        ("mean([1, 2, 6])", "3"),
        ("product(2, 3, 4)", "24"),
        ("count([1, null])", "2"),
        ("list contains([1, null], null)", "true"),
        ("append([1], 2, 3)", "[1, 2, 3]"),
        ("concatenate([1], [2, 3])", "[1, 2, 3]"),
        ("union([1, 2], [2, 3])", "[1, 2, 3]"),
        ("distinct values([1, 2, 1])", "[1, 2]"),
        ("insert before([1, 3], 2, 2)", "[1, 2, 3]"),
        ("remove([1, 2, 3], -1)", "[1, 2]"),
        ("reverse([1, 2, 3])", "[3, 2, 1]"),
        ("index of([1, 2, 1], 1)", "[1, 3]"),
        ("flatten([[1, [2]], 3])", "[1, 2, 3]"),
        ("sublist([1, 2, 3], -2)", "[2, 3]"),
        ("sublist([1, 2, 3], 1, 2)", "[1, 2]"),
    ]);
}

#[test]
fn texts() {
    check(&[
        ("string length(\"a😀中\")", "3"),
        ("substring(\"foobar\", 3)", "\"obar\""),
        ("substring(\"foobar\", -2, 1)", "\"a\""),
        ("substring(\"foobar\", 0)", "null"),
        ("substring before(\"foobar\", \"bar\")", "\"foo\""),
        ("substring after(\"foobar\", \"x\")", "\"\""),
        ("substring after(\"foobar\", \"\")", "\"foobar\""),
        ("contains(\"foo\", \"\")", "true"),
        (
            "starts with(\"foo\", \"fo\") and ends with(\"foo\", \"oo\")",
            "true",
        ),
        ("upper case(\"aé\") + lower case(\"B\")", "\"AÉb\""),
        (
            "string(1.50) + string(true) + string(@\"P13M\")",
            "\"1.5trueP1Y1M\"",
        ),
        ("string(null)", "null"),
        ("\"a\" < \"b\"", "true"),
        ("\"a\" + 1", "null"),
    ]);
}

#[test]
fn dates_and_durations() {
    check(&[
        ("date(2024, 2, 30)", "null"),
        ("date(\"2024-02-29\") + @\"P1Y\"", "@\"2025-02-28\""),
        ("@\"2024-01-31\" + @\"P1M\"", "@\"2024-02-29\""),
        ("@\"2021-01-01\" + @\"PT36H\"", "@\"2021-01-02\""),
        ("@\"2021-01-02\" - @\"PT1S\"", "@\"2021-01-01\""),
        ("@\"2021-01-02\" - @\"2021-01-01\"", "@\"P1D\""),
        (
            "@\"2021-01-02\" - @\"2021-01-01T10:10:10+11:00\"",
            "@\"P1DT49M50S\"",
        ),
        ("@\"2021-01-01T10:00:00\" - @\"2021-01-01\"", "null"),
        ("@\"2021-01-01T24:00:00\"", "@\"2021-01-02T00:00:00\""),
        ("@\"23:00:00\" + @\"PT2H\"", "@\"01:00:00\""),
        ("@\"10:00:00+01:00\" - @\"11:00:00+01:00\"", "@\"-PT1H\""),
        ("@\"P1Y\" * 1.5", "@\"P18M\""),
        ("@\"P10Y11M\" / -2.5", "@\"-P52M\""),
        ("@\"PT1H\" / @\"PT15M\"", "4"),
        ("@\"P1D\" / 0", "null"),
        ("duration(\"P1Y2M\") = duration(\"P14M\")", "true"),
        ("string(duration(\"-PT36H0.50S\"))", "\"-P1DT12H0.5S\""),
        ("duration(\"P1H\")", "null"),
        (
            "years and months duration(@\"2024-01-31\", @\"2024-02-29\")",
            "@\"P0M\"",
        ),
        (
            "years and months duration(@\"2013-08-24\", @\"2011-12-22\")",
            "@\"-P1Y8M\"",
        ),
        (
            "@\"2002-04-02T12:00:00-01:00\" = @\"2002-04-02T17:00:00+04:00\"",
            "true",
        ),
        (
            "date and time(@\"2024-01-01\", @\"10:00:00Z\").time offset",
            "@\"PT0S\"",
        ),
        ("@\"2026-11-22\".weekday", "7"),
        ("time(10, 30, 0.5, @\"PT8H\")", "@\"10:30:00.5+08:00\""),
        (
            "string(@\"2021-01-01T10:10:10@Australia/Melbourne\" + @\"P1M\")",
            "\"2021-02-01T10:10:10@Australia/Melbourne\"",
        ),
        ("date(\"01211-12-31\")", "null"),
        ("date(\"2012-12-25T\")", "null"),
        ("-@\"P1D\"", "@\"-P1D\""),
        // More than a day and a half apart, whatever the zones' rules.
        (
            "@\"2021-01-03T10:00:00@Europe/Paris\" > @\"2021-01-01T10:00:00@Asia/Dhaka\"",
            "true",
        ),
        (
            "@\"2021-01-03T10:00:00@Etc/UTC\" = @\"2021-01-03T18:00:00+08:00\"",
            "true",
        ),
    ]);
}

#[test]
fn what_is_outside_is_refused_with_its_reason() {
    for (text, message) in [
        (
            "today()",
            "the function `today` is left out: there is no clock; the date of application is `applied_on`",
        ),
        (
            "sqrt(2)",
            "the function `sqrt` is left out: its result is not exact",
        ),
        (
            "matches(\"a\", \"b\")",
            "the function `matches` is left out: regular expressions are outside the subset",
        ),
        ("sum_up(1)", "there is no function `sum_up` in the subset"),
        (
            "2 ** 0.5",
            "a power whose exponent is no whole number is not exact, so it is outside the subset",
        ),
        (
            "(function(a) a) = 1",
            "functions of one's own are outside the subset",
        ),
        (
            "[function(a) a]",
            "functions of one's own are outside the subset",
        ),
        ("unknown + 1", "the name `unknown` is not known here"),
        (
            "@\"2024-02-30\"",
            "`2024-02-30` is no date, time or duration",
        ),
        (
            "@\"2024-01-01T10:00:00@Mars/Base\"",
            "`Mars/Base` is not a time zone known here",
        ),
        (
            "@\"2021-01-02T10:00:00@Europe/Paris\" - @\"2021-01-01T10:00:00@Europe/Paris\"",
            "this depends on the clock changes of `Europe/Paris`, which are not known here; write an offset such as +08:00",
        ),
        (
            "@\"P1M\" * 1.5",
            "the standard does not say how part of a month is rounded",
        ),
        (
            "@\"P1D\" / 7",
            "the duration is no whole number of nanoseconds",
        ),
        (
            "duration(\"P1Y1D\")",
            "a duration of years and months together with days or times is outside the subset",
        ),
        (
            "abs([1])",
            "a list with one item stands where one value is wanted; take the item with [1]",
        ),
        (
            "count(1)",
            "a list is wanted here, not a number; write [ ] around one item",
        ),
        (
            "[1, 2][item]",
            "a filter is a condition or a place, the same for all items; here it is a number",
        ),
        (
            "[1] = 1",
            "whether a list with one item equals a number is open in the standard",
        ),
        (
            "@\"2024-01-01\" = @\"2024-01-01T00:00:00\"",
            "comparing a date with a date and time is outside the subset",
        ),
        (
            "5 between null and 3",
            "whether this is false or null is open in the standard: one end cannot be compared",
        ),
        (
            "x instance of context",
            "the type `context` is outside the subset of `instance of`",
        ),
        (
            "date(\"2024-01-01Z\")",
            "a date with a zone is outside the subset",
        ),
        (
            "@\"999999999-12-31\" + @\"P1D\"",
            "the date lies beyond the year 999999999",
        ),
        ("1e6000 * 1e6000", "the number is out of range"),
        (
            "string([1])",
            "how a list is written as a text is outside the subset",
        ),
    ] {
        assert_eq!(run(text), Err(message.to_owned()), "{text}");
    }
}

#[test]
fn cells_of_tables_are_matched() {
    let holds = |cell: &str, input: Value| {
        let tests = feel::parse_unary_tests(cell).unwrap();
        feel::matches(&tests, &input, &[("limit".to_owned(), Value::from(10))]).unwrap()
    };
    for (cell, input, expected) in [
        ("-", Value::Null, Some(true)),
        ("< limit", Value::from(9), Some(true)),
        ("1, [5..limit)", Value::from(10), Some(false)),
        ("not(1, 2)", Value::from(2), Some(false)),
        ("not(> limit)", Value::from(2), Some(true)),
        ("\"a\", \"b\"", Value::from("b"), Some(true)),
        ("? > 3 and ? < limit", Value::from(5), Some(true)),
        ("< 5", Value::Null, None),
        ("null", Value::Null, Some(true)),
    ] {
        assert_eq!(holds(cell, input.clone()), expected, "{cell} for {input:?}");
    }
}

#[test]
fn texts_names_and_constants_alone_are_refused_where_no_type_is_given() {
    for (text, refused) in [
        ("\"foo\"", true),
        ("name", true),
        ("[1, \"a\"]", true),
        ("{a: \"b\"}", true),
        ("1", false),
        ("true", false),
        ("null", false),
        ("[]", false),
        ("[1 + 1]", false),
        ("\"a\" + \"b\"", false),
        ("@\"P1M\"", false),
    ] {
        assert_eq!(
            feel::refuse_bare(&feel::parse(text).unwrap()).is_err(),
            refused,
            "{text}"
        );
    }
}
