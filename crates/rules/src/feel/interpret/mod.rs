//! The reference interpreter: one expression over plain values.
//!
//! It follows the standard: a faulty operation comes to null, truth has three values. What
//! the standard leaves open, what is not exact and what takes too long is refused.

mod iterate;
mod paths;

pub(super) use paths::TYPES;

use super::ast::{BinaryOp, Expr, ExprKind, Span};
use super::value::{Range, Value};
use super::{Outcome, Refused, arithmetic, builtins, compare, temporal};

/// Steps that one expression may take; copying a value takes as many as it has parts.
pub const MAX_STEPS: u64 = 1_000_000;

/// Items that a list may have.
pub const MAX_ITEMS: usize = 100_000;

/// Runs an expression with the named values given.
///
/// # Errors
/// The first part of the expression whose value is refused, and why: an unknown name,
/// something the standard leaves open, a result that is not exact, too many steps.
/// Call [`refuse`](super::refuse) first: it finds what is outside the subset whatever the
/// values are.
pub fn interpret(expr: &Expr, context: &[(String, Value)]) -> Result<Value, Refused> {
    let mut interpreter = Interpreter::new(context);
    let value = interpreter.eval(expr)?;
    if holds_function(&value) {
        return Err(Refused {
            span: expr.span,
            message: "a function as a result is outside the subset".to_owned(),
        });
    }
    Ok(value)
}

/// Whether a decision table's cell holds for `input`; `None` is null.
///
/// # Errors
/// As [`interpret`].
pub fn matches(
    tests: &[Expr],
    input: &Value,
    context: &[(String, Value)],
) -> Result<Option<bool>, Refused> {
    let mut interpreter = Interpreter::new(context);
    interpreter
        .frames
        .push(Frame::Named("?".to_owned(), input.clone()));
    interpreter.cell(tests, input)
}

fn holds_function(value: &Value) -> bool {
    match value {
        Value::Function => true,
        Value::List(items) => items.iter().any(holds_function),
        Value::Context(entries) => entries.iter().any(|(_, value)| holds_function(value)),
        _ => false,
    }
}

/// What a name can stand for.
enum Frame {
    Named(String, Value),
    /// An item of a filtered list: `item`, and the names of its entries.
    Item(Value),
}

struct Interpreter<'c> {
    context: &'c [(String, Value)],
    frames: Vec<Frame>,
    steps: u64,
}

type Evaluated<T> = Result<T, Refused>;

impl<'c> Interpreter<'c> {
    fn new(context: &'c [(String, Value)]) -> Self {
        Interpreter {
            context,
            frames: Vec::new(),
            steps: 0,
        }
    }

    fn step(&mut self, span: Span, count: u64) -> Evaluated<()> {
        self.steps = self.steps.saturating_add(count);
        if self.steps > MAX_STEPS {
            return refused(span, format!("this takes more than {MAX_STEPS} steps"));
        }
        Ok(())
    }

    /// A copy of a value, paid for in steps.
    fn copy(&mut self, span: Span, value: &Value) -> Evaluated<Value> {
        self.step(span, value.size())?;
        Ok(value.clone())
    }

