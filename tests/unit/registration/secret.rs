use storefront_signup::registration::secret::{
    Secret, has_shape, is_named, is_secret_key, is_server_secret, may_be_token,
};

#[test]
fn a_secret_shows_its_text_only_where_it_is_exposed() {
    let secret = Secret::new("hunter22");
    assert_eq!(secret.expose(), "hunter22");
    for shown in [
        format!("{secret}"),
        format!("{secret:?}"),
        format!("{secret:#?}"),
    ] {
        assert!(!shown.contains("hunter22"), "{shown}");
    }
}

#[test]
fn a_server_secret_is_known_by_its_beginning() {
    for value in ["sk_live_1", " SK_1", "sk-1", "secret_1", "Secret_1"] {
        assert!(is_server_secret(value), "{value}");
    }
    for value in ["pk_live_1", "ask_1", "sk", ""] {
        assert!(!is_server_secret(value), "{value}");
    }
    assert!(!is_secret_key("secret_1"));
}

#[test]
fn a_run_has_a_secrets_shape_unless_it_is_a_short_word() {
    for run in ["eyJhbGciOi", "sk_live_1", "secret_0123"] {
        assert!(has_shape(run) && may_be_token(run), "{run}");
    }
    for run in ["eyJ", "sk-SK", "secret_", "publishable"] {
        assert!(!has_shape(run) && !may_be_token(run), "{run}");
    }
}

#[test]
fn a_run_that_is_longer_than_a_uuid_may_be_a_token() {
    assert!(may_be_token(&"a".repeat(37)));
    assert!(!may_be_token("1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed"));
}

#[test]
fn keys_of_secrets_are_known_in_any_spelling() {
    for key in [
        "password",
        "newPassword",
        "access_token",
        "client_secret",
        "Set-Cookie",
        "token",
    ] {
        assert!(is_named(key), "{key}");
    }
}

#[test]
fn what_is_only_about_a_secret_is_none() {
    for key in [
        "password_profile_id",
        "token_type",
        "allow-exposed-token",
        "email",
        "expires_in",
    ] {
        assert!(!is_named(key), "{key}");
    }
}
