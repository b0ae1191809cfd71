//! The form as a machine: its fields, and which problems show when.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::collections::BTreeMap;
use std::rc::Rc;
use storefront_signup::registration::exchange::Step;
use storefront_signup::registration::failure::{Failure, Kind};
use storefront_signup::registration::field::{
    COMPANY_NAME, EMAIL, FIRST_NAME, LAST_NAME, PASSWORD, PHONE,
};
use storefront_signup::registration::form::{Form, Problem};
use storefront_signup::registration::message::Message;
use storefront_signup::registration::platform::{Platform, Signup};
use storefront_signup::registration::values::Values;
use support::signup::{settings, typed};

/// A platform for the form alone.
static PLATFORM: Platform = Platform {
    id: "anywhere",
    title: "Anywhere",
    settings: &[],
    endpoint: Some("https://store.example"),
    required: &[&FIRST_NAME, &EMAIL, &PASSWORD],
    optional: &[&LAST_NAME, &PHONE, &COMPANY_NAME],
    begin: nothing,
};

fn nothing(_: Rc<Signup>) -> Step {
    Step::Fail(Failure::new(Kind::Configuration, ""))
}

fn form(attributes: &[(&str, &str)]) -> Result<Form, Failure> {
    let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    Form::new(
        &PLATFORM,
        &settings(&attributes.iter().map(own).collect(), None),
    )
}

fn plain() -> Form {
    form(&[]).unwrap()
}

fn texts(pairs: &[(&str, &str)]) -> Values {
    let own = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
    typed(
        &PLATFORM,
        &pairs.iter().map(own).collect::<BTreeMap<_, _>>(),
    )
}

fn names(form: &Form) -> Vec<&'static str> {
    form.fields().map(|asked| asked.field.name).collect()
}

fn required(form: &Form) -> Vec<&'static str> {
    let wanted = form.fields().filter(|asked| asked.is_required);
    wanted.map(|asked| asked.field.name).collect()
}

/// The form after its email was typed and left.
fn with_email_left(text: &str) -> Form {
    let mut form = plain();
    form.typed("email", &texts(&[("email", text)]));
    form.left("email", &texts(&[("email", text)]));
    form
}

#[test]
fn the_fields_of_the_platform_come_first_and_the_password_last() {
    assert_eq!(names(&plain()), ["first_name", "email", "password"]);
    let form = form(&[("fields", "phone last_name")]).unwrap();
    assert_eq!(
        names(&form),
        ["first_name", "email", "phone", "last_name", "password"]
    );
}

#[test]
fn optional_fields_stand_in_the_order_of_the_owner() {
    let form = form(&[("fields", " company_name\n phone ")]).unwrap();
    assert_eq!(
        names(&form),
        ["first_name", "email", "company_name", "phone", "password"]
    );
}

#[test]
fn only_what_the_platform_or_the_owner_requires_is_required() {
    let form = form(&[("fields", "phone last_name"), ("require", "last_name")]).unwrap();
    assert_eq!(
        required(&form),
        ["first_name", "email", "last_name", "password"]
    );
}

#[test]
fn a_field_that_is_only_required_is_shown_too() {
    let form = form(&[("require", "phone")]).unwrap();
    assert_eq!(names(&form), ["first_name", "email", "phone", "password"]);
    assert!(required(&form).contains(&"phone"));
}

#[test]
fn a_field_that_is_named_twice_is_shown_once() {
    let form = form(&[("fields", "phone email phone"), ("require", "phone email")]).unwrap();
    assert_eq!(names(&form), ["first_name", "email", "phone", "password"]);
}

#[test]
fn a_field_that_the_platform_has_not_is_named_to_the_owner() {
    for attribute in ["fields", "require"] {
        let failure = form(&[(attribute, "phone shoe_size")]).err().unwrap();
        assert_eq!(failure.kind, Kind::Configuration);
        assert!(failure.detail.contains("`shoe_size`"), "{}", failure.detail);
        assert!(
            failure.detail.contains("last_name, phone, company_name"),
            "{}",
            failure.detail
        );
    }
}

#[test]
fn nothing_shows_while_a_field_is_first_typed_into() {
    let mut form = plain();
    for text in ["a", "ad", "ada@"] {
        form.typed("email", &texts(&[("email", text)]));
        assert_eq!(form.problem("email"), None);
    }
}

#[test]
fn a_problem_shows_when_the_field_is_left() {
    assert_eq!(
        with_email_left("ada").problem("email"),
        Some(Message::EmailAt)
    );
}

#[test]
fn a_field_that_was_only_passed_through_has_no_problem() {
    let mut form = plain();
    form.left("email", &texts(&[]));
    assert!(form.problems().is_empty());
}

#[test]
fn a_field_that_was_emptied_again_is_missing() {
    assert_eq!(
        with_email_left("  ").problem("email"),
        Some(Message::EmailMissing)
    );
}

#[test]
fn a_problem_follows_the_text_and_goes_when_it_is_right() {
    let mut form = with_email_left("ada");
    form.typed("email", &texts(&[("email", "ada@")]));
    assert_eq!(form.problem("email"), Some(Message::EmailDomain));
    form.typed("email", &texts(&[("email", "ada@example.com")]));
    assert_eq!(form.problem("email"), None);
}

#[test]
fn a_problem_comes_back_at_once_in_a_field_that_was_left_before() {
    let mut form = with_email_left("ada@example.com");
    form.typed("email", &texts(&[("email", "ada@example")]));
    assert_eq!(form.problem("email"), Some(Message::EmailDomain));
}

