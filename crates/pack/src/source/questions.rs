//! Questions: from TOML to domains and texts.

use super::fault::{At, Faults};
use super::node::{Node, Str};
use super::raw::unit;
use super::shape::suggest;
use crate::facts::{format_date, format_decimal};
use crate::model::{Choice, Question};
use rules::program::{Change, Domain, Fact, MAX_FACTS, Unit};

/// A question, checked, and where its id stands.
pub(crate) struct Asked {
    pub id: Str,
    pub fact: Fact,
    pub question: Question,
}

/// Reads all questions; what is wrong with them becomes faults.
pub(crate) fn questions(node: &Node<'_>, groups: &[&str], faults: &mut Faults) -> Vec<Asked> {
    let nodes = node.tables("questions");
    if let Some(node) = nodes.get(MAX_FACTS) {
        faults.error(
            "too-many",
            &node.at,
            format!("a pack has at most {MAX_FACTS} questions"),
        );
    }
    nodes
        .iter()
        .take(MAX_FACTS)
        .map(|node| question(node, groups, faults))
        .collect()
}

fn question(node: &Node<'_>, groups: &[&str], faults: &mut Faults) -> Asked {
    let id = node.str("id");
    let kind = node.str("type").value;
    let options = options(node, &kind, faults);
    let domain = domain(node, &kind, options.len(), faults);
    let group = node.str("group");
    let group_index = groups.iter().position(|known| *known == group.value);
    if group_index.is_none() {
        let fault = faults.error(
            "unknown-group",
            &group.at,
            format!("there is no group `{}`", group.value),
        );
        suggest(fault, &group.value, groups);
    }
    let number = kind == "integer" || kind == "money";
    if !number && node.has("unit") {
        faults.error(
            "bad-unit",
            &node.at("unit"),
            format!("a question of type `{kind}` has no unit"),
        );
    }
    let unit = match (kind.as_str(), unit(node)) {
        ("money", Some(unit)) if unit != Unit::Yuan => {
            faults
                .error("bad-unit", &node.at("unit"), "money is counted in yuan")
                .help("leave `unit` out");
            Unit::Yuan
        }
        ("integer", Some(Unit::Yuan)) => {
            let fault = faults.error(
                "bad-unit",
                &node.at("unit"),
                "a whole number can't count yuan",
            );
            fault.help("write `type = \"money\"`");
            Unit::Yuan
        }
        ("money", _) => Unit::Yuan,
        (_, unit) => unit.unwrap_or(Unit::None),
    };
    let change = change(node, &kind, &options, faults);
    let order = node
        .whole("order")
        .and_then(|order| u16::try_from(order).ok())
        .unwrap_or(0);
    Asked {
        fact: Fact {
            id: id.value.clone(),
            domain,
            change,
            order,
        },
        id,
        question: Question {
            group: group_index.and_then(|i| u8::try_from(i).ok()).unwrap_or(0),
            label: node.text("label"),
            ask: node.text("ask"),
            help: node.text("help"),
            options,
            unit,
            order,
        },
    }
}

fn options(node: &Node<'_>, kind: &str, faults: &mut Faults) -> Vec<Choice> {
    let mut seen: Vec<Str> = Vec::new();
    let mut options = Vec::new();
    for option in node.tables("options") {
        let id = option.str("id");
        unique(&id, &seen, "option", faults);
        options.push(Choice {
            id: id.value.clone(),
            label: option.text("label"),
        });
        seen.push(id);
    }
    match (kind, options.len()) {
        ("options", 2..=63) => {}
        ("options", n) => {
            let at = node.at("options");
            let message =
                format!("a question of type `options` has 2 to 63 options, this one has {n}");
            faults.error("bad-options", &at.first_line(), message);
        }
        (_, 0) => {}
        _ => {
            let at = node.at("options").first_line();
            let message = format!("a question of type `{kind}` has no options");
            faults
                .error("bad-options", &at, message)
                .help("write `type = \"options\"`");
        }
    }
    options
}

