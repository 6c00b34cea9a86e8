//! Choosing between values: both ways must give the same kind.

use std::rc::Rc;

use super::draft::Kind;
use super::lower::Lowering;
use super::suggest;
use super::value::{Item, Number, Options, Value};
use crate::feel::{Expr, Span};
use crate::program::Reg;

impl Lowering<'_> {
    pub(super) fn choose(
        &mut self,
        span: Span,
        condition: &Expr,
        then: &Expr,
        otherwise: &Expr,
    ) -> Option<Value> {
        let c = self.truth(condition, "`if`");
        let mark = self.assumed.len();
        if let Some(c) = c {
            self.assume(c, true);
        }
        let a = self.expr(then);
        self.assumed.truncate(mark);
        if let Some(c) = c {
            self.assume(c, false);
        }
        let b = self.expr(otherwise);
        self.assumed.truncate(mark);
        self.select(span, c?, (a?, then.span), (b?, otherwise.span))
    }

    /// `if c then a else b` of values.
    pub(super) fn select(
        &mut self,
        span: Span,
        c: Reg,
        a: (Value, Span),
        b: (Value, Span),
    ) -> Option<Value> {
        let ((x, x_span), (y, y_span)) = (a, b);
        match (x, y) {
            (Value::Number(x), Value::Number(y)) => {
                let unit = self.same_unit((x, x_span), (y, y_span), "put side by side")?;
                let (p, q, scale) = self.same_scale(span, x, y)?;
                let reg = self.draft.select(c, p, q, Kind::Number);
                let reg = self.done(span, reg)?;
                self.trimmed(span, Number { reg, scale, unit })
            }
            (Value::Truth(x), Value::Truth(y)) => {
                let reg = self.draft.select(c, x, y, Kind::Truth);
                self.done(span, reg).map(Value::Truth)
            }
            (Value::Date(x), Value::Date(y)) => {
                let reg = self.draft.select(c, x, y, Kind::Number);
                self.done(span, reg).map(Value::Date)
            }
            (Value::Months(x), Value::Months(y)) => {
                let reg = self.draft.select(c, x, y, Kind::Number);
                self.done(span, reg).map(Value::Months)
            }
            (Value::Days(x), Value::Days(y)) => {
                let reg = self.draft.select(c, x, y, Kind::Number);
                self.done(span, reg).map(Value::Days)
            }
            (Value::Text(x), Value::Text(y)) if x == y => Some(Value::Text(x)),
            (
                x @ (Value::Text(_) | Value::Option(..)),
                y @ (Value::Text(_) | Value::Option(..)),
            ) => {
                let options = self.common_options((&x, x_span), (&y, y_span))?;
                let p = self.as_option(x_span, &x, &options)?;
                let q = self.as_option(y_span, &y, &options)?;
                let reg = self.draft.select(c, p, q, Kind::Options);
                self.done(span, reg).map(|reg| Value::Option(reg, options))
            }
            (Value::List(x), Value::List(y)) => {
                let not = self.draft.not(c);
                let not = self.done(span, not)?;
                let mut items = self.guarded(span, c, x)?;
                items.extend(self.guarded(span, not, y)?);
                Some(Value::List(items))
            }
            (Value::Context(x), Value::Context(y))
                if x.iter().map(|e| &e.0).eq(y.iter().map(|e| &e.0)) =>
            {
                let mut entries = Vec::with_capacity(x.len());
                for ((name, p), (_, q)) in x.into_iter().zip(y) {
                    entries.push((name, self.select(span, c, (p, x_span), (q, y_span))?));
                }
                Some(Value::Context(entries))
            }
            (x, y) => self.fail(
                y_span,
                format!(
                    "{} is {} and {} is {}, but both ways must give the same kind of value",
                    self.quote(x_span),
                    x.describe(),
                    self.quote(y_span),
                    y.describe()
                ),
                "",
            ),
        }
    }

    /// The list's entries, there only if `c` holds.
    pub(super) fn guarded(&mut self, span: Span, c: Reg, items: Vec<Item>) -> Option<Vec<Item>> {
        let mut kept = Vec::with_capacity(items.len());
        for item in items {
            let guard = match item.guard {
                None => c,
                Some(guard) => {
                    let both = self.draft.and(c, guard);
                    self.done(span, both)?
                }
            };
            match self.draft.single(guard) {
                Some(0) => {}
                Some(_) => kept.push(Item {
                    guard: None,
                    value: item.value,
                }),
                None => kept.push(Item {
                    guard: Some(guard),
                    value: item.value,
                }),
            }
        }
        Some(kept)
    }

    /// The options of which both values are one.
    pub(super) fn common_options(
        &mut self,
        a: (&Value, Span),
        b: (&Value, Span),
    ) -> Option<Rc<Options>> {
        match (a.0, b.0) {
            (Value::Option(_, x), Value::Option(_, y)) if x.ids != y.ids => self.fail(
                b.1,
                format!(
                    "{} is {} and {} is {}, but both ways must give the same options",
                    self.quote(a.1),
                    a.0.describe(),
                    self.quote(b.1),
                    b.0.describe()
                ),
                "",
            ),
            (Value::Option(_, options), Value::Text(text))
            | (Value::Text(text), Value::Option(_, options))
                if options.name.is_empty() && !options.ids.contains(text) =>
            {
                let mut ids = options.ids.clone();
                ids.push(text.clone());
                self.outputs(b.1, ids)
            }
            (Value::Option(_, options), _) | (_, Value::Option(_, options)) => {
                Some(Rc::clone(options))
            }
            (Value::Text(x), Value::Text(y)) => self.outputs(b.1, vec![x.clone(), y.clone()]),
            _ => None,
        }
    }

    pub(super) fn outputs(&mut self, span: Span, ids: Vec<String>) -> Option<Rc<Options>> {
        if ids.len() > 63 {
            return self.fail(
                span,
                "there are more than 63 different texts to choose from",
                "",
            );
        }
        Some(Rc::new(Options {
            name: String::new(),
            ids,
        }))
    }

    /// The register of an option, or of a text that names one.
    pub(super) fn as_option(
        &mut self,
        span: Span,
        value: &Value,
        options: &Options,
    ) -> Option<Reg> {
        let text = match value {
            Value::Option(reg, _) => return Some(*reg),
            Value::Text(text) => text,
            _ => return None,
        };
        let found = options
            .ids
            .iter()
            .position(|id| id == text)
            .and_then(|at| u8::try_from(at).ok());
        if let Some(index) = found {
            let reg = self.draft.option(index);
            return self.done(span, reg);
        }
        let ids = options.ids.iter().map(String::as_str);
        let help = match suggest::nearest(text, ids) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None => format!("its options are \"{}\"", options.ids.join("\", \"")),
        };
        let whose = if options.name.is_empty() {
            "the value".to_owned()
        } else {
            format!("`{}`", options.name)
        };
        self.fail(span, format!("{whose} has no option \"{text}\""), help)
    }
}
