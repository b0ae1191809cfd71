//! JSON:API documents: reading a new resource, answering one, and errors.

use axum::http::StatusCode;
use serde_json::{Map, Value, json};

use super::MEDIA_TYPE;
use crate::answer::{self, Answer};
use crate::call::Call;
use crate::id;

/// What a new resource may consist of.
const MEMBERS: [&str; 3] = ["type", "attributes", "relationships"];

/// What a caller wants to create.
pub(super) struct Draft {
    /// The resource's attributes.
    pub attributes: Map<String, Value>,
    /// The resource's relationships.
    pub relationships: Map<String, Value>,
}

/// Reads a resource of type `kind`, of which only the `known` attributes may be there.
///
/// # Errors
/// The refusal, when the body is something else.
pub(super) fn read(call: &Call, kind: &str, known: &[&str]) -> Result<Draft, Box<Answer>> {
    let Ok(body) = serde_json::from_slice::<Value>(&call.body) else {
        return Err(Box::new(bad_request(
            "BAD_REQUEST",
            "Bad request",
            "The request body is not valid JSON.",
        )));
    };
    let data = body
        .get("data")
        .and_then(Value::as_object)
        .cloned()
        .unwrap_or_default();
    if data.get("type").and_then(Value::as_str) != Some(kind) {
        let detail = format!("The resource type is not {kind}.");
        return Err(Box::new(bad_request(
            "INVALID_RESOURCE",
            "Invalid resource",
            &detail,
        )));
    }
    let draft = Draft {
        attributes: object(&data, "attributes")?,
        relationships: object(&data, "relationships")?,
    };
    let members = not_known(&data, &MEMBERS).map(|name| not_allowed("/data", name));
    let attributes = not_known(&draft.attributes, known);
    let attributes = attributes.map(|name| not_allowed("/data/attributes", name));
    let unknown: Vec<Value> = members.chain(attributes).collect();
    if unknown.is_empty() {
        Ok(draft)
    } else {
        Err(Box::new(errors(StatusCode::BAD_REQUEST, unknown)))
    }
}

/// A member that is an object, empty if it isn't there.
fn object(data: &Map<String, Value>, name: &str) -> Result<Map<String, Value>, Box<Answer>> {
    match data.get(name) {
        None => Ok(Map::new()),
        Some(Value::Object(members)) => Ok(members.clone()),
        Some(_) => {
            let detail = format!("{name} must be an object.");
            let refusal = bad_request("BAD_REQUEST", "Bad request", &detail);
            Err(Box::new(refusal))
        }
    }
}

fn not_known<'a>(
    members: &'a Map<String, Value>,
    known: &'a [&str],
) -> impl Iterator<Item = &'a String> {
    members
        .keys()
        .filter(|name| !known.contains(&name.as_str()))
}

/// The created resource, in the shape that every resource has.
pub(super) fn created(
    call: &Call,
    kind: &str,
    id: &str,
    attributes: &Value,
    related: &[&str],
) -> Answer {
    let data = resource(call, kind, id, attributes, related);
    answer::typed_json(StatusCode::CREATED, MEDIA_TYPE, &json!({ "data": data }))
}

/// A resource with links to itself and to what is related to it.
pub(super) fn resource(
    call: &Call,
    kind: &str,
    id: &str,
    attributes: &Value,
    related: &[&str],
) -> Value {
    let own = format!("{}/api/{kind}/{id}", call.base_url());
    let link = |name: &&str| {
        let links = json!({ "self": format!("{own}/relationships/{name}"), "related": format!("{own}/{name}") });
        ((*name).to_owned(), json!({ "links": links }))
    };
    json!({
        "id": id,
        "type": kind,
        "links": { "self": own },
        "attributes": attributes,
        "relationships": related.iter().map(link).collect::<Map<_, _>>(),
        "meta": { "mode": "test" },
    })
}

/// A new id of ten letters, as resources have them.
pub(super) fn new_id() -> String {
    id::letters(10)
}

/// An attribute that breaks a rule: `reason` is the rule's short name, `words` what is said of the attribute.
pub(super) fn invalid(name: &str, value: Option<&Value>, reason: &str, words: &str) -> Value {
    json!({
        "title": words,
        "detail": format!("{name} - {words}"),
        "code": "VALIDATION_ERROR",
        "source": { "pointer": format!("/data/attributes/{name}") },
        "status": "422",
        "meta": { "error": reason, "value": value },
    })
}

/// A relationship that names no resource of the right type.
pub(super) fn malformed(name: &str) -> Value {
    json!({
        "title": "is invalid",
        "detail": format!("{name} - is invalid"),
        "code": "VALIDATION_ERROR",
        "source": { "pointer": format!("/data/relationships/{name}") },
        "status": "422",
        "meta": { "error": "invalid" },
    })
}

/// Refuses attributes that break rules.
pub(super) fn unprocessable(problems: Vec<Value>) -> Answer {
    errors(StatusCode::UNPROCESSABLE_ENTITY, problems)
}

/// Attributes that have to be texts, or an object for `metadata`, and are not.
pub(super) fn wrong_types(attributes: &Map<String, Value>) -> Vec<Value> {
    let is_wrong = |(name, value): &(&String, &Value)| match name.as_str() {
        "metadata" => !value.is_object() && !value.is_null(),
        _ => !value.is_string() && !value.is_null(),
    };
    attributes
        .iter()
        .filter(is_wrong)
        .map(|(name, value)| invalid(name, Some(value), "invalid", "is invalid"))
        .collect()
}

/// The body of an error without a place in the request.
pub(super) fn error(status: StatusCode, code: &str, title: &str, detail: &str) -> Value {
    let error = json!({ "title": title, "detail": detail, "code": code, "status": status.as_u16().to_string() });
    json!({ "errors": [error] })
}

/// An answer with such a body.
pub(super) fn refusal(status: StatusCode, code: &str, title: &str, detail: &str) -> Answer {
    answer::typed_json(status, MEDIA_TYPE, &error(status, code, title, detail))
}

fn not_allowed(place: &str, name: &str) -> Value {
    json!({
        "title": "Param not allowed",
        "detail": format!("{name} is not allowed."),
        "code": "PARAM_NOT_ALLOWED",
        "source": { "pointer": format!("{place}/{name}") },
        "status": "400",
    })
}

fn bad_request(code: &str, title: &str, detail: &str) -> Answer {
    refusal(StatusCode::BAD_REQUEST, code, title, detail)
}

fn errors(status: StatusCode, errors: Vec<Value>) -> Answer {
    answer::typed_json(status, MEDIA_TYPE, &json!({ "errors": errors }))
}
