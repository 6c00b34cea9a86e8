//! Questions to write expressions about, and running one expression.

use rules::compile::{Compiler, Error};
use rules::date;
use rules::eval::{Answers, Evaluator, Range};
use rules::feel::Decimal;
use rules::program::{Change, Domain, Fact, Kind, Op, Program, Unit};

/// The day of application in all tests: 2026-11-22.
pub const TODAY: i64 = 20_779;

/// Id, domain, unit, options.
pub type Question = (&'static str, Domain, Unit, &'static [&'static str]);

const fn number(min: i64, max: i64) -> Domain {
    Domain::Number { min, max, scale: 0 }
}

const fn money(max: i64) -> Domain {
    Domain::Number {
        min: 0,
        max,
        scale: 2,
    }
}

const DATE: Domain = Domain::Date {
    min: -7_305,
    max: 47_481,
};

const KINDS: [&str; 3] = ["level", "unranked", "special"];

pub const QUESTIONS: [Question; 16] = [
    ("kind", Domain::Options(3), Unit::None, &KINDS),
    ("other_kind", Domain::Options(3), Unit::None, &KINDS),
    (
        "situation",
        Domain::Options(4),
        Unit::None,
        &["employed", "flexible", "unemployed", "student"],
    ),
    ("level", number(1, 5), Unit::None, &[]),
    ("claims", number(0, 10), Unit::None, &[]),
    ("balance", number(-100, 100), Unit::None, &[]),
    ("insured_months", number(0, 600), Unit::Months, &[]),
    ("years_worked", number(0, 60), Unit::Years, &[]),
    ("staff", number(1, 3_000), Unit::People, &[]),
    ("hired", number(0, 3_000), Unit::People, &[]),
    ("points", number(0, 200), Unit::Points, &[]),
    ("rent", money(100_000_000), Unit::Yuan, &[]),
    ("disabled", Domain::Bool, Unit::None, &[]),
    ("veteran", Domain::Bool, Unit::None, &[]),
    ("issued", DATE, Unit::None, &[]),
    ("born", DATE, Unit::None, &[]),
];

/// A compiler that knows the questions.
pub fn compiler() -> Compiler {
    let mut compiler = Compiler::new();
    for (order, (id, domain, unit, options)) in (0..).zip(QUESTIONS) {
        let fact = Fact {
            id: id.to_owned(),
            domain,
            change: Change::Fixed,
            order,
        };
        let options: Vec<String> = options.iter().map(ToString::to_string).collect();
        compiler.fact(fact, unit, &options).unwrap();
    }
    compiler
}

/// A compiler in the middle of a version.
pub fn in_version() -> Compiler {
    let mut compiler = compiler();
    begin(&mut compiler);
    compiler
}

pub fn begin(compiler: &mut Compiler) {
    compiler.begin_programme("programme", Kind::Eligibility);
    compiler.begin_version("v1", None, None);
}

/// The expression as a step `result`, of whichever unit it has.
pub fn step(compiler: &mut Compiler, id: &str, expression: &str) -> Result<(), Vec<Error>> {
    use Unit::{Days, Months, None, People, Points, Years, Yuan};
    let mut first = Option::None;
    for (place, unit) in [None, Yuan, Points, Months, Years, Days, People]
        .into_iter()
        .enumerate()
    {
        // A name stays taken after an error: all but the first try get one of their own.
        let tried = if place == 0 {
            id.to_owned()
        } else {
            format!("{id}{place}")
        };
        match compiler.step(&tried, expression, unit) {
            Ok(()) => return Ok(()),
            Err(errors) => {
                first.get_or_insert(errors);
            }
        }
    }
    Err(first.unwrap_or_default())
}

/// What is emitted for the expression alone.
pub fn ops(expression: &str) -> Vec<Op> {
    let mut compiler = in_version();
    step(&mut compiler, "result", expression).unwrap();
    let program = compiler.finish();
    Evaluator::new(&program).unwrap_or_else(|invalid| panic!("{expression}: {invalid}"));
    program.ops
}

/// Answers by id: a number, `true`, an option, a date. The rest is the domain's least.
pub fn answers(given: &[(&str, &str)]) -> Answers {
    let mut values = Vec::new();
    for (id, domain, _, options) in QUESTIONS {
        let text = given.iter().find(|(known, _)| *known == id);
        let value = text.map(|(_, text)| match domain {
            Domain::Bool => i64::from(*text == "true"),
            Domain::Options(_) => options.iter().position(|option| option == text).unwrap() as i64,
            Domain::Number { scale, .. } => {
                let decimal: Decimal = text.parse().unwrap();
                decimal.mantissa_at(u32::from(scale)).unwrap()
            }
            Domain::Date { .. } => day(text),
        });
        let least = match domain {
            Domain::Bool | Domain::Options(_) => 0,
            Domain::Number { min, .. } | Domain::Date { min, .. } => min,
        };
        values.push(Some(value.unwrap_or(least)));
    }
    let known = |id: &str| QUESTIONS.iter().any(|question| question.0 == id);
    assert!(given.iter().all(|(id, _)| known(id)), "{given:?}");
    Answers { values }
}

pub fn day(text: &str) -> i64 {
    let parts: Vec<i64> = text.split('-').map(|part| part.parse().unwrap()).collect();
    date::from_ymd(parts[0], parts[1] as u8, parts[2] as u8).unwrap()
}

/// The value of the only programme's last step, as a decimal: 0 or 1 for a truth.
pub fn last_step(program: &Program, answers: &Answers) -> String {
    let mut evaluator = Evaluator::new(program).unwrap_or_else(|invalid| panic!("{invalid}"));
    let evaluation = evaluator.evaluate(TODAY, answers);
    let Range {
        min, max, scale, ..
    } = *evaluation.outcomes[0].steps.last().unwrap();
    assert_eq!(min, max, "everything is answered");
    Decimal::from_mantissa(i128::from(min), u32::from(scale))
        .unwrap()
        .to_string()
}

/// The value of an expression.
pub fn value(expression: &str, given: &[(&str, &str)]) -> String {
    let mut compiler = in_version();
    step(&mut compiler, "result", expression)
        .unwrap_or_else(|errors| panic!("{expression}: {errors:#?}"));
    last_step(&compiler.finish(), &answers(given))
}
