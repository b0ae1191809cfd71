//! Signing in, one function a platform.

use super::Api;
use anyhow::{Context, Result, bail};
use reqwest::{Client, RequestBuilder, StatusCode};
use serde_json::{Value, json};

/// The customer of an email and a password, if there is one.
pub async fn customer(api: &Api, email: &str, password: &str) -> Result<Option<Value>> {
    match api.platform.id {
        "medusa" => medusa(api, email, password).await,
        "medusa-v1" => medusa_v1(api, email, password).await,
        "elastic-path" => elastic_path(api, email, password).await,
        "elastic-path-account" => elastic_path_account(api, email, password).await,
        "commerce-layer" => commerce_layer(api, email, password).await,
        "ecwid" => ecwid(api, email).await,
        other => bail!(
            "nobody knows how to sign in at {other}: add it to {}",
            file!()
        ),
    }
}

async fn medusa(api: &Api, email: &str, password: &str) -> Result<Option<Value>> {
    let body = json!({ "email": email, "password": password });
    let Some(answer) = read(post(api, "/auth/customer/emailpass").json(&body)).await? else {
        return Ok(None);
    };
    let request = Client::new().get(format!("{}/store/customers/me", api.endpoint));
    let request = request.header("x-publishable-api-key", api.setting("publishable-key"));
    let answer = read(request.bearer_auth(text(&answer, "token")?)).await?;
    answer.map(|answer| member(&answer, "customer")).transpose()
}

async fn medusa_v1(api: &Api, email: &str, password: &str) -> Result<Option<Value>> {
    let body = json!({ "email": email, "password": password });
    let answer = read(post(api, "/store/auth").json(&body)).await?;
    answer.map(|answer| member(&answer, "customer")).transpose()
}

async fn elastic_path(api: &Api, email: &str, password: &str) -> Result<Option<Value>> {
    let data = json!({ "type": "token", "email": email, "password": password });
    let request = post(api, "/v2/customers/tokens").json(&json!({ "data": data }));
    let answer = read(request.bearer_auth(implicit_token(api).await?)).await?;
    answer.map(|answer| member(&answer, "data")).transpose()
}

async fn elastic_path_account(api: &Api, email: &str, password: &str) -> Result<Option<Value>> {
    let data = json!({
        "type": "account_management_authentication_token",
        "authentication_mechanism": "password",
        "password_profile_id": api.setting("password-profile-id"),
        "username": email,
        "password": password,
    });
    let request = post(api, "/v2/account-members/tokens").json(&json!({ "data": data }));
    let answer = read(request.bearer_auth(implicit_token(api).await?)).await?;
    answer.map(|answer| member(&answer, "meta")).transpose()
}

/// The token that any client of an Elastic Path store gets.
async fn implicit_token(api: &Api) -> Result<String> {
    let form = [
        ("grant_type", "implicit"),
        ("client_id", api.setting("client-id")),
    ];
    let answer = read(post(api, "/oauth/access_token").form(&form)).await?;
    text(&answer.context("no token")?, "access_token")
}

async fn commerce_layer(api: &Api, email: &str, password: &str) -> Result<Option<Value>> {
    let body = json!({
        "grant_type": "password",
        "client_id": api.setting("client-id"),
        "scope": api.setting("scope"),
        "username": email,
        "password": password,
    });
    read(post(api, "/oauth/token").json(&body)).await
}

/// Customers sign in by a link that the store mails them: whoever reads the mail gets in.
async fn ecwid(api: &Api, email: &str) -> Result<Option<Value>> {
    let origin = api.endpoint.strip_suffix("/ecwid");
    let origin = origin.context("the endpoint is no sandbox")?;
    let request = Client::new().get(format!("{origin}/_sandbox/accounts?platform=ecwid"));
    let accounts = read(request).await?.context("no accounts")?;
    let mut accounts = accounts.as_array().cloned().unwrap_or_default().into_iter();
    Ok(accounts.find(|account| account["email"] == email && account["can_sign_in"] == true))
}

fn post(api: &Api, path: &str) -> RequestBuilder {
    Client::new().post(format!("{}{path}", api.endpoint))
}

/// The answer's JSON. Nothing, if the store does not know these credentials.
async fn read(request: RequestBuilder) -> Result<Option<Value>> {
    let response = request.send().await?;
    match response.status() {
        StatusCode::UNAUTHORIZED => Ok(None),
        _ => Ok(Some(response.error_for_status()?.json().await?)),
    }
}

fn member(answer: &Value, name: &str) -> Result<Value> {
    answer
        .get(name)
        .cloned()
        .with_context(|| format!("the answer has no {name}"))
}

fn text(answer: &Value, name: &str) -> Result<String> {
    let text = member(answer, name)?;
    Ok(text.as_str().context("no text")?.to_owned())
}
