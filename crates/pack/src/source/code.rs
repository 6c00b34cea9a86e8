//! From expressions to code: drives the compiler and puts its errors into the files.

use super::fault::{At, Faults};
use super::node::{Str, within};
use super::questions::Asked;
use super::raw::{RawDefinition, RawProgramme, RawVersion, Value};
use super::tables;
use crate::model::Pack;
use rules::compile::{Compiler, Error};
use rules::program::{Condition, Figure, Program};
use std::ops::Range;

/// Compiles everything into the pack, and fills in which questions each rule reads.
///
/// Gives back by slot whether any rule reads the question; `None` where something is
/// wrong, now or before.
pub(crate) fn compile(
    pack: &mut Pack,
    asked: &[Asked],
    definitions: &[RawDefinition],
    programmes: &[RawProgramme],
    faults: &mut Faults,
) -> Option<Vec<bool>> {
    let mut compiler = Compiler::new();
    for question in asked {
        let options: Vec<String> = question
            .question
            .options
            .iter()
            .map(|option| option.id.clone())
            .collect();
        if let Err(error) = compiler.fact(question.fact.clone(), question.question.unit, &options) {
            put_at("expression", &question.id.at, &error, faults);
        }
    }
    for definition in definitions {
        let id = &definition.id;
        match &definition.value {
            Value::Expression(text) => {
                let result = compiler.define(&id.value, &text.value, definition.unit);
                put_all(text, result, faults);
            }
            Value::Table(raw) => {
                let table = tables::table(raw);
                let result = compiler.define_table(&id.value, &table, definition.unit);
                tables::put(raw, result, faults);
            }
            Value::Wrong(at) => {
                neither(at, faults);
                // Refused, so that the name counts as known and is not reported again.
                drop(compiler.define(&id.value, "", definition.unit));
            }
        }
    }
    for programme in programmes {
        compiler.begin_programme(&programme.id.value, programme.kind);
        for version in &programme.versions {
            compiler.begin_version(&version.id.value, version.from, version.until);
            compile_version(&mut compiler, version, faults);
            compiler.end_version();
        }
    }
    if faults.has_errors() {
        return None;
    }
    let used = fill_in(pack, &compiler);
    let code = compiler.finish();
    pack.program = Program {
        exclusions: std::mem::take(&mut pack.program.exclusions),
        caps: std::mem::take(&mut pack.program.caps),
        ..code
    };
    Some(used)
}

/// Reports questions that no rule reads.
pub(crate) fn unused(asked: &[Asked], used: &[bool], faults: &mut Faults) {
    for (question, _) in asked.iter().zip(used).filter(|(_, used)| !**used) {
        let id = &question.id;
        let message = format!("no rule reads `{}`", id.value);
        let fault = faults.error("unused-question", &id.at, message);
        fault.help("take the question out, or use it in a rule");
    }
}

fn compile_version(compiler: &mut Compiler, version: &RawVersion, faults: &mut Faults) {
    for step in &version.steps {
        match &step.value {
            Value::Expression(text) => {
                let result = compiler.step(&step.id.value, &text.value, step.unit);
                put_all(text, result, faults);
            }
            Value::Table(raw) => {
                let table = tables::table(raw);
                let result = compiler.step_table(&step.id.value, &table, step.unit);
                tables::put(raw, result, faults);
            }
            Value::Wrong(at) => {
                neither(at, faults);
                drop(compiler.step(&step.id.value, "", step.unit));
            }
        }
    }
    for condition in &version.conditions {
        let text = &condition.expression;
        put_all(
            text,
            compiler.condition(&condition.id.value, &text.value),
            faults,
        );
    }
    for route in &version.routes {
        let text = &route.expression;
        put_all(
            text,
            compiler.route(&route.id.value, &text.value, route.level),
            faults,
        );
    }
    if let Some(window) = &version.window
        && let Err(error) = compiler.window(&window.event.value, window.months)
    {
        put_at("expression", &window.event.at, &error, faults);
    }
    if let Some(amount) = &version.amount {
        let text = &amount.expression;
        put_all(text, compiler.amount(&text.value, amount.unit), faults);
    }
    if let Some((text, unit)) = &version.due_now {
        put_all(text, compiler.due_now(&text.value, *unit), faults);
    }
}

/// Which questions each condition and route reads; gives back which ones any rule reads.
fn fill_in(pack: &mut Pack, compiler: &Compiler) -> Vec<bool> {
    let mut used = vec![false; pack.questions.len()];
    for (code, texts) in compiler.programmes().iter().zip(&mut pack.programmes) {
        for (code, texts) in code.versions.iter().zip(&mut texts.versions) {
            let facts = |condition: &Condition| compiler.facts_of(condition.reg);
            texts.condition_facts = code.conditions.iter().map(facts).collect();
            texts.route_facts = code.routes.iter().map(facts).collect();
            let figures = code
                .amount
                .iter()
                .chain(&code.due_now)
                .chain(code.steps.iter().map(|step| &step.figure));
            let figures = figures.flat_map(|figure: &Figure| compiler.facts_of(figure.reg));
            let window = code.window.map(|window| window.event);
            let rules = texts
                .condition_facts
                .iter()
                .chain(&texts.route_facts)
                .flatten()
                .copied();
            for slot in rules.chain(figures).chain(window) {
                if let Some(used) = used.get_mut(usize::from(slot)) {
                    *used = true;
                }
            }
        }
    }
    used
}

fn neither(at: &At, faults: &mut Faults) {
    faults.error(
        "missing-field",
        at,
        "a value has either `expression` or `table`",
    );
}

/// Reports an expression's errors at their characters in the file.
pub(crate) fn put_all(text: &Str, result: Result<(), Vec<Error>>, faults: &mut Faults) {
    for error in result.err().into_iter().flatten() {
        put_at("expression", &part(text, &error), &error, faults);
    }
}

/// Where an expression's error stands in the file.
pub(crate) fn part(text: &Str, error: &Error) -> At {
    let length = text.value.len();
    let bytes = |at: u32| usize::try_from(at).unwrap_or(length).min(length);
    let span: Range<usize> = bytes(error.span.start)..bytes(error.span.end);
    within(&text.at, span)
}

/// Reports a compiler's error at a place.
pub(crate) fn put_at(code: &'static str, at: &At, error: &Error, faults: &mut Faults) {
    let fault = faults.error(code, at, &error.message);
    if let Some(help) = error.help.as_deref().filter(|help| !help.is_empty()) {
        fault.help(help);
    }
}
