//! A small JSON reader and writer.
//!
//! A general library is larger than the rest of the form's logic: see
//! `docs/decisions/0002-own-json.md`.

mod object;
mod read;
mod write;

pub use object::Object;
pub use read::read;

use std::borrow::Cow;

/// A JSON value. A number keeps its text, because no platform calculates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`. It also stands for a body that is not JSON.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as the text has it.
    Number(Cow<'static, str>),
    /// A string without escapes.
    Text(Cow<'static, str>),
    /// An array.
    List(Vec<Json>),
    /// An object. The members keep their order.
    Object(Vec<(Cow<'static, str>, Json)>),
}

impl Json {
    /// A string value.
    pub fn text(text: impl Into<Cow<'static, str>>) -> Self {
        Self::Text(text.into())
    }

    /// The member of an object. `Null` if this is not an object or has no such member.
    pub fn get(&self, key: &str) -> &Json {
        let Self::Object(members) = self else {
            return &Self::Null;
        };
        let found = members.iter().find(|(name, _)| name == key);
        found.map_or(&Self::Null, |(_, value)| value)
    }

    /// The text of a string. Empty for anything else.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Text(text) => text,
            _ => "",
        }
    }

    /// The text of a string or the digits of a number. Identifiers can be both.
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

    /// The items of an array. Empty for anything else.
    pub fn items(&self) -> &[Json] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }
}
