//! Names: which there may be, and what they stand for.

use std::collections::BTreeMap;

use super::Error;
use super::value::Value;

/// What a name stands for.
#[derive(Clone, Debug)]
pub(super) enum Named {
    /// A value.
    Value(Value),
    /// Something whose own expression is in error, which has been said there.
    Broken,
}

/// The names that an expression may use.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Questions and definitions.
    pub(super) shared: BTreeMap<String, Named>,
    /// Steps of the version at hand.
    pub(super) steps: BTreeMap<String, Named>,
}

impl Names {
    /// What the name stands for.
    pub(super) fn get(&self, name: &str) -> Option<&Named> {
        self.steps.get(name).or_else(|| self.shared.get(name))
    }

    /// Every name there is, for suggestions.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.steps
            .keys()
            .chain(self.shared.keys())
            .map(String::as_str)
            .chain(["applied_on"])
    }
}

/// Words of FEEL that can't be names, and names that the rules have already.
const TAKEN: [&str; 20] = [
    "and",
    "applied_on",
    "between",
    "else",
    "every",
    "false",
    "for",
    "function",
    "if",
    "in",
    "instance",
    "item",
    "not",
    "null",
    "or",
    "return",
    "satisfies",
    "some",
    "then",
    "true",
];

/// Refuses what is not an ASCII identifier or means something already.
pub(super) fn check(id: &str) -> Result<(), Error> {
    let mut bytes = id.bytes();
    let starts = bytes.next().is_some_and(|byte| byte.is_ascii_alphabetic());
    if !starts || !bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
        return Err(Error::whole(
            id,
            format!("`{id}` is not a name"),
            "use ASCII letters, digits and `_`, a letter first",
        ));
    }
    if TAKEN.contains(&id) {
        return Err(Error::whole(
            id,
            format!("`{id}` already means something"),
            "choose another name",
        ));
    }
    Ok(())
}
