//! Values of attributes and properties.

use super::follow;
use super::signal::{Memo, RwSignal};

/// What an attribute is set to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Not there.
    Off,
    /// There, without a text.
    On,
    /// A text.
    Text(String),
}

impl Value {
    /// Whether it is there.
    pub fn is_on(&self) -> bool {
        *self != Value::Off
    }
}

/// What can be the value of an attribute: a value, or what gives one.
pub trait Attribute {
    /// Calls `set` now, and again when a signal that gives the value changes.
    fn apply(self, set: impl Fn(Value) + 'static);
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl From<bool> for Value {
    fn from(on: bool) -> Value {
        if on { Value::On } else { Value::Off }
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Off, T::into)
    }
}

macro_rules! numbers {
    ($($number:ty)+) => {
        $(impl From<$number> for Value {
            fn from(number: $number) -> Value {
                Value::Text(number.to_string())
            }
        }
        impl Attribute for $number {
            fn apply(self, set: impl Fn(Value) + 'static) {
                set(self.into());
            }
        })+
    };
}
numbers!(i32 i64 u8 u16 u32 usize);

macro_rules! plain {
    ($($plain:ty)+) => {
        $(impl Attribute for $plain {
            fn apply(self, set: impl Fn(Value) + 'static) {
                set(self.into());
            }
        })+
    };
}
plain!(&str String bool Option<&str> Option<String>);

impl Attribute for &String {
    fn apply(self, set: impl Fn(Value) + 'static) {
        set(self.as_str().into());
    }
}

impl<F, T> Attribute for F
where
    F: Fn() -> T + 'static,
    T: Into<Value>,
{
    fn apply(self, set: impl Fn(Value) + 'static) {
        follow(move |_| set(self().into()));
    }
}

macro_rules! signals {
    ($($signal:ident)+) => {
        $(impl<T> Attribute for $signal<T>
        where
            T: Into<Value> + Clone + Send + Sync + 'static,
        {
            fn apply(self, set: impl Fn(Value) + 'static) {
                follow(move |_| set(self.get().into()));
            }
        })+
    };
}
signals!(RwSignal Memo);
