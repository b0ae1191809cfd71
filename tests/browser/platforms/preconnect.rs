//! The first touch of a form prepares what sending will need.

use crate::support::{Owner, document};
use wasm_bindgen_test::wasm_bindgen_test;

/// The connections that the page has prepared to an address: with cookies or without.
fn prepared(address: &str) -> Vec<String> {
    let links = document()
        .query_selector_all(&format!("head > link[rel=preconnect][href='{address}']"))
        .expect("a selector");
    let links = (0..links.length()).filter_map(|index| links.item(index));
    links
        .map(|link| js_sys::Reflect::get(&link, &"crossOrigin".into()).expect("a property"))
        .filter_map(|value| value.as_string())
        .collect()
}

fn touch(owner: Owner) {
    let form = owner.mount();
    form.touch();
    form.touch();
}

#[wasm_bindgen_test]
fn the_first_touch_opens_the_connection_to_the_store_once() {
    let address = "https://touched.example";
    let owner = || Owner::of_medusa().with("endpoint", address);
    let untouched = owner().mount();
    assert!(prepared(address).is_empty());
    drop(untouched);
    touch(owner());
    touch(owner());
    assert_eq!(prepared(address), ["anonymous"]);
}

#[wasm_bindgen_test]
fn a_session_by_cookie_begins_with_a_request_without_cookies() {
    let address = "https://cookies.example";
    touch(
        Owner::of_medusa()
            .with("endpoint", address)
            .with("session", "cookie"),
    );
    assert_eq!(prepared(address), ["anonymous"]);
}
