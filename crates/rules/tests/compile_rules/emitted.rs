//! What is emitted: the fewest and fastest operations, in the shared block or the version's.

use rules::program::{Op, Rounding};

use crate::support::{begin, compiler, in_version, ops, step};

#[track_caller]
fn emits(expression: &str, expected: &[Op]) {
    assert_eq!(ops(expression), expected, "{expression}");
}

const KIND: Op = Op::Fact(0);
const LEVEL: Op = Op::Fact(3);
const CLAIMS: Op = Op::Fact(4);
const DISABLED: Op = Op::Fact(12);

#[test]
fn comparisons_of_one_question_with_options_are_one_mask() {
    let mask = &[KIND, Op::OneOf(0, 0b101)];
    for expression in [
        "kind in (\"level\", \"special\")",
        "kind in (\"special\", \"level\", \"special\")",
        "kind = \"level\" or kind = \"special\"",
        "kind != \"unranked\"",
        "not(kind = \"unranked\")",
        "list contains([\"level\", \"special\"], kind)",
        "some k in [\"level\", \"special\"] satisfies kind = k",
        "every k in [\"unranked\"] satisfies kind != k",
        "if kind = \"level\" then true else kind = \"special\"",
        "[true, false, true][if kind = \"level\" then 1 else if kind = \"unranked\" then 2 else 3]",
    ] {
        emits(expression, mask);
    }
}

#[test]
fn conditions_on_one_question_meet_across_others() {
    emits(
        "kind = \"level\" or disabled or kind = \"special\"",
        &[DISABLED, KIND, Op::OneOf(1, 0b101), Op::Or(0, 2)],
    );
}

#[test]
fn chains_of_options_and_levels_are_look_ups() {
    emits(
        "if kind = \"level\" then 1.5 else if kind = \"unranked\" then 2 else 0",
        &[KIND, Op::LookupOption(0, vec![15, 20, 0])],
    );
    emits(
        "if disabled then 1 else 0.8",
        &[DISABLED, Op::LookupOption(0, vec![8, 10])],
    );
    emits(
        "if level = 5 then 1000 else if level = 4 then 1500 else 2000",
        &[
            LEVEL,
            Op::Lookup(0, vec![2_000, 2_000, 2_000, 1_500, 1_000]),
        ],
    );
    emits(
        "if level >= 3 then 10 * level else 0",
        &[LEVEL, Op::Lookup(0, vec![0, 0, 30, 40, 50])],
    );
    emits(
        "[3500, 3000, 2500, 2000, 1500][level]",
        &[
            LEVEL,
            Op::Lookup(0, vec![3_500, 3_000, 2_500, 2_000, 1_500]),
        ],
    );
    emits("(6 - level) * 10 + 10 * level", &[Op::Number(60)]);
    emits("2 * level", &[LEVEL, Op::MultiplyBy(0, 2)]);
    emits(
        "[10, 20, 30, 40, 50][level]",
        &[LEVEL, Op::MultiplyBy(0, 10)],
    );
    let shifted = vec![0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2];
    emits(
        "if claims = 0 then 0 else if claims = 10 then 2 else 1",
        &[CLAIMS, Op::Number(1), Op::Add(0, 1), Op::Lookup(2, shifted)],
    );
}

#[test]
fn thresholds_are_single_comparisons() {
    emits("level >= 3", &[Op::Number(3), LEVEL, Op::LessEqual(0, 1)]);
    for expression in [
        "level > 2",
        "2.5 < level",
        "not(level < 3)",
        "level in [3..5]",
    ] {
        assert_eq!(ops(expression), ops("level >= 3"), "{expression}");
    }
    emits(
        "level in (1, 2)",
        &[LEVEL, Op::Number(2), Op::LessEqual(0, 1)],
    );
    emits(
        "level = 3 or level >= 3 and level < 4",
        &[LEVEL, Op::Number(3), Op::Equal(0, 1)],
    );
    emits(
        "level != 3",
        &[LEVEL, Op::Number(3), Op::Equal(0, 1), Op::Not(2)],
    );
}

