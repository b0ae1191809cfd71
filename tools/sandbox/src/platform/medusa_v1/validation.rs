//! The checks of request bodies, with the messages of class-validator.

use serde_json::{Map, Value};

use crate::email;

const NOT_AN_OBJECT: &str = "an unknown value was passed to the validate function";

/// What is wrong with the body that creates a customer.
pub(super) fn of_customer(body: &Value) -> Vec<String> {
    let Some(fields) = body.as_object() else {
        return vec![NOT_AN_OBJECT.to_owned()];
    };
    let mut problems = unknown(
        fields,
        &["first_name", "last_name", "email", "password", "phone"],
    );
    problems.extend(
        ["first_name", "last_name"]
            .iter()
            .filter_map(|name| optional_text(fields, name)),
    );
    problems.extend(email_problem(fields));
    if !fields.get("password").is_some_and(Value::is_string) {
        problems.push("password must be a string".to_owned());
    }
    problems.extend(optional_text(fields, "phone"));
    problems
}

/// What is wrong with the body that signs in.
pub(super) fn of_sign_in(body: &Value) -> Vec<String> {
    let Some(fields) = body.as_object() else {
        return vec![NOT_AN_OBJECT.to_owned()];
    };
    let mut problems = unknown(fields, &["email", "password"]);
    problems.extend(email_problem(fields));
    if fields
        .get("password")
        .is_none_or(|password| password.is_null() || password == "")
    {
        problems.push("password should not be empty".to_owned());
    }
    problems
}

fn unknown(fields: &Map<String, Value>, known: &[&str]) -> Vec<String> {
    let unknown = fields.keys().filter(|key| !known.contains(&key.as_str()));
    unknown
        .map(|key| format!("property {key} should not exist"))
        .collect()
}

fn optional_text(fields: &Map<String, Value>, name: &str) -> Option<String> {
    fields
        .get(name)
        .filter(|value| !value.is_null() && !value.is_string())?;
    Some(format!("{name} must be a string"))
}

fn email_problem(fields: &Map<String, Value>) -> Option<String> {
    let is_email = fields
        .get("email")
        .and_then(Value::as_str)
        .is_some_and(email::is_lenient);
    (!is_email).then(|| "email must be an email".to_owned())
}
