//! What holds for every text.

use super::verdict;
use crate::support::cases;
use crate::support::random::typed;
use proptest::prelude::*;
use regex::Regex;
use std::sync::LazyLock;
use storefront_signup::registration::field::{CONTACT_FACEBOOK, CONTACT_YOUTUBE};
use storefront_signup::registration::rules::{
    Rule, country, email, password, phone, postal_code, profile, state, text,
};

const RULES: [Rule; 11] = [
    country::check,
    email::check,
    email::check_for_medusa,
    password::check,
    phone::check,
    postal_code::check,
    profile::website,
    state::check,
    text::check,
    CONTACT_FACEBOOK.rule,
    CONTACT_YOUTUBE.rule,
];

/// zod's pattern for emails, which Medusa uses, without its two look-aheads:
/// `/^(?!\.)(?!.*\.\.)([A-Z0-9_'+\-\.]*)[A-Z0-9_+-]@([A-Z0-9][A-Z0-9\-]*\.)+[A-Z]{2,}$/i`.
static ZOD: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?i-u)^[A-Z0-9_'+\-\.]*[A-Z0-9_+-]@([A-Z0-9][A-Z0-9\-]*\.)+[A-Z]{2,}$";
    Regex::new(pattern).expect("a pattern")
});

fn zod_takes(email: &str) -> bool {
    ZOD.is_match(email) && !email.starts_with('.') && !email.contains("..")
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn what_passes_once_passes_again_unchanged(text in typed()) {
        for rule in RULES {
            if let Ok(sent) = verdict(rule, &text) {
                prop_assert_eq!(verdict(rule, &sent), Ok(sent));
            }
        }
    }

    #[test]
    fn an_email_that_passes_is_one_that_medusa_takes(text in typed()) {
        if let Ok(email) = verdict(email::check_for_medusa, &text) {
            prop_assert!(zod_takes(&email), "{}", email);
        }
    }

    #[test]
    fn an_ordinary_email_that_medusa_takes_passes(text in "[a-z0-9_+]{1,20}@([a-z0-9]{1,9}\\.){1,3}[a-z]{2,5}") {
        prop_assert!(zod_takes(&text));
        prop_assert_eq!(verdict(email::check_for_medusa, &text), Ok(text));
    }

    #[test]
    fn a_phone_number_that_passes_is_plus_and_digits(text in typed()) {
        if let Ok(number) = verdict(phone::check, &text) {
            let digits = number.strip_prefix('+').unwrap_or_default();
            prop_assert!((7..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()));
        }
    }

    #[test]
    fn a_link_that_passes_leads_over_http_and_breaks_out_of_no_attribute(text in typed()) {
        for rule in [profile::website, CONTACT_FACEBOOK.rule, CONTACT_YOUTUBE.rule] {
            if let Ok(link) = verdict(rule, &text) {
                let is_web = link.starts_with("https://") || link.starts_with("http://");
                prop_assert!(is_web && !link.contains(['"', '<', '>', ' ', '\\']), "{}", link);
            }
        }
    }

    #[test]
    fn a_password_is_never_changed(text in typed()) {
        if let Ok(password) = verdict(password::check, &text) {
            prop_assert_eq!(password, text);
        }
    }
}
