use super::*;
use crate::feel::ast::Args;

/// The tree, printed with all brackets.
fn shape(text: &str) -> String {
    match parse(text) {
        Ok(expr) => expr.to_string(),
        Err(error) => format!("{}..{}: {error}", error.span.start, error.span.end),
    }
}

#[test]
fn operators_bind_as_the_standard_says() {
    for (text, expected) in [
        ("a or b and c", "a or (b and c)"),
        ("a and b or c", "(a and b) or c"),
        ("1 + 2 * 3", "(1) + ((2) * (3))"),
        ("10 - 3 - 2", "((10) - (3)) - (2)"),
        ("2 ** 3 ** 2", "((2) ** (3)) ** (2)"),
        ("-3 ** 2", "(-(3)) ** (2)"),
        ("2 ** -3", "(2) ** (-(3))"),
        ("- -3", "-(-(3))"),
        ("-a.b", "-(a.b)"),
        ("a = b and c != d", "(a = b) and (c != d)"),
        (
            "a + 1 between 2 and 3 and b",
            "((a + (1)) between (2) and (3)) and b",
        ),
        ("a in 3 + 4 and b", "(a in ((3) + (4))) and b"),
        ("a in (3) + 4", "a in ((3) + (4))"),
        ("a in (1, < 3)", "a in (1, (< (3)))"),
        (
            "a in (1..3)",
            "a in ((1)..(3))"
                .replace("((1)..(3))", "(((1)..(3)))")
                .as_str(),
        ),
        ("a in ]1..3[ and b", "(a in (((1)..(3)))) and b"),
        ("a in [[1..2], [3..4[]", "a in ([[(1)..(2)], [(3)..(4))])"),
        ("if a then b else c + 1", "if a then b else c + (1)"),
        ("1 + if a then 1 else 2", "(1) + (if a then 1 else 2)"),
        (
            "for x in 1..3, y in [x] return x",
            "for x in (1)..(3), y in [x] return x",
        ),
        (
            "some x in l satisfies x > 1",
            "some x in l satisfies x > (1)",
        ),
        ("l[x > 1].y[1]", "((l[x > (1)]).y)[1]"),
        (
            "date and time(\"x\").time offset",
            "date and time(\"x\").time offset",
        ),
        (
            "round half up(n: 1, scale: 2)",
            "round half up(n: 1, scale: 2)",
        ),
        ("insert before(l, position: 2)", "8..9"),
        (
            "x instance of list < date and time >",
            "x instance of list<date and time>",
        ),
        ("(< 10) = (null..10)", "(< (10)) = (null..(10))"),
        ("{a: 1, \"b c\": [2]}", "{\"a\": 1, \"b c\": [2]}"),
        ("1 /* two */ + // three\n 4", "(1) + (4)"),
        (
            "@\"2026-01-31\" + duration(\"P1M\")",
            "@\"2026-01-31\" + duration(\"P1M\")",
        ),
        ("function(a, b: number) a", "function(a, b) a"),
    ] {
        let found = shape(text);
        if expected == "8..9" {
            assert!(found.contains("expected"), "{text}: {found}");
        } else {
            assert_eq!(found, expected, "{text}");
        }
    }
}

#[test]
fn texts_resolve_escapes() {
    let text = r#""a\n\"\\\u4E2D\uD83D\uDE00\U01F600'""#;
    assert_eq!(
        parse(text).unwrap().kind,
        ExprKind::String("a\n\"\\中😀😀'".to_owned())
    );
}

#[test]
fn faults_name_their_place() {
    for (text, expected) in [
        ("", "0..0: expected a value, found the end"),
        ("1 +", "3..3: expected a value, found the end"),
        (
            "a == b",
            "3..4: expected a value (a range such as `< 5` stands in round brackets), found `=` (FEEL compares with one `=`)",
        ),
        (
            "a < b < c",
            "6..7: comparisons cannot be chained (write `a < b and b < c`, or use brackets)",
        ),
        ("\"abc", "0..1: this text has no end (end it with `\"`)"),
        ("/* abc", "0..1: this comment has no end (end it with `*/`)"),
        (
            "工资 > 1",
            "0..6: the name `工资` is not in ASCII (names are ASCII letters, digits and `_`; other letters go into texts)",
        ),
        (
            "a b",
            "2..3: expected the end or an operator, found `b` (a name has no spaces; a text stands in double quotes)",
        ),
        (
            "1a",
            "0..2: a number and a name run together (put an operator between them; names begin with a letter)",
        ),
        (
            "(1, 2)",
            "2..3: several values in round brackets (a list is written [a, b])",
        ),
        (
            "x(1)(2)",
            "4..5: only built-in functions can be called (their names are in docs/feel.md)",
        ),
        (
            "?",
            "0..1: `?` has a meaning only in the cells of a decision table",
        ),
        ("{a: 1, a: 2}", "7..8: the entry `a` is given twice"),
        (
            "if a then b",
            "11..11: expected `else` after the `then` part, found the end",
        ),
        (
            "12345678901234567890123456789012345",
            "0..35: a number has at most 34 significant digits (write fewer digits)",
        ),
        (
            r#""\x""#,
            r#"1..3: unknown escape in a text (known are \n \r \t \" \' \\ \uXXXX \UXXXXXX)"#,
        ),
        (
            r#""\uD800""#,
            r"1..7: this escape names no character (write four hexadecimal digits after \u, six after \U)",
        ),
        ("a & b", "2..3: `&` has no meaning here (write `and`)"),
    ] {
        assert_eq!(shape(text), expected, "{text}");
    }
}

#[test]
fn limits_have_their_own_messages() {
    let deep = format!("{}1{}", "(".repeat(70), ")".repeat(70));
    assert!(
        shape(&deep).contains("nested more than 64 deep"),
        "{}",
        shape(&deep)
    );
    let minus = format!("{}1", "-".repeat(5_000));
    assert!(shape(&minus).contains("nested more than 64 deep"));
    let chain = format!("1{}", " + 1".repeat(4_000));
    assert!(shape(&chain).contains("deeper than 200"));
    let parts = format!("a{}", ".a".repeat(8_000));
    assert!(shape(&parts).contains("deeper than 200"));
    let types = format!("a instance of {}a", "list<".repeat(2_000));
    assert!(shape(&types).contains("nested more than 64 deep"));
    let long = "1".repeat(MAX_LENGTH + 1);
    assert!(shape(&long).contains("16385 bytes, more than 16384"));
    let inside = format!("{}1{}", "(".repeat(60), ")".repeat(60));
    assert_eq!(shape(&inside), "1");
}

#[test]
fn cells_hold_tests() {
    let printed = |text| {
        parse_unary_tests(text).map(|tests| tests.iter().map(Expr::to_string).collect::<Vec<_>>())
    };
    assert_eq!(printed("-").unwrap(), ["-"]);
    assert_eq!(
        printed("< 5, [1..3), \"a\"").unwrap(),
        ["(< (5))", "[(1)..(3))", "\"a\""]
    );
    assert_eq!(printed("-5").unwrap(), ["-(5)"]);
    assert_eq!(
        printed("? > 3 and ? < 9").unwrap(),
        ["(? > (3)) and (? < (9))"]
    );
    let negated = parse_unary_tests("not(\"a\", > 3)").unwrap();
    assert!(
        matches!(&negated[..], [Expr { kind: ExprKind::Call(name, Args::Positional(args)), .. }] if name == "not" && args.len() == 2)
    );
    assert!(parse_unary_tests("").is_err());
    assert!(parse_unary_tests("1,").is_err());
}
