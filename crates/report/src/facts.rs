//! What is known about a person, as a JSON object by question id.

use pack::Pack;
use pack::facts::{AnswerError, Wrong, parse_answer, slot_of};
use pack::similar;
use rules::eval::Answers;
use rules::program::{Domain, Slot};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use std::fmt;

/// Why facts can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactError {
    /// Not JSON, or not an object.
    Json(String),
    /// No question has this id.
    Unknown {
        /// As given.
        id: String,
        /// `; did you mean …?` or nothing.
        hint: String,
    },
    /// The same question twice.
    Twice(String),
    /// A wrong type or a value out of range.
    Answer(AnswerError),
}

impl fmt::Display for FactError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(message) => f.write_str(message),
            Self::Unknown { id, hint } => write!(f, "there is no question `{id}`{hint}"),
            Self::Twice(id) => write!(f, "`{id}` is answered twice"),
            Self::Answer(error) => error.fmt(f),
        }
    }
}

/// The slot of a question's id, or what might have been meant.
pub fn slot(pack: &Pack, id: &str) -> Result<Slot, FactError> {
    slot_of(pack, id).ok_or_else(|| FactError::Unknown {
        id: id.to_owned(),
        hint: similar::hint(id, pack.program.facts.iter().map(|fact| fact.id.as_str())),
    })
}

/// Reads a JSON object by question id into `answers`; `null` means not known.
///
/// With `name`, an entry `id` that is no question is the person's name or number in a list.
///
/// # Errors
/// Names the question that is unknown, answered twice, or answered wrongly.
pub fn read_json(
    pack: &Pack,
    text: &str,
    answers: &mut Answers,
    mut name: Option<&mut String>,
) -> Result<(), FactError> {
    answers.values.fill(None);
    if let Some(name) = name.as_deref_mut() {
        name.clear();
    }
    let Entries(entries) =
        serde_json::from_str(text).map_err(|error| FactError::Json(json_message(&error)))?;
    for (index, (id, value)) in entries.iter().enumerate() {
        if entries.iter().take(index).any(|(earlier, _)| earlier == id) {
            return Err(FactError::Twice(id.clone()));
        }
        let slot = match (slot(pack, id), name.as_deref_mut()) {
            (Ok(slot), _) => slot,
            (Err(_), Some(name)) if id == "id" => {
                match value {
                    Value::String(text) => name.push_str(text),
                    other => name.push_str(&other.to_string()),
                }
                continue;
            }
            (Err(error), _) => return Err(error),
        };
        let answer = read_value(pack, slot, value).map_err(FactError::Answer)?;
        if let Some(place) = answers.values.get_mut(usize::from(slot)) {
            *place = answer;
        }
    }
    Ok(())
}

fn read_value(pack: &Pack, slot: Slot, value: &Value) -> Result<Option<i64>, AnswerError> {
    let domain = pack
        .program
        .facts
        .get(usize::from(slot))
        .map(|fact| &fact.domain);
    let text = match (value, domain) {
        (Value::Null, _) => return Ok(None),
        (Value::Bool(truth), Some(Domain::Bool)) => truth.to_string(),
        (Value::String(text), Some(Domain::Options(_) | Domain::Date { .. })) => text.clone(),
        (Value::Number(number), Some(Domain::Number { .. })) => number.to_string(),
        _ => return Err(wrong_type(pack, slot, value)),
    };
    parse_answer(pack, slot, &text).map(Some)
}

fn wrong_type(pack: &Pack, slot: Slot, value: &Value) -> AnswerError {
    let given = value.to_string();
    // No answer is the empty text, so this is an error that says what would be right.
    match parse_answer(pack, slot, "") {
        Err(error) => AnswerError {
            given,
            wrong: Wrong::Type,
            ..error
        },
        Ok(_) => AnswerError {
            question: String::new(),
            given,
            wrong: Wrong::Type,
            allowed: pack::facts::Allowed::Nothing,
        },
    }
}

fn json_message(error: &serde_json::Error) -> String {
    if error.is_data() {
        // The only data error is that of `Entries`: something other than an object.
        "facts are a JSON object by question id".to_owned()
    } else {
        format!("not JSON: {error}")
    }
}

/// A JSON object with its entries as they stand, doubles included.
pub struct Entries(pub Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct All;
        impl<'de> Visitor<'de> for All {
            type Value = Entries;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(All)
    }
}
