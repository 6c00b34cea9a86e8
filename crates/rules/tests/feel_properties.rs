//! What must hold for every text, tree and date.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

use jiff::{ToSpan, civil};
use proptest::prelude::*;
use rules::date;
use rules::feel::{self, Args, BinaryOp, Binding, Expr, ExprKind, MAX_DEPTH, Span, Value};

/// Parses, refuses and interprets; what comes of it does not matter.
fn survive(text: &str) {
    let context = [
        ("a".to_owned(), Value::from(3)),
        ("l".to_owned(), Value::List(vec![1.into(), Value::Null])),
    ];
    if let Ok(expr) = feel::parse(text) {
        let _ = feel::refuse(&expr);
        let _ = feel::interpret(&expr, &context);
    }
    if let Ok(tests) = feel::parse_unary_tests(text) {
        let _ = feel::matches(&tests, &Value::from(2), &context);
    }
}

/// Texts of pieces that belong to the language.
fn soup() -> impl Strategy<Value = String> {
    let pieces = [
        "1",
        "0",
        "2.5",
        "-",
        "+",
        "*",
        "/",
        "**",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "..",
        ".",
        ",",
        ":",
        "=",
        "!=",
        "<",
        "<=",
        ">",
        ">=",
        "a",
        "l",
        "item",
        "x",
        "partial",
        "null",
        "true",
        "false",
        "and",
        "or",
        "if",
        "then",
        "else",
        "for",
        "some",
        "every",
        "in",
        "return",
        "satisfies",
        "between",
        "instance of",
        "number",
        "list<",
        "function(",
        "\"t\"",
        "\"2026-01-31\"",
        "@\"2026-01-31\"",
        "@\"P1M\"",
        "@\"PT1H\"",
        "@\"10:00:00Z\"",
        "date(",
        "time(",
        "date and time(",
        "duration(",
        "string(",
        "sum(",
        "sublist(",
        "append(",
        "modulo(",
        "floor(",
        "not(",
        "substring(",
        "years and months duration(",
        "distinct values(",
        "list:",
        "n:",
        "?",
        "1e6000",
        "\"",
        "//",
        "/*",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..24)
        .prop_map(|pieces| pieces.join(" "))
}

fn kind(kind: ExprKind) -> Expr {
    Expr {
        kind,
        span: Span::default(),
    }
}

