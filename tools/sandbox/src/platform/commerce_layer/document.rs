//! JSON:API documents: new resources in requests, and resources in responses.

use axum::http::StatusCode;
use serde_json::{Map, Value, json};

use super::errors::{self, bad_request, not_allowed};
use super::media_type;
use crate::id;
use crate::request::Request;
use crate::response::Response;

/// The members that a new resource may have.
const MEMBERS: [&str; 3] = ["type", "attributes", "relationships"];

/// A new resource.
pub(super) struct Draft {
    /// The resource's attributes.
    pub attributes: Map<String, Value>,
    /// The resource's relationships.
    pub relationships: Map<String, Value>,
}

/// Reads a resource of type `kind`. It may only have the `known` attributes.
///
/// # Errors
/// The response, if the body is something else.
pub(super) fn read(request: &Request, kind: &str, known: &[&str]) -> Result<Draft, Box<Response>> {
    let Ok(body) = serde_json::from_slice::<Value>(&request.body) else {
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
    let members = unknown_members(&data, &MEMBERS).map(|name| not_allowed("/data", name));
    let attributes = unknown_members(&draft.attributes, known);
    let attributes = attributes.map(|name| not_allowed("/data/attributes", name));
    let unknown: Vec<Value> = members.chain(attributes).collect();
    if unknown.is_empty() {
        Ok(draft)
    } else {
        Err(Box::new(errors::list(StatusCode::BAD_REQUEST, unknown)))
    }
}

/// A member that is an object; empty if it is missing.
fn object(data: &Map<String, Value>, name: &str) -> Result<Map<String, Value>, Box<Response>> {
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

fn unknown_members<'a>(
    members: &'a Map<String, Value>,
    known: &'a [&str],
) -> impl Iterator<Item = &'a String> {
    members
        .keys()
        .filter(|name| !known.contains(&name.as_str()))
}

/// The response with a created resource.
pub(super) fn created_response(
    request: &Request,
    kind: &str,
    id: &str,
    attributes: &Value,
    related: &[&str],
) -> Response {
    let data = resource(request, kind, id, attributes, related);
    media_type::document(StatusCode::CREATED, &json!({ "data": data }))
}

/// A resource, with links to itself and to its relationships.
pub(super) fn resource(
    request: &Request,
    kind: &str,
    id: &str,
    attributes: &Value,
    related: &[&str],
) -> Value {
    let own = format!("{}/api/{kind}/{id}", request.base_url());
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

/// A new id of ten letters.
pub(super) fn new_id() -> String {
    id::letters(10)
}
