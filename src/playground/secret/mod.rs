//! Recognises secrets. The playground neither stores nor shows them.

pub mod mask;

const KEYS: &[&str] = &["password", "secret", "token", "authorization", "cookie"];
const PREFIXES: &[&str] = &["eyJ", "sk_", "secret_"];
/// Shorter runs are words with the same beginning.
const SHORTEST: usize = 8;

/// Whether the value of an attribute must not be in a URL or a snippet.
pub fn is_secret(name: &str, text: &str) -> bool {
    is_secret_key(name)
        || PREFIXES
            .iter()
            .any(|prefix| text.trim().starts_with(prefix))
}

/// Whether the name of a key, a header or an attribute says that its value is a secret.
pub fn is_secret_key(key: &str) -> bool {
    let key = key.to_ascii_lowercase();
    let is_exception = ["_id", "-id", "_type", "-endpoint", "-url"]
        .iter()
        .any(|end| key.ends_with(end));
    // A permission, such as `allow-exposed-token`.
    let is_exception = is_exception || key.starts_with("allow-");
    !is_exception && KEYS.iter().any(|word| key.contains(word))
}

/// Whether a text without spaces looks like a token or a secret key.
pub fn looks_secret(run: &str) -> bool {
    run.len() >= SHORTEST && PREFIXES.iter().any(|prefix| run.starts_with(prefix))
}

/// The token in the headers of a request; empty if there is none.
pub fn token_of(headers: &[(String, String)]) -> &str {
    let is_meant = |(name, _): &&(String, String)| name.eq_ignore_ascii_case("authorization");
    let value = headers.iter().find(is_meant).map(|(_, value)| value.trim());
    let token = value.map(|value| value.split_once(' ').map_or(value, |(_, token)| token));
    token.unwrap_or_default().trim()
}

#[cfg(test)]
mod tests {
    use super::*;
    use storefront_signup::registration::platform::REGISTRY;

    #[test]
    fn the_key_of_a_secret_is_recognised_in_any_case() {
        for key in [
            "password",
            "newPassword",
            "access_token",
            "client_secret",
            "Set-Cookie",
            "token",
        ] {
            assert!(is_secret_key(key), "{key}");
        }
    }

    #[test]
    fn a_key_about_a_secret_is_no_secret() {
        for key in [
            "password_profile_id",
            "token_type",
            "allow-exposed-token",
            "email",
            "expires_in",
        ] {
            assert!(!is_secret_key(key), "{key}");
        }
    }

    #[test]
    fn no_required_setting_is_a_secret() {
        let settings = REGISTRY.iter().flat_map(|platform| platform.settings);
        for setting in settings.filter(|setting| setting.is_required) {
            assert!(!is_secret_key(setting.name), "{}", setting.name);
        }
    }

    #[test]
    fn a_secret_key_is_recognised_by_its_prefix() {
        assert!(is_secret("publishable-key", " sk_live_1"));
        assert!(!is_secret("publishable-key", "pk_live_1"));
    }

    #[test]
    fn the_token_comes_after_the_scheme() {
        let headers = |value: &str| {
            [("accept", "*/*"), ("Authorization", value)]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
        };
        assert_eq!(token_of(&headers("Bearer abc")), "abc");
        assert_eq!(token_of(&headers("abc")), "abc");
        assert_eq!(token_of(&[]), "");
    }
}
