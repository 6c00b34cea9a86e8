//! The functions that rules may use, and the parts of dates, durations and contexts.

use super::lower::Lowering;
use super::suggest;
use super::value::{Number, Value};
use crate::feel::{Args, Expr, Span};
use crate::program::{Op, Rounding};

/// Names and parameters. The last parameters may be left out; `…` is any number of values.
const FUNCTIONS: [(&str, usize, &[&str]); 25] = [
    ("abs", 1, &["n"]),
    ("all", 1, &["list", "…"]),
    ("any", 1, &["list", "…"]),
    ("append", 2, &["list", "item", "…"]),
    ("ceiling", 1, &["n", "scale"]),
    ("concatenate", 1, &["list", "…"]),
    ("count", 1, &["list"]),
    ("date", 1, &["from", "month", "day"]),
    ("decimal", 2, &["n", "scale"]),
    ("duration", 1, &["from"]),
    ("even", 1, &["number"]),
    ("floor", 1, &["n", "scale"]),
    ("list contains", 2, &["list", "element"]),
    ("max", 1, &["list", "…"]),
    ("min", 1, &["list", "…"]),
    ("modulo", 2, &["dividend", "divisor"]),
    ("not", 1, &["negand"]),
    ("odd", 1, &["number"]),
    ("product", 1, &["list", "…"]),
    ("round down", 2, &["n", "scale"]),
    ("round half down", 2, &["n", "scale"]),
    ("round half up", 2, &["n", "scale"]),
    ("round up", 2, &["n", "scale"]),
    ("sum", 1, &["list", "…"]),
    ("years and months duration", 2, &["from", "to"]),
];

