use super::{passes, refuses, verdict};
use std::collections::BTreeSet;
use storefront_signup::registration::message::Message;
use storefront_signup::registration::rules::country::{check, codes};

#[test]
fn every_code_of_the_standard_passes_once_and_that_of_kosovo() {
    let all: Vec<&str> = codes().collect();
    passes(check, &all);
    // ISO 3166-1 has 249 officially assigned codes, and lets users assign `XK`.
    assert_eq!(all.len(), 250);
    assert!(all.contains(&"XK"));
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    assert!(all.is_sorted());
    assert!(all.iter().all(|code| code.len() == 2));
}

#[test]
fn small_letters_become_capitals() {
    assert_eq!(verdict(check, " de "), Ok("DE".into()));
}

#[test]
fn what_is_no_country_is_refused() {
    refuses(
        check,
        &[
            "D", "DEU", "Germany", "EU", "UK", "XX", "ZZ", "ED", "D E", "ДЕ",
        ],
        Message::CountryMissing,
    );
}
