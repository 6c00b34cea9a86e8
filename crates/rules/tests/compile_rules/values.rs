//! What expressions come to.

use crate::support::value;

type Case = (
    &'static str,
    &'static [(&'static str, &'static str)],
    &'static str,
);

/// Compares each expression's value.
#[track_caller]
pub fn check(cases: &[Case]) {
    for (expression, given, expected) in cases {
        assert_eq!(
            value(expression, given),
            *expected,
            "{expression} {given:?}"
        );
    }
}

#[test]
fn arithmetic_is_exact() {
    check(&[
        ("1 + 2 * 3", &[], "7"),
        ("0.1 + 0.2", &[], "0.3"),
        ("10 / 4", &[], "2.5"),
        ("9 / 3", &[], "3"),
        ("1 / 0.5", &[], "2"),
        ("-7 / 8", &[], "-0.875"),
        ("2 ** 10", &[], "1024"),
        ("1.5 ** 2", &[], "2.25"),
        ("2 ** 0", &[], "1"),
        ("balance ** 3", &[("balance", "-100")], "-1000000"),
        ("- balance", &[("balance", "7")], "-7"),
        ("- (balance - 100)", &[("balance", "7")], "93"),
        ("rent + 0.005", &[("rent", "0.01")], "0.015"),
        ("rent - rent", &[("rent", "5.55")], "0"),
        ("rent * 0.8 * 1.3", &[("rent", "1500")], "1560"),
        ("rent / 8", &[("rent", "0.01")], "0.00125"),
        ("balance / -4", &[("balance", "3")], "-0.75"),
        ("claims * level", &[("claims", "7"), ("level", "3")], "21"),
        ("balance * balance - balance", &[("balance", "-9")], "90"),
        ("1e3 + 0", &[], "1000"),
        ("abs(balance)", &[("balance", "-3")], "3"),
        ("abs(-1.5)", &[], "1.5"),
        ("abs(rent)", &[("rent", "2")], "2"),
        (
            "min(balance, 3, claims)",
            &[("balance", "4"), ("claims", "2")],
            "2",
        ),
        ("max(balance, 3.5)", &[("balance", "4")], "4"),
        ("max([balance, 3.5])", &[("balance", "3")], "3.5"),
        ("sum(balance, 1, 0.5)", &[("balance", "4")], "5.5"),
        ("product(level, 2, 3)", &[("level", "4")], "24"),
        ("modulo(balance, 7)", &[("balance", "-1")], "6"),
        ("odd(claims)", &[("claims", "3")], "1"),
        ("even(claims)", &[("claims", "3")], "0"),
    ]);
}

#[test]
fn rounding_happens_once_and_only_where_it_is_said() {
    check(&[
        ("round half up(rent / 3, 2)", &[("rent", "100")], "33.33"),
        ("round half up(rent / 6, 2)", &[("rent", "0.03")], "0.01"),
        ("round half down(rent / 6, 2)", &[("rent", "0.03")], "0"),
        ("round up(rent / 3, 2)", &[("rent", "100")], "33.34"),
        ("round down(rent / 3, 2)", &[("rent", "200")], "66.66"),
        ("decimal(rent / 8, 2)", &[("rent", "0.12")], "0.02"),
        ("decimal(rent / 8, 2)", &[("rent", "0.36")], "0.04"),
        ("floor(rent)", &[("rent", "1.99")], "1"),
        ("ceiling(rent)", &[("rent", "1.01")], "2"),
        ("floor(balance / 7)", &[("balance", "-1")], "-1"),
        ("ceiling(balance / 7)", &[("balance", "-1")], "0"),
        ("round up(balance / 7, 0)", &[("balance", "-1")], "-1"),
        ("round down(balance / 7, 0)", &[("balance", "-8")], "-1"),
        ("round half up(balance / 2, 0)", &[("balance", "-1")], "-1"),
        ("round half down(balance / 2, 0)", &[("balance", "-1")], "0"),
        ("floor(balance / -7)", &[("balance", "1")], "-1"),
        ("round half up(rent, -2)", &[("rent", "1550")], "1600"),
        ("round half up(rent, 5)", &[("rent", "1.55")], "1.55"),
        ("floor(rent, 1)", &[("rent", "1.59")], "1.5"),
        (
            "round half up(rent / staff, 2)",
            &[("rent", "100"), ("staff", "7")],
            "14.29",
        ),
        (
            "round half up(rent / (staff + 0.5), 2)",
            &[("rent", "100"), ("staff", "7")],
            "13.33",
        ),
        ("round half up(1 / 3, 3)", &[], "0.333"),
        ("round half up(n: rent, scale: 0)", &[("rent", "0.5")], "1"),
    ]);
}

