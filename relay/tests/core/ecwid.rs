use crate::support::{CREATE, TOKEN, answer, begin, call, ecwid, reply, sent};
use relay::core::{Outcome, Reply, TransportError};
use serde_json::{Value, json};

/// Everything that the widget may send.
fn whole() -> Value {
    let address = json!({
        "name": "Ada", "street": "a\nb", "city": "London", "postalCode": "SW1Y", "countryCode": "GB",
        "stateOrProvinceCode": "X",
    });
    let mut billing = address.clone();
    billing["companyName"] = "Engines".into();
    billing["phone"] = "+442079460123".into();
    json!({
        "email": "ada@example.com", "billingPerson": billing, "password": "plum-kettle-94", "taxId": "GB1",
        "shippingAddresses": [address],
        "contacts": [{
            "contact": "https://t.me/ada", "handle": "ada", "type": "TELEGRAM", "default": true, "orderBy": 0,
        }],
        "b2b_b2c": "b2b", "acceptMarketing": true, "lang": "en",
    })
}

#[test]
fn all_that_the_widget_sends_passes_with_the_owners_token_and_group() {
    let relay = ecwid(&[("ecwid_customer_group", "12345")]);
    let (call, _) = call(begin(&relay, CREATE, whole().to_string().as_bytes()));
    let mut expected = whole();
    expected["customerGroupId"] = 12345.into();
    assert_eq!(sent(&call), expected);
    assert_eq!(
        (call.method, call.url.as_str()),
        ("POST", "https://app.ecwid.com/api/v3/1003/customers")
    );
    assert_eq!(call.token.unwrap().expose(), TOKEN);
}

#[test]
fn the_pages_group_never_passes() {
    for group in [&[][..], &[("ecwid_customer_group", "7")]] {
        let body = br#"{"email":"ada@example.com","customerGroupId":1,"customerGroupId":2}"#;
        let (call, _) = call(begin(&ecwid(group), CREATE, body));
        let expected = if group.is_empty() {
            Value::Null
        } else {
            7.into()
        };
        assert_eq!(sent(&call)["customerGroupId"], expected);
    }
}

#[test]
fn a_body_without_an_email_is_refused_as_the_page_on_ecwid_says() {
    for body in [
        "",
        "null",
        "[]",
        "{",
        "{}",
        r#"{"email":1}"#,
        r#"{"email":"ada"}"#,
        r#"{"email":["@"]}"#,
        "\u{fffd}",
    ] {
        let answer = answer(begin(&ecwid(&[]), CREATE, body.as_bytes()));
        assert_eq!(answer.status, 400, "{body}");
        let error: Value = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!(
            error,
            json!({ "errorMessage": "email", "errorCode": "WRONG_PARAMETER" })
        );
    }
}

#[test]
fn a_member_of_another_type_is_refused_by_its_path() {
    for (member, value, path) in [
        ("billingPerson", json!("Ada"), "billingPerson"),
        (
            "billingPerson",
            json!({ "name": { "taxExempt": true } }),
            "billingPerson.name",
        ),
        ("contacts", json!([{ "type": 1 }]), "contacts[0].type"),
        (
            "contacts",
            json!([{}, { "orderBy": -1 }]),
            "contacts[1].orderBy",
        ),
        ("shippingAddresses", json!({}), "shippingAddresses"),
        ("acceptMarketing", json!("true"), "acceptMarketing"),
    ] {
        let body = json!({ "email": "ada@example.com", member: value }).to_string();
        let answer = answer(begin(&ecwid(&[]), CREATE, body.as_bytes()));
        let error: Value = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!((answer.status, &error["errorMessage"]), (400, &json!(path)));
    }
}

/// How an answer of Ecwid reaches the page.
fn handed_back(reply: Result<Reply, TransportError>) -> relay::core::Answer {
    let (_, next) = call(begin(
        &ecwid(&[]),
        CREATE,
        br#"{"email":"ada@example.com"}"#,
    ));
    answer(next(reply))
}

#[test]
fn status_body_and_retry_after_are_handed_back_unchanged() {
    for (status, body) in [
        (200, "{\"id\":188278629}"),
        (204, ""),
        (
            409,
            "{ \"errorMessage\": \"x\",\n\"errorCode\": \"CONSTRAINT_VIOLATION\" }",
        ),
        (429, "<html>"),
        (500, ""),
    ] {
        let mut reply = reply(status, body).ok().unwrap();
        reply.retry_after = Some("7".to_owned());
        let answer = handed_back(Ok(reply));
        assert_eq!(
            (answer.status, answer.body.as_slice()),
            (status, body.as_bytes())
        );
        assert_eq!(answer.header("retry-after"), Some("7"));
        assert_eq!(answer.outcome, Outcome::PassedOn);
    }
}

#[test]
fn an_answer_that_does_not_come_is_502() {
    for (lost, code) in [
        (TransportError::Unreachable, "UNREACHABLE"),
        (TransportError::Cut, "UNCONFIRMED"),
        (TransportError::TimedOut, "UNCONFIRMED"),
    ] {
        let answer = handed_back(Err(lost));
        let error: Value = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!((answer.status, &error["errorCode"]), (502, &json!(code)));
    }
}

#[test]
fn a_redirect_and_a_repeated_token_are_not_for_a_page() {
    let echo = format!("{{\"errorMessage\":\"no {TOKEN}\"}}");
    for (status, body) in [(302, ""), (101, ""), (999, ""), (403, echo.as_str())] {
        let answer = handed_back(reply(status, body));
        assert_eq!(
            (answer.status, answer.outcome),
            (502, Outcome::Withheld),
            "{status}"
        );
        assert!(!String::from_utf8_lossy(&answer.body).contains(TOKEN));
    }
}
