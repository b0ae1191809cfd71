//! Elastic Path Commerce Cloud: customers, at stores that let no page create them.
//!
//! <https://elasticpath.dev/docs/customer-management/customer-management-api/create-a-customer>, with a token of
//! <https://elasticpath.dev/docs/authentication/Tokens/client-credential-token>. `docs/platforms/elastic-path.md`,
//! "403", says what this file has to do.

use super::{Platform, fine, hand_back, wrong};
use crate::core::allow::{Member, copy, text};
use crate::core::answer::{Answer, Outcome};
use crate::core::call::{Call, Reply, TransportError};
use crate::core::media::{FORM, JSON};
use crate::core::route::Route;
use crate::core::secret::Secret;
use crate::core::settings::{Need, Setting, Settings, is};
use crate::core::step::Step;
use crate::core::token::{TokenRequest, TokenSource};
use serde_json::{Map, Value, json};
use std::sync::Arc;

pub static PLATFORM: Platform = Platform {
    id: "elastic-path",
    title: "Elastic Path customers",
    settings: &[CLIENT_ID, CLIENT_SECRET, URL],
    routes: &[
        Route {
            name: "elastic-path-token",
            path: |_| "/oauth/access_token".to_owned(),
            media: FORM,
            headers: "content-type",
            is_limited: false,
            begin: |_, _| Step::Answer(Answer::json(200, PLACEHOLDER, Outcome::Answered)),
        },
        Route {
            name: "elastic-path-create",
            path: |_| CUSTOMERS.to_owned(),
            media: JSON,
            headers: "authorization, content-type",
            is_limited: true,
            begin: |settings, body| begin(settings, body, &CREATE),
        },
        Route {
            name: "elastic-path-sign-in",
            path: |_| SIGN_IN.path.to_owned(),
            media: JSON,
            headers: "authorization, content-type",
            is_limited: true,
            begin: |settings, body| begin(settings, body, &SIGN_IN),
        },
    ],
    token: Some(TokenSource {
        request: token_request,
    }),
    calls_in_a_minute: None,
    error: |status, title, detail| {
        json!({ "errors": [{ "status": status, "title": title, "detail": detail }] }).to_string()
    },
    check,
};

const CLIENT_ID: Setting = Setting {
    name: "elastic_path_client_id",
    about: "The client id of an application key.",
    default: "",
    wants: "the client id of an application key",
    check: is::token,
    need: Need::Required,
};

const CLIENT_SECRET: Setting = Setting {
    name: "elastic_path_client_secret",
    about: "The client secret of that key.",
    default: "",
    wants: "the client secret of that application key",
    check: is::token,
    need: Need::Secret,
};

const URL: Setting = Setting {
    name: "elastic_path_url",
    about: "The address of your region's API.",
    default: "https://useast.api.elasticpath.com",
    wants: "an address that begins with `https://` and has no slash at its end",
    check: is::endpoint,
    need: Need::Optional,
};

const CUSTOMERS: &str = "/v2/customers";

/// What a page gets in place of a token. It opens nothing: the relay never reads it. It has 48 letters, because the
/// widget takes texts of 40 and more for tokens and keeps them out of the console.
const PLACEHOLDER: &str =
    r#"{"access_token":"theRelayAddsTheTokenItselfAndThisTextOpensNothing","expires_in":3600}"#;

/// A call that a page makes: its path, its members, and its type.
struct Wish {
    path: &'static str,
    members: &'static [Member],
    kind: &'static str,
}

static CREATE: Wish = Wish {
    path: CUSTOMERS,
    members: &[
        text("name"),
        text("email"),
        text("password"),
        text("external_ref"),
    ],
    kind: "customer",
};

static SIGN_IN: Wish = Wish {
    path: "/v2/customers/tokens",
    members: &[text("email"), text("password")],
    kind: "token",
};

/// A call with its body, ready for a token.
#[derive(Clone)]
struct Ready {
    settings: Arc<Settings>,
    url: String,
    body: Secret,
}

fn begin(settings: Arc<Settings>, body: &[u8], wish: &'static Wish) -> Step {
    let data = match data(body, wish) {
        Ok(data) => data,
        Err(member) => {
            let detail = format!("The data.{member} field is invalid.");
            return Step::Answer(PLATFORM.refuse(400, "Bad Request", &detail, Outcome::Invalid));
        }
    };
    let ready = Ready {
        url: [settings.value(&URL), wish.path].concat(),
        body: Secret::new(json!({ "data": data }).to_string()),
        settings,
    };
    Step::token(TokenRequest::Cached, |token| match token {
        Ok(token) => send(ready, token),
        Err(reply) => Step::Answer(no_token(reply)),
    })
}

