//! What is refused of an owner's settings, before anything is shown or sent.

use crate::support::signup::SECURE;
use storefront_signup::registration::flow::{Failure, Kind};
use storefront_signup::registration::platform::{Platform, REGISTRY};
use storefront_signup::registration::settings::Settings;
use storefront_signup::registration::settings::attribute::LINKS;
use storefront_signup::registration::url::SecurityContext;

/// Settings with which a platform works.
pub fn working(platform: &Platform) -> Vec<(String, String)> {
    let endpoint = ("endpoint".to_owned(), "https://store.example".to_owned());
    let own = platform
        .settings
        .iter()
        .filter(|setting| setting.is_required);
    let own = own.map(|setting| (setting.name.to_owned(), setting.example.to_owned()));
    own.chain([endpoint]).collect()
}

pub fn check(platform: &Platform, attributes: Vec<(String, String)>) -> Result<String, Failure> {
    platform.check_settings(&Settings::new(attributes, SECURE))
}

/// The owner's sentence about working settings of which one is replaced.
pub fn refusal(platform: &Platform, name: &str, value: &str) -> String {
    let mut attributes = working(platform);
    attributes.retain(|(own, _)| own != name);
    attributes.push((name.to_owned(), value.to_owned()));
    let failure = check(platform, attributes).expect_err("a refusal");
    assert_eq!(failure.kind, Kind::Configuration);
    failure.detail
}

#[test]
fn the_examples_of_a_platform_work() {
    for platform in REGISTRY {
        assert_eq!(
            check(platform, working(platform)),
            Ok("https://store.example".into()),
            "{}",
            platform.id
        );
    }
}

#[test]
fn each_required_setting_that_is_missing_is_named() {
    for platform in REGISTRY {
        for setting in platform
            .settings
            .iter()
            .filter(|setting| setting.is_required)
        {
            assert!(refusal(platform, setting.name, " ").contains(&format!("`{}`", setting.name)));
        }
    }
}

#[test]
fn an_endpoint_is_wanted_unless_the_platform_has_one_for_all_stores() {
    for platform in REGISTRY {
        let mut attributes = working(platform);
        attributes.retain(|(name, _)| name != "endpoint");
        let settings = Settings::new(attributes, SECURE);
        let checked = platform.check_settings(&settings);
        match (platform.endpoint)(&settings) {
            Some(address) => assert_eq!(checked, Ok(address)),
            None => assert!(
                checked
                    .expect_err("no address")
                    .detail
                    .contains("`endpoint`")
            ),
        }
    }
}

#[test]
fn an_endpoint_on_an_open_network_is_refused() {
    for platform in REGISTRY {
        assert!(refusal(platform, "endpoint", "http://store.example").contains("`endpoint`"));
    }
}

#[test]
fn a_secret_key_is_refused_in_any_attribute() {
    for platform in REGISTRY {
        for name in [
            "publishable-key",
            "endpoint",
            "client-id",
            "token",
            "data-anything",
        ] {
            for secret in ["sk_live_0123", " SK_test_0123", "sk-0123"] {
                let sentence = refusal(platform, name, secret);
                assert!(
                    sentence.contains(&format!("`{name}` holds a secret")),
                    "{sentence}"
                );
                assert!(!sentence.contains("0123"), "{sentence}");
            }
        }
    }
}

#[test]
fn what_only_begins_like_a_secret_key_is_taken() {
    for platform in REGISTRY {
        for (name, value) in [("lang", "sk-SK"), ("class", "sk-signup"), ("id", "sk_form")] {
            let mut attributes = working(platform);
            attributes.push((name.to_owned(), value.to_owned()));
            assert!(check(platform, attributes).is_ok(), "{name}={value}");
        }
    }
}

#[test]
fn a_secret_token_is_refused_in_any_attribute_that_is_for_none() {
    for platform in REGISTRY {
        for name in ["publishable-key", "endpoint", "store-id", "data-anything"] {
            for secret in ["secret_0123", " Secret_0123"] {
                let sentence = refusal(platform, name, secret);
                assert!(
                    sentence.contains(&format!("`{name}` holds a secret")),
                    "{sentence}"
                );
                assert!(!sentence.contains("0123"), "{sentence}");
            }
        }
    }
}

/// The platforms that take a secret, with the attribute that is for it.
fn secrets() -> impl Iterator<Item = (&'static Platform, &'static str)> {
    REGISTRY.iter().flat_map(|platform| {
        let own = platform.settings.iter();
        let own = own.filter(|setting| setting.example.starts_with("secret_"));
        own.map(|setting| (*platform, setting.name))
    })
}

#[test]
fn a_secret_token_is_taken_on_the_owners_machine_or_where_the_owner_insists() {
    assert!(secrets().count() > 0);
    let loopback = SecurityContext {
        is_secure: true,
        is_loopback: true,
    };
    for (platform, name) in secrets() {
        for (page, insists, is_taken) in [
            (SECURE, None, false),
            (SECURE, Some("false"), false),
            (SECURE, Some("true"), true),
            (SECURE, Some(""), true),
            (loopback, None, true),
        ] {
            let mut attributes = working(platform);
            attributes.push((name.to_owned(), "secret_0123".to_owned()));
            let insists = insists.map(|value| (format!("allow-exposed-{name}"), value.to_owned()));
            attributes.extend(insists.clone());
            let checked = platform.check_settings(&Settings::new(attributes, page));
            assert_eq!(checked.is_ok(), is_taken, "{page:?} {insists:?}");
            if let Err(failure) = checked {
                assert!(failure.detail.contains("`endpoint`"), "{}", failure.detail);
                assert!(!failure.detail.contains("0123"), "{}", failure.detail);
            }
        }
    }
}

#[test]
fn an_unsafe_link_is_refused() {
    for name in LINKS {
        for platform in REGISTRY {
            assert!(refusal(platform, name, "javascript:alert(1)").contains(&format!("`{name}`")));
        }
    }
}
