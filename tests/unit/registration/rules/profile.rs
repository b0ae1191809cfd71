use super::{passes, refuses, verdict};
use storefront_signup::registration::field::{
    CONTACT_FACEBOOK, CONTACT_TELEGRAM, CONTACT_TWITTER, CONTACT_YOUTUBE,
};
use storefront_signup::registration::message::Message;
use storefront_signup::registration::rules::profile::{name, website};

#[test]
fn a_name_becomes_the_link_to_its_profile() {
    for (field, typed, link) in [
        (
            &CONTACT_FACEBOOK,
            "ada.lovelace",
            "https://www.facebook.com/ada.lovelace",
        ),
        (&CONTACT_TWITTER, " @ada_l ", "https://x.com/ada_l"),
        (&CONTACT_YOUTUBE, "ada", "https://www.youtube.com/@ada"),
        (&CONTACT_TELEGRAM, "@ada", "https://t.me/ada"),
    ] {
        assert_eq!(verdict(field.rule, typed), Ok(link.into()), "{typed}");
    }
}

#[test]
fn a_link_to_the_site_or_to_a_part_of_it_passes() {
    passes(
        CONTACT_FACEBOOK.rule,
        &[
            "https://www.facebook.com/myshop_page",
            "https://m.facebook.com/ada",
            "http://fb.com/ada",
            "https://facebook.com/profile.php?id=100",
        ],
    );
    let without_scheme = verdict(CONTACT_TWITTER.rule, "twitter.com/ada");
    assert_eq!(without_scheme, Ok("https://twitter.com/ada".into()));
}

#[test]
fn a_link_to_anywhere_else_is_refused() {
    refuses(
        CONTACT_FACEBOOK.rule,
        &[
            "https://example.com/ada",
            "https://facebook.com.example.com/ada",
            "https://notfacebook.com/ada",
            "https://facebook.com@example.com/ada",
            "https://example.com?x.facebook.com/ada",
            "https://example.com#facebook.com/ada",
            "https://facebook.com/",
            "https:///ada",
            "Ada Lovelace",
            "ada!",
            "@",
        ],
        Message::ProfileWrong,
    );
    refuses(
        CONTACT_FACEBOOK.rule,
        &[
            "javascript://facebook.com/%0aalert(1)",
            "https://facebook.com/a b",
            "ftp://facebook.com/ada",
        ],
        Message::LinkWrong,
    );
}

#[test]
fn a_website_is_a_link_to_a_host_with_a_dot() {
    passes(
        website,
        &[
            "https://ada.example",
            "http://ada.example/a?b=c#d",
            "https://exämple.de:8443/",
        ],
    );
    assert_eq!(
        verdict(website, " ada.example/me "),
        Ok("https://ada.example/me".into())
    );
    refuses(
        website,
        &[
            "ada",
            "https://localhost/",
            "https://.example/",
            "https://example./",
            "javascript://ada.example",
            "https://user@ada.example",
            "https://ada.example/\"><script>",
            "https://ada .example",
        ],
        Message::LinkWrong,
    );
}

#[test]
fn the_name_is_what_a_link_ends_in() {
    for (link, expected) in [
        ("https://www.facebook.com/myshop_page", "myshop_page"),
        ("https://www.youtube.com/@ada/", "ada"),
        ("https://www.facebook.com/profile.php?id=100", ""),
        ("https://ada.example", ""),
        ("https://ada.example/", ""),
        ("+442079460123", ""),
        ("", ""),
    ] {
        assert_eq!(name(link), expected, "{link}");
    }
}
