//! The store says no.

use crate::support::{
    Answer, CREATE, EMAIL, Owner, PASSWORD, REFRESH, REGISTER, SIGN_IN, Store, failed, until,
};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const TAKEN: &str = "This email is already registered. Please sign in, or set a new password.";

fn taken() -> Store {
    let store = Store::medusa();
    let exists = json!({"type": "unauthorized", "message": "Identity with email already exists"});
    store.on(REGISTER, Answer::json(401, exists));
    let wrong = json!({"type": "unauthorized", "message": "Invalid email or password"});
    store.on(SIGN_IN, Answer::json(401, wrong));
    store
}

#[wasm_bindgen_test]
async fn a_taken_email_points_at_the_email_field() {
    let _store = taken();
    let form = failed(Owner::of_medusa()).await;
    assert_eq!(form.described("email", "error"), TAKEN);
    assert_eq!(
        form.control("email")
            .get_attribute("aria-invalid")
            .as_deref(),
        Some("true")
    );
    assert_eq!(form.focused().as_deref(), Some("email"));
}

#[wasm_bindgen_test]
async fn a_taken_email_leads_to_the_sign_in_page() {
    let _store = taken();
    let form = failed(Owner::of_medusa().with("sign-in-url", "/sign-in")).await;
    assert_eq!(form.text("[role=alert]"), format!("{TAKEN} Sign in"));
    assert_eq!(
        form.attribute("[role=alert] a", "href").as_deref(),
        Some("/sign-in")
    );
}

#[wasm_bindgen_test]
async fn a_taken_email_leads_to_a_new_password_too() {
    let _store = taken();
    let owner = Owner::of_medusa()
        .with("sign-in-url", "/sign-in")
        .with("reset-password-url", "/reset");
    let form = failed(owner).await;
    let text = form.text("[role=alert]");
    assert_eq!(text, format!("{TAKEN} Sign in Set a new password"));
    assert!(form.find("[role=alert] a[href='/reset']").is_some());
}

#[wasm_bindgen_test]
async fn the_error_at_the_email_goes_when_it_is_changed() {
    let _store = taken();
    let form = failed(Owner::of_medusa()).await;
    form.type_into("email", "grace@example.com");
    until("the error is gone", || {
        form.described("email", "error").is_empty()
    })
    .await;
}

#[wasm_bindgen_test]
async fn the_page_hears_kind_field_and_status() {
    let _store = taken();
    let form = failed(Owner::of_medusa()).await;
    let details = form.details("signup-error");
    assert_eq!(details.len(), 1);
    assert_eq!(details[0]["kind"], "taken");
    assert_eq!(details[0]["field"], "email");
    assert_eq!(details[0]["status"], 401);
    assert_eq!(details[0]["retryable"], false);
    assert!(
        details[0]["message"]
            .as_str()
            .is_some_and(|message| message.contains("Invalid email or password"))
    );
    assert_eq!(form.states(), ["busy", "", "failed"]);
}

#[wasm_bindgen_test]
async fn the_store_s_own_words_never_reach_the_shopper() {
    let store = Store::medusa();
    let words = "duplicate key value <b>violates</b> something";
    store.on(REGISTER, Answer::json(500, json!({"message": words})));
    let form = failed(Owner::of_medusa()).await;
    assert_eq!(
        form.text("[role=alert]"),
        "Something went wrong at the store. Please try again in a moment."
    );
    assert!(!form.container.inner_html().contains("violates"));
    assert!(
        form.details("signup-error")[0]["message"]
            .as_str()
            .is_some_and(|message| message.contains(words))
    );
}

#[wasm_bindgen_test]
async fn a_store_that_repeats_the_password_does_not_get_it_into_the_event() {
    let store = Store::medusa();
    let message = format!("password {PASSWORD} is too weak");
    store.on(
        REGISTER,
        Answer::json(400, json!({"type": "invalid_data", "message": message})),
    );
    let form = failed(Owner::of_medusa()).await;
    let detail = &form.details("signup-error")[0];
    assert_eq!(detail["kind"], "weak-password");
    assert!(!detail.to_string().contains(PASSWORD), "{detail}");
}

#[wasm_bindgen_test]
async fn an_owner_s_wording_of_a_failure_is_shown_as_text() {
    let _store = taken();
    let words = "Schon vergeben <img src=x onerror=alert(1)>";
    let form = failed(Owner::of_medusa().word("email-taken", words)).await;
    assert_eq!(form.described("email", "error"), words);
    assert_eq!(form.text("[role=alert]"), words);
    assert!(form.find("img").is_none());
}

#[wasm_bindgen_test]
async fn a_rate_limit_tells_how_long_to_wait() {
    let store = Store::medusa();
    store.on(REGISTER, Answer::too_many(60));
    let form = failed(Owner::of_medusa()).await;
    assert_eq!(
        form.text("[role=alert]"),
        "Too many tries. Please try again in 60 seconds."
    );
    assert_eq!(store.paths(), [REGISTER]);
}

#[wasm_bindgen_test]
async fn a_short_rate_limit_is_waited_for() {
    let store = Store::medusa();
    store.on(REGISTER, Answer::too_many(1));
    let form = Owner::of_medusa().mount();
    form.fill();
    form.press();
    until("the first request goes out", || !store.calls().is_empty()).await;
    store.on(REGISTER, Answer::token());
    until("the account is there", || form.has_heard("signup-success")).await;
    assert_eq!(store.paths(), [REGISTER, REGISTER, CREATE]);
}

#[wasm_bindgen_test]
async fn a_registration_without_a_certain_answer_is_finished_by_the_next_press() {
    let store = Store::medusa();
    store.on(CREATE, Answer::lost());
    store.on(REFRESH, Answer::lost());
    let form = failed(Owner::of_medusa().with("sign-in-url", "/sign-in")).await;
    assert_eq!(form.details("signup-error")[0]["kind"], "unconfirmed");
    assert!(
        form.text("[role=alert]")
            .contains("no second account will be made")
    );
    assert_eq!(form.control("password").value(), PASSWORD);

    let exists = json!({"type": "unauthorized", "message": "Identity with email already exists"});
    store.on(REGISTER, Answer::json(401, exists));
    // The token's claims are {"actor_id":"cus_01"}.
    store.on(
        SIGN_IN,
        Answer::json(
            200,
            json!({"token": "e30.eyJhY3Rvcl9pZCI6ImN1c18wMSJ9.c2ln"}),
        ),
    );
    form.press();
    until("the account is there", || form.has_heard("signup-success")).await;
    assert_eq!(
        form.details("signup-success")[0],
        json!({"platform": "medusa", "id": "cus_01", "email": EMAIL})
    );
    assert_eq!(
        store.paths().iter().filter(|path| *path == CREATE).count(),
        1
    );
}
