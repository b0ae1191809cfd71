//! Checks of request bodies, with the messages of class-validator.

use serde_json::{Map, Value};

use crate::email;

const NOT_AN_OBJECT: &str = "an unknown value was passed to the validate function";

/// The errors of a body that creates a customer.
pub(super) fn customer_errors(body: &Value) -> Vec<String> {
    let Some(fields) = body.as_object() else {
        return vec![NOT_AN_OBJECT.to_owned()];
    };
    let mut errors = unknown_fields(
        fields,
        &["first_name", "last_name", "email", "password", "phone"],
    );
    errors.extend(
        ["first_name", "last_name"]
            .iter()
            .filter_map(|name| text_error(fields, name)),
    );
    errors.extend(email_error(fields));
    if !fields.get("password").is_some_and(Value::is_string) {
        errors.push("password must be a string".to_owned());
    }
    errors.extend(text_error(fields, "phone"));
    errors
}

/// The errors of a body that signs in.
pub(super) fn sign_in_errors(body: &Value) -> Vec<String> {
    let Some(fields) = body.as_object() else {
        return vec![NOT_AN_OBJECT.to_owned()];
    };
    let mut errors = unknown_fields(fields, &["email", "password"]);
    errors.extend(email_error(fields));
    if fields
        .get("password")
        .is_none_or(|password| password.is_null() || password == "")
    {
        errors.push("password should not be empty".to_owned());
    }
    errors
}

fn unknown_fields(fields: &Map<String, Value>, known: &[&str]) -> Vec<String> {
    let unknown = fields.keys().filter(|key| !known.contains(&key.as_str()));
    unknown
        .map(|key| format!("property {key} should not exist"))
        .collect()
}

fn text_error(fields: &Map<String, Value>, name: &str) -> Option<String> {
    fields
        .get(name)
        .filter(|value| !value.is_null() && !value.is_string())?;
    Some(format!("{name} must be a string"))
}

fn email_error(fields: &Map<String, Value>) -> Option<String> {
    let is_email = fields
        .get("email")
        .and_then(Value::as_str)
        .is_some_and(email::is_lenient);
    (!is_email).then(|| "email must be an email".to_owned())
}
