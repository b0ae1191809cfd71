//! `/api/customer_groups`: the owner's, never a shopper's.

use anyhow::Result;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{MEDIA_TYPE, customers, document};
use crate::account::Group;
use crate::answer::{self, Answer};
use crate::call::Call;
use crate::id;
use crate::shop::Shop;
use crate::store::Store;

/// Groups by their id.
const GROUPS: &str = "commerce-layer/groups";
const KIND: &str = "customer_groups";
const KNOWN: [&str; 5] = ["name", "code", "reference", "reference_origin", "metadata"];
const RELATED: [&str; 3] = ["customers", "markets", "attachments"];
const CODE_LIMIT: usize = 25;

#[derive(Serialize, Deserialize)]
struct Stored {
    id: String,
    created_at: String,
    attributes: Map<String, Value>,
}

/// Makes a group.
pub(super) fn create(call: &Call, shop: &Shop) -> Result<Answer> {
    let attributes = match document::read(call, KIND, &KNOWN) {
        Ok(draft) => draft.attributes,
        Err(refusal) => return Ok(*refusal),
    };
    let problems = problems(&attributes);
    if !problems.is_empty() {
        return Ok(document::unprocessable(problems));
    }
    let group = Stored {
        id: document::new_id(),
        created_at: id::timestamp(),
        attributes,
    };
    shop.store.put(GROUPS, &group.id, &group)?;
    Ok(document::created(
        call,
        KIND,
        &group.id,
        &group.answered(),
        &RELATED,
    ))
}

/// Answers all groups.
pub(super) fn list(call: &Call, shop: &Shop) -> Result<Answer> {
    let groups = shop.store.all::<Stored>(GROUPS)?;
    let data: Vec<Value> = groups
        .iter()
        .map(|group| document::resource(call, KIND, &group.id, &group.answered(), &RELATED))
        .collect();
    let meta = json!({ "record_count": data.len(), "page_count": 1 });
    Ok(answer::typed_json(
        StatusCode::OK,
        MEDIA_TYPE,
        &json!({ "data": data, "meta": meta }),
    ))
}

/// Whether there is a group with this id.
pub(super) fn exists(store: &Store, id: &str) -> Result<bool> {
    Ok(store.get::<Stored>(GROUPS, id)?.is_some())
}

/// All groups with the number of their customers, oldest first.
pub(super) fn listed(store: &Store) -> Result<Vec<Group>> {
    let customers = customers::all(store)?;
    let members = |id: &str| {
        customers
            .iter()
            .filter(|customer| customer.group.as_deref() == Some(id))
            .count()
    };
    let group = |group: Stored| Group {
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
        .all::<Stored>(GROUPS)?
        .into_iter()
        .map(group)
        .collect();
    groups.sort_by(|a, b| a.created_at.cmp(&b.created_at));
    Ok(groups)
}

fn problems(attributes: &Map<String, Value>) -> Vec<Value> {
    let mut problems = document::wrong_types(attributes);
    let name = attributes.get("name");
    if name
        .and_then(Value::as_str)
        .unwrap_or_default()
        .trim()
        .is_empty()
    {
        problems.push(document::invalid("name", name, "blank", "can't be blank"));
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
        problems.push(document::invalid("code", code, "invalid", "is invalid"));
    }
    problems
}

impl Stored {
    fn answered(&self) -> Value {
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
