use super::{passes, refuses};
use storefront_signup::registration::message::Message;
use storefront_signup::registration::rules::Verdict;
use storefront_signup::registration::rules::password::{check, has_outer_space};
use storefront_signup::registration::values::Values;

fn beside_email(password: &str, email: &str) -> Verdict {
    let mut values = Values::default();
    values.set("email", email.to_owned());
    check(password, &values)
}

#[test]
fn eight_characters_are_enough_and_seven_are_not() {
    passes(check, &["x7-kWq2z"]);
    refuses(check, &["x7-kWq2", "a", " "], Message::PasswordShort);
}

#[test]
fn characters_count_and_not_bytes() {
    refuses(check, &["李小龍李小龍李"], Message::PasswordShort);
    passes(
        check,
        &[
            "李小龍功夫茶道心",
            &"李".repeat(127).replacen('李', "龍", 1),
        ],
    );
}

#[test]
fn up_to_128_characters_pass() {
    let long = |length| "horse".chars().cycle().take(length).collect::<String>();
    passes(check, &[&long(128)]);
    refuses(
        check,
        &[&long(129), &"李龍".repeat(65)],
        Message::PasswordLong,
    );
}

#[test]
fn it_is_sent_as_it_was_typed() {
    passes(
        check,
        &[
            "  horse battery  ",
            "Zoë’s 👩‍👩‍👧 pässwörd",
            "tab\there it is",
            "nul\u{0}inside here",
        ],
    );
}

#[test]
fn the_commonest_are_refused_in_any_case() {
    refuses(
        check,
        &[
            "password",
            "PASSWORD",
            "Password1",
            "qwertyuiop",
            "iloveyou",
            "sunshine",
            " princess ",
        ],
        Message::PasswordCommon,
    );
}

#[test]
fn a_row_of_keys_or_a_repetition_is_as_common() {
    let keys = ["qwertyui", "asdfghjk", "1q2w3e4r", "1qaz2wsx", "zaq12wsx"];
    let repeated = [
        "123123123",
        "12121212",
        "69696969",
        "qweqweqwe",
        "asdasdasd",
        "abcabcabc",
    ];
    refuses(
        check,
        &[&keys[..], &repeated].concat(),
        Message::PasswordCommon,
    );
}

#[test]
fn runs_are_refused_in_both_directions() {
    refuses(
        check,
        &[
            "12345678",
            "987654321",
            "abcdefgh",
            "HGFEDCBA",
            "aaaaaaaa",
            "--------",
        ],
        Message::PasswordCommon,
    );
}

#[test]
fn white_space_alone_is_as_common_as_a_run() {
    refuses(
        check,
        &["        ", "\t\t\t\t\t\t\t\t"],
        Message::PasswordCommon,
    );
}

#[test]
fn what_only_contains_a_common_one_passes() {
    passes(
        check,
        &["password of the day", "my sunshine 4 ever", "1234567890x"],
    );
}

#[test]
fn the_email_is_no_password() {
    for password in ["ada@example.com", "ADA@Example.com", " ada@example.com "] {
        assert_eq!(
            beside_email(password, " Ada@example.com"),
            Err(Message::PasswordEmail),
            "{password:?}"
        );
    }
}

#[test]
fn the_part_before_the_at_is_no_password() {
    assert_eq!(
        beside_email("ada.lovelace", "ada.lovelace@example.com"),
        Err(Message::PasswordEmail)
    );
}

#[test]
fn a_password_that_only_contains_the_email_passes() {
    assert!(beside_email("not ada@example.com!", "ada@example.com").is_ok());
}

#[test]
fn an_email_that_is_not_there_yet_forbids_nothing() {
    for email in ["", " ", "@", "@example.com"] {
        assert!(beside_email("correct horse", email).is_ok(), "{email:?}");
    }
}

#[test]
fn a_space_at_an_end_is_noticed_and_one_inside_is_not() {
    for password in [
        " horse battery",
        "horse battery ",
        "horse battery\u{a0}",
        "horse battery\t",
    ] {
        assert!(has_outer_space(password), "{password:?}");
    }
    for password in ["", "horse battery", "horse  battery"] {
        assert!(!has_outer_space(password), "{password:?}");
    }
}
