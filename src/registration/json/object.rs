use super::Json;
use std::borrow::Cow;

/// A builder for a JSON object.
///
/// It uses plain calls. A chain of iterators would be a new type, and so more code to download, for
/// each body.
#[derive(Default)]
pub struct Object(Vec<(Cow<'static, str>, Json)>);

impl Object {
    /// An object without members.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a member.
    pub fn with(mut self, key: &'static str, value: impl Into<Json>) -> Self {
        self.push(key, value.into());
        self
    }

    /// Adds a text.
    pub fn text(mut self, key: &'static str, text: &str) -> Self {
        self.push(key, Json::text(text.to_owned()));
        self
    }

    /// Adds a text unless it is empty.
    pub fn filled(self, key: &'static str, text: &str) -> Self {
        if text.is_empty() {
            self
        } else {
            self.text(key, text)
        }
    }

    /// Adds a member.
    pub fn push(&mut self, key: &'static str, value: Json) {
        self.0.push((Cow::Borrowed(key), value));
    }

    /// Adds a member in place of one with the same key.
    pub fn set(&mut self, key: &'static str, value: Json) {
        self.0.retain(|(own, _)| own != key);
        self.push(key, value);
    }

    /// Whether there is no member.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Object> for Json {
    fn from(object: Object) -> Self {
        Self::Object(object.0)
    }
}

/// A builder with the members of an object. Empty for anything else.
impl From<Json> for Object {
    fn from(json: Json) -> Self {
        match json {
            Json::Object(members) => Self(members),
            _ => Self::new(),
        }
    }
}
