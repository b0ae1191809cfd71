//! `/api/customer_groups`: for the owner only.

use anyhow::Result;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{document, errors, media_type};
use crate::account::Group;
use crate::context::Context;
use crate::id;
use crate::request::Request;
use crate::response::Response;
use crate::store::Store;

/// Groups by their id.
const GROUPS: &str = "commerce-layer/groups";
const KIND: &str = "customer_groups";
const ATTRIBUTES: [&str; 5] = ["name", "code", "reference", "reference_origin", "metadata"];
const RELATIONSHIPS: [&str; 3] = ["customers", "markets", "attachments"];
const CODE_LIMIT: usize = 25;

#[derive(Serialize, Deserialize)]
struct StoredGroup {
    id: String,
    created_at: String,
    attributes: Map<String, Value>,
}

/// Creates a group.
pub(super) fn create(request: &Request, context: &Context) -> Result<Response> {
    let attributes = match document::read(request, KIND, &ATTRIBUTES) {
        Ok(draft) => draft.attributes,
        Err(refusal) => return Ok(*refusal),
    };
    let invalid = invalid_attributes(&attributes);
    if !invalid.is_empty() {
        return Ok(errors::unprocessable(invalid));
    }
    let group = StoredGroup {
        id: document::new_id(),
        created_at: id::timestamp(),
        attributes,
    };
    context.store.put(GROUPS, &group.id, &group)?;
    Ok(document::created_response(
        request,
        KIND,
        &group.id,
        &group.to_json(),
        &RELATIONSHIPS,
    ))
}

/// Lists all groups.
pub(super) fn list(request: &Request, context: &Context) -> Result<Response> {
    let groups = context.store.all::<StoredGroup>(GROUPS)?;
    let data: Vec<Value> = groups
        .iter()
        .map(|group| document::resource(request, KIND, &group.id, &group.to_json(), &RELATIONSHIPS))
        .collect();
    let meta = json!({ "record_count": data.len(), "page_count": 1 });
    Ok(media_type::document(
        StatusCode::OK,
        &json!({ "data": data, "meta": meta }),
    ))
}

/// Whether there is a group with this id.
pub(super) fn exists(store: &Store, id: &str) -> Result<bool> {
    Ok(store.get::<StoredGroup>(GROUPS, id)?.is_some())
}

/// All groups, oldest first. `memberships` has the group id of each customer in a group.
pub(super) fn all(store: &Store, memberships: &[String]) -> Result<Vec<Group>> {
    let members = |id: &str| memberships.iter().filter(|group| *group == id).count();
    let group = |group: StoredGroup| Group {
        members: members(&group.id),
        name: group
            .attributes
            .get("name")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned(),
        id: group.id,
        created_at: group.created_at,
    };
    let mut groups: Vec<Group> = store
        .all::<StoredGroup>(GROUPS)?
        .into_iter()
        .map(group)
        .collect();
    groups.sort_by(|a, b| a.created_at.cmp(&b.created_at));
    Ok(groups)
}

fn invalid_attributes(attributes: &Map<String, Value>) -> Vec<Value> {
    let mut found = errors::wrong_types(attributes);
    let name = attributes.get("name");
    if name
        .and_then(Value::as_str)
        .unwrap_or_default()
        .trim()
        .is_empty()
    {
        found.push(errors::invalid("name", name, "blank", "can't be blank"));
    }
    let is_code = |code: &str| {
        code.len() <= CODE_LIMIT
            && code
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
    };
    let code = attributes.get("code");
    if code
        .and_then(Value::as_str)
        .is_some_and(|code| !is_code(code))
    {
        found.push(errors::invalid("code", code, "invalid", "is invalid"));
    }
    found
}

impl StoredGroup {
    fn to_json(&self) -> Value {
        let field = |name: &str| self.attributes.get(name);
        json!({
            "name": field("name"),
            "code": field("code"),
            "created_at": self.created_at,
            "updated_at": self.created_at,
            "reference": field("reference"),
            "reference_origin": field("reference_origin"),
            "metadata": field("metadata").unwrap_or(&json!({})),
        })
    }
}
