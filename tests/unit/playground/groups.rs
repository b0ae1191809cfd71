//! Customer groups: the requests that the playground sends, and what each response means.

#[path = "../../../src/playground/owner/groups/mod.rs"]
mod source;
use crate::support::drive::sent;
use crate::support::fixture::{Came, Sent};
use crate::support::random::text;
use crate::support::{cases, jwt};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::Value;
use source::GroupProvider;
use source::draft::Draft;
use source::error::GroupError;
use source::field::GroupField;
use source::platform::{REGISTRY, find as find_provider};
use std::collections::BTreeMap;
use std::path::Path;
use storefront_signup::registration::http::{Reply, TransportError};
use storefront_signup::registration::platform::find;
use storefront_signup::registration::settings::Settings;

const ENDPOINT: &str = "https://store.example";

/// One press: what is typed, what goes over the line, what the owner reads.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fixture {
    about: String,
    /// What is typed, by the names of the parts.
    draft: BTreeMap<String, String>,
    /// What has to be sent, to the letter. Without it, nothing is.
    request: Option<Sent>,
    answer: Option<Came>,
    outcome: Outcome,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Outcome {
    /// The group is there, with this id.
    Made(String),
    /// It is not, or nobody can tell.
    Fail(Vec<Expected>),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    part: Option<String>,
    /// A part of the sentence.
    text: String,
}

fn fixtures(platform: &str) -> BTreeMap<String, Fixture> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/groups");
    let files = std::fs::read_dir(folder.join(platform)).unwrap();
    let paths = files.map(|file| file.unwrap().path());
    let named = paths.map(|path| {
        let case = path.file_stem().unwrap().to_string_lossy().into_owned();
        let value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let fixture = serde_json::from_value(jwt::expand(value));
        (
            case,
            fixture.unwrap_or_else(|error| panic!("{}: {error}", path.display())),
        )
    });
    named.collect()
}

fn draft(texts: &BTreeMap<String, String>) -> Draft {
    let field = |name: &str| {
        GroupField::ALL
            .into_iter()
            .find(|field| field.name() == name)
            .unwrap()
    };
    Draft::new(texts.iter().map(|(name, text)| (field(name), text.clone())))
}

fn play(
    provider: &GroupProvider,
    case: &str,
    fixture: &Fixture,
) -> Result<String, Vec<GroupError>> {
    let draft = draft(&fixture.draft);
    let errors = draft.validate();
    let Some(expected) = &fixture.request else {
        assert!(!errors.is_empty(), "{case}: it would be sent");
        return Err(errors);
    };
    assert_eq!(errors, [], "{case}");
    assert_eq!(
        &sent(&(provider.create)(ENDPOINT, &draft), ENDPOINT),
        expected,
        "{case}"
    );
    let answer = fixture.answer.as_ref().unwrap().answer();
    (provider.read)(answer, draft.get(GroupField::Token))
}

fn hold(case: &str, end: &Result<String, Vec<GroupError>>, outcome: &Outcome) {
    match (end, outcome) {
        (Ok(id), Outcome::Made(expected)) => assert_eq!(id, expected, "{case}"),
        (Err(errors), Outcome::Fail(expected)) => {
            assert_eq!(errors.len(), expected.len(), "{case}: {errors:?}");
            for (error, expected) in errors.iter().zip(expected) {
                assert_eq!(
                    error.field.map(GroupField::name),
                    expected.part.as_deref(),
                    "{case}"
                );
                assert!(
                    error.message.contains(&expected.text),
                    "{case}: {}",
                    error.message
                );
            }
        }
        (end, outcome) => panic!("{case}: expected {outcome:?}, got {end:?}"),
    }
}

#[test]
fn each_press_ends_as_it_was_recorded() {
    for provider in REGISTRY {
        for (case, fixture) in fixtures(provider.platform) {
            hold(&case, &play(provider, &case, &fixture), &fixture.outcome);
        }
    }
}

#[test]
fn an_empty_draft_has_an_error_at_each_required_field() {
    let errors = Draft::default().validate().into_iter();
    let fields: Vec<_> = errors.filter_map(|error| error.field).collect();
    let required = GroupField::ALL
        .into_iter()
        .filter(|field| field.is_required());
    assert_eq!(fields, required.collect::<Vec<_>>());
}

