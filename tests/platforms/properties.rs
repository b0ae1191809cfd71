//! What holds for every platform, whatever its server answers and whatever is typed or set.

use crate::support::cases;
use crate::support::random::{garbled, json, text, typed};
use crate::support::recorded::Recorded;
use crate::support::secret::secrets;
use crate::support::signup::fields;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::BTreeSet;
use std::iter::repeat_with;
use storefront_signup::registration::flow::{Account, Failure};
use storefront_signup::registration::form::Form;
use storefront_signup::registration::http::{Answer, Reply, TransportError};
use storefront_signup::registration::platform::REGISTRY;
use storefront_signup::registration::settings::Settings;
use storefront_signup::registration::settings::attribute::COMMON;
use storefront_signup::registration::url::{SecurityContext, endpoint, link};
use storefront_signup::registration::values::Values;

fn recorded() -> impl Strategy<Value = Recorded> {
    select(Recorded::all().collect::<Vec<_>>())
}

fn recorded_with_password() -> impl Strategy<Value = Recorded> {
    let all = Recorded::all();
    let those = all.filter(|recorded| recorded.fixture.values.contains_key("password"));
    select(those.collect::<Vec<_>>())
}

/// Every body that the platforms' servers were seen to answer with.
fn seen() -> Vec<String> {
    let rounds = Recorded::all().flat_map(|recorded| recorded.fixture.exchange);
    rounds
        .filter_map(|round| round.answer.text())
        .map(|(_, body)| body)
        .collect()
}

fn status() -> impl Strategy<Value = u16> {
    prop_oneof![4 => Just(200), 2 => select(vec![0, 201, 204, 400, 401, 403, 404, 409, 422, 429, 500, 502]), 1 => any::<u16>()]
}

fn body() -> impl Strategy<Value = String> {
    let real = select(seen());
    prop_oneof![
        1 => text(),
        1 => json().prop_map(|value| value.to_string()),
        3 => real.clone(),
        3 => real.prop_flat_map(garbled),
    ]
}

fn answer() -> impl Strategy<Value = Answer> {
    let reply = (status(), any::<Option<u32>>(), body());
    let reply = reply.prop_map(|(status, wait, body)| Ok(Reply::new(status, wait, &body)));
    prop_oneof![8 => reply, 1 => select(vec![Err(TransportError::Offline), Err(TransportError::Unreachable), Err(TransportError::TimedOut)])]
}

/// A refusal with the same words wherever any of the platforms has some.
fn refusal(words: &str) -> String {
    let error = serde_json::json!({"title": words, "detail": words});
    serde_json::json!({"type": "invalid_data", "message": words, "errors": [error]}).to_string()
}

fn told(result: &Result<Account, Failure>) -> String {
    match result {
        Ok(account) => format!("{account:?}"),
        Err(failure) => format!("{failure:?} {} {}", failure.detail, failure.message.key()),
    }
}

