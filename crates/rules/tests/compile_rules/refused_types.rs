//! Types, units and options that do not go together.

use crate::refused::check;

#[test]
fn options_that_a_question_has_not() {
    check(&[
        (
            "kind = \"levle\"",
            "\"levle\"",
            "`kind` has no option \"levle\"",
            "did you mean \"level\"?",
        ),
        (
            "kind in (\"level\", \"none\")",
            "\"none\"",
            "`kind` has no option \"none\"",
            "its options are \"level\", \"unranked\", \"special\"",
        ),
        (
            "kind = situation",
            "kind = situation",
            "`kind` is an option of `kind` and `situation` is an option of `situation`: they can't be compared",
            "",
        ),
        (
            "kind < \"level\"",
            "kind < \"level\"",
            "`kind` is an option of `kind` and `\"level\"` is the text \"level\": they can't be compared",
            "",
        ),
        (
            "(if disabled then kind else situation) = \"level\"",
            "situation",
            "`kind` is an option of `kind` and `situation` is an option of `situation`, but both ways must give the same options",
            "",
        ),
    ]);
}

#[test]
fn types_that_do_not_go_together() {
    check(&[
        (
            "disabled = \"true\"",
            "disabled = \"true\"",
            "`disabled` is true or false and `\"true\"` is the text \"true\": they can't be compared",
            "write `true` and `false` without quotation marks",
        ),
        (
            "issued > \"2026-01-01\"",
            "issued > \"2026-01-01\"",
            "`issued` is a date and `\"2026-01-01\"` is the text \"2026-01-01\": they can't be compared",
            "write the date as `date(\"2026-01-01\")`",
        ),
        (
            "years and months duration(issued, applied_on) >= 12",
            "years and months duration(issued, applied_on) >= 12",
            "`years and months duration(issued, applied_on)` is a duration in months and `12` is a number: they can't be compared",
            "write the number as a duration, `duration(\"P12M\")`, or take `.years`",
        ),
        (
            "applied_on - issued > 30",
            "applied_on - issued > 30",
            "`applied_on - issued` is a duration in days and `30` is a number: they can't be compared",
            "write the number as a duration, `duration(\"P30D\")`, or take `.days`",
        ),
        (
            "issued + 12 > applied_on",
            "issued + 12",
            "`issued` is a date and `12` is a number: they can't be added",
            "write the number as a duration: `duration(\"P12M\")`, `duration(\"P30D\")`",
        ),
        (
            "issued + born > applied_on",
            "issued + born",
            "`issued` is a date and `born` is a date: they can't be added",
            "",
        ),
        (
            "kind + \"x\" = \"levelx\"",
            "kind + \"x\"",
            "`kind` is an option of `kind` and `\"x\"` is the text \"x\": they can't be added",
            "a text is only something to compare with",
        ),
        (
            "disabled and level",
            "level",
            "`level` is a number, but `and` needs true or false",
            "",
        ),
        (
            "disabled or veteran or rent",
            "rent",
            "`rent` is a number of yuan, but `or` needs true or false",
            "",
        ),
        (
            "if level then 1 else 2",
            "level",
            "`level` is a number, but `if` needs true or false",
            "",
        ),
        (
            "not(level)",
            "level",
            "`level` is a number, but `not` needs true or false",
            "",
        ),
        (
            "some x in [1] satisfies x",
            "x",
            "`x` is a number, but `some` needs true or false",
            "",
        ),
        (
            "if disabled then 1 else veteran",
            "veteran",
            "`1` is a number and `veteran` is true or false, but both ways must give the same kind of value",
            "",
        ),
        (
            "- disabled",
            "disabled",
            "`disabled` is true or false, which has no negative",
            "",
        ),
        (
            "abs(kind)",
            "kind",
            "`kind` is an option of `kind`, but `abs` needs a number",
            "",
        ),
        (
            "floor(disabled)",
            "disabled",
            "`disabled` is true or false, but rounding needs a number",
            "",
        ),
        (
            "disabled / 2",
            "disabled",
            "`disabled` is true or false, but `/` needs a number",
            "",
        ),
        (
            "level[1]",
            "level",
            "`level` is a number, but only a list has entries",
            "",
        ),
        (
            "[1, 2][disabled and 1]",
            "1",
            "`1` is a number, but `and` needs true or false",
            "",
        ),
        (
            "level in [1..issued]",
            "[1..issued]",
            "`1` is a number and `issued` is a date: they can't be compared",
            "",
        ),
        (
            "[1, 2][kind]",
            "kind",
            "`kind` is an option of `kind`, but a filter needs an index or a condition",
            "",
        ),
        (
            "[1] = [1]",
            "[1] = [1]",
            "`[1]` is a list and `[1]` is a list: they can't be compared",
            "use `in` or `list contains`",
        ),
        (
            "sum([disabled])",
            "sum([disabled])",
            "`sum([disabled])` holds true or false, which can't be added up",
            "",
        ),
        (
            "max(disabled, 1)",
            "max(disabled, 1)",
            "`max(disabled, 1)` holds true or false and a number, which can't be compared",
            "",
        ),
        (
            "all([1])",
            "all([1])",
            "`all([1])` holds a number, but `all` needs true or false",
            "",
        ),
        (
            "count(1)",
            "1",
            "`1` is a number, but `count` needs a list",
            "",
        ),
        (
            "some x in 1 satisfies true",
            "1",
            "`1` is a number, but `x` needs a list to go through",
            "",
        ),
        (
            "issued.month",
            "issued.month",
            "`issued` is a date, which has no `.month`",
            "of a date rules may use `.year`",
        ),
        (
            "level.value",
            "level.value",
            "`level` is a number, which has no `.value`",
            "",
        ),
        (
            "years and months duration(issued, 3).years",
            "3",
            "`3` is a number, but `years and months duration` needs a date",
            "",
        ),
    ]);
}

#[test]
fn units_that_do_not_go_together() {
    check(&[
        (
            "rent + insured_months",
            "rent + insured_months",
            "`rent` counts yuan and `insured_months` counts months: they can't be added",
            "",
        ),
        (
            "insured_months >= years_worked",
            "insured_months >= years_worked",
            "`insured_months` counts months and `years_worked` counts years: they can't be compared",
            "",
        ),
        (
            "rent - level",
            "rent - level",
            "`rent` counts yuan and `level` has no unit: they can't be subtracted",
            "",
        ),
        (
            "min(rent, points)",
            "min(rent, points)",
            "`min(rent, points)` counts yuan and `min(rent, points)` counts points: they can't be compared",
            "",
        ),
        (
            "if disabled then rent else points",
            "rent else points",
            "`rent` counts yuan and `points` counts points: they can't be put side by side",
            "",
        ),
        (
            "rent * points",
            "rent * points",
            "`rent` and `points` both count money or points: they can't be multiplied",
            "one side must be a share or a count",
        ),
        (
            "floor(staff / rent)",
            "staff / rent",
            "`staff` can't be divided by `rent`, which counts money or points",
            "",
        ),
        (
            "staff ** 2",
            "staff",
            "`staff` has a unit, whose powers mean nothing",
            "",
        ),
    ]);
}
