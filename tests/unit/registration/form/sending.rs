use super::{form, plain, problem, texts};
use storefront_signup::registration::form::Problem;
use storefront_signup::registration::message::Message;

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
    assert_eq!(problem(&form, "first_name"), None);
    assert_eq!(problem(&form, "email"), Some(Message::EmailMissing));
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
        ("phone", "+442079460123"),
        ("email", "ada@example.com"),
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
    assert_eq!(problem(&form, "phone"), Some(Message::PhoneCountry));
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
    assert_eq!(problem(&form, "password"), Some(Message::PasswordShort));
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
    assert_eq!(problem(&form, "email"), Some(Message::EmailTaken));
    form.typed("email", &good);
    assert_eq!(problem(&form, "email"), None);
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
    assert_eq!(problem(&form, "shoe_size"), None);
}

#[test]
fn a_name_that_cannot_be_seen_is_missing() {
    for name in ["\u{200b}", " \u{2060}\u{feff}", "\u{3164}", "\u{2800}"] {
        let mut form = plain();
        assert!(form.sent(&texts(&[("first_name", name)])).is_none());
        assert_eq!(
            problem(&form, "first_name"),
            Some(Message::FirstNameMissing),
            "{name:?}"
        );
    }
}

#[test]
fn a_password_of_what_cannot_be_seen_is_sent_as_it_was_typed() {
    let password = "\u{200b}horse battery ";
    let typed = [
        ("first_name", "Ada"),
        ("email", "ada@example.com"),
        ("password", password),
    ];
    let sent = plain().sent(&texts(&typed)).unwrap();
    assert_eq!(sent.get("password"), password);
}

#[test]
fn a_postal_code_and_a_state_are_wanted_where_the_country_has_them() {
    for (country, is_code_wanted, is_state_wanted) in [
        ("HK", false, false),
        ("GB", true, false),
        ("US", true, true),
        ("AE", false, true),
        ("", true, true),
    ] {
        let names = "country_code postal_code state";
        let mut form = form(&[("fields", names), ("require", "postal_code state")]).unwrap();
        let texts = texts(&[&GOOD[..], &[("country_code", country)]].concat());
        let sent = form.sent(&texts);
        let missing = |name| problem(&form, name).is_some();
        assert_eq!(missing("postal_code"), is_code_wanted, "{country}");
        assert_eq!(missing("state"), is_state_wanted, "{country}");
        assert_eq!(
            sent.is_some(),
            !is_code_wanted && !is_state_wanted,
            "{country}"
        );
    }
}

const GOOD: [(&str, &str); 3] = [
    ("first_name", "Ada"),
    ("email", "ada@example.com"),
    ("password", "horse battery"),
];

#[test]
fn a_ticked_box_takes_its_fields_away_even_required_and_wrong_ones() {
    let attributes = [
        ("fields", "ship_to_billing"),
        ("require", "shipping_street"),
    ];
    for (ticked, street, is_sent) in [
        ("", "", false),
        ("", "a\nb", false),
        ("true", "", true),
        ("true", "a\nb", true),
        ("", "1 Elm Street", true),
    ] {
        let more = [("ship_to_billing", ticked), ("shipping_street", street)];
        let mut form = form(&attributes).unwrap();
        let texts = texts(&[&GOOD[..], &more].concat());
        assert_eq!(form.is_shortened(&texts), !ticked.is_empty());
        let sent = form.sent(&texts);
        assert_eq!(sent.is_some(), is_sent, "{ticked:?} {street:?}");
        if let Some(sent) = sent.filter(|_| !ticked.is_empty()) {
            assert_eq!(sent.get("shipping_street"), "");
        }
    }
}

#[test]
fn a_box_that_is_not_in_the_form_takes_nothing_away() {
    let mut form = form(&[("require", "shipping_street")]).unwrap();
    assert!(!form.is_shortened(&texts(&GOOD)));
    assert!(form.sent(&texts(&GOOD)).is_none());
}

#[test]
fn accepted_terms_are_wanted_and_not_sent() {
    let mut form = form(&[("require", "terms")]).unwrap();
    assert!(form.sent(&texts(&GOOD)).is_none());
    assert_eq!(problem(&form, "terms"), Some(Message::TermsMissing));
    let accepted = texts(&[&GOOD[..], &[("terms", "true")]].concat());
    let sent = form.sent(&accepted).unwrap();
    assert!(sent.filled().all(|(name, _)| name != "terms"));
}
