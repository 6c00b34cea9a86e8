//! Random decision tables, against the standard's meaning tried on every case there is.

use proptest::prelude::*;
use rules::compile::{HitPolicy, Table, TableRule};
use rules::eval::Evaluator;
use rules::feel::{self, Decimal, Value};
use rules::program::Unit;

use crate::generator::Tape;
use crate::support::{TODAY, answers, in_version};

const INPUTS: [&str; 3] = ["level", "kind", "disabled"];
const KINDS: [&str; 3] = ["level", "unranked", "special"];

fn cell(tape: &mut Tape<'_>, input: &str) -> String {
    let number = ["1", "2", "3", "4", "5", "2.5", "0"];
    match (input, tape.pick(6)) {
        (_, 0) => "-".to_owned(),
        ("level", 1) => format!(
            "[{}..{}]",
            tape.of(&["1", "2", "2.5"]),
            tape.of(&["3", "4", "5"])
        ),
        ("level", 2) => format!("{}, {}", tape.of(&number), tape.of(&number)),
        ("level", 3) => format!("not({})", tape.of(&number)),
        ("level", 4) => tape.of(&number).to_owned(),
        ("level", _) => format!("{} {}", tape.of(&["<", "<=", ">", ">="]), tape.of(&number)),
        ("kind", 1 | 2) => format!("\"{}\", \"{}\"", tape.of(&KINDS), tape.of(&KINDS)),
        ("kind", 3) => format!("not(\"{}\")", tape.of(&KINDS)),
        ("kind", _) => format!("\"{}\"", tape.of(&KINDS)),
        (_, 1 | 2) => "true".to_owned(),
        (_, _) => "false".to_owned(),
    }
}

fn table(bytes: &[u8]) -> Table {
    let mut tape = Tape(bytes.iter());
    let letters = tape.of(&["U", "F", "A", "P", "C+", "C<", "C>", "C#"]);
    let hit_policy: HitPolicy = letters.parse().unwrap();
    let inputs = INPUTS
        .iter()
        .take(1 + tape.pick(3))
        .map(ToString::to_string)
        .collect::<Vec<_>>();
    let mut rules = Vec::new();
    for _ in 0..=tape.pick(7) {
        let when = inputs.iter().map(|input| cell(&mut tape, input)).collect();
        rules.push(TableRule {
            when,
            then: tape.of(&["1", "2.5", "30"]).to_owned(),
        });
    }
    if tape.pick(2) == 0 {
        let when = inputs.iter().map(|_| "-".to_owned()).collect();
        rules.push(TableRule {
            when,
            then: "1".to_owned(),
        });
    }
    let priority = match hit_policy {
        HitPolicy::Priority => ["2.5", "30", "1"].map(str::to_owned).to_vec(),
        _ => Vec::new(),
    };
    Table {
        hit_policy,
        inputs,
        rules,
        priority,
    }
}

/// The outputs of the rules that hold in a case, in their order.
fn hits(table: &Table, case: &[(&str, Value)]) -> Vec<Decimal> {
    let holds = |rule: &TableRule| {
        table.inputs.iter().zip(&rule.when).all(|(input, cell)| {
            let value = case.iter().find(|(id, _)| id == input).unwrap();
            let tests = feel::parse_unary_tests(cell).unwrap();
            feel::matches(&tests, &value.1, &[]).unwrap() == Some(true)
        })
    };
    table
        .rules
        .iter()
        .filter(|rule| holds(rule))
        .map(|rule| rule.then.parse().unwrap())
        .collect()
}

/// What the hit policy makes of the outputs; `None` where the table is to be refused.
fn result(policy: HitPolicy, hits: &[Decimal]) -> Option<Decimal> {
    let first = hits.first().copied();
    match policy {
        HitPolicy::Unique => first.filter(|_| hits.len() == 1),
        HitPolicy::Any => first.filter(|first| hits.iter().all(|hit| hit == first)),
        HitPolicy::First => first,
        HitPolicy::Priority => {
            let ranks = ["2.5", "30", "1"].map(|text| text.parse::<Decimal>().unwrap());
            ranks.into_iter().find(|rank| hits.contains(rank))
        }
        HitPolicy::Sum => first.map(|_| {
            hits.iter()
                .fold(Decimal::ZERO, |sum, hit| sum.checked_add(*hit).unwrap())
        }),
        HitPolicy::Min => hits.iter().copied().min(),
        HitPolicy::Max => hits.iter().copied().max(),
        HitPolicy::Count | HitPolicy::Collect => Decimal::from_mantissa(hits.len() as i128, 0),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_table_is_refused_or_answers_every_case(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        let table = table(&bytes);
        let mut compiler = in_version();
        let compiled = compiler.step_table("result", &table, Unit::None);
        let program = compiler.finish();
        let mut evaluator = Evaluator::new(&program).unwrap();
        let mut refused = false;
        for (level, kind, disabled) in (0..30).map(|case| (1 + case % 5, KINDS[case / 5 % 3], case / 15 == 1)) {
            let case = [
                ("level", Value::Number(Decimal::from_mantissa(level as i128, 0).unwrap())),
                ("kind", Value::String(kind.to_owned())),
                ("disabled", Value::Bool(disabled)),
            ];
            let Some(expected) = result(table.hit_policy, &hits(&table, &case)) else {
                refused = true;
                continue;
            };
            if compiled.is_err() {
                continue;
            }
            let (level, disabled) = (level.to_string(), disabled.to_string());
            let given = [("level", level.as_str()), ("kind", kind), ("disabled", disabled.as_str())];
            let range = evaluator.evaluate(TODAY, &answers(&given)).outcomes[0].steps[0];
            let value = Decimal::from_mantissa(i128::from(range.min), u32::from(range.scale)).unwrap();
            prop_assert_eq!((value, range.min), (expected, range.max), "{:?} {:?}", table, given);
        }
        prop_assert_eq!(compiled.is_err(), refused, "{:#?} {:#?}", compiled, table);
    }
}
