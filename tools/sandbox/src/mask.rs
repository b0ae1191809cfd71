//! Masks secrets, so that the log does not contain them.

use serde_json::Value;
use storefront_signup::registration::secret::{has_shape, is_named};

use crate::request::Request;

const MASK: &str = "•••";

/// The body as JSON, with masked passwords and tokens. `None` if it is neither JSON nor a form.
pub(crate) fn body(request: &Request) -> Option<Value> {
    let mut value = if request.is_form() {
        request.form()
    } else {
        serde_json::from_slice(&request.body).ok()?
    };
    mask(&mut value);
    Some(value)
}

/// The path and the query, with masked passwords and tokens.
pub(crate) fn path(path: &str, query: Option<&str>) -> String {
    let Some(query) = query else {
        return path.to_owned();
    };
    let pairs: Vec<String> = query.split('&').map(mask_pair).collect();
    format!("{path}?{}", pairs.join("&"))
}

fn mask_pair(pair: &str) -> String {
    let key = pair.split('=').next().unwrap_or_default();
    if is_named(key) {
        format!("{key}={MASK}")
    } else {
        pair.to_owned()
    }
}

fn mask(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (key, field) in fields {
                if is_named(key) {
                    *field = MASK.into()
                } else {
                    mask(field)
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(mask),
        Value::String(text) if has_shape(text) => *value = MASK.into(),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn passwords_are_masked_at_any_depth() {
        let mut value = json!({ "data": [{ "password": "hunter2", "email": "a@example.com" }] });
        mask(&mut value);
        assert_eq!(
            value,
            json!({ "data": [{ "password": MASK, "email": "a@example.com" }] })
        );
    }

    #[test]
    fn what_looks_like_a_token_is_masked_under_any_name() {
        let mut value = json!({ "note": ["sk_live_0123", "plain"] });
        mask(&mut value);
        assert_eq!(value, json!({ "note": [MASK, "plain"] }));
    }

    #[test]
    fn a_token_in_the_query_is_masked() {
        assert_eq!(
            path("/customers", Some("token=secret_1&lang=de")),
            "/customers?token=•••&lang=de"
        );
    }
}
