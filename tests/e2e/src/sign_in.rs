//! Signing in by a platform's API, as any other client would.

use anyhow::{Context, Result, bail};
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};

/// What signing in takes.
pub struct Credentials<'a> {
    /// The platform's id.
    pub platform: &'a str,
    /// The base address of its API.
    pub endpoint: &'a str,
    /// The publishable key, where the platform has one.
    pub key: Option<&'a str>,
    /// The email as it is stored.
    pub email: &'a str,
    /// The password.
    pub password: &'a str,
}

/// Signs in and returns the customer, if the platform lets these credentials in.
///
/// # Errors
/// When the platform can't be reached, or answers neither yes nor no.
pub async fn customer(credentials: &Credentials<'_>) -> Result<Option<Value>> {
    match credentials.platform {
        "medusa" => medusa(credentials).await,
        "medusa-v1" => medusa_v1(credentials).await,
        other => {
            bail!("nobody knows how to sign in at {other}: add it to tests/e2e/src/sign_in.rs")
        }
    }
}

async fn medusa(credentials: &Credentials<'_>) -> Result<Option<Value>> {
    let Some(answer) = post(credentials, "/auth/customer/emailpass").await? else {
        return Ok(None);
    };
    let token = answer["token"].as_str().context("no token")?;
    let request = Client::new().get(format!("{}/store/customers/me", credentials.endpoint));
    let request = request
        .bearer_auth(token)
        .header("x-publishable-api-key", credentials.key.unwrap_or_default());
    let response = request.send().await?;
    if response.status() == StatusCode::UNAUTHORIZED {
        return Ok(None);
    }
    customer_in(response.error_for_status()?.json().await?)
}

async fn medusa_v1(credentials: &Credentials<'_>) -> Result<Option<Value>> {
    match post(credentials, "/store/auth").await? {
        Some(answer) => customer_in(answer),
        None => Ok(None),
    }
}

fn customer_in(mut answer: Value) -> Result<Option<Value>> {
    Ok(Some(
        answer.get_mut("customer").context("no customer")?.take(),
    ))
}

/// Posts email and password. Nothing, if they are refused.
async fn post(credentials: &Credentials<'_>, path: &str) -> Result<Option<Value>> {
    let body = json!({ "email": credentials.email, "password": credentials.password });
    let response = Client::new()
        .post(format!("{}{path}", credentials.endpoint))
        .json(&body)
        .send()
        .await?;
    match response.status() {
        StatusCode::UNAUTHORIZED => Ok(None),
        _ => Ok(Some(response.error_for_status()?.json().await?)),
    }
}
