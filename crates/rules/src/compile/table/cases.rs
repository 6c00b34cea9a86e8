//! Which cases there are, and which rules answer them.
//!
//! The constants in a column's cells cut the input's domain into classes: all values
//! of a class pass the same cells, so one of each is enough to prove something of all.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{HitPolicy, Table, TableError};
use crate::compile::Error;
use crate::compile::draft::Draft;
use crate::compile::lower::Lowering;
use crate::compile::names::Names;
use crate::compile::range::Range;
use crate::compile::value::{Number, Value};
use crate::date;
use crate::feel::{Args, Decimal, Expr, ExprKind, Span};

/// The most combinations of classes that are gone through.
const MAX_CASES: usize = 1_000_000;

/// Rules by index.
type Rules = Vec<u64>;

/// One input, its cells, and the classes of its values.
pub(super) struct Column {
    /// The input's text.
    pub(super) name: String,
    /// The input; `None` if it is in error.
    pub(super) input: Option<Value>,
    /// Text and tests, by rule.
    pub(super) cells: Vec<(String, Vec<Expr>)>,
    /// An example and the rules whose cells it passes; no two with the same rules.
    classes: Vec<(String, Rules)>,
}

impl Column {
    pub(super) fn new(name: &str, input: Option<Value>) -> Self {
        Self {
            name: name.to_owned(),
            input,
            cells: Vec::new(),
            classes: Vec::new(),
        }
    }
}

/// Finds every column's classes. Cells that compare with what is not constant are errors.
pub(super) fn classify(
    draft: &mut Draft,
    names: &Names,
    columns: &mut [Column],
) -> Vec<TableError> {
    let mut errors = Vec::new();
    for (place, column) in columns.iter_mut().enumerate() {
        let Some(input) = column.input.clone() else {
            continue;
        };
        let mut thresholds = BTreeSet::new();
        for (rule, (text, tests)) in column.cells.iter().enumerate() {
            let mut lowering = Lowering::new(text, draft, names);
            for test in tests {
                if let Err(span) = collect(&mut lowering, &input, test, &mut thresholds) {
                    let error = Error {
                        span,
                        message: format!("{} is not constant", lowering.quote(span)),
                        help: Some(
                            "make it an input of its own, so that no case is missed".to_owned(),
                        ),
                    };
                    errors.push(TableError {
                        rule: Some(rule),
                        column: Some(place),
                        error,
                    });
                }
            }
        }
        if errors.is_empty() {
            sample(draft, names, column, &input, &thresholds);
        }
    }
    errors
}

/// Notes the constants that a test compares with; gives the place of what is none.
fn collect(
    lowering: &mut Lowering<'_>,
    input: &Value,
    test: &Expr,
    thresholds: &mut BTreeSet<i64>,
) -> Result<(), Span> {
    match &test.kind {
        ExprKind::Any => Ok(()),
        ExprKind::UnaryTest(_, e) => collect(lowering, input, e, thresholds),
        ExprKind::Call(name, Args::Positional(tests)) if name == "not" => tests
            .iter()
            .try_for_each(|test| collect(lowering, input, test, thresholds)),
        ExprKind::List(tests) => tests
            .iter()
            .try_for_each(|test| collect(lowering, input, test, thresholds)),
        ExprKind::Interval { low, high, .. } => {
            let ends = [low, high].into_iter().flatten();
            ends.into_iter()
                .try_for_each(|end| collect(lowering, input, end, thresholds))
        }
        _ => {
            let value = lowering.expr(test).ok_or(test.span)?;
            note(lowering, input, &value, thresholds).ok_or(test.span)
        }
    }
}

