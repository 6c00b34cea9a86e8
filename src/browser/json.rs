//! JSON by the browser's own reader and writer: one written in Rust would take more code than
//! everything that is read with it.

use super::named;
use js_sys::{JSON, Object};
use wasm_bindgen::prelude::*;

/// A value that was read, or an object that is being written.
#[derive(Clone)]
pub struct Json(JsValue);

impl Json {
    /// Reads a text.
    pub fn read(text: &str) -> Option<Json> {
        JSON::parse(text).ok().map(Json)
    }

    /// An object without members.
    pub fn object() -> Json {
        Json(Object::new().into())
    }

    /// With one more member.
    pub fn with(self, name: &str, value: impl Into<JsValue>) -> Json {
        named::set(&self.0, name, &value.into());
        self
    }

    /// With one more member, where there is a value.
    pub fn with_some(self, name: &str, value: Option<&str>) -> Json {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// With one more object in it.
    pub fn with_object(self, name: &str, value: Json) -> Json {
        self.with(name, value.0)
    }

    /// With one more member that is a whole number.
    pub fn with_number(self, name: &str, value: i64) -> Json {
        // As JavaScript has it: exact up to 2^53.
        #[expect(clippy::cast_precision_loss, reason = "a count, far below")]
        self.with(name, value as f64)
    }

    /// Its text.
    pub fn write(&self) -> String {
        JSON::stringify(&self.0).map(Into::into).unwrap_or_default()
    }

    /// A member that is a text.
    pub fn text(&self, name: &str) -> Option<String> {
        named::get(&self.0, name)?.as_string()
    }

    /// A member that is a whole number.
    pub fn number(&self, name: &str) -> Option<i64> {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a server's count, far below the largest"
        )]
        named::get(&self.0, name)?.as_f64().map(|it| it as i64)
    }

    /// Whether a member is `true`.
    pub fn is(&self, name: &str) -> bool {
        named::get(&self.0, name).is_some_and(|it| it.is_truthy())
    }

    /// A member that is a list; empty where it is none.
    pub fn list(&self, name: &str) -> Vec<Json> {
        let list = named::get(&self.0, name);
        let at = |place: usize| named::get(list.as_ref()?, &place.to_string());
        (0..).map_while(at).map(Json).collect()
    }

    /// A member that is an object.
    pub fn get(&self, name: &str) -> Option<Json> {
        named::get(&self.0, name).map(Json)
    }
}