/// Trees that the parser could have made.
fn tree() -> impl Strategy<Value = Expr> {
    let name = prop::sample::select(vec!["a", "b2", "_c", "date", "item"]).prop_map(str::to_owned);
    let leaf = prop_oneof![
        Just(ExprKind::Null),
        any::<bool>().prop_map(ExprKind::Bool),
        "[0-9]{1,4}(\\.[0-9]{1,3})?|\\.[0-9]{1,3}".prop_map(ExprKind::Number),
        any::<String>().prop_map(ExprKind::String),
        "[ -~]{0,8}".prop_map(ExprKind::At),
        name.clone().prop_map(ExprKind::Name),
    ]
    .prop_map(kind);
    leaf.prop_recursive(5, 40, 4, move |inner| {
        let boxed = inner.clone().prop_map(Box::new);
        let op = prop::sample::select(vec![
            BinaryOp::Or,
            BinaryOp::And,
            BinaryOp::Equal,
            BinaryOp::NotEqual,
            BinaryOp::Less,
            BinaryOp::GreaterEqual,
            BinaryOp::Add,
            BinaryOp::Subtract,
            BinaryOp::Multiply,
            BinaryOp::Divide,
            BinaryOp::Power,
        ]);
        let test_op =
            prop::sample::select(vec![BinaryOp::Less, BinaryOp::Equal, BinaryOp::NotEqual]);
        let binding = (name.clone(), inner.clone(), prop::option::of(inner.clone())).prop_map(
            |(name, domain, until)| Binding {
                name,
                domain,
                until,
            },
        );
        let bindings = prop::collection::vec(binding, 1..3);
        let list = prop::collection::vec(inner.clone(), 0..4);
        let keys = prop::collection::btree_map("[a-z ]{1,5}", inner.clone(), 0..3);
        let named = prop::collection::btree_map("[a-z]{1,5}", inner.clone(), 1..3);
        let function = prop::sample::select(vec!["sum", "date and time", "round half up", "not"]);
        prop_oneof![
            boxed.clone().prop_map(ExprKind::Negate),
            (op, boxed.clone(), boxed.clone()).prop_map(|(op, a, b)| ExprKind::Binary(op, a, b)),
            (boxed.clone(), boxed.clone(), boxed.clone())
                .prop_map(|(a, b, c)| ExprKind::Between(a, b, c)),
            (boxed.clone(), prop::collection::vec(inner.clone(), 1..3))
                .prop_map(|(a, b)| ExprKind::In(a, b)),
            (test_op, boxed.clone()).prop_map(|(op, a)| ExprKind::UnaryTest(op, a)),
            (boxed.clone(), boxed.clone(), any::<bool>(), any::<bool>()).prop_map(
                |(low, high, low_closed, high_closed)| {
                    ExprKind::Interval {
                        low: Some(low),
                        high: Some(high),
                        low_closed,
                        high_closed,
                    }
                }
            ),
            (boxed.clone(), boxed.clone(), boxed.clone())
                .prop_map(|(a, b, c)| ExprKind::If(a, b, c)),
            (bindings.clone(), boxed.clone())
                .prop_map(|(bindings, body)| ExprKind::For(bindings, body)),
            (any::<bool>(), bindings, boxed.clone()).prop_map(|(every, bindings, satisfies)| {
                ExprKind::Quantified {
                    every,
                    bindings,
                    satisfies,
                }
            }),
            list.clone().prop_map(ExprKind::List),
            keys.prop_map(|entries| ExprKind::Context(entries.into_iter().collect())),
            (boxed.clone(), boxed.clone()).prop_map(|(a, b)| ExprKind::Filter(a, b)),
            (
                boxed.clone(),
                prop::sample::select(vec!["a", "year", "time offset", "and"])
            )
                .prop_map(|(a, part)| ExprKind::Path(a, part.to_owned())),
            (function, list)
                .prop_map(|(name, args)| ExprKind::Call(name.to_owned(), Args::Positional(args))),
            named.prop_map(|args| ExprKind::Call(
                "floor".to_owned(),
                Args::Named(args.into_iter().collect())
            )),
            (
                boxed.clone(),
                prop::sample::select(vec!["number", "list<date and time>"])
            )
                .prop_map(|(a, name)| ExprKind::InstanceOf(a, name.to_owned())),
            boxed.prop_map(|body| ExprKind::Function(vec!["x".to_owned()], body)),
        ]
        .prop_map(kind)
    })
}

fn day() -> impl Strategy<Value = civil::Date> {
    (-9_999i16..=9_999, 1i8..=12, 1i8..=31)
        .prop_filter_map("no such date", |(y, m, d)| civil::Date::new(y, m, d).ok())
}

