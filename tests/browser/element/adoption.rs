//! The entry draws the form, and the view adopts it: the same tree, the same nodes.

use crate::support::{
    Answer, EMAIL, Early, Mounted, Owner, REGISTER, Store, document, pause, tree, until,
};
use storefront_signup::registration::platform::{Platform, REGISTRY};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

const ARABIC: &str = include_str!("../../../src/registration/locale/ar.json");
const LINKS: [&str; 3] = ["sign-in-url", "terms-url", "privacy-url"];

fn optional_names(platform: &Platform) -> Vec<&'static str> {
    platform.optional.iter().map(|field| field.name).collect()
}

/// What an owner may set for a platform: each link, each optional field, each setting that brings one, and everything.
fn variants(platform: &Platform) -> Vec<Vec<(&'static str, String)>> {
    let names = optional_names(platform);
    let mut variants = vec![Vec::new()];
    for link in LINKS {
        variants.push(vec![(link, " /there ".to_owned())]);
    }
    for name in &names {
        for list in ["fields", "require"] {
            variants.push(vec![(list, (*name).to_owned())]);
        }
    }
    for (setting, _) in platform.extra {
        variants.push(vec![(*setting, String::new())]);
        variants.push(vec![(*setting, "false".to_owned())]);
    }
    let mut everything = vec![("fields", names.join(" ")), ("require", names.join(" "))];
    everything.extend(LINKS.map(|link| (link, "https://shop.example/there".to_owned())));
    everything.extend(
        platform
            .extra
            .iter()
            .map(|(name, _)| (*name, String::new())),
    );
    variants.push(everything);
    variants
}

