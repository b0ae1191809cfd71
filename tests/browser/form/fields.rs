//! What every field of every platform has.

use crate::support::{Mounted, Owner, json_to_js, object};
use serde_json::json;
use storefront_signup::registration::field::Field;
use storefront_signup::registration::message::Message;
use storefront_signup::registration::platform::{Platform, REGISTRY};
use wasm_bindgen_test::wasm_bindgen_test;

/// The form of each platform with every field that it can have.
fn each_form(check: impl Fn(&Platform, &Mounted)) {
    for platform in REGISTRY {
        let optional: Vec<&str> = platform.optional.iter().map(|field| field.name).collect();
        let form = Owner::of(platform)
            .with("fields", &optional.join(" "))
            .mount();
        check(platform, &form);
    }
}

fn each_field(check: impl Fn(&Field, bool, &Mounted)) {
    each_form(|platform, form| {
        for (fields, is_required) in [(platform.required, true), (platform.optional, false)] {
            fields
                .iter()
                .for_each(|field| check(field, is_required, form));
        }
    });
}

fn label(form: &Mounted, name: &str) -> String {
    form.text(&format!("label[for='{}']", form.control(name).id()))
}

#[wasm_bindgen_test]
fn every_form_is_one_real_form_with_one_submit_button() {
    each_form(|platform, form| {
        assert_eq!(form.all("form").len(), 1, "{}", platform.id);
        assert_eq!(
            form.all("form button[type=submit]").len(),
            1,
            "{}",
            platform.id
        );
        assert_eq!(
            form.all("form [name]").len(),
            platform.required.len() + platform.optional.len()
        );
        assert_eq!(form.attribute("form", "method").as_deref(), Some("dialog"));
    });
}

#[wasm_bindgen_test]
fn every_field_has_a_label_of_its_own() {
    each_field(|field, _, form| {
        assert!(
            label(form, field.name).starts_with(field.label.english()),
            "{}",
            field.name
        );
    });
}

#[wasm_bindgen_test]
fn every_control_has_the_type_and_the_autofill_token_of_its_field() {
    each_field(|field, _, form| {
        let control = form.control(field.name);
        assert_eq!(control.type_(), field.control.input_type());
        assert_eq!(
            control.get_attribute("autocomplete").as_deref(),
            Some(field.autocomplete)
        );
    });
}

#[wasm_bindgen_test]
fn required_is_said_in_words_and_to_assistive_technology() {
    each_field(|field, is_required, form| {
        let says_so = label(form, field.name).ends_with("(required)");
        assert_eq!(
            (says_so, form.control(field.name).required()),
            (is_required, is_required),
            "{}",
            field.name
        );
    });
}

#[wasm_bindgen_test]
fn every_hint_is_tied_to_its_control() {
    each_field(|field, _, form| {
        let hint = field.hint.map(Message::english).unwrap_or_default();
        assert_eq!(form.described(field.name, "hint"), hint, "{}", field.name);
    });
}

#[wasm_bindgen_test]
fn only_the_fields_that_the_owner_asks_for_stand_beside_the_required_ones() {
    for platform in REGISTRY {
        let form = Owner::of(platform).mount();
        assert_eq!(
            form.names().len(),
            platform.required.len(),
            "{}",
            platform.id
        );
    }
}

#[wasm_bindgen_test]
fn an_optional_field_can_be_required() {
    let form = Owner::of_medusa()
        .with("fields", "company_name")
        .with("require", "phone")
        .mount();
    assert!(form.control("phone").required());
    assert!(!form.control("company_name").required());
}

#[wasm_bindgen_test]
fn fields_are_prefilled_but_never_a_password() {
    let values = [
        ("email", "ada@example.com"),
        ("first_name", "Ada"),
        ("password", "correct horse battery"),
    ];
    let form = Owner::of_medusa()
        .property("values", &object(&values))
        .mount();
    assert_eq!(form.control("email").value(), "ada@example.com");
    assert_eq!(form.control("first_name").value(), "Ada");
    assert_eq!(form.control("password").value(), "");
}

