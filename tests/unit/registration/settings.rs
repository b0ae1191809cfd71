//! What the attributes of an element mean.

use storefront_signup::registration::platform::REGISTRY;
use storefront_signup::registration::settings::Settings;
use storefront_signup::registration::settings::attribute::{
    Attribute, AttributeKind, COMMON, LINKS,
};
use storefront_signup::registration::url::SecurityContext;

fn of(name: &str, value: &str) -> Settings {
    Settings::new(
        vec![(name.to_owned(), value.to_owned())],
        SecurityContext::default(),
    )
}

#[test]
fn a_switch_is_on_unless_it_says_false() {
    for (value, is_on) in [
        ("", true),
        ("true", true),
        ("yes", true),
        (" false ", false),
    ] {
        assert_eq!(of("legacy-sign-in", value).has("legacy-sign-in"), is_on);
    }
    assert!(!of("lang", "de").has("legacy-sign-in"));
}

#[test]
fn an_unsafe_link_is_no_link() {
    for name in LINKS {
        assert_eq!(of(name, "javascript:alert(1)").link(name), None);
        assert_eq!(of(name, " /welcome ").link(name), Some("/welcome"));
    }
}

#[test]
fn the_links_are_the_urls_that_a_shopper_follows() {
    let links = COMMON
        .iter()
        .filter(|attribute| attribute.kind == AttributeKind::Link);
    let names: Vec<_> = links.map(|attribute| attribute.name).collect();
    assert_eq!(names, LINKS);
    assert!(names.iter().all(|name| name.ends_with("-url")));
}

#[test]
fn no_platform_has_a_setting_of_the_name_of_a_common_attribute() {
    for setting in REGISTRY.iter().flat_map(|platform| platform.settings) {
        let is_common = COMMON
            .iter()
            .any(|attribute| attribute.name == setting.name);
        assert!(!is_common, "{}", setting.name);
    }
}

#[test]
fn each_setting_says_what_it_is() {
    let common = COMMON.iter().map(Attribute::setting);
    let settings = REGISTRY.iter().flat_map(|platform| platform.settings);
    for setting in settings.copied().chain(common) {
        assert!(setting.about.ends_with('.'), "{}", setting.about);
        assert!(!setting.example.is_empty(), "{}", setting.name);
    }
}

#[test]
fn an_attribute_that_is_blank_is_not_there() {
    assert_eq!(of("lang", " ").get("lang"), None);
    assert_eq!(of("lang", " de ").get("lang"), Some("de"));
    assert_eq!(of("lang", "de").get("theme"), None);
}

#[test]
fn a_list_is_split_at_white_space() {
    assert_eq!(
        of("fields", " phone\n company_name  ")
            .list("fields")
            .collect::<Vec<_>>(),
        ["phone", "company_name"]
    );
    assert_eq!(of("fields", "phone").list("require").count(), 0);
}

#[test]
fn a_request_may_take_15_seconds_unless_the_owner_says_otherwise() {
    for (given, seconds) in [
        ("", 15),
        ("30", 30),
        (" 5 ", 5),
        ("0", 1),
        ("9999", 120),
        ("soon", 15),
        ("-1", 15),
        ("1.5", 15),
    ] {
        assert_eq!(of("timeout", given).timeout_seconds(), seconds, "{given:?}");
    }
}
