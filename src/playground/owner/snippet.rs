//! The lines that the owner copies into a page.

use super::setup::Setup;
use crate::secret::is_secret;

const ENTRY: &str = "storefront-signup.js";
const MODULE: &str = "storefront-signup_bg.wasm";

/// The lines for the page's head: the preload and the script.
pub fn head(folder: &str) -> String {
    let folder = folder_path(folder);
    format!(
        "<link rel=\"preload\" as=\"fetch\" crossorigin fetchpriority=\"low\" type=\"application/wasm\"\n  \
         href=\"{folder}{MODULE}\">\n\
         <script type=\"module\" src=\"{folder}{ENTRY}\"></script>"
    )
}

/// The element. If it has more than two attributes, each is on a line of its own.
pub fn element(setup: &Setup) -> String {
    let attributes: Vec<_> = setup
        .attributes()
        .iter()
        .map(|(name, text)| attribute(name, text))
        .collect();
    let between = if attributes.len() > 2 { "\n  " } else { " " };
    let end = if attributes.len() > 2 { "\n" } else { "" };
    let attributes = attributes.join(between);
    format!("<storefront-signup{between}{attributes}{end}></storefront-signup>")
}

/// The directives for a page with a Content-Security-Policy.
pub fn policy(setup: &Setup, folder: &str) -> String {
    let files = origin(folder).unwrap_or("'self'");
    let mut connections = vec![files.to_owned()];
    for url in request_urls(setup) {
        if let Some(origin) = origin(&url)
            && !connections.iter().any(|known| known == origin)
        {
            connections.push(origin.to_owned());
        }
    }
    format!(
        "script-src {files} 'wasm-unsafe-eval';\nconnect-src {};",
        connections.join(" ")
    )
}

/// The URLs that the form sends requests to.
fn request_urls(setup: &Setup) -> Vec<String> {
    let endpoint = setup.endpoint();
    let base = endpoint.clone().unwrap_or_default();
    let token = setup.platform.token.as_ref();
    let token = token.map(|source| (source.request)(&base, &setup.settings()).url);
    endpoint.into_iter().chain(token).collect()
}

/// The names of the attributes that are not in the snippet, because their values are secrets.
pub fn left_out(setup: &Setup) -> Vec<&'static str> {
    let attributes = setup.attributes().into_iter();
    attributes
        .filter(|(name, text)| is_secret(name, text))
        .map(|(name, _)| name)
        .collect()
}

fn attribute(name: &str, text: &str) -> String {
    match text {
        "" => name.to_owned(),
        _ if is_secret(name, text) => format!("{name}=\"…\""),
        _ => format!("{name}=\"{}\"", escape(text)),
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

/// The folder with a trailing slash, escaped for an attribute.
fn folder_path(folder: &str) -> String {
    let folder = folder.trim().trim_end_matches('/');
    format!("{}/", escape(folder))
}

/// The origin (`https://host:port`) of an absolute URL.
fn origin(url: &str) -> Option<&str> {
    let url = url.trim();
    let (scheme, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    url.get(..scheme.len() + 3 + host.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::owner::setup::Store;

    fn own(pairs: &[(&str, &str)]) -> Setup {
        let mut setup = Setup::new().unwrap();
        setup.store = Store::Own;
        pairs.iter().for_each(|(name, text)| setup.set(name, text));
        setup
    }

    #[test]
    fn a_value_cannot_end_its_attribute() {
        let text = element(&own(&[("endpoint", "\"><script>")]));
        assert!(text.contains("endpoint=\"&quot;>&lt;script>\""), "{text}");
    }

    #[test]
    fn a_secret_is_left_out() {
        let setup = own(&[("endpoint", "sk_live_1")]);
        assert!(!element(&setup).contains("sk_live_1"));
        assert_eq!(left_out(&setup), ["endpoint"]);
    }

    #[test]
    fn the_policy_names_the_origin_and_not_the_path() {
        let setup = own(&[("endpoint", "https://store.example:9000/api/v1")]);
        let expected =
            "script-src 'self' 'wasm-unsafe-eval';\nconnect-src 'self' https://store.example:9000;";
        assert_eq!(policy(&setup, "/signup/"), expected);
    }

    #[test]
    fn files_on_another_origin_are_in_both_directives() {
        let policy = policy(&own(&[]), "https://cdn.example/signup");
        assert!(
            policy.starts_with("script-src https://cdn.example 'wasm-unsafe-eval';"),
            "{policy}"
        );
        assert!(
            policy.contains("connect-src https://cdn.example"),
            "{policy}"
        );
    }

    #[test]
    fn the_urls_begin_with_the_folder() {
        assert!(head("/signup").contains("src=\"/signup/storefront-signup.js\""));
        assert!(head("").contains("href=\"/storefront-signup_bg.wasm\""));
    }
}
