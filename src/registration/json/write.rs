use super::Json;

impl Json {
    /// The value as JSON without spaces.
    pub fn write(&self) -> String {
        let mut out = String::new();
        value(self, &mut out);
        out
    }
}

fn value(json: &Json, out: &mut String) {
    match json {
        Json::Null => out.push_str("null"),
        Json::Bool(true) => out.push_str("true"),
        Json::Bool(false) => out.push_str("false"),
        Json::Number(digits) => out.push_str(digits),
        Json::Text(text) => string(text, out),
        Json::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                separate(index, out);
                value(item, out);
            }
            out.push(']');
        }
        Json::Object(members) => {
            out.push('{');
            for (index, (key, member)) in members.iter().enumerate() {
                separate(index, out);
                string(key, out);
                out.push(':');
                value(member, out);
            }
            out.push('}');
        }
    }
}

fn separate(index: usize, out: &mut String) {
    if index > 0 {
        out.push(',');
    }
}

fn string(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c < ' ' => control(c, out),
            c => out.push(c),
        }
    }
    out.push('"');
}

fn control(c: char, out: &mut String) {
    let digit = |value: u32| char::from_digit(value, 16).unwrap_or('0');
    out.push_str("\\u00");
    out.push(digit(c as u32 >> 4));
    out.push(digit(c as u32 & 15));
}