    fn eval(&mut self, expr: &Expr) -> Evaluated<Value> {
        self.step(expr.span, 1)?;
        match &expr.kind {
            ExprKind::Null => Ok(Value::Null),
            ExprKind::Bool(value) => Ok(Value::Bool(*value)),
            ExprKind::Number(text) => at(
                expr.span,
                text.parse()
                    .map(Value::Number)
                    .map_err(|_| "not a number".to_owned()),
            ),
            ExprKind::String(text) => {
                self.step(expr.span, text.len() as u64 / 64)?;
                Ok(Value::String(text.clone()))
            }
            ExprKind::At(text) => at(
                expr.span,
                temporal::read::any(text).map(|value| value.unwrap_or(Value::Null)),
            ),
            ExprKind::Name(name) => self.name(expr.span, name),
            ExprKind::Negate(inner) => {
                let inner = self.eval(inner)?;
                at(expr.span, arithmetic::negate(&inner))
            }
            ExprKind::Binary(BinaryOp::And, left, right) => self.junction(left, right, false),
            ExprKind::Binary(BinaryOp::Or, left, right) => self.junction(left, right, true),
            ExprKind::Binary(op, left, right) => self.binary(expr.span, *op, left, right),
            ExprKind::Between(value, low, high) => {
                let (value, low, high) = (self.eval(value)?, self.eval(low)?, self.eval(high)?);
                at(
                    expr.span,
                    compare::between(&value, (&low, true), (&high, true)).map(Value::from),
                )
            }
            ExprKind::In(value, tests) => {
                let value = self.eval(value)?;
                let results = tests
                    .iter()
                    .map(|test| self.test(&value, test))
                    .collect::<Result<Vec<_>, _>>()?;
                at(expr.span, compare::any_of(&results).map(Value::from))
            }
            ExprKind::Any => refused(
                expr.span,
                "`-` alone has a meaning only in the cells of a decision table",
            ),
            ExprKind::UnaryTest(op, limit) => Ok(Value::Range(Box::new(Range::Compare(
                *op,
                self.eval(limit)?,
            )))),
            ExprKind::Interval { .. } => self.interval(expr),
            ExprKind::If(condition, then, other) => {
                let branch = if self.eval(condition)? == Value::Bool(true) {
                    then
                } else {
                    other
                };
                self.eval(branch)
            }
            ExprKind::For(bindings, body) => self.for_each(expr.span, bindings, body),
            ExprKind::Quantified {
                every,
                bindings,
                satisfies,
            } => self.quantified(expr.span, *every, bindings, satisfies),
            ExprKind::List(items) => items
                .iter()
                .map(|item| self.eval(item))
                .collect::<Result<_, _>>()
                .map(Value::List),
            ExprKind::Context(entries) => self.context_literal(entries),
            ExprKind::Filter(base, filter) => self.filter(base, filter),
            ExprKind::Path(base, part) => {
                let base = self.eval(base)?;
                self.step(expr.span, base.size())?;
                at(expr.span, paths::part(base, part))
            }
            ExprKind::Call(name, args) => self.call(expr.span, name, args),
            ExprKind::Function(..) => Ok(Value::Function),
            ExprKind::InstanceOf(value, name) => {
                let value = self.eval(value)?;
                at(expr.span, paths::instance_of(&value, name).map(Value::Bool))
            }
        }
    }

    fn name(&mut self, span: Span, name: &str) -> Evaluated<Value> {
        self.step(span, (self.frames.len() + self.context.len()) as u64 / 16)?;
        let entry =
            |entries: &'_ [(String, Value)]| entries.iter().position(|(key, _)| key == name);
        let mut in_contexts = false;
        let mut found = None;
        for frame in self.frames.iter().rev() {
            found = match frame {
                Frame::Named(other, value) if other == name => Some(value),
                Frame::Named(..) => None,
                Frame::Item(item) => {
                    let inner = match item {
                        Value::Context(entries) => {
                            in_contexts = true;
                            entry(entries)
                                .and_then(|place| entries.get(place))
                                .map(|(_, value)| value)
                        }
                        _ => None,
                    };
                    inner.or((name == "item").then_some(item))
                }
            };
            if found.is_some() {
                break;
            }
        }
        let found = found.or_else(|| {
            entry(self.context)
                .and_then(|place| self.context.get(place))
                .map(|(_, value)| value)
        });
        match found {
            Some(value) => {
                let size = value.size();
                let copy = if self.steps.saturating_add(size) > MAX_STEPS {
                    Value::Null
                } else {
                    value.clone()
                };
                self.step(span, size)?;
                Ok(copy)
            }
            // An entry that other items of the list may have.
            None if in_contexts => Ok(Value::Null),
            None => refused(span, format!("the name `{name}` is not known here")),
        }
    }

    /// `and`, `or`: `decisive` is the value that settles it.
    fn junction(&mut self, left: &Expr, right: &Expr, decisive: bool) -> Evaluated<Value> {
        let left = self.eval(left)?;
        if left == Value::Bool(decisive) {
            return Ok(left);
        }
        let right = self.eval(right)?;
        Ok(match (left, right) {
            (_, Value::Bool(right)) if right == decisive => Value::Bool(decisive),
            (Value::Bool(_), Value::Bool(_)) => Value::Bool(!decisive),
            _ => Value::Null,
        })
    }

