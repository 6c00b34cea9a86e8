//! From a table to a value.

use super::cases::{self, Column};
use super::{HitPolicy, Table, TableError, TableRule};
use crate::compile::Error;
use crate::compile::draft::Draft;
use crate::compile::lower::{Lowering, SUBJECT};
use crate::compile::names::Names;
use crate::compile::value::{Item, Value};
use crate::feel::{self, Expr, Span};
use crate::program::Reg;

/// The most rules and the most inputs of a table.
const MAX_RULES: usize = 300;
const MAX_INPUTS: usize = 32;

/// A table on its way.
struct Lower<'a> {
    draft: &'a mut Draft,
    names: &'a Names,
    table: &'a Table,
    errors: Vec<TableError>,
}

/// What the table stands for, proved to answer as its policy says.
pub(super) fn lower(
    draft: &mut Draft,
    names: &Names,
    table: &Table,
) -> Result<Value, Vec<TableError>> {
    let mut this = Lower {
        draft,
        names,
        table,
        errors: Vec::new(),
    };
    match this.value() {
        Some(value) if this.errors.is_empty() => Ok(value),
        _ => Err(this.errors),
    }
}

impl Lower<'_> {
    fn fail<T>(&mut self, rule: Option<usize>, column: Option<usize>, error: Error) -> Option<T> {
        self.errors.push(TableError {
            rule,
            column,
            error,
        });
        None
    }

    /// Runs a lowering of one cell's text and keeps its errors.
    fn cell<T>(
        &mut self,
        rule: Option<usize>,
        column: usize,
        text: &str,
        under: Option<Reg>,
        lower: impl FnOnce(&mut Lowering<'_>) -> Option<T>,
    ) -> Option<T> {
        let mut lowering = Lowering::new(text, self.draft, self.names);
        if let Some(condition) = under {
            lowering.assume(condition, true);
        }
        let value = lower(&mut lowering);
        let errors = lowering.errors;
        if errors.is_empty() {
            return value;
        }
        for error in errors {
            self.fail::<()>(rule, Some(column), error);
        }
        None
    }

    fn shape(&mut self) -> Option<()> {
        let table = self.table;
        let (inputs, rules) = (table.inputs.len(), table.rules.len());
        if inputs == 0 || rules == 0 || inputs > MAX_INPUTS || rules > MAX_RULES {
            let message = format!("the table has {inputs} inputs and {rules} rules");
            let help = format!("give it 1 to {MAX_INPUTS} inputs and 1 to {MAX_RULES} rules");
            return self.fail(None, None, Error::whole("", message, help));
        }
        for (at, TableRule { when, .. }) in table.rules.iter().enumerate() {
            if when.len() != inputs {
                let message = format!("the rule's cells are {}, the inputs {inputs}", when.len());
                self.fail::<()>(
                    Some(at),
                    None,
                    Error::whole("", message, "write `-` for a cell that tests nothing"),
                );
            }
        }
        if (table.hit_policy == HitPolicy::Priority) == table.priority.is_empty() {
            let (message, help) = match table.hit_policy {
                HitPolicy::Priority => (
                    "hit policy `P` needs the outputs in the order of their priority".to_owned(),
                    "add `priority = [..]`, the most important output first",
                ),
                other => (
                    format!("hit policy `{other}` has no priorities"),
                    "leave `priority` out",
                ),
            };
            self.fail::<()>(None, None, Error::whole("", message, help));
        }
        self.errors.is_empty().then_some(())
    }

    fn value(&mut self) -> Option<Value> {
        self.shape()?;
        let table = self.table;
        let mut inputs = Vec::with_capacity(table.inputs.len());
        for (column, text) in table.inputs.iter().enumerate() {
            inputs.push(self.input(column, text));
        }
        let mut columns: Vec<Column> = inputs
            .iter()
            .zip(&table.inputs)
            .map(|(input, text)| Column::new(text, input.clone()))
            .collect();
        let mut conditions = Vec::with_capacity(table.rules.len());
        for (rule, TableRule { when, .. }) in table.rules.iter().enumerate() {
            let mut cells = Vec::with_capacity(when.len());
            for (place, (text, column)) in when.iter().zip(&mut columns).enumerate() {
                cells.push(self.test(rule, place, text, column));
            }
            conditions.push(cells.into_iter().collect::<Option<Vec<Reg>>>());
        }
        let mut outputs = Vec::with_capacity(table.rules.len());
        let mut guards = Vec::with_capacity(table.rules.len());
        for (rule, (TableRule { then, .. }, cells)) in
            table.rules.iter().zip(conditions).enumerate()
        {
            let guard = cells.and_then(|cells| {
                let all = self.draft.every(cells);
                self.cell(Some(rule), table.inputs.len(), then, None, |lowering| {
                    lowering.done(Span::default(), all)
                })
            });
            guards.push(guard);
            let expr = self.parsed(rule, then);
            outputs.push(expr.and_then(|expr| {
                self.cell(Some(rule), table.inputs.len(), then, guard, |lowering| {
                    lowering.expr(&expr)
                })
            }));
        }
        let guards = guards.into_iter().collect::<Option<Vec<_>>>();
        let outputs = outputs.into_iter().collect::<Option<Vec<_>>>();
        let (guards, outputs) = (guards?, outputs?);
        cases::classify(self.draft, self.names, &mut columns)
            .into_iter()
            .for_each(|error| self.errors.push(error));
        if !self.errors.is_empty() {
            return None;
        }
        let found = cases::proofs(table, &columns, &outputs);
        self.errors.extend(found);
        if !self.errors.is_empty() {
            return None;
        }
        self.result(guards, outputs)
    }

    fn input(&mut self, column: usize, text: &str) -> Option<Value> {
        let expr = match feel::parse(text) {
            Ok(expr) => expr,
            Err(error) => return self.fail(None, Some(column), error.into()),
        };
        self.cell(None, column, text, None, |lowering| {
            let value = lowering.expr(&expr)?;
            if value.register().is_some() {
                return Some(value);
            }
            let message = format!(
                "{} is {}, which a table can't test",
                lowering.quote(expr.span),
                value.describe()
            );
            lowering.fail(expr.span, message, "")
        })
    }

    fn parsed(&mut self, rule: usize, text: &str) -> Option<Expr> {
        match feel::parse(text) {
            Ok(expr) => Some(expr),
            Err(error) => self.fail(Some(rule), Some(self.table.inputs.len()), error.into()),
        }
    }

    /// The truth of one cell; its tests are noted in the column.
    fn test(&mut self, rule: usize, place: usize, text: &str, column: &mut Column) -> Option<Reg> {
        let tests = match feel::parse_unary_tests(text) {
            Ok(tests) => tests,
            Err(error) => return self.fail(Some(rule), Some(place), error.into()),
        };
        let input = column.input.clone()?;
        let span = whole(text);
        let reg = self.cell(Some(rule), place, text, None, |lowering| {
            lowering.subject = column.name.clone();
            lowering.tests(span, (&input, SUBJECT), &tests)
        });
        column.cells.push((text.to_owned(), tests));
        reg
    }

    fn result(&mut self, guards: Vec<Reg>, outputs: Vec<Value>) -> Option<Value> {
        let policy = self.table.hit_policy;
        let order = match policy {
            HitPolicy::Priority => self.order(&outputs)?,
            _ => (0..outputs.len()).collect(),
        };
        if !matches!(
            policy,
            HitPolicy::Collect
                | HitPolicy::Count
                | HitPolicy::Sum
                | HitPolicy::Min
                | HitPolicy::Max
        ) {
            return self.chosen(order, &guards, &outputs);
        }
        let text = "outputs";
        let at = whole(text);
        let mut lowering = Lowering::new(text, self.draft, self.names);
        let mut items = Vec::with_capacity(guards.len());
        for (guard, value) in guards.iter().zip(outputs) {
            items.extend(lowering.guarded(at, *guard, vec![Item { guard: None, value }])?);
        }
        let value = match policy {
            HitPolicy::Sum => lowering.sum_of(at, &items),
            HitPolicy::Min => lowering.extreme_of(at, &items, false),
            HitPolicy::Max => lowering.extreme_of(at, &items, true),
            HitPolicy::Count => lowering.count(at, &items),
            _ => Some(Value::List(items)),
        };
        let errors = lowering.errors;
        self.errors.extend(TableError::table(errors));
        value
    }

    /// The output of the first rule that holds; the last one needs no test.
    fn chosen(&mut self, order: Vec<usize>, guards: &[Reg], outputs: &[Value]) -> Option<Value> {
        let table = self.table;
        let mut chosen: Option<(Value, &str)> = None;
        for rule in order.into_iter().rev() {
            let (guard, value) = guards.get(rule).zip(outputs.get(rule))?;
            let text = table.rules.get(rule).map_or("", |rule| rule.then.as_str());
            let value = match chosen {
                None => value.clone(),
                Some((rest, after)) => {
                    let here = (value.clone(), whole(text));
                    self.cell(Some(rule), table.inputs.len(), text, None, |lowering| {
                        after.clone_into(&mut lowering.subject);
                        lowering.select(here.1, *guard, here, (rest, SUBJECT))
                    })?
                }
            };
            chosen = Some((value, text));
        }
        chosen.map(|(value, _)| value)
    }

    /// The rules by the priority of their outputs.
    fn order(&mut self, outputs: &[Value]) -> Option<Vec<usize>> {
        let mut ranked = Vec::with_capacity(self.table.priority.len());
        for text in &self.table.priority {
            let expr = match feel::parse(text) {
                Ok(expr) => expr,
                Err(error) => return self.fail(None, None, error.into()),
            };
            let mut lowering = Lowering::new(text, self.draft, self.names);
            let value = lowering.expr(&expr);
            let errors = lowering.errors;
            self.errors.extend(TableError::table(errors));
            ranked.push(value?);
        }
        let mut order = Vec::with_capacity(outputs.len());
        for (rule, output) in outputs.iter().enumerate() {
            match ranked.iter().position(|value| cases::same(value, output)) {
                Some(rank) => order.push((rank, rule)),
                None => {
                    let text = self
                        .table
                        .rules
                        .get(rule)
                        .map_or("", |rule| rule.then.as_str());
                    let message = format!("the output `{text}` is not among the priorities");
                    self.fail::<()>(
                        Some(rule),
                        Some(self.table.inputs.len()),
                        Error::whole(text, message, "add it to `priority`"),
                    );
                }
            }
        }
        order.sort_unstable();
        Some(order.into_iter().map(|(_, rule)| rule).collect())
    }
}

/// All of a cell's text.
fn whole(text: &str) -> Span {
    Span {
        start: 0,
        end: u32::try_from(text.len()).unwrap_or(u32::MAX),
    }
}