#[test]
fn constants_fold_and_what_has_no_effect_is_left_out() {
    emits("if 1 + 1 = 2 then level else balance", &[LEVEL]);
    emits("(level + 0) * 1", &[LEVEL]);
    emits("disabled and true or false", &[DISABLED]);
    emits("not(not(disabled))", &[DISABLED]);
    emits("disabled = true", &[DISABLED]);
    emits("disabled or not(disabled)", &[Op::Option(1)]);
    emits("level in [1..5]", &[Op::Option(1)]);
    emits("level > 5", &[Op::Option(0)]);
    emits(
        "kind in (\"level\", \"unranked\", \"special\")",
        &[Op::Option(1)],
    );
    emits(
        "@\"2026-01-31\" + @\"P1M\" = @\"2026-02-28\"",
        &[Op::Option(1)],
    );
    emits("max(rent, -1)", &[Op::Fact(11)]);
    emits("rent - rent", &[Op::Number(0)]);
    emits("0 * rent", &[Op::Number(0)]);
}

#[test]
fn equal_expressions_share_a_register() {
    let mut compiler = in_version();
    compiler
        .condition("a", "insured_months >= 12 and disabled")
        .unwrap();
    compiler
        .condition("b", "disabled and insured_months > 11")
        .unwrap();
    compiler.end_version();
    let conditions = &compiler.programmes()[0].versions[0].conditions;
    assert_eq!(conditions[0].reg, conditions[1].reg);
    assert_eq!(compiler.finish().ops.len(), 5);
}

#[test]
fn divisors_and_indexes_are_kept_in_bounds_where_the_condition_says_so() {
    emits(
        "if claims > 0 then floor(rent / claims) else 0",
        &[
            Op::Number(1),
            CLAIMS,
            Op::LessEqual(0, 1),
            Op::Fact(11),
            // At least 1, at the dividend's scale.
            Op::Add(1, 0),
            Op::Lookup(
                4,
                vec![100, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000],
            ),
            Op::Divide {
                a: 3,
                b: 5,
                times: 1,
                rounding: Rounding::Floor,
            },
            Op::Number(0),
            Op::If(2, 6, 7),
        ],
    );
}

#[test]
fn only_definitions_are_shared() {
    let mut compiler = compiler();
    compiler
        .define("hard", "disabled or veteran", None)
        .unwrap();
    compiler.define("rate", "0.8", None).unwrap();
    begin(&mut compiler);
    compiler.condition("hard", "hard").unwrap();
    step(&mut compiler, "paid", "if hard then 1 else rate").unwrap();
    compiler.begin_version("v2", Some(0), None);
    compiler.condition("not_hard", "not(hard)").unwrap();
    let program = compiler.finish();
    assert_eq!(program.shared, 3);
    let versions = &program.programmes[0].versions;
    assert_eq!((versions[0].ops, versions[1].ops), ((3, 4), (4, 5)));
    assert_eq!(versions[0].conditions[0].reg, 2);
    assert_eq!(
        program.ops[3..],
        [Op::LookupOption(2, vec![8, 10]), Op::Not(2)]
    );
}

#[test]
fn tells_which_facts_a_register_reads_and_what_is_always_so() {
    let mut compiler = in_version();
    compiler
        .condition("reads", "kind = \"level\" and level >= 3 or disabled")
        .unwrap();
    compiler.condition("always", "level <= 5").unwrap();
    compiler.condition("never", "level > claims + 5").unwrap();
    compiler.condition("depends", "level > claims").unwrap();
    compiler.end_version();
    let regs: Vec<u16> = compiler.programmes()[0].versions[0]
        .conditions
        .iter()
        .map(|condition| condition.reg)
        .collect();
    assert_eq!(compiler.facts_of(regs[0]), [0, 3, 12]);
    assert_eq!(compiler.facts_of(regs[1]), []);
    assert_eq!(
        regs.iter()
            .map(|reg| compiler.always(*reg))
            .collect::<Vec<_>>(),
        [None, Some(true), Some(false), None]
    );
}