fn domain(node: &Node<'_>, kind: &str, options: usize, faults: &mut Faults) -> Domain {
    let bounds = |faults: &mut Faults,
                  read: &dyn Fn(&str) -> Option<i64>,
                  show: &dyn Fn(i64) -> String,
                  a: &str| {
        let mut bound = |key: &str| {
            if !node.has(key) {
                let message = format!("a question of type `{kind}` needs `{key}`");
                faults
                    .error("missing-field", &node.at, message)
                    .help(format!("add `{key} = …` with {a}"));
                return None;
            }
            let value = read(key);
            // A value of another type altogether has been reported already.
            if value.is_none() && node.opt(key).is_none() {
                let message = format!("`{key}` must be {a} for type `{kind}`");
                faults.error("wrong-type", &node.at(key), message);
            }
            value
        };
        let (min, max) = (bound("min"), bound("max"));
        let (Some(min), Some(max)) = (min, max) else {
            return (0, 0);
        };
        if min >= max {
            let message = format!("`max` {} is not above `min` {}", show(max), show(min));
            faults.error("empty-range", &node.at("max"), message);
        }
        (min, max.max(min))
    };
    match kind {
        "integer" => {
            let (min, max) = bounds(
                faults,
                &|key| node.whole(key),
                &|n| n.to_string(),
                "a whole number",
            );
            Domain::Number { min, max, scale: 0 }
        }
        "money" => {
            let read = |key: &str| node.decimal(key, 2).and_then(Result::ok);
            let a = "an amount in yuan with at most 2 decimal places";
            let (min, max) = bounds(faults, &read, &|n| format_decimal(n, 2), a);
            Domain::Number { min, max, scale: 2 }
        }
        "date" => {
            let (min, max) = bounds(
                faults,
                &|key| node.day(key),
                &format_date,
                "a date, `2026-11-22`",
            );
            Domain::Date { min, max }
        }
        _ => {
            for key in ["min", "max"].into_iter().filter(|key| node.has(key)) {
                let message = format!("a question of type `{kind}` has no `{key}`");
                faults.error("unknown-field", &node.at(key), message);
            }
            if kind == "options" {
                Domain::Options(u8::try_from(options).unwrap_or(63))
            } else {
                Domain::Bool
            }
        }
    }
}

fn change(node: &Node<'_>, kind: &str, options: &[Choice], faults: &mut Faults) -> Change {
    let ordered = !matches!(kind, "bool" | "options");
    if let Some(word) = node.opt("change") {
        let change = match word.value.as_str() {
            "do_up" => Change::DoUp,
            "do_down" => Change::DoDown,
            "wait_up" => Change::WaitUp,
            "wait_down" => Change::WaitDown,
            _ => Change::Fixed,
        };
        if change != Change::Fixed && !ordered {
            let message = format!("an answer of type `{kind}` can't go up or down");
            let help = "name the options: `change = { do_to = [\"…\"] }` or `{ wait_to = […] }`";
            faults.error("bad-change", &word.at, message).help(help);
        }
        return change;
    }
    let Some(table) = node.table("change") else {
        return Change::Fixed;
    };
    if ordered {
        let message = format!("an answer of type `{kind}` has no options to change to");
        let help = "write \"do_up\", \"do_down\", \"wait_up\" or \"wait_down\"";
        faults.error("bad-change", &table.at, message).help(help);
        return Change::Fixed;
    }
    let known: Vec<&str> = if kind == "bool" {
        vec!["false", "true"]
    } else {
        options.iter().map(|o| o.id.as_str()).collect()
    };
    let mask = |key: &str, faults: &mut Faults| mask(&table.strs(key), &known, faults);
    match (table.has("do_to"), table.has("wait_to")) {
        (true, false) => Change::DoTo(mask("do_to", faults)),
        (false, true) => Change::WaitTo(mask("wait_to", faults)),
        _ => {
            faults.error(
                "bad-change",
                &table.at,
                "a change has either `do_to` or `wait_to`",
            );
            Change::Fixed
        }
    }
}

/// The set of some options, by the order of the known ones.
pub(crate) fn mask(options: &[Str], known: &[&str], faults: &mut Faults) -> u64 {
    let mut mask = 0;
    for option in options {
        match known.iter().position(|id| *id == option.value) {
            Some(at) => mask |= 1 << at.min(63),
            None => {
                let message = format!("there is no option `{}`", option.value);
                suggest(
                    faults.error("unknown-option", &option.at, message),
                    &option.value,
                    known,
                );
            }
        }
    }
    mask
}

/// Reports an id that is there twice.
pub(crate) fn unique<'a>(
    id: &Str,
    seen: impl IntoIterator<Item = &'a Str>,
    what: &str,
    faults: &mut Faults,
) -> bool {
    let first: Option<&At> = seen
        .into_iter()
        .find(|other| other.value == id.value)
        .map(|other| &other.at);
    if let Some(first) = first {
        let message = format!("there are two {what}s `{}`", id.value);
        faults
            .error("duplicate-id", &id.at, message)
            .label("again here")
            .also(first, "first here");
    }
    first.is_none()
}
