//! Decision tables: to the compiler, and its errors back to the cells.

use super::code::{part, put_at};
use super::fault::{At, Faults};
use super::raw::RawTable;
use rules::compile::{HitPolicy, Table, TableError, TableRule};

/// The table as the compiler takes it.
pub(crate) fn table(raw: &RawTable) -> Table {
    let rule = |(when, then, _): &(Vec<super::node::Str>, super::node::Str, At)| TableRule {
        when: when.iter().map(|cell| cell.value.clone()).collect(),
        then: then.value.clone(),
    };
    Table {
        // The file's shape allows only the letters that are known.
        hit_policy: raw.hit_policy.parse().unwrap_or(HitPolicy::Unique),
        inputs: raw.inputs.iter().map(|input| input.value.clone()).collect(),
        rules: raw.rules.iter().map(rule).collect(),
        priority: raw
            .priority
            .iter()
            .map(|output| output.value.clone())
            .collect(),
    }
}

/// Reports a table's errors at its cells.
pub(crate) fn put(raw: &RawTable, result: Result<(), Vec<TableError>>, faults: &mut Faults) {
    for TableError {
        rule,
        column,
        error,
    } in result.err().into_iter().flatten()
    {
        let row = rule.and_then(|rule| raw.rules.get(rule));
        let cell = match (row, column) {
            (Some((when, then, _)), Some(column)) => when.get(column).or(Some(then)),
            (None, Some(column)) => raw.inputs.get(column),
            _ => None,
        };
        let at = match (cell, row) {
            (Some(cell), _) => part(cell, &error),
            (None, Some((_, _, at))) => at.clone(),
            (None, None) => raw.at.clone(),
        };
        put_at("table", &at, &error, faults);
    }
}
