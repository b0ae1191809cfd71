//! The requests that pages make to Commerce Layer, one function each.

use anyhow::Result;
use reqwest::Method;
use sandbox::platform::commerce_layer::{
    CLIENT_ID, INTEGRATION_CLIENT_ID, INTEGRATION_CLIENT_SECRET, SCOPE,
};
use serde_json::{Value, json};

use crate::client::{Reply, Shop, send, with};

/// The media type of every document.
pub const MEDIA_TYPE: &str = "application/vnd.api+json";
/// Where customers are.
pub const CUSTOMERS: &str = "/api/customers";
/// Where groups are.
pub const GROUPS: &str = "/api/customer_groups";

/// The request of a shopper's page for a token.
pub fn guest() -> Value {
    json!({ "grant_type": "client_credentials", "client_id": CLIENT_ID, "scope": SCOPE })
}

/// The owner's request for a token.
pub fn integration() -> Value {
    let (id, secret) = (INTEGRATION_CLIENT_ID, INTEGRATION_CLIENT_SECRET);
    json!({ "grant_type": "client_credentials", "client_id": id, "client_secret": secret })
}

/// Asks for a token.
pub async fn token(shop: &Shop, request: &Value) -> Result<Reply> {
    shop.post("/oauth/token", &[], request).await
}

/// Posts a document with a token of its own.
pub async fn post(shop: &Shop, path: &str, application: &Value, data: &Value) -> Result<Reply> {
    let bearer = format!(
        "Bearer {}",
        token(shop, application).await?.text_at("/access_token")?
    );
    let headers = [
        ("authorization", bearer.as_str()),
        ("accept", MEDIA_TYPE),
        ("content-type", MEDIA_TYPE),
    ];
    let body = json!({ "data": data }).to_string();
    send(with(shop.request(Method::POST, path), &headers).body(body)).await
}

/// A customer to create.
pub fn customer(attributes: &Value) -> Value {
    json!({ "type": "customers", "attributes": attributes })
}

/// A group to create.
pub fn group(attributes: &Value) -> Value {
    json!({ "type": "customer_groups", "attributes": attributes })
}
