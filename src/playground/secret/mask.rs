//! Masks secrets in the requests, responses and events that the playground shows.

use serde_json::Value;
use storefront_signup::registration::secret::{has_shape, is_named};

const MASK: &str = "•••";

/// A header's value. The scheme of `Authorization` stays readable.
pub fn header(name: &str, value: &str) -> String {
    match value.split_once(' ') {
        Some((scheme, _)) if name.eq_ignore_ascii_case("authorization") => {
            format!("{scheme} {MASK}")
        }
        _ if is_named(name) => MASK.to_owned(),
        _ => text(value),
    }
}

/// A body. JSON is indented.
pub fn body(body: &str) -> String {
    match serde_json::from_str::<Value>(body) {
        Ok(json) => pretty(json),
        Err(_) if is_form(body) => pairs(body),
        Err(_) => text(&quoted(body)),
    }
}

fn pretty(mut json: Value) -> String {
    value(&mut json);
    serde_json::to_string_pretty(&json).unwrap_or_default()
}

/// A URL.
pub fn url(url: &str) -> String {
    match url.split_once('?') {
        Some((path, query)) => format!("{}?{}", text(path), pairs(query)),
        None => text(url),
    }
}

/// A text, with all occurrences of a known secret masked.
pub fn known(text: &str, secret: &str) -> String {
    match secret {
        "" => text.to_owned(),
        _ => text.replace(secret, MASK),
    }
}

/// Masks JSON in place.
pub fn value(value: &mut Value) {
    match value {
        Value::String(string) => *string = text(string),
        Value::Array(items) => items.iter_mut().for_each(self::value),
        Value::Object(members) => members.iter_mut().for_each(|(key, member)| match member {
            Value::Null | Value::Bool(_) => {}
            _ if is_named(key) => *member = MASK.into(),
            _ => self::value(member),
        }),
        _ => {}
    }
}

fn is_form(body: &str) -> bool {
    body.contains('=')
        && !body.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '{' | '"'))
}

fn pairs(pairs: &str) -> String {
    let masked = pairs.split('&').map(|pair| match pair.split_once('=') {
        Some((key, _)) if is_named(key) => format!("{key}={MASK}"),
        _ => text(pair),
    });
    masked.collect::<Vec<_>>().join("&")
}

/// Masks each run of characters that looks like a JSON Web Token or a secret key.
fn text(text: &str) -> String {
    let is_part =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '~' | '+' | '=');
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(is_part) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c| !is_part(c)).unwrap_or(from.len());
        let (run, after) = from.split_at(end);
        masked.push_str(before);
        masked.push_str(if has_shape(run) { MASK } else { run });
        rest = after;
    }
    masked.push_str(rest);
    masked
}

/// Masks the value after the key of a secret, in incomplete JSON and in HTML.
fn quoted(text: &str) -> String {
    let mut parts = text.split('"');
    let mut masked = parts.next().unwrap_or_default().to_owned();
    let mut is_next = false;
    for part in parts {
        masked.push('"');
        let is_separator = part.trim_end().ends_with([':', '=']);
        let is_value = is_next && !is_separator;
        masked.push_str(if is_value { MASK } else { part });
        // An escaped quote does not end a value.
        is_next = (is_next && (is_separator || part.ends_with('\\'))) || is_named(part.trim());
    }
    masked
}

#[cfg(test)]
mod tests {
    use super::*;

    const JWT: &str = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";

    #[test]
    fn passwords_and_tokens_are_masked_at_any_depth() {
        let masked =
            body(r#"{"data":[{"password":"hunter22","email":"a@b.de","accessToken":"x"}]}"#);
        assert!(masked.contains("a@b.de") && masked.contains(MASK));
        assert!(!masked.contains("hunter22") && !masked.contains("\"x\""));
    }

    #[test]
    fn a_json_web_token_is_masked_anywhere() {
        for text in [
            format!(r#"{{"note":"see {JWT}."}}"#),
            format!("<p>{JWT}</p>"),
            format!(r#"{{"x":"{JWT}"#),
        ] {
            let masked = body(&text);
            assert!(masked.contains(MASK) && !masked.contains("eyJ"), "{masked}");
        }
    }

    #[test]
    fn incomplete_json_is_masked() {
        for text in [
            r#"{"password": "hunter22","a":"#,
            r#"{"password":"hunter22"#,
            r#"{"password":"h\"unter22","a":1"#,
        ] {
            let masked = body(text);
            assert!(
                masked.contains(MASK) && !masked.contains("unter22"),
                "{masked}"
            );
        }
    }

    #[test]
    fn html_with_a_password_is_masked() {
        assert!(!body(r#"<input name="password" value="hunter22">"#).contains("hunter22"));
    }

    #[test]
    fn a_form_is_masked_pair_by_pair() {
        assert_eq!(
            body("grant_type=password&password=x&client_id=1"),
            format!("grant_type=password&password={MASK}&client_id=1")
        );
    }

    #[test]
    fn an_authorization_keeps_its_scheme() {
        assert_eq!(
            header("Authorization", "Bearer abc"),
            format!("Bearer {MASK}")
        );
        assert_eq!(header("set-cookie", "a=b"), MASK);
        assert_eq!(
            header("content-type", "application/json"),
            "application/json"
        );
    }

    #[test]
    fn a_token_in_the_query_of_a_url_is_masked() {
        assert_eq!(
            url("https://a.de/b?token=1&lang=de"),
            format!("https://a.de/b?token={MASK}&lang=de")
        );
    }

    #[test]
    fn a_known_secret_is_masked_in_any_text() {
        assert_eq!(
            known("Bearer 12 is 12", "12"),
            format!("Bearer {MASK} is {MASK}")
        );
        assert_eq!(known("nothing", ""), "nothing");
    }

    #[test]
    fn other_values_stay_as_they_are() {
        let plain = "{\n  \"has_password\": true,\n  \"name\": \"Zoë\"\n}";
        assert_eq!(body(plain), plain);
    }
}
