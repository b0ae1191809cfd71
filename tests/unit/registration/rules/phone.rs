use super::{passes, refuses, verdict};
use regex::Regex;
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
fn a_zero_in_brackets_behind_the_country_code_goes() {
    for (typed, sent) in [
        ("+44 (0)20 7946 0123", "+442079460123"),
        ("+44 ( 0 ) 20 7946 0123", "+442079460123"),
        ("(+44) (0) 20 7946 0123", "+442079460123"),
        ("+44 [0]20 7946 0123", "+442079460123"),
        ("+44（0）20 7946 0123", "+442079460123"),
        ("+49-(0)-30/1234567", "+49301234567"),
        ("+353(0)1 234 5678", "+35312345678"),
    ] {
        assert_eq!(verdict(check, typed), Ok(sent.into()), "{typed:?}");
    }
}

#[test]
fn any_other_zero_stays() {
    for (typed, sent) in [
        ("+39 06 1234 5678", "+390612345678"),
        ("+39 (06) 1234 5678", "+390612345678"),
        ("+225 07 12 34 56 78", "+2250712345678"),
        ("+44 20 7946 (0)123", "+442079460123"),
    ] {
        assert_eq!(verdict(check, typed), Ok(sent.into()), "{typed:?}");
    }
}

#[test]
fn what_cannot_be_seen_goes() {
    for typed in [
        "\u{202d}+44 20 7946 0123\u{202c}",
        "\u{2066}+44 20 7946 0123\u{2069}",
        "\u{200e}+44\u{200b}20\u{ad}7946\u{2060}0123\u{feff}",
        "+44\u{200c}20\u{200d}7946\u{180e}0123",
    ] {
        assert_eq!(
            verdict(check, typed),
            Ok("+442079460123".into()),
            "{typed:?}"
        );
    }
}

#[test]
fn every_dash_and_minus_sign_is_a_filler() {
    let dash = Regex::new(r"\p{Pd}").expect("a pattern");
    let dashes = ('\0'..='\u{ffff}').filter(|c| dash.is_match(c.encode_utf8(&mut [0; 4])));
    let signs = "\u{2212}\u{2796}\u{2d7}\u{207b}\u{30fc}\u{ff70}/~·".chars();
    for sign in dashes.chain(signs) {
        let typed = format!("+44{sign}20 7946{sign}0123");
        assert_eq!(
            verdict(check, &typed),
            Ok("+442079460123".into()),
            "{sign:?}"
        );
    }
}

#[test]
fn digits_of_other_scripts_are_digits() {
    for (typed, sent) in [
        ("+٩٦٦٥١٢٣٤٥٦٧٨", "+966512345678"),
        ("\u{200f}+٩٦٦ ٥١ ٢٣٤ ٥٦٧٨", "+966512345678"),
        ("+۹۸۲۱۱۲۳۴۵۶۷۸", "+982112345678"),
        ("+९१ ९८७६५ ४३२१०", "+919876543210"),
        ("＋８１－３－１２３４－５６７８", "+81312345678"),
        ("+𝟰𝟰 𝟮𝟬 𝟳𝟵𝟰𝟲 𝟬𝟭𝟮𝟯", "+442079460123"),
    ] {
        assert_eq!(verdict(check, typed), Ok(sent.into()), "{typed:?}");
    }
}

#[test]
fn an_extension_is_refused_by_a_sentence_that_says_so() {
    refuses(
        check,
        &[
            "+44 20 7946 0123 ext 4",
            "+44 20 7946 0123 x4",
            "+44 20 7946 0123 #12",
            "+44 20 7946 0123;ext=4",
            "+49 30 1234567 Durchwahl 89",
            "+7 495 123-45-67 доб. 123",
            "+44 20 7946 0123,,4",
        ],
        Message::PhoneExtension,
    );
    refuses(
        check,
        &[
            "+44 20 7946 0123 or +44 20 7946 0124",
            "+44 20 7946 0123 (home)",
        ],
        Message::PhoneDigits,
    );
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
fn only_digits_follow_the_plus() {
    refuses(
        check,
        &["+44 call me", "+44+2079460123", "+44 20 ٪ 7946 0123"],
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
