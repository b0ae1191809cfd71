//! What holds for any input.

use crate::support::{CREATE, ORIGIN, answer, begin, call, ecwid, post, sent};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use relay::core::{Decision, Head, Origins, Reply, Step};
use serde_json::{Map, Value, json};

/// Where each member of a customer may stand.
const ALLOWED: [&str; 28] = [
    "email",
    "billingPerson",
    "billingPerson.name",
    "billingPerson.companyName",
    "billingPerson.phone",
    "billingPerson.street",
    "billingPerson.city",
    "billingPerson.postalCode",
    "billingPerson.countryCode",
    "billingPerson.stateOrProvinceCode",
    "password",
    "taxId",
    "shippingAddresses",
    "shippingAddresses.name",
    "shippingAddresses.street",
    "shippingAddresses.city",
    "shippingAddresses.postalCode",
    "shippingAddresses.countryCode",
    "shippingAddresses.stateOrProvinceCode",
    "contacts",
    "contacts.contact",
    "contacts.handle",
    "contacts.type",
    "contacts.default",
    "contacts.orderBy",
    "b2b_b2c",
    "acceptMarketing",
    "lang",
];

const PRIVILEGED: [&str; 9] = [
    "customerGroupId",
    "customerGroupName",
    "taxExempt",
    "taxIdValid",
    "privateAdminNotes",
    "extrafields",
    "id",
    "note",
    "__proto__",
];

/// The paths of all members, without the numbers of list items.
fn paths(value: &Value, above: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                let path = if above.is_empty() {
                    name.clone()
                } else {
                    format!("{above}.{name}")
                };
                found.push(path.clone());
                paths(value, &path, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| paths(item, above, found)),
        _ => {}
    }
}

/// Any JSON, with the names of privileged members and of allowed ones.
fn any_json() -> impl Strategy<Value = Value> {
    let names: Vec<&str> = PRIVILEGED
        .iter()
        .chain(&ALLOWED)
        .copied()
        .filter(|name| !name.contains('.'))
        .collect();
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 4, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            btree_map(select(names.clone()), inner, 0..4).prop_map(object),
        ]
    })
}

fn object(members: std::collections::BTreeMap<&str, Value>) -> Value {
    Value::Object(
        members
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    )
}

/// A place with privileged members beside a good one.
fn with_privileged(good: Value) -> impl Strategy<Value = Value> {
    btree_map(select(PRIVILEGED.to_vec()), any_json(), 0..4).prop_map(move |members| {
        let mut place: Map<String, Value> = good.as_object().cloned().unwrap_or_default();
        place.extend(
            members
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value)),
        );
        Value::Object(place)
    })
}

/// A customer that Ecwid takes, with privileged members at every depth.
fn customer() -> impl Strategy<Value = Value> {
    let contact = json!({ "contact": "x", "type": "URL", "default": true, "orderBy": 0 });
    (
        with_privileged(json!({ "email": "ada@example.com" })),
        with_privileged(json!({ "name": "Ada" })),
        vec(with_privileged(json!({ "name": "Ada" })), 0..3),
        vec(with_privileged(contact), 0..3),
    )
        .prop_map(|(mut body, person, addresses, contacts)| {
            body["billingPerson"] = person;
            body["shippingAddresses"] = addresses.into();
            body["contacts"] = contacts.into();
            body
        })
}

fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn only_allowed(body: &Value) -> Result<(), TestCaseError> {
    let mut found = Vec::new();
    paths(body, "", &mut found);
    for path in found {
        prop_assert!(ALLOWED.contains(&path.as_str()), "{path} passes");
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_customer_lets_a_privileged_member_through(body in customer()) {
        let (call, _) = call(begin(&ecwid(&[]), CREATE, body.to_string().as_bytes()));
        only_allowed(&sent(&call))?;
    }

    #[test]
    fn no_json_lets_a_privileged_member_through(value in any_json(), member in select(ALLOWED.to_vec())) {
        let mut body = json!({ "email": "ada@example.com" });
        body[member] = value;
        if let Step::Send(call, _) = begin(&ecwid(&[]), CREATE, body.to_string().as_bytes()) {
            only_allowed(&sent(&call))?;
        }
    }

    #[test]
    fn any_bytes_are_answered(body in vec(any::<u8>(), 0..64)) {
        prop_assert_eq!(answer(begin(&ecwid(&[]), CREATE, &body)).status, 400);
    }

    #[test]
    fn no_header_splits(time in any::<String>(), origin in any::<String>(), body in vec(any::<u8>(), 0..64)) {
        let relay = ecwid(&[]);
        let (_, next) = call(begin(&relay, CREATE, br#"{"email":"@"}"#));
        let reply = Reply { status: 429, retry_after: Some(time), body };
        let answer = relay.finish(Some(&origin), answer(next(Ok(reply))));
        for (name, value) in answer.headers {
            prop_assert!(value.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{name}: {value:?}");
        }
    }

    #[test]
    fn no_path_escapes(at in 0..=CREATE.len(), more in "[/.%;?#\\\\@:a-z0-9\r\n]{1,12}") {
        let mut target = CREATE.to_owned();
        target.insert_str(at, &more);
        let relay = ecwid(&[]);
        let is_found = matches!(relay.receive(&post(&target)), Decision::Read(_));
        prop_assert_eq!(is_found, target == CREATE);
    }

    #[test]
    fn no_body_changes_the_address_or_the_token(body in customer()) {
        let (call, _) = call(begin(&ecwid(&[]), CREATE, body.to_string().as_bytes()));
        prop_assert_eq!(call.url, "https://app.ecwid.com/api/v3/1003/customers");
        prop_assert_eq!(call.token.unwrap().expose().to_owned(), crate::support::TOKEN);
    }

    #[test]
    fn an_origin_is_compared_whole(before in ".{0,8}", after in ".{0,24}") {
        let origin = format!("{before}{ORIGIN}{after}");
        let head = Head { origin: Some(&origin), ..post(CREATE) };
        let is_let_in = matches!(ecwid(&[]).receive(&head), Decision::Read(_));
        prop_assert_eq!(is_let_in, origin == ORIGIN);
    }

    #[test]
    fn no_origin_has_an_odd_character(before in "https://[a-z.]{0,6}", odd in any::<char>(), after in "[a-z:0-9]{0,6}") {
        let origin = format!("{before}{odd}{after}");
        let is_one = Origins::read(&origin).is_ok_and(|origins| origins.allow(&origin));
        let is_plain = |byte: u8| byte.is_ascii_graphic() && byte != b'/' && !byte.is_ascii_uppercase();
        prop_assert!(!is_one || origin.bytes().skip("https://".len()).all(is_plain));
    }
}
