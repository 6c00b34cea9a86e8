//! Lists, whose lengths are known: everything that goes through one is unrolled.

use super::lower::Lowering;
use super::range::{Fault, Range};
use super::value::{Item, Number, Value};
use crate::feel::{Binding, Expr, Span};
use crate::program::{Op, Reg};

impl<'a> Lowering<'a> {
    /// `for … return body`
    pub(super) fn for_each(
        &mut self,
        span: Span,
        bindings: &[Binding],
        body: &Expr,
    ) -> Option<Value> {
        let mut items = Vec::new();
        self.through(span, bindings, None, &mut |this, guard| {
            let value = this.expr(body)?;
            items.push(Item { guard, value });
            Some(())
        })?;
        Some(Value::List(items))
    }

    /// `some … satisfies condition`, `every … satisfies condition`
    pub(super) fn quantified(
        &mut self,
        span: Span,
        every: bool,
        bindings: &[Binding],
        condition: &Expr,
    ) -> Option<Reg> {
        let mut truths = Vec::new();
        let whose = if every { "`every`" } else { "`some`" };
        self.through(span, bindings, None, &mut |this, guard| {
            let holds = this.truth(condition, whose)?;
            let holds = match guard {
                None => Ok(holds),
                Some(guard) if every => this
                    .draft
                    .not(guard)
                    .and_then(|absent| this.draft.or(absent, holds)),
                Some(guard) => this.draft.and(guard, holds),
            };
            truths.push(this.done(span, holds)?);
            Some(())
        })?;
        let reg = if every {
            self.draft.every(truths)
        } else {
            self.draft.some(truths)
        };
        self.done(span, reg)
    }

