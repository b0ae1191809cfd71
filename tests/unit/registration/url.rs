//! Which addresses a widget sends to and links to, with the `url` crate for the browser.

use crate::support::address::{is_private, resolved};
use crate::support::cases;
use crate::support::random::text;
use crate::support::signup::SECURE;
use proptest::prelude::*;
use proptest::string::string_regex;
use storefront_signup::registration::url::{SecurityContext, endpoint, is_loopback, link};

const OPEN: SecurityContext = SecurityContext {
    is_secure: false,
    is_loopback: false,
};

/// Addresses that come near to a way through.
fn address() -> impl Strategy<Value = String> {
    let scheme =
        "(https?|HTTPS?|ht\ttp|javascript|java\nscript|data|blob|file|vbscript|//|/|\\\\|/\\\\)?";
    let hosts = "(://|:/|:|//|///|\\\\\\\\)?(localhost|[a-z]{1,3}\\.localhost|127\\.[0-9+]{1,3}\\.0\\.[0-9+x]{1,3}|\\[::1\\]|127\\.0\\.0\\.1\\.a\\.example|a@b|a\\.example|%6c)?";
    let end = "(:[0-9]{0,4}|:x|@a\\.example|%2f|%00|\\.|\t|/\\.\\./)?(/[a-z:/\\\\.]{0,6})?([?#][a-z:/]{0,3})?";
    let near = string_regex(&[" ?", scheme, hosts, end].concat()).unwrap();
    let loopback = "http://(127(\\.[0-9+x]{1,3}){2,4}|[a-z.]{0,3}localhost[.a-z]{0,2}|\\[::[01]{1,2}\\]?)(:[0-9]{0,2})?(/x)?";
    prop_oneof![near, loopback, text()]
}

#[test]
fn https_is_an_endpoint_and_loses_its_last_slash() {
    for (given, expected) in [
        ("https://store.example", "https://store.example"),
        (" https://store.example/ ", "https://store.example"),
        ("https://store.example/api/", "https://store.example/api"),
        ("https://store.example:9000", "https://store.example:9000"),
        ("HTTPS://store.example", "HTTPS://store.example"),
    ] {
        assert_eq!(endpoint(given, SECURE).as_deref(), Some(expected));
        assert_eq!(endpoint(given, OPEN).as_deref(), Some(expected));
    }
}

#[test]
fn http_is_an_endpoint_on_the_machine_itself_only() {
    for address in [
        "http://localhost:9000",
        "http://127.0.0.1",
        "http://127.1.2.3:80",
        "http://[::1]:9000",
        "http://shop.localhost",
    ] {
        assert!(endpoint(address, OPEN).is_some(), "{address}");
    }
    for address in [
        "http://store.example",
        "http://localhost.example",
        "http://127.0.0.1.example",
        "http://127.0.0.+1",
        "http://10.0.0.1",
        "http://[::2]",
    ] {
        assert_eq!(endpoint(address, SECURE), None, "{address}");
    }
}

#[test]
fn a_path_is_an_endpoint_on_a_secure_page_only() {
    assert_eq!(endpoint("/signup/", SECURE).as_deref(), Some("/signup"));
    assert_eq!(endpoint("/", SECURE).as_deref(), Some(""));
    assert_eq!(endpoint("/signup", OPEN), None);
}

#[test]
fn an_endpoint_is_one_address_with_nothing_around_it() {
    for address in [
        "",
        " ",
        "store.example",
        "//store.example",
        "https://",
        "https:///path",
        "https://:443",
        "https:store.example",
        "ftp://store.example",
        "https://ada@store.example",
        "https://ada:secret@store.example",
        "https://store.example?key=1",
        "https://store.example#part",
        "https://store .example",
        "https://store.example\\@evil.example",
        "https://store.\nexample",
        "javascript://localhost",
        "/\\evil.example",
    ] {
        assert_eq!(endpoint(address, SECURE), None, "{address:?}");
    }
}

#[test]
fn http_https_and_relative_addresses_are_links() {
    for address in [
        "https://shop.example/terms",
        "http://shop.example",
        "/terms",
        "terms?of=use#1:2",
        "../terms",
        "//cdn.example/terms",
        "?a:b",
        "a/b:c",
    ] {
        assert_eq!(link(address), Some(address));
    }
    assert_eq!(link(" /terms "), Some("/terms"));
}

#[test]
fn everything_else_is_no_link() {
    for address in [
        "",
        " ",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        "\u{1}javascript:alert(1)",
        "data:text/html,x",
        "mailto:a@b.c",
        "blob:https://a",
        "x:/y",
    ] {
        assert_eq!(link(address), None, "{address:?}");
    }
}

#[test]
fn a_name_that_only_looks_like_loopback_is_not() {
    for host in [
        "localhost",
        "a.localhost",
        "127.0.0.1",
        "127.255.255.254",
        "[::1]",
    ] {
        assert!(is_loopback(host), "{host}");
    }
    for host in [
        "",
        "localhost.",
        "notlocalhost",
        "127.0.0",
        "127.0.0.256",
        "127.0.0.1.",
        "127.0.0.1.a",
        "1127.0.0.1",
        "127.0.0.+1",
        "::1",
        "0.0.0.0",
    ] {
        assert!(!is_loopback(host), "{host}");
    }
}

proptest! {
    #![proptest_config(cases(20_000))]

    #[test]
    fn no_password_leaves_over_an_open_network(address in address()) {
        let secure = endpoint(&address, SECURE).and_then(|base| resolved("https://shop.example/a/b", &[&base, "/path"].concat()));
        let open = endpoint(&address, OPEN).and_then(|base| resolved("http://shop.example/a/b", &[&base, "/path"].concat()));
        for url in secure.iter().chain(&open) {
            prop_assert!(is_private(url), "{:?} is {}", address, url);
            prop_assert!(url.username().is_empty() && url.password().is_none());
            prop_assert!(url.query().is_none() && url.fragment().is_none());
        }
    }

    #[test]
    fn a_path_stays_on_the_host_of_the_page(path in "/[a-z:/\\\\.%@\t]{0,12}") {
        if let Some(base) = endpoint(&path, SECURE) {
            let url = resolved("https://shop.example/a/b", &[&base, "/path"].concat()).unwrap();
            prop_assert_eq!(url.host_str(), Some("shop.example"), "{:?}", base);
        }
    }

    #[test]
    fn no_link_runs_a_script(address in address()) {
        if let Some(url) = link(&address).and_then(|safe| resolved("https://shop.example/a/b", safe)) {
            prop_assert!(matches!(url.scheme(), "http" | "https"), "{:?} is {}", address, url);
        }
    }
}
