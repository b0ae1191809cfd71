//! A form appears, and two don't meet.

use crate::support::{EMAIL, Mounted, Owner, REGISTER, Store, document, until};
use serde_json::json;
use std::collections::BTreeSet;
use storefront_signup::registration::platform::REGISTRY;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

fn ids(form: &Mounted) -> BTreeSet<String> {
    form.all("[id]").iter().map(Element::id).collect()
}

#[wasm_bindgen_test]
fn a_form_mounts_in_a_shadow_root() {
    let form = Owner::of_medusa().mount();
    assert!(form.shows("form") && form.shows("[name=email]"));
    let root = form.host.shadow_root().expect("an open shadow root");
    assert!(root.contains(Some(&form.container)));
    assert_eq!(form.host.child_element_count(), 0);
}

#[wasm_bindgen_test]
fn a_form_mounts_in_the_page_itself() {
    let form = Owner::of_medusa().without_shadow().mount();
    assert!(form.shows("form"));
    assert!(
        document()
            .query_selector("storefront-signup form [name=email]")
            .expect("a selector")
            .is_some()
    );
}

#[wasm_bindgen_test]
fn the_page_hears_once_that_the_form_is_ready() {
    let form = Owner::of_medusa().mount();
    let events = form.events();
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].name, "signup-ready");
    assert_eq!(events[0].detail, json!({"platform": "medusa"}));
    assert!(events[0].is_public);
}

#[wasm_bindgen_test]
fn mounting_does_not_take_the_focus() {
    let form = Owner::of_medusa().mount();
    assert_eq!(form.focused(), None);
}

#[wasm_bindgen_test]
fn two_forms_in_one_page_have_no_id_in_common() {
    let [one, other] = [(); 2].map(|()| Owner::of_medusa().without_shadow().mount());
    assert!(!ids(&one).is_empty());
    assert!(ids(&one).is_disjoint(&ids(&other)));
}

#[wasm_bindgen_test]
async fn two_forms_share_neither_texts_nor_errors() {
    let [one, other] = [(); 2].map(|()| Owner::of_medusa().without_shadow().mount());
    one.enter("email", "ada");
    until("the error shows", || {
        !one.described("email", "error").is_empty()
    })
    .await;
    assert_eq!(other.control("email").value(), "");
    assert_eq!(other.described("email", "error"), "");
    other.press();
    until("the other form refuses", || other.shows("[role=alert]")).await;
    assert!(!one.shows("[role=alert]"));
    assert!(!one.has_heard("signup-invalid"));
}

#[wasm_bindgen_test]
async fn a_form_that_sends_leaves_the_other_one_as_it_is() {
    let store = Store::medusa();
    let held = store.hold(REGISTER);
    let [one, other] = [(); 2].map(|()| Owner::of_medusa().mount());
    one.fill();
    one.press();
    until("the request goes out", || store.calls().len() == 1).await;
    assert_eq!(one.states().last().map(String::as_str), Some("busy"));
    assert!(other.states().is_empty());
    assert_eq!(other.attribute("form", "aria-busy"), None);
    drop(held);
    assert_eq!(store.body(REGISTER).await["email"], EMAIL);
}

#[wasm_bindgen_test]
fn forms_of_different_platforms_stand_side_by_side() {
    let forms: Vec<Mounted> = REGISTRY
        .iter()
        .map(|platform| Owner::of(platform).mount())
        .collect();
    for (form, platform) in forms.iter().zip(REGISTRY) {
        assert_eq!(
            form.details("signup-ready"),
            [json!({"platform": platform.id})]
        );
        assert!(form.shows("form"));
    }
}
