//! JSON:API documents of Commerce Layer.
//!
//! A refusal is `{"errors": [{title, detail, code, source: {pointer}, status, meta}]}`:
//! <https://docs.commercelayer.io/core/handling-errors>. `errors` is an array or a single error.

use crate::registration::http::{Reply, Request};
use crate::registration::json::{Json, Object};
use crate::registration::search::{rsplit_once, split_once};
use crate::registration::secret::Secret;

const JSON_API: &str = "application/vnd.api+json";

/// A `POST` request that creates a resource.
pub fn post(url: String, token: &Secret, resource: Object) -> Request {
    let body = Json::from(Object::new().with("data", resource));
    let request = Request::post(url);
    let typed = request
        .header("accept", JSON_API)
        .header("content-type", JSON_API);
    Request {
        body: Some(body.write()),
        ..typed.bearer(token)
    }
}

/// The id of the new resource. Empty if the response has none.
pub fn created(reply: &Reply) -> &str {
    reply.body.get("data").get("id").as_id()
}

/// The errors of a refusal.
pub fn errors(reply: &Reply) -> &[Json] {
    match reply.body.get("errors") {
        Json::List(errors) => errors,
        Json::Null => &[],
        error => std::slice::from_ref(error),
    }
}

/// The subject of an error: the last segment of its pointer, or the part of the detail before ` - `.
/// Empty if there is neither.
pub fn place(error: &Json) -> &str {
    let pointer = error.get("source").get("pointer").as_str();
    match rsplit_once(pointer, "/") {
        Some((_, segment)) if !matches!(segment, "" | "data" | "attributes") => segment,
        _ => split_once(error.get("detail").as_str(), " - ").map_or("", |(name, _)| name),
    }
}

/// Whether a permission is missing. The status is 401, as for an expired token, but the code differs.
pub fn is_denied(reply: &Reply) -> bool {
    let is_titled = |error: &Json| error.get("title").as_str() == "Access denied";
    has_code(reply, "UNAUTHORIZED") || errors(reply).iter().any(is_titled)
}

/// Whether one of the errors has a code.
pub fn has_code(reply: &Reply, code: &str) -> bool {
    let has_it = |error: &Json| error.get("code").as_str() == code;
    errors(reply).iter().any(has_it)
}
