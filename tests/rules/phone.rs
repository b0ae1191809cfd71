use super::{passes, refuses, verdict};
use storefront_signup::registration::message::Message;
use storefront_signup::registration::rules::phone::check;

#[test]
fn an_international_number_passes() {
    passes(
        check,
        &[
            "+442079460123",
            "+15551234567",
            "+4930123456",
            "+5491112345678",
        ],
    );
}

#[test]
fn what_people_write_between_the_digits_goes() {
    for typed in [
        "+44 20 7946 0123",
        "+44 (20) 7946-0123",
        "+44.20.7946.0123",
        " (+44) 20 7946 0123 ",
        "+44‐20‑7946‒0123",
        "+44–20—7946―0123",
        "+44\u{a0}20\u{202f}7946\t0123",
    ] {
        assert_eq!(
            verdict(check, typed),
            Ok("+442079460123".into()),
            "{typed:?}"
        );
    }
}

#[test]
fn a_country_code_is_wanted() {
    refuses(
        check,
        &[
            "020 7946 0123",
            "0044 20 7946 0123",
            "2079460123",
            "+0442079460",
            "()",
        ],
        Message::PhoneCountry,
    );
}

#[test]
fn only_ascii_digits_follow_the_plus() {
    refuses(
        check,
        &[
            "+44 call me",
            "+44/20/7946",
            "+44+2079460123",
            "+٤٤٢٠٧٩٤٦٠١٢٣",
            "+44 20 7946 0123 ext 4",
        ],
        Message::PhoneDigits,
    );
}

#[test]
fn seven_to_fifteen_digits_pass() {
    passes(check, &["+1234567", "+123456789012345"]);
    refuses(
        check,
        &["+", "+1", "+123456", "+1234567890123456"],
        Message::PhoneLength,
    );
}
