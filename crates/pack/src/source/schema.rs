//! JSON Schemas of the source files, for editors that complete and check TOML.

use super::shape::{Shape, TableShape};
use super::{changes, guide, programme, shapes};
use serde_json::{Map, Value, json};

/// The schemas by file name, as pretty-printed JSON (draft 7, which TOML editors know).
pub fn schemas() -> Vec<(&'static str, String)> {
    let files = [
        ("pack.schema.json", &shapes::PACK),
        ("sources.schema.json", &shapes::SOURCES),
        ("questions.schema.json", &shapes::QUESTIONS),
        ("definitions.schema.json", &shapes::DEFINITIONS),
        ("programme.schema.json", &programme::PROGRAMME),
        ("changes.schema.json", &changes::CHANGE_LOG),
        ("roadmap.schema.json", &guide::shape::ROADMAP),
    ];
    files.map(|(name, shape)| (name, schema(shape))).into()
}

fn schema(shape: &TableShape) -> String {
    let mut root = Map::new();
    root.insert(
        "$schema".to_owned(),
        json!("http://json-schema.org/draft-07/schema#"),
    );
    root.insert("title".to_owned(), json!(shape.name));
    root.extend(table(shape));
    // A map of strings and arrays always prints.
    let mut text = serde_json::to_string_pretty(&Value::Object(root)).unwrap_or_default();
    text.push('\n');
    text
}

fn table(shape: &TableShape) -> Map<String, Value> {
    let property = |field: &super::shape::Field| {
        let mut value = value(field.shape);
        value.insert("description".to_owned(), json!(field.doc));
        (field.key.to_owned(), Value::Object(value))
    };
    let required = shape.fields.iter().filter(|field| field.required);
    let required: Vec<&str> = required.map(|field| field.key).collect();
    let mut object = Map::new();
    object.insert("type".to_owned(), json!("object"));
    object.insert("description".to_owned(), json!(shape.doc));
    let properties: Map<String, Value> = shape.fields.iter().map(property).collect();
    object.insert("properties".to_owned(), Value::Object(properties));
    object.insert("required".to_owned(), json!(required));
    object.insert("additionalProperties".to_owned(), json!(false));
    object
}

fn value(shape: Shape) -> Map<String, Value> {
    let text = |least: u8| {
        let string = json!({ "type": "string", "minLength": least });
        json!({
            "type": "object",
            "properties": { "zh": string, "en": string },
            "required": ["zh", "en"],
            "additionalProperties": false
        })
    };
    let value = match shape {
        Shape::String => json!({ "type": "string" }),
        Shape::Name | Shape::Expression => json!({ "type": "string", "minLength": 1 }),
        Shape::Id => json!({ "type": "string", "pattern": "^[a-z][a-z0-9_]*$" }),
        Shape::Whole(min, max) => json!({ "type": "integer", "minimum": min, "maximum": max }),
        Shape::Bound => {
            json!({ "anyOf": [{ "type": "number" }, { "type": "string", "format": "date" }] })
        }
        Shape::Date => json!({ "type": "string", "format": "date" }),
        Shape::Bool => json!({ "type": "boolean" }),
        Shape::Choice(words) => json!({ "enum": words }),
        Shape::Text => text(1),
        Shape::MaybeText => text(0),
        Shape::List(item) => json!({ "type": "array", "items": value(*item) }),
        Shape::Table(shape) => Value::Object(table(shape)),
        Shape::Map(item) => json!({ "type": "object", "additionalProperties": value(*item) }),
        Shape::Either(words, other) => json!({ "anyOf": [{ "enum": words }, value(*other)] }),
    };
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
