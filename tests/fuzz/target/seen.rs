//! What was recorded of the platforms, as material.

use super::dictionary::TRAPS;
use crate::support::fixture;
use crate::support::recorded::Recorded;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use storefront_signup::registration::platform::REGISTRY;

/// The recorded registrations by `<platform>/<case>`.
pub static RECORDED: LazyLock<BTreeMap<String, Recorded>> = LazyLock::new(|| {
    let all = Recorded::all();
    all.map(|recorded| (format!("{recorded:?}"), recorded))
        .collect()
});

/// The recorded registration with a name.
pub fn recorded(name: &str) -> &'static Recorded {
    let found = RECORDED.get(name);
    found.unwrap_or_else(|| panic!("no recorded registration {name}"))
}

/// Platforms with the attributes that were recorded.
pub fn settings() -> Vec<(String, BTreeMap<String, String>)> {
    let all = REGISTRY.iter().flat_map(|platform| {
        let fixtures = fixture::all(platform.id).into_values();
        fixtures.map(|fixture| (platform.id.to_owned(), fixture.settings))
    });
    let distinct: BTreeSet<_> = all.collect();
    distinct.into_iter().collect()
}

/// The bodies of all recorded answers.
pub fn bodies() -> BTreeSet<String> {
    let rounds = RECORDED
        .values()
        .flat_map(|recorded| &recorded.fixture.exchange);
    rounds
        .filter_map(|round| Some(round.answer.text()?.1))
        .collect()
}

/// Names and texts in the recorded bodies, every recorded password, and traps.
pub fn dictionary() -> Vec<String> {
    let mut dictionary = BTreeSet::new();
    for body in bodies() {
        collect(
            &serde_json::from_str(&body).unwrap_or_default(),
            &mut dictionary,
        );
    }
    let fixtures = RECORDED.values().map(|recorded| &recorded.fixture);
    dictionary.extend(fixtures.filter_map(|fixture| fixture.values.get("password").cloned()));
    dictionary.extend(traps());
    dictionary.into_iter().collect()
}

/// The traps as entries of the dictionary.
pub fn traps() -> impl Iterator<Item = String> {
    TRAPS.iter().map(|word| (*word).to_owned())
}

fn collect(value: &Value, dictionary: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                dictionary.insert(name.clone());
                collect(member, dictionary);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, dictionary)),
        Value::String(text) => drop(dictionary.insert(text.clone())),
        _ => {}
    }
}