impl Lowering<'_> {
    /// `name(args)`
    pub(super) fn call(&mut self, span: Span, name: &str, args: &Args) -> Option<Value> {
        let Some((_, least, params)) = FUNCTIONS.iter().find(|(known, ..)| *known == name) else {
            return self.unknown_function(span, name);
        };
        let args = self.arranged(span, name, *least, params, args)?;
        let rounding = match name {
            "floor" => Some(Rounding::Floor),
            "ceiling" => Some(Rounding::Ceiling),
            "round up" => Some(Rounding::Up),
            "round down" => Some(Rounding::Down),
            "round half up" => Some(Rounding::HalfUp),
            "round half down" => Some(Rounding::HalfDown),
            "decimal" => Some(Rounding::HalfEven),
            _ => None,
        };
        if let Some(rounding) = rounding {
            let x = args.first()?;
            let places = match args.get(1) {
                None => Some(0),
                Some(places) => self.places(places),
            };
            return self.rounded(span, x, places?, rounding);
        }
        match name {
            "date" => self.date(span, &args),
            "duration" => self.duration(span, args.first()?),
            "not" => {
                let truth = self.truth(args.first()?, "`not`")?;
                let reg = self.draft.not(truth);
                self.done(span, reg).map(Value::Truth)
            }
            "abs" => {
                let value = self.expr(args.first()?)?;
                self.abs(span, (value, args.first()?.span))
            }
            "modulo" | "even" | "odd" => self.remainder(span, name, &args),
            "years and months duration" => self.months_between(span, &args),
            _ => self.list_call(span, name, &args),
        }
    }

    fn unknown_function(&mut self, span: Span, name: &str) -> Option<Value> {
        let names = FUNCTIONS.iter().map(|(name, ..)| *name);
        let help = match (name, suggest::nearest(name, names)) {
            ("today" | "now", _) => {
                "a rule has no clock: use `applied_on`, the date of application".to_owned()
            }
            (_, Some(near)) => format!("did you mean `{near}`?"),
            (_, None) => {
                let all: Vec<String> = FUNCTIONS
                    .iter()
                    .map(|(name, ..)| format!("`{name}`"))
                    .collect();
                format!("there are {}", all.join(", "))
            }
        };
        self.fail(
            span,
            format!("`{name}` is not among the functions that rules may use"),
            help,
        )
    }

    /// The arguments in the order of the parameters.
    fn arranged<'e>(
        &mut self,
        span: Span,
        name: &str,
        least: usize,
        params: &[&str],
        args: &'e Args,
    ) -> Option<Vec<&'e Expr>> {
        let variadic = params.last() == Some(&"…");
        let given: Vec<&Expr> = match args {
            Args::Positional(args) => args.iter().collect(),
            Args::Named(args) => {
                let mut places = vec![None; params.len()];
                for (param, value) in args {
                    let place = params.iter().position(|known| known == param);
                    match place.and_then(|place| places.get_mut(place)) {
                        Some(place) => *place = Some(value),
                        None => {
                            let known: Vec<String> =
                                params.iter().map(|name| format!("`{name}`")).collect();
                            return self.fail(
                                value.span,
                                format!("`{name}` takes no `{param}`"),
                                format!("it takes {}", known.join(", ")),
                            );
                        }
                    }
                }
                places.into_iter().map_while(|place| place).collect()
            }
        };
        let most = if variadic { usize::MAX } else { params.len() };
        if (least..=most).contains(&given.len()) {
            return Some(given);
        }
        let wanted = match (least, most) {
            (1, 1) => "1 value".to_owned(),
            (least, most) if least == most => format!("{least} values"),
            (least, usize::MAX) => format!(
                "at least {least} value{}",
                if least == 1 { "" } else { "s" }
            ),
            (least, most) => format!("{least} to {most} values"),
        };
        self.fail(
            span,
            format!("`{name}` takes {wanted}, not {}", given.len()),
            "",
        )
    }

    /// How many decimal places to round to.
    fn places(&mut self, e: &Expr) -> Option<i8> {
        let number = self.number(e, "rounding")?;
        let places = self
            .draft
            .single(number.reg)
            .and_then(|places| i8::try_from(places).ok());
        match places.filter(|places| number.scale == 0 && (-18..=18).contains(places)) {
            Some(places) => Some(places),
            None => self.fail(
                e.span,
                format!(
                    "{} is not a constant whole number from -18 to 18",
                    self.quote(e.span)
                ),
                "say to how many decimal places to round",
            ),
        }
    }

    fn abs(&mut self, span: Span, (value, place): (Value, Span)) -> Option<Value> {
        match value {
            Value::Number(number) => {
                let reg = self.draft.abs(number.reg);
                Some(Value::Number(Number {
                    reg: self.done(span, reg)?,
                    ..number
                }))
            }
            Value::Months(reg) => {
                let reg = self.draft.abs(reg);
                self.done(span, reg).map(Value::Months)
            }
            Value::Days(reg) => {
                let reg = self.draft.abs(reg);
                self.done(span, reg).map(Value::Days)
            }
            other => self.fail(
                place,
                format!(
                    "{} is {}, but `abs` needs a number",
                    self.quote(place),
                    other.describe()
                ),
                "",
            ),
        }
    }

    /// `modulo(a, n)`, `even(a)`, `odd(a)` with a constant `n` above 0.
    fn remainder(&mut self, span: Span, name: &str, args: &[&Expr]) -> Option<Value> {
        let whose = format!("`{name}`");
        let a = self.number(args.first()?, &whose);
        let by = match args.get(1) {
            None => Some(2),
            Some(e) => {
                let number = self.number(e, &whose)?;
                let by = self
                    .draft
                    .single(number.reg)
                    .filter(|by| *by > 0 && number.scale == 0);
                if by.is_none() {
                    return self.fail(
                        e.span,
                        format!(
                            "{} is not a constant whole number above 0",
                            self.quote(e.span)
                        ),
                        "",
                    );
                }
                by
            }
        };
        let (a, by) = (a?, by?);
        // a - by * floor(a / by); the mantissas' scale is a's.
        let step = super::scale::ten_to(a.scale).and_then(|power| power.checked_mul(by));
        let step = self.done(span, step.ok_or(super::range::Fault::Overflow(i128::MAX)))?;
        let whole = self.draft.push(Op::Round(a.reg, step, Rounding::Floor));
        let below = whole.and_then(|whole| self.draft.multiply_by(whole, step));
        let rest = below.and_then(|below| self.draft.subtract(a.reg, below));
        let rest = self.done(span, rest)?;
        if name == "modulo" {
            return self.trimmed(span, Number { reg: rest, ..a });
        }
        let wanted = self.draft.number(if name == "odd" { 1 } else { 0 });
        let same = wanted.and_then(|wanted| self.draft.equal(rest, wanted));
        self.done(span, same).map(Value::Truth)
    }

    fn months_between(&mut self, span: Span, args: &[&Expr]) -> Option<Value> {
        let mut days = Vec::with_capacity(2);
        for arg in args {
            match self.expr(arg) {
                Some(Value::Date(day)) => days.push(day),
                Some(other) => {
                    self.fail::<()>(
                        arg.span,
                        format!(
                            "{} is {}, but `years and months duration` needs a date",
                            self.quote(arg.span),
                            other.describe()
                        ),
                        "",
                    );
                }
                None => {}
            }
        }
        match days.as_slice() {
            [from, to] => {
                let reg = self.draft.push(Op::MonthsBetween(*from, *to));
                self.done(span, reg).map(Value::Months)
            }
            _ => None,
        }
    }
}
