use crate::support::{answer, begin, call, post, refused, reply, sent, settings};
use relay::core::{Head, Relay, Secret, Step, TokenRequest};
use serde_json::{Value, json};

const SECRET: &str = "client/secret+1";

fn store() -> Relay {
    let settings = settings(&[
        ("origins", "https://shop.example"),
        ("elastic_path_client_id", "client-id"),
        ("elastic_path_client_secret", SECRET),
    ]);
    Relay::new(&settings).map(|(relay, _)| relay).unwrap()
}

fn body() -> String {
    let data = json!({
        "type": "customer", "name": "Ron", "email": "ron@swanson.com", "password": "plum-kettle-94",
        "external_ref": "r", "id": "1", "privileged": true,
    });
    json!({ "data": data, "options": { "x": 1 } }).to_string()
}

/// Hands a token to a step that wants one.
fn with_token(step: Step, expected: &TokenRequest, token: &str) -> Step {
    match step {
        Step::Token(wanted, next) if wanted == *expected => next(Ok(Secret::new(token))),
        Step::Token(wanted, _) => panic!("{wanted:?}"),
        Step::Send(call, _) => panic!("{call:?}"),
        Step::Answer(answer) => panic!("{answer:?}"),
    }
}

#[test]
fn a_page_gets_a_text_in_place_of_a_token() {
    let relay = store();
    let head = Head {
        media: Some("application/x-www-form-urlencoded"),
        ..post("/oauth/access_token")
    };
    let relay::core::Decision::Read(bound) = relay.receive(&head) else {
        panic!("it is refused");
    };
    assert!(!bound.route.is_limited);
    let answer = answer(bound.begin(b"client_id=x&grant_type=implicit"));
    let body: Value = serde_json::from_slice(&answer.body).unwrap();
    let text = body["access_token"].as_str().unwrap();
    // The widget takes shorter texts for no token, and would show them.
    assert!(
        text.len() >= 40 && text.bytes().all(|byte| byte.is_ascii_alphanumeric()),
        "{text}"
    );
    assert_eq!(body["expires_in"], 3600);
}

#[test]
fn a_page_on_another_origin_may_send_the_token_header() {
    let head = Head {
        method: "OPTIONS",
        ..post("/v2/customers")
    };
    let answer = refused(&store(), &head);
    assert_eq!(
        answer.header("access-control-allow-headers"),
        Some("authorization, content-type")
    );
}

#[test]
fn a_customer_is_created_with_the_relays_token_and_known_members() {
    let step = begin(&store(), "/v2/customers", body().as_bytes());
    let (call, next) = call(with_token(step, &TokenRequest::Cached, "t1"));
    assert_eq!(call.url, "https://useast.api.elasticpath.com/v2/customers");
    assert_eq!(call.token.as_ref().unwrap().expose(), "t1");
    let expected = json!({ "data": {
        "name": "Ron", "email": "ron@swanson.com", "password": "plum-kettle-94", "external_ref": "r",
        "type": "customer",
    } });
    assert_eq!(sent(&call), expected);
    assert_eq!(answer(next(reply(201, "{}"))).status, 201);
}

#[test]
fn signing_in_sends_email_and_password_only() {
    let step = begin(&store(), "/v2/customers/tokens", body().as_bytes());
    let (call, _) = call(with_token(step, &TokenRequest::Cached, "t1"));
    assert_eq!(
        call.url,
        "https://useast.api.elasticpath.com/v2/customers/tokens"
    );
    let expected = json!({ "data": { "email": "ron@swanson.com", "password": "plum-kettle-94", "type": "token" } });
    assert_eq!(sent(&call), expected);
}

#[test]
fn a_refused_token_is_replaced_once() {
    let step = begin(&store(), "/v2/customers", body().as_bytes());
    let (first, next) = call(with_token(step, &TokenRequest::Cached, "t1"));
    let renewed = with_token(
        next(reply(401, "{}")),
        &TokenRequest::Replacement(Secret::new("t1")),
        "t2",
    );
    let (second, next) = call(renewed);
    assert_eq!(second.token.as_ref().unwrap().expose(), "t2");
    assert_eq!(sent(&second), sent(&first));
    assert_eq!(answer(next(reply(401, "{}"))).status, 401);
}

#[test]
fn a_lost_creation_is_not_sent_again() {
    let step = begin(&store(), "/v2/customers", body().as_bytes());
    let (_, next) = call(with_token(step, &TokenRequest::Cached, "t1"));
    assert_eq!(
        answer(next(Err(relay::core::TransportError::Cut))).status,
        502
    );
}

#[test]
fn without_a_token_nothing_is_created() {
    for (status, handed_back) in [(401, 401), (403, 401), (429, 429), (500, 502), (200, 502)] {
        let Step::Token(_, next) = begin(&store(), "/v2/customers", body().as_bytes()) else {
            panic!("no token is wanted");
        };
        assert_eq!(answer(next(Err(reply(status, SECRET)))).status, handed_back);
    }
}

#[test]
fn no_answer_repeats_a_token_or_the_client_secret() {
    for secret in ["t0ken", SECRET] {
        let step = begin(&store(), "/v2/customers", body().as_bytes());
        let (_, next) = call(with_token(step, &TokenRequest::Cached, "t0ken"));
        assert_eq!(answer(next(reply(400, secret))).status, 502);
    }
}

#[test]
fn a_body_without_an_email_is_refused() {
    for body in [
        "",
        "{}",
        r#"{"data":[]}"#,
        r#"{"data":{"email":1}}"#,
        r#"{"data":{"email":"ron"}}"#,
    ] {
        let answer = answer(begin(&store(), "/v2/customers", body.as_bytes()));
        assert_eq!(answer.status, 400, "{body}");
        let error: Value = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!(
            error["errors"][0]["detail"],
            "The data.email field is invalid."
        );
    }
}
