//! `bazhu feel`: what an expression comes to.

use crate::args::Feel;
use crate::failure::Failure;
use crate::feel::evaluate_line;
use serde_json::{Value, json};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;

/// Prints one JSON line an expression.
pub fn run(args: &Feel) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match (&args.batch, &args.expression) {
        (Some(path), _) => {
            for line in open(path)?.lines() {
                let line = line.map_err(|error| Failure::file(path, error))?;
                answer(&mut out, &answer_line(&line))?;
            }
            Ok(())
        }
        (None, expression) => {
            let context = match &args.context {
                None => json!({}),
                Some(text) => serde_json::from_str(text)
                    .map_err(|error| Failure::usage(format!("--context is not JSON: {error}")))?,
            };
            let expression = expression.as_deref().unwrap_or_default();
            answer(&mut out, &evaluate_line(expression, &context))
        }
    }
}

fn open(path: &Path) -> Result<Box<dyn BufRead>, Failure> {
    if path == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    let file = File::open(path).map_err(|error| Failure::file(path, error))?;
    Ok(Box::new(BufReader::new(file)))
}

/// One line of a batch; a line that is none is refused like an expression.
fn answer_line(line: &str) -> Value {
    let case: Value = match serde_json::from_str(line) {
        Ok(case) => case,
        Err(error) => return json!({ "refused": format!("the line is not JSON: {error}") }),
    };
    match case.get("expression") {
        Some(Value::String(expression)) => {
            evaluate_line(expression, case.get("context").unwrap_or(&Value::Null))
        }
        _ => json!({ "refused": "the line has no text `expression`" }),
    }
}

/// Whoever feeds the lines may wait for each answer, so none is held back.
fn answer(out: &mut impl Write, value: &Value) -> Result<(), Failure> {
    writeln!(out, "{value}")
        .and_then(|()| out.flush())
        .map_err(|error| Failure::output(&error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_an_answer() {
        for (line, expected) in [
            (
                r#"{"expression": "n * 2", "context": {"n": 4}, "from": "x"}"#,
                json!({"value": {"number": "8"}}),
            ),
            (r#"{"expression": "1 = 1"}"#, json!({"value": true})),
            (
                r#"{"context": {}}"#,
                json!({"refused": "the line has no text `expression`"}),
            ),
            (
                "",
                json!({"refused": "the line is not JSON: EOF while parsing a value at line 1 column 0"}),
            ),
        ] {
            assert_eq!(answer_line(line), expected, "{line}");
        }
    }
}
