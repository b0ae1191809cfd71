//! Who is calling: by the session cookie or by a token.

use std::time::Duration;

use anyhow::Result;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};

use super::records::{self, Customer};
use crate::answer::{self, Answer};
use crate::call::Call;
use crate::shop::Shop;
use crate::token::Lifespan;
use crate::{express, token};

const MONTH: Duration = Duration::from_hours(30 * 24);
/// Customers' ids by the session cookie's value.
const SESSIONS: &str = "medusa-v1/sessions";

#[derive(Serialize, Deserialize)]
struct Claims {
    customer_id: String,
    domain: String,
    #[serde(flatten)]
    life: Lifespan,
}

/// The customer that the session or the token names.
pub(super) fn customer(call: &Call, shop: &Shop) -> Result<Option<Customer>> {
    let id = match session(call, shop)? {
        Some(id) => Some(id),
        None => call
            .bearer()
            .and_then(token::verify::<Claims>)
            .map(|claims| claims.customer_id),
    };
    id.map_or(Ok(None), |id| records::customer(shop.store, &id))
}

/// Signs the browser in.
pub(super) fn start(
    call: &Call,
    shop: &Shop,
    customer: &Customer,
    answer: &mut Answer,
) -> Result<()> {
    let session = express::new_session();
    shop.store.put(SESSIONS, &session, &customer.id)?;
    express::set_session(call, answer, &session);
    Ok(())
}

/// Signs the browser out.
pub(super) fn end(call: &Call, shop: &Shop) -> Result<Answer> {
    if let Some(session) = express::session(call) {
        shop.store.remove(SESSIONS, session)?;
    }
    Ok(answer::text(StatusCode::OK, "OK"))
}

/// A token for 30 days.
pub(super) fn token(customer: &Customer, shop: &Shop) -> Result<String> {
    let life = shop.lifespan(MONTH);
    token::sign(&Claims {
        customer_id: customer.id.clone(),
        domain: "store".to_owned(),
        life,
    })
}

/// Gives a browser without a session the cookie that every answer of this server carries.
pub(super) fn greet(call: &Call, shop: &Shop, answer: &mut Answer) -> Result<()> {
    let signs_out = call.method == axum::http::Method::DELETE;
    let has_cookie = answer
        .headers()
        .contains_key(axum::http::header::SET_COOKIE);
    if !signs_out && !has_cookie && session(call, shop)?.is_none() {
        express::set_session(call, answer, &express::new_session());
    }
    Ok(())
}

fn session(call: &Call, shop: &Shop) -> Result<Option<String>> {
    express::session(call).map_or(Ok(None), |session| shop.store.get(SESSIONS, session))
}
