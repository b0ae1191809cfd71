//! `/oauth/token`, and the permissions of a token.

use std::time::Duration;

use anyhow::Result;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::credentials::{
    CLIENT_ID, INTEGRATION_CLIENT_ID, INTEGRATION_CLIENT_SECRET, ORGANIZATION, SCOPE,
};
use super::customers;
use super::errors::auth_error;
use crate::context::Context;
use crate::id;
use crate::platform::shared::json::text;
use crate::request::Request;
use crate::response::{self, Response};
use crate::token::{self, Lifespan};

const SALES_CHANNEL_LIFE: Duration = Duration::from_hours(4);
const INTEGRATION_LIFE: Duration = Duration::from_hours(2);
const UNKNOWN_CLIENT: &str = "Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.";

/// The claims of a token.
#[derive(Serialize, Deserialize)]
pub(super) struct Claims {
    organization: Organization,
    application: Application,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<Value>,
    scope: String,
    test: bool,
    iss: String,
    #[serde(flatten)]
    life: Lifespan,
}

#[derive(Serialize, Deserialize)]
struct Organization {
    slug: String,
}

#[derive(Serialize, Deserialize)]
struct Application {
    kind: String,
    public: bool,
}

impl Claims {
    /// Whether it is the owner's token, which may create and list groups.
    pub fn is_integration(&self) -> bool {
        self.application.kind == "integration"
    }

    /// The id of the customer who has signed in.
    pub fn customer(&self) -> Option<&str> {
        self.owner.as_ref()?.get("id")?.as_str()
    }
}

/// The claims of the request's token.
pub(super) fn bearer(request: &Request) -> Option<Claims> {
    token::verify(request.bearer()?)
}

/// Whether the request is the sign-in of a customer.
pub(super) fn is_sign_in(request: &Request) -> bool {
    text(&fields(request), "grant_type") == "password"
}

/// Issues a token for a known application, or for a customer who signs in.
pub(super) fn issue(request: &Request, context: &Context) -> Result<Response> {
    let fields = fields(request);
    let grant = text(&fields, "grant_type");
    match (text(&fields, "client_id"), text(&fields, "client_secret")) {
        (CLIENT_ID, _) if text(&fields, "scope") != SCOPE => Ok(auth_error(
            StatusCode::BAD_REQUEST,
            "invalid_scope",
            "The requested scope is invalid, unknown, or malformed.",
        )),
        (CLIENT_ID, _) if grant == "client_credentials" => guest(context),
        (CLIENT_ID, _) if grant == "password" => customer(&fields, context),
        (INTEGRATION_CLIENT_ID, INTEGRATION_CLIENT_SECRET) if grant == "client_credentials" => {
            integration(context)
        }
        (CLIENT_ID | INTEGRATION_CLIENT_ID, _)
            if !["client_credentials", "password"].contains(&grant) =>
        {
            let detail =
                "The authorization grant type is not supported by the authorization server.";
            Ok(auth_error(
                StatusCode::BAD_REQUEST,
                "unsupported_grant_type",
                detail,
            ))
        }
        _ => Ok(auth_error(
            StatusCode::UNAUTHORIZED,
            "invalid_client",
            UNKNOWN_CLIENT,
        )),
    }
}

fn guest(context: &Context) -> Result<Response> {
    let claims = claims("sales_channel", SCOPE, context.lifespan(SALES_CHANNEL_LIFE));
    Ok(response::json(StatusCode::OK, &token_body(&claims)?))
}

fn integration(context: &Context) -> Result<Response> {
    let claims = claims(
        "integration",
        "market:all",
        context.lifespan(INTEGRATION_LIFE),
    );
    Ok(response::json(StatusCode::OK, &token_body(&claims)?))
}

fn customer(fields: &Value, context: &Context) -> Result<Response> {
    let Some(owner) = customers::authenticate(
        context.store,
        text(fields, "username"),
        text(fields, "password"),
    )?
    else {
        let detail = "The provided authorization grant is invalid, expired, revoked, or was issued to another client.";
        return Ok(auth_error(
            StatusCode::UNAUTHORIZED,
            "invalid_grant",
            detail,
        ));
    };
    let mut claims = claims("sales_channel", SCOPE, context.lifespan(SALES_CHANNEL_LIFE));
    claims.owner = Some(json!({ "id": owner, "type": "Customer" }));
    let mut body = token_body(&claims)?;
    if let Some(fields) = body.as_object_mut() {
        fields.insert("refresh_token".to_owned(), id::letters(43).into());
        fields.insert("owner_id".to_owned(), owner.into());
        fields.insert("owner_type".to_owned(), "customer".into());
    }
    Ok(response::json(StatusCode::OK, &body))
}

fn claims(kind: &str, scope: &str, life: Lifespan) -> Claims {
    Claims {
        organization: Organization {
            slug: ORGANIZATION.to_owned(),
        },
        application: Application {
            kind: kind.to_owned(),
            public: kind == "sales_channel",
        },
        owner: None,
        scope: scope.to_owned(),
        test: true,
        iss: "https://auth.commercelayer.io".to_owned(),
        life,
    }
}

fn token_body(claims: &Claims) -> Result<Value> {
    Ok(json!({
        "access_token": token::sign(claims)?,
        "token_type": "Bearer",
        "expires_in": claims.life.exp - claims.life.iat,
        "scope": claims.scope,
        "created_at": claims.life.iat,
    }))
}

/// The fields of the request, from JSON or from a form.
fn fields(request: &Request) -> Value {
    match request.media_type().as_str() {
        "application/x-www-form-urlencoded" => request.form(),
        _ => serde_json::from_slice(&request.body).unwrap_or_default(),
    }
}
