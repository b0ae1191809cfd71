//! Copies what is known of a body into a new one. Whatever is not in the list stays behind, at any depth.

use serde_json::{Map, Value};

/// A member that may pass.
pub struct Member {
    /// Its name.
    pub name: &'static str,
    /// What it has to be.
    pub kind: Kind,
}

/// What a member has to be.
pub enum Kind {
    /// A string.
    Text,
    /// A whole number, 0 or more.
    Number,
    /// `true` or `false`.
    Bool,
    /// An object with these members.
    Object(&'static [Member]),
    /// A list of objects with these members.
    List(&'static [Member]),
}

/// A member that is a string.
pub const fn text(name: &'static str) -> Member {
    Member {
        name,
        kind: Kind::Text,
    }
}

/// Copies the members of an object that are in the list. `null` counts as left out.
///
/// # Errors
/// The path of the first member that is something else than the list says: `contacts[0].type`.
pub fn copy(from: &Value, members: &[Member]) -> Result<Map<String, Value>, String> {
    let from = from.as_object().ok_or_else(String::new)?;
    let mut to = Map::new();
    for member in members {
        match from.get(member.name) {
            None | Some(Value::Null) => {}
            Some(value) => {
                let copied =
                    of_kind(value, &member.kind).map_err(|path| below(member.name, &path))?;
                to.insert(member.name.to_owned(), copied);
            }
        }
    }
    Ok(to)
}

fn of_kind(value: &Value, kind: &Kind) -> Result<Value, String> {
    let is_kind = match kind {
        Kind::Object(members) => return copy(value, members).map(Value::Object),
        Kind::List(members) => return list(value, members),
        Kind::Text => value.is_string(),
        Kind::Number => value.is_u64(),
        Kind::Bool => value.is_boolean(),
    };
    is_kind.then(|| value.clone()).ok_or_else(String::new)
}

fn list(value: &Value, members: &[Member]) -> Result<Value, String> {
    let items = value.as_array().ok_or_else(String::new)?;
    let copies = items.iter().enumerate().map(|(index, item)| {
        let copied = copy(item, members).map(Value::Object);
        copied.map_err(|path| below(&format!("[{index}]"), &path))
    });
    copies.collect()
}

fn below(name: &str, path: &str) -> String {
    let dot = if path.is_empty() || path.starts_with('[') {
        ""
    } else {
        "."
    };
    [name, dot, path].concat()
}
