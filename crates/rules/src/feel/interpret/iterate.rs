//! `for`, `some`, `every` and filters.

use super::{Evaluated, Frame, Interpreter, MAX_ITEMS, at, refused};
use crate::feel::ast::{Binding, Expr, Span};
use crate::feel::decimal::Decimal;
use crate::feel::value::{Range, Value};

/// What is done with each combination of items; `false` ends the iteration.
type Each<'i, 'c> = &'i mut dyn FnMut(&mut Interpreter<'c>) -> Evaluated<bool>;

impl<'c> Interpreter<'c> {
    pub(super) fn for_each(
        &mut self,
        span: Span,
        bindings: &[Binding],
        body: &Expr,
    ) -> Evaluated<Value> {
        let mark = self.frames.len();
        // `partial` is looked up like any name; the items are moved out at the end.
        self.frames
            .push(Frame::Named("partial".to_owned(), Value::List(Vec::new())));
        let completed = self.each(bindings, &mut |interpreter| {
            let value = interpreter.eval(body)?;
            interpreter.step(span, 1)?;
            if let Some(Frame::Named(_, Value::List(items))) = interpreter.frames.get_mut(mark) {
                if items.len() >= MAX_ITEMS {
                    return refused(span, format!("a list has at most {MAX_ITEMS} items"));
                }
                items.push(value);
            }
            Ok(true)
        })?;
        let partial = self.frames.get_mut(mark).map(|frame| match frame {
            Frame::Named(_, value) | Frame::Item(value) => std::mem::replace(value, Value::Null),
        });
        self.frames.truncate(mark);
        Ok(if completed {
            partial.unwrap_or(Value::Null)
        } else {
            Value::Null
        })
    }

    pub(super) fn quantified(
        &mut self,
        span: Span,
        every: bool,
        bindings: &[Binding],
        satisfies: &Expr,
    ) -> Evaluated<Value> {
        let mark = self.frames.len();
        let mut result = Value::Bool(every);
        let completed = self.each(bindings, &mut |interpreter| {
            interpreter.step(span, 1)?;
            match interpreter.eval(satisfies)? {
                Value::Bool(holds) if holds == every => {}
                Value::Bool(holds) => {
                    result = Value::Bool(holds);
                    return Ok(false);
                }
                _ => result = Value::Null,
            }
            Ok(true)
        })?;
        self.frames.truncate(mark);
        Ok(if completed { result } else { Value::Null })
    }

    /// Runs `each` for every combination; `false` where a domain is none.
    fn each(&mut self, bindings: &[Binding], each: Each<'_, 'c>) -> Evaluated<bool> {
        let mut stopped = false;
        self.each_from(bindings, each, &mut stopped)
    }

    fn each_from(
        &mut self,
        bindings: &[Binding],
        each: Each<'_, 'c>,
        stopped: &mut bool,
    ) -> Evaluated<bool> {
        let Some((binding, rest)) = bindings.split_first() else {
            *stopped = !each(self)?;
            return Ok(true);
        };
        let Some(items) = self.domain(binding)? else {
            return Ok(false);
        };
        for item in items {
            self.step(binding.domain.span, 1)?;
            self.frames.push(Frame::Named(binding.name.clone(), item));
            let completed = self.each_from(rest, each, stopped)?;
            self.frames.pop();
            if !completed {
                return Ok(false);
            }
            if *stopped {
                break;
            }
        }
        Ok(true)
    }

    /// What an iterator goes through; `None` where it is nothing to go through.
    fn domain(&mut self, binding: &Binding) -> Evaluated<Option<Vec<Value>>> {
        let span = binding.domain.span;
        let low = self.eval(&binding.domain)?;
        if let Some(high) = &binding.until {
            let high = self.eval(high)?;
            return self.steps_between(span, &low, &high);
        }
        match low {
            Value::List(items) => Ok(Some(items)),
            Value::Null => Ok(None),
            Value::Range(range) => match *range {
                Range::Interval {
                    low,
                    high,
                    low_closed: true,
                    high_closed: true,
                } => self.steps_between(span, &low, &high),
                _ => refused(
                    span,
                    "only ranges whose ends belong to them can be gone through",
                ),
            },
            other => refused(
                span,
                format!(
                    "a {} cannot be gone through; write [ ] around one item",
                    other.kind()
                ),
            ),
        }
    }