#[test]
fn comparisons_do_not_depend_on_decimal_places() {
    check(&[
        ("claims > 2.5", &[("claims", "2")], "0"),
        ("claims > 2.5", &[("claims", "3")], "1"),
        ("insured_months >= 12", &[("insured_months", "12")], "1"),
        ("insured_months > 12", &[("insured_months", "12")], "0"),
        ("insured_months < 12.0", &[("insured_months", "12")], "0"),
        ("insured_months <= 12", &[("insured_months", "12")], "1"),
        ("12 > insured_months", &[("insured_months", "11")], "1"),
        ("12.5 < insured_months", &[("insured_months", "12")], "0"),
        ("insured_months = 12.5", &[("insured_months", "12")], "0"),
        ("insured_months != 12", &[("insured_months", "12")], "0"),
        ("insured_months < 1000", &[("insured_months", "600")], "1"),
        ("insured_months > -1", &[], "1"),
        ("rent = 5", &[("rent", "5")], "1"),
        ("rent > 4.999", &[("rent", "4.99")], "0"),
        (
            "hired >= 0.1 * staff",
            &[("staff", "100"), ("hired", "10")],
            "1",
        ),
        (
            "hired >= 0.1 * staff",
            &[("staff", "101"), ("hired", "10")],
            "0",
        ),
        (
            "hired * 100 >= staff * 10",
            &[("staff", "101"), ("hired", "10")],
            "0",
        ),
        ("claims < level", &[("claims", "2"), ("level", "3")], "1"),
        (
            "claims between level and 4",
            &[("claims", "4"), ("level", "4")],
            "1",
        ),
        (
            "claims between level and 4",
            &[("claims", "5"), ("level", "4")],
            "0",
        ),
        ("disabled = veteran", &[("disabled", "true")], "0"),
        ("disabled != true", &[("disabled", "true")], "0"),
        ("\"a\" = \"a\"", &[], "1"),
    ]);
}

#[test]
fn options_compare_with_their_ids() {
    check(&[
        ("kind = \"level\"", &[], "1"),
        ("kind != \"level\"", &[("kind", "special")], "1"),
        ("\"special\" = kind", &[("kind", "special")], "1"),
        (
            "kind = other_kind",
            &[("kind", "special"), ("other_kind", "special")],
            "1",
        ),
        ("kind = other_kind", &[("kind", "special")], "0"),
        (
            "kind in (\"level\", \"special\")",
            &[("kind", "unranked")],
            "0",
        ),
        (
            "kind in [\"level\", \"special\"]",
            &[("kind", "special")],
            "1",
        ),
        (
            "list contains([\"level\", \"special\"], kind)",
            &[("kind", "special")],
            "1",
        ),
        (
            "(if disabled then kind else other_kind) = \"special\"",
            &[("kind", "special")],
            "0",
        ),
        (
            "(if disabled then kind else \"special\") = \"special\"",
            &[],
            "1",
        ),
        (
            "(if disabled then \"a\" else if veteran then \"b\" else \"c\") = \"b\"",
            &[("veteran", "true")],
            "1",
        ),
        (
            "(if disabled then \"a\" else \"b\") in (\"b\")",
            &[("disabled", "true")],
            "0",
        ),
    ]);
}

#[test]
fn logic_and_choice() {
    check(&[
        ("disabled and veteran", &[("disabled", "true")], "0"),
        ("disabled or veteran", &[("disabled", "true")], "1"),
        ("not(disabled) and not(veteran)", &[], "1"),
        ("if disabled then 1 else 0.8", &[], "0.8"),
        (
            "if kind = \"level\" then [3500, 3000, 2500, 2000, 1500][level] else 1000",
            &[("level", "4")],
            "2000",
        ),
        (
            "if kind = \"level\" then [3500, 3000, 2500, 2000, 1500][level] else 1000",
            &[("kind", "special")],
            "1000",
        ),
        (
            "if level = 5 then 1000 else if level = 4 then 1500 else 2000",
            &[("level", "4")],
            "1500",
        ),
        (
            "if disabled then veteran else claims > 3",
            &[("disabled", "true"), ("veteran", "true")],
            "1",
        ),
        (
            "if disabled then veteran else claims > 3",
            &[("claims", "4")],
            "1",
        ),
        ("if disabled then true else veteran", &[], "0"),
        (
            "if disabled then veteran else true",
            &[("disabled", "true")],
            "0",
        ),
        ("(if disabled then issued else born) = born", &[], "1"),
        (
            "if claims > 0 then round half up(rent / claims, 2) else 0",
            &[("rent", "10"), ("claims", "3")],
            "3.33",
        ),
        (
            "if claims > 0 then round half up(rent / claims, 2) else 0",
            &[("rent", "10")],
            "0",
        ),
        (
            "if claims = 0 then 0 else [5, 6, 7, 8, 9, 10, 11, 12, 13, 14][claims]",
            &[("claims", "10")],
            "14",
        ),
        (
            "if insured_months in [1..3] then [5, 6, 7][insured_months] else 0",
            &[("insured_months", "3")],
            "7",
        ),
        (
            "if insured_months in [1..3] then [5, 6, 7][insured_months] else 0",
            &[("insured_months", "4")],
            "0",
        ),
        (
            "if insured_months != 0 then floor(600 / insured_months) else 0",
            &[("insured_months", "7")],
            "85",
        ),
    ]);
}
