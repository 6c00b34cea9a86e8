//! The names with spaces: built-in functions and parts of values.

/// Functions whose names have spaces (or a keyword in them), as words.
const FUNCTIONS: &[&[&str]] = &[
    &["date", "and", "time"],
    &["years", "and", "months", "duration"],
    &["string", "length"],
    &["substring", "before"],
    &["substring", "after"],
    &["starts", "with"],
    &["ends", "with"],
    &["upper", "case"],
    &["lower", "case"],
    &["list", "contains"],
    &["list", "replace"],
    &["insert", "before"],
    &["index", "of"],
    &["distinct", "values"],
    &["round", "up"],
    &["round", "down"],
    &["round", "half", "up"],
    &["round", "half", "down"],
    &["day", "of", "year"],
    &["day", "of", "week"],
    &["month", "of", "year"],
    &["week", "of", "year"],
    &["string", "join"],
    &["get", "value"],
    &["get", "entries"],
    &["context", "put"],
    &["context", "merge"],
    &["met", "by"],
    &["overlaps", "before"],
    &["overlaps", "after"],
    &["finished", "by"],
    &["started", "by"],
];

/// Parts of values whose names have spaces.
const PARTS: &[&[&str]] = &[
    &["time", "offset"],
    &["start", "included"],
    &["end", "included"],
];

/// Types whose names have spaces.
const TYPES: &[&[&str]] = &[
    &["date", "and", "time"],
    &["years", "and", "months", "duration"],
    &["days", "and", "time", "duration"],
];

/// What kind of name is looked for.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Function,
    Part,
    Type,
}

/// All names of the kind that have more than one word.
pub(super) fn multi_word(kind: Kind) -> &'static [&'static [&'static str]] {
    match kind {
        Kind::Function => FUNCTIONS,
        Kind::Part => PARTS,
        Kind::Type => TYPES,
    }
}