    /// The whole numbers or days from one end to the other, up or down.
    fn steps_between(
        &mut self,
        span: Span,
        low: &Value,
        high: &Value,
    ) -> Evaluated<Option<Vec<Value>>> {
        let whole = |end: &Decimal| {
            end.to_i64().ok_or_else(|| {
                "the ends of a range that is gone through are whole numbers".to_owned()
            })
        };
        let (from, to, make): (i64, i64, fn(i64) -> Value) = match (low, high) {
            (Value::Number(low), Value::Number(high)) => {
                (at(span, whole(low))?, at(span, whole(high))?, Value::from)
            }
            (Value::Date(low), Value::Date(high)) => (*low, *high, Value::Date),
            _ => return Ok(None),
        };
        let count = from.abs_diff(to);
        if count >= MAX_ITEMS as u64 {
            return refused(span, format!("the range has more than {MAX_ITEMS} items"));
        }
        self.step(span, count)?;
        let steps = i64::try_from(count).unwrap_or(0);
        let direction = if to < from { -1 } else { 1 };
        Ok(Some(
            (0..=steps)
                .map(|step| make(from + step * direction))
                .collect(),
        ))
    }

    /// `list[filter]`: the item at a place, or the items for which the filter holds.
    pub(super) fn filter(&mut self, base: &Expr, filter: &Expr) -> Evaluated<Value> {
        let items = match self.eval(base)? {
            Value::List(items) => items,
            Value::Null => return self.filter_null(filter),
            Value::Range(_) | Value::Function => {
                return refused(base.span, "only lists can be filtered");
            }
            single => vec![single],
        };
        let mut kept = Vec::new();
        let mut place: Option<Decimal> = None;
        for (position, item) in items.iter().enumerate() {
            let item = self.copy(base.span, item)?;
            self.frames.push(Frame::Item(item));
            let holds = self.eval(filter);
            let item = self.frames.pop();
            match holds? {
                Value::Number(found) if position == 0 || place == Some(found) => {
                    place = Some(found)
                }
                Value::Bool(true) if place.is_none() => {
                    if let Some(Frame::Item(item)) = item {
                        kept.push(item);
                    }
                }
                Value::Bool(false) | Value::Null if place.is_none() => {}
                other => {
                    let message = format!(
                        "a filter is a condition or a place, the same for all items; here it is a {}",
                        other.kind()
                    );
                    return refused(filter.span, message);
                }
            }
        }
        match place {
            None if items.is_empty() => self.filter_empty(filter),
            None => Ok(Value::List(kept)),
            Some(place) => at_place(filter.span, items, place),
        }
    }

    /// An empty list: nothing at a place, or still an empty list.
    fn filter_empty(&mut self, filter: &Expr) -> Evaluated<Value> {
        self.frames.push(Frame::Item(Value::Context(Vec::new())));
        let value = self.eval(filter);
        self.frames.pop();
        Ok(match value? {
            Value::Number(_) => Value::Null,
            _ => Value::List(Vec::new()),
        })
    }

    fn filter_null(&mut self, filter: &Expr) -> Evaluated<Value> {
        match self.filter_empty(filter)? {
            Value::Null => Ok(Value::Null),
            _ => refused(
                filter.span,
                "filtering null by a condition is open in the standard",
            ),
        }
    }
}

/// The item at a place: 1 is the first, -1 the last.
fn at_place(span: Span, mut items: Vec<Value>, place: Decimal) -> Evaluated<Value> {
    let Some(place) = place.to_i64() else {
        return refused(span, "a place in a list is a whole number");
    };
    let from_start = match place {
        1.. => usize::try_from(place - 1).ok(),
        0 => None,
        _ => usize::try_from(place.unsigned_abs())
            .ok()
            .and_then(|back| items.len().checked_sub(back)),
    };
    Ok(match from_start {
        Some(index) if index < items.len() => items.swap_remove(index),
        _ => Value::Null,
    })
}
