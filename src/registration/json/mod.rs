//! JSON as the platforms speak it.
//!
//! The widget's own reader and writer, because a general library costs the shopper
//! more than the rest of the form's logic: see `docs/decisions/0002-own-json.md`.

mod object;
mod read;
mod write;

pub use object::Object;
pub use read::read;

use std::borrow::Cow;

/// A JSON value. Numbers keep their text: no platform computes with one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`, and what stands for a body that is no JSON.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it was written.
    Number(Cow<'static, str>),
    /// A string, unescaped.
    Text(Cow<'static, str>),
    /// An array.
    List(Vec<Json>),
    /// An object, in the order of its keys in the text.
    Object(Vec<(Cow<'static, str>, Json)>),
}

impl Json {
    /// A string value.
    pub fn text(text: impl Into<Cow<'static, str>>) -> Self {
        Self::Text(text.into())
    }

    /// The member of an object, `Null` for anything else.
    pub fn get(&self, key: &str) -> &Json {
        let Self::Object(members) = self else {
            return &Self::Null;
        };
        let found = members.iter().find(|(name, _)| name == key);
        found.map_or(&Self::Null, |(_, value)| value)
    }

    /// The text of a string, empty for anything else.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Text(text) => text,
            _ => "",
        }
    }

    /// The text of a string or the digits of a number: identifiers come as either.
    pub fn as_id(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number(text) => text,
            _ => "",
        }
    }

    /// Whether this is `true`.
    pub fn is_true(&self) -> bool {
        *self == Self::Bool(true)
    }

    /// The items of an array, none for anything else.
    pub fn items(&self) -> &[Json] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }
}
