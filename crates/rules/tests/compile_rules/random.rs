//! Random expressions: what the compiler's code gives is what the reference interpreter gives.

use proptest::prelude::*;
use rules::compile::Compiler;
use rules::eval::{Answers, Evaluator};
use rules::feel::{self, Decimal, Value};
use rules::program::{Change, Domain, Fact, Kind, Unit};

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

/// Builds an expression from bytes: 0 is always the simplest choice, so that
/// proptest's shrinking makes it small.
pub struct Tape<'a>(pub std::slice::Iter<'a, u8>);

impl Tape<'_> {
    /// One of so many choices.
    pub fn pick(&mut self, choices: usize) -> usize {
        usize::from(self.0.next().copied().unwrap_or(0)) % choices
    }

    /// One of the words.
    pub fn of<'s>(&mut self, words: &[&'s str]) -> &'s str {
        words[self.pick(words.len())]
    }

    fn number(&mut self, depth: u32) -> String {
        if depth == 0 {
            return match self.pick(2) {
                0 => self
                    .of(&["1", "0", "2", "3", "0.5", "1.3", "10", "100", "7.25"])
                    .to_owned(),
                _ => self.of(&["level", "claims", "balance", "rent"]).to_owned(),
            };
        }
        let less = depth - 1;
        match self.pick(24) {
            0 => self.number(0),
            1 => format!("({} + {})", self.number(less), self.number(less)),
            2 => format!("({} - {})", self.number(less), self.number(less)),
            3 => format!("({} * {})", self.number(less), self.number(less)),
            4 => format!("(- {})", self.number(less)),
            5 => format!(
                "({} / {})",
                self.number(less),
                self.of(&["2", "4", "-5", "8", "10", "0.5"])
            ),
            6 => format!(
                "{}({}, {})",
                self.of(&["min", "max", "sum"]),
                self.number(less),
                self.number(less)
            ),
            7 => format!("abs({})", self.number(less)),
            8 => format!("{}({})", self.of(&["floor", "ceiling"]), self.number(less)),
            9 => {
                let round = self.of(&[
                    "round half up",
                    "round half down",
                    "round up",
                    "round down",
                    "decimal",
                ]);
                format!(
                    "{round}({}, {})",
                    self.number(less),
                    self.of(&["0", "1", "2", "-1"])
                )
            }
            10 => {
                let round = self.of(&[
                    "round half up",
                    "round half down",
                    "round up",
                    "round down",
                    "decimal",
                    "floor",
                ]);
                let divisor = self.of(&[
                    "3",
                    "level",
                    "-7",
                    "(claims + 1)",
                    "(rent + 0.01)",
                    "(level - 6)",
                    "6",
                ]);
                format!(
                    "{round}({} / {divisor}, {})",
                    self.number(less),
                    self.of(&["0", "1", "2", "-1"])
                )
            }
            11..14 => format!(
                "(if {} then {} else {})",
                self.truth(less),
                self.number(less),
                self.number(less)
            ),
            14 => format!(
                "[{}, {}, {}, {}, {}][{}]",
                self.number(less),
                self.number(less),
                self.number(0),
                self.number(0),
                self.number(0),
                self.of(&["level", "2", "-1", "(6 - level)"])
            ),
            15 => format!(
                "count({}[{}])",
                self.list(less),
                self.truth_of("item", less)
            ),
            16 => format!(
                "sum(for x in {} return x * {})",
                self.list(less),
                self.number(0)
            ),
            17 => format!(
                "{}(append({}[{}], 4))",
                self.of(&["min", "max", "sum"]),
                self.list(less),
                self.truth_of("item", less)
            ),
            // A literal times a count takes any unit.
            18 => format!("(1 * ({} - {}).days)", self.day(less), self.day(less)),
            19 => format!(
                "(1 * years and months duration({}, {}).{})",
                self.day(less),
                self.day(less),
                self.of(&["years", "months"])
            ),
            20 => format!("(1 * {}.year)", self.day(less)),
            21 => format!(
                "modulo({}, {})",
                self.number(less),
                self.of(&["3", "7", "10"])
            ),
            22 => format!("({} ** {})", self.number(0), self.of(&["2", "3", "0"])),
            _ => format!(
                "(if claims > {0} then floor({1} / (claims - {0})) else {2})",
                self.of(&["0", "3"]),
                self.number(less),
                self.number(less)
            ),
        }
    }

    fn list(&mut self, depth: u32) -> String {
        match self.pick(3) {
            0 => format!("[1, 2, {}]", self.number(0)),
            1 => format!("[{}, {}]", self.number(depth), self.number(depth)),
            _ => format!(
                "(if {} then [1, 2] else [{}])",
                self.truth(depth),
                self.number(depth)
            ),
        }
    }

    fn truth_of(&mut self, name: &str, depth: u32) -> String {
        let op = self.of(&["=", "!=", "<", "<=", ">", ">="]);
        format!("{name} {op} {}", self.number(depth))
    }

    fn truth(&mut self, depth: u32) -> String {
        let options = ["\"level\"", "\"unranked\"", "\"special\""];
        let comparison = ["=", "!=", "<", "<=", ">", ">="];
        if depth == 0 {
            return match self.pick(4) {
                0 => self.of(&["true", "false"]).to_owned(),
                1 => self.of(&["disabled", "veteran"]).to_owned(),
                2 => format!("(kind {} {})", self.of(&["=", "!="]), self.of(&options)),
                _ => format!(
                    "({} {} {})",
                    self.number(0),
                    self.of(&comparison),
                    self.number(0)
                ),
            };
        }
        let less = depth - 1;
        match self.pick(18) {
            0 => self.truth(0),
            1 => format!("({} and {})", self.truth(less), self.truth(less)),
            2 => format!("({} or {})", self.truth(less), self.truth(less)),
            3 => format!(
                "({} or {} or {})",
                self.truth(0),
                self.truth(less),
                self.truth(0)
            ),
            4 => format!("not({})", self.truth(less)),
            5 | 6 => format!(
                "({} {} {})",
                self.number(less),
                self.of(&comparison),
                self.number(less)
            ),
            7 => format!("(kind in ({}, {}))", self.of(&options), self.of(&options)),
            8 => format!("(kind {} other_kind)", self.of(&["=", "!="])),
            9 => {
                let (low, high) = (self.of(&["[", "("]), self.of(&["]", ")"]));
                format!(
                    "({} in {low}{}..{}{high})",
                    self.number(less),
                    self.number(0),
                    self.number(0)
                )
            }
            10 => format!(
                "({} between {} and {})",
                self.number(less),
                self.number(0),
                self.number(less)
            ),
            11 => format!(
                "({} in ({}, < {}, {}))",
                self.number(less),
                self.number(0),
                self.number(0),
                self.number(0)
            ),
            12 => {
                let condition = format!("x {} {}", self.of(&comparison), self.number(less));
                format!(
                    "({} x in {} satisfies {condition})",
                    self.of(&["some", "every"]),
                    self.list(less)
                )
            }
            13 => format!("list contains({}, {})", self.list(less), self.number(0)),
            14 => format!(
                "({} {} {})",
                self.day(less),
                self.of(&comparison),
                self.day(less)
            ),
            15 => format!(
                "(if {} then {} else {})",
                self.truth(less),
                self.truth(less),
                self.truth(less)
            ),
            16 => format!(
                "({} {} {})",
                self.truth(less),
                self.of(&["=", "!="]),
                self.truth(less)
            ),
            _ => format!(
                "((if {} then kind else {}) = {})",
                self.truth(less),
                self.of(&["other_kind", "\"special\""]),
                self.of(&options)
            ),
        }
    }

    fn day(&mut self, depth: u32) -> String {
        if depth == 0 {
            return self
                .of(&["issued", "applied_on", "born", "date(\"2024-02-29\")"])
                .to_owned();
        }
        let less = depth - 1;
        match self.pick(6) {
            0 => self.day(0),
            1 => format!(
                "({} {} duration(\"{}\"))",
                self.day(less),
                self.of(&["+", "-"]),
                self.of(&["P1M", "P12M", "P1Y1M", "P30D", "PT48H"])
            ),
            2 => format!(
                "({} + @\"P1M\" * {})",
                self.day(less),
                self.of(&["level", "claims", "2"])
            ),
            3 => format!(
                "(if {} then {} else {})",
                self.truth(less),
                self.day(less),
                self.day(less)
            ),
            4 => format!(
                "{}({}, {})",
                self.of(&["min", "max"]),
                self.day(less),
                self.day(less)
            ),
            _ => format!(
                "({} + {})",
                self.day(less),
                self.of(&["@\"P1D\"", "@\"-P1M\""])
            ),
        }
    }
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
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

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
