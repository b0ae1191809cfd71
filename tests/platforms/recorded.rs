//! Every platform over its recorded registrations.
//!
//! A platform fails until `tests/fixtures/<id>/` holds all of [`CASES`].

use crate::support::drive::play;
use crate::support::fixture::{self, Outcome};
use std::collections::BTreeSet;
use std::fs;
use std::panic::catch_unwind;
use std::path::Path;
use storefront_signup::registration::platform::REGISTRY;

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
    let folders = fs::read_dir(fixture::folder("")).unwrap();
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
    let ids: BTreeSet<_> = REGISTRY.iter().map(|platform| platform.id).collect();
    assert_eq!(ids.len(), REGISTRY.len());
}

/// The kinds of failures that a platform's recorded registrations end with.
fn recorded_kinds(platform: &str) -> BTreeSet<String> {
    let outcomes = fixture::all(platform).into_values();
    let kinds = outcomes.filter_map(|fixture| match fixture.outcome {
        Outcome::Fail(fail) => Some(fail.kind),
        Outcome::Done(_) => None,
    });
    kinds.collect()
}

#[test]
fn each_page_has_a_row_for_each_kind_that_was_recorded() {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/platforms");
    for platform in REGISTRY {
        let page = pages.join(platform.id).with_extension("md");
        let page =
            fs::read_to_string(&page).unwrap_or_else(|error| panic!("{}: {error}", page.display()));
        let rows = page.lines().filter(|line| line.starts_with("| "));
        let rows: Vec<_> = rows.collect();
        let missing = recorded_kinds(platform.id);
        let missing: Vec<_> = missing
            .iter()
            .filter(|kind| !rows.iter().any(|row| row.contains(&format!("`{kind}`"))))
            .collect();
        assert!(
            missing.is_empty(),
            "{} has no row for {missing:?}",
            platform.id
        );
    }
}