    fn binary(&mut self, span: Span, op: BinaryOp, left: &Expr, right: &Expr) -> Evaluated<Value> {
        let (left, right) = (self.eval(left)?, self.eval(right)?);
        // A power is some hundred multiplications, a quotient is found bit by bit.
        let cost = match op {
            BinaryOp::Power => 200,
            BinaryOp::Divide => 20,
            _ => 0,
        };
        self.step(span, left.size().min(right.size()) + cost)?;
        let result = match op {
            BinaryOp::Add
            | BinaryOp::Subtract
            | BinaryOp::Multiply
            | BinaryOp::Divide
            | BinaryOp::Power => arithmetic::apply(op, &left, &right),
            op => compare::compare(op, &left, &right).map(Value::from),
        };
        at(span, result)
    }

    fn interval(&mut self, expr: &Expr) -> Evaluated<Value> {
        let ExprKind::Interval {
            low,
            high,
            low_closed,
            high_closed,
        } = &expr.kind
        else {
            return Ok(Value::Null);
        };
        let mut end =
            |end: &Option<Box<Expr>>| end.as_ref().map_or(Ok(Value::Null), |end| self.eval(end));
        let (low, high) = (end(low)?, end(high)?);
        let range = Range::Interval {
            low,
            high,
            low_closed: *low_closed,
            high_closed: *high_closed,
        };
        Ok(Value::Range(Box::new(range)))
    }

    /// A test of `in`, or of a cell.
    fn test(&mut self, value: &Value, test: &Expr) -> Evaluated<Option<bool>> {
        match &test.kind {
            ExprKind::UnaryTest(op, limit) => {
                let limit = self.eval(limit)?;
                self.step(test.span, limit.size())?;
                at(test.span, compare::compare(*op, value, &limit))
            }
            ExprKind::Any => Ok(Some(true)),
            _ => {
                let against = self.eval(test)?;
                self.step(test.span, against.size())?;
                at(test.span, compare::is_in(value, &against))
            }
        }
    }

    fn cell(&mut self, tests: &[Expr], input: &Value) -> Evaluated<Option<bool>> {
        let mut results = Vec::new();
        for test in tests {
            let result = match &test.kind {
                ExprKind::Call(name, super::ast::Args::Positional(inner))
                    if name == "not" && tests.len() == 1 =>
                {
                    return Ok(self.cell(inner, input)?.map(|holds| !holds));
                }
                _ if mentions_input(test) => match self.eval(test)? {
                    Value::Bool(holds) => Some(holds),
                    _ => None,
                },
                _ => self.test(input, test)?,
            };
            results.push(result);
        }
        let span = tests.first().map_or_else(Span::default, |test| test.span);
        at(span, compare::any_of(&results))
    }

    fn context_literal(&mut self, entries: &[(String, Expr)]) -> Evaluated<Value> {
        let mark = self.frames.len();
        let mut values = Vec::with_capacity(entries.len());
        for (key, entry) in entries {
            let value = self.eval(entry)?;
            // Later entries can use earlier ones.
            let copy = self.copy(entry.span, &value)?;
            self.frames.push(Frame::Named(key.clone(), copy));
            values.push((key.clone(), value));
        }
        self.frames.truncate(mark);
        Ok(Value::Context(values))
    }

    fn call(&mut self, span: Span, name: &str, args: &super::ast::Args) -> Evaluated<Value> {
        let mut values = Vec::new();
        match args {
            super::ast::Args::Positional(args) => {
                for arg in args {
                    values.push((None, self.eval(arg)?));
                }
            }
            super::ast::Args::Named(args) => {
                for (name, arg) in args {
                    values.push((Some(name.as_str()), self.eval(arg)?));
                }
            }
        }
        let size: u64 = values.iter().map(|(_, value)| value.size()).sum();
        self.step(span, size + 20)?;
        let result = at(span, builtins::call(name, values, MAX_STEPS - self.steps))?;
        self.step(span, result.size())?;
        Ok(result)
    }
}

/// Whether `?` stands somewhere in a test.
fn mentions_input(expr: &Expr) -> bool {
    let mut found = false;
    super::walk::walk(expr, &mut |inner| {
        found |= matches!(&inner.kind, ExprKind::Name(name) if name == "?")
    });
    found
}

fn refused<T>(span: Span, message: impl Into<String>) -> Evaluated<T> {
    Err(Refused {
        span,
        message: message.into(),
    })
}

/// Gives a refusal its place.
fn at<T>(span: Span, result: Outcome<T>) -> Evaluated<T> {
    result.map_err(|message| Refused { span, message })
}
