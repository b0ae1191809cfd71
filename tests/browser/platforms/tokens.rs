//! What the forms of a page share: the tokens that the platform hands to any page.

use crate::support::{Answer, Held, Mounted, Owner, Store, pass_a_day, until};
use serde_json::json;
use storefront_signup::registration::platform;
use wasm_bindgen_test::wasm_bindgen_test;

const TOKEN: &str = "/oauth/access_token";
const CREATE: &str = "/v2/customers";
const EMAILS: [&str; 2] = ["ada@example.com", "grace@example.com"];

fn token() -> Answer {
    Answer::json(200, json!({"access_token": "shared", "expires_in": 3600}))
}

fn account() -> Answer {
    Answer::json(201, json!({"data": {"id": "c-1"}}))
}

/// A store that answers each path in the order of its answers, and can't be reached after the last one.
fn store(tokens: Vec<Answer>, accounts: Vec<Answer>) -> Store {
    pass_a_day();
    let mut answers =
        [(TOKEN, tokens), (CREATE, accounts)].map(|(path, answers)| (path, answers.into_iter()));
    Store::ruled(Box::new(move |call| {
        let path = call.path();
        let own = answers.iter_mut().find(|(own, _)| *own == path);
        let answer = own.and_then(|(_, answers)| answers.next());
        answer.unwrap_or_else(Answer::lost)
    }))
}

fn two_filled_forms() -> [Mounted; 2] {
    let platform = platform::find("elastic-path").expect("a platform with tokens");
    EMAILS.map(|email| {
        let form = Owner::of(platform).mount();
        form.fill();
        form.type_into("email", email);
        form
    })
}

fn times(store: &Store, path: &str) -> usize {
    store.paths().iter().filter(|own| *own == path).count()
}

async fn both_succeed(forms: &[Mounted; 2]) {
    until("both accounts are there", || {
        forms.iter().all(|form| form.has_heard("signup-success"))
    })
    .await;
}

#[wasm_bindgen_test]
async fn two_forms_that_send_at_once_share_one_token_and_make_one_account_each() {
    let held = [Held::new(), Held::new()];
    let store = store(vec![token()], held.iter().map(Held::answer).collect());
    let forms = two_filled_forms();
    for form in &forms {
        form.press();
    }
    until("both creations are under way", || {
        times(&store, CREATE) == 2
    })
    .await;
    for held in &held {
        held.settle(&account());
    }
    both_succeed(&forms).await;
    assert_eq!(store.paths(), [TOKEN, CREATE, CREATE]);
    for (call, email) in store.calls().iter().skip(1).zip(EMAILS) {
        assert_eq!(
            call.header("authorization").as_deref(),
            Some("Bearer shared")
        );
        assert_eq!(call.json().await["data"]["email"], email);
    }
}

#[wasm_bindgen_test]
async fn two_forms_that_waited_for_a_token_in_vain_ask_for_the_next_one_once() {
    let held = Held::new();
    let store = store(vec![held.answer(), token()], vec![account(), account()]);
    let forms = two_filled_forms();
    forms[0].touch();
    for form in &forms {
        form.press();
    }
    until("the token is asked for", || times(&store, TOKEN) == 1).await;
    held.settle(&Answer::text(500, ""));
    both_succeed(&forms).await;
    assert_eq!(store.paths(), [TOKEN, TOKEN, CREATE, CREATE]);
}

#[wasm_bindgen_test]
async fn two_forms_whose_token_is_refused_share_the_next_one() {
    let refused = || Answer::text(401, "");
    let answers = vec![refused(), refused(), account(), account()];
    let store = store(vec![token(), token()], answers);
    let forms = two_filled_forms();
    for form in &forms {
        form.press();
    }
    both_succeed(&forms).await;
    assert_eq!(times(&store, TOKEN), 2);
    assert_eq!(times(&store, CREATE), 4);
}