fn note(
    lowering: &Lowering<'_>,
    input: &Value,
    value: &Value,
    thresholds: &mut BTreeSet<i64>,
) -> Option<()> {
    match value {
        Value::Text(_) => {}
        Value::List(items) => {
            for item in items {
                if item.guard.is_some() {
                    return None;
                }
                note(lowering, input, &item.value, thresholds)?;
            }
        }
        Value::Range(low, high) => {
            for end in [low, high].into_iter().flatten() {
                note(lowering, input, &end.value, thresholds)?;
            }
        }
        _ => {
            let (reg, _) = value.register()?;
            let wide = i128::from(lowering.draft.single(reg)?);
            let scale = |value: &Value| match value {
                Value::Number(number) => u32::from(number.scale),
                _ => 0,
            };
            let (of, own) = (scale(input), scale(value));
            let floor = match own.checked_sub(of) {
                Some(finer) => wide.div_euclid(10i128.pow(finer)),
                None => wide * 10i128.pow(of - own),
            };
            // Just below, at and just above, at the input's own scale.
            thresholds.extend((-1..=2).filter_map(|step| i64::try_from(floor + step).ok()));
        }
    }
    Some(())
}

fn sample(
    draft: &mut Draft,
    names: &Names,
    column: &mut Column,
    input: &Value,
    thresholds: &BTreeSet<i64>,
) {
    let Some((reg, _)) = input.register() else {
        return;
    };
    let range = draft.range(reg);
    let (low, high) = range.bounds();
    let values: Vec<i64> = match range {
        Range::Set(mask) => (0..63).filter(|bit| mask >> bit & 1 == 1).collect(),
        Range::Number(..) => {
            let inside = thresholds.range(low..=high).copied();
            let all: BTreeSet<i64> = inside.chain([low, high]).collect();
            all.into_iter().collect()
        }
    };
    let mut seen: HashMap<Rules, ()> = HashMap::new();
    for value in values {
        let Some((constant, shown)) = constant(draft, input, value) else {
            continue;
        };
        let mut rules: Rules = vec![0; column.cells.len().div_ceil(64)];
        for (rule, (text, tests)) in column.cells.iter().enumerate() {
            let mut lowering = Lowering::new(text, draft, names);
            let holds = lowering.tests(Span::default(), (&constant, Span::default()), tests);
            if holds.and_then(|reg| lowering.draft.single(reg)) == Some(1)
                && let Some(word) = rules.get_mut(rule / 64)
            {
                *word |= 1 << (rule % 64);
            }
        }
        if seen.insert(rules.clone(), ()).is_none() {
            column.classes.push((shown, rules));
        }
    }
}

/// The input with one of its values, and how that is shown.
fn constant(draft: &mut Draft, input: &Value, value: i64) -> Option<(Value, String)> {
    Some(match input {
        Value::Number(number) => {
            let reg = draft.number(value).ok()?;
            let shown = Decimal::from_mantissa(i128::from(value), u32::from(number.scale))?;
            (Value::Number(Number { reg, ..*number }), shown.to_string())
        }
        Value::Date(_) => {
            let (year, month, day) = date::to_ymd(value);
            (
                Value::Date(draft.number(value).ok()?),
                format!("{year:04}-{month:02}-{day:02}"),
            )
        }
        Value::Months(_) => (
            Value::Months(draft.number(value).ok()?),
            format!("P{value}M"),
        ),
        Value::Days(_) => (Value::Days(draft.number(value).ok()?), format!("P{value}D")),
        Value::Truth(_) => (
            Value::Truth(draft.truth(value == 1).ok()?),
            (value == 1).to_string(),
        ),
        Value::Option(_, options) => {
            let index = u8::try_from(value).ok()?;
            let shown = format!("\"{}\"", options.ids.get(usize::from(index))?);
            (
                Value::Option(draft.option(index).ok()?, options.clone()),
                shown,
            )
        }
        Value::Text(_) | Value::List(_) | Value::Range(..) | Value::Context(_) => return None,
    })
}

