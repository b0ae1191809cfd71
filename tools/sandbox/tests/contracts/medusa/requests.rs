//! The requests that a page makes to Medusa, one function each.

use anyhow::Result;
use sandbox::platform::medusa::PUBLISHABLE_KEY;
use serde_json::{Value, json};

use crate::client::{Reply, Shop};

pub const REGISTER: &str = "/auth/customer/emailpass/register";
pub const SIGN_IN: &str = "/auth/customer/emailpass";
pub const CUSTOMERS: &str = "/store/customers";
pub const ME: &str = "/store/customers/me";
pub const REFRESH: &str = "/auth/token/refresh";

/// Registers and gives the token.
pub async fn register(shop: &Shop, email: &str, password: &str) -> Result<String> {
    let body = json!({ "email": email, "password": password });
    shop.post(REGISTER, &[], &body).await?.text_at("/token")
}

/// Creates a customer with a token.
pub async fn create(shop: &Shop, token: &str, body: &Value) -> Result<Reply> {
    let bearer = format!("Bearer {token}");
    let headers = [
        ("authorization", bearer.as_str()),
        ("x-publishable-api-key", PUBLISHABLE_KEY),
    ];
    shop.post(CUSTOMERS, &headers, body).await
}

/// Asks who the token's customer is.
pub async fn me(shop: &Shop, token: &str) -> Result<Reply> {
    let bearer = format!("Bearer {token}");
    shop.get(
        ME,
        &[
            ("authorization", &bearer),
            ("x-publishable-api-key", PUBLISHABLE_KEY),
        ],
    )
    .await
}

/// Exchanges a token.
pub async fn refresh(shop: &Shop, token: &str) -> Result<Reply> {
    let bearer = format!("Bearer {token}");
    shop.post(REFRESH, &[("authorization", &bearer)], &json!({}))
        .await
}

/// Signs in.
pub async fn sign_in(shop: &Shop, email: &str, password: &str) -> Result<Reply> {
    shop.post(
        SIGN_IN,
        &[],
        &json!({ "email": email, "password": password }),
    )
    .await
}
