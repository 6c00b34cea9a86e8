//! The functions that take a list.

use super::lower::Lowering;
use super::value::{Item, Number, Value};
use crate::feel::{BinaryOp, Expr, Span};

impl Lowering<'_> {
    pub(super) fn list_call(&mut self, span: Span, name: &str, args: &[&Expr]) -> Option<Value> {
        let values: Vec<Option<Value>> = args.iter().map(|arg| self.expr(arg)).collect();
        let mut values: Vec<Value> = values.into_iter().collect::<Option<_>>()?;
        let place = args.first().map_or(span, |arg| arg.span);
        let item = |value: Value| Item { guard: None, value };
        let spread = !matches!(name, "concatenate" | "append" | "list contains" | "count");
        let items = match values.as_slice() {
            [_, ..] if name == "concatenate" => Vec::new(),
            [Value::List(items)] => items.clone(),
            [Value::List(items), ..] if !spread => items.clone(),
            _ if spread => values.iter().cloned().map(item).collect(),
            [first, ..] => {
                return self.fail(
                    place,
                    format!(
                        "{} is {}, but `{name}` needs a list",
                        self.quote(place),
                        first.describe()
                    ),
                    "",
                );
            }
            [] => return None,
        };
        self.unroll(span, items.len())?;
        match name {
            "count" => self.count(span, &items),
            "sum" => self.sum(span, &items),
            "min" => self.extreme(span, &items, false),
            "max" => self.extreme(span, &items, true),
            "product" => self.product(span, items),
            "all" | "any" => self.all_or_any(span, items, name),
            "list contains" => {
                let wanted = values.pop()?;
                let wanted_span = args.get(1)?.span;
                self.among((&wanted, wanted_span), (&Value::List(items), place))
                    .map(Value::Truth)
            }
            "append" => {
                let mut items = items;
                items.extend(values.into_iter().skip(1).map(item));
                Some(Value::List(items))
            }
            _ => {
                let mut all = Vec::new();
                for (value, arg) in values.into_iter().zip(args) {
                    match value {
                        Value::List(items) => all.extend(items),
                        other => {
                            return self.fail(
                                arg.span,
                                format!(
                                    "{} is {}, but `{name}` needs a list",
                                    self.quote(arg.span),
                                    other.describe()
                                ),
                                "",
                            );
                        }
                    }
                }
                Some(Value::List(all))
            }
        }
    }

    pub(super) fn product(&mut self, span: Span, items: Vec<Item>) -> Option<Value> {
        self.some_entry(span, &items, "`product`")?;
        let one = self.draft.number(1);
        let one = Value::Number(Number {
            reg: self.done(span, one)?,
            scale: 0,
            unit: None,
        });
        let mut product = one.clone();
        for item in items {
            let value = match item.guard {
                None => item.value,
                Some(guard) => self.select(span, guard, (item.value, span), (one.clone(), span))?,
            };
            product = self.arithmetic(span, BinaryOp::Multiply, (product, span), (value, span))?;
        }
        Some(product)
    }

    pub(super) fn all_or_any(&mut self, span: Span, items: Vec<Item>, name: &str) -> Option<Value> {
        let mut truths = Vec::with_capacity(items.len());
        for item in items {
            let Value::Truth(holds) = item.value else {
                return self.fail(
                    span,
                    format!(
                        "{} holds {}, but `{name}` needs true or false",
                        self.quote(span),
                        item.value.describe()
                    ),
                    "",
                );
            };
            let holds = match item.guard {
                None => Ok(holds),
                Some(guard) if name == "all" => self
                    .draft
                    .not(guard)
                    .and_then(|absent| self.draft.or(absent, holds)),
                Some(guard) => self.draft.and(guard, holds),
            };
            truths.push(self.done(span, holds)?);
        }
        let reg = if name == "all" {
            self.draft.every(truths)
        } else {
            self.draft.some(truths)
        };
        self.done(span, reg).map(Value::Truth)
    }
}
