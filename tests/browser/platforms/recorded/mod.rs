//! Every recorded registration, from the fields to the sentence that the shopper reads.

mod outcome;
mod replay;

use crate::fixture::{Fixture, PROOF};
use crate::jwt::expand;
use crate::support::{Mounted, Owner, json_to_js, pass_a_day, until};
use include_dir::{Dir, include_dir};
use storefront_signup::registration::platform::REGISTRY;
use wasm_bindgen_test::wasm_bindgen_test;

static FIXTURES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/tests/fixtures");

/// The fixtures of a platform that a fresh form can play, with the paths of their files.
fn fixtures(platform: &str) -> impl Iterator<Item = (&'static str, Fixture)> {
    let folder = FIXTURES
        .get_dir(platform)
        .expect("a folder for each platform");
    let files = folder
        .files()
        .filter(|file| file.path().file_stem() != Some(PROOF.as_ref()));
    let all = files.map(|file| {
        let place = file.path().to_str().expect("a path in ASCII");
        (place, read(file.contents_utf8().expect("a text file")))
    });
    all.filter(|(_, fixture)| !fixture.resumed && fixture.token.is_none())
}

fn read(text: &str) -> Fixture {
    let value = serde_json::from_str(text).expect("a fixture is JSON");
    serde_json::from_value(expand(value)).expect("a fixture has the shape of one")
}

#[wasm_bindgen_test]
async fn every_recorded_registration_ends_with_its_sentence() {
    for platform in REGISTRY {
        for (place, fixture) in fixtures(platform.id) {
            play(platform.id, place, &fixture).await;
        }
    }
}

async fn play(platform: &str, place: &str, fixture: &Fixture) {
    pass_a_day();
    let store = replay::store(fixture);
    let form = mount(platform, fixture);
    if form.find("form").is_some() {
        for (name, text) in &fixture.values {
            form.type_into(name, text);
        }
        form.press();
    }
    until(place, || {
        form.has_heard("signup-success") || form.has_heard("signup-error")
    })
    .await;
    outcome::hold_requests(place, fixture, &store.calls()).await;
    outcome::hold_secrecy(place, fixture, &form);
    outcome::hold_outcome(place, platform, fixture, &form).await;
}

fn mount(platform: &str, fixture: &Fixture) -> Mounted {
    let wanted = fixture
        .values
        .keys()
        .filter(|name| is_optional(platform, name));
    let wanted: Vec<&str> = wanted.map(String::as_str).collect();
    let owner = Owner::of_nothing()
        .with("platform", platform)
        .with("timeout", "1")
        .with("fields", &wanted.join(" "));
    let owner = fixture
        .settings
        .iter()
        .fold(owner, |owner, (name, value)| owner.with(name, value));
    match &fixture.metadata {
        Some(metadata) => owner.property("metadata", &json_to_js(metadata)),
        None => owner,
    }
    .mount()
}

fn is_optional(platform: &str, name: &str) -> bool {
    let platform = REGISTRY
        .iter()
        .find(|own| own.id == platform)
        .expect("a platform");
    platform.optional.iter().any(|field| field.name == name)
}