    /// Calls `each` for every combination of the iterators' items, with its guard.
    fn through(
        &mut self,
        span: Span,
        bindings: &[Binding],
        guard: Option<Reg>,
        each: &mut dyn FnMut(&mut Lowering<'a>, Option<Reg>) -> Option<()>,
    ) -> Option<()> {
        let Some((binding, rest)) = bindings.split_first() else {
            return each(self, guard);
        };
        let items = self.iterated(span, binding)?;
        self.unroll(span, items.len())?;
        for item in items {
            let both = match (guard, item.guard) {
                (Some(a), Some(b)) => {
                    let both = self.draft.and(a, b);
                    Some(self.done(span, both)?)
                }
                (a, b) => a.or(b),
            };
            self.scope.push((binding.name.clone(), item.value));
            let result = self.through(span, rest, both, each);
            self.scope.pop();
            result?;
        }
        Some(())
    }

    /// What an iterator goes through.
    fn iterated(&mut self, span: Span, binding: &Binding) -> Option<Vec<Item>> {
        let first = self.expr(&binding.domain);
        if let Some(until) = &binding.until {
            let last = self.expr(until);
            let (first, last) = (first?, last?);
            return self.counted(span, (&first, binding.domain.span), (&last, until.span));
        }
        match first? {
            Value::List(items) => Some(items),
            Value::Range(Some(low), Some(high)) if low.closed && high.closed => {
                let place = binding.domain.span;
                self.counted(span, (&low.value, place), (&high.value, place))
            }
            other => self.fail(
                binding.domain.span,
                format!(
                    "{} is {}, but `{}` needs a list to go through",
                    self.quote(binding.domain.span),
                    other.describe(),
                    binding.name
                ),
                "",
            ),
        }
    }

    /// The whole numbers from one to the other, down if the second is smaller.
    fn counted(
        &mut self,
        span: Span,
        first: (&Value, Span),
        last: (&Value, Span),
    ) -> Option<Vec<Item>> {
        let mut ends = [0i64; 2];
        for (end, (value, place)) in ends.iter_mut().zip([first, last]) {
            *end = match value {
                Value::Number(Number { reg, scale: 0, .. })
                    if self.draft.single(*reg).is_some() =>
                {
                    self.draft.single(*reg).unwrap_or_default()
                }
                _ => {
                    return self.fail(
                        place,
                        format!("{} is not a constant whole number", self.quote(place)),
                        "give the ends of what is gone through as literals",
                    );
                }
            };
        }
        let [from, to] = ends;
        let length = from.abs_diff(to).saturating_add(1);
        self.unroll(span, usize::try_from(length).unwrap_or(usize::MAX))?;
        let mut numbers: Vec<i64> = (from.min(to)..=from.max(to)).collect();
        if to < from {
            numbers.reverse();
        }
        let mut items = Vec::with_capacity(numbers.len());
        for number in numbers {
            let reg = self.draft.number(number);
            let reg = self.done(span, reg)?;
            items.push(Item {
                guard: None,
                value: Value::Number(Number {
                    reg,
                    scale: 0,
                    unit: None,
                }),
            });
        }
        Some(items)
    }

    /// `list[filter]`: an index, or a condition on `item`.
    pub(super) fn filter(&mut self, span: Span, list: &Expr, filter: &Expr) -> Option<Value> {
        let items = match self.expr(list)? {
            Value::List(items) => items,
            other => {
                return self.fail(
                    list.span,
                    format!(
                        "{} is {}, but only a list has entries",
                        self.quote(list.span),
                        other.describe()
                    ),
                    "",
                );
            }
        };
        if items.is_empty() {
            return self.fail(list.span, "an empty list has no entries", "");
        }
        self.unroll(span, items.len())?;
        let mut kept = Vec::new();
        for item in &items {
            let mark = self.scope.len();
            if let Value::Context(entries) = &item.value {
                self.scope.extend(entries.iter().cloned());
            }
            self.scope.push(("item".to_owned(), item.value.clone()));
            let value = self.expr(filter);
            self.scope.truncate(mark);
            match value? {
                Value::Number(index) => return self.entry(span, items, (index, filter.span)),
                Value::Truth(holds) => {
                    kept.extend(self.guarded(span, holds, vec![item.clone()])?)
                }
                other => {
                    return self.fail(
                        filter.span,
                        format!(
                            "{} is {}, but a filter needs an index or a condition",
                            self.quote(filter.span),
                            other.describe()
                        ),
                        "",
                    );
                }
            }
        }
        Some(Value::List(kept))
    }

    /// `list[index]`
    fn entry(
        &mut self,
        span: Span,
        items: Vec<Item>,
        (index, place): (Number, Span),
    ) -> Option<Value> {
        if index.scale != 0 {
            return self.fail(
                place,
                format!("the index {} is not a whole number", self.quote(place)),
                "",
            );
        }
        let length = items.len();
        let constant = self.draft.single(index.reg);
        if items.iter().any(|item| item.guard.is_some()) {
            return match constant {
                Some(1) => self.first(span, items),
                _ => self.fail(
                    place,
                    "of a filtered list only the first entry can be taken",
                    "write `[1]`",
                ),
            };
        }
        if let Some(index) = constant {
            let at = match index {
                1.. => usize::try_from(index - 1).ok(),
                _ => usize::try_from(index.unsigned_abs())
                    .ok()
                    .filter(|back| *back > 0)
                    .and_then(|back| length.checked_sub(back)),
            };
            return match at.and_then(|at| items.into_iter().nth(at)) {
                Some(item) => Some(item.value),
                None => self.fail(
                    place,
                    format!("there is no entry {index} in a list of {length}"),
                    "",
                ),
            };
        }
        let limit = i64::try_from(length).unwrap_or(i64::MAX);
        let inside = |range: Range| {
            let (low, high) = range.bounds();
            low >= 1 && high <= limit
        };
        let mut at = index.reg;
        if !inside(self.draft.range(at)) {
            let kept = self.kept(at);
            at = self.done(span, kept)?;
        }
        if !inside(self.draft.range(at)) {
            let (low, high) = self.draft.range(at).bounds();
            return self.done(span, Err(Fault::OutOfList(low, high, length)));
        }
        self.looked_up(span, items, at)
    }

    /// The entry at an index that stays in the list.
    fn looked_up(&mut self, span: Span, items: Vec<Item>, at: Reg) -> Option<Value> {
        if let Some(Value::Number(shape)) = self.constants(span, &items)? {
            let mut list = Vec::with_capacity(items.len());
            for item in &items {
                let Value::Number(number) = item.value else {
                    return None;
                };
                let reg = self.at_scale(span, number, shape.scale)?;
                list.push(self.draft.single(reg)?);
            }
            let reg = self.draft.push(Op::Lookup(at, list));
            let reg = self.done(span, reg)?;
            return self.trimmed(span, Number { reg, ..shape });
        }
        let (low, high) = self.draft.range(at).bounds();
        let mut chosen: Option<Value> = None;
        for (place, item) in (1i64..).zip(items).collect::<Vec<_>>().into_iter().rev() {
            if place < low || place > high {
                continue;
            }
            chosen = Some(match chosen {
                None => item.value,
                Some(rest) => {
                    let here = self
                        .draft
                        .number(place)
                        .and_then(|place| self.draft.less_equal(at, place));
                    let here = self.done(span, here)?;
                    self.select(span, here, (item.value, span), (rest, span))?
                }
            });
        }
        chosen
    }

    /// Scale and unit of the entries, if all are constant numbers.
    fn constants(&mut self, span: Span, items: &[Item]) -> Option<Option<Value>> {
        let mut shape: Option<Number> = None;
        for item in items {
            let Value::Number(number) = item.value else {
                return Some(None);
            };
            if self.draft.single(number.reg).is_none() {
                return Some(None);
            }
            shape = Some(match shape {
                None => number,
                Some(before) => {
                    let unit =
                        self.same_unit((before, span), (number, span), "put into one list")?;
                    Number {
                        scale: before.scale.max(number.scale),
                        unit,
                        ..before
                    }
                }
            });
        }
        Some(shape.map(Value::Number))
    }

    /// The first entry that is there; one must be.
    fn first(&mut self, span: Span, items: Vec<Item>) -> Option<Value> {
        self.some_entry(span, &items, "`[1]`")?;
        let mut chosen: Option<Value> = None;
        for item in items.into_iter().rev() {
            chosen = Some(match (item.guard, chosen) {
                (Some(guard), Some(rest)) => {
                    self.select(span, guard, (item.value, span), (rest, span))?
                }
                _ => item.value,
            });
        }
        chosen
    }
}
