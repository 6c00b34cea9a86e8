//! What lists, ranges, days and durations come to.

use crate::values::check;

#[test]
fn membership_goes_by_ranges_lists_and_tests() {
    check(&[
        ("claims in [1..3]", &[("claims", "3")], "1"),
        ("claims in [1..3)", &[("claims", "3")], "0"),
        ("claims in (1..3]", &[("claims", "1")], "0"),
        ("claims in ]1..3[", &[("claims", "2")], "1"),
        ("claims in (< 2, > 8)", &[("claims", "9")], "1"),
        ("claims in (< 2, > 8)", &[("claims", "5")], "0"),
        ("claims in (1, 2, [5..6])", &[("claims", "6")], "1"),
        (
            "claims in (>= level)",
            &[("claims", "2"), ("level", "3")],
            "0",
        ),
        ("rent in [0.5..1]", &[("rent", "0.49")], "0"),
        (
            "issued in [date(\"2026-01-01\")..date(\"2026-12-31\")]",
            &[("issued", "2026-12-31")],
            "1",
        ),
        ("disabled in (true)", &[("disabled", "true")], "1"),
        ("claims in [1, 2, 3][item > 1]", &[("claims", "1")], "0"),
    ]);
}

#[test]
fn days_and_durations() {
    check(&[
        ("applied_on = date(\"2026-11-22\")", &[], "1"),
        ("applied_on = @\"2026-11-22\"", &[], "1"),
        ("applied_on = date(2026, 11, 22)", &[], "1"),
        ("date(applied_on) = applied_on", &[], "1"),
        ("applied_on.year", &[], "2026"),
        (
            "issued + duration(\"P1M\") = @\"2026-02-28\"",
            &[("issued", "2026-01-31")],
            "1",
        ),
        (
            "issued - @\"P1Y\" = @\"2023-02-28\"",
            &[("issued", "2024-02-29")],
            "1",
        ),
        (
            "issued + @\"P30D\" = @\"2026-03-02\"",
            &[("issued", "2026-01-31")],
            "1",
        ),
        (
            "issued - @\"PT48H\" = @\"2026-01-29\"",
            &[("issued", "2026-01-31")],
            "1",
        ),
        (
            "(applied_on - issued).days",
            &[("issued", "2026-11-01")],
            "21",
        ),
        (
            "applied_on - issued > duration(\"P20D\")",
            &[("issued", "2026-11-01")],
            "1",
        ),
        (
            "years and months duration(issued, applied_on).years",
            &[("issued", "2024-11-23")],
            "1",
        ),
        (
            "years and months duration(issued, applied_on).months",
            &[("issued", "2024-11-23")],
            "11",
        ),
        (
            "years and months duration(issued, applied_on) >= @\"P2Y\"",
            &[("issued", "2024-11-22")],
            "1",
        ),
        (
            "years and months duration(applied_on, issued).months",
            &[("issued", "2026-10-01")],
            "-1",
        ),
        (
            "issued + duration(\"P1M\") * claims = @\"2026-03-31\"",
            &[("issued", "2026-01-31"), ("claims", "2")],
            "1",
        ),
        (
            "issued <= applied_on and applied_on <= issued + @\"P12M\"",
            &[("issued", "2025-11-22")],
            "1",
        ),
        (
            "issued <= applied_on and applied_on <= issued + @\"P12M\"",
            &[("issued", "2025-11-21")],
            "0",
        ),
        ("max(issued, born) = born", &[("born", "2000-01-01")], "1"),
        (
            "abs(applied_on - issued) = @\"P1D\"",
            &[("issued", "2026-11-23")],
            "1",
        ),
        ("@\"P1Y\" = @\"P12M\"", &[], "1"),
        ("- @\"P1Y\" < @\"P1M\"", &[], "1"),
        ("@\"P1Y\" + @\"P1M\" - @\"P13M\" = @\"P0M\"", &[], "1"),
    ]);
}

#[test]
fn lists_are_unrolled() {
    check(&[
        (
            "some x in [1, 2, 3] satisfies x = claims",
            &[("claims", "3")],
            "1",
        ),
        (
            "every x in [1, 2, 3] satisfies x < claims",
            &[("claims", "3")],
            "0",
        ),
        (
            "some x in [1, 2], y in [10, 20] satisfies x + y = balance",
            &[("balance", "22")],
            "1",
        ),
        (
            "sum(for x in 1..4 return x * claims)",
            &[("claims", "2")],
            "20",
        ),
        ("sum(for x in 4..1 return x)", &[], "10"),
        ("count([1, 2, 3][item >= level])", &[("level", "2")], "2"),
        ("count(for x in [1, 2, 3] return x)", &[], "3"),
        (
            "sum([claims, level, 0][item != 2])",
            &[("claims", "2"), ("level", "5")],
            "5",
        ),
        (
            "min([claims, level, 9][item > 2])",
            &[("claims", "2"), ("level", "5")],
            "5",
        ),
        (
            "max([0, claims, level][item < 3])",
            &[("claims", "2"), ("level", "5")],
            "2",
        ),
        ("[claims, level][2]", &[("level", "5")], "5"),
        ("[claims, level][-1]", &[("level", "5")], "5"),
        (
            "[claims, 2 * claims, 7, 8, 9][level]",
            &[("level", "2"), ("claims", "4")],
            "8",
        ),
        (
            "[true, false, true, false, true][level]",
            &[("level", "3")],
            "1",
        ),
        (
            "[issued, born, issued, issued, issued][level] = born",
            &[("level", "2")],
            "1",
        ),
        (
            "[1, 2, 3][item >= level or item = 3][1]",
            &[("level", "2")],
            "2",
        ),
        ("all([disabled, true])", &[("disabled", "true")], "1"),
        ("any([disabled, veteran])", &[], "0"),
        ("count(concatenate([1], [2, 3]))", &[], "3"),
        ("sum(append([1], 2, claims))", &[("claims", "4")], "7"),
        (
            "all([disabled, veteran][item = disabled])",
            &[("disabled", "true")],
            "1",
        ),
        ("any([disabled, veteran][item != disabled])", &[], "0"),
        (
            "every x in [claims, 9][item > 2] satisfies x > 5",
            &[("claims", "1")],
            "1",
        ),
        (
            "every x in [claims, 9][item > 2] satisfies x > 5",
            &[("claims", "3")],
            "0",
        ),
        (
            "some x in [claims, 9][item > 9] satisfies x > 5",
            &[("claims", "9")],
            "0",
        ),
        ("list contains([1, 2], claims)", &[("claims", "2")], "1"),
        (
            "[{level: 1, pay: 100}, {level: 2, pay: 200}][item.level = 2].pay[1]",
            &[],
            "200",
        ),
        (
            "sum([{least: 1, pay: 100}, {least: 2, pay: 200}][least <= claims or least = 1].pay)",
            &[("claims", "2")],
            "300",
        ),
        ("{a: claims + 1, b: a * 2}.b", &[("claims", "2")], "6"),
        (
            "sum(if disabled then [1, 2] else [claims])",
            &[("claims", "9")],
            "9",
        ),
        (
            "sum(if disabled then [1, 2] else [claims])",
            &[("claims", "9"), ("disabled", "true")],
            "3",
        ),
        ("(if disabled then {a: 1} else {a: 2}).a", &[], "2"),
    ]);
}

#[test]
fn names_of_iterators_hide_questions() {
    check(&[
        (
            "some level in [7, 8] satisfies level = 8",
            &[("level", "1")],
            "1",
        ),
        (
            "sum(for level in [7, 8] return level) + level",
            &[("level", "1")],
            "16",
        ),
    ]);
}
