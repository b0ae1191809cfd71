use super::{plain, problem, texts};
use storefront_signup::registration::form::{Form, Problem};
use storefront_signup::registration::message::Message;

/// The form after its email was typed and left.
fn with_email_left(text: &str) -> Form {
    let mut form = plain();
    form.typed("email", &texts(&[("email", text)]));
    form.left("email", &texts(&[("email", text)]));
    form
}

#[test]
fn nothing_shows_while_a_field_is_first_typed_into() {
    let mut form = plain();
    for text in ["a", "ad", "ada@"] {
        form.typed("email", &texts(&[("email", text)]));
        assert_eq!(problem(&form, "email"), None);
    }
}

#[test]
fn a_problem_shows_when_the_field_is_left() {
    assert_eq!(
        problem(&with_email_left("ada"), "email"),
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
        problem(&with_email_left("  "), "email"),
        Some(Message::EmailMissing)
    );
}

#[test]
fn a_problem_follows_the_text_and_goes_when_it_is_right() {
    let mut form = with_email_left("ada");
    form.typed("email", &texts(&[("email", "ada@")]));
    assert_eq!(problem(&form, "email"), Some(Message::EmailDomain));
    form.typed("email", &texts(&[("email", "ada@example.com")]));
    assert_eq!(problem(&form, "email"), None);
}

#[test]
fn a_problem_comes_back_at_once_in_a_field_that_was_left_before() {
    let mut form = with_email_left("ada@example.com");
    form.typed("email", &texts(&[("email", "ada@example")]));
    assert_eq!(problem(&form, "email"), Some(Message::EmailDomain));
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
    assert_eq!(problem(&form, "password"), Some(Message::PasswordEmail));
    form.typed(
        "email",
        &texts(&[
            ("email", "eve@example.com"),
            ("password", "ada@example.com"),
        ]),
    );
    assert_eq!(problem(&form, "password"), None);
}
