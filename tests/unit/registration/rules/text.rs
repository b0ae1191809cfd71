use super::{passes, refuses, verdict};
use storefront_signup::registration::message::Message;
use storefront_signup::registration::rules::text::check;

#[test]
fn names_of_every_script_pass() {
    passes(
        check,
        &[
            "Ada",
            "李小龍",
            "עברית",
            "O’Connor-Ñandú",
            "Zoë 𝕬",
            "👩‍👩‍👧",
            "<script>alert(1)</script>",
            "می‌خواهم",
        ],
    );
}

#[test]
fn space_around_goes_and_space_inside_stays() {
    assert_eq!(
        verdict(check, "\u{3000} Mary  Ann \n"),
        Ok("Mary  Ann".into())
    );
}

#[test]
fn control_characters_are_refused() {
    refuses(
        check,
        &[
            "A\u{0}da",
            "A\nda",
            "A\tda",
            "A\u{7f}da",
            "A\u{85}da",
            "Ada\u{1b}[31m",
        ],
        Message::TextControl,
    );
}

#[test]
fn up_to_255_characters_pass() {
    passes(check, &[&"a".repeat(255), &"李".repeat(255)]);
    refuses(
        check,
        &[&"a".repeat(256), &"李".repeat(256)],
        Message::TextLong,
    );
}

#[test]
fn space_around_does_not_count() {
    assert_eq!(
        verdict(check, &format!(" {} ", "a".repeat(255))),
        Ok("a".repeat(255))
    );
}

#[test]
fn what_cannot_be_seen_around_a_text_goes_and_inside_stays() {
    assert_eq!(
        verdict(check, "\u{feff}\u{200b}می‌خواهم\u{200f} "),
        Ok("می‌خواهم".into())
    );
}