/// Proves what the hit policy promises; errors name an example.
pub(super) fn proofs(table: &Table, columns: &[Column], outputs: &[Value]) -> Vec<TableError> {
    let mut errors = Vec::new();
    if matches!(table.hit_policy, HitPolicy::Unique | HitPolicy::Any) {
        doubles(table, columns, outputs, &mut errors);
    }
    if !matches!(table.hit_policy, HitPolicy::Collect | HitPolicy::Count) {
        missing(table, columns, &mut errors);
    }
    errors
}

fn doubles(table: &Table, columns: &[Column], outputs: &[Value], errors: &mut Vec<TableError>) {
    let unique = table.hit_policy == HitPolicy::Unique;
    for second in 0..table.rules.len() {
        for first in 0..second {
            let has = |rules: &Rules, rule: usize| {
                rules
                    .get(rule / 64)
                    .is_some_and(|word| word >> (rule % 64) & 1 == 1)
            };
            let both = |column: &Column| {
                let class = column
                    .classes
                    .iter()
                    .find(|(_, rules)| has(rules, first) && has(rules, second));
                class.map(|(example, _)| format!("{} = {example}", column.name))
            };
            let agree = outputs
                .get(first)
                .zip(outputs.get(second))
                .is_some_and(|(a, b)| same(a, b));
            if !unique && agree {
                continue;
            }
            let Some(case) = columns.iter().map(both).collect::<Option<Vec<_>>>() else {
                continue;
            };
            let (case, one, two) = (case.join(", "), first + 1, second + 1);
            let (message, help) = match unique {
                true => (
                    format!("rules {one} and {two} both answer the case {case}"),
                    "make their cells exclude each other, or use hit policy `F`",
                ),
                false => (
                    format!("rules {one} and {two} give different outputs in the case {case}"),
                    "give both the same output, or use hit policy `F`",
                ),
            };
            errors.push(TableError {
                rule: Some(second),
                column: None,
                error: Error::whole("", message, help),
            });
            break;
        }
    }
}

fn missing(table: &Table, columns: &[Column], errors: &mut Vec<TableError>) {
    let mut search = Search {
        columns,
        seen: HashSet::new(),
        path: Vec::new(),
    };
    let mut all: Rules = vec![u64::MAX; table.rules.len().div_ceil(64)];
    if let (Some(last), rest @ 1..) = (all.last_mut(), table.rules.len() % 64) {
        *last = (1 << rest) - 1;
    }
    let (message, help) = match search.gap(0, &all) {
        Ok(false) => return,
        Ok(true) => (
            format!("no rule answers the case {}", search.path.join(", ")),
            "add a rule for it, or a last rule with `-` in every cell where the hit policy allows it",
        ),
        Err(TooMany) => (
            format!("the table has more than {MAX_CASES} cases to check"),
            "split it into several tables",
        ),
    };
    errors.push(TableError {
        rule: None,
        column: None,
        error: Error::whole("", message, help),
    });
}

struct TooMany;

struct Search<'a> {
    columns: &'a [Column],
    seen: HashSet<(usize, Rules)>,
    path: Vec<String>,
}

impl Search<'_> {
    /// Whether some case of the columns from `at` on passes none of the rules; `path` is the case.
    fn gap(&mut self, at: usize, rules: &Rules) -> Result<bool, TooMany> {
        let nobody = rules.iter().all(|word| *word == 0);
        let Some(column) = self.columns.get(at) else {
            return Ok(nobody);
        };
        if !self.seen.insert((at, rules.clone())) {
            return Ok(false);
        }
        if self.seen.len() > MAX_CASES {
            return Err(TooMany);
        }
        for (example, class) in &column.classes {
            let left: Rules = rules.iter().zip(class).map(|(a, b)| a & b).collect();
            self.path.push(format!("{} = {example}", column.name));
            if self.gap(at + 1, &left)? {
                return Ok(true);
            }
            self.path.pop();
        }
        Ok(false)
    }
}

/// Whether two outputs are the same value.
pub(super) fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => (a.reg, a.scale) == (b.reg, b.scale),
        _ => a == b,
    }
}
