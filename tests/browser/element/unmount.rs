//! A form goes, and leaves nothing.

use crate::support::{Answer, Held, Mounted, Owner, REGISTER, Store, pause, tick, until};
use cap::Cap;
use std::alloc::System;
use wasm_bindgen::externref_heap_live_count;
use wasm_bindgen_test::wasm_bindgen_test;

/// Counts the bytes that are in use.
#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, usize::MAX);

const WARM_UP: usize = 20;
const ROUNDS: usize = 200;

/// Uses a form and takes it away.
async fn use_and_remove() {
    let form = Owner::of_medusa()
        .with("fields", "phone company_name")
        .mount();
    form.enter("email", "ada");
    form.press();
    tick().await;
    form.fill();
    form.get("button.show").click();
    tick().await;
    drop(form);
    tick().await;
}

async fn removed_while_sending() -> (Store, Held, Mounted) {
    let store = Store::medusa();
    let held = store.hold(REGISTER);
    let form = Owner::of_medusa().mount();
    form.fill();
    form.press();
    until("the request goes out", || !store.calls().is_empty()).await;
    form.unmount();
    (store, held, form)
}

#[wasm_bindgen_test]
fn unmounting_leaves_no_node() {
    let form = Owner::of_medusa().mount();
    assert!(form.container.has_child_nodes());
    form.unmount();
    assert!(!form.container.has_child_nodes());
}

#[wasm_bindgen_test]
fn a_notice_in_place_of_a_form_goes_too() {
    let form = Owner::of_nothing().mount();
    assert!(form.container.has_child_nodes());
    form.unmount();
    assert!(!form.container.has_child_nodes());
}

#[wasm_bindgen_test]
async fn no_listener_acts_after_unmounting() {
    let store = Store::medusa();
    let form = Owner::of_medusa().mount();
    form.fill();
    let node = form.get("form");
    form.unmount();
    form.container
        .append_child(&node)
        .expect("a node that was removed");
    form.press();
    form.enter("email", "ada");
    form.get("button.show").click();
    pause().await;
    assert!(store.calls().is_empty());
    assert_eq!(form.events().len(), 1, "signup-ready and nothing after it");
    assert_eq!(form.control("password").type_(), "password");
}

#[wasm_bindgen_test]
async fn two_hundred_forms_leave_the_memory_where_it_was() {
    for _ in 0..WARM_UP {
        use_and_remove().await;
    }
    let (bytes, objects) = (ALLOCATOR.allocated(), externref_heap_live_count());
    for _ in 0..ROUNDS {
        use_and_remove().await;
    }
    // Less is no leak: the browser may have collected what an earlier test left.
    let grown = ALLOCATOR.allocated().saturating_sub(bytes);
    let added = externref_heap_live_count().saturating_sub(objects);
    assert_eq!((grown, added), (0, 0), "more bytes, more objects");
}

#[wasm_bindgen_test]
async fn an_account_is_told_after_the_form_was_removed() {
    let (_store, held, form) = removed_while_sending().await;
    held.settle(&Answer::token());
    until("the account is there", || form.has_heard("signup-success")).await;
    assert!(!form.container.has_child_nodes());
}

#[wasm_bindgen_test]
async fn a_failure_is_told_after_the_form_was_removed() {
    let (_store, held, form) = removed_while_sending().await;
    held.settle(&Answer::Rejected("gone".into()));
    until("the failure is heard", || form.has_heard("signup-error")).await;
    assert!(!form.container.has_child_nodes());
}

#[wasm_bindgen_test]
async fn another_form_works_after_one_was_removed_while_sending() {
    let (store, held, form) = removed_while_sending().await;
    held.settle(&Answer::Rejected("gone".into()));
    until("the failure is heard", || form.has_heard("signup-error")).await;
    store.on(REGISTER, Answer::token());
    let other = Owner::of_medusa().mount();
    other.fill();
    other.press();
    until("the account is there", || other.has_heard("signup-success")).await;
}
