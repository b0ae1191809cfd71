//! The widget's own half of a registration against the sandbox: what its forms let through, the
//! stores take.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail by a panic"
)]

mod live;
#[path = "../../../../tests/support/random.rs"]
#[allow(dead_code, reason = "a part of it is used")]
mod random;
#[path = "../../../../tests/support/valid.rs"]
mod valid;

use live::Live;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestRunner};
use random::typed;
use storefront_signup::registration::field::{Control, Field};
use storefront_signup::registration::flow::Kind;
use storefront_signup::registration::message::Message;
use storefront_signup::registration::platform::{Platform, REGISTRY};
use storefront_signup::registration::values::Values;
use valid::{Texts, fields, sent, shopper};

/// Tries a property with random values on each platform's store.
fn on_each_platform<S: Strategy>(
    strategy: impl Fn(&'static Platform) -> S,
    property: impl Fn(&Live, S::Value) -> Result<(), TestCaseError>,
) {
    for platform in REGISTRY {
        let live = Live::open(platform);
        let config = Config {
            cases: 40,
            failure_persistence: None,
            ..Config::default()
        };
        let end = TestRunner::new(config).run(&strategy(platform), |value| property(&live, value));
        end.unwrap_or_else(|error| panic!("{}: {error}", platform.id));
    }
}

/// The texts with another one for one of the fields.
fn with(mut texts: Texts, field: &'static Field, text: String) -> Texts {
    texts.retain(|(name, _)| *name != field.name);
    texts.push((field.name, text));
    texts
}

/// Whether a store holds a text somewhere in an account.
fn holds(account: &serde_json::Value, text: &str) -> bool {
    match account {
        serde_json::Value::String(own) => own.contains(text),
        serde_json::Value::Array(items) => items.iter().any(|item| holds(item, text)),
        serde_json::Value::Object(members) => members.values().any(|member| holds(member, text)),
        _ => false,
    }
}

#[test]
fn a_random_shopper_becomes_one_account_that_holds_all_that_was_sent() {
    on_each_platform(shopper, |live, texts| {
        let Some(values) = sent(live.platform, &live.settings, &texts) else {
            return Err(TestCaseError::reject("a required text is wrong"));
        };
        let account = live.register(&values, false);
        let account = account.map_err(|failure| TestCaseError::fail(format!("{failure:?}")))?;
        let known = live.accounts(values.get("email"));
        prop_assert_eq!(known.len(), 1);
        for known in &known {
            prop_assert_eq!(&known.id, &account.id);
            let stored = serde_json::to_value(known).expect("an account as JSON");
            for field in fields(live.platform) {
                let is_told = matches!(field.control, Control::Password | Control::Checkbox);
                let text = values.get(field.name);
                prop_assert!(
                    is_told || holds(&stored, text),
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
fn a_shopper_who_could_not_be_told_of_the_account_is_told_by_the_next_press() {
    on_each_platform(shopper, |live, texts| {
        let Some(values) = sent(live.platform, &live.settings, &texts) else {
            return Err(TestCaseError::reject("a required text is wrong"));
        };
        let first = live.register(&values, false);
        let again = live.register(&values, true);
        prop_assert_eq!(live.accounts(values.get("email")).len(), 1);
        match (first, again) {
            (Ok(first), Ok(again)) => prop_assert_eq!(first.id, again.id),
            (Ok(_), Err(failure)) => {
                let is_open = matches!(failure.kind, Kind::Taken | Kind::Unconfirmed);
                prop_assert!(is_open && !live.can_be_asked(), "{:?}", failure);
            }
            (Err(failure), _) => return Err(TestCaseError::fail(format!("{failure:?}"))),
        }
        Ok(())
    });
}

#[test]
fn whatever_a_form_lets_through_its_store_takes() {
    let strategy = |platform| (shopper(platform), any::<Index>(), typed());
    on_each_platform(strategy, |live, (texts, field, text)| {
        let all = fields(live.platform);
        let field = *field.get(&all);
        if field.name == "email" && (field.rule)(&text, &Values::default()).is_ok() {
            // Of a short pattern the same email may come twice.
            return Ok(());
        }
        let texts = with(texts, field, text);
        if let Some(values) = sent(live.platform, &live.settings, &texts) {
            let end = live.register(&values, false);
            prop_assert!(end.is_ok(), "{} {:?}", field.name, end.err());
        }
        Ok(())
    });
}

/// Why a form refuses emails that its store takes: they can't be, or another store refuses them
/// when half of an account is made.
const OWN_REASONS: [Message; 3] = [
    Message::EmailDomain,
    Message::EmailLocal,
    Message::EmailLong,
];

#[test]
fn an_email_that_only_the_form_refuses_is_refused_for_a_reason_of_its_own() {
    let strategy = |platform| (shopper(platform), near_an_email());
    on_each_platform(strategy, |live, (texts, email)| {
        let Some(mut values) = sent(live.platform, &live.settings, &texts) else {
            return Err(TestCaseError::reject("a required text is wrong"));
        };
        let email_field = fields(live.platform)
            .into_iter()
            .find(|field| field.name == "email")
            .expect("an email");
        let Err(reason) = (email_field.rule)(&email, &Values::default()) else {
            return Ok(());
        };
        values.set("email", email.trim().to_owned());
        if live.register(&values, false).is_ok() {
            prop_assert!(OWN_REASONS.contains(&reason), "{:?}: {}", reason, email);
        }
        Ok(())
    });
}

fn near_an_email() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z.'éß@ ]{1,12}@([a-z-]{1,9}\\.){0,3}[a-z0-9]{1,5}",
        "[a-z]{60,70}@[a-z-]{1,9}\\.[a-z]{2,5}",
        typed(),
    ]
}
