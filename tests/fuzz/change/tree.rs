//! Changes of a JSON value that leave it JSON.

use super::{Change, How};
use serde_json::{Value, json};

/// Changes one of the values in a value.
pub fn change(change: &Change, root: &mut Value) {
    let pointers = pointers(root);
    let at = change.at.get(&pointers).as_str();
    match change.how {
        How::Replace => put(root, at, read(change)),
        How::Remove => remove(root, at),
        How::Wrap => {
            let value = root.pointer(at).cloned().unwrap_or_default();
            put(root, at, wrapped(change, value));
        }
        How::Exchange => exchange(root, at, change.to.get(&pointers).as_str()),
        How::Rename => {
            let value = root.pointer(at).cloned();
            if let (Some(Value::Object(members)), Some(value)) = (parent(root, at), value) {
                members.insert(change.word.clone(), value);
                remove(root, at);
            }
        }
        _ => {}
    }
}

/// The pointers to all values, the whole one first.
fn pointers(root: &Value) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut next = 0;
    while let Some(at) = found.get(next).cloned() {
        match root.pointer(&at) {
            Some(Value::Object(members)) => {
                found.extend(members.keys().map(|key| format!("{at}/{}", escaped(key))));
            }
            Some(Value::Array(items)) => {
                found.extend((0..items.len()).map(|index| format!("{at}/{index}")));
            }
            _ => {}
        }
        next += 1;
    }
    found
}

/// What a change puts in: the word as the JSON that it is, or as text, or a number.
fn read(change: &Change) -> Value {
    match change.number % 3 {
        0 => json!(change.word),
        1 => json!(change.number),
        _ => serde_json::from_str(&change.word).unwrap_or_default(),
    }
}

fn wrapped(change: &Change, value: Value) -> Value {
    match change.number % 3 {
        0 => json!([value]),
        1 => json!([value, value]),
        _ => json!({ change.word.as_str(): value }),
    }
}

fn put(root: &mut Value, at: &str, value: Value) {
    if let Some(place) = root.pointer_mut(at) {
        *place = value;
    }
}

fn exchange(root: &mut Value, one: &str, other: &str) {
    let pair = root.pointer(one).cloned().zip(root.pointer(other).cloned());
    if let Some((first, second)) = pair {
        put(root, one, second);
        put(root, other, first);
    }
}

fn remove(root: &mut Value, at: &str) {
    let name = at.rsplit('/').next().unwrap_or_default();
    let name = name.replace("~1", "/").replace("~0", "~");
    match parent(root, at) {
        Some(Value::Object(members)) => drop(members.remove(&name)),
        Some(Value::Array(items)) => {
            if let Ok(index) = name.parse::<usize>() {
                drop(items.remove(index));
            }
        }
        _ => {}
    }
}

fn parent<'a>(root: &'a mut Value, at: &str) -> Option<&'a mut Value> {
    let (above, _) = at.rsplit_once('/')?;
    root.pointer_mut(above)
}

fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
