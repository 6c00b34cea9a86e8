//! Which names questions, definitions, steps and conditions may have.

use super::Error;

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
