//! The built-in functions.
//!
//! A wrong number, name or kind of argument comes to null, as the standard says. `Err`
//! refuses what is out of the subset for these values.

mod dates;
mod lists;
mod numbers;
mod texts;

use super::Outcome;
use super::decimal::Decimal;
use super::value::Value;

/// A function and the ways to call it.
pub(super) struct Function {
    /// As it is written.
    pub(super) name: &'static str,
    /// The parameters' names of each way, the shortest way first.
    forms: &'static [&'static [&'static str]],
    /// The last parameter takes any number of arguments, where they have no names.
    variadic: bool,
    run: fn(&mut Arguments) -> Outcome<Value>,
}

/// The arguments in the order of the parameters.
pub(super) struct Arguments {
    values: std::vec::IntoIter<Value>,
    /// Steps that are left for long work.
    budget: u64,
}

impl Arguments {
    /// The next argument; null where there is none.
    fn take(&mut self) -> Value {
        self.values.next().unwrap_or(Value::Null)
    }

    fn is_empty(&self) -> bool {
        self.values.as_slice().is_empty()
    }

    fn rest(&mut self) -> Vec<Value> {
        std::mem::take(&mut self.values).collect()
    }

    /// All arguments as one list: the only one where it is a list, else each an item.
    /// `None` where there is nothing or only null.
    fn list_or_items(&mut self) -> Option<Vec<Value>> {
        let mut values = self.rest();
        match (values.len(), values.pop()) {
            (1, Some(Value::List(items))) => Some(items),
            (0, _) | (1, Some(Value::Null)) => None,
            (_, last) => {
                values.extend(last);
                Some(values)
            }
        }
    }
}

/// A number; `None` where it is none.
fn number(value: &Value) -> Outcome<Option<Decimal>> {
    match value {
        Value::Number(number) => Ok(Some(*number)),
        other => none(other),
    }
}

/// A whole number that fits; refused where it has decimal places.
fn whole(value: &Value) -> Outcome<Option<i64>> {
    match number(value)? {
        None => Ok(None),
        Some(number) => match number.to_i64() {
            Some(whole) => Ok(Some(whole)),
            None => Err(format!("{number} is not a whole number of a usable size")),
        },
    }
}

fn text(value: Value) -> Outcome<Option<String>> {
    match value {
        Value::String(text) => Ok(Some(text)),
        other => none(&other),
    }
}

/// A list; a single value in its place is refused, null is `None`.
fn list(value: Value) -> Outcome<Option<Vec<Value>>> {
    match value {
        Value::List(items) => Ok(Some(items)),
        Value::Null => Ok(None),
        other => Err(format!(
            "a list is wanted here, not a {}; write [ ] around one item",
            other.kind()
        )),
    }
}

/// Not of the wanted kind: null, but a list with one item could stand for the item.
fn none<T>(value: &Value) -> Outcome<Option<T>> {
    match value {
        Value::List(items) if items.len() == 1 => Err(
            "a list with one item stands where one value is wanted; take the item with [1]"
                .to_owned(),
        ),
        _ => Ok(None),
    }
}

const fn function(
    name: &'static str,
    forms: &'static [&'static [&'static str]],
    run: fn(&mut Arguments) -> Outcome<Value>,
) -> Function {
    Function {
        name,
        forms,
        variadic: false,
        run,
    }
}

const fn variadic(
    name: &'static str,
    forms: &'static [&'static [&'static str]],
    run: fn(&mut Arguments) -> Outcome<Value>,
) -> Function {
    Function {
        name,
        forms,
        variadic: true,
        run,
    }
}

/// Every function of the subset.
pub(super) const FUNCTIONS: &[Function] = &[
    variadic("min", &[&["list"]], lists::min),
    variadic("max", &[&["list"]], lists::max),
    variadic("sum", &[&["list"]], lists::sum),
    variadic("mean", &[&["list"]], lists::mean),
    variadic("product", &[&["list"]], lists::product),
    variadic("all", &[&["list"]], lists::all),
    variadic("any", &[&["list"]], lists::any),
    function("count", &[&["list"]], lists::count),
    function("list contains", &[&["list", "element"]], lists::contains),
    function(
        "sublist",
        &[
            &["list", "start position"],
            &["list", "start position", "length"],
        ],
        lists::sublist,
    ),
    variadic("append", &[&["list", "item"]], lists::append),
    variadic("concatenate", &[&["list"]], lists::concatenate),
    variadic("union", &[&["list"]], lists::union),
    function(
        "insert before",
        &[&["list", "position", "newItem"]],
        lists::insert_before,
    ),
    function("remove", &[&["list", "position"]], lists::remove),
    function("reverse", &[&["list"]], lists::reverse),
    function("index of", &[&["list", "match"]], lists::index_of),
    function("distinct values", &[&["list"]], lists::distinct_values),
    function("flatten", &[&["list"]], lists::flatten),
    function("floor", &[&["n"], &["n", "scale"]], numbers::floor),
    function("ceiling", &[&["n"], &["n", "scale"]], numbers::ceiling),
    function("round up", &[&["n", "scale"]], numbers::round_up),
    function("round down", &[&["n", "scale"]], numbers::round_down),
    function("round half up", &[&["n", "scale"]], numbers::round_half_up),
    function(
        "round half down",
        &[&["n", "scale"]],
        numbers::round_half_down,
    ),
    function("decimal", &[&["n", "scale"]], numbers::decimal),
    function("abs", &[&["n"]], numbers::abs),
    function("modulo", &[&["dividend", "divisor"]], numbers::modulo),
    function("not", &[&["negand"]], numbers::not),
    function("is", &[&["value1", "value2"]], numbers::is),
    function("string", &[&["from"]], texts::string),
    function("string length", &[&["string"]], texts::length),
    function(
        "substring",
        &[
            &["string", "start position"],
            &["string", "start position", "length"],
        ],
        texts::substring,
    ),
    function("substring before", &[&["string", "match"]], texts::before),
    function("substring after", &[&["string", "match"]], texts::after),
    function("contains", &[&["string", "match"]], texts::contains),
    function("starts with", &[&["string", "match"]], texts::starts_with),
    function("ends with", &[&["string", "match"]], texts::ends_with),
    function("upper case", &[&["string"]], texts::upper_case),
    function("lower case", &[&["string"]], texts::lower_case),
    function(
        "number",
        &[&["from", "grouping separator", "decimal separator"]],
        texts::number,
    ),
    function("date", &[&["from"], &["year", "month", "day"]], dates::date),
    function(
        "time",
        &[
            &["from"],
            &["hour", "minute", "second"],
            &["hour", "minute", "second", "offset"],
        ],
        dates::time,
    ),
    function(
        "date and time",
        &[&["from"], &["date", "time"]],
        dates::date_and_time,
    ),
    function("duration", &[&["from"]], dates::duration),
    function(
        "years and months duration",
        &[&["from", "to"]],
        dates::months_between,
    ),
];

/// Calls a function; each argument has its name where one was written.
pub(super) fn call(name: &str, args: Vec<(Option<&str>, Value)>, budget: u64) -> Outcome<Value> {
    let Some(function) = FUNCTIONS.iter().find(|function| function.name == name) else {
        return Err(format!("there is no function `{name}` in the subset"));
    };
    if args.iter().any(|(_, value)| *value == Value::Function) {
        return Err("functions as arguments are outside the subset".to_owned());
    }
    let Some(values) = in_order(function, args) else {
        return Ok(Value::Null);
    };
    (function.run)(&mut Arguments {
        values: values.into_iter(),
        budget,
    })
}

/// The arguments in the order of a form that they fit; `None` where they fit none.
fn in_order(function: &Function, args: Vec<(Option<&str>, Value)>) -> Option<Vec<Value>> {
    let named = args.iter().any(|(name, _)| name.is_some());
    if !named {
        let shortest = function.forms.first().map_or(0, |form| form.len());
        let fits = if function.variadic {
            args.len() >= shortest
        } else {
            function.forms.iter().any(|form| form.len() == args.len())
        };
        return fits.then(|| args.into_iter().map(|(_, value)| value).collect());
    }
    let form = function.forms.iter().find(|form| {
        form.len() == args.len()
            && args
                .iter()
                .all(|(name, _)| name.is_some_and(|name| form.contains(&name)))
    })?;
    let mut args = args;
    args.sort_by_key(|(name, _)| form.iter().position(|parameter| Some(*parameter) == *name));
    Some(args.into_iter().map(|(_, value)| value).collect())
}
