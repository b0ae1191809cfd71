use super::{passes, refuses, verdict};
use storefront_signup::registration::message::Message;
use storefront_signup::registration::rules::email::{check, check_for_medusa};

#[test]
fn an_ordinary_address_passes() {
    passes(
        check,
        &[
            "ada@example.com",
            "a@b.co",
            "ada.lovelace@mail.example.co.uk",
            "_@example.com",
            "1@1.example",
        ],
    );
}

#[test]
fn a_tag_passes() {
    passes(
        check,
        &[
            "ada+shop@example.com",
            "ada+@example.com",
            "a+b+c@example.com",
        ],
    );
}

#[test]
fn an_international_domain_passes_in_its_ascii_form() {
    passes(
        check,
        &["ada@xn--exmple-cua.de", "ada@mail.xn--bcher-kva.example"],
    );
}

#[test]
fn an_apostrophe_inside_of_a_name_passes() {
    passes(check, &["miles.o'brien@example.com"]);
}

#[test]
fn space_around_goes_and_capitals_become_small() {
    assert_eq!(
        verdict(check, " \t Ada.Lovelace+Shop@Example.COM\n"),
        Ok("ada.lovelace+shop@example.com".into())
    );
}

#[test]
fn what_cannot_be_seen_around_a_pasted_address_goes() {
    for mark in [
        "\u{200b}", "\u{200e}", "\u{202a}", "\u{2060}", "\u{2068}", "\u{feff}", "\u{a0}",
    ] {
        let pasted = [mark, " ada@example.com", mark, mark].concat();
        assert_eq!(verdict(check, &pasted), Ok("ada@example.com".to_owned()));
    }
}

#[test]
fn what_cannot_be_seen_inside_of_a_pasted_address_goes() {
    for mark in ["\u{200b}", "\u{ad}", "\u{2060}", "\u{202c}", "\u{feff}"] {
        let pasted = ["ada", mark, "@exam", mark, "ple.com"].concat();
        assert_eq!(verdict(check, &pasted), Ok("ada@example.com".to_owned()));
    }
    // A joiner is part of how some scripts are written.
    refuses(check, &["ada\u{200c}@example.com"], Message::EmailLocal);
}

#[test]
fn full_width_signs_are_their_plain_ones() {
    for typed in [
        "ada＠example.com",
        "ａｄａ@example．com",
        "ada@example。com",
        "ada@example｡com",
    ] {
        assert_eq!(
            verdict(check, typed),
            Ok("ada@example.com".to_owned()),
            "{typed}"
        );
    }
    assert_eq!(
        verdict(check, "ada٢٠@example.com"),
        Ok("ada20@example.com".to_owned())
    );
}

#[test]
fn an_ending_of_another_script_passes_but_for_medusa() {
    let endings = ["info@xn--80a1acny.xn--p1ai", "ada@example.xn--fiqs8s"];
    passes(check, &endings);
    refuses(check_for_medusa, &endings, Message::EmailEnding);
    passes(
        check_for_medusa,
        &["ada@xn--exmple-cua.de", "ada@example.museum"],
    );
    refuses(check_for_medusa, &["ada@example"], Message::EmailDomain);
    refuses(
        check,
        &["ada@example.xn--", "ada@example.c0m"],
        Message::EmailDomain,
    );
}

#[test]
fn a_letter_that_only_looks_like_a_capital_is_not_turned_into_another() {
    refuses(check, &["\u{212A}elvin@example.com"], Message::EmailLocal);
}

#[test]
fn exactly_one_at_is_wanted_with_something_before_it() {
    refuses(
        check,
        &[
            "ada",
            "plainaddress.example.com",
            "@example.com",
            "a@b@example.com",
            "a@@example.com",
        ],
        Message::EmailAt,
    );
}

#[test]
fn what_medusa_refuses_before_the_at_is_refused() {
    let accents = ["jörg@example.com", "李@example.com"];
    let quotes = [
        "\"ada\"@example.com",
        "\"a b\"@example.com",
        "o'@example.com",
    ];
    let spaces = [
        "ada lovelace@example.com",
        "a\tb@example.com",
        "a\u{a0}b@example.com",
    ];
    let signs = [
        "a!b@example.com",
        "a#b@example.com",
        "a/b@example.com",
        "<a>@example.com",
        "a,b@example.com",
    ];
    refuses(
        check,
        &[&accents[..], &quotes, &spaces, &signs].concat(),
        Message::EmailLocal,
    );
}

#[test]
fn dots_stand_between_two_characters() {
    refuses(
        check,
        &[
            ".ada@example.com",
            "ada.@example.com",
            "a..b@example.com",
            ".@example.com",
        ],
        Message::EmailLocal,
    );
}

#[test]
fn a_domain_has_a_top_level_of_two_letters_at_least() {
    refuses(
        check,
        &[
            "ada@localhost",
            "ada@example.c",
            "ada@127.0.0.1",
            "ada@example.c0m",
            "ada@[::1]",
        ],
        Message::EmailDomain,
    );
}

#[test]
fn a_domain_has_no_empty_or_broken_label() {
    let empty = [
        "ada@",
        "ada@.com",
        "ada@example..com",
        "ada@example.com.",
        "ada@.example.com",
    ];
    let dashes = ["ada@-example.com", "ada@example-.com", "ada@a.-.com"];
    let signs = [
        "ada@exa mple.com",
        "ada@exa_mple.com",
        "ada@exämple.de",
        "ada@example.com/x",
        "ada@example.com:25",
    ];
    refuses(
        check,
        &[&empty[..], &dashes, &signs].concat(),
        Message::EmailDomain,
    );
}

#[test]
fn a_label_of_a_domain_has_63_characters_at_most() {
    passes(check, &[&format!("ada@{}.com", "a".repeat(63))]);
    refuses(
        check,
        &[&format!("ada@{}.com", "a".repeat(64))],
        Message::EmailDomain,
    );
}

#[test]
fn the_part_before_the_at_has_64_characters_at_most() {
    passes(check, &[&format!("{}@example.com", "a".repeat(64))]);
    refuses(
        check,
        &[&format!("{}@example.com", "a".repeat(65))],
        Message::EmailLong,
    );
}

#[test]
fn an_address_has_254_characters_at_most() {
    let domain = vec!["a".repeat(46); 4].join(".") + ".com";
    let address = |length: usize| format!("{}@{domain}", "a".repeat(length - domain.len() - 1));
    passes(check, &[&address(254)]);
    refuses(check, &[&address(255)], Message::EmailLong);
}