#[wasm_bindgen_test]
fn resetting_brings_the_prefilled_texts_back() {
    let form = Owner::of_medusa()
        .property("values", &object(&[("first_name", "Ada")]))
        .mount();
    form.fill();
    form.type_into("first_name", "Grace");
    form.reset();
    assert_eq!(form.control("first_name").value(), "Ada");
    assert_eq!(form.control("email").value(), "");
    assert_eq!(form.control("password").value(), "");
}

#[wasm_bindgen_test]
fn words_stand_in_place_of_the_english_ones() {
    let german = Owner::of_medusa()
        .word("email", "E-Mail")
        .word("required", "Pflichtfeld")
        .word("submit", "Los");
    let form = german.mount();
    assert_eq!(label(&form, "email"), "E-Mail (Pflichtfeld)");
    assert_eq!(form.text("[type=submit]"), "Los");
    assert!(
        label(&form, "password").starts_with("Password"),
        "what is not worded stays English"
    );
}

#[wasm_bindgen_test]
fn markup_in_words_and_values_stays_text() {
    let markup = "<img src=x onerror=alert(1)>";
    let form = Owner::of_medusa()
        .word("submit", markup)
        .property("values", &object(&[("first_name", markup)]))
        .mount();
    assert_eq!(form.text("[type=submit]"), markup);
    assert_eq!(form.control("first_name").value(), markup);
    assert!(form.find("img").is_none());
}

#[wasm_bindgen_test]
fn links_stand_where_the_owner_sets_them() {
    let owner = Owner::of_medusa()
        .with("sign-in-url", "/sign-in")
        .with("terms-url", "/terms");
    let form = owner
        .with("privacy-url", "https://store.example/privacy")
        .mount();
    for (address, text) in [
        ("/sign-in", "Sign in"),
        ("/terms", "Terms (new tab)"),
        ("https://store.example/privacy", "Privacy (new tab)"),
    ] {
        assert_eq!(form.text(&format!("a[href='{address}']")), text);
    }
    let bare = Owner::of_medusa().mount();
    assert!(bare.find("a").is_none());
}

#[wasm_bindgen_test]
fn terms_and_privacy_open_in_a_new_tab_and_the_sign_in_page_does_not() {
    let owner = Owner::of_medusa().with("sign-in-url", "/sign-in");
    let owner = owner.with("terms-url", "/terms");
    let form = owner.with("privacy-url", "/privacy").mount();
    for (address, target) in [
        ("/sign-in", None),
        ("/terms", Some("_blank")),
        ("/privacy", Some("_blank")),
    ] {
        let link = format!("a[href='{address}']");
        assert_eq!(form.attribute(&link, "target").as_deref(), target);
        let rel = target.map(|_| "noopener");
        assert_eq!(form.attribute(&link, "rel").as_deref(), rel);
    }
}

#[wasm_bindgen_test]
fn no_keyboard_corrects_an_email_or_a_password() {
    let form = Owner::of_medusa().mount();
    for (name, correction) in [
        ("email", Some("off")),
        ("password", Some("off")),
        ("first_name", None),
    ] {
        let found = form.attribute(&format!("[name={name}]"), "autocorrect");
        assert_eq!(found.as_deref(), correction, "{name}");
    }
}

#[wasm_bindgen_test]
fn a_number_that_is_prefilled_is_a_text() {
    let values = json_to_js(
        &json!({"first_name": 10115, "last_name": 0.5, "email": {"a": 1}, "phone": null}),
    );
    let form = Owner::of_medusa()
        .with("fields", "phone")
        .property("values", &values)
        .mount();
    let texts =
        ["first_name", "last_name", "email", "phone"].map(|name| form.control(name).value());
    assert_eq!(texts, ["10115", "0.5", "", ""]);
}
