//! The attributes that the element has on every platform.

use storefront_signup::registration::settings::attribute::{Attribute, COMMON, ENDPOINT};

/// The attributes for the form's appearance that are in the snippet.
pub static LOOKS: &[&str] = &["theme", "lang"];

/// The attributes that have controls of their own. The preview alone has `dir`.
const ELSEWHERE: &[&str] = &[
    "platform",
    ENDPOINT.name,
    "fields",
    "require",
    "theme",
    "lang",
    "dir",
];

/// The width of the preview. It is no attribute.
const WIDTH: &str = "width";

/// The attribute that renders without a shadow root.
pub const NO_SHADOW: &str = "no-shadow";

/// The attributes that most pages do not need.
pub fn extras() -> impl Iterator<Item = &'static Attribute> {
    COMMON
        .iter()
        .filter(|attribute| !ELSEWHERE.contains(&attribute.name))
}

/// Whether both stores share the value of an attribute.
pub fn is_common(name: &str) -> bool {
    let is_in_table = COMMON.iter().any(|attribute| attribute.name == name);
    (is_in_table && name != ENDPOINT.name) || name == WIDTH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_control_of_its_own_is_for_an_attribute_of_the_table() {
        for name in ELSEWHERE {
            assert!(
                COMMON.iter().any(|attribute| attribute.name == *name),
                "{name}"
            );
        }
        assert_eq!(extras().count() + ELSEWHERE.len(), COMMON.len());
    }

    #[test]
    fn each_store_has_its_own_endpoint_and_both_share_the_links() {
        assert!(!is_common(ENDPOINT.name));
        assert!(extras().all(|attribute| is_common(attribute.name)));
    }
}