#[test]
fn each_provider_has_the_cases_that_all_have() {
    for provider in REGISTRY {
        let fixtures = fixtures(provider.platform);
        for case in [
            "documented-example",
            "all-attributes",
            "name-refused",
            "bad-token",
            "forbidden",
            "rate-limit",
            "rate-limit-with-time",
            "offline",
            "lost",
            "timed-out",
            "unreadable",
            "server-error",
            "nowhere",
            "redirect",
            "repeats-the-token",
            "nothing-typed",
        ] {
            assert!(fixtures.contains_key(case), "{}/{case}", provider.platform);
        }
        assert!(
            fixtures
                .values()
                .all(|fixture| fixture.about.ends_with('.'))
        );
    }
}

#[test]
fn each_provider_belongs_to_a_platform_whose_form_takes_a_group() {
    for provider in REGISTRY {
        assert!(provider.token_hint.ends_with('.'));
        let settings = find(provider.platform).unwrap().settings;
        assert!(
            settings
                .iter()
                .any(|setting| setting.name == provider.attribute)
        );
    }
}

#[test]
fn no_sentence_tells_the_token() {
    for provider in REGISTRY {
        for (case, fixture) in fixtures(provider.platform) {
            let token = fixture.draft["token"].trim();
            let told = play(provider, &case, &fixture).err().unwrap_or_default();
            let is_told = |error: &GroupError| !token.is_empty() && error.message.contains(token);
            assert!(!told.iter().any(is_told), "{case}: {told:?}");
        }
    }
}

#[test]
fn what_may_have_made_a_group_says_so() {
    for provider in REGISTRY {
        for answer in [
            Err(TransportError::Unreachable),
            Err(TransportError::TimedOut),
            Ok(Reply::new(504, None, "")),
        ] {
            let [error] = &(provider.read)(answer, "token").unwrap_err()[..] else {
                panic!("not one error");
            };
            assert!(error.message.contains("may be there"), "{}", error.message);
        }
    }
}

#[test]
fn the_token_of_the_sandbox_takes_the_owners_credentials() {
    let credentials = [
        ("integration's client id", "the-id"),
        ("integration's client secret", "the-secret"),
    ];
    let credentials = credentials.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let owner = Settings::new(credentials.into(), Default::default());
    for provider in REGISTRY {
        let request = (provider.sandbox_token.request)(ENDPOINT, &owner);
        assert!(request.url.starts_with(ENDPOINT) && request.repeatable);
        let body = request.body.unwrap();
        assert!(
            body.contains("\"the-id\"") && body.contains("\"the-secret\""),
            "{body}"
        );
    }
}

#[test]
fn no_platform_has_two_providers() {
    for provider in REGISTRY {
        assert!(
            find_provider(provider.platform).is_some_and(|found| std::ptr::eq(found, *provider))
        );
    }
    assert!(find_provider("no-such").is_none());
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn every_answer_ends_in_a_group_or_in_sentences(status in 0..1000_u16, body in text(), wait in any::<Option<u32>>()) {
        for provider in REGISTRY {
            for body in [body.clone(), serde_json::json!({"errors": [{"title": body, "source": {"pointer": body}}, body]}).to_string()] {
                match (provider.read)(Ok(Reply::new(status, wait, &body)), "token") {
                    Ok(id) => prop_assert!(!id.is_empty()),
                    Err(errors) => prop_assert!(!errors.is_empty() && errors.iter().all(|error| !error.message.is_empty())),
                }
            }
        }
    }

    #[test]
    fn any_name_is_sent_as_it_was_typed(name in text()) {
        let draft = Draft::new([(GroupField::Token, "t".to_owned()), (GroupField::Name, name.clone())]);
        for provider in REGISTRY.iter().filter(|_| draft.validate().is_empty()) {
            let body = (provider.create)(ENDPOINT, &draft).body.unwrap();
            let body: Value = serde_json::from_str(&body).unwrap();
            prop_assert!(body.to_string().contains(&Value::from(name.trim()).to_string()), "{body}");
        }
    }
}
