//! Every platform over its recorded registrations.
//!
//! A platform fails until `tests/fixtures/<id>/` holds all of [`CASES`].

#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::panic::catch_unwind;
use storefront_signup::registration::platform::REGISTRY;
use support::drive::play;
use support::fixture;

/// What every platform has to answer for.
const CASES: [&str; 10] = [
    "success",
    "taken",
    "bad-input",
    "bad-key",
    "rate-limit",
    "server-error",
    "empty-body",
    "html-body",
    "cut-body",
    "lost-answer",
];

#[test]
fn each_registration_runs_as_it_was_recorded() {
    let mut failed = Vec::new();
    for platform in REGISTRY {
        for (case, fixture) in fixture::all(platform.id) {
            let played = catch_unwind(|| play(platform, &case, &fixture));
            failed.extend(played.is_err().then(|| format!("{}/{case}", platform.id)));
        }
    }
    assert!(failed.is_empty(), "not as recorded: {failed:#?}");
}

#[test]
fn each_platform_has_the_cases_that_all_have() {
    for platform in REGISTRY {
        let cases = fixture::all(platform.id);
        let missing: Vec<_> = CASES
            .iter()
            .filter(|case| !cases.contains_key(**case))
            .collect();
        assert!(
            missing.is_empty(),
            "{} has no fixtures {missing:?}",
            platform.id
        );
    }
}

#[test]
fn each_fixture_says_in_a_sentence_what_it_is_about() {
    for platform in REGISTRY {
        for (case, fixture) in fixture::all(platform.id) {
            assert!(
                fixture.about.ends_with('.'),
                "{}/{case}: {}",
                platform.id,
                fixture.about
            );
        }
    }
}

#[test]
fn each_folder_of_fixtures_belongs_to_a_platform() {
    let folders = std::fs::read_dir(fixture::folder("")).unwrap();
    for folder in folders {
        let name = folder.unwrap().file_name().into_string().unwrap();
        assert!(
            REGISTRY.iter().any(|platform| platform.id == name),
            "tests/fixtures/{name}"
        );
    }
}

#[test]
fn no_two_platforms_share_an_id() {
    let ids: std::collections::BTreeSet<_> = REGISTRY.iter().map(|platform| platform.id).collect();
    assert_eq!(ids.len(), REGISTRY.len());
}
