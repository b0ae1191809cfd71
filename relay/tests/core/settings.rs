use crate::support::{TOKEN, mistakes, settings};
use relay::core::{Relay, Secret, setup};
use std::collections::HashSet;

#[test]
fn nothing_set_is_told_in_sentences() {
    let found = Relay::new(&settings(&[])).err().unwrap();
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].starts_with("`origins` is missing."), "{found:#?}");
    assert!(found[1].starts_with("No platform is set."), "{found:#?}");
}

#[test]
fn every_mistake_is_told_at_once() {
    let wrong = [
        ("listen", "8090"),
        ("metrics_listen", "localhost"),
        ("origins", "*"),
        ("base_path", "signup/"),
        ("trusted_proxies", "10.0.0.0/99"),
        ("proxy_header", "x-real-ip"),
        ("per_address", "0"),
        ("in_total", "many"),
        ("timeout", "61"),
        ("connections", "-1"),
        ("ecwid_store", "my-store"),
        ("ecwid_customer_group", "wholesale"),
        ("ecwid_url", "http://app.ecwid.com"),
    ];
    let found = mistakes(&wrong);
    assert_eq!(found.len(), wrong.len(), "{found:#?}");
    for ((name, value), sentence) in wrong.iter().zip(&found) {
        assert!(
            sentence.starts_with(&format!("`{name}` is `{value}`. It has to be ")),
            "{sentence}"
        );
    }
}

#[test]
fn a_name_that_is_no_setting_is_told() {
    assert_eq!(
        mistakes(&[("orgins", "x")]),
        ["There is no setting `orgins`."]
    );
}

#[test]
fn a_wrong_secret_is_told_without_it() {
    for token in [
        "public_abcdefghijk",
        "secret_…",
        "secret_ab\r\ncd",
        "Bearer secret_abc",
    ] {
        let found = mistakes(&[("ecwid_token", token)]);
        assert_eq!(
            found,
            ["`ecwid_token` has to be a whole token that begins with `secret_`."]
        );
    }
}

#[test]
fn a_setting_of_a_platform_makes_its_others_required() {
    let found = mistakes(&[("elastic_path_client_id", "abc")]);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(
        found[0].starts_with("`elastic_path_client_secret` is missing."),
        "{found:#?}"
    );
}

#[test]
fn the_total_stays_below_what_the_vendor_takes_in_a_minute() {
    for (total, is_fine) in [
        ("1", true),
        ("500", true),
        ("545", true),
        ("546", false),
        ("600", false),
    ] {
        assert_eq!(
            mistakes(&[("in_total", total)]).is_empty(),
            is_fine,
            "{total}"
        );
    }
}

#[test]
fn an_address_of_an_api_is_encrypted_or_on_this_machine() {
    for (url, is_fine) in [
        ("https://app.ecwid.com", true),
        ("http://127.0.0.1:8787/ecwid", true),
        ("http://[::1]:8787", true),
        ("http://127.0.0.1.evil.example", false),
        ("http://localhost.evil.example", false),
        ("https://app.ecwid.com/", false),
        ("https://app.ecwid.com/../x", false),
        ("https://app.ecwid.com?x", false),
        ("https://user@app.ecwid.com", false),
    ] {
        assert_eq!(mistakes(&[("ecwid_url", url)]).is_empty(), is_fine, "{url}");
    }
}

#[test]
fn the_later_value_counts_and_an_empty_one_is_none() {
    let settings = settings(&[("listen", "a"), ("listen", " b "), ("origins", "")]);
    assert_eq!(
        (settings.get("listen"), settings.get("origins")),
        (Some("b"), None)
    );
}

#[test]
fn a_secret_shows_nothing_of_itself() {
    assert!(!format!("{:?}", Secret::new(TOKEN)).contains("abc"));
}

#[test]
fn no_two_settings_have_the_same_name() {
    let names: HashSet<&str> = setup::all().map(|setting| setting.name).collect();
    assert_eq!(names.len(), setup::all().count());
}

#[test]
fn every_setting_is_on_the_page_about_the_relay() {
    let page = include_str!("../../../docs/relay.md");
    for setting in setup::all() {
        let row = format!("| `{}` |", setting.name);
        assert!(page.contains(&row), "{row} is missing");
        assert!(
            page.contains(setting.about),
            "{}: {}",
            setting.name,
            setting.about
        );
        assert!(
            (setting.check)(setting.default) || setting.default.is_empty(),
            "{row}"
        );
    }
}
