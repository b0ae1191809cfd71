//! A platform's API: how a page is told of it, and how any other client signs in.

use crate::element::Element;
use anyhow::{Context, Result, bail};
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use std::collections::HashMap;
use storefront_signup::registration::platform::Platform;

/// A store of a platform.
pub struct Api {
    /// The platform that it is.
    pub platform: &'static Platform,
    /// The base address.
    pub endpoint: String,
    /// The attributes that a page needs beside these two, by their names.
    pub settings: HashMap<String, String>,
}

impl Api {
    /// The element with all that the store needs.
    pub fn element(&self) -> Element {
        let element = Element::new().set("platform", self.platform.id);
        let settings = self.settings.iter();
        settings.fold(
            element.set("endpoint", &self.endpoint),
            |element, (name, value)| element.set(name, value),
        )
    }

    /// The publishable key, where the platform has one.
    pub fn key(&self) -> Option<&str> {
        self.settings.get("publishable-key").map(String::as_str)
    }

    /// Signs in and returns the customer, if the platform lets email and password in.
    ///
    /// # Errors
    /// When the platform can't be reached, or answers neither yes nor no.
    pub async fn sign_in(&self, email: &str, password: &str) -> Result<Option<Value>> {
        match self.platform.id {
            "medusa" => medusa(self, email, password).await,
            "medusa-v1" => medusa_v1(self, email, password).await,
            other => {
                bail!("nobody knows how to sign in at {other}: add it to tests/e2e/src/api.rs")
            }
        }
    }
}

async fn medusa(api: &Api, email: &str, password: &str) -> Result<Option<Value>> {
    let Some(answer) = post(api, "/auth/customer/emailpass", email, password).await? else {
        return Ok(None);
    };
    let token = answer
        .get("token")
        .and_then(Value::as_str)
        .context("no token")?;
    let request = Client::new().get(format!("{}/store/customers/me", api.endpoint));
    let request = request
        .bearer_auth(token)
        .header("x-publishable-api-key", api.key().unwrap_or_default());
    let response = request.send().await?;
    if response.status() == StatusCode::UNAUTHORIZED {
        return Ok(None);
    }
    customer_in(response.error_for_status()?.json().await?)
}

async fn medusa_v1(api: &Api, email: &str, password: &str) -> Result<Option<Value>> {
    match post(api, "/store/auth", email, password).await? {
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
async fn post(api: &Api, path: &str, email: &str, password: &str) -> Result<Option<Value>> {
    let body = json!({ "email": email, "password": password });
    let response = Client::new()
        .post(format!("{}{path}", api.endpoint))
        .json(&body)
        .send()
        .await?;
    match response.status() {
        StatusCode::UNAUTHORIZED => Ok(None),
        _ => Ok(Some(response.error_for_status()?.json().await?)),
    }
}