/// The members that may pass, or the one that is wrong.
fn data(body: &[u8], wish: &Wish) -> Result<Map<String, Value>, String> {
    let body: Value = serde_json::from_slice(body).map_err(|_| "email")?;
    let data = body.get("data").ok_or("email")?;
    let is_email = data
        .get("email")
        .and_then(Value::as_str)
        .is_some_and(|email| email.contains('@'));
    if !is_email {
        return Err("email".to_owned());
    }
    let mut data = copy(data, wish.members)?;
    data.insert("type".to_owned(), wish.kind.into());
    Ok(data)
}

/// Sends the call. A refused token made nothing happen, so the call goes out again with another one, once.
fn send(ready: Ready, token: Secret) -> Step {
    let call = call(&ready, &token);
    Step::send(call, move |reply| match reply {
        Ok(reply) if reply.status == 401 => {
            Step::token(TokenRequest::Replacement(token), |token| match token {
                Ok(token) => send_again(ready, token),
                Err(reply) => Step::Answer(no_token(reply)),
            })
        }
        reply => answer(&ready, reply, &token),
    })
}

fn send_again(ready: Ready, token: Secret) -> Step {
    let call = call(&ready, &token);
    Step::send(call, move |reply| answer(&ready, reply, &token))
}

fn call(ready: &Ready, token: &Secret) -> Call {
    Call::post(ready.url.clone(), JSON, ready.body.expose()).bearer(token)
}

fn answer(ready: &Ready, reply: Result<Reply, TransportError>, token: &Secret) -> Step {
    let secret = Secret::new(ready.settings.value(&CLIENT_SECRET));
    Step::Answer(hand_back(&PLATFORM, reply, &[token, &secret]))
}

/// The form of RFC 6749, section 4.4.
fn token_request(settings: &Settings) -> Call {
    let url = [settings.value(&URL), "/oauth/access_token"].concat();
    let form = [
        "client_id=",
        &form_value(settings.value(&CLIENT_ID)),
        "&client_secret=",
        &form_value(settings.value(&CLIENT_SECRET)),
        "&grant_type=client_credentials",
    ];
    Call::post(url, FORM, form.concat())
}

/// A text of visible ASCII as a form has it.
fn form_value(text: &str) -> String {
    let escape = |byte: u8| match byte.is_ascii_alphanumeric() {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    text.bytes().map(escape).collect()
}

/// Nothing was created. A refused key is the owner's trouble, as 401 tells the widget.
fn no_token(reply: Result<Reply, TransportError>) -> Answer {
    let detail = "The relay gets no token from the store.";
    let refuse = |status, title| PLATFORM.refuse(status, title, detail, Outcome::NoToken);
    match reply {
        Ok(reply) if reply.status == 429 => match reply.retry_after {
            Some(time) => refuse(429, "Too Many Requests").with("retry-after", time),
            None => refuse(429, "Too Many Requests"),
        },
        Ok(reply) if matches!(reply.status, 400..500) => refuse(401, "Unauthorized"),
        _ => refuse(502, "Bad Gateway"),
    }
}

/// Fetches a token, and then posts half a body to learn whether it may create customers.
fn check(settings: Arc<Settings>) -> Step {
    Step::token(TokenRequest::Cached, move |token| match token {
        Ok(token) => check_permission(&settings, &token),
        Err(Ok(reply)) => wrong(format!(
            "Elastic Path gives no token for `elastic_path_client_id` and `elastic_path_client_secret`: it answered \
             with the status {}.",
            reply.status
        )),
        Err(Err(lost)) => wrong(format!("Elastic Path gave no answer: {lost:?}.")),
    })
}

fn check_permission(settings: &Settings, token: &Secret) -> Step {
    let url = [settings.value(&URL), CUSTOMERS].concat();
    let call = Call::post(url, JSON, "{\"data\":").bearer(token);
    Step::send(call, |reply| match reply {
        Ok(Reply {
            status: 400 | 422, ..
        }) => fine("Elastic Path gives a token, and it may create customers."),
        Ok(Reply {
            status: 401 | 403, ..
        }) => wrong("Elastic Path lets this key create no customers."),
        Ok(reply) => wrong(format!(
            "Elastic Path answered with the status {}.",
            reply.status
        )),
        Err(lost) => wrong(format!("Elastic Path gave no answer: {lost:?}.")),
    })
}
