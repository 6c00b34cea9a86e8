//! Random expressions: what the compiler's code gives is what the reference interpreter gives.

use proptest::prelude::*;
use rules::compile::Compiler;
use rules::eval::{Answers, Evaluator};
use rules::feel::{self, Decimal, Value};
use rules::program::{Change, Domain, Fact, Kind, Unit};

use crate::generator::Tape;
use crate::support::TODAY;

const KINDS: [&str; 3] = ["level", "unranked", "special"];

/// Questions without units, so that every number goes with every other.
fn questions() -> Vec<(&'static str, Domain)> {
    let number = |min, max, scale| Domain::Number { min, max, scale };
    let days = Domain::Date {
        min: 18_300,
        max: 22_000,
    };
    vec![
        ("level", number(1, 5, 0)),
        ("claims", number(0, 10, 0)),
        ("balance", number(-100, 100, 0)),
        ("rent", number(0, 10_000, 2)),
        ("disabled", Domain::Bool),
        ("veteran", Domain::Bool),
        ("kind", Domain::Options(3)),
        ("other_kind", Domain::Options(3)),
        ("issued", days.clone()),
        ("born", days),
    ]
}

fn expression(bytes: &[u8]) -> String {
    let mut tape = Tape(bytes.iter());
    match tape.pick(2) {
        0 => tape.number(3),
        _ => tape.truth(3),
    }
}

fn compiler() -> Compiler {
    let mut compiler = Compiler::new();
    for (order, (id, domain)) in (0..).zip(questions()) {
        let options: Vec<String> = match domain {
            Domain::Options(_) => KINDS.map(str::to_owned).to_vec(),
            _ => Vec::new(),
        };
        let fact = Fact {
            id: id.to_owned(),
            domain,
            change: Change::Fixed,
            order,
        };
        compiler.fact(fact, Unit::None, &options).unwrap();
    }
    compiler.begin_programme("programme", Kind::Eligibility);
    compiler.begin_version("v1", None, None);
    compiler
}

/// Answers for the machine, the same for the interpreter.
fn answers(random: &[u32]) -> (Answers, Vec<(String, Value)>) {
    let mut values = Vec::new();
    let mut context = vec![("applied_on".to_owned(), Value::Date(TODAY))];
    for ((id, domain), random) in questions().into_iter().zip(random) {
        let random = i64::from(*random);
        let within = |min: i64, max: i64| min + random % (max - min + 1);
        let (answer, value) = match domain {
            Domain::Bool => (random % 2, Value::Bool(random % 2 == 1)),
            Domain::Options(_) => (
                random % 3,
                Value::String(KINDS[random as usize % 3].to_owned()),
            ),
            Domain::Number { min, max, scale } => {
                let mantissa = within(min, max);
                let decimal =
                    Decimal::from_mantissa(i128::from(mantissa), u32::from(scale)).unwrap();
                (mantissa, Value::Number(decimal))
            }
            Domain::Date { min, max } => (within(min, max), Value::Date(within(min, max))),
        };
        values.push(Some(answer));
        context.push((id.to_owned(), value));
    }
    (Answers { values }, context)
}

/// What may be wrong with a random expression whose types are right.
const FAULTS: [&str; 6] = [
    "above its high end",
    "18 digits",
    "can be zero",
    "can be empty",
    "no exact decimal value",
    "more than 12; say how it is rounded",
];

/// Compiles the expression, or gives `None` if it is refused with good reason.
fn compiled(text: &str) -> Option<rules::program::Program> {
    let mut compiler = compiler();
    let Err(errors) = crate::support::step(&mut compiler, "result", text) else {
        return Some(compiler.finish());
    };
    let known = |message: &str| FAULTS.iter().any(|fault| message.contains(fault));
    assert!(
        errors.iter().any(|error| known(&error.message)),
        "{text}: {errors:#?}"
    );
    None
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 800, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_machine_gives_what_the_interpreter_gives(
        bytes in prop::collection::vec(any::<u8>(), 0..80),
        people in prop::collection::vec((prop::collection::vec(any::<u32>(), 10), any::<u16>()), 1..6),
    ) {
        let text = expression(&bytes);
        let Some(program) = compiled(&text) else { return Ok(()) };
        let expr = feel::parse(&text).unwrap();
        let mut evaluator = Evaluator::new(&program).unwrap_or_else(|invalid| panic!("{text}: {invalid}"));
        for (random, forgotten) in people {
            let (mut answers, context) = answers(&random);
            let expected = match feel::interpret(&expr, &context) {
                Ok(Value::Number(number)) => number,
                Ok(Value::Bool(truth)) => if truth { Decimal::ONE } else { Decimal::ZERO },
                // The standard leaves open what such a range holds; for us it is empty.
                Err(refused) if refused.message == "the range's low end is above its high end" => continue,
                other => return Err(TestCaseError::fail(format!("{text}: {other:?} for {context:?}"))),
            };
            let range = evaluator.evaluate(TODAY, &answers).outcomes[0].steps[0];
            let given = Decimal::from_mantissa(i128::from(range.min), u32::from(range.scale)).unwrap();
            prop_assert_eq!(given, expected, "{} for {:?}", text, context);
            prop_assert_eq!(range.min, range.max);

            // Fewer answers never lose the true value.
            for (slot, answer) in answers.values.iter_mut().enumerate() {
                if forgotten >> slot & 1 == 1 {
                    *answer = None;
                }
            }
            let wider = evaluator.evaluate(TODAY, &answers).outcomes[0].steps[0];
            prop_assert!(wider.min <= range.min && range.max <= wider.max, "{} for {:?}", text, context);
        }
    }

    /// Nonsense is refused, without a panic; what compiles can be run.
    #[test]
    fn any_row_of_words_is_refused_or_runs(bytes in prop::collection::vec(any::<u8>(), 0..25)) {
        const WORDS: [&str; 48] = [
            "level", "kind", "rent", "issued", "disabled", "applied_on", "1", "0", "2.5", "-", "+", "*", "/", "**",
            "(", ")", "[", "]", "[1, 2]", "..", ",", "=", "<", ">=", "and", "or", "not(", "if", "then", "else", "in",
            "between", "for x in", "return", "x", "some x in", "satisfies", "item", "count(", "min(", "floor(",
            "\"level\"", "@\"P1M\"", "@\"2026-01-01\"", ".year", ".days", "{a: 1}", "null",
        ];
        let text: Vec<&str> = bytes.iter().map(|byte| WORDS[usize::from(*byte) % WORDS.len()]).collect();
        let text = text.join(" ");
        let mut compiler = compiler();
        if crate::support::step(&mut compiler, "result", &text).is_ok() {
            let program = compiler.finish();
            prop_assert!(Evaluator::new(&program).is_ok(), "{}", text);
        }
    }
}

#[test]
fn most_random_expressions_compile() {
    let mut state = 1u64;
    let mut byte = || {
        // Knuth's linear congruential generator.
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 56) as u8
    };
    let good = (0..500).filter(|_| {
        let bytes: Vec<u8> = (0..80).map(|_| byte()).collect();
        compiled(&expression(&bytes)).is_some()
    });
    let good = good.count();
    assert!(good >= 400, "{good} of 500");
}
