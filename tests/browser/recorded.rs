//! Every recorded registration, from the fields to the sentence that the shopper reads.

use crate::fixture::{Came, Done, Fail, Fixture, Loss, Outcome, PROOF, Round};
use crate::jwt::expand;
use crate::support::{Answer, Call, Mounted, Offline, Owner, Store, json_to_js, until};
use include_dir::{Dir, include_dir};
use serde_json::Value;
use std::collections::BTreeMap;
use storefront_signup::registration::message::Message;
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
    all.filter(|(_, fixture)| !fixture.resumed)
}

fn read(text: &str) -> Fixture {
    let value = serde_json::from_str(text).expect("a fixture is JSON");
    serde_json::from_value(expand(value)).expect("a fixture has the shape of one")
}

/// The requests as the page sees them: what may be sent twice is sent again after a lost answer.
fn rounds(fixture: &Fixture) -> Vec<Round> {
    let times = |round: &Round| match round.answer {
        Came::Lost {
            lost: Loss::Offline,
        } => 0,
        Came::Lost { .. } if round.request.repeatable => 2,
        _ => 1,
    };
    fixture
        .exchange
        .iter()
        .flat_map(|round| std::iter::repeat_n(round.clone(), times(round)))
        .collect()
}

fn answer(came: &Came) -> Answer {
    match came {
        Came::Lost {
            lost: Loss::TimedOut,
        } => Answer::Never,
        came => came
            .text()
            .map_or_else(Answer::lost, |(status, body)| Answer::text(status, &body)),
    }
}

/// A store that answers in the order of a fixture. Before an answer that is lost because the
/// browser is offline, it takes the connection away.
fn store(fixture: &Fixture) -> Store {
    let offline_after = fixture.exchange.iter().position(|round| {
        matches!(
            round.answer,
            Came::Lost {
                lost: Loss::Offline
            }
        )
    });
    let mut offline: Vec<Offline> = (offline_after == Some(0))
        .then(Offline::begin)
        .into_iter()
        .collect();
    let mut came = 0;
    let answers: Vec<Answer> = rounds(fixture)
        .iter()
        .map(|round| answer(&round.answer))
        .collect();
    Store::ruled(Box::new(move |_| {
        let answer = answers.get(came).cloned().unwrap_or_else(Answer::lost);
        came += 1;
        if offline_after == Some(came) {
            offline.push(Offline::begin());
        }
        answer
    }))
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

async fn play(platform: &str, place: &str, fixture: &Fixture) {
    let store = store(fixture);
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
    hold_requests(place, fixture, &store.calls()).await;
    hold_secrecy(place, fixture, &form);
    match &fixture.outcome {
        Outcome::Done(done) => hold_account(place, platform, &form, done),
        Outcome::Fail(fail) => hold_failure(place, &form, fail).await,
    }
}

async fn hold_requests(place: &str, fixture: &Fixture, calls: &[Call]) {
    let rounds = rounds(fixture);
    assert_eq!(calls.len(), rounds.len(), "{place}");
    for (call, Round { request, .. }) in calls.iter().zip(&rounds) {
        assert_eq!(call.method, request.method, "{place}");
        assert!(call.url.ends_with(&request.path), "{place}: {}", call.url);
        assert_eq!(call.cookies, request.cookies, "{place}");
        assert_eq!(headers(call, &request.headers), request.headers, "{place}");
        let body = request
            .body
            .as_ref()
            .map(Value::to_string)
            .unwrap_or_default();
        assert_eq!(sorted(&call.text().await), sorted(&body), "{place}");
    }
}

fn headers(call: &Call, names: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let own = |name: &String| Some((name.clone(), call.header(name)?));
    names.keys().filter_map(own).collect()
}

/// JSON with the keys in their order, any other text as it is.
fn sorted(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.to_owned()))
}

fn hold_secrecy(place: &str, fixture: &Fixture, form: &Mounted) {
    let password = fixture
        .values
        .get("password")
        .expect("every form has a password");
    for event in form.events() {
        assert!(
            !event.detail.to_string().contains(password),
            "{place}: {event:?}"
        );
    }
}

fn hold_account(place: &str, platform: &str, form: &Mounted, done: &Done) {
    let expected = serde_json::json!({"platform": platform, "id": done.id, "email": done.email});
    assert_eq!(form.details("signup-success"), [expected], "{place}");
    let message = if done.check_mail {
        Message::CheckMail
    } else {
        Message::Done
    };
    assert_eq!(
        form.text("[role=status][part=status]"),
        message.english(),
        "{place}"
    );
}

async fn hold_failure(place: &str, form: &Mounted, fail: &Fail) {
    let details = form.details("signup-error");
    assert_eq!(details.len(), 1, "{place}");
    assert_eq!(details[0]["kind"], fail.kind, "{place}");
    assert_eq!(
        details[0]["field"].as_str(),
        fail.field.as_deref(),
        "{place}"
    );
    assert_eq!(
        details[0]["status"].as_u64(),
        fail.status.map(u64::from),
        "{place}"
    );
    let message = Message::ALL
        .iter()
        .find(|message| message.key() == fail.message)
        .expect("a message's key");
    until(place, || {
        form.text("[role=alert]").starts_with(message.english())
    })
    .await;
    // A store can complain about a field that the form does not have.
    if let Some(field) = fail
        .field
        .as_ref()
        .filter(|field| form.names().contains(field))
    {
        assert_eq!(form.described(field, "error"), message.english(), "{place}");
    }
}

#[wasm_bindgen_test]
async fn every_recorded_registration_ends_with_its_sentence() {
    for platform in REGISTRY {
        for (place, fixture) in fixtures(platform.id) {
            play(platform.id, place, &fixture).await;
        }
    }
}
