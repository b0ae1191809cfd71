//! Requests to Medusa v1.

use anyhow::Result;
use serde_json::{Value, json};

use crate::client::{Reply, Shop};

pub const CUSTOMERS: &str = "/store/customers";
pub const ME: &str = "/store/customers/me";
pub const AUTH: &str = "/store/auth";

/// The body that the API's documentation shows.
pub fn shopper(email: &str, password: &str) -> Value {
    json!({ "first_name": "Ada", "last_name": "Lovelace", "email": email, "password": password, "phone": "+44123456" })
}

/// Signs in.
pub async fn sign_in(shop: &Shop, email: &str, password: &str) -> Result<Reply> {
    shop.post(AUTH, &[], &json!({ "email": email, "password": password }))
        .await
}