fn owner(platform: &Platform, settings: &[(&'static str, String)], is_arabic: bool) -> Owner {
    let owner = match is_arabic {
        true => Owner::of(platform).in_language("ar", ARABIC),
        false => Owner::of(platform).with("lang", "en"),
    };
    let settings = settings.iter();
    settings.fold(owner, |owner, (name, value)| owner.with(name, value))
}

fn all_nodes(container: &HtmlElement) -> Vec<Element> {
    let found = container.query_selector_all("*").expect("a selector");
    let nodes = found.values().into_iter();
    nodes
        .map(|node| node.expect("a list of nodes").unchecked_into())
        .collect()
}

#[wasm_bindgen_test]
fn the_entry_draws_what_the_view_draws() {
    for platform in REGISTRY {
        for settings in variants(platform) {
            for is_arabic in [false, true] {
                let owner = || owner(platform, &settings, is_arabic);
                let drawn = tree(&owner().draw(Early::default()).container);
                let viewed = tree(&owner().mount().container);
                assert!(viewed.contains("form"), "{viewed}");
                assert_eq!(drawn, viewed, "{} with {settings:?}", platform.id);
            }
        }
    }
}

#[wasm_bindgen_test]
fn the_view_takes_over_every_node_and_changes_none() {
    for platform in REGISTRY {
        for settings in variants(platform) {
            for early in [false, true].map(|is_visible| Early {
                is_visible,
                is_busy: false,
            }) {
                let drawn = owner(platform, &settings, false).draw(early);
                let (before, nodes) = (tree(&drawn.container), all_nodes(&drawn.container));
                let form = drawn.mount();
                assert_eq!(tree(&form.container), before);
                assert_eq!(all_nodes(&form.container), nodes);
            }
        }
    }
}

#[wasm_bindgen_test]
fn what_stands_in_the_controls_stays() {
    let drawn = Owner::of(ecwid()).with("lang", "en");
    let drawn = drawn.with("fields", "accept_marketing country_code");
    let drawn = drawn.with("require", "country_code").draw(Early::default());
    let name: HtmlInputElement = drawn.get("[name=name]");
    let tick: HtmlInputElement = drawn.get("[name=accept_marketing]");
    let country: HtmlSelectElement = drawn.get("[name=country_code]");
    name.set_value("Ada Love");
    name.focus().expect("an input takes the focus");
    name.set_selection_range(2, 3).expect("a range");
    tick.set_checked(true);
    country.set_value("PT");
    let form = drawn.mount();
    assert_eq!(form.control("name").value(), "Ada Love");
    assert_eq!(form.focused().as_deref(), Some("name"));
    let range = [name.selection_start(), name.selection_end()];
    assert_eq!(
        range.map(|place| place.expect("a place")),
        [Some(2), Some(3)]
    );
    assert!(form.control("accept_marketing").checked());
    assert_eq!(form.control("country_code").value(), "PT");
}

#[wasm_bindgen_test]
async fn a_text_that_was_typed_early_is_judged_when_it_is_left() {
    let drawn = Owner::of_medusa().draw(Early::default());
    drawn
        .get::<HtmlInputElement>("[name=email]")
        .set_value("ada");
    let form = drawn.mount();
    assert_eq!(form.described("email", "error"), "");
    form.leave("email");
    until("the error shows", || {
        !form.described("email", "error").is_empty()
    })
    .await;
}

#[wasm_bindgen_test]
fn a_password_managers_icon_stays() {
    let drawn = Owner::of_medusa().draw(Early::default());
    let icon = document().create_element("password-manager-icon");
    let icon = icon.expect("an element");
    let password: HtmlElement = drawn.get("[name=password]");
    password.after_with_node_1(&icon).expect("a place");
    let form = drawn.mount();
    assert!(form.container.contains(Some(&icon)));
    assert_eq!(icon.previous_element_sibling(), Some(password.into()));
}

#[wasm_bindgen_test]
fn what_was_ticked_early_takes_its_fields_away() {
    let drawn = Owner::of(ecwid()).with("fields", "ship_to_billing shipping_city");
    let drawn = drawn.draw(Early::default());
    let tick: HtmlInputElement = drawn.get("[name=ship_to_billing]");
    tick.set_checked(true);
    assert!(!drawn.mount().shows("[name=shipping_city]"));
}

#[wasm_bindgen_test]
async fn an_early_press_is_sent_once() {
    let store = Store::medusa();
    let held = store.hold(REGISTER);
    let form = pressed_early(true);
    until("the request goes out", || !store.calls().is_empty()).await;
    assert_eq!(form.attribute("form", "aria-busy").as_deref(), Some("true"));
    form.press();
    held.settle(&Answer::token());
    until("the account is there", || form.has_heard("signup-success")).await;
    pause().await;
    assert_eq!(form.details("signup-submit").len(), 1);
    let creations = store
        .calls()
        .into_iter()
        .filter(|call| call.url.ends_with(REGISTER));
    assert_eq!(creations.count(), 1);
    let names: Vec<_> = form.events().into_iter().map(|event| event.name).collect();
    assert_eq!(names, ["signup-ready", "signup-submit", "signup-success"]);
}

#[wasm_bindgen_test]
async fn an_early_press_of_an_empty_form_says_what_is_missing() {
    let store = Store::medusa();
    let form = pressed_early(false);
    until("the problems show", || form.shows("[role=alert]")).await;
    assert_eq!(form.attribute("form", "aria-busy"), None);
    assert_eq!(form.states().last().map(String::as_str), Some(""));
    assert!(form.has_heard("signup-invalid"));
    assert!(store.calls().is_empty());
}

fn pressed_early(is_filled: bool) -> Mounted {
    let early = Early {
        is_busy: true,
        ..Early::default()
    };
    let drawn = Owner::of_medusa().draw(early);
    if is_filled {
        for (name, text) in [
            ("email", EMAIL),
            ("first_name", "Ada"),
            ("last_name", "Lovelace"),
            ("password", "correct horse battery"),
        ] {
            let control: HtmlInputElement = drawn.get(&format!("[name={name}]"));
            control.set_value(text);
        }
    }
    drawn.mount()
}

fn ecwid() -> &'static Platform {
    let found = REGISTRY.iter().find(|platform| platform.id == "ecwid");
    found.expect("Ecwid is a platform")
}