proptest! {
    #![proptest_config(cases(3000))]

    #[test]
    fn no_answer_is_taken_for_an_account_without_proof(
        recorded in recorded(),
        step in any::<Index>(),
        others in vec(answer(), 1..4),
    ) {
        let end = recorded.with(step, others);
        prop_assert!(end.is_proved || end.result.is_err(), "{:?}", end.result);
    }

    #[test]
    fn no_password_and_no_token_is_told(
        recorded in recorded(),
        step in any::<Index>(),
        others in vec(answer(), 1..4),
    ) {
        let told = told(&recorded.with(step, others).result);
        for secret in secrets(&recorded.fixture) {
            prop_assert!(!told.contains(secret), "{}", told);
        }
    }

    #[test]
    fn a_password_that_the_platform_repeats_is_not_told(
        recorded in recorded_with_password(),
        step in any::<Index>(),
        status in 400..600_u16,
        around in "[a-z '\"{}:]{0,20}",
    ) {
        let password = &recorded.fixture.values["password"];
        let body = refusal(&format!("{around}{password}{around}"));
        let others = vec![Ok(Reply::new(status, None, &body))];
        let told = told(&recorded.with(step, others).result);
        prop_assert!(!told.contains(password.trim()), "{}", told);
    }

    #[test]
    fn a_token_that_the_platform_repeats_is_not_told(
        recorded in recorded(),
        step in any::<Index>(),
        status in 400..600_u16,
        around in "[a-z '\"{}:]{0,20}",
        secret in any::<Index>(),
    ) {
        let secrets: Vec<_> = secrets(&recorded.fixture).collect();
        let secret = secret.get(&secrets);
        let body = refusal(&format!("{around} {secret} {around}"));
        let others = vec![Ok(Reply::new(status, None, &body))];
        let told = told(&recorded.with(step, others).result);
        prop_assert!(!told.contains(*secret), "{}", told);
    }

    #[test]
    fn a_failure_points_at_a_field_of_the_form_or_at_none(
        recorded in recorded(),
        step in any::<Index>(),
        others in vec(answer(), 1..4),
    ) {
        if let Err(failure) = recorded.with(step, others).result {
            let is_known = |name| fields(recorded.platform).any(|field| field.name == name);
            prop_assert!(failure.field.is_none_or(is_known), "{:?}", failure.field);
        }
    }

    #[test]
    fn any_settings_and_texts_are_judged_without_a_panic(
        attributes in vec((select(names()), prop_oneof![text(), typed(), "(https?://)?[a-z.:/]{0,20}"]), 0..8),
        texts in vec((select(field_names()), typed()), 0..8),
        is_secure in any::<bool>(),
        is_loopback in any::<bool>(),
    ) {
        let page = SecurityContext { is_secure, is_loopback };
        let texts: Values = texts.into_iter().collect();
        let settings = Settings::new(attributes, page);
        for platform in REGISTRY {
            let _ = platform.check_settings(&settings);
            if let Ok(mut form) = Form::new(platform, &settings) {
                let sent = form.sent(&texts);
                prop_assert_eq!(sent.is_some(), form.problems().is_empty());
            }
        }
    }

    #[test]
    fn any_text_is_judged_as_an_address_without_a_panic(address in text(), is_secure in any::<bool>()) {
        let page = SecurityContext { is_secure, is_loopback: false };
        let _ = (endpoint(&address, page), link(&address));
    }
}

/// The attributes that any platform reads.
fn names() -> Vec<String> {
    let common = COMMON.iter().map(|attribute| attribute.name);
    let own = REGISTRY
        .iter()
        .flat_map(|platform| platform.settings)
        .map(|setting| setting.name);
    common.chain(own).map(str::to_owned).collect()
}

fn field_names() -> Vec<&'static str> {
    let fields = REGISTRY.iter().flat_map(|platform| fields(platform));
    fields
        .map(|field| field.name)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

#[test]
fn every_account_that_was_recorded_was_proved() {
    for recorded in Recorded::all() {
        let end = recorded.end(recorded.canned());
        assert!(end.is_proved || end.result.is_err(), "{recorded:?}");
    }
}

/// Random answers found these. The number is that of the recorded answers before.
#[test]
fn a_sign_in_at_the_owners_address_and_an_id_beyond_all_numbers_are_proofs() {
    for (case, before, body) in [
        (
            "success-at-own-addresses",
            1,
            r#"{"owner_id":"xYZkjABcde"}"#,
        ),
        ("bad-input", 0, r#"{"id":1E8278629}"#),
    ] {
        let those = Recorded::all().filter(|recorded| recorded.case == case);
        let ends = those.map(|recorded| {
            let others = repeat_with(|| Ok(Reply::new(200, None, body)));
            recorded.end(recorded.canned().take(before).chain(others))
        });
        let mut accounts = ends.filter(|end| end.result.is_ok()).peekable();
        assert!(accounts.peek().is_some(), "{case} has no account");
        assert!(accounts.all(|end| end.is_proved), "{case}");
    }
}

#[test]
fn the_recorded_answers_hold_pages_and_tokens() {
    assert!(seen().iter().any(|body| body.starts_with('<')));
    assert!(seen().iter().any(|body| body.contains("eyJ")));
}
