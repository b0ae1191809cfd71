use regex::Regex;
use storefront_signup::registration::rules::plain::{is_invisible, plain, trim};

fn matching(pattern: &str, last: char) -> Vec<char> {
    let pattern = Regex::new(pattern).expect("a pattern");
    let all = '\0'..=last;
    all.filter(|c| pattern.is_match(c.encode_utf8(&mut [0; 4])))
        .collect()
}

/// A decimal digit's value: Unicode gives each script its ten in a row.
fn value(digits: &[char], digit: char) -> char {
    let before = digits.iter().filter(|other| **other < digit).count();
    char::from(b'0' + u8::try_from(before % 10).expect("a digit"))
}

#[test]
fn every_digit_of_the_basic_plane_is_an_ascii_one() {
    let digits = matching(r"\p{Nd}", '\u{ffff}');
    for digit in &digits {
        assert_eq!(
            plain(&digit.to_string()),
            value(&digits, *digit).to_string(),
            "{digit:?}"
        );
    }
}

#[test]
fn everything_that_unicode_has_no_form_for_is_invisible() {
    for c in matching(r"\p{Default_Ignorable_Code_Point}", char::MAX) {
        assert!(is_invisible(c), "{c:?}");
    }
    for c in matching(
        r"[\p{L}\p{N}\p{S}--\u{115f}\u{1160}\u{3164}\u{ffa0}\u{2800}]",
        char::MAX,
    ) {
        assert!(!is_invisible(c), "{c:?}");
    }
}

#[test]
fn ascii_stays_as_it_is() {
    let ascii: String = ('\0'..='\u{7f}').collect();
    assert_eq!(plain(&ascii), ascii);
}

#[test]
fn full_width_signs_are_the_ascii_ones() {
    let wide: String = ('！'..='～').collect();
    let ascii: String = ('!'..='~').collect();
    assert_eq!(plain(&wide), ascii);
    assert_eq!(plain("\u{3000}。｡"), " ..");
}

#[test]
fn letters_and_joiners_stay() {
    for text in ["Zoë", "李小龍", "می‌خواهم", "👩‍👩‍👧"] {
        assert_eq!(plain(text), text);
    }
}

#[test]
fn nothing_is_left_of_what_cannot_be_seen() {
    for text in [
        "\u{200b}",
        " \u{feff}\u{2060} ",
        "\u{3164}",
        "\u{2800}",
        "\u{200d}",
    ] {
        assert_eq!(trim(text), "", "{text:?}");
    }
    assert_eq!(trim("\u{200e} Ada \u{200f}"), "Ada");
}