fn days(date: civil::Date) -> date::Day {
    date::from_ymd(date.year().into(), date.month() as u8, date.day() as u8).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        survive(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn no_text_panics(text in any::<String>()) {
        survive(&text);
    }

    #[test]
    fn no_words_panic(text in soup()) {
        survive(&text);
    }

    #[test]
    fn printing_and_reading_give_the_same_tree(tree in tree()) {
        let text = tree.to_string();
        prop_assume!(text.len() < feel::MAX_LENGTH);
        let read = feel::parse(&text);
        prop_assert!(read.is_ok(), "{}: {:?}", text, read);
        prop_assert_eq!(read.unwrap().to_string(), text);
    }

    #[test]
    fn trees_never_panic(tree in tree()) {
        let _ = feel::refuse(&tree);
        let _ = feel::interpret(&tree, &[]);
    }

    #[test]
    fn dates_are_the_calendar_s(date in day()) {
        let number = days(date);
        let epoch = civil::date(1970, 1, 1);
        prop_assert_eq!(number, i64::from(date.since((jiff::Unit::Day, epoch)).unwrap().get_days()));
        prop_assert_eq!(date::to_ymd(number), (date.year().into(), date.month() as u8, date.day() as u8));
    }

    #[test]
    fn months_are_added_as_jiff_does(date in day(), months in -2_400i32..2_400) {
        if let Ok(later) = date.checked_add(months.months()) {
            prop_assert_eq!(date::add_months(days(date), months.into()), days(later));
        }
    }

    #[test]
    fn months_between_are_the_most_that_fit(a in day(), b in day()) {
        let (a, b) = (days(a).min(days(b)), days(a).max(days(b)));
        let months = date::months_between(a, b);
        prop_assert_eq!(date::months_between(b, a), -months);
        // So many months later is not past the end, unless the day had to be moved back.
        let (day_a, day_b) = (date::to_ymd(a).2, date::to_ymd(b).2);
        prop_assert!(date::add_months(a, months) <= b);
        prop_assert!(date::add_months(a, months + 1) > b || day_b < day_a);
    }

    #[test]
    fn moments_are_jiff_s(a in day(), b in day(), seconds in 0i128..86_400, offset in -14i8..=14) {
        let clock = format!("{:02}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60);
        prop_assume!(a.year() != 0 && b.year() != 0 && a.year().abs() < 9_990 && b.year().abs() < 9_990);
        let write = |date: civil::Date| {
            let sign = if date.year() < 0 { "-" } else { "" };
            format!("{sign}{:04}-{:02}-{:02}", date.year().abs(), date.month(), date.day())
        };
        let zone = format!("{}{:02}:00", if offset < 0 { '-' } else { '+' }, offset.abs());
        let text = format!("@\"{}T{clock}{zone}\" - @\"{}T00:00:00Z\"", write(a), write(b));
        let found = feel::interpret(&feel::parse(&text).unwrap(), &[]).unwrap();
        let at = |date: civil::Date, offset: i8| {
            date.at(0, 0, 0, 0).to_zoned(jiff::tz::offset(offset).to_time_zone()).unwrap().timestamp().as_nanosecond()
        };
        prop_assert_eq!(found, Value::Nanos(at(a, offset) + seconds * 1_000_000_000 - at(b, 0)));
    }
}

/// Every kind of nesting at its deepest: neither the parser nor the interpreter, nor
/// dropping the tree, may exhaust a thread's stack.
#[test]
fn the_deepest_trees_are_survived() {
    let chain =
        |link: &str, count: u32| format!("1{}", link.repeat(usize::try_from(count).unwrap()));
    for text in [
        chain(" + 1", MAX_DEPTH - 1),
        format!("a{}", ".b".repeat(199)),
        format!("l{}", "[1]".repeat(199)),
        format!("{}1{}", "(".repeat(64), ")".repeat(64)),
        format!("{}1{}", "[".repeat(64), "]".repeat(64)),
        format!("{}1{}", "{a: ".repeat(64), "}".repeat(64)),
        format!("{}1", "if true then 1 else ".repeat(60)),
        format!("{}1", "for x in [1] return ".repeat(60)),
        format!("{}x", "some x in [1] satisfies ".repeat(60)),
        format!("{}1{}", "abs(".repeat(64), ")".repeat(64)),
        format!("{}1", "-".repeat(64)),
        format!("{}true", "true and ".repeat(150)),
        format!("1{}", " in (1".repeat(60)),
        format!(
            "{}1{}",
            "1 or 1 and 1 = 1 + 1 * 1 ** (".repeat(63),
            ")".repeat(63)
        ),
    ] {
        survive(&text);
    }
    let read = feel::parse(&chain(" + 1", MAX_DEPTH - 1)).unwrap();
    assert_eq!(feel::interpret(&read, &[]), Ok(Value::from(200)));
}

#[test]
fn long_work_is_refused_with_its_own_message() {
    for (text, message) in [
        (
            "for i in 1..1000000000 return i",
            "the range has more than 100000 items",
        ),
        (
            "for i in 1..1000, j in 1..1000 return i",
            "a list has at most 100000 items",
        ),
        (
            "some i in 1..1000, j in 1..1000, k in 1..1000 satisfies i + j + k < 0",
            "this takes more than 1000000 steps",
        ),
        (
            "for i in 1..60 return [partial, partial]",
            "this takes more than 1000000 steps",
        ),
        (
            "for i in 1..60 return if i = 1 then \"ab\" else partial[-1] + partial[-1]",
            "the text has more than 65536 bytes",
        ),
        (
            "for i in 1..90000 return 1.1 ** 4000000",
            "the number is out of range",
        ),
        (
            "for i in 1..90000 return 1.000001 ** 400000",
            "this takes more than 1000000 steps",
        ),
        (
            "count(distinct values(for i in 1..20000 return i))",
            "this takes too many steps",
        ),
        ("9999999999 ** 9999999999", "the number is out of range"),
    ] {
        let expr = feel::parse(text).unwrap();
        assert_eq!(
            feel::interpret(&expr, &[]).unwrap_err().message,
            message,
            "{text}"
        );
    }
}
