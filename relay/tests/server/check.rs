//! `relay check`.

use crate::support::{ECWID, ELASTIC_PATH, pairs};
use relay::core::settings::Settings;
use relay::native;
use sandbox::{Options, Sandbox};

/// What is wrong, and whether the stores have the accounts that they had before.
async fn checked(more: &[(&str, &str)]) -> Vec<String> {
    let sandbox = Sandbox::start(Options::default()).await.unwrap();
    let count = || {
        let of = |platform| sandbox.accounts(platform).unwrap().len();
        of(ECWID) + of(ELASTIC_PATH)
    };
    let before = count();
    let end = native::check(Settings::new(pairs(&sandbox.url(), more))).await;
    assert_eq!(count(), before);
    end.err().unwrap_or_default()
}

#[tokio::test]
async fn good_secrets_are_fine() {
    assert_eq!(checked(&[]).await, [""; 0]);
}

#[tokio::test]
async fn what_is_wrong_is_a_sentence() {
    for (name, value, sentence) in [
        (
            "ecwid_token",
            "secret_wrong",
            "Ecwid refuses the token in `ecwid_token`.",
        ),
        (
            "ecwid_store",
            "1",
            "Ecwid knows no store with the number in `ecwid_store`.",
        ),
        (
            "ecwid_url",
            "http://127.0.0.1:9",
            "Ecwid gave no answer: Unreachable.",
        ),
        (
            "elastic_path_client_secret",
            "wrong",
            "Elastic Path gives no token for `elastic_path_client_id` and `elastic_path_client_secret`: it answered \
             with the status 401.",
        ),
    ] {
        assert_eq!(checked(&[(name, value)]).await, [sentence]);
    }
}

#[tokio::test]
async fn wrong_settings_call_nobody() {
    let found = checked(&[("origins", "*"), ("ecwid_store", "x")]).await;
    assert_eq!(found.len(), 2, "{found:?}");
}
