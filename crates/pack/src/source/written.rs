//! Expressions as people wrote them, for showing two packs side by side.

use super::fault::{Fault, Faults};
use super::raw::{RawVersion, Value};
use super::{files, read_all};
use std::path::Path;

/// An expression and what it decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The programme's id; empty for a definition that programmes share.
    pub programme: String,
    /// The version's id; empty for a definition.
    pub version: String,
    /// `condition`, `route`, `step`, `amount`, `due_now` or `definition`.
    pub part: &'static str,
    /// The part's id; empty for what there is only one of.
    pub id: String,
    /// FEEL; of a table, a rule a line.
    pub expression: String,
}

/// The expressions of a pack's folder, in the order of the programmes' ids.
///
/// # Errors
/// What stands in the way of reading the files.
pub fn written(dir: &Path) -> Result<Vec<Written>, Vec<Fault>> {
    let mut faults = Faults::default();
    let files = files::read(dir, &mut faults);
    let Some(raw) = read_all(&files, &mut faults) else {
        return Err(faults.sorted());
    };
    let mut all = Vec::new();
    for definition in &raw.definitions {
        all.push(Written {
            programme: String::new(),
            version: String::new(),
            part: "definition",
            id: definition.id.value.clone(),
            expression: said(&definition.value),
        });
    }
    for programme in &raw.programmes {
        for version in &programme.versions {
            all.extend(parts(version).map(|(part, id, expression)| Written {
                programme: programme.id.value.clone(),
                version: version.id.value.clone(),
                part,
                id,
                expression,
            }));
        }
    }
    Ok(all)
}

fn parts(version: &RawVersion) -> impl Iterator<Item = (&'static str, String, String)> {
    let conditions = version.conditions.iter().map(|it| ("condition", it));
    let routes = version.routes.iter().map(|it| ("route", it));
    let truths = conditions
        .chain(routes)
        .map(|(part, it)| (part, it.id.value.clone(), it.expression.value.clone()));
    let steps = version
        .steps
        .iter()
        .map(|it| ("step", it.id.value.clone(), said(&it.value)));
    let amount = version.amount.iter().map(|it| {
        let expression = it.expression.value.clone();
        ("amount", String::new(), expression)
    });
    let due = version
        .due_now
        .iter()
        .map(|(expression, _)| ("due_now", String::new(), expression.value.clone()));
    truths.chain(steps).chain(amount).chain(due)
}

fn said(value: &Value) -> String {
    match value {
        Value::Expression(expression) => expression.value.clone(),
        Value::Table(table) => {
            let join = |cells: &[super::Str]| {
                let cells: Vec<&str> = cells.iter().map(|cell| cell.value.as_str()).collect();
                cells.join(", ")
            };
            let mut text = format!("{}: {}", table.hit_policy, join(&table.inputs));
            for (when, then, _) in &table.rules {
                text.push_str(&format!("\n{} -> {}", join(when), then.value));
            }
            text
        }
        Value::Wrong(_) => String::new(),
    }
}
