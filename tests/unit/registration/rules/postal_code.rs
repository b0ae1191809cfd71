use super::{passes, verdict};
use storefront_signup::registration::rules::postal_code::{check, is_needed};

#[test]
fn codes_pass_in_the_ways_of_their_countries() {
    passes(
        check,
        &["10115", "SW1A 1AA", "100-0001", "D02 AF30", "1234 AB"],
    );
}

#[test]
fn digits_of_other_scripts_are_digits() {
    assert_eq!(verdict(check, "１００－０００１"), Ok("100-0001".into()));
    assert_eq!(verdict(check, "\u{200f}١٢٣٤٥"), Ok("12345".into()));
}

#[test]
fn a_code_is_needed_where_the_country_has_them() {
    for country in ["", "DE", "GB", "US", "IE", "XK", "SG"] {
        assert!(is_needed(country), "{country}");
    }
    for country in ["HK", "AE", "QA", "MO", "JM"] {
        assert!(!is_needed(country), "{country}");
    }
}
