//! Recognises secrets. The playground neither stores nor shows them.

pub mod mask;

use storefront_signup::registration::secret::{has_shape, is_named};

/// Whether the value of an attribute must not be in a URL or a snippet.
pub fn is_secret(name: &str, text: &str) -> bool {
    is_named(name) || has_shape(text.trim())
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
    fn no_required_setting_is_a_secret() {
        let settings = REGISTRY.iter().flat_map(|platform| platform.settings);
        for setting in settings.filter(|setting| setting.is_required) {
            assert!(!is_named(setting.name), "{}", setting.name);
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
