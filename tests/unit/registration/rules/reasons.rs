//! The reasons as a whole: none that no text leads to, none that is no sentence.

use super::verdict;
use std::collections::BTreeSet;
use storefront_signup::registration::message::Message;
use storefront_signup::registration::rules::{
    Rule, Verdict, email, password, phone, profile, state, text,
};
use storefront_signup::registration::values::Values;

/// A text for each reason of each rule.
const REFUSED: [(Rule, &str); 18] = [
    (email::check, "ada"),
    (email::check, "jörg@example.com"),
    (email::check, "ada@localhost"),
    (email::check_for_medusa, "info@xn--80a1acny.xn--p1ai"),
    (
        email::check,
        "long-long-long-long-long-long-long-long-long-long-long-long-long-long@example.com",
    ),
    (password::check, "short"),
    (password::check, LONG),
    (password::check, "password"),
    (phone::check, "020 7946 0123"),
    (phone::check, "+44 call me"),
    (phone::check, "+44"),
    (phone::check, "+44 20 7946 0123 ext 4"),
    (text::check, "A\nda"),
    (text::check, LONG),
    (state::check, "North Rhine"),
    (in_germany, "North Rhine"),
    (profile::website, "ada"),
    (
        |typed, _| profile::check(typed, "x.com/ x.com"),
        "https://example.com/ada",
    ),
];

fn in_germany(typed: &str, _: &Values) -> Verdict {
    state::check(
        typed,
        &[("country_code", "DE".to_owned())].into_iter().collect(),
    )
}

const LONG: &str = match str::from_utf8(&[b'-'; 256]) {
    Ok(text) => text,
    Err(_) => "",
};

#[test]
fn every_reason_of_a_rule_can_be_met() {
    let mut met: BTreeSet<&str> = REFUSED
        .iter()
        .filter_map(|(rule, typed)| verdict(*rule, typed).err())
        .map(Message::key)
        .collect();
    // The one reason that takes another field.
    met.insert(Message::PasswordEmail.key());
    assert_eq!(met, reasons());
}

#[test]
fn every_reason_is_a_sentence() {
    let sentences = Message::ALL
        .iter()
        .filter(|message| reasons().contains(message.key()));
    for message in sentences {
        let text = message.english();
        assert!(
            text.ends_with('.') && text.starts_with(char::is_uppercase),
            "{text}"
        );
    }
}

/// The keys that begin with the subject of a rule, but for those that the form or a platform uses.
fn reasons() -> BTreeSet<&'static str> {
    let of_rule = |key: &str| {
        [
            "email-",
            "password-",
            "phone-",
            "text-",
            "state-",
            "link-",
            "profile-",
        ]
        .iter()
        .any(|rule| key.starts_with(rule))
    };
    let of_others = |key: &str| {
        ["-missing", "-refused", "-taken", "-taken-mail", "-hint"]
            .iter()
            .any(|end| key.ends_with(end))
    };
    let keys = Message::ALL.iter().map(|message| message.key());
    keys.filter(|key| of_rule(key) && !of_others(key)).collect()
}
