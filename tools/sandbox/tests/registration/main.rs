//! The widget's registrations against the sandbox, with random shoppers.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail by a panic"
)]

#[path = "../../../../tests/support/random.rs"]
#[allow(dead_code, reason = "this suite uses a part of it")]
mod random;
mod store;
#[path = "../../../../tests/support/valid.rs"]
mod valid;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestRunner};
use random::typed;
use store::LiveStore;
use storefront_signup::registration::field::{Control, Field};
use storefront_signup::registration::flow::Kind;
use storefront_signup::registration::message::Message;
use storefront_signup::registration::platform::{Platform, REGISTRY};
use storefront_signup::registration::values::Values;
use valid::{Texts, fields, sent, shopper};

/// Checks a property with random values on each platform.
fn on_each_platform<S: Strategy>(
    strategy: impl Fn(&'static Platform) -> S,
    property: impl Fn(&LiveStore, S::Value) -> Result<(), TestCaseError>,
) {
    for platform in REGISTRY {
        let store = LiveStore::open(platform);
        let config = Config {
            cases: 40,
            failure_persistence: None,
            ..Config::default()
        };
        let end = TestRunner::new(config).run(&strategy(platform), |value| property(&store, value));
        end.unwrap_or_else(|error| panic!("{}: {error}", platform.id));
    }
}

/// The texts, with another text for one field.
fn with(mut texts: Texts, field: &'static Field, text: String) -> Texts {
    texts.retain(|(name, _)| *name != field.name);
    texts.push((field.name, text));
    texts
}

/// Whether an account contains a text.
fn contains(account: &serde_json::Value, text: &str) -> bool {
    match account {
        serde_json::Value::String(own) => own.contains(text),
        serde_json::Value::Array(items) => items.iter().any(|item| contains(item, text)),
        serde_json::Value::Object(members) => members.values().any(|member| contains(member, text)),
        _ => false,
    }
}

#[test]
fn a_random_shopper_becomes_one_account_with_all_sent_values() {
    on_each_platform(shopper, |store, texts| {
        let Some(values) = sent(store.platform, &store.settings, &texts) else {
            return Err(TestCaseError::reject("a required text is wrong"));
        };
        let account = store.register(&values, false);
        let account = account.map_err(|failure| TestCaseError::fail(format!("{failure:?}")))?;
        let known = store.accounts(values.get("email"));
        prop_assert_eq!(known.len(), 1);
        for known in &known {
            prop_assert_eq!(&known.id, &account.id);
            let stored = serde_json::to_value(known).expect("an account as JSON");
            for field in fields(store.platform) {
                let is_not_stored = matches!(field.control, Control::Password | Control::Checkbox);
                let text = values.get(field.name);
                prop_assert!(
                    is_not_stored || contains(&stored, text),
                    "{} in {}",
                    field.name,
                    stored
                );
            }
        }
        Ok(())
    });
}

#[test]
fn a_second_press_after_a_lost_response_creates_no_second_account() {
    on_each_platform(shopper, |store, texts| {
        let Some(values) = sent(store.platform, &store.settings, &texts) else {
            return Err(TestCaseError::reject("a required text is wrong"));
        };
        let first = store.register(&values, false);
        let again = store.register(&values, true);
        prop_assert_eq!(store.accounts(values.get("email")).len(), 1);
        match (first, again) {
            (Ok(first), Ok(again)) => prop_assert_eq!(first.id, again.id),
            (Ok(_), Err(failure)) => {
                let is_open = matches!(failure.kind, Kind::Taken | Kind::Unconfirmed);
                prop_assert!(is_open && !store.can_confirm_accounts(), "{:?}", failure);
            }
            (Err(failure), _) => return Err(TestCaseError::fail(format!("{failure:?}"))),
        }
        Ok(())
    });
}

#[test]
fn the_store_accepts_whatever_the_form_accepts() {
    let strategy = |platform| (shopper(platform), any::<Index>(), typed());
    on_each_platform(strategy, |store, (texts, field, text)| {
        let all = fields(store.platform);
        let field = *field.get(&all);
        if field.name == "email" && (field.rule)(&text, &Values::default()).is_ok() {
            // A random email may come twice, and the store refuses the second.
            return Ok(());
        }
        let texts = with(texts, field, text);
        if let Some(values) = sent(store.platform, &store.settings, &texts) {
            let end = store.register(&values, false);
            prop_assert!(end.is_ok(), "{} {:?}", field.name, end.err());
        }
        Ok(())
    });
}

/// The form refuses these emails although the store accepts them: they can't exist, or another
/// platform refuses them after it has created a part of the account.
const FORM_REASONS: [Message; 3] = [
    Message::EmailDomain,
    Message::EmailLocal,
    Message::EmailLong,
];

#[test]
fn the_form_alone_refuses_an_email_only_for_known_reasons() {
    let strategy = |platform| (shopper(platform), almost_an_email());
    on_each_platform(strategy, |store, (texts, email)| {
        let Some(mut values) = sent(store.platform, &store.settings, &texts) else {
            return Err(TestCaseError::reject("a required text is wrong"));
        };
        let email_field = fields(store.platform)
            .into_iter()
            .find(|field| field.name == "email")
            .expect("an email");
        let Err(reason) = (email_field.rule)(&email, &Values::default()) else {
            return Ok(());
        };
        values.set("email", email.trim().to_owned());
        if store.register(&values, false).is_ok() {
            prop_assert!(FORM_REASONS.contains(&reason), "{:?}: {}", reason, email);
        }
        Ok(())
    });
}

fn almost_an_email() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z.'éß@ ]{1,12}@([a-z-]{1,9}\\.){0,3}[a-z0-9]{1,5}",
        "[a-z]{60,70}@[a-z-]{1,9}\\.[a-z]{2,5}",
        typed(),
    ]
}