#[test]
fn leaving_one_field_says_nothing_about_another() {
    let mut form = plain();
    form.typed("password", &texts(&[("password", "short")]));
    form.typed("email", &texts(&[("email", "ada"), ("password", "short")]));
    form.left("email", &texts(&[("email", "ada"), ("password", "short")]));
    assert_eq!(
        form.problems(),
        [Problem {
            name: "email",
            reason: Message::EmailAt
        }]
    );
}

#[test]
fn a_password_that_is_the_email_is_judged_again_when_the_email_changes() {
    let mut form = plain();
    let same = texts(&[
        ("email", "ada@example.com"),
        ("password", "ada@example.com"),
    ]);
    form.typed("password", &same);
    form.left("password", &same);
    assert_eq!(form.problem("password"), Some(Message::PasswordEmail));
    form.typed(
        "email",
        &texts(&[
            ("email", "eve@example.com"),
            ("password", "ada@example.com"),
        ]),
    );
    assert_eq!(form.problem("password"), None);
}

#[test]
fn sending_shows_every_problem_in_the_order_of_the_fields() {
    let mut form = plain();
    assert!(form.sent(&texts(&[("password", "short")])).is_none());
    let expected = [
        Problem {
            name: "first_name",
            reason: Message::FirstNameMissing,
        },
        Problem {
            name: "email",
            reason: Message::EmailMissing,
        },
        Problem {
            name: "password",
            reason: Message::PasswordShort,
        },
    ];
    assert_eq!(form.problems(), expected);
}

#[test]
fn after_sending_each_problem_follows_its_text() {
    let mut form = plain();
    assert!(form.sent(&texts(&[])).is_none());
    form.typed("first_name", &texts(&[("first_name", "A")]));
    assert_eq!(form.problem("first_name"), None);
    assert_eq!(form.problem("email"), Some(Message::EmailMissing));
}

#[test]
fn what_is_sent_is_what_the_rules_made_of_it() {
    let mut form = form(&[("fields", "phone")]).unwrap();
    let typed = [
        ("first_name", " Ada "),
        ("email", "ADA@example.com "),
        ("phone", "+44 (20) 7946-0123"),
        ("password", " horse battery "),
    ];
    let sent = form.sent(&texts(&typed)).unwrap();
    let expected = [
        ("first_name", "Ada"),
        ("email", "ada@example.com"),
        ("phone", "+442079460123"),
        ("password", " horse battery "),
    ];
    assert_eq!(sent.filled().collect::<Vec<_>>(), expected);
}

#[test]
fn an_optional_field_may_stay_empty_but_not_be_wrong() {
    let good = [
        ("first_name", "Ada"),
        ("email", "ada@example.com"),
        ("password", "horse battery"),
    ];
    let with_phone = |phone| texts(&[&good[..], &[("phone", phone)]].concat());
    let mut form = form(&[("fields", "phone")]).unwrap();
    assert!(
        form.sent(&with_phone(" "))
            .is_some_and(|sent| sent.get("phone").is_empty())
    );
    assert!(form.sent(&with_phone("call me")).is_none());
    assert_eq!(form.problem("phone"), Some(Message::PhoneCountry));
}

#[test]
fn an_optional_field_that_the_owner_requires_must_be_filled_in() {
    let mut form = form(&[("require", "phone")]).unwrap();
    assert!(
        form.sent(&texts(&[
            ("first_name", "Ada"),
            ("email", "ada@example.com"),
            ("password", "horse battery")
        ]))
        .is_none()
    );
    assert_eq!(
        form.problems(),
        [Problem {
            name: "phone",
            reason: Message::PhoneMissing
        }]
    );
}

#[test]
fn a_password_of_spaces_is_not_missing() {
    let mut form = plain();
    assert!(form.sent(&texts(&[("password", "   ")])).is_none());
    assert_eq!(form.problem("password"), Some(Message::PasswordShort));
}

#[test]
fn a_refusal_of_the_platform_stays_until_its_field_changes() {
    let mut form = plain();
    let good = texts(&[
        ("first_name", "Ada"),
        ("email", "ada@example.com"),
        ("password", "horse battery"),
    ]);
    assert!(form.sent(&good).is_some());
    form.refused("email", Message::EmailTaken);
    assert_eq!(
        form.problems(),
        [Problem {
            name: "email",
            reason: Message::EmailTaken
        }]
    );
    form.left("email", &good);
    form.typed("first_name", &good);
    assert_eq!(form.problem("email"), Some(Message::EmailTaken));
    form.typed("email", &good);
    assert_eq!(form.problem("email"), None);
}

#[test]
fn a_refused_text_may_be_sent_again() {
    let mut form = plain();
    let good = texts(&[
        ("first_name", "Ada"),
        ("email", "ada@example.com"),
        ("password", "horse battery"),
    ]);
    form.refused("email", Message::EmailTaken);
    assert!(form.sent(&good).is_some());
    assert!(form.problems().is_empty());
}

#[test]
fn a_name_that_no_field_has_changes_nothing() {
    let mut form = plain();
    form.typed("shoe_size", &texts(&[]));
    form.left("shoe_size", &texts(&[]));
    form.refused("shoe_size", Message::FieldRefused);
    assert!(form.problems().is_empty());
    assert_eq!(form.problem("shoe_size"), None);
}
