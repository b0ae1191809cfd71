//! A press that can't be sent.

use crate::support::{Mounted, Owner, Store, pause, until};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

async fn refused() -> (Store, Mounted) {
    let store = Store::medusa();
    let form = Owner::of_medusa().mount();
    form.fill();
    form.type_into("last_name", "  ");
    form.type_into("email", "ada");
    form.press();
    until("the form refuses", || form.shows("[role=alert]")).await;
    (store, form)
}

#[wasm_bindgen_test]
async fn nothing_is_sent() {
    let (store, form) = refused().await;
    pause().await;
    assert!(store.calls().is_empty());
    assert!(!form.has_heard("signup-submit"));
    assert!(!form.has_heard("signup-error"));
}

#[wasm_bindgen_test]
async fn the_page_hears_which_fields_and_why() {
    let (_store, form) = refused().await;
    let expected = json!([
        {"name": "last_name", "reason": "last-name-missing"},
        {"name": "email", "reason": "email-at"},
    ]);
    assert_eq!(
        form.details("signup-invalid"),
        [json!({"fields": expected})]
    );
}

#[wasm_bindgen_test]
async fn the_focus_goes_to_the_first_wrong_field() {
    let (_store, form) = refused().await;
    assert_eq!(form.focused().as_deref(), Some("last_name"));
}

#[wasm_bindgen_test]
async fn the_summary_links_to_the_wrong_fields_in_their_order() {
    let (_store, form) = refused().await;
    let links = form.all("[role=alert] a");
    let targets: Vec<_> = links
        .iter()
        .filter_map(|link| link.get_attribute("href"))
        .collect();
    let controls = ["last_name", "email"].map(|name| format!("#{}", form.control(name).id()));
    assert_eq!(targets, controls);
    assert_eq!(form.text("[role=alert] a"), "Enter your last name.");
}

#[wasm_bindgen_test]
async fn a_link_of_the_summary_puts_the_focus_on_its_field() {
    let (_store, form) = refused().await;
    let link = format!("[role=alert] a[href='#{}']", form.control("email").id());
    form.get(&link).click();
    assert_eq!(form.focused().as_deref(), Some("email"));
}

#[wasm_bindgen_test]
async fn each_error_is_tied_to_its_field() {
    let (_store, form) = refused().await;
    assert_eq!(
        form.described("last_name", "error"),
        "Enter your last name."
    );
    assert!(
        form.described("email", "error")
            .starts_with("Enter a full address")
    );
    assert_eq!(form.described("first_name", "error"), "");
}

#[wasm_bindgen_test]
async fn the_summary_shrinks_with_each_correction_and_goes_with_the_last() {
    let (_store, form) = refused().await;
    let shown = || {
        form.all("[role=alert] li")
            .iter()
            .filter(|line| line.get_client_rects().length() > 0)
            .count()
    };
    assert_eq!(shown(), 2);
    form.type_into("last_name", "Lovelace");
    until("one line is left", || shown() == 1).await;
    form.type_into("email", "ada@example.com");
    until("the summary is gone", || !form.shows("[role=alert]")).await;
}

#[wasm_bindgen_test]
async fn a_corrected_form_is_sent() {
    let (_store, form) = refused().await;
    form.type_into("last_name", "Lovelace");
    form.type_into("email", "ada@example.com");
    form.press();
    until("the account is there", || form.has_heard("signup-success")).await;
}

#[wasm_bindgen_test]
async fn an_empty_form_names_every_required_field() {
    let form = Owner::of_medusa().with("fields", "phone").mount();
    form.press();
    until("the form refuses", || form.shows("[role=alert]")).await;
    assert_eq!(form.all("[aria-invalid=true]").len(), 4);
    assert_eq!(
        form.described("phone", "error"),
        "",
        "an optional field may stay empty"
    );
}
